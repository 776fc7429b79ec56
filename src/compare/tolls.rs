//! How many people an event killed, hurt or saved, how many jobs or trains it cut, where outlets
//! count them differently.
//!
//! Such counts stand at the top of every article on the event, and seldom in sentences that are
//! alike otherwise, so they are held against each other over the whole story: the first count of
//! each kind that an article gives. An article that gives the other's count anywhere, or one that
//! can be true together with it, does not contradict it.

use super::clash::{Clash, Side};
use super::fit::compatible;
use super::reading::{RowOf, Token, tokens_of};
use super::values::{self, Told};
use crate::model::{Article, Comparison, Finding, FindingKind, SentenceId, Severity};
use crate::parallel;
use std::collections::{BTreeMap, BTreeSet};

/// Fewer articles than this are not worth a thread.
const WORTH: usize = 4;

/// How many words may stand between a count and what is told of those counted.
const REACH: usize = 6;

/// A count and the sentence that gives it.
type Count<'a> = (SentenceId, Told<'a>);

/// What is counted, and what is told of it.
pub(super) type Kind = (&'static str, &'static str);

/// The counts that an article gives, in order.
type Counts<'a> = BTreeMap<Kind, Vec<Count<'a>>>;

/// The counts that outlets give differently, one clash a kind, but for those of which `known`
/// findings name every side already.
pub(super) fn clashes(comparison: &Comparison, row_of: &RowOf, known: &[Finding]) -> Vec<Clash> {
    let articles = &comparison.articles;
    let counts = parallel::map(articles, WORTH, |_, article| counts(comparison, article));
    let kinds: BTreeSet<Kind> = counts.iter().flat_map(|it| it.keys().copied()).collect();
    let of_kind = |kind: Kind| counts.iter().filter_map(move |counts| counts.get(&kind));
    kinds
        .into_iter()
        .filter_map(|kind| clash(comparison, row_of, kind, &of_kind(kind).collect::<Vec<_>>()))
        .filter(|clash| !is_known(clash, known))
        .collect()
}

/// What articles that count the same people give differently.
fn clash(
    comparison: &Comparison,
    row_of: &RowOf,
    (counted, _): Kind,
    given: &[&Vec<Count<'_>>],
) -> Option<Clash> {
    let at_odds = |x: &&Vec<Count<'_>>| given.iter().any(|y| differ(x, y));
    let firsts = given.iter().filter(|it| at_odds(it));
    let mut sides: Vec<&Count<'_>> = firsts.filter_map(|it| it.first()).collect();
    // The order of the texts decides, not that of the files.
    let (first, _) = sides
        .iter()
        .min_by_key(|(id, _)| comparison.sentence(*id))?;
    let row = *row_of.get(first)?;
    let numbers: Vec<f64> = sides.iter().map(|(_, told)| told.amount.number).collect();
    let rest = given.iter().filter(|it| !at_odds(it));
    // Who says "at least 19" stands with those who say 19 against 21.
    let with = rest.filter_map(|it| it.first());
    sides.extend(with.filter(|(_, told)| numbers.contains(&told.amount.number)));
    // Whoever is counted goes without saying: "187" and "187 people" are one value.
    let side = |(_, told): &&Count<'_>| Side {
        value: values::value(told.amount, counted),
        ..values::side(told)
    };
    Some(Clash {
        kind: FindingKind::Number,
        severity: Severity::Notable,
        row,
        sides: sides.iter().map(side).collect(),
        explained: false,
    })
}

/// Whether no count of one article fits any of another, and the first of each are of one size.
fn differ(one: &[Count<'_>], other: &[Count<'_>]) -> bool {
    let fits = |(_, x): &Count<'_>| other.iter().any(|(_, y)| compatible(x.amount, y.amount));
    let firsts = one.first().zip(other.first());
    let alike = firsts.is_some_and(|((_, x), (_, y))| values::of_one_size(x.amount, y.amount));
    alike && !one.iter().any(fits)
}

/// Whether a finding names every side of a clash already.
fn is_known(clash: &Clash, known: &[Finding]) -> bool {
    let mut numbers = known.iter().filter(|f| f.kind == FindingKind::Number);
    numbers.any(|finding| {
        let mut sides = clash.sides.iter();
        sides.all(|side| finding.places.contains(&side.place))
    })
}

/// The counts of an article.
fn counts<'a>(comparison: &'a Comparison, article: &Article) -> Counts<'a> {
    let mut counts = Counts::new();
    for id in article.sentence_ids() {
        let facts = comparison.facts_of(id);
        if !facts.iter().any(values::is_count) {
            continue;
        }
        let tokens = tokens_of(comparison, id);
        for told in values::told(facts, &tokens) {
            if let Some(kind) = kind(&told, &tokens) {
                counts.entry(kind).or_default().push((id, told));
            }
        }
    }
    counts
}

/// What an amount counts and what is told of it: the nearest word for it in the phrase, on this side
/// of any other number.
pub(super) fn kind(told: &Told<'_>, tokens: &[Token]) -> Option<Kind> {
    let counted = told.counted()?;
    let first = tokens.partition_point(|t| t.span.end <= told.fact.span.start);
    let last = tokens.partition_point(|t| t.span.start < told.fact.span.end);
    let said = |t: &Token| values::toll(counted, &t.stem);
    let ends = |t: &&Token| values::numeral(t);
    let own = tokens.get(first..last)?.iter().find_map(said);
    let after = tokens.get(last..tokens.len().min(last + REACH))?.iter();
    let after = after.take_while(|t| !t.breaks && !ends(t));
    let mut joined = tokens.get(first).is_some_and(|t| !t.breaks);
    let before = tokens.get(first.saturating_sub(REACH)..first)?.iter().rev();
    let before = before.take_while(|t| !ends(t)).take_while(|t| {
        let inside = joined;
        joined = !t.breaks;
        inside
    });
    let near = |(place, kind)| Some((place, kind?));
    let after = after.map(said).enumerate().find_map(near);
    let before = before.map(said).enumerate().find_map(near);
    let nearest = match (before, after) {
        (Some(x), Some(y)) => Some(if x.0 < y.0 { x } else { y }),
        (x, y) => x.or(y),
    };
    let said = own.or(nearest.map(|(_, kind)| kind))?;
    Some((counted, said))
}
