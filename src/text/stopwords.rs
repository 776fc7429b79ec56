//! Words that carry grammar, not content.

use super::lexicon::{Lexicon, beginning};
use std::collections::BTreeMap;
use std::sync::LazyLock;

static FUNCTION_WORDS: LazyLock<FunctionWords> =
    LazyLock::new(|| FunctionWords::new(&Lexicon::new(include_str!("data/function_words.txt"))));

/// Every function word with the languages that have it, so that one look-up answers for all.
struct FunctionWords {
    /// The languages (ISO 639-1), sorted; each is one bit of a [`Languages`].
    languages: Vec<&'static str>,
    /// The words after the numbers that they begin with, sorted.
    words: Vec<(u64, &'static str, Languages)>,
}

impl FunctionWords {
    fn new(lexicon: &Lexicon) -> Self {
        let languages: Vec<&str> = lexicon.sections().collect();
        let mut words: BTreeMap<&str, Languages> = BTreeMap::new();
        for (bit, language) in languages.iter().enumerate() {
            for word in lexicon.section(language) {
                words.entry(word).or_default().0 |= 1 << bit;
            }
        }
        Self {
            languages,
            words: words
                .into_iter()
                .map(|(word, languages)| (beginning(word), word, languages))
                .collect(),
        }
    }

    fn find(&self, key: &str) -> Languages {
        let key = (beginning(key), key);
        let found = self
            .words
            .binary_search_by(|(number, word, _)| (*number, *word).cmp(&key));
        let word = found.ok().and_then(|at| self.words.get(at));
        word.map(|(.., languages)| *languages).unwrap_or_default()
    }

    fn language(&self, code: &str) -> Languages {
        let bit = self.languages.binary_search(&code);
        Languages(bit.map_or(0, |bit| 1 << bit))
    }
}

/// A set of the languages whose function words are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Languages(u32);

impl Languages {
    /// Whether the two have a language in common.
    pub const fn meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The languages in which a folded word only carries grammar.
pub fn grammatical(key: &str) -> Languages {
    FUNCTION_WORDS.find(key)
}

/// Whether a folded word only carries grammar in a language (ISO 639-1; English where unknown):
/// such words never align anything, and one that stands alone between two changes belongs to them.
pub fn is_function_word(key: &str, language: Option<&str>) -> bool {
    let code = language.and_then(|code| code.get(..2)).unwrap_or("en");
    grammatical(key).meet(FUNCTION_WORDS.language(code))
}

/// The language that most of some words are [`grammatical`] in; none where no word is in any.
pub fn likely_language(words: impl Iterator<Item = Languages>) -> Languages {
    let mut counts = vec![0u32; FUNCTION_WORDS.languages.len()];
    for Languages(set) in words.filter(|languages| languages.0 != 0) {
        for (bit, count) in counts.iter_mut().enumerate() {
            *count += set >> bit & 1;
        }
    }
    let counts = counts.into_iter().enumerate();
    let most = counts.reduce(|x, y| if y.1 > x.1 { y } else { x });
    most.filter(|(_, count)| *count > 0)
        .map(|(bit, _)| Languages(1 << bit))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{FUNCTION_WORDS, Languages, grammatical, is_function_word, likely_language};

    #[test]
    fn each_language_has_its_own() {
        assert!(is_function_word("the", None) && is_function_word("the", Some("en-GB")));
        assert!(is_function_word("die", Some("de")) && !is_function_word("die", Some("en")));
        assert!(!is_function_word("ferry", None));
        assert!(FUNCTION_WORDS.languages.len() <= 32, "a bit for each");
    }

    #[test]
    fn small_words_show_the_language() {
        let language = |text: &str| likely_language(text.split(' ').map(grammatical));
        let code = |code: &str| FUNCTION_WORDS.language(code);
        assert_eq!(language("the war of the ferry"), code("en"));
        assert_eq!(language("das war die fähre der stadt"), code("de"));
        assert_eq!(language("ferry"), Languages::default());
    }
}
