//! What words deny what follows them.

use crate::compare::reading::Token;
use crate::model::{Comparison, SentenceId};
use crate::text::lexicon::Lexicon;
use std::sync::LazyLock;

/// How many small words may stand between a denial and what it denies.
pub(super) const REACH: usize = 4;

pub(super) fn list() -> &'static Lexicon {
    static LIST: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new(include_str!("../data/negation.txt")));
    &LIST
}

/// The words of denial of one language.
#[derive(Clone, Copy)]
pub(super) struct Denials<'a>(&'a str);

impl<'a> Denials<'a> {
    /// Those of the language of a sentence.
    pub(super) fn of(comparison: &'a Comparison, id: SentenceId) -> Self {
        let language = comparison.article(id.article).language.as_deref();
        Self::in_language(language.and_then(|code| code.get(..2)).unwrap_or("en"))
    }

    /// Those of a language, by its code.
    pub(super) const fn in_language(code: &'a str) -> Self {
        Self(code)
    }

    /// Whether a word denies what follows it.
    pub(super) fn denies(self, token: &Token) -> bool {
        list().has_in(self.0, &token.key) || token.key.ends_with("n't")
    }

    /// Whether a sentence may deny something in another way: by a verb, a condition, a contrast.
    pub(super) fn veiled(self, tokens: &[Token]) -> bool {
        let section = format!("{}.veiled", self.0);
        tokens
            .iter()
            .any(|token| list().has_in(&section, &token.key))
    }

    /// Where the denial of the word at `at` begins, if it is denied.
    pub(super) fn before(self, tokens: &[Token], at: usize) -> Option<usize> {
        for back in 1..=REACH {
            let before = at.checked_sub(back)?;
            let token = tokens.get(before)?;
            if tokens.get(before + 1)?.breaks {
                return None;
            }
            if self.denies(token) {
                return Some(before);
            }
            if token.content {
                return None;
            }
        }
        None
    }

    /// Whether the word at `at` is denied, or one right before it that says how much: "not fully proven".
    pub(super) fn denied(self, tokens: &[Token], at: usize) -> bool {
        let degree = |at: &usize| tokens.get(*at).is_some_and(|t| t.key.ends_with("ly"));
        let joined = tokens.get(at).is_some_and(|t| !t.breaks);
        let before = at.checked_sub(1).filter(|_| joined).filter(degree);
        [Some(at), before]
            .into_iter()
            .flatten()
            .any(|at| self.before(tokens, at).is_some())
    }
}
