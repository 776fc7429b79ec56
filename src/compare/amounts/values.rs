//! Numbers that outlets give differently for the same piece.
//!
//! Two amounts are held against each other when they count the same kind of thing, are of one size,
//! and something in the words around both is the same; a percent of one thing and a percent of
//! another are not. An amount that the other outlet gives anywhere, or that fits one of its amounts
//! there, is no rival. What remains and cannot be true together is a conflict.

use crate::compare::amounts::fit::{are_near, compatible, exclude, is_one_number};
use crate::compare::amounts::scores;
use crate::compare::amounts::told::Told;
use crate::compare::amounts::units::{self, people};
use crate::compare::clash::{Clash, Side};
use crate::compare::reading::{Noted, Pair, facts_of};
use crate::model::{
    Amount, ArticleId, Comparison, Fact, FactKind, FindingKind, Place, Qualifier, SentenceId,
    Severity, Unit, Value,
};
use std::collections::BTreeSet;

/// Amounts further apart than this factor are of different things: the price of a share and that of
/// the company.
const APART: f64 = 2.5;

/// Measures further apart than this factor are hardly of the same thing where no word around them is
/// one: a sentence of 40 years, and 20 years that have passed.
const APART_OF_MEASURES: f64 = 1.6;

/// Counts of those whom an event touched further apart than this factor are of different events: early
/// tolls grow fast. A count and a bound that far apart are rather of the whole and of a part.
const APART_OF_TOLLS: f64 = 4.0;

/// Prices further apart than this factor need a word in common to be of one thing.
const NEAR: f64 = 1.25;

/// Smaller numbers stand in any article without saying what they count.
const OPEN: f64 = 10.0;

/// How many words around must be the same for amounts of time, of which every story has many.
const OF_TIME: usize = 2;

/// How many words around must be the same for counts far apart: what was done, and when or where.
const BESIDE: usize = 2;

/// The amounts that linked sentences of a row give differently.
pub(in crate::compare) fn clashes(
    comparison: &Comparison,
    amounts: &Noted<Vec<Told<'_>>>,
    pairs: &[Pair<'_>],
) -> Vec<Clash> {
    let mut clashes: Vec<Clash> = pairs
        .iter()
        .flat_map(|pair| rivals(comparison, amounts, pair))
        .collect();
    // Each sentence once, in the order of the pairs.
    let mut seen = BTreeSet::new();
    let sentences = pairs.iter().flat_map(|pair| [pair.a, pair.b]);
    let sentences: Vec<SentenceId> = sentences.filter(|&id| seen.insert(id)).collect();
    for clash in &mut clashes {
        let also: Vec<Side> = sentences
            .iter()
            .filter_map(|&id| amounts.get(id))
            .flatten()
            .filter(|t| clash.sides.iter().any(|known| same_number(t, known)))
            .map(side)
            .collect();
        clash.sides.extend(also);
    }
    clashes
}

/// Whether an amount of another outlet is that of a side but for how exact it is meant: who says
/// "at least 19" stands with those who say 19 against 21.
fn same_number(told: &Told<'_>, known: &Side) -> bool {
    let exact = Amount {
        qualifier: Qualifier::Exact,
        ..told.amount.clone()
    };
    let plain = known.value.trim_start_matches(SIGNS);
    value(&exact, unit(told)) == plain && told.fact.sentence.article != known.place.article
}

fn rivals(comparison: &Comparison, amounts: &Noted<Vec<Told<'_>>>, pair: &Pair<'_>) -> Vec<Clash> {
    let mut clashes = Vec::new();
    let Some((left, right)) = amounts.of(pair) else {
        return clashes;
    };
    if left.is_empty() || right.is_empty() {
        return clashes;
    }
    let left = alone(comparison, left, pair.b);
    let right = alone(comparison, right, pair.a);
    for &x in &left {
        let Some(y) = best(x, &right.iter().copied()) else {
            continue;
        };
        if best(y, &left.iter().copied()).is_some_and(|back| std::ptr::eq(back, x))
            && !compatible(x.amount, y.amount)
        {
            let exact = [x, y]
                .iter()
                .all(|t| t.amount.qualifier == Qualifier::Exact);
            clashes.push(Clash {
                kind: FindingKind::Number,
                severity: if exact {
                    Severity::Major
                } else {
                    Severity::Notable
                },
                row: pair.row,
                sides: vec![side(x), side(y)],
                explained: false,
            });
        }
    }
    clashes
}

/// The amounts of a sentence that the article of `other` gives nowhere and that fit no amount of
/// that sentence.
fn alone<'a, 'b>(
    comparison: &Comparison,
    told: &'a [Told<'b>],
    other: SentenceId,
) -> Vec<&'a Told<'b>> {
    let facts = comparison.facts_of(other);
    let given = |t: &Told<'_>| {
        facts.iter().any(|fact| fits(t, fact)) || anywhere(comparison, other.article, t)
    };
    told.iter().filter(|t| !given(t)).collect()
}

