//! How many people an event killed, hurt or saved, how many jobs or trains it cut, where outlets
//! count them differently.
//!
//! Such counts stand at the top of every article on the event, and seldom in sentences that are
//! alike otherwise, so they are held against each other over the whole story: the first count of
//! each kind that an article gives. An article that gives the other's count anywhere, or one that
//! can be true together with it, does not contradict it.

use crate::compare::amounts::fit::compatible;
use crate::compare::amounts::told::{self, Kind, Told};
use crate::compare::amounts::units::people;
use crate::compare::amounts::values;
use crate::compare::clash::Clash;
use crate::compare::reading::{Readings, RowOf};
use crate::model::{
    Amount, Article, Comparison, Fact, Finding, FindingKind, Joined, Joint, Qualifier, SentenceId,
    Severity, Value,
};
use crate::parallel;
use std::collections::{BTreeMap, BTreeSet};

/// Fewer articles than this are not worth a thread.
const WORTH: usize = 1;

/// A count and the sentence that gives it.
type Count<'a> = (SentenceId, Told<'a>);

/// The counts that an article gives, in order.
type Counts<'a> = BTreeMap<Kind, Vec<Count<'a>>>;

/// An article that gives its count again and again is joined by the first of these sentences.
const MOST: usize = 4;

/// Smaller counts are of too many events to say that two sentences are on one.
const FEW: f64 = 5.0;

/// From this number on a count may be a rounded one though nothing says so.
const ROUNDED: f64 = 1000.0;

/// Numbers further apart than this factor are of another day of the event, or of a part of it.
const NEAR: f64 = 1.5;

/// The pairs of sentences that give a story's count of the dead, the hurt, the saved and so on: where
/// an article first gives it, and where it gives the same number again.
pub(in crate::compare) fn joined(comparison: &Comparison, counting: &Readings) -> Joined {
    let counts = of_articles(comparison, counting);
    let mut joined = Joined::new();
    for (at, one) in counts.iter().enumerate() {
        for other in counts.iter().skip(at + 1) {
            let both = one
                .iter()
                .filter_map(|(kind, x)| Some((kind, x, other.get(kind)?)));
            for (&kind, x, y) in both {
                joined.extend(of_both(kind, x, y));
            }
        }
    }
    joined
}

