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
    let title_case = is_title_case(&inside);
    // Speech is not written in capitals throughout.
    if title_case && inside.len() >= 5 {
        return true;
    }
    if inside.len() > 7 {
        return false;
    }
    let before: Vec<&str> = words(tokens.get(..first).unwrap_or_default().iter().rev(), 5);
    let phrase = |words: &[&str]| before.starts_with(words);
    let so_called =
        phrase(&["called", "so"]) || phrase(&["as", "to", "referred"]) || phrase(&["as", "known"]);
    let near = |section: &str, n: usize| {
        before
            .iter()
            .take(n)
            .any(|word| signs().has_in(section, word))
    };
    let next = tokens.get(end + 1);
    let kind = next.is_some_and(|t| signs().has_in("kinds_after", &t.key));
    let named = near("names", 1) || phrase(&["called"]) && near("called", 4);
    if so_called || named || kind && title_case {
        return true;
    }
    let by_cue = attribution.cue.as_ref().is_some_and(|cue| !cue.weak);
    // "the “no” vote": a short name for what the next word says, where nobody speaks.
    let attribute = next.is_some_and(|t| {
        let verbal = ["ed", "ing", "ly"]
            .iter()
            .any(|ending| t.key.ends_with(ending));
        let other = t.class.is(Class::FUNCTION.or(Class::SPEECH)) || verbal;
        t.is_word() && t.case == Case::Lower && !other
    });
    let attribute = attribute
        && attribution.cue.is_none()
        && tokens
            .get(first..end)
            .and_then(<[Token]>::last)
            .is_some_and(Token::is_word);
    // "a “Norland Nights”-style farce".
    let rest = next.and_then(|t| page.article.text.get(t.span.end..));
    let hyphen = next.is_some_and(|t| t.key == "-")
        && rest.is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    title_case && (near("works", 3) && inside.len() >= 2 || !by_cue && inside.len() >= 3)
        || (attribute || hyphen) && inside.len() <= ATTRIBUTE
}

/// How many words stand in marks before the word they belong to, at most.
const ATTRIBUTE: usize = 4;

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
