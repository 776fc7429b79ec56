//! What versions of one utterance have in each other's place, as findings that name every outlet
//! once: that three outlets print one wire text is no reason to say three times that a fourth
//! changed it.

use super::versions::Version;
use super::{RowOf, row_of};
use crate::compare::clash::listed;
use crate::model::{ArticleId, Comparison, Finding, FindingKind, Place, QuoteId, Severity};
use crate::text::fold::fold;
use std::collections::{BTreeMap, BTreeSet};

/// How many changes a reason shows.
const SHOWN: usize = 4;

/// Where so many words of one utterance have others in their place, it was hardly misheard: it looks as
/// if it had been translated twice, or there and back.
const TRANSLATED: usize = 3;

/// What two versions have in each other's place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Swap<'a> {
    pub kind: FindingKind,
    pub severity: Severity,
    pub sides: [Side<'a>; 2],
}

/// What one version has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Side<'a> {
    pub version: &'a Version,
    /// Where in the text of its article the words begin, or would.
    pub at: usize,
    /// The words; empty where it has none in the place of the other's.
    pub words: &'a str,
}

impl Side<'_> {
    const fn key(&self) -> (QuoteId, usize) {
        (self.version.id, self.at)
    }
}

impl Swap<'_> {
    /// Whether two swaps are about the words of one version at one point.
    fn meets(&self, other: &Self) -> bool {
        let shares = |side: &Side<'_>| other.sides.iter().any(|it| it.key() == side.key());
        self.kind == other.kind && self.sides.iter().any(shares)
    }
}

/// Versions that have the same words, and these.
type Party<'a> = (Vec<&'a Version>, &'a str);

/// Which versions stand against which, and in what.
type Standing = (FindingKind, [Vec<QuoteId>; 2]);

/// What some versions have in the place of what others have at one point of an utterance.
struct Spot<'a> {
    swaps: Vec<Swap<'a>>,
    /// The party of the first version, and the other.
    parties: [Party<'a>; 2],
}

impl<'a> Spot<'a> {
    /// The parties of swaps that share sides, two by two as far as something was swapped between
    /// them.
    fn all(swaps: &[Swap<'a>]) -> Vec<Self> {
        let mut sides: BTreeMap<QuoteId, &Side<'_>> = BTreeMap::new();
        for side in swaps.iter().flat_map(|swap| &swap.sides) {
            sides.entry(side.version.id).or_insert(side);
        }
        let mut parties: Vec<Party<'_>> = Vec::new();
        for side in sides.into_values() {
            let same = |(_, known): &&mut Party<'_>| fold(known) == fold(side.words);
            match parties.iter_mut().find(same) {
                Some((versions, _)) => versions.push(side.version),
                None => parties.push((vec![side.version], side.words)),
            }
        }
        let mut spots = Vec::new();
        for (at, first) in parties.iter().enumerate() {
            for second in parties.iter().skip(at + 1) {
                let parties = [first, second];
                let between = |swap: &&Swap<'_>| {
                    parties.iter().all(|(versions, _)| {
                        let is_of = |side: &Side<'_>| {
                            let mut ids = versions.iter().map(|version| version.id);
                            ids.any(|id| id == side.version.id)
                        };
                        swap.sides.iter().any(is_of)
                    })
                };
                let swaps: Vec<_> = swaps.iter().filter(between).copied().collect();
                if !swaps.is_empty() {
                    let parties = parties.map(Party::clone);
                    spots.push(Self { swaps, parties });
                }
            }
        }
        spots
    }

    fn standing(&self) -> Option<Standing> {
        let ids = |(versions, _): &Party<'_>| versions.iter().map(|it| it.id).collect();
        let kind = self.swaps.first()?.kind;
        Some((kind, self.parties.each_ref().map(ids)))
    }

    fn start(&self) -> Option<(QuoteId, usize)> {
        let sides = self.swaps.iter().flat_map(|swap| &swap.sides);
        sides.map(Side::key).min()
    }

    /// "“come to” → “reach”", "without “very”", "with “very”".
    fn words(&self) -> String {
        match self.parties.each_ref().map(|(_, words)| *words) {
            [was, ""] => format!("without “{was}”"),
            ["", is] => format!("with “{is}”"),
            [was, is] => format!("“{was}” → “{is}”"),
        }
    }
}

