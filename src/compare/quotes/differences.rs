//! How outlets' versions of one utterance differ, as findings.

use super::likeness::{self, Retold, SAME};
use super::versions::{Version, relation};
use super::wording::{self, Manner};
use super::{RowOf, row_of};
use crate::model::{
    ArticleId, Comparison, FactKind, Finding, FindingKind, QuoteKind, Relation, RowId, Severity,
    Value,
};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// How many changed words a reason shows.
const SHOWN: usize = 4;

/// How many content words an utterance must have lost to count as trimmed.
const TRIMMED: usize = 3;

/// How much of what is left out a reason shows, in characters.
const CUT: usize = 80;

/// Share of the shorter version's words that reported speech must have kept in order for a changed
/// word to be worth showing.
const KEPT: f64 = 0.6;

/// What makes two findings one: the same change in the same row between the same outlets.
type Key = (RowId, FindingKind, (ArticleId, ArticleId), String);

/// The differences between the members of one group.
pub(super) fn findings(
    comparison: &Comparison,
    members: &[&Version],
    rows: &RowOf,
) -> Vec<Finding> {
    let mut found: BTreeMap<Key, Finding> = BTreeMap::new();
    let mut trimmed = Vec::new();
    for (a, b) in outlets(members) {
        for (x, y) in pairs(members, a, b) {
            if has_twin(members, x, b) || has_twin(members, y, a) {
                continue;
            }
            let telling = likeness::chance(comparison, x, y) >= SAME
                || likeness::retold(comparison, x, y) != Retold::No;
            let Some(finding) = differ(comparison, x, y, rows).filter(|_| telling) else {
                continue;
            };
            let key = (finding.row, finding.kind, (a, b), finding.why.clone());
            let kept = found.entry(key).or_insert_with(|| finding.clone());
            kept.places.extend(finding.places);
        }
        trimmed.extend(trim(comparison, members, (a, b), rows));
    }
    for finding in found.values_mut() {
        finding.places.sort_unstable();
        finding.places.dedup();
    }
    found.into_values().chain(trimmed).collect()
}

/// Whether an article gives a version word for word too: then its other versions are further words
/// of the speaker, not changes of this one. Two versions that differ in the speaker alone are no
/// twins.
fn has_twin(members: &[&Version], version: &Version, article: ArticleId) -> bool {
    let others = members.iter().filter(|v| v.article == article);
    others
        .filter(|other| version.may_share_speaker(other))
        .any(|other| relation(version, other) < Relation::Trimmed)
}

/// The pairs of articles of a group.
fn outlets(members: &[&Version]) -> Vec<(ArticleId, ArticleId)> {
    let articles: BTreeSet<ArticleId> = members.iter().map(|v| v.article).collect();
    let articles: Vec<ArticleId> = articles.into_iter().collect();
    let later = |(at, a): (usize, &ArticleId)| {
        let later = articles.iter().skip(at + 1);
        later.map(|b| (*a, *b)).collect::<Vec<_>>()
    };
    articles.iter().enumerate().flat_map(later).collect()
}

/// The pairs of versions of two articles.
fn pairs<'a>(
    members: &'a [&'a Version],
    a: ArticleId,
    b: ArticleId,
) -> impl Iterator<Item = (&'a Version, &'a Version)> {
    let of = |id: ArticleId| members.iter().filter(move |v| v.article == id);
    of(a).flat_map(move |x| of(b).map(move |y| (*x, *y)))
}

/// How two versions differ in who says them or in their words.
fn differ(comparison: &Comparison, x: &Version, y: &Version, rows: &RowOf) -> Option<Finding> {
    let named = is_person(comparison, x) && is_person(comparison, y);
    let relation = relation(x, y);
    let (kind, severity, why) = if named && !x.may_share_speaker(y) {
        let why = format!(
            "the same words: {} gives them to {}, {} to {}",
            comparison.article(x.article).outlet,
            x.name(),
            comparison.article(y.article).outlet,
            y.name()
        );
        (FindingKind::Attribution, Severity::Notable, why)
    } else {
        let few = x.content.len().min(y.content.len()) < 2;
        let translated = !comparison.speak_alike(x.article, y.article);
        let loose = relation == Relation::Indirect && x.order(y) < KEPT;
        if few || translated || loose || relation < Relation::Trimmed {
            return None;
        }
        let (telling, why) = changes(comparison, x, y)?;
        let severity = if telling && relation != Relation::Indirect {
            Severity::Notable
        } else {
            Severity::Minor
        };
        (FindingKind::QuoteAltered, severity, why)
    };
    Some(Finding {
        kind,
        severity,
        row: row_of(rows, x, y)?,
        articles: vec![x.article, y.article],
        places: vec![x.place(), y.place()],
        values: Vec::new(),
        importance: None,
        why,
    })
}

