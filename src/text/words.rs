//! Words with their place, comparison key and stem.

use super::{Span, fold::fold};
use rust_stemmers::{Algorithm, Stemmer};
use unicode_segmentation::UnicodeSegmentation;

/// One word of a text: letters or digits by UAX #29, `'s` cut off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// Its folded form ([`fold`]).
    pub key: String,
    /// Its folded form reduced to the stem, or `key` where the language has no stemmer.
    pub stem: String,
}

/// Finds words and stems them by the Snowball algorithm of one language.
pub struct Tokenizer {
    stemmer: Option<Stemmer>,
}

impl std::fmt::Debug for Tokenizer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tokenizer")
            .field("stems", &self.stemmer.is_some())
            .finish()
    }
}

impl Tokenizer {
    /// A tokenizer for the language with this ISO 639-1 code; English where none is known.
    pub fn new(language: Option<&str>) -> Self {
        let algorithm = match language.unwrap_or("en").get(..2).unwrap_or("en") {
            "en" => Some(Algorithm::English),
            "de" => Some(Algorithm::German),
            "fr" => Some(Algorithm::French),
            "es" => Some(Algorithm::Spanish),
            "it" => Some(Algorithm::Italian),
            "pt" => Some(Algorithm::Portuguese),
            "nl" => Some(Algorithm::Dutch),
            "ru" => Some(Algorithm::Russian),
            _ => None,
        };
        Self {
            stemmer: algorithm.map(Stemmer::create),
        }
    }

    /// The stem of a folded word.
    pub fn stem(&self, key: &str) -> String {
        match &self.stemmer {
            Some(stemmer) if !key.starts_with(|c: char| c.is_ascii_digit()) => {
                stemmer.stem(key).into_owned()
            }
            _ => key.to_owned(),
        }
    }

    /// The words of `text`, in order.
    pub fn words(&self, text: &str) -> Vec<Word> {
        let word = |span: Span| {
            let (key, stem) = self.word(span.of(text))?;
            Some(Word { span, key, stem })
        };
        forms(text).filter_map(word).collect()
    }

    /// The key and the stem of a word; `None` where folding leaves nothing of it.
    pub fn word(&self, form: &str) -> Option<(String, String)> {
        let key = fold(form);
        let stem = self.stem(&key);
        (!key.is_empty()).then_some((key, stem))
    }
}

/// Where the words of `text` stand, in order.
pub fn forms(text: &str) -> impl Iterator<Item = Span> + '_ {
    text.unicode_word_indices().map(|(start, word)| {
        let length = without_possessive(word).len();
        Span::new(start, start + length)
    })
}

/// `word` without an English possessive ending, when something is left before it.
fn without_possessive(word: &str) -> &str {
    ["'s", "’s", "'S", "’S"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
        .filter(|rest| !rest.is_empty())
        .unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::Tokenizer;

    #[test]
    fn words_have_place_key_and_stem() {
        let text = "Obama’s 1,200 negotiators won't";
        let words = Tokenizer::new(None).words(text);
        let seen: Vec<_> = words
            .iter()
            .map(|w| (w.span.of(text), w.key.as_str(), w.stem.as_str()))
            .collect();
        assert_eq!(
            seen,
            [
                ("Obama", "obama", "obama"),
                ("1,200", "1,200", "1,200"),
                ("negotiators", "negotiators", "negoti"),
                ("won't", "won't", "won't"),
            ]
        );
    }
}
