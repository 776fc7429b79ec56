//! Whether a day of the week is ahead: "will meet on Sunday", "is due to vote in Sunday's session".

use crate::facts::page::calendar;
use crate::facts::page::lists::Class;
use crate::facts::page::{Page, Token};

/// How many words before a day may say that it is ahead.
const REACH: usize = 16;

/// Whether the clause of the day of the week at `at` tells of what will be: the words before it, or,
/// where it opens its sentence, those behind it ("From Monday the boats will run").
pub(super) fn is_ahead(page: &Page<'_>, at: usize) -> bool {
    let Some(sentence) = page.sentences.iter().find(|range| range.contains(&at)) else {
        return false;
    };
    let before = page.slice(sentence.start.max(at.saturating_sub(REACH))..at);
    let behind = page.slice(at + 1..sentence.end.min(at + REACH));
    tells(page, before.iter().rev()) || before.len() < 2 && tells(page, behind.iter())
}

/// Whether some words, read up to the end of their clause, tell of what will be.
fn tells<'a>(page: &Page<'_>, words: impl Iterator<Item = &'a Token>) -> bool {
    let in_clause = |token: &&Token| {
        let speech = token.class.is(Class::SPEECH) && !page.lists.is_noun(&token.key);
        let ends = !token.is_word() && !token.is_one_of(&["-", "'s", "$"]);
        !speech && !ends && !is_in(page, "clause", &token.key)
    };
    let mut words = words.take_while(in_clause);
    words.any(|token| is_in(page, "ahead", &token.key) || token.key.ends_with("'ll"))
}

fn is_in(page: &Page<'_>, section: &str, key: &str) -> bool {
    let language = page.article.language_code().unwrap_or("en");
    calendar::says(&format!("{language}.{section}"), key)
}
