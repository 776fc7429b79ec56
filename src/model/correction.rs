//! What a reader corrects, and what becomes of it.
//!
//! Corrections name passages by their words, not by numbers, so that they outlive small edits of
//! the files and can be held against those of another reader.

use super::{Finding, FindingId, FindingKind, RowId, RowVerdict, SentenceId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A passage by its words and what stands around it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Anchor {
    /// The outlet that prints it.
    pub outlet: String,
    /// The passage itself.
    pub words: String,
    /// The last words before it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub before: String,
    /// The first words after it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub after: String,
}

/// A finding by its kind, its outlets, and the words that it is about; both in order, so that it is
/// the same whatever the order of the articles.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindingAnchor {
    /// What kind of thing.
    pub kind: FindingKind,
    /// The outlets it is about.
    pub outlets: Vec<String>,
    /// The words it is about, each with what stands around it.
    pub places: Vec<Anchor>,
}

/// What a note is on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// The row that holds these sentences.
    Row(Vec<Anchor>),
    /// A finding.
    Finding(FindingAnchor),
}

/// What a block is to be taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// A paragraph of the article.
    Article,
    /// Not the article.
    Furniture,
}

/// One thing that a reader says of the comparison. Lists of sentences are in rising order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case", deny_unknown_fields)]
pub enum Correction {
    /// Two sentences of different outlets state the same.
    Pin {
        /// The two.
        sentences: Vec<Anchor>,
    },
    /// A sentence does not belong to others: it is linked to none of them and in no row with them.
    Cut {
        /// The sentence.
        sentence: Anchor,
        /// The others.
        from: Vec<Anchor>,
    },
    /// A sentence matches nothing.
    Alone {
        /// The sentence.
        sentence: Anchor,
    },
    /// The outlets of a row tell different things: no two of them share a row with these sentences.
    Split {
        /// The sentences of the row.
        sentences: Vec<Anchor>,
    },
    /// Some sentences are one piece of the story and stand in one row.
    Join {
        /// The sentences.
        sentences: Vec<Anchor>,
    },
    /// A block is, or is not, part of the article.
    Flip {
        /// The block.
        block: Anchor,
        /// What it is.
        to: Part,
    },
    /// A row has another verdict than the machine's.
    Override {
        /// The sentences of the row.
        row: Vec<Anchor>,
        /// The reader's verdict.
        verdict: RowVerdict,
        /// What the machine said when the reader looked.
        machine: RowVerdict,
        /// Why.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// A row was read, and its verdict found right.
    Review {
        /// The sentences of the row.
        row: Vec<Anchor>,
        /// The verdict that was found right.
        verdict: RowVerdict,
        /// What the machine said when the reader looked.
        machine: RowVerdict,
    },
    /// A finding is none.
    Reject {
        /// The finding.
        finding: FindingAnchor,
        /// Why.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// A finding was read, and found right.
    Confirm {
        /// The finding.
        finding: FindingAnchor,
    },
    /// Something to remember.
    Note {
        /// What it is on.
        on: Target,
        /// The note.
        text: String,
    },
}

impl Correction {
    /// Whether `earlier` says nothing any more once this is said.
    pub(super) fn replaces(&self, earlier: &Self) -> bool {
        match (self, earlier) {
            (Self::Flip { block: a, .. }, Self::Flip { block: b, .. }) => a == b,
            (Self::Override { row: a, .. }, Self::Override { row: b, .. })
            | (Self::Review { row: a, .. }, Self::Review { row: b, .. }) => a == b,
            (
                Self::Reject { finding: a, .. } | Self::Confirm { finding: a },
                Self::Reject { finding: b, .. } | Self::Confirm { finding: b },
            ) => a == b,
            (Self::Note { on: a, .. }, Self::Note { on: b, .. }) => a == b,
            _ => self == earlier,
        }
    }

    /// The same where outlets have other names; `name` gives the new one of those that have.
    #[must_use]
    pub fn renamed(&self, name: &impl Fn(&str) -> Option<String>) -> Self {
        let one = |it: &mut Anchor| {
            if let Some(new) = name(&it.outlet) {
                it.outlet = new;
            }
        };
        let list = |all: &mut Vec<Anchor>| {
            all.iter_mut().for_each(one);
            all.sort_unstable();
        };
        let mut renamed = self.clone();
        match &mut renamed {
            Self::Pin { sentences } | Self::Split { sentences } | Self::Join { sentences } => {
                list(sentences);
            }
            Self::Cut { sentence, from } => {
                one(sentence);
                list(from);
            }
            Self::Alone { sentence } => one(sentence),
            Self::Flip { block, .. } => one(block),
            Self::Override { row, .. }
            | Self::Review { row, .. }
            | Self::Note {
                on: Target::Row(row),
                ..
            } => list(row),
            Self::Reject { finding, .. }
            | Self::Confirm { finding }
            | Self::Note {
                on: Target::Finding(finding),
                ..
            } => {
                list(&mut finding.places);
                for outlet in &mut finding.outlets {
                    if let Some(new) = name(outlet) {
                        *outlet = new;
                    }
                }
                finding.outlets.sort_unstable();
            }
        }
        renamed
    }

    /// What it does, in a word or two.
    pub const fn words(&self) -> &'static str {
        match self {
            Self::Pin { .. } => "paired",
            Self::Cut { .. } => "taken out",
            Self::Alone { .. } => "matches nothing",
            Self::Split { .. } => "split",
            Self::Join { .. } => "joined",
            Self::Flip { to, .. } => match to {
                Part::Article => "taken for the article",
                Part::Furniture => "set aside",
            },
            Self::Override { .. } => "verdict changed",
            Self::Review { .. } => "reviewed",
            Self::Reject { .. } => "finding rejected",
            Self::Confirm { .. } => "finding confirmed",
            Self::Note { .. } => "note",
        }
    }

    /// It in words, with the beginnings of the passages: `paired “Bread was free at …” (quay), …`.
    pub fn named(&self) -> String {
        const SHOWN: usize = 8;
        let passage = |it: &&Anchor| {
            let mut words: Vec<&str> = it.words.split_whitespace().collect();
            let more = if words.len() > SHOWN { " …" } else { "" };
            words.truncate(SHOWN);
            format!("“{}{more}” ({})", words.join(" "), it.outlet)
        };
        let passages: Vec<String> = self.passages().iter().map(passage).collect();
        match (self, passages.split_first()) {
            (Self::Cut { .. }, Some((own, from))) => {
                format!("{} {own} from {}", self.words(), from.join(", "))
            }
            _ => format!("{} {}", self.words(), passages.join(", ")),
        }
    }

    /// Whether it changes what is compared, not only what is said of it.
    pub const fn is_structural(&self) -> bool {
        matches!(
            self,
            Self::Pin { .. }
                | Self::Cut { .. }
                | Self::Alone { .. }
                | Self::Split { .. }
                | Self::Join { .. }
                | Self::Flip { .. }
        )
    }

    /// The passages that it names.
    pub fn passages(&self) -> Vec<&Anchor> {
        match self {
            Self::Pin { sentences } | Self::Split { sentences } | Self::Join { sentences } => {
                sentences.iter().collect()
            }
            Self::Cut { sentence, from } => std::iter::once(sentence).chain(from).collect(),
            Self::Alone { sentence } => vec![sentence],
            Self::Flip { block, .. } => vec![block],
            Self::Override { row, .. }
            | Self::Review { row, .. }
            | Self::Note {
                on: Target::Row(row),
                ..
            } => row.iter().collect(),
            Self::Reject { finding, .. }
            | Self::Confirm { finding }
            | Self::Note {
                on: Target::Finding(finding),
                ..
            } => finding.places.iter().collect(),
        }
    }
}

/// What corrections ask of the alignment. No two of its demands contradict each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forced {
    /// Pairs of sentences that stand in one row, the earlier first.
    pub together: BTreeSet<(SentenceId, SentenceId)>,
    /// Those of them, of different articles, that are linked.
    pub linked: BTreeSet<(SentenceId, SentenceId)>,
    /// Pairs that are not linked and stand in different rows, the earlier first.
    pub apart: BTreeSet<(SentenceId, SentenceId)>,
    /// Sentences that stand in a row of their own.
    pub alone: BTreeSet<SentenceId>,
}

