//! What the other pairs, and the places of its two sentences, say about a pair.

use super::features::{self, Features};
use super::graph::Graph;
use super::likeness::Likeness;
use super::profile::Profiles;
use crate::parallel;
use std::ops::Range;

/// The pairs as a graph whose edges are likenesses.
pub(super) struct Relations<'a> {
    profiles: &'a Profiles,
    graph: &'a Graph,
    /// By pair.
    likeness: &'a [Likeness],
    /// For each sentence and each article, how it stands to the article's sentences.
    standing: Vec<Standing>,
    /// For each sentence, its [`CLOSEST`] partners in each article, with the `base` of the pair
    /// weighted by how near it is to the best that either has there; the closest first.
    closest: Vec<Vec<(usize, f64)>>,
}

/// How a sentence stands to the sentences of one other article.
#[derive(Clone, Copy, Debug, Default)]
struct Standing {
    best: f64,
    /// Mean of the three best.
    three: f64,
    /// Sum of `exp(0.35 × likelihood)` over all sentences of the article.
    likelihood: f64,
}

/// How many sentences of a third article may support a pair from either side.
const CLOSEST: usize = 3;

/// How steeply likelihood turns into chance, and the weight of "no partner at all" (e⁵): measured
/// on annotated stories.
const STEEPNESS: f64 = 0.35;
const NO_PARTNER: f64 = 148.413;

/// Fewer sentences than this are not worth a thread.
const WORTH: usize = 32;

impl<'a> Relations<'a> {
    /// The relations among the pairs of `graph`, of which `likeness` tells how alike they are.
    pub(super) fn new(profiles: &'a Profiles, graph: &'a Graph, likeness: &'a [Likeness]) -> Self {
        let mut relations = Self {
            profiles,
            graph,
            likeness,
            standing: Vec::new(),
            closest: Vec::new(),
        };
        let sentences = &profiles.sentences;
        let standing = parallel::map(sentences, WORTH, |i, _| relations.standing_of(i));
        relations.standing = standing.into_iter().flatten().collect();
        relations.closest = parallel::map(sentences, WORTH, |i, _| relations.closest_to(i));
        relations
    }

    /// `f` of some pairs, by number, and their features; fewer pairs than `worth` are not worth a
    /// thread.
    pub(super) fn each<R: Send>(
        &self,
        pairs: &[usize],
        worth: usize,
        f: impl Fn(usize, Features) -> R + Sync,
    ) -> Vec<R> {
        let context = || Context::new(self);
        parallel::map_with(pairs, worth, context, |context, _, &pair| {
            let (i, j) = self.graph.pairs[pair];
            let own = features::own(self.profiles, i, j, &self.likeness[pair]);
            f(pair, context.complete(pair, own))
        })
    }

    /// How the sentence `i` stands to each article.
    fn standing_of(&self, i: usize) -> Vec<Standing> {
        let articles = 0..self.profiles.articles();
        let mut standing: Vec<Standing> = articles
            .map(|d| Standing {
                likelihood: self.profiles.range(d).len() as f64,
                ..Standing::default()
            })
            .collect();
        for (article, partners) in self.graph.by_article(self.profiles, i) {
            let place = &mut standing[article];
            let mut top = [0f64; 3];
            for partner in partners {
                let like = &self.likeness[partner.pair()];
                let mut value = like.base;
                for best in &mut top {
                    if value > *best {
                        std::mem::swap(best, &mut value);
                    }
                }
                let first = i < partner.sentence();
                let own = if first { like.forth } else { like.back };
                place.likelihood += (STEEPNESS * own).exp() - 1.0;
            }
            place.best = top[0];
            place.three = top.iter().sum::<f64>() / 3.0;
        }
        standing
    }

    /// How the sentence `i` stands to the article `d`.
    fn standing(&self, i: usize, d: usize) -> Standing {
        self.standing[i * self.profiles.articles() + d]
    }

    /// The closest partners of the sentence `i` in each article.
    fn closest_to(&self, i: usize) -> Vec<(usize, f64)> {
        let mut closest = Vec::new();
        for (_, partners) in self.graph.by_article(self.profiles, i) {
            let own = partners.iter();
            let mut ranked: Vec<(usize, f64)> = own
                .map(|partner| (partner.sentence(), self.relative(partner.pair())))
                .collect();
            ranked.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
            closest.extend(ranked.into_iter().take(CLOSEST));
        }
        closest.sort_by(|x, y| y.1.total_cmp(&x.1));
        closest
    }

    /// `base` of a pair, weighted by how near it is to the best that either of the two has in the
    /// other's article.
    fn relative(&self, pair: usize) -> f64 {
        let (i, j) = self.graph.pairs[pair];
        let best = |x: usize, y: usize| {
            let standing = self.standing(x, self.profiles.article_of(y));
            standing.best.max(1e-6)
        };
        let base = self.likeness[pair].base;
        base * (base / best(i, j) * (base / best(j, i))).sqrt()
    }
}

/// How far along the two articles neighbours are looked at.
const ALONG: usize = 2;

/// The rows of a [`Context`]: a sentence and its neighbours before and after.
const ROWS: usize = 2 * ALONG + 1;

