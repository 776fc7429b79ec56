//! The text of a page by its tags alone, where no tree can be built of it.

use super::tags::{Token, tokens};
use crate::load::raw::{Paragraph, one_line};
use html_escape::decode_html_entities;

/// What the tags of an element do to the text around them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// They stand inside a line.
    Inline,
    /// They stand for quotation marks.
    Cited,
    /// They begin or end a paragraph.
    Block,
    /// The article begins, whatever was left open before.
    Article,
    /// What is between them is none of the page's words.
    Silent,
    /// What is between them is not the article.
    Around,
}

fn role(name: &str) -> Role {
    match name.to_ascii_lowercase().as_str() {
        "q" => Role::Cited,
        "article" | "main" | "h1" => Role::Article,
        "script" | "style" | "template" | "noscript" | "svg" | "math" => Role::Silent,
        // Not "form": some systems put the whole page into one.
        "nav" | "header" | "footer" | "aside" | "select" | "button" => Role::Around,
        "a" | "abbr" | "acronym" | "b" | "bdi" | "bdo" | "big" | "cite" | "code" | "data"
        | "del" | "dfn" | "em" | "font" | "i" | "ins" | "kbd" | "label" | "mark" | "s" | "samp"
        | "small" | "span" | "strike" | "strong" | "sub" | "sup" | "time" | "tt" | "u" | "var"
        | "wbr" | "img" => Role::Inline,
        _ => Role::Block,
    }
}

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
            Token::Tag(tag) => match role(tag.name) {
                Role::Inline => {}
                Role::Cited if hidden.shows() => text.push(if tag.end { '”' } else { '“' }),
                role => {
                    hidden.take(role, tag.end);
                    flush(&mut found, &mut text, begun);
                }
            },
            Token::Raw(_) | Token::Comment(_) | Token::Unfinished => {}
        }
    }
    flush(&mut found, &mut text, begun);
    found
}

fn flush(found: &mut Vec<Paragraph>, text: &mut String, line: u32) {
    if !text.is_empty() {
        let words = one_line(&decode_html_entities(text));
        if !words.is_empty() {
            found.push(Paragraph::new(words, line));
        }
        text.clear();
    }
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

    fn take(&mut self, role: Role, end: bool) {
        let open = match role {
            Role::Silent => &mut self.silent,
            Role::Around => &mut self.around,
            Role::Article if !end => {
                // A page whose tags are in disorder may never close what it opened.
                self.around = 0;
                return;
            }
            _ => return,
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

    #[test]
    fn a_page_inside_a_form_is_read() {
        let found = paragraphs("<form><p>The council met.<select><option>x</select></form>");
        assert_eq!(found.len(), 1);
    }
}
