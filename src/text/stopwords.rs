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

/// The language of whose function words some folded words hold most, `None` where they hold none.
pub fn likely_language<'a>(keys: impl Iterator<Item = &'a str>) -> Option<&'static str> {
    let keys: Vec<&str> = keys.collect();
    let count = |name: &str| {
        keys.iter()
            .filter(|key| FUNCTION_WORDS.has_in(name, key))
            .count()
    };
    let counts = FUNCTION_WORDS.sections().map(|name| (count(name), name));
    let most = counts.reduce(|x, y| if y.0 > x.0 { y } else { x });
    most.filter(|(count, _)| *count > 0).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::{is_function_word, likely_language};

    #[test]
    fn each_language_has_its_own() {
        assert!(is_function_word("the", None) && is_function_word("the", Some("en-GB")));
        assert!(is_function_word("die", Some("de")) && !is_function_word("die", Some("en")));
        assert!(!is_function_word("ferry", None));
    }

    #[test]
    fn small_words_show_the_language() {
        let language = |text: &'static str| likely_language(text.split(' '));
        assert_eq!(language("the war of the ferry"), Some("en"));
        assert_eq!(language("das war die fähre der stadt"), Some("de"));
        assert_eq!(language("ferry"), None);
    }
}
