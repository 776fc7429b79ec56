//! Texts cut into tokens, so that one text can be compared with many.

use crate::text::{
    Span,
    fold::fold,
    stopwords::{Languages, grammatical},
};
use std::hash::{DefaultHasher, Hash, Hasher};
use unicode_segmentation::UnicodeSegmentation;

/// A word or a punctuation mark, without white space; equal to another when the two are the same
/// but for typography and case.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub span: Span,
    /// Stands for the folded form: a hash of 64 bits, of which two meet in a text of a million
    /// words with a chance of one in thirty million.
    pub key: u64,
    /// Whether it holds a letter or a digit.
    pub word: bool,
    /// The languages in which it says nothing on its own.
    pub grammatical: Languages,
}

impl PartialEq for Token {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for Token {}

impl Hash for Token {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key.hash(state);
    }
}

/// A text cut into the words of UAX #29 (ideographs one by one) and every mark between them.
#[derive(Clone, Debug)]
pub struct Text<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: Vec<Token>,
}

impl<'a> Text<'a> {
    /// Cuts `text`.
    pub fn new(text: &'a str) -> Self {
        let token = |(start, piece): (usize, &str)| {
            let folded = fold(piece);
            let word = folded.chars().any(char::is_alphanumeric);
            (!folded.trim().is_empty()).then(|| Token {
                span: Span::new(start, start + piece.len()),
                key: key(&folded),
                word,
                grammatical: grammatical(&folded),
            })
        };
        Self {
            text,
            tokens: text.split_word_bound_indices().filter_map(token).collect(),
        }
    }

    /// Whether its folded tokens come before those of `other` in the order of characters, or are
    /// the same.
    pub(super) fn in_order(&self, other: &Self) -> bool {
        let mut pairs = self.tokens.iter().zip(&other.tokens);
        match pairs.find(|(x, y)| x != y) {
            Some((x, y)) => fold(x.span.of(self.text)) <= fold(y.span.of(other.text)),
            None => self.tokens.len() <= other.tokens.len(),
        }
    }

    /// Where a run of tokens ends in the text that goes up to the token numbered `end`: at the end
    /// of its last token, or with the white space behind that.
    pub(super) fn border(&self, end: usize, tight: bool) -> usize {
        if tight {
            let last = end.checked_sub(1).and_then(|last| self.tokens.get(last));
            last.map_or(0, |token| token.span.end)
        } else {
            let next = self.tokens.get(end);
            next.map_or(self.text.len(), |token| token.span.start)
        }
    }
}

pub(super) fn key(folded: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    folded.hash(&mut hasher);
    hasher.finish()
}