/// The findings of the swaps between the versions of one utterance: one for all points at which the
/// same outlets stand against the same.
pub(super) fn findings(
    comparison: &Comparison,
    swaps: Vec<Swap<'_>>,
    rows: &RowOf,
) -> Vec<Finding> {
    let mut spots: BTreeMap<Option<Standing>, Vec<Spot<'_>>> = BTreeMap::new();
    for spot in joined(swaps).iter().flat_map(|swaps| Spot::all(swaps)) {
        spots.entry(spot.standing()).or_default().push(spot);
    }
    let found = spots.into_values().map(|mut spots| {
        spots.sort_by_key(Spot::start);
        finding(comparison, &spots, rows)
    });
    found.flatten().collect()
}

/// The swaps in groups that share a side.
fn joined(swaps: Vec<Swap<'_>>) -> Vec<Vec<Swap<'_>>> {
    let mut groups: Vec<Vec<Swap<'_>>> = Vec::new();
    for swap in swaps {
        let joins = |group: &Vec<Swap<'_>>| group.iter().any(|other| other.meets(&swap));
        let (joining, rest): (Vec<_>, Vec<_>) = groups.into_iter().partition(joins);
        groups = rest;
        groups.push(joining.into_iter().flatten().chain([swap]).collect());
    }
    groups
}

fn finding(comparison: &Comparison, spots: &[Spot<'_>], rows: &RowOf) -> Option<Finding> {
    let swaps = || spots.iter().flat_map(|spot| &spot.swaps);
    let [x, y] = swaps().next()?.sides;
    // The words are those of the first of a party, so that those who agree have one value.
    let mut values: BTreeMap<Place, Vec<&str>> = BTreeMap::new();
    for (versions, words) in spots.iter().flat_map(|spot| &spot.parties) {
        for version in versions {
            let known = values.entry(version.place()).or_default();
            if !known.contains(words) {
                known.push(words);
            }
        }
    }
    let articles: BTreeSet<ArticleId> = values.keys().map(|place| place.article).collect();
    Some(Finding {
        kind: swaps().next()?.kind,
        severity: swaps().map(|swap| swap.severity).max()?,
        row: row_of(rows, x.version, y.version)?,
        articles: articles.into_iter().collect(),
        places: values.keys().copied().collect(),
        values: values.values().map(|words| words.join(", ")).collect(),
        importance: None,
        why: why(comparison, spots, speaker(spots)),
    })
}

/// The speaker as most versions name them, of several names the first in the order of characters.
fn speaker<'a>(spots: &[Spot<'a>]) -> &'a str {
    let mut names: BTreeMap<&str, BTreeSet<QuoteId>> = BTreeMap::new();
    let swaps = spots.iter().flat_map(|spot| &spot.swaps);
    for version in swaps.flat_map(|swap| &swap.sides).map(|side| side.version) {
        names.entry(version.name()).or_default().insert(version.id);
    }
    let most = names
        .into_iter()
        .rev()
        .max_by_key(|(_, versions)| versions.len());
    most.map_or("", |(name, _)| name)
}

/// "Vance, A and B → C: “come to” → “reach”, “brutal, brutal” → “fierce”", with what it looks like where
/// there are many; or "the same words: A and B give them to Vance, C to Ono".
fn why(comparison: &Comparison, spots: &[Spot<'_>], name: &str) -> String {
    let outlets = |versions: &[&Version]| {
        let ids: BTreeSet<ArticleId> = versions.iter().map(|it| it.article).collect();
        let names = ids.iter().map(|&id| comparison.article(id).outlet.as_str());
        (ids.len(), listed(&names.collect::<Vec<_>>()))
    };
    let Some(first) = spots.first() else {
        return String::new();
    };
    let [(left, was), (right, is)] = &first.parties;
    let ((count, before), (_, after)) = (outlets(left), outlets(right));
    if first
        .swaps
        .iter()
        .any(|swap| swap.kind == FindingKind::Attribution)
    {
        let give = if count == 1 { "gives" } else { "give" };
        return format!("the same words: {before} {give} them to {was}, {after} to {is}");
    }
    let shown: Vec<String> = spots.iter().take(SHOWN).map(Spot::words).collect();
    let more = match spots.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let reworded = |spot: &&Spot<'_>| spot.parties.iter().all(|(_, words)| !words.is_empty());
    let translated = if spots.iter().filter(reworded).count() >= TRANSLATED {
        "; it looks translated anew"
    } else {
        ""
    };
    let shown = shown.join(", ");
    format!("{name}, {before} → {after}: {shown}{more}{translated}")
}
