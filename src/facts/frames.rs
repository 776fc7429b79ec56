//! Small words around reporting verbs, by language.

use super::page::Page;
use crate::text::lexicon::Lexicon;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Whether a folded word does something around reporting verbs in the page's language; `role` is a
/// section of `frames.txt` without its language.
pub(super) fn is_frame(page: &Page<'_>, role: &str, key: &str) -> bool {
    // Asked of nearly every word, so the languages are sorted out once.
    static ROLES: LazyLock<BTreeMap<&str, Lexicon>> = LazyLock::new(roles);
    let code = page.article.language.as_deref();
    let code = code.and_then(|code| code.get(..2)).unwrap_or("en");
    let roles = ROLES.get(code);
    roles.is_some_and(|roles| roles.has_in(role, key))
}

/// The words of each role, by language.
fn roles() -> BTreeMap<&'static str, Lexicon> {
    let list = Lexicon::new(include_str!("data/frames.txt"));
    let codes = list
        .sections()
        .filter_map(|section| section.split_once('.'));
    codes
        .map(|(code, _)| (code, list.within(&format!("{code}."))))
        .collect()
}
