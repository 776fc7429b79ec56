//! Small words around reporting verbs, by language.

use super::page::Page;
use crate::text::lexicon::Lexicon;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The sorted words of each role, by language.
type Roles = BTreeMap<&'static str, BTreeMap<&'static str, Vec<&'static str>>>;

/// Whether a folded word does something around reporting verbs in the page's language; `role` is a
/// section of `frames.txt` without its language.
pub(super) fn is_frame(page: &Page<'_>, role: &str, key: &str) -> bool {
    // Asked of nearly every word, so the languages are sorted out once.
    static ROLES: LazyLock<Roles> = LazyLock::new(roles);
    let code = page.article.language.as_deref();
    let code = code.and_then(|code| code.get(..2)).unwrap_or("en");
    let words = ROLES.get(code).and_then(|roles| roles.get(role));
    words.is_some_and(|words| words.binary_search(&key).is_ok())
}

fn roles() -> Roles {
    let list = Lexicon::new(include_str!("data/frames.txt"));
    let mut roles = Roles::new();
    for section in list.sections() {
        if let Some((code, role)) = section.split_once('.') {
            let words = list.section(section).collect();
            roles.entry(code).or_default().insert(role, words);
        }
    }
    roles
}
