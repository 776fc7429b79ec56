//! What one outlet says and another denies.
//!
//! A "not" in one of two sentences says little (measured: a difference that a reader marks in 16 of
//! 100 linked sentences). So both must have the word that is denied, and of the same subject, they
//! must share much else, and hold no word that may deny or condition it in another way.

use crate::compare::clash::{Clash, Side};
use crate::compare::reading::{Noted, Pair, Reading, Token, same_subject};
use crate::compare::stance::certainty::{is_claim, is_name};
use crate::compare::stance::denial::{Denials, REACH, list};
use crate::model::{Comparison, FindingKind, SentenceId, Severity};
use crate::text::Span;

/// What a sentence denies.
pub(in crate::compare) enum Denial {
    /// Nothing.
    Plain,
    /// These words, by their places, each with the place where its denial begins.
    Of(Vec<(usize, usize)>),
    /// Perhaps something, in a way that does not show what.
    Veiled,
}

/// What a sentence denies.
pub(in crate::compare) fn denial(comparison: &Comparison, reading: &Reading) -> Denial {
    let denials = Denials::of(comparison, reading.id);
    let tokens = &reading.tokens;
    if denials.veiled(tokens) {
        return Denial::Veiled;
    }
    if !tokens.iter().any(|token| denials.denies(token)) {
        return Denial::Plain;
    }
    let content = (0..tokens.len()).filter(|&at| tokens.get(at).is_some_and(|t| t.content));
    let denied = content.filter_map(|at| Some((at, denials.before(tokens, at)?)));
    Denial::Of(denied.collect())
}

/// Which share of the content words two sentences must share to be of one thing.
const ALIKE: f64 = 0.3;

/// What linked sentences of a row say and deny.
pub(in crate::compare) fn clash(
    comparison: &Comparison,
    denials: &Noted<Denial>,
    pair: &Pair<'_>,
) -> Option<Clash> {
    let (left, right) = ((pair.a, pair.left), (pair.b, pair.right));
    let (x, y) = match denials.of(pair)? {
        _ if pair.overlap < ALIKE => return None,
        (Denial::Of(words), Denial::Plain) => {
            let (no, yes) = denied(comparison, words, left, right)?;
            (
                Side::new(pair.a.article, no, "denied"),
                Side::new(pair.b.article, yes, "stated"),
            )
        }
        (Denial::Plain, Denial::Of(words)) => {
            let (no, yes) = denied(comparison, words, right, left)?;
            (
                Side::new(pair.a.article, yes, "stated"),
                Side::new(pair.b.article, no, "denied"),
            )
        }
        _ => return None,
    };
    Some(Clash {
        kind: FindingKind::Polarity,
        severity: Severity::Notable,
        row: pair.row,
        sides: vec![x, y],
        explained: true,
    })
}

/// The words of a denial in `no` and of what is denied in `yes`.
fn denied(
    comparison: &Comparison,
    words: &[(usize, usize)],
    (of_no, no): (SentenceId, &[Token]),
    (of_yes, yes): (SentenceId, &[Token]),
) -> Option<(Span, Span)> {
    for &(at, start) in words {
        let (Some(word), Some(start)) = (no.get(at), no.get(start)) else {
            continue;
        };
        let said = yes.iter().enumerate().find(|(_, t)| t.stem == word.stem);
        let Some((to, other)) = said else { continue };
        let names =
            is_name(comparison, of_no, word.span) || is_name(comparison, of_yes, other.span);
        let (is_not, is) = (start.span.cover(word.span), phrase(yes, to));
        let future = |tokens: &[Token], at: usize| {
            let before = tokens.get(at.saturating_sub(REACH)..at).unwrap_or_default();
            before
                .iter()
                .any(|t| matches!(t.key.as_str(), "will" | "won't"))
        };
        // What was closed last night and what will not close are two things.
        let one_time = future(no, at) == future(yes, to);
        // What one side of a quarrel holds is no word of the outlet.
        let claimed = is_claim(no, at) != is_claim(yes, to);
        if !names && !claimed && one_time && same_subject((no, at), (yes, to)) {
            return Some((is_not, is));
        }
    }
    None
}

/// A word with the auxiliary before it: "will close".
fn phrase(tokens: &[Token], at: usize) -> Span {
    let word = tokens.get(at).map_or(Span::default(), |t| t.span);
    let before = at.checked_sub(1).and_then(|i| tokens.get(i));
    let auxiliary = |t: &&Token| list().has_in("auxiliary", &t.key);
    let joined = tokens.get(at).is_some_and(|t| !t.breaks);
    before
        .filter(auxiliary)
        .filter(|_| joined)
        .map_or(word, |t| t.span.cover(word))
}
