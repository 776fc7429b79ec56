//! Small words around reporting verbs, by language.

use super::page::Page;
use crate::text::lexicon::Lexicon;
use std::sync::LazyLock;

/// Small words around reporting verbs, by language.
static FRAMES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("data/frames.txt")));

/// Whether a folded word does something around reporting verbs in the page's language; `role` is a
/// section of `frames.txt` without its language.
pub(super) fn is_frame(page: &Page<'_>, role: &str, key: &str) -> bool {
    let code = page.article.language.as_deref();
    let code = code.and_then(|code| code.get(..2)).unwrap_or("en");
    FRAMES.has_in(&format!("{code}.{role}"), key)
}
