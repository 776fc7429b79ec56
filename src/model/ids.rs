//! Names for the parts of a comparison, as the reader sees them.

use serde::{Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// An article by its place in the story, shown as a letter: `A`, `B`, … `Z`, `AA`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(pub u32);

/// A sentence by its article and its place there, shown as `A3` (the third sentence of A).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SentenceId {
    /// The article.
    pub article: ArticleId,
    /// The place in [`Article::sentences`](super::Article::sentences), from 0.
    pub index: u32,
}

/// A quote by its place in [`Facts::quotes`](super::Facts::quotes), shown as `q1`, `q2`, ….
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuoteId(pub u32);

/// A row by its place in [`Comparison::rows`](super::Comparison::rows), shown from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowId(pub u32);

/// A finding by its place in [`Comparison::findings`](super::Comparison::findings), shown from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FindingId(pub u32);

impl ArticleId {
    /// Its place as an index.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl SentenceId {
    /// The sentence at `index` (from 0) of `article`.
    pub const fn new(article: ArticleId, index: u32) -> Self {
        Self { article, index }
    }
}

macro_rules! place {
    ($($id:ident),*) => {$(
        impl $id {
            /// Its place as an index.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}
place!(QuoteId, RowId, FindingId);

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = Vec::new();
        let mut left = self.0;
        loop {
            letters.push(char::from(b'A' + (left % 26) as u8));
            match left / 26 {
                0 => break,
                more => left = more - 1,
            }
        }
        f.pad(&letters.iter().rev().collect::<String>())
    }
}

impl fmt::Display for SentenceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}{}", self.article, self.index + 1))
    }
}

impl FromStr for SentenceId {
    type Err = &'static str;

    /// Reads "A3" or "a3".
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const WRONG: &str = "a sentence is named by the letter of its article and its number: A3";
        let digits = text.find(|c: char| c.is_ascii_digit()).ok_or(WRONG)?;
        let (letters, number) = text.split_at(digits);
        let mut article = 0u32;
        for letter in letters.bytes() {
            let value = match letter.to_ascii_uppercase() {
                letter @ b'A'..=b'Z' => u32::from(letter - b'A') + 1,
                _ => return Err(WRONG),
            };
            let shifted = article.checked_mul(26).ok_or(WRONG)?;
            article = shifted.checked_add(value).ok_or(WRONG)?;
        }
        let number: u32 = number.parse().map_err(|_| WRONG)?;
        match (article.checked_sub(1), number.checked_sub(1)) {
            (Some(article), Some(index)) => Ok(Self::new(ArticleId(article), index)),
            _ => Err(WRONG),
        }
    }
}

impl fmt::Display for QuoteId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("q{}", self.0 + 1))
    }
}

impl fmt::Display for RowId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&(self.0 + 1).to_string())
    }
}

impl fmt::Display for FindingId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&(self.0 + 1).to_string())
    }
}

impl Serialize for ArticleId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl Serialize for SentenceId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl Serialize for QuoteId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl Serialize for RowId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_u32(self.0 + 1)
    }
}

impl Serialize for FindingId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_u32(self.0 + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::{ArticleId, SentenceId};

    #[test]
    fn letters_run_on_after_z() {
        let name = |n| ArticleId(n).to_string();
        assert_eq!(
            [name(0), name(25), name(26), name(27)],
            ["A", "Z", "AA", "AB"]
        );
        assert_eq!(SentenceId::new(ArticleId(1), 4).to_string(), "B5");
    }

    #[test]
    fn a_sentence_is_read_by_its_name() {
        for n in [0, 25, 26, 27, 701, 702] {
            let id = SentenceId::new(ArticleId(n), 4);
            assert_eq!(id.to_string().parse(), Ok(id));
        }
        assert_eq!("b12".parse(), Ok(SentenceId::new(ArticleId(1), 11)));
        for wrong in [
            "",
            "A",
            "3",
            "A0",
            "é3",
            "A3x",
            "ZZZZZZZZZ1",
            "A99999999999",
        ] {
            assert!(wrong.parse::<SentenceId>().is_err(), "{wrong}");
        }
    }
}
