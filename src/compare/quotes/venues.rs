//! Different people at one venue.

use super::{RowOf, Version, row_of};
use crate::model::{ArticleId, Comparison, Finding, FindingKind, Severity};
use crate::text::fold::fold;
use crate::text::lexicon::Lexicon;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// The same named venue with one speaker here and another there: not the same statement, though
/// it looks so at a glance. Networks on which anybody posts are no such venue.
///
/// One of the two must speak in both articles: that two outlets asked two people of their own is no
/// difference. Nothing is said of it where `known` findings of the row give words to several
/// speakers already.
pub(super) fn findings(
    comparison: &Comparison,
    versions: &[Version],
    rows: &RowOf,
    known: &[Finding],
) -> Vec<Finding> {
    static PLATFORMS: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new(include_str!("data/platforms.txt")));
    let mut said: BTreeMap<&str, Vec<&Version>> = BTreeMap::new();
    for version in versions.iter().filter(|version| version.speaker.is_some()) {
        let venue = version.venue.as_deref();
        let named =
            |venue: &&str| venue.starts_with(char::is_uppercase) && !PLATFORMS.has(&fold(venue));
        if let Some(venue) = venue.filter(named) {
            said.entry(venue).or_default().push(version);
        }
    }
    let told = |finding: &Finding| {
        let same =
            |other: &Finding| other.kind == FindingKind::Attribution && other.row == finding.row;
        !known.iter().any(same)
    };
    let speaks = |speaker: &Version, article: ArticleId| {
        let mut there = versions.iter().filter(|it| it.article == article);
        there.any(|it| it.shares_speaker(speaker))
    };
    said.iter()
        .flat_map(|(venue, versions)| at_venue(comparison, venue, versions, rows, speaks))
        .filter(told)
        .collect()
}

/// The pairs of outlets that have different people speak at one venue.
fn at_venue(
    comparison: &Comparison,
    venue: &str,
    versions: &[&Version],
    rows: &RowOf,
    speaks: impl Fn(&Version, ArticleId) -> bool,
) -> Vec<Finding> {
    let speakers = |id: ArticleId| -> BTreeSet<&str> {
        versions
            .iter()
            .filter(|v| v.article == id)
            .map(|v| v.name())
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
            let apart = |(x, y): &(&&Version, &&Version)| {
                !x.may_share_speaker(y) && (speaks(x, b) || speaks(y, a))
            };
            let Some((x, y)) = pair.filter(apart) else {
                continue;
            };
            let Some(row) = row_of(rows, x, y) else {
                continue;
            };
            let outlet = |id: ArticleId| &comparison.article(id).outlet;
            findings.push(Finding {
                kind: FindingKind::Attribution,
                severity: Severity::Minor,
                row,
                articles: vec![a, b],
                places: vec![x.place(), y.place()],
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