/// The pairs of sentences that give the count that two articles have of one kind.
fn of_both(kind: Kind, one: &[Count<'_>], other: &[Count<'_>]) -> Joined {
    let first = |counts: &[Count<'_>]| counts.first().map(|(_, told)| told.amount.number);
    let (Some(x), Some(y)) = (first(one), first(other)) else {
        return Joined::new();
    };
    if x.min(y) < FEW || x.max(y) > x.min(y) * NEAR {
        return Joined::new();
    }
    let again = |counts: &[Count<'_>], number: f64| -> Vec<SentenceId> {
        let same = counts
            .iter()
            .filter(|(_, told)| told.amount.number.to_bits() == number.to_bits());
        same.map(|(id, _)| *id).take(MOST).collect()
    };
    let numbers = if x.to_bits() == y.to_bits() {
        x.to_string()
    } else {
        format!("{}, {}", x.min(y), x.max(y))
    };
    let (counted, said) = kind;
    let told = if counted == people() {
        format!("the {said} ({numbers})")
    } else {
        format!("{counted}s {said} ({numbers})")
    };
    let mut joined = Joined::new();
    for a in again(one, x) {
        for b in again(other, y) {
            joined.insert((a, b), Joint::Toll(told.clone()));
        }
    }
    joined
}

/// The counts that outlets give differently, one clash a kind, but for those of which `known`
/// findings name every side already.
pub(in crate::compare) fn clashes(
    comparison: &Comparison,
    counting: &Readings,
    row_of: &RowOf,
    known: &[Finding],
) -> Vec<Clash> {
    let counts = of_articles(comparison, counting);
    let kinds: BTreeSet<Kind> = counts.iter().flat_map(|it| it.keys().copied()).collect();
    let of_kind = |kind: Kind| counts.iter().filter_map(move |counts| counts.get(&kind));
    kinds
        .into_iter()
        .filter_map(|kind| clash(comparison, row_of, &of_kind(kind).collect::<Vec<_>>()))
        .filter(|clash| !is_known(clash, known))
        .collect()
}

/// What articles that count the same people give differently.
fn clash(comparison: &Comparison, row_of: &RowOf, given: &[&Vec<Count<'_>>]) -> Option<Clash> {
    let at_odds = |x: &&Vec<Count<'_>>| given.iter().any(|y| differ(x, y));
    let firsts = given.iter().filter(|it| at_odds(it));
    let mut sides: Vec<&Count<'_>> = firsts.filter_map(|it| stands_by(it)).collect();
    // The order of the texts decides, not that of the files.
    let (first, _) = sides
        .iter()
        .min_by_key(|(id, _)| comparison.sentence(*id))?;
    let row = *row_of.get(first)?;
    let numbers: Vec<f64> = sides.iter().map(|(_, told)| told.amount.number).collect();
    let rest = given.iter().filter(|it| !at_odds(it));
    // Who says "at least 19" stands with those who say 19 against 21.
    let with = rest.filter_map(|it| stands_by(it));
    sides.extend(with.filter(|(_, told)| numbers.contains(&told.amount.number)));
    Some(Clash {
        kind: FindingKind::Number,
        severity: Severity::Notable,
        row,
        sides: sides.iter().map(|(_, told)| values::side(told)).collect(),
        explained: false,
    })
}

/// Whether two articles contradict each other: the count that each stands by fits none of the other,
/// and both are of one size. Of articles that both stand by an exact count those alone are held
/// against each other: who says "at least 247" first and "rose to 247" later says 247.
fn differ(one: &[Count<'_>], other: &[Count<'_>]) -> bool {
    let Some(((_, x), (_, y))) = stands_by(one).zip(stands_by(other)) else {
        return false;
    };
    let exact = is_exact(x.amount) && is_exact(y.amount);
    let held = |it: &Amount| !exact || is_exact(it);
    let given = |counts: &[Count<'_>], stated: &Amount| {
        let mut amounts = counts.iter().map(|(_, told)| told.amount);
        amounts.any(|it| held(it) && fits(it, stated))
    };
    values::of_one_toll(x.amount, y.amount) && !given(other, x.amount) && !given(one, y.amount)
}

fn is_exact(amount: &Amount) -> bool {
    amount.qualifier == Qualifier::Exact
}

/// The count that an article stands by: the first exact one that can be true together with its first.
fn stands_by<'a, 'b>(counts: &'a [Count<'b>]) -> Option<&'a Count<'b>> {
    let first = counts.first()?;
    let states =
        |(_, told): &&Count<'_>| is_exact(told.amount) && fits(told.amount, first.1.amount);
    Some(counts.iter().find(states).unwrap_or(first))
}

/// Whether two counts can both be true. People are counted one by one as long as they are few: 250
/// dead are not 247, rounded.
fn fits(x: &Amount, y: &Amount) -> bool {
    let single = is_exact(x) && is_exact(y) && x.number.max(y.number) < ROUNDED;
    if single && x.to.is_none() && y.to.is_none() {
        x.number.to_bits() == y.number.to_bits()
    } else {
        compatible(x, y)
    }
}

/// Findings with those of `tolls`, each in the place of those that name some of its sides only.
pub(in crate::compare) fn unite(mut findings: Vec<Finding>, tolls: Vec<Finding>) -> Vec<Finding> {
    for mut toll in tolls {
        let in_part = |it: &Finding| {
            it.kind == toll.kind && it.places.iter().all(|place| toll.places.contains(place))
        };
        let (parts, others) = findings.into_iter().partition::<Vec<_>, _>(in_part);
        let severities = parts.iter().map(|it| it.severity);
        toll.severity = severities.fold(toll.severity, Severity::max);
        findings = others;
        findings.push(toll);
    }
    findings
}

/// Whether a finding holds all articles of a clash against each other already, and one of its sides.
fn is_known(clash: &Clash, known: &[Finding]) -> bool {
    let mut numbers = known.iter().filter(|f| f.kind == FindingKind::Number);
    numbers.any(|finding| {
        let places = || clash.sides.iter().map(|side| side.place);
        places().all(|it| finding.articles.contains(&it.article))
            && places().any(|it| finding.places.contains(&it))
    })
}

/// The counts of each article.
fn of_articles<'a>(comparison: &'a Comparison, counting: &'a Readings) -> Vec<Counts<'a>> {
    let counts = |_, article: &Article| counts(comparison, counting, article);
    parallel::map(&comparison.articles, WORTH, counts)
}

fn counts<'a>(comparison: &'a Comparison, counting: &'a Readings, article: &Article) -> Counts<'a> {
    let mut counts = Counts::new();
    for id in article.sentence_ids() {
        let facts = comparison.facts_of(id);
        // A count with a year is of an event before: "the 300 killed in the quake of 2009".
        if !facts.iter().any(told::is_count) || facts.iter().any(|it| names_year(article, it)) {
            continue;
        }
        let tokens = counting.tokens(id);
        for told in told::told(facts, tokens) {
            if let Some(kind) = told.kind {
                counts.entry(kind).or_default().push((id, told));
            }
        }
    }
    counts
}

/// Whether a fact is a date whose year is written out.
fn names_year(article: &Article, fact: &Fact) -> bool {
    let year = match fact.value {
        Value::Day(day) => day.year,
        _ => None,
    };
    year.is_some_and(|year| article.slice(fact.span).contains(&year.to_string()))
}
