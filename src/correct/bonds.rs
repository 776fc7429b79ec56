//! Which sentences a reader puts together and takes apart: later ones count.

use crate::model::{Forced, SentenceId};
use std::collections::{BTreeMap, BTreeSet};

type Pair = (SentenceId, SentenceId);

/// What was demanded so far, each with the number of the correction that demands it.
#[derive(Debug, Default)]
pub(super) struct Bonds {
    together: BTreeMap<Pair, usize>,
    linked: BTreeSet<Pair>,
    apart: BTreeMap<Pair, usize>,
    alone: BTreeMap<SentenceId, usize>,
}

impl Bonds {
    /// Two sentences share a row; `linked` where they state the same. What parts their rows is void.
    pub(super) fn join(&mut self, a: SentenceId, b: SentenceId, linked: bool, by: usize) {
        if a == b {
            return;
        }
        self.alone.remove(&a);
        self.alone.remove(&b);
        let (left, right) = (self.row(a), self.row(b));
        for x in &left {
            for y in &right {
                self.apart.remove(&Forced::pair(*x, *y));
            }
        }
        self.together.entry(Forced::pair(a, b)).or_insert(by);
        if linked && a.article != b.article {
            self.linked.insert(Forced::pair(a, b));
        }
    }

    /// Two sentences share no row. What ties the first to the row of the second is void.
    pub(super) fn part(&mut self, a: SentenceId, b: SentenceId, by: usize) {
        if a == b {
            return;
        }
        for x in self.tied(a) {
            let pair = Forced::pair(a, x);
            let Some(tie) = self.together.remove(&pair) else {
                continue;
            };
            if self.row(x).contains(&b) {
                self.linked.remove(&pair);
            } else {
                self.together.insert(pair, tie);
            }
        }
        self.apart.entry(Forced::pair(a, b)).or_insert(by);
    }

    /// A sentence shares no row with any other.
    pub(super) fn set_alone(&mut self, a: SentenceId, by: usize) {
        for x in self.tied(a) {
            let pair = Forced::pair(a, x);
            self.together.remove(&pair);
            self.linked.remove(&pair);
        }
        self.alone.entry(a).or_insert(by);
    }

    /// The sentences that are directly tied to one.
    fn tied(&self, a: SentenceId) -> Vec<SentenceId> {
        let pairs = self.together.keys();
        let other = |&(x, y): &Pair| match (x == a, y == a) {
            (true, _) => Some(y),
            (_, true) => Some(x),
            _ => None,
        };
        pairs.filter_map(other).collect()
    }

    /// All sentences that must share the row of one, itself included.
    fn row(&self, a: SentenceId) -> BTreeSet<SentenceId> {
        let mut row = BTreeSet::from([a]);
        let mut next = vec![a];
        while let Some(at) = next.pop() {
            next.extend(self.tied(at).into_iter().filter(|it| row.insert(*it)));
        }
        row
    }

    /// The numbers of the corrections that still demand something.
    pub(super) fn in_force(&self) -> BTreeSet<usize> {
        let pairs = self.together.values().chain(self.apart.values());
        pairs.chain(self.alone.values()).copied().collect()
    }

    /// What is demanded in the end.
    pub(super) fn forced(self) -> Forced {
        Forced {
            together: self.together.into_keys().collect(),
            linked: self.linked,
            apart: self.apart.into_keys().collect(),
            alone: self.alone.into_keys().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Bonds;
    use crate::model::{ArticleId, SentenceId};

    fn id(name: &str) -> SentenceId {
        name.parse().unwrap()
    }

    #[test]
    fn a_later_cut_voids_the_pairs_that_lead_across_it() {
        let mut bonds = Bonds::default();
        bonds.join(id("A1"), id("B1"), true, 0);
        bonds.join(id("B1"), id("C1"), true, 1);
        bonds.part(id("A1"), id("C1"), 2);
        assert_eq!(bonds.in_force().into_iter().collect::<Vec<_>>(), [1, 2]);
        let forced = bonds.forced();
        assert!(forced.parts(id("C1"), id("A1")) && !forced.parts(id("A1"), id("B1")));
        assert_eq!(forced.linked.len(), 1);
    }

    #[test]
    fn a_later_pair_voids_the_cuts_and_lone_sentences_in_its_way() {
        let mut bonds = Bonds::default();
        bonds.set_alone(id("A1"), 0);
        bonds.part(id("B1"), id("C1"), 1);
        bonds.join(id("A1"), id("C1"), true, 2);
        bonds.join(id("A1"), id("B1"), true, 3);
        assert_eq!(bonds.in_force().into_iter().collect::<Vec<_>>(), [2, 3]);
    }

    #[test]
    fn sentences_of_one_article_share_a_row_without_a_link() {
        let mut bonds = Bonds::default();
        let next = SentenceId::new(ArticleId(0), 1);
        bonds.join(id("A1"), next, true, 0);
        let forced = bonds.forced();
        assert!(forced.linked.is_empty() && forced.together.contains(&(id("A1"), next)));
    }
}
