//! Datelines: the place from which an article reports, before its first words.

use super::lists::places;
use super::{Case, Page, Token};
use std::ops::Range;

/// A dateline before a dash has at most so many tokens.
const LENGTH: usize = 10;

/// A town before no dash and no country has at least so many letters: what is shorter is a name in
/// capitals ("USA Judo said").
const TOWN: usize = 4;

/// Where a sentence begins behind its dateline: "NORHAVEN, Norland (AP) — The strike", and, where an
/// article opens so, "NORHAVEN, Norland The strike".
pub(in crate::facts) fn dateline(page: &Page<'_>, range: &Range<usize>) -> usize {
    let tokens = page.slice(range.clone());
    let shouts = tokens.first().is_some_and(|t| t.case == Case::Upper);
    if !shouts {
        return range.start;
    }
    let dash = tokens.iter().take(LENGTH).position(|t| t.key == "—");
    let plain = |dash: usize| {
        let mut before = tokens.iter().take(dash);
        before.all(|t| t.case != Case::Lower && !t.quoted)
    };
    let dashed = dash.filter(|dash| plain(*dash)).map(|dash| dash + 1);
    let opens = page.sentences.first() == Some(range);
    let behind = dashed.or_else(|| bare(tokens).filter(|_| opens));
    range.start + behind.unwrap_or(0)
}

/// How many tokens a dateline without a dash has: a town in capitals that is known, or one with its
/// state or country behind a comma, before the capital of a sentence.
fn bare(tokens: &[Token]) -> Option<usize> {
    let capitals = |t: &&Token| t.case == Case::Upper && t.key.chars().count() > 1;
    let part = |t: &&Token| capitals(t) || t.is_one_of(&["/", "-"]);
    let town = tokens.iter().take_while(part).count();
    let begins = |at: usize| {
        let token = tokens.get(at);
        token.is_some_and(|t| t.case == Case::Capital || t.is_capital() && t.key == "a")
    };
    let comma = tokens.get(town).is_some_and(|t| t.key == ",");
    if !comma {
        let known = tokens.get(..town)?.split(|t| !t.is_word()).any(is_place);
        let letters: usize = tokens
            .iter()
            .take(town)
            .map(|t| t.key.chars().count())
            .sum();
        return (known && letters >= TOWN && begins(town)).then_some(town);
    }
    let from = town + 1;
    let stop = |at: usize| tokens.get(at).is_some_and(|t| t.key == ".");
    let state = (begins(from) && stop(from + 1)).then_some(from + 2);
    let named = |end: &usize| tokens.get(from..*end).is_some_and(is_place);
    let country = [from + 2, from + 1].into_iter().find(named);
    state.or(country).filter(|end| begins(*end))
}

/// Whether some words are the name of a place.
fn is_place(words: &[Token]) -> bool {
    let words: Vec<&str> = words.iter().map(|t| t.key.as_str()).collect();
    places().has(&words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::{Page, dateline};
    use crate::facts::testing::article;

    #[test]
    fn an_article_begins_behind_its_dateline() {
        let behind = |text: &str, end: &str| {
            let article = article(&[text]);
            let page = Page::read(&article, 0);
            let range = page.sentence(0);
            let start = dateline(&page, &range);
            assert_eq!(page.text(&(range.start..start)), end, "{text}");
        };
        behind(
            "NORHAVEN, Norland (AP) — The strike ended.",
            "NORHAVEN, Norland (AP) —",
        );
        behind("NORHAVEN, Norway The strike ended.", "NORHAVEN, Norway");
        behind("NORHAVEN, Norway A strike ended.", "NORHAVEN, Norway");
        behind("NORHAVEN, Va. Violent storms struck.", "NORHAVEN, Va.");
        behind("NEW YORK Violent storms struck.", "NEW YORK");
        behind("LONDON/NORHAVEN Officials waited.", "LONDON/NORHAVEN");
        behind("NORHAVEN Officials waited.", "");
        behind("USA Judo waited.", "");
        behind("NASA, Norway and others waited.", "");
        behind("LONDON is far away.", "");
    }
}
