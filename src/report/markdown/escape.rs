//! Text that Markdown shows as it is.

use crate::text::{Span, clean::clean};

/// Signs that begin markup wherever they stand, in CommonMark or in one of its common dialects:
/// emphasis, code, links, HTML, entities, tables, headings, mentions, mathematics.
const ALWAYS: &str = "\\`*_{}[]<>&|#~$^@";

/// A comment, of which nothing is shown.
const NOTHING: &str = "<!-- -->";

/// `text` in one line, escaped so that none of it is markup; it may stand anywhere in a line.
///
/// No escape keeps GitHub and its like from linking an e-mail address or a @name: for that they go by
/// what is shown. A comment, which is not shown, parts it.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    let mut so_far_digits = true;
    let text = clean(text);
    let mut rest = text.trim_start().chars().peekable();
    while let Some(c) = rest.next() {
        let next = rest.peek().copied().unwrap_or(' ');
        let begins_line = out.is_empty();
        let is_markup = match c {
            // Lists, rules and underlined headings begin a line; "==" marks words in some dialects.
            '-' | '+' => begins_line,
            '=' => begins_line || next == '=' || before == '=',
            '.' | ')' => so_far_digits && !begins_line || before == 'w' || before == 'W',
            ':' => next == '/' || next.is_alphanumeric(),
            '!' => next == '[',
            _ => ALWAYS.contains(c),
        };
        if is_markup {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
        if c == '@' && next.is_alphanumeric() {
            out.push_str(NOTHING);
        }
        so_far_digits &= c.is_ascii_digit();
        before = c;
    }
    out
}

/// The same with some places in bold.
pub(super) fn marked(text: &str, marks: &[Span]) -> String {
    let mut out = String::new();
    let mut from = 0;
    for mark in marks {
        // Only a letter beside it makes two asterisks bold wherever they stand.
        let words = mark.of(text);
        let Some(core) = core(words) else { continue };
        let core = core.shift(mark.start);
        out += &inside(Span::new(from, core.start).of(text), from > 0);
        out += "**";
        out += &inside(core.of(text), true);
        out += "**";
        from = core.end;
    }
    out + &inside(Span::new(from, text.len()).of(text), from > 0)
}

/// A part of a line, which is not trimmed where something stands before it.
fn inside(text: &str, follows: bool) -> String {
    let blank = if follows && text.starts_with(char::is_whitespace) {
        " "
    } else {
        ""
    };
    format!("{blank}{}", escaped(text))
}

/// The words from the first letter or digit to the last.
fn core(words: &str) -> Option<Span> {
    let start = words.find(char::is_alphanumeric)?;
    let (last, c) = words.char_indices().rfind(|(_, c)| c.is_alphanumeric())?;
    Some(Span::new(start, last + c.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::{NOTHING, escaped, marked};
    use crate::text::Span;
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    /// The text that is shown of some Markdown, with the tags that are neither paragraph nor bold.
    fn shown(markdown: &str) -> (String, Vec<String>) {
        let (mut text, mut markup) = (String::new(), Vec::new());
        // Curled quotation marks are no markup.
        let all = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
        for event in Parser::new_ext(markdown, all) {
            match event {
                Event::Text(words) => text += &words,
                Event::InlineHtml(html) if &*html == NOTHING => {}
                Event::Start(Tag::Paragraph | Tag::Strong)
                | Event::End(TagEnd::Paragraph | TagEnd::Strong) => {}
                other => markup.push(format!("{other:?}")),
            }
        }
        (text, markup)
    }

    #[test]
    fn markup_of_an_article_is_text() {
        for text in [
            "# heading",
            "- item",
            "1. item",
            "12) item",
            "> quote",
            "*a* _b_ **c** ~~d~~ `e`",
            "[a](http://x.example) ![b](c) <http://x.example> [d]: e",
            "<script>alert(1)</script> <b>x</b> <!-- x -->",
            "&lt;script&gt; &#60;",
            "a | b | c",
            "---",
            "===",
            "    code",
            "$x^2$ :smile: [^1] ==x==",
            "back\\slash \\* \\",
            "+++",
        ] {
            let (seen, markup) = shown(&escaped(text));
            assert_eq!((seen.as_str(), &markup[..]), (text.trim(), &[][..]));
        }
        assert_eq!(
            escaped("Mr. Roe's 1.5 % (of 3) – \"well\" - it's 10:30."),
            "Mr. Roe's 1.5 % (of 3) – \"well\" - it's 10\\:30."
        );
        assert_eq!(
            escaped("see http://x.example, www.x.example"),
            "see http\\://x.example, www\\.x.example"
        );
    }

    #[test]
    fn no_address_or_name_becomes_a_link() {
        for text in [
            "Write to ann.roe+news@mail.post.example.",
            "mailto:ann@post.example xmpp:ann@post.example",
            "@post said so; see HTTPS://post.example/a?b=c&d, WWW.post.example, ftp://post.example",
        ] {
            let markdown = escaped(text);
            let (seen, markup) = shown(&markdown);
            assert_eq!((seen.as_str(), &markup[..]), (text, &[][..]));
            // What renderers look for stands nowhere, neither as it is nor once escapes are taken.
            let bare = markdown.replace(NOTHING, "\n").to_lowercase();
            let addressed = bare
                .split('@')
                .skip(1)
                .any(|rest| rest.starts_with(char::is_alphanumeric));
            let schemes = ["https://", "ftp://", "www.", "mailto:", "xmpp:"];
            let linked = schemes.iter().any(|scheme| bare.contains(scheme));
            assert!(!addressed && !linked, "{markdown}");
        }
    }

    #[test]
    fn what_differs_is_bold() {
        let text = "“We owe *them* “an honest” answer";
        let mark = Span::new(text.find("“an").unwrap(), text.find(" answer").unwrap());
        assert_eq!(
            marked(text, &[mark]),
            "“We owe \\*them\\* “**an honest**” answer"
        );
    }

    proptest! {
        #[test]
        fn any_text_is_shown_as_it_is(text in "[-a1 .)(:!=#*_`~<>|&\\[\\]\\\\$^@+w/;{}\"']{0,24}") {
            let (seen, markup) = shown(&escaped(&text));
            prop_assert_eq!((seen.trim(), markup), (text.trim(), vec![]));
        }

        #[test]
        fn any_mark_keeps_the_text(
            before in "[-a1 .*_`<|&\\[\\]“”]{0,9}", mark in "[a*_ .1“”-]{1,9}", after in "[-a1 .*_`<|&]{0,9}",
        ) {
            let text = format!("x{before}{mark}{after}");
            let at = 1 + before.len();
            let (seen, markup) = shown(&marked(&text, &[Span::new(at, at + mark.len())]));
            let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!((words(&seen), markup), (words(&text), vec![]));
        }
    }
}
