//! Places that outlets give differently for the same piece.

use crate::compare::clash::{Clash, Side};
use crate::compare::reading::{Pair, Token, facts_of};
use crate::model::{Comparison, Fact, FactKind, FindingKind, Place, SentenceId, Severity, Value};
use crate::text::fold::fold;
use std::collections::BTreeSet;

/// Words with which a phrase of place begins, by what they say of the place.
const AT: [&[&str]; 3] = [
    &[
        "in", "at", "near", "outside", "inside", "off", "on", "around",
    ],
    &["to", "into", "toward", "towards", "for"],
    &["from", "out"],
];

/// How many words before a phrase of place say what is told to be there.
const BEFORE: usize = 8;

/// How many of them must be the same.
const SHARED: usize = 2;

/// A place in a phrase of place.
struct Scene<'a> {
    fact: &'a Fact,
    name: &'a str,
    /// What the phrase says of it: [`AT`].
    relation: usize,
    /// The content words before the phrase.
    before: BTreeSet<&'a str>,
}

/// The places that linked sentences of a row give differently.
///
/// Only where both sentences hold one place in a phrase of place, the words before the phrase are of
/// the same thing, and neither sentence names the other's place: a town and the country that it lies
/// in are no difference, and no list here knows which lies in which.
pub(in crate::compare) fn clash(comparison: &Comparison, pair: &Pair<'_>) -> Option<Clash> {
    let left = scenes(comparison, pair.a, pair.left);
    let right = scenes(comparison, pair.b, pair.right);
    let ([x], [y]) = (left.as_slice(), right.as_slice()) else {
        return None;
    };
    let shared = x.before.intersection(&y.before).count();
    // Both outlets know both places, so that neither is another word for the other.
    let known = |name: &str, id: SentenceId| {
        let mut facts = facts_of(comparison, id.article).iter();
        facts.any(|fact| matches!(&fact.value, Value::Name(other) if other == name))
    };
    let (here, there) = (fold(x.name), fold(y.name));
    let holds = |id: SentenceId, name: &str| fold(comparison.sentence(id)).contains(name);
    // "Quay Street, Elmford" is in Elmford.
    let meet = holds(pair.a, &there) || holds(pair.b, &here);
    let apart = !meet && !here.contains(&there) && !there.contains(&here);
    if !apart || x.relation != y.relation || shared < SHARED {
        return None;
    }
    let both = known(x.name, pair.b) && known(y.name, pair.a);
    let side = |scene: &Scene<'_>| Side {
        place: Place {
            article: scene.fact.sentence.article,
            span: scene.fact.span,
        },
        value: scene.name.to_owned(),
    };
    Some(Clash {
        kind: FindingKind::Place,
        severity: if both {
            Severity::Notable
        } else {
            Severity::Minor
        },
        row: pair.row,
        sides: vec![side(x), side(y)],
        explained: false,
    })
}

/// The places of a sentence in phrases of place.
fn scenes<'a>(comparison: &'a Comparison, id: SentenceId, tokens: &'a [Token]) -> Vec<Scene<'a>> {
    let facts = comparison
        .facts_of(id)
        .iter()
        .filter(|fact| fact.kind == FactKind::Place);
    let scenes = facts.filter_map(|fact| {
        let Value::Name(name) = &fact.value else {
            return None;
        };
        let at = tokens
            .iter()
            .position(|token| token.span.overlaps(fact.span))?;
        let head = tokens
            .get(at.checked_sub(1)?)
            .filter(|_| !tokens[at].breaks)?;
        let relation = AT
            .iter()
            .position(|words| words.contains(&head.key.as_str()))?;
        let before = tokens.get(at.saturating_sub(BEFORE + 1)..at - 1)?.iter();
        Some(Scene {
            fact,
            name,
            relation,
            before: before
                .filter(|t| t.content)
                .map(|t| t.stem.as_str())
                .collect(),
        })
    });
    scenes.collect()
}
