//! The text of a page by its tags alone, where no tree can be built of it.

use super::tags::{Token, tokens};
use crate::load::raw::{Paragraph, one_line};
use std::borrow::Cow;

/// Elements whose text is none of the page's words.
const SILENT: [&str; 6] = ["script", "style", "template", "noscript", "svg", "math"];

/// Elements that hold what is not the article.
const AROUND: [&str; 7] = [
    "nav", "header", "footer", "aside", "form", "select", "button",
];

/// Elements inside a line.
const INLINE: [&str; 34] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img",
];

/// The paragraphs of `page`: the text between the tags that begin or end a block. What stands in
/// scripts, navigation, headers, footers and forms is left out.
pub(in crate::load) fn paragraphs(page: &str) -> Vec<Paragraph> {
    let mut found = Vec::new();
    let mut text = String::new();
    let (mut line, mut begun) = (1, 1);
    let mut hidden = Hidden::default();
    let mut from = page;
    for token in tokens(page) {
        match token {
            Token::Text(piece) => {
                line += lines_to(&mut from, piece);
                if hidden.shows() {
                    if text.trim().is_empty() {
                        begun = line + leading_lines(piece);
                    }
                    text.push_str(piece);
                }
            }
            Token::Tag(tag) if is_one_of(&INLINE, tag.name) => {
                if tag.name.eq_ignore_ascii_case("q") && hidden.shows() {
                    text.push(if tag.end { '”' } else { '“' });
                }
            }
            Token::Tag(tag) => {
                hidden.take(tag.name, tag.end);
                flush(&mut found, &mut text, begun);
            }
            Token::Raw(_) | Token::Unfinished => {}
        }
    }
    flush(&mut found, &mut text, begun);
    found
}

/// `text` with its character references decoded.
pub(in crate::load) fn decoded(text: &str) -> Cow<'_, str> {
    html_escape::decode_html_entities(text)
}

fn flush(found: &mut Vec<Paragraph>, text: &mut String, line: u32) {
    let words = one_line(&decoded(text));
    if !words.is_empty() {
        found.push(Paragraph::new(words, line));
    }
    text.clear();
}

/// How many lines end between the beginning of `from` and `piece`, which is a part of it; `from`
/// then begins there.
fn lines_to(from: &mut &str, piece: &str) -> u32 {
    let before = piece.as_ptr() as usize - from.as_ptr() as usize;
    let passed = from.get(..before).unwrap_or_default();
    *from = from.get(before..).unwrap_or_default();
    passed.bytes().filter(|byte| *byte == b'\n').count() as u32
}

fn leading_lines(piece: &str) -> u32 {
    let blank = piece.bytes().take_while(u8::is_ascii_whitespace);
    blank.filter(|byte| *byte == b'\n').count() as u32
}

fn is_one_of(names: &[&str], name: &str) -> bool {
    names.iter().any(|one| name.eq_ignore_ascii_case(one))
}

/// What is open around the text that hides it.
#[derive(Default)]
struct Hidden {
    silent: u32,
    around: u32,
}

impl Hidden {
    fn shows(&self) -> bool {
        self.silent + self.around == 0
    }

    fn take(&mut self, name: &str, end: bool) {
        let open = if is_one_of(&SILENT, name) {
            &mut self.silent
        } else if is_one_of(&AROUND, name) {
            &mut self.around
        } else {
            // A page whose tags are in disorder may never close what it opened.
            if is_one_of(&["article", "main", "h1"], name) && !end {
                self.around = 0;
            }
            return;
        };
        *open = if end {
            open.saturating_sub(1)
        } else {
            *open + 1
        };
    }
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    #[test]
    fn blocks_are_paragraphs_and_what_is_around_them_is_left_out() {
        let page = "<title>x</title><nav><a href=/>News</a></nav>\n<article><h1>Bridge &amp; Co</h1>\n\
            <p>The council <b>closed</b> the\nbridge.<p>“No&#8221; one\n<script>'<p>'</script>knows.</article>\
            <footer><p>© Gazette</footer>";
        let found: Vec<_> = paragraphs(page)
            .into_iter()
            .map(|p| (p.line, p.text))
            .collect();
        let said = |line, text: &str| (line, text.to_owned());
        assert_eq!(
            found,
            [
                said(2, "Bridge & Co"),
                said(3, "The council closed the bridge."),
                said(4, "“No” one"),
                said(5, "knows.")
            ]
        );
    }
}
