//! The pairs that are worth scoring, as a graph whose nodes are sentences.

use super::profile::Profiles;
use std::ops::Range;

/// Two sentences of different articles by their places in the story, the earlier first.
pub(super) type Pair = (usize, usize);

/// Pairs in rising order, found from either sentence.
///
/// Pairs are numbered by their place in [`Graph::pairs`], so that what is known of each can stand
/// in a list beside them.
pub(super) struct Graph {
    pub pairs: Vec<Pair>,
    /// Where the partners of each sentence begin in `partners`, and where those of the last end.
    starts: Vec<usize>,
    partners: Vec<Partner>,
}

/// A sentence as the partner of another.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Partner {
    sentence: u32,
    pair: u32,
}

impl Partner {
    pub(super) fn sentence(self) -> usize {
        self.sentence as usize
    }

    /// The number of the pair.
    pub(super) fn pair(self) -> usize {
        self.pair as usize
    }
}

impl Graph {
    /// The graph of a story of `sentences` sentences with these pairs in rising order.
    pub(super) fn new(sentences: usize, pairs: Vec<Pair>) -> Self {
        let mut starts = vec![0; sentences + 1];
        for &(i, j) in &pairs {
            starts[i + 1] += 1;
            starts[j + 1] += 1;
        }
        for at in 0..sentences {
            starts[at + 1] += starts[at];
        }
        let mut next = starts.clone();
        let mut partners = vec![Partner::default(); 2 * pairs.len()];
        for (&(i, j), pair) in pairs.iter().zip(0..) {
            for (of, sentence) in [(i, j as u32), (j, i as u32)] {
                partners[next[of]] = Partner { sentence, pair };
                next[of] += 1;
            }
        }
        Self {
            pairs,
            starts,
            partners,
        }
    }

    /// The partners of the sentence `i` in rising order.
    pub(super) fn partners(&self, i: usize) -> &[Partner] {
        &self.partners[self.starts[i]..self.starts[i + 1]]
    }

    /// The partners of `i` among the sentences of `range`.
    pub(super) fn within(&self, i: usize, range: &Range<usize>) -> &[Partner] {
        let list = self.partners(i);
        let start = list.partition_point(|partner| partner.sentence() < range.start);
        let end = start + list[start..].partition_point(|p| p.sentence() < range.end);
        &list[start..end]
    }

    /// The partners of `i`, article by article.
    pub(super) fn by_article<'a>(
        &'a self,
        profiles: &'a Profiles,
        i: usize,
    ) -> impl Iterator<Item = (usize, &'a [Partner])> {
        let article = |partner: &Partner| profiles.article_of(partner.sentence());
        self.partners(i)
            .chunk_by(move |x, y| article(x) == article(y))
            .filter_map(move |partners| Some((article(partners.first()?), partners)))
    }

    /// The number of the pair of two sentences, if it is one.
    pub(super) fn pair(&self, i: usize, j: usize) -> Option<usize> {
        let list = self.partners(i);
        let at = list.binary_search_by_key(&j, |partner| partner.sentence());
        at.ok().map(|at| list[at].pair())
    }
}

#[cfg(test)]
mod tests {
    use super::Graph;

    #[test]
    fn a_pair_is_found_from_either_side() {
        let graph = Graph::new(5, vec![(0, 2), (0, 4), (1, 2), (2, 4)]);
        let of = |i: usize| -> Vec<usize> {
            let partners = graph.partners(i).iter();
            partners.map(|partner| partner.sentence()).collect()
        };
        assert_eq!([of(0), of(2), of(3)], [vec![2, 4], vec![0, 1, 4], vec![]]);
        assert_eq!(graph.pair(4, 2), Some(3));
        assert_eq!(graph.pair(1, 4), None);
        assert_eq!(graph.within(2, &(1..3)).len(), 1);
    }
}