/// Whether an article gives an amount in any of its sentences, of the same things or of what it
/// leaves open ("the other 29"), or a number that is the same one written longer or shorter, whatever it
/// is said to count there: "35.7 percent", "was 35.72".
pub(in crate::compare) fn anywhere(
    comparison: &Comparison,
    id: ArticleId,
    told: &Told<'_>,
) -> bool {
    let amount = told.amount;
    let facts = facts_of(comparison, id).iter();
    let mut amounts = facts.filter_map(|fact| match &fact.value {
        Value::Amount(other) => Some((fact.kind, other)),
        _ => None,
    });
    amounts.any(|(of, other)| {
        let same = |x: f64, y: f64| (x - y).abs() < f64::EPSILON * x.abs().max(1.0);
        if amount.unit == Unit::Score {
            return compatible(amount, other);
        }
        let number =
            same(other.number, amount.number) || other.to.is_some_and(|to| same(to, amount.number));
        let counted = || {
            let unit = units::counted(&other.unit);
            let open = units::is_open(unit) && amount.number >= OPEN;
            of == told.fact.kind && (unit == told.unit || open)
        };
        number && counted() && !exclude(amount, other) || is_one_number(other.number, amount.number)
    })
}

/// Whether an amount can be true together with one that a fact gives of the same things.
pub(in crate::compare) fn fits(told: &Told<'_>, fact: &Fact) -> bool {
    let alike = |y: &Amount| compatible(told.amount, y) && units::counted(&y.unit) == told.unit;
    fact.kind == told.fact.kind && matches!(&fact.value, Value::Amount(y) if alike(y))
}

/// What both sides say around two amounts.
pub(in crate::compare) fn shared(x: &Told<'_>, y: &Told<'_>) -> usize {
    x.around
        .intersection(&y.around)
        .filter(|word| !names(word, x.unit))
        .count()
}

/// Whether a word around an amount only names its unit.
fn names(word: &str, unit: &Unit) -> bool {
    match unit {
        Unit::Counted(stem) => stem == word,
        Unit::Score => word == "score",
        _ => false,
    }
}

/// The amount of `others` that is most likely of the same thing as `x`; none where two are alike.
pub(in crate::compare) fn best<'a, 'b: 'a>(
    x: &Told<'_>,
    others: &(impl Iterator<Item = &'a Told<'b>> + Clone),
) -> Option<&'a Told<'b>> {
    let rivals = || others.clone().filter(|y| comparable(x, y));
    let best = rivals().max_by_key(|y| shared(x, y))?;
    let alike = rivals().filter(|y| shared(x, y) == shared(x, best)).count();
    (alike == 1).then_some(best)
}

/// Whether one or both of two counts say what they count only by what is told of it: "185 were
/// rescued", "187 people came ashore".
fn bare(x: &Told<'_>, y: &Told<'_>) -> bool {
    let of_people = |t: &Told<'_>| *t.unit == Unit::Unsaid || t.unit == people();
    let mut both = x.around.intersection(&y.around);
    of_people(x) && of_people(y) && both.any(|word| units::is_said(word))
}

/// Whether two sums of money, each the only one of its sentence, are near enough to be of one thing
/// whatever the words around them are: "bought for 2.4 billion euros", "sold for €2.6bn".
fn one_price(x: &Told<'_>, y: &Told<'_>) -> bool {
    let (low, high) = (
        x.amount.number.min(y.amount.number),
        x.amount.number.max(y.amount.number),
    );
    x.fact.kind == FactKind::Money && x.sole && y.sole && high <= low * NEAR
}