/// "Vance: “come to” → “reach”, “brutal, brutal” → “fierce”", and whether words that say something
/// changed; nothing where no word did.
fn changes(comparison: &Comparison, x: &Version, y: &Version) -> Option<(bool, String)> {
    let (left, right) = (
        comparison.article(x.article).slice(x.span),
        comparison.article(y.article).slice(y.span),
    );
    let whole = |v: &Version| matches!(v.kind, QuoteKind::Direct | QuoteKind::Unmarked);
    let manner = if whole(x) && whole(y) {
        Manner::Whole
    } else {
        Manner::WorkedIn
    };
    let mut changed = wording::alterations(left, right, x.language.as_deref(), manner);
    let telling = changed.iter().any(|found| found.telling);
    changed.retain(|found| found.telling || !telling);
    let shown: Vec<String> = changed
        .iter()
        .take(SHOWN)
        .map(|found| wording::words(&found.change, left, right))
        .collect();
    (!shown.is_empty()).then(|| (telling, format!("{}: {}", x.name(), shown.join(", "))))
}

/// What one outlet quotes of an utterance that another leaves out wherever it quotes it.
fn trim(
    comparison: &Comparison,
    members: &[&Version],
    (a, b): (ArticleId, ArticleId),
    rows: &RowOf,
) -> Option<Finding> {
    let quoted = |(x, y): &(&Version, &Version)| relation(x, y) == Relation::Trimmed;
    let (x, y) = pairs(members, a, b)
        .filter(quoted)
        .max_by_key(|(x, y)| (x.common(y), Reverse(x.texts(y)), Reverse((x.id, y.id))))?;
    let (longer, shorter) = if x.content.len() > y.content.len() {
        (x, y)
    } else {
        (y, x)
    };
    let given: BTreeSet<&String> = members
        .iter()
        .filter(|v| v.article == shorter.article)
        .flat_map(|v| &v.content)
        .collect();
    let lost = longer.content.iter().filter(|word| !given.contains(word));
    if lost.count() < TRIMMED {
        return None;
    }
    let (long, short) = (
        comparison.article(longer.article).slice(longer.span),
        comparison.article(shorter.article).slice(shorter.span),
    );
    let cut = wording::longest_cut(long, short).of(long);
    let why = format!(
        "{}: {} leaves out “{}” of what {} quotes",
        shorter.name(),
        comparison.article(shorter.article).outlet,
        beginning(cut),
        comparison.article(longer.article).outlet
    );
    Some(Finding {
        kind: FindingKind::QuoteTrimmed,
        severity: Severity::Minor,
        row: row_of(rows, x, y)?,
        articles: vec![a, b],
        places: vec![x.place(), y.place()],
        values: Vec::new(),
        importance: None,
        why,
    })
}

/// The first words of a text without the signs at its ends.
fn beginning(text: &str) -> String {
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    let mut shown = String::new();
    for word in text.split_whitespace() {
        if shown.chars().count() + word.chars().count() > CUT {
            shown.push_str(" …");
            break;
        }
        if !shown.is_empty() {
            shown.push(' ');
        }
        shown.push_str(word);
    }
    shown
}

/// Whether a version's own sentence says, with a verb, that somebody known by name spoke.
fn is_person(comparison: &Comparison, version: &Version) -> bool {
    let speaks = comparison.quote(version.id).verb.is_some();
    speaks && comparison.facts.facts.iter().any(|fact| {
        fact.kind == FactKind::Person
            && matches!(&fact.value, Value::Name(name) if version.speaker.as_ref() == Some(name))
    })
}
