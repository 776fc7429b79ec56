//! Names that only say more of what follows them: "Norland officials", "Norland spokesman Al Ono".

use super::Mention;
use crate::facts::page::lists::Class;
use crate::facts::page::{Case, Page, Token};

/// Whether the name that ends at `end` only says whose people speak: "Norland officials", "the
/// Ono administration".
pub(in crate::facts) fn is_of_several(page: &Page<'_>, end: usize) -> bool {
    let noun = page.token(end);
    noun.is_some_and(|t| {
        let speaks = t.class.is(Class::SPEAKER_NOUN) && t.case == Case::Lower;
        // "The Fire Commissioner said".
        let next = page.token(end + 1);
        let office = t.class.is(Class::OFFICE) && t.is_capital();
        let office = office && next.is_some_and(|t| !t.is_capital());
        office || speaks && !t.class.is(Class::SPEECH.or(Class::AUXILIARY))
    })
}

/// Whether the name that ends at `end` only belongs to the titles of the next one; a `person` does
/// not where a verb may stand between.
pub(in crate::facts) fn modifies(
    page: &Page<'_>,
    end: usize,
    person: bool,
    next: Option<&Mention>,
) -> bool {
    let Some(next) = next.filter(|next| next.start >= end) else {
        return false;
    };
    let between = page.slice(end..next.start);
    if next.start == next.tokens.start {
        // "Harbour Nights star Ann Lee".
        let noun = |t: &Token| t.case == Case::Lower && t.class.is(Class::MEMBER.or(Class::HUMAN));
        return !person && matches!(between, [only] if noun(only));
    }
    let word = |t: &Token| {
        let role = Class::TITLE.or(Class::ADJECTIVE).or(Class::SPEAKER_NOUN);
        t.class.is(role) || t.is_one_of(&["'s", "'", ".", "-"])
    };
    // "Norland antitrust chief Ann Lee".
    let field = !person
        && between.first().is_some_and(|t| {
            let other = Class::FUNCTION.or(Class::VERB).or(Class::NUMBER);
            t.case == Case::Lower && !t.class.is(other) && !t.key.ends_with("ed")
        });
    let between = between.get(usize::from(field)..).unwrap_or_default();
    end <= next.start && between.iter().all(word)
}