impl Forced {
    /// Two sentences as a pair.
    pub fn pair(a: SentenceId, b: SentenceId) -> (SentenceId, SentenceId) {
        (a.min(b), a.max(b))
    }

    /// Whether two sentences may neither be linked nor share a row.
    pub fn parts(&self, a: SentenceId, b: SentenceId) -> bool {
        let alone = self.alone.contains(&a) || self.alone.contains(&b);
        alone || self.apart.contains(&Self::pair(a, b))
    }
}

/// What became of a correction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is in force.
    Applied,
    /// A later one says otherwise.
    Overruled,
    /// It does not fit the articles any more; why.
    Stale(String),
}

/// What a reader said of one row or finding.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// What the machine says of the row, where the reader's verdict is another.
    pub machine: Option<RowVerdict>,
    /// The reader's reason for it.
    pub reason: String,
    /// The reader's notes.
    pub notes: Vec<String>,
    /// Whether the reader has judged it, as the machine did or otherwise.
    pub reviewed: bool,
    /// Whether the reader put together or took apart its passages.
    pub by_hand: bool,
}

/// A finding that a reader takes for none; it is not among the comparison's findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// The finding.
    pub finding: Finding,
    /// Why.
    pub reason: String,
    /// The reader's notes on it.
    pub notes: Vec<String>,
}

/// What a reader's corrections did to a comparison.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corrected {
    /// Where they are kept, as people name it, if they are kept anywhere.
    pub kept_in: Option<String>,
    /// Each of them with what became of it, in their order.
    pub entries: Vec<(Arc<Correction>, Outcome)>,
    /// What was said of rows.
    pub rows: BTreeMap<RowId, Said>,
    /// What was said of findings.
    pub findings: BTreeMap<FindingId, Said>,
    /// Findings that the reader takes for none, in order of their rows.
    pub rejected: Vec<Rejected>,
}

impl Corrected {
    /// The corrections that do not fit any more, each with the reason.
    pub fn stale(&self) -> impl Iterator<Item = (&Correction, &str)> {
        let entries = self.entries.iter();
        entries.filter_map(|(correction, outcome)| match outcome {
            Outcome::Stale(why) => Some((&**correction, why.as_str())),
            Outcome::Applied | Outcome::Overruled => None,
        })
    }

    /// How many rows were reviewed.
    pub fn reviewed_rows(&self) -> usize {
        self.rows.values().filter(|said| said.reviewed).count()
    }

    /// How many findings were reviewed: those confirmed and those rejected.
    pub fn reviewed_findings(&self) -> usize {
        let confirmed = self.findings.values().filter(|said| said.reviewed);
        confirmed.count() + self.rejected.len()
    }
}
