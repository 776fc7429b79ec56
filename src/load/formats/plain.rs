//! Plain text: which lines make a paragraph.

use crate::load::raw::{Paragraph, Raw, one_line};
use crate::text::clean::clean;
use unicode_width::UnicodeWidthStr;

/// No editor or mail program wraps lines wider than this; longer lines are whole paragraphs.
const WIDEST_WRAP: usize = 130;

/// Files with lines no wider than this are lists or verse, not wrapped prose.
const NARROWEST_WRAP: usize = 30;

/// In a wrapped file this share of the line breaks stands where the next word did not fit.
const FULL_LINES: f64 = 0.6;

/// The format in words.
pub(in crate::load) const FORMAT: &str = "plain text";

/// A line that holds text.
struct Line {
    text: String,
    number: u32,
    /// White space stood before it.
    indented: bool,
    /// A line break alone parts it from the line before.
    follows: bool,
    /// It ended in a soft hyphen: its last word goes on in the next line.
    hyphenated: bool,
}

/// Reads plain text: a paragraph is a line, or the lines between blank ones where they are wrapped.
pub(in crate::load) fn read(text: &str) -> Raw {
    Raw {
        paragraphs: paragraphs(text),
        format: FORMAT.to_owned(),
        ..Raw::default()
    }
}

/// The paragraphs of plain text.
pub(in crate::load) fn paragraphs(text: &str) -> Vec<Paragraph> {
    let lines = lines(text);
    let width = wrap_width(&lines);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut last: Option<&Line> = None;
    for line in &lines {
        match (
            last.filter(|last| continues(last, line, width)),
            paragraphs.last_mut(),
        ) {
            (Some(last), Some(paragraph)) => {
                if !last.hyphenated {
                    paragraph.text.push(' ');
                }
                paragraph.text.push_str(&line.text);
            }
            _ => paragraphs.push(Paragraph::new(line.text.clone(), line.number)),
        }
        last = Some(line);
    }
    paragraphs
}

/// The lines of a paragraph of which the format says where they break, as paragraphs; those that
/// only cut a sentence are joined.
pub(in crate::load) fn lines_joined(text: &str) -> Vec<String> {
    let mut joined: Vec<String> = Vec::new();
    for line in text.split('\n').map(one_line) {
        match joined.last_mut().filter(|last| is_cut(last, &line)) {
            Some(last) => {
                last.push(' ');
                last.push_str(&line);
            }
            None => joined.push(line),
        }
    }
    joined.retain(|line| !line.is_empty());
    joined
}

/// The lines that hold text, cleaned, runs of blanks as one.
fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut follows = false;
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    for (number, source) in (1..).zip(text.split('\n')) {
        for piece in clean(source).split('\n') {
            let words: Vec<_> = piece.split(' ').filter(|word| !word.is_empty()).collect();
            let joined = words.join(" ");
            let line = joined.trim();
            if line.is_empty() {
                follows = false;
                continue;
            }
            lines.push(Line {
                text: line.to_owned(),
                number,
                indented: piece.starts_with(char::is_whitespace),
                follows,
                hyphenated: source.trim_end().ends_with('\u{ad}'),
            });
            follows = true;
        }
    }
    lines
}

/// The width at which the lines of the file are wrapped, if they are.
fn wrap_width(lines: &[Line]) -> Option<usize> {
    let width = lines.iter().map(|line| line.text.width()).max()?;
    if !(NARROWEST_WRAP..=WIDEST_WRAP).contains(&width) {
        return None;
    }
    let breaks = || {
        lines
            .windows(2)
            .filter(|pair| matches!(pair, [_, next] if next.follows))
    };
    let full = breaks()
        .filter(|pair| matches!(pair, [line, next] if is_full(line, next, width)))
        .count();
    let all = breaks().count();
    (full >= 2 && full as f64 >= all as f64 * FULL_LINES).then_some(width)
}

