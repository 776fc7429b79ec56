//! What a block looks like: its length, its end, its marks, its words.

use crate::text::fold::fold;
use unicode_segmentation::UnicodeSegmentation;

/// A block's looks.
#[allow(
    clippy::struct_excessive_bools,
    reason = "looks that do not depend on each other"
)]
#[derive(Clone, Debug)]
pub(in crate::load) struct Shape {
    /// Its folded text without list marks and bars around it.
    pub key: String,
    /// How many words it has.
    pub words: usize,
    /// It ends as a sentence does.
    pub stop: bool,
    /// It ends in a question or exclamation mark.
    pub asks: bool,
    /// It ends in a colon.
    pub colon: bool,
    /// It begins with the mark of a list item; a sentence behind a long dash is speech.
    pub bullet: bool,
    /// It ends in a bar.
    pub bar: bool,
    /// It begins with a capital or a digit.
    pub capital: bool,
}

/// No headline is longer, in words.
const LONGEST_TITLE: usize = 30;

/// A paragraph of an article is at least so long, in words; a shorter one may be anything.
const SHORTEST_PARAGRAPH: usize = 12;

const BULLETS: [char; 12] = ['-', '*', '•', '–', '—', '·', '▪', '◦', '●', '►', '>', '»'];

impl Shape {
    /// The looks of `text`.
    pub(in crate::load) fn new(text: &str) -> Self {
        let bare = bare(text);
        let end = bare
            .trim_end_matches(|c: char| "\"'”’“»«)]}」』".contains(c))
            .chars()
            .next_back();
        let stop = end.is_some_and(is_stop) && !ends_in_initials(bare);
        let first = bare.chars().find(|c| c.is_alphanumeric());
        Self {
            key: fold(bare),
            stop,
            asks: matches!(end, Some('?' | '!' | '？' | '！' | '؟')),
            colon: matches!(end, Some(':' | '：')),
            bullet: has_bullet(text) && !(stop && text.starts_with(['–', '—'])),
            bar: text.ends_with(['|', '｜']),
            capital: first.is_some_and(|c| !c.is_lowercase()),
            words: bare.unicode_words().count(),
        }
    }

    /// It holds no word at all.
    pub(in crate::load) fn is_separator(&self) -> bool {
        self.words == 0
    }

    /// It could be a headline: short, begins with a capital, and does not end as sentences do.
    pub(in crate::load) fn is_title(&self) -> bool {
        (1..=LONGEST_TITLE).contains(&self.words)
            && self.capital
            && !self.colon
            && (!self.stop || self.asks)
    }

    /// It could be a headline that ends without any mark, not even that of an abbreviation.
    pub(in crate::load) fn is_open(&self) -> bool {
        self.is_title() && !self.stop && !self.key.ends_with('.')
    }

    /// It is running text: long, or a sentence of some length.
    pub(in crate::load) fn is_prose(&self) -> bool {
        self.words > LONGEST_TITLE || (self.words >= SHORTEST_PARAGRAPH && self.stop && !self.asks)
    }
}

/// `text` without list marks before it and bars around it.
pub(in crate::load) fn bare(text: &str) -> &str {
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '|' | '｜'));
    match text.chars().next() {
        Some(c) if has_bullet(text) => text.strip_prefix(c).unwrap_or(text).trim_start(),
        _ => text,
    }
}

/// The last word of `text`, with the marks around it.
pub(in crate::load) fn last_word(text: &str) -> Option<&str> {
    let mut words = text.split_whitespace().rev();
    words.find(|word| word.contains(char::is_alphanumeric))
}

fn has_bullet(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| BULLETS.contains(&c))
        && chars.next().is_some_and(char::is_whitespace)
}

const fn is_stop(c: char) -> bool {
    matches!(
        c,
        '.' | '!' | '?' | '…' | ';' | ',' | '。' | '！' | '？' | '।' | '؟' | '۔' | '．'
    )
}

/// "… Tells U.S.", "… of John Roe Jr.": the last stop belongs to an abbreviation.
fn ends_in_initials(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or_default();
    let word = last.trim_end_matches(|c: char| "\"'”’)".contains(c));
    let Some(word) = word.strip_suffix('.') else {
        return false;
    };
    matches!(word, "Jr" | "Sr" | "Inc" | "Co" | "Corp" | "Ltd")
        || (word.contains('.') && word.split('.').all(is_letter))
}

fn is_letter(part: &str) -> bool {
    let mut chars = part.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::Shape;

    fn shape(text: &str) -> Shape {
        Shape::new(text)
    }

    #[test]
    fn headlines_are_told_from_sentences() {
        for title in [
            "Council Closes Bridge",
            "Who Is Jane Roe?",
            "Mayor Is ‘Calm,’ Roe Tells U.S.",
            "- Dog found in G.O.P. office",
        ] {
            assert!(shape(title).is_title(), "{title}");
        }
        for other in [
            "The bridge is closed.",
            "It rose by 0.9.",
            "he left",
            "Roe said:",
            "| |",
        ] {
            assert!(!shape(other).is_title(), "{other}");
        }
        assert!(
            shape("The bridge was closed on Monday after a long night of rain, officials said.")
                .is_prose()
        );
    }

    #[test]
    fn list_marks_and_bars_are_no_part_of_the_key() {
        assert_eq!(shape("Jane Roe |").key, "jane roe");
        assert!(shape("Jane Roe |").bar && shape("- Dog found").bullet);
        assert_eq!(shape("• Dog found").key, shape("Dog found").key);
        assert!(!shape("— We do not know, — said the mayor.").bullet);
        assert!(!shape("-5 degrees in the night").bullet);
    }
}
