//! Small words around reporting verbs, by language.

use crate::text::lexicon::Lexicon;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// The words of each role in the language with this ISO 639-1 code; English where none is known.
pub(in crate::facts) fn of(language: Option<&str>) -> Option<&'static Lexicon> {
    static ROLES: LazyLock<BTreeMap<&str, Lexicon>> = LazyLock::new(roles);
    let code = language.and_then(|code| code.get(..2)).unwrap_or("en");
    ROLES.get(code)
}

/// The words of each role, by language.
fn roles() -> BTreeMap<&'static str, Lexicon> {
    let list = Lexicon::new(include_str!("../data/frames.txt"));
    let sections = list
        .sections()
        .filter_map(|section| section.split_once('.'));
    let codes: BTreeSet<&str> = sections.map(|(code, _)| code).collect();
    let roles = |code| (code, list.within(&format!("{code}.")));
    codes.into_iter().map(roles).collect()
}
