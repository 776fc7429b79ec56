//! Words that carry grammar, not content.

use super::lexicon::Lexicon;
use std::sync::LazyLock;

static FUNCTION_WORDS: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::new(include_str!("data/function_words.txt")));

/// Whether a folded word only carries grammar in a language (ISO 639-1; English where unknown):
/// such words never align anything, and one that stands alone between two changes belongs to them.
pub fn is_function_word(key: &str, language: Option<&str>) -> bool {
    FUNCTION_WORDS.has_in(language.and_then(|code| code.get(..2)).unwrap_or("en"), key)
}

#[cfg(test)]
mod tests {
    use super::is_function_word;

    #[test]
    fn each_language_has_its_own() {
        assert!(is_function_word("the", None) && is_function_word("the", Some("en-GB")));
        assert!(is_function_word("die", Some("de")) && !is_function_word("die", Some("en")));
        assert!(!is_function_word("ferry", None));
    }
}
