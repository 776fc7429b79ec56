//! A cheap guess at the language of a text.

use crate::text::{fold::fold, lexicon::Lexicon};
use std::sync::LazyLock;
use unicode_segmentation::UnicodeSegmentation;

/// Function words by language; they also tell which words carry content ([`carries_content`]).
static FUNCTION_WORDS: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::new(include_str!("data/function_words.txt")));

/// Running text has at least this share of its language's function words.
const ENOUGH: f64 = 0.15;

/// The best language must have so many times the function words of the second best.
const CLEARLY: f64 = 1.25;

/// So many words are enough to tell.
const SAMPLE: usize = 600;

/// The ISO 639-1 code of the language of `text`, where its function words leave no doubt.
pub(in crate::load) fn guess(text: &str) -> Option<String> {
    let mut words: Vec<_> = text.unicode_words().take(SAMPLE).map(fold).collect();
    if words.len() < 20 {
        return None;
    }
    words.sort_unstable();
    let runs = words.chunk_by(|one, next| one == next);
    let counted: Vec<_> = runs
        .filter_map(|run| Some((run.first()?.as_str(), run.len())))
        .collect();
    let times = |entry: &str| {
        let found = counted
            .binary_search_by_key(&entry, |(word, _)| word)
            .ok()?;
        counted.get(found).map(|(_, times)| *times)
    };
    let mut shares: Vec<_> = FUNCTION_WORDS
        .sections()
        .map(|language| {
            let hits: usize = FUNCTION_WORDS.section(language).filter_map(times).sum();
            (hits as f64 / words.len() as f64, language)
        })
        .collect();
    shares.sort_by(|a, b| b.0.total_cmp(&a.0));
    match shares.as_slice() {
        [best, second, ..] if best.0 >= ENOUGH && best.0 >= second.0 * CLEARLY => {
            Some(best.1.to_owned())
        }
        _ => None,
    }
}

/// Whether a folded word says something of what a text is about.
pub(in crate::load) fn carries_content(word: &str) -> bool {
    word.chars().count() > 3 && !FUNCTION_WORDS.has(word)
}

#[cfg(test)]
mod tests {
    use super::guess;

    #[test]
    fn running_text_tells_its_language() {
        let of = |text: &str| guess(&text.repeat(3));
        let said = |code: &str| Some(code.to_owned());
        assert_eq!(
            of("The mayor said on Monday that the bridge would be closed. "),
            said("en")
        );
        assert_eq!(
            of("Der Rat hat am Montag die Brücke über den Fluss gesperrt. "),
            said("de")
        );
        assert_eq!(
            of("Мэр сказал, что мост будет закрыт до весны и не раньше. "),
            said("ru")
        );
        assert_eq!(
            of("Ông cho biết cầu này sẽ bị đóng trong một năm và không có cầu khác. "),
            said("vi")
        );
    }

    #[test]
    fn too_little_or_foreign_text_tells_none() {
        assert_eq!(guess("The mayor said."), None);
        assert_eq!(guess(&"Sampo ilmarinen takoi kirjokannen ".repeat(9)), None);
    }
}