/// Whether two amounts may be of the same thing.
fn comparable(x: &Told<'_>, y: &Told<'_>) -> bool {
    let needed = if units::is_of_time(x.unit) {
        OF_TIME
    } else {
        1
    };
    if x.amount.unit == Unit::Score || y.amount.unit == Unit::Score {
        return scores::differ_in_one(x.amount, y.amount) && !x.beside.is_disjoint(&y.beside);
    }
    let bases = x.base.is_empty() || y.base.is_empty() || !x.base.is_disjoint(&y.base);
    let one_toll = x.kind.is_some() && (of_one_toll(x.amount, y.amount) || is_one_count(x, y));
    (of_one_size(x.amount, y.amount) || one_toll)
        && of_one_fate(x, y)
        && x.fact.kind == y.fact.kind
        && (x.unit == y.unit && *x.unit != Unit::Unsaid || bare(x, y))
        && (shared(x, y) >= needed || one_price(x, y) || are_near(x.amount, y.amount))
        && (x.fact.kind != FactKind::Percent || bases)
}

/// Whether two counts may be of those to whom the same was done: of one of them it may not be said.
fn of_one_fate(x: &Told<'_>, y: &Told<'_>) -> bool {
    let open = |t: &Told<'_>| t.kind.is_none() && !t.apart;
    x.kind == y.kind || open(x) || open(y)
}

/// Whether two counts are of one thing however far apart they are: those with which the articles open,
/// which are of the event itself, each the only one of its sentence that tells what was done to those
/// it counts, both exact or both bounds, and something else beside them the same.
fn is_one_count(x: &Told<'_>, y: &Told<'_>) -> bool {
    let opens = |it: &Told<'_>| it.alone && it.fact.sentence.index == 0;
    x.kind == y.kind
        && opens(x)
        && opens(y)
        && is_exact(x.amount) == is_exact(y.amount)
        && shared(x, y) >= BESIDE
}

/// Whether two amounts are near enough to be of the same thing.
fn of_one_size(x: &Amount, y: &Amount) -> bool {
    within(x, y, APART)
}

/// Whether two amounts of one unit may be of the same thing, as far as they show by themselves.
pub(in crate::compare) fn may_be_of_one(unit: &Unit, x: &Amount, y: &Amount) -> bool {
    let measure = units::is_measure(unit);
    within(x, y, if measure { APART_OF_MEASURES } else { APART })
}

/// Whether two counts of those whom an event touched are near enough to be of one event.
pub(in crate::compare) fn of_one_toll(x: &Amount, y: &Amount) -> bool {
    within(
        x,
        y,
        if is_exact(x) == is_exact(y) {
            APART_OF_TOLLS
        } else {
            APART
        },
    )
}

fn is_exact(amount: &Amount) -> bool {
    amount.qualifier == Qualifier::Exact
}

fn within(x: &Amount, y: &Amount, factor: f64) -> bool {
    x.number.max(y.number) <= x.number.min(y.number) * factor
}

/// Signs before a number that say how exact it is meant.
const SIGNS: [char; 5] = ['~', '≥', '>', '≤', '<'];

/// What an amount counts: who was killed or saved goes without saying, so that "187" and "187 people"
/// are one value.
fn unit<'a>(told: &Told<'a>) -> &'a Unit {
    told.kind.map_or(told.unit, |(counted, _)| counted)
}

/// "≥19 people".
pub(in crate::compare) fn value(amount: &Amount, unit: &Unit) -> String {
    let [about, at_least, more, at_most, less] = SIGNS.map(String::from);
    let sign = match amount.qualifier {
        Qualifier::Exact => String::new(),
        Qualifier::About | Qualifier::Nearly => about,
        Qualifier::AtLeast => at_least,
        Qualifier::MoreThan => more,
        Qualifier::AtMost => at_most,
        Qualifier::LessThan => less,
    };
    let to = amount.to.map_or(String::new(), |to| format!("–{to}"));
    format!("{sign}{}{to} {unit}", amount.number)
        .trim_end()
        .to_owned()
}

pub(in crate::compare) fn side(told: &Told<'_>) -> Side {
    Side {
        place: Place {
            article: told.fact.sentence.article,
            span: told.fact.span,
        },
        value: value(told.amount, unit(told)),
    }
}
