//! What every reader of a format hands on: paragraphs, and what the format itself says of them.

use crate::model::{Field, Reason};
use crate::text::clean::clean;
use std::collections::BTreeMap;

/// An article as its format gives it, before anyone asked which paragraph is what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Raw {
    /// Its paragraphs in order; cleaned, trimmed, without line breaks, none empty.
    pub paragraphs: Vec<Paragraph>,
    /// What the format says of it. A headline need not stand among the paragraphs.
    pub declared: Declared,
    /// The format in words, for people: "saved web page".
    pub format: String,
    /// What the reader did that nobody would expect, a sentence each.
    pub notes: Vec<String>,
}

/// A longer text, in bytes, is no article: a library of novels, or a file made to be large.
const LONGEST_TEXT: usize = 1 << 20;

/// A text of more paragraphs is a list of something.
const MOST_PARAGRAPHS: usize = 10_000;

impl Raw {
    /// Drops what goes beyond the length of any article, and says so.
    pub(super) fn cut(&mut self) {
        let (mut whole, mut left) = (0, LONGEST_TEXT);
        for paragraph in self.paragraphs.iter().take(MOST_PARAGRAPHS) {
            let Some(rest) = left.checked_sub(paragraph.text.len() + 1) else {
                break;
            };
            (whole, left) = (whole + 1, rest);
        }
        if whole == self.paragraphs.len() {
            return;
        }
        // The paragraph that does not fit may be all of the article.
        if whole < MOST_PARAGRAPHS
            && let Some(paragraph) = self.paragraphs.get_mut(whole)
        {
            let text = &mut paragraph.text;
            text.truncate(text.floor_char_boundary(left));
            text.truncate(text.rfind(' ').unwrap_or(text.len()));
            whole += usize::from(!text.is_empty());
        }
        self.paragraphs.truncate(whole);
        let megabytes = LONGEST_TEXT >> 20;
        self.notes.push(format!(
            "longer than any article: it was cut off after {}, since more than {MOST_PARAGRAPHS} \
             paragraphs or {megabytes} MB are not read",
            match self.paragraphs.len() {
                1 => "1 paragraph".to_owned(),
                many => format!("{many} paragraphs"),
            }
        ));
    }
}

/// A paragraph and where it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// Its text.
    pub text: String,
    /// Its first line in the file, from 1.
    pub line: u32,
    /// What the format says it is.
    pub kind: Kind,
}

/// What the format says a paragraph is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing but a paragraph.
    #[default]
    Text,
    /// Somebody's words: a block quote.
    Quote,
    /// Not the article.
    Aside(Reason),
}

impl Paragraph {
    /// A paragraph of which the format says nothing.
    pub(super) fn new(text: String, line: u32) -> Self {
        let kind = Kind::Text;
        Self { text, line, kind }
    }
}

/// What a format, or the user, says of an article, each with who says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Declared(BTreeMap<Field, Said>);

/// A value and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Said {
    value: String,
    from: String,
}

impl Declared {
    /// Takes `value` for `field` unless something was said before; an empty one says nothing.
    pub(super) fn say(&mut self, field: Field, value: &str, from: &str) {
        let value = one_line(value);
        if !value.is_empty() {
            let from = from.to_owned();
            self.0.entry(field).or_insert(Said { value, from });
        }
    }

    /// Takes all of `other` that this does not say.
    pub(super) fn fill(&mut self, other: Self) {
        for (field, said) in other.0 {
            self.0.entry(field).or_insert(said);
        }
    }

    /// What is said of `field`.
    pub(super) fn get(&self, field: Field) -> Option<&str> {
        self.0.get(&field).map(|said| said.value.as_str())
    }

    /// Who says it.
    pub(super) fn from(&self, field: Field) -> Option<&str> {
        self.0.get(&field).map(|said| said.from.as_str())
    }
}

/// `text` cleaned and in one line, with single blanks.
pub(super) fn one_line(text: &str) -> String {
    let text = clean(text);
    let words = text.split([' ', '\n']).filter(|word| !word.is_empty());
    let joined = words.collect::<Vec<_>>().join(" ");
    joined.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Declared, LONGEST_TEXT, Paragraph, Raw};
    use crate::model::Field;

    #[test]
    fn of_a_paragraph_that_is_too_long_the_beginning_stays() {
        let long = "Hundreds of words. ".repeat(LONGEST_TEXT / 10);
        let texts = ["Title", &long, "More"].map(str::to_owned);
        let mut raw = Raw {
            paragraphs: texts.map(|text| Paragraph::new(text, 1)).to_vec(),
            ..Raw::default()
        };
        raw.cut();
        let [title, cut] = raw.paragraphs.as_slice() else {
            panic!("{} paragraphs", raw.paragraphs.len());
        };
        assert_eq!(title.text, "Title");
        assert!((LONGEST_TEXT - 40..LONGEST_TEXT).contains(&cut.text.len()));
        assert!(cut.text.ends_with([' ', '.', 's', 'f']) && raw.notes.len() == 1);
    }

    #[test]
    fn who_speaks_first_is_believed() {
        let mut declared = Declared::default();
        declared.say(Field::Outlet, " \n", "an empty tag");
        declared.say(Field::Outlet, "The\n Gazette", "og:site_name");
        let mut other = Declared::default();
        other.say(Field::Outlet, "Roe Media Ltd", "publisher");
        other.say(Field::Language, "en", "html lang");
        declared.fill(other);
        assert_eq!(declared.get(Field::Outlet), Some("The Gazette"));
        assert_eq!(declared.from(Field::Outlet), Some("og:site_name"));
        assert_eq!(declared.get(Field::Language), Some("en"));
    }
}
