//! Two utterances of one speaker that are alike: what was said on another occasion, or said again, is
//! no change of what was said first.

use super::versions::{Version, relation};
use crate::model::{Comparison, Quote, QuoteKind, Relation};
use crate::text::fold::fold;
use crate::text::lexicon::Lexicon;
use std::sync::LazyLock;

/// The share of the words of the shorter of two versions that must stand in the longer in order for
/// both to be of one utterance though one was written and the other spoken.
const KEPT: f64 = 0.75;

/// Whether two versions that are not much alike are said to come from two occasions, one written and
/// one spoken: "said in a statement", "told investors".
pub(super) fn are_two(comparison: &Comparison, x: &Version, y: &Version) -> bool {
    let (a, b) = (comparison.quote(x.id), comparison.quote(y.id));
    let apart = is_written(a) && is_spoken(b) || is_spoken(a) && is_written(b);
    apart && x.order(y) < KEPT
}

/// Whether a quote is from something written: "in a statement".
fn is_written(quote: &Quote) -> bool {
    static WRITTEN: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new(include_str!("data/written.txt")));
    let venue = quote.venue.as_deref().unwrap_or_default();
    quote.preposition.is_some() && fold(venue).split_whitespace().any(|word| WRITTEN.has(word))
}

/// Whether a quote was spoken: to somebody, or on an occasion.
fn is_spoken(quote: &Quote) -> bool {
    quote.venue.is_some() && !is_written(quote)
}

fn is_clause(version: &Version) -> bool {
    matches!(version.kind, QuoteKind::Direct | QuoteKind::Unmarked)
}

/// Whether an article has the speaker of a version say much the same in two clauses, as like each other
/// as either is to what another article gives: which of the two that is, or a third, nobody can tell.
pub(super) fn is_said_again(members: &[&Version], x: &Version, y: &Version) -> bool {
    let order = x.order(y);
    let again = |one: &Version| {
        let own = members
            .iter()
            .filter(|v| v.article == one.article && v.id != one.id);
        let mut others = own.filter(|v| is_clause(v) && v.may_share_speaker(one));
        let again = |v: &&Version| relation(v, one) == Relation::Altered && v.order(one) >= order;
        is_clause(one) && others.any(again)
    };
    again(x) || again(y)
}