/// The surroundings of one sentence laid out, so that its pairs are quickly completed.
struct Context<'a> {
    relations: &'a Relations<'a>,
    at: Option<usize>,
    /// For the sentence and its neighbours, `base` of their pairs, by partner: the row of a
    /// sentence is numbered by its place modulo [`ROWS`].
    base: [Vec<f64>; ROWS],
    /// Which sentences these are.
    holders: [Option<usize>; ROWS],
    /// How close other sentences are, by sentence; 0 where they are not.
    closest: Vec<f64>,
    /// Which bigrams stand in the sentence and nowhere else in its article.
    unique: Vec<bool>,
}

impl<'a> Context<'a> {
    fn new(relations: &'a Relations<'a>) -> Self {
        let sentences = relations.profiles.sentences.len();
        Self {
            relations,
            at: None,
            base: std::array::from_fn(|_| vec![0.0; sentences]),
            holders: [None; ROWS],
            closest: vec![0.0; sentences],
            unique: vec![false; relations.profiles.bigram_count],
        }
    }

    /// The features of a pair, with what the graph says about it added to its `own`.
    fn complete(&mut self, pair: usize, own: Features) -> Features {
        let relations = self.relations;
        let profiles = relations.profiles;
        let (i, j) = relations.graph.pairs[pair];
        self.lay_out(i);
        let (di, dj) = (profiles.article_of(i), profiles.article_of(j));
        let (range_i, range_j) = (profiles.range(di), profiles.range(dj));
        let place =
            |s: usize, range: &Range<usize>| ((s - range.start) as f64, range.len().max(1) as f64);
        let ((ki, ni), (kj, nj)) = (place(i, &range_i), place(j, &range_j));
        let (to_j, to_i) = (relations.standing(i, dj), relations.standing(j, di));
        let like = &relations.likeness[pair];
        let posterior = |own: f64, all: f64| (STEEPNESS * own).exp() / (NO_PARTNER + all);
        // `base` of the sentences so many steps from the two, 0 where an article ends.
        let base = |by_i: isize, by_j: isize| {
            let within = |s: usize, by: isize, range: &Range<usize>| {
                s.checked_add_signed(by).filter(|s| range.contains(s))
            };
            let both = within(i, by_i, &range_i).zip(within(j, by_j, &range_j));
            both.map_or(0.0, |(x, y)| self.base[x % ROWS][y])
        };
        Features {
            rivalry: 2.0 * like.base - to_j.three - to_i.three,
            lead: (-(ki + kj) / 8.0).exp(),
            gap: (ki / ni - kj / nj).abs(),
            third: self.third(j),
            neighbour: [(0, 1), (0, -1), (1, 0), (-1, 0)]
                .into_iter()
                .map(|(by_i, by_j)| base(by_i, by_j))
                .fold(0.0, f64::max),
            diagonal: [(-2, 0.5), (-1, 1.0), (1, 1.0), (2, 0.5)]
                .into_iter()
                .map(|(by, weight)| weight * base(by, by))
                .sum::<f64>()
                / 3.0,
            likelihood: (like.forth * like.back).max(0.0).sqrt(),
            posterior: (posterior(like.forth, to_j.likelihood)
                * posterior(like.back, to_i.likelihood))
            .sqrt(),
            anchors: profiles.sentences[j]
                .unique
                .iter()
                .filter(|bigram| self.unique[**bigram as usize])
                .count() as f64,
            ..own
        }
    }

    /// The best support of a pair with `j` through a sentence of a third article that is close to
    /// both: the weaker of its two pairs.
    fn third(&self, j: usize) -> f64 {
        let mut best = 0.0;
        for &(other, with_j) in &self.relations.closest[j] {
            // None of the rest can be more than this one.
            if with_j <= best {
                break;
            }
            best = with_j.min(self.closest[other]).max(best);
        }
        best
    }

    fn lay_out(&mut self, i: usize) {
        if self.at == Some(i) {
            return;
        }
        if let Some(before) = self.at.replace(i) {
            self.mark(before, false);
        }
        self.mark(i, true);
        let last = self.relations.profiles.sentences.len() - 1;
        for row in i.saturating_sub(ALONG)..=(i + ALONG).min(last) {
            self.hold(row);
        }
    }

    /// Notes, or wipes out, what is close to a sentence and which bigrams it alone has.
    fn mark(&mut self, i: usize, there: bool) {
        for &(close, value) in &self.relations.closest[i] {
            self.closest[close] = if there { value } else { 0.0 };
        }
        for &bigram in &self.relations.profiles.sentences[i].unique {
            self.unique[bigram as usize] = there;
        }
    }

    /// Gives a sentence its row.
    fn hold(&mut self, sentence: usize) {
        let Relations {
            graph, likeness, ..
        } = self.relations;
        let slot = sentence % ROWS;
        let before = self.holders[slot].replace(sentence);
        if before == Some(sentence) {
            return;
        }
        let row = &mut self.base[slot];
        for partner in before.into_iter().flat_map(|i| graph.partners(i)) {
            row[partner.sentence()] = 0.0;
        }
        for partner in graph.partners(sentence) {
            row[partner.sentence()] = likeness[partner.pair()].base;
        }
    }
}
