//! What a person or an event has one of, where outlets give it differently: an age, a magnitude.
//!
//! Such numbers stand beside a name or in a headline, seldom in sentences that are alike otherwise, so
//! they are held against each other over the whole story.

use crate::compare::amounts::fit::compatible;
use crate::compare::amounts::units;
use crate::compare::amounts::values;
use crate::compare::clash::{Clash, Side};
use crate::compare::reading::{RowOf, facts_of};
use crate::model::{Amount, Comparison, Fact, FindingKind, Severity, Unit, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Measures of one event are no further apart than this factor: a quake of 6.2 and its aftershock of
/// 5.1 are two.
const NEAR: f64 = 1.05;

/// An amount with the fact that gives it.
type Given<'a> = (&'a Fact, &'a Amount);

/// The ages and magnitudes that outlets give differently, one clash a pair of outlets.
pub(in crate::compare) fn clashes(comparison: &Comparison, row_of: &RowOf) -> Vec<Clash> {
    let given: Vec<BTreeMap<&Unit, Vec<Given<'_>>>> = comparison
        .articles
        .iter()
        .map(|article| {
            let mut given: BTreeMap<_, Vec<_>> = BTreeMap::new();
            for fact in facts_of(comparison, article.id) {
                if let Value::Amount(amount) = &fact.value
                    && units::is_trait(amount)
                {
                    let all = given.entry(&amount.unit).or_default();
                    all.push((fact, amount));
                }
            }
            given
        })
        .collect();
    let units: BTreeSet<&Unit> = given.iter().flat_map(|it| it.keys().copied()).collect();
    let mut clashes = Vec::new();
    for unit in units {
        let of_unit: Vec<_> = given.iter().filter_map(|it| it.get(unit)).collect();
        for (at, one) in of_unit.iter().enumerate() {
            let others = of_unit
                .iter()
                .skip(at + 1)
                .filter(|other| differ(one, other));
            clashes.extend(others.filter_map(|other| clash(row_of, one.first()?, other.first()?)));
        }
    }
    clashes
}

const fn is_age(amount: &Amount) -> bool {
    matches!(amount.unit, Unit::Age(_))
}

/// Whether two measures are near enough to be of one event, not of one that followed.
fn are_near(x: &Amount, y: &Amount) -> bool {
    x.number.max(y.number) <= x.number.min(y.number) * NEAR
}

/// Whether no amount of one article fits any of the other.
fn differ(one: &[Given<'_>], other: &[Given<'_>]) -> bool {
    let mut pairs = one
        .iter()
        .flat_map(|x| other.iter().map(move |y| (x.1, y.1)));
    let firsts = one.first().zip(other.first());
    firsts.is_some_and(|((_, x), (_, y))| is_age(x) || are_near(x, y))
        && !pairs.any(|(x, y)| compatible(x, y))
}

fn clash(row_of: &RowOf, one: &Given<'_>, other: &Given<'_>) -> Option<Clash> {
    let side = |(fact, amount): &Given<'_>| {
        let value = values::value(amount, &amount.unit);
        Side::new(fact.sentence.article, fact.span, &value)
    };
    Some(Clash {
        kind: FindingKind::Number,
        severity: Severity::Notable,
        row: *row_of
            .get(&one.0.sentence)
            .or(row_of.get(&other.0.sentence))?,
        sides: vec![side(one), side(other)],
        explained: is_age(one.1),
    })
}
