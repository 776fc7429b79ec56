//! Utterances that several outlets give, and how their versions differ.

mod brackets;
mod differences;
mod groups;
pub(super) mod headlines;
mod likeness;
mod nested;
mod occasions;
mod swaps;
mod venues;
mod versions;
mod wording;

use crate::compare::reading::RowOf;
use crate::model::{
    Article, Comparison, Facts, Finding, Joined, Joint, Link, QuoteId, Relation, RowId, SameQuote,
    Settings,
};
use crate::parallel;
use likeness::Links;
use std::collections::BTreeMap;
pub(super) use versions::Version;
use versions::relation;

/// Fewer utterances than this are not worth a thread.
const WORTH: usize = 8;

/// What the quotes of a story utter, and which utterances several articles give.
pub struct Utterances {
    pub(super) versions: Vec<Version>,
    /// By their first version.
    pub(super) same: Vec<SameQuote>,
}

/// The quotes of a story as they are compared.
pub struct Quotes(Vec<Version>);

/// Reads the quotes of a story, for which its links need not be known.
pub fn quotes(articles: &[Article], facts: &Facts) -> Quotes {
    Quotes(versions::versions(articles, &facts.quotes))
}

impl Quotes {
    /// What they utter, where sentences are linked by `links`, which are sorted.
    pub fn utterances(self, links: &[Link], settings: &Settings) -> Utterances {
        let versions = self.0;
        let groups = groups::groups(Links { links, settings }, &versions);
        let all = groups.iter().map(|group| {
            let members: Vec<&Version> = group.iter().filter_map(|at| versions.get(*at)).collect();
            SameQuote {
                relation: widest(&members),
                members: members.iter().map(|version| version.id).collect(),
            }
        });
        Utterances {
            same: all.collect(),
            versions,
        }
    }
}

impl Utterances {
    /// The pairs of sentences that give words of one utterance whose speaker both name.
    pub fn uttered(&self) -> Joined {
        let by_id: BTreeMap<QuoteId, &Version> = self.versions.iter().map(|v| (v.id, v)).collect();
        let mut joined = Joined::new();
        for same in &self.same {
            let members = same.members.iter().filter_map(|id| by_id.get(id));
            let members: Vec<&&Version> = members.collect();
            for (at, x) in members.iter().enumerate() {
                let others = members.iter().skip(at + 1);
                for y in others.filter(|y| y.article != x.article && x.shares_speaker(y)) {
                    let pair = (x.sentence.min(y.sentence), x.sentence.max(y.sentence));
                    let speaker = x.name().max(y.name()).to_owned();
                    joined.insert(pair, Joint::Utterance(speaker));
                }
            }
        }
        joined
    }
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
pub(super) fn findings(
    comparison: &Comparison,
    versions: &[Version],
    row_of: &RowOf,
) -> Vec<Finding> {
    let by_id: BTreeMap<QuoteId, &Version> = versions.iter().map(|v| (v.id, v)).collect();
    let found = parallel::map(&comparison.same_quotes, WORTH, |_, same| {
        let members = same.members.iter().filter_map(|id| by_id.get(id).copied());
        let members: Vec<&Version> = members.collect();
        differences::findings(comparison, &members, row_of)
    });
    let mut findings: Vec<Finding> = found.into_iter().flatten().collect();
    let at_venues = venues::findings(comparison, versions, row_of, &findings);
    findings.extend(at_venues);
    findings
}

/// The row of two versions: that of the one whose text comes first in the order of characters, so
/// that the order of the files does not decide.
fn row_of(row_of: &RowOf, x: &Version, y: &Version) -> Option<RowId> {
    let first = if x.texts(y).0 == x.text() { x } else { y };
    row_of.get(&first.sentence).copied()
}
