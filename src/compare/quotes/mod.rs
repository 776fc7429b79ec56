//! Utterances that several outlets give, and how their versions differ.

mod groups;
mod likeness;
mod versions;
mod wording;

use crate::model::{
    ArticleId, Comparison, FactKind, Finding, FindingKind, Place, QuoteId, Relation, Row, RowId,
    SameQuote, SentenceId, Severity, Value,
};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
pub(super) use versions::Version;
use versions::{relation, versions};

/// How many changed words a reason shows.
const SHOWN: usize = 4;

/// How many content words a quotation must have lost to count as trimmed.
const TRIMMED: usize = 3;

/// The utterances that at least two articles give, by their first version.
pub(super) fn same_quotes(comparison: &Comparison) -> Vec<SameQuote> {
    let versions = versions(comparison);
    let groups = groups::groups(comparison, &versions);
    let all = groups.iter().map(|group| {
        let members: Vec<&Version> = group.iter().filter_map(|at| versions.get(*at)).collect();
        SameQuote {
            relation: widest(&members),
            members: members.iter().map(|version| version.id).collect(),
        }
    });
    all.collect()
}

/// The relation of the two versions that differ most.
fn widest(members: &[&Version]) -> Relation {
    let mut widest = Relation::Verbatim;
    for (at, x) in members.iter().enumerate() {
        for y in members
            .iter()
            .skip(at + 1)
            .filter(|y| y.article != x.article)
        {
            widest = widest.max(relation(x, y));
        }
    }
    widest
}

/// The versions of utterances that outlets give in other words, in part, or as somebody else's.
pub(super) fn findings(comparison: &Comparison) -> Vec<Finding> {
    let versions = versions(comparison);
    let by_id: BTreeMap<QuoteId, &Version> = versions.iter().map(|v| (v.id, v)).collect();
    let mut findings = Vec::new();
    for same in &comparison.same_quotes {
        let members: Vec<&Version> = same
            .members
            .iter()
            .filter_map(|id| by_id.get(id).copied())
            .collect();
        let articles: BTreeSet<ArticleId> = members.iter().map(|v| v.article).collect();
        let articles: Vec<ArticleId> = articles.into_iter().collect();
        for (at, &a) in articles.iter().enumerate() {
            for &b in articles.iter().skip(at + 1) {
                findings.extend(differ(comparison, &members, a, b));
            }
        }
    }
    findings.extend(venues(comparison));
    findings
}

/// How two outlets' nearest versions of an utterance differ.
fn differ(
    comparison: &Comparison,
    members: &[&Version],
    a: ArticleId,
    b: ArticleId,
) -> Option<Finding> {
    let of = |id: ArticleId| members.iter().filter(move |v| v.article == id);
    let (x, y) = of(a)
        .flat_map(|x| of(b).map(move |y| (*x, *y)))
        .max_by_key(|(x, y)| (x.common(y), Reverse(x.texts(y)), Reverse((x.id, y.id))))?;
    let speakers = x.speaker.as_deref().zip(y.speaker.as_deref());
    let named = is_person(comparison, x) && is_person(comparison, y);
    let other_speaker = speakers.filter(|_| named && !x.may_share_speaker(y));
    let (kind, severity, why) = match relation(x, y) {
        _ if other_speaker.is_some() => {
            let (left, right) = other_speaker?;
            let why = format!(
                "the same words: {} gives them to {left}, {} to {right}",
                comparison.article(a).outlet,
                comparison.article(b).outlet
            );
            (FindingKind::Attribution, Severity::Notable, why)
        }
        Relation::Altered if x.content.len().min(y.content.len()) >= 2 => (
            FindingKind::QuoteAltered,
            Severity::Notable,
            changes(comparison, x, y)?,
        ),
        Relation::Trimmed if x.content.len().abs_diff(y.content.len()) >= TRIMMED => {
            let (longer, shorter) = if x.content.len() > y.content.len() {
                (x, y)
            } else {
                (y, x)
            };
            let why = format!(
                "{}: {} gives only part of what {} quotes",
                shorter.name(),
                comparison.article(shorter.article).outlet,
                comparison.article(longer.article).outlet
            );
            (FindingKind::QuoteTrimmed, Severity::Minor, why)
        }
        _ => return None,
    };
    let place = |v: &Version| Place {
        article: v.article,
        span: v.span,
    };
    let row = row_of(comparison, x, y)?;
    Some(Finding {
        kind,
        severity,
        row,
        articles: vec![a, b],
        places: vec![place(x), place(y)],
        values: Vec::new(),
        importance: None,
        why,
    })
}