/// Whether the first word of `next` did not fit into `line`.
fn is_full(line: &Line, next: &Line, width: usize) -> bool {
    let word = next.text.split(' ').next().unwrap_or_default();
    line.text.width() + 1 + word.width() > width
}

/// Whether `next` goes on with the paragraph of `line`.
fn continues(line: &Line, next: &Line, width: Option<usize>) -> bool {
    if !next.follows || begins_item(&next.text) {
        return false;
    }
    let indented = next.indented && !line.indented;
    line.hyphenated
        || is_cut(&line.text, &next.text)
        || (!indented && width.is_some_and(|width| is_full(line, next, width)))
}

/// Whether a line break cuts a sentence: it did not end, and goes on with a small letter.
fn is_cut(line: &str, next: &str) -> bool {
    !line.ends_with(['.', '!', '?', '…', ':', '|', '”', '"'])
        && next.starts_with(char::is_lowercase)
}

/// Whether a line begins an item of a list.
fn begins_item(line: &str) -> bool {
    ["- ", "* ", "• ", "– ", "— ", "· ", "▪ ", "◦ ", "> ", "» "]
        .iter()
        .any(|bullet| line.starts_with(bullet))
}

#[cfg(test)]
mod tests {
    use super::read;

    fn paragraphs(text: &str) -> Vec<(u32, String)> {
        let raw = read(text);
        raw.paragraphs
            .into_iter()
            .map(|paragraph| (paragraph.line, paragraph.text))
            .collect()
    }

    fn texts(text: &str) -> Vec<String> {
        paragraphs(text).into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn a_paragraph_a_line() {
        let text = "Bridge Closed\r\nThe bridge was closed on Monday.\r\nNobody knows why.\r\n";
        assert_eq!(
            paragraphs(text),
            [
                (1, "Bridge Closed".to_owned()),
                (2, "The bridge was closed on Monday.".to_owned()),
                (3, "Nobody knows why.".to_owned())
            ]
        );
    }

    #[test]
    fn blank_lines_between_paragraphs_and_lines_that_stand_together() {
        let text =
            "Bridge Closed\n\nThe bridge was closed.\n\nJane Roe\nLATEST NEWS\n\n\nA fair opens";
        let lines: Vec<_> = paragraphs(text).iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [1, 3, 5, 6, 9]);
    }

    #[test]
    fn wrapped_lines_are_joined() {
        let text = "Bridge Closed\n\nThe old bridge over the river was closed on\nMonday, the council \
                    said. Nobody knows for how\nlong.\n\nRepairs would cost more than the town can pay \
                    in\nthe next two years.\n";
        assert_eq!(
            texts(text),
            [
                "Bridge Closed",
                "The old bridge over the river was closed on Monday, the council said. Nobody knows for how long.",
                "Repairs would cost more than the town can pay in the next two years."
            ]
        );
    }

    #[test]
    fn wrapped_paragraphs_without_blank_lines_begin_after_a_short_line_or_indented() {
        let text = "The old bridge over the river was closed on\nMonday, the council said. Nobody \
                    knows for\nlong.\nRepairs would cost more than the town can pay\nin the next two \
                    years, and so on, if nobody at\n  The mayor did not want to speak of it to our\n\
                    paper.";
        assert_eq!(texts(text).len(), 3);
    }

    #[test]
    fn a_list_of_headlines_is_not_one_wrapped_paragraph() {
        let text = "Latest news\n- Mayor Opens Fair in the Old Town Hall\n- Dog Found\n- Bridge \
                    Closed for a Year, Council Says Today";
        assert_eq!(texts(text).len(), 4);
        let bare = "Mayor Opens Fair in the Old Town\nDog Found After Two Weeks\nBridge Closed for a \
                    Year\nCouncil Meets on Monday";
        assert_eq!(texts(bare).len(), 4);
    }

    #[test]
    fn soft_hyphens_at_line_ends_close_the_word() {
        assert_eq!(texts("The coun\u{ad}\ncil met."), ["The council met."]);
    }
}
