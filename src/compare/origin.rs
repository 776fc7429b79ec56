//! Passages that several outlets print from one text.

use crate::model::{Comparison, SentenceId};
use crate::text::fold::fold;
use std::collections::{BTreeMap, BTreeSet};

/// Shorter sentences are alike too easily.
const SHORTEST: usize = 12;

/// How many words a run has by which passages are held against each other.
const RUN: usize = 5;

/// The share of the runs of the shorter sentence that the longer must have too.
const COPIED: f64 = 0.6;

/// Groups of sentences that are one text printed by several outlets: one voice, however many.
///
/// Two linked sentences are one text when they share most of their runs of five words (w-shingling:
/// Broder, On the resemblance and containment of documents, 1997); a changed word costs five runs.
pub(super) fn shared_origin(comparison: &Comparison) -> Vec<Vec<SentenceId>> {
    let mut runs: BTreeMap<SentenceId, BTreeSet<String>> = BTreeMap::new();
    let mut origin: BTreeMap<SentenceId, SentenceId> = BTreeMap::new();
    for link in comparison
        .links
        .iter()
        .filter(|link| link.score >= comparison.settings.confident)
    {
        for id in [link.a, link.b] {
            runs.entry(id)
                .or_insert_with(|| runs_of(comparison.sentence(id)));
        }
        if copied(&runs[&link.a], &runs[&link.b]) {
            let (first, second) = (first_of(&origin, link.a), first_of(&origin, link.b));
            origin.insert(first.max(second), first.min(second));
            origin.entry(first.min(second)).or_insert(first.min(second));
        }
    }
    let mut groups: BTreeMap<SentenceId, Vec<SentenceId>> = BTreeMap::new();
    for &id in origin.keys() {
        groups.entry(first_of(&origin, id)).or_default().push(id);
    }
    groups
        .into_values()
        .filter(|group| group.len() > 1)
        .collect()
}

/// The first sentence of the group that a sentence belongs to: itself, where it has none yet.
fn first_of(origin: &BTreeMap<SentenceId, SentenceId>, id: SentenceId) -> SentenceId {
    let mut at = id;
    while let Some(&before) = origin.get(&at).filter(|before| **before != at) {
        at = before;
    }
    at
}

/// The runs of [`RUN`] words of a sentence; none of a short one.
fn runs_of(sentence: &str) -> BTreeSet<String> {
    let folded = fold(sentence);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    if words.len() < SHORTEST {
        return BTreeSet::new();
    }
    words.windows(RUN).map(|run| run.join(" ")).collect()
}

/// Whether two sentences are one text.
fn copied(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    let shorter = a.len().min(b.len());
    shorter > 0 && a.intersection(b).count() as f64 >= COPIED * shorter as f64
}

#[cfg(test)]
mod tests {
    use super::{copied, runs_of};

    #[test]
    fn a_changed_word_leaves_one_text_and_a_shared_quote_does_not_make_one() {
        let wire = "The ferry sank within minutes of leaving the harbour of Port Sella on \
                    Tuesday night, the coast guard said in a statement";
        let edited = wire
            .replace("Tuesday", "Tuesday,")
            .replace("minutes", "seconds");
        assert!(copied(&runs_of(wire), &runs_of(&edited)));
        let own = "Hours later the coast guard said in a statement that it had never been told \
                   how many passengers were on board the ship";
        assert!(!copied(&runs_of(wire), &runs_of(own)));
    }
}