/// "Vance: “come to” → “reach”, “brutal, brutal” → “fierce”"; nothing where no content word changed.
fn changes(comparison: &Comparison, x: &Version, y: &Version) -> Option<String> {
    let (left, right) = (
        comparison.article(x.article).slice(x.span),
        comparison.article(y.article).slice(y.span),
    );
    let changed = wording::alterations(left, right, x.language.as_deref());
    let shown: Vec<String> = changed
        .iter()
        .take(SHOWN)
        .map(|c| wording::words(c, left, right))
        .collect();
    (!shown.is_empty()).then(|| format!("{}: {}", x.name(), shown.join(", ")))
}

/// The same named venue with one speaker here and another there: not the same statement, though
/// it looks so at a glance.
fn venues(comparison: &Comparison) -> Vec<Finding> {
    let mut said: BTreeMap<String, Vec<Version>> = BTreeMap::new();
    for version in versions::with_venue(comparison) {
        let Some(venue) = version.venue.clone() else {
            continue;
        };
        said.entry(venue).or_default().push(version);
    }
    said.iter()
        .flat_map(|(venue, versions)| at_venue(comparison, venue, versions))
        .collect()
}

/// The pairs of outlets that have different people speak at one venue.
fn at_venue(comparison: &Comparison, venue: &str, versions: &[Version]) -> Vec<Finding> {
    let speakers = |id: ArticleId| -> BTreeSet<&str> {
        versions
            .iter()
            .filter(|v| v.article == id)
            .map(Version::name)
            .collect()
    };
    let articles: BTreeSet<ArticleId> = versions.iter().map(|v| v.article).collect();
    let alone: Vec<ArticleId> = articles
        .into_iter()
        .filter(|id| speakers(*id).len() == 1)
        .collect();
    let of = |id: ArticleId| versions.iter().filter(move |v| v.article == id);
    let mut findings = Vec::new();
    for (at, &a) in alone.iter().enumerate() {
        for &b in alone.iter().skip(at + 1) {
            let pairs = of(a).flat_map(|x| of(b).map(move |y| (x, y)));
            let pair = pairs.min_by_key(|(x, y)| (x.texts(y), x.id, y.id));
            let Some((x, y)) = pair.filter(|(x, y)| !x.may_share_speaker(y)) else {
                continue;
            };
            let Some(row) = row_of(comparison, x, y) else {
                continue;
            };
            let outlet = |id: ArticleId| &comparison.article(id).outlet;
            let place = |v: &Version| Place {
                article: v.article,
                span: v.span,
            };
            findings.push(Finding {
                kind: FindingKind::Attribution,
                severity: Severity::Minor,
                row,
                articles: vec![a, b],
                places: vec![place(x), place(y)],
                values: Vec::new(),
                importance: None,
                why: format!(
                    "{venue}: {} has {} speak there, {} has {}",
                    outlet(a),
                    x.name(),
                    outlet(b),
                    y.name()
                ),
            });
        }
    }
    findings
}

/// Whether a version's own sentence says, with a verb, that somebody known by name spoke.
fn is_person(comparison: &Comparison, version: &Version) -> bool {
    let speaks = comparison.quote(version.id).verb.is_some();
    speaks && comparison.facts.facts.iter().any(|fact| {
        fact.kind == FactKind::Person
            && matches!(&fact.value, Value::Name(name) if version.speaker.as_ref() == Some(name))
    })
}

/// The row that holds two versions; of two rows, that of the version whose text comes first in the
/// order of characters, so that the order of the files does not decide.
fn row_of(comparison: &Comparison, x: &Version, y: &Version) -> Option<RowId> {
    let holds = |row: &Row, id: SentenceId| {
        row.cells
            .get(&id.article)
            .is_some_and(|cell| cell.contains(&id))
    };
    let first = if x.texts(y).0 == x.text() { x } else { y };
    let mut rows = comparison.rows.iter();
    let both = rows
        .clone()
        .position(|row| holds(row, x.sentence) && holds(row, y.sentence));
    let at = both.or_else(|| rows.position(|row| holds(row, first.sentence)))?;
    Some(RowId(at as u32))
}
