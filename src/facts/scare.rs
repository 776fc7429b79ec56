//! Marked words that nobody speaks: scare quotes, titles of works, nicknames.

use super::lists::Class;
use super::marks::Quotation;
use super::page::{Case, Page, Token};
use super::speakers::Attribution;
use crate::text::lexicon::Lexicon;
use std::sync::LazyLock;

/// Words before and after marks that show what they hold.
fn signs() -> &'static Lexicon {
    static LIST: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("data/scare.txt")));
    &LIST
}

/// Whether a quotation gives nobody's words.
pub(super) fn is_no_speech(
    page: &Page<'_>,
    quotation: &Quotation,
    attribution: &Attribution,
) -> bool {
    let [piece] = quotation.pieces.as_slice() else {
        return false;
    };
    let range = page.sentence(piece.sentence);
    let tokens = page.slice(range);
    let first = tokens.partition_point(|t| t.span.start < piece.span.start);
    let end = tokens.partition_point(|t| t.span.start < piece.span.end);
    let inside: Vec<&Token> = tokens
        .get(first..end)
        .unwrap_or_default()
        .iter()
        .filter(|t| t.is_word())
        .collect();
    if inside.len() > 7 {
        return false;
    }
    let before: Vec<&str> = words(tokens.get(..first).unwrap_or_default().iter().rev(), 3);
    let so_called = before.starts_with(&["called", "so"]);
    let near = |section: &str| {
        before
            .first()
            .is_some_and(|word| signs().has_in(section, word))
    };
    let after = tokens.get(end + 1).map_or("", |t| t.key.as_str());
    if so_called || near("names") || signs().has_in("kinds_after", after) && is_title_case(&inside)
    {
        return true;
    }
    let work = before.iter().any(|word| signs().has_in("works", word));
    let silent = attribution.cue.is_none();
    let by_cue = attribution.cue.as_ref().is_some_and(|cue| !cue.weak);
    let title =
        is_title_case(&inside) && (work && inside.len() >= 2 || !by_cue && inside.len() >= 3);
    // "the “no” vote": a short name for what the next word says, where nobody speaks.
    let attribute = tokens.get(end + 1).is_some_and(|t| {
        let other = Class::FUNCTION.or(Class::SPEECH);
        t.is_word() && t.case == Case::Lower && !t.class.is(other)
    });
    title || silent && attribute && inside.len() <= 4
}

/// The next words of a direction, at most `n`.
fn words<'a>(tokens: impl Iterator<Item = &'a Token>, n: usize) -> Vec<&'a str> {
    tokens
        .filter(|t| t.is_word())
        .take(n)
        .map(|t| t.key.as_str())
        .collect()
}

/// Whether all words but the small ones have capitals.
fn is_title_case(words: &[&Token]) -> bool {
    let small = Class::PREPOSITION
        .or(Class::DETERMINER)
        .or(Class::CONJUNCTION);
    let first = words.first().is_some_and(|t| t.is_capital());
    first && words.iter().all(|t| t.is_capital() || t.class.is(small))
}
