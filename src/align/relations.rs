//! What the other pairs, and the places of its two sentences, say about a pair.

use super::features::Features;
use super::parallel;
use super::profile::{Profile, Profiles, common};

/// The candidate pairs as a graph.
pub(super) struct Relations<'a> {
    profiles: &'a Profiles,
    pairs: &'a [(usize, usize)],
    base: Vec<f64>,
    likelihood: Vec<(f64, f64)>,
    /// For each sentence, its partners in rising order with the number of the pair.
    partners: Vec<Vec<(usize, usize)>>,
    /// For each sentence and each article, how it stands to the article's sentences.
    standing: Vec<Vec<Standing>>,
    /// For each sentence, its [`CLOSEST`] partners in each article in rising order, with the
    /// `base` of the pair weighted by how near it is to the best that either has there.
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

impl<'a> Relations<'a> {
    /// The relations among `pairs` (rising), whose own features are `own`.
    pub(super) fn new(
        profiles: &'a Profiles,
        pairs: &'a [(usize, usize)],
        own: &[Features],
    ) -> Self {
        let base: Vec<f64> = own.iter().map(|features| features.base).collect();
        let likelihood = parallel::map(pairs, |_, &(i, j)| likelihoods(profiles, i, j));
        let mut partners = vec![Vec::new(); profiles.sentences.len()];
        for (k, &(i, j)) in pairs.iter().enumerate() {
            partners[i].push((j, k));
            partners[j].push((i, k));
        }
        let mut relations = Self {
            profiles,
            pairs,
            base,
            likelihood,
            partners,
            standing: Vec::new(),
            closest: Vec::new(),
        };
        relations.standing = (0..profiles.sentences.len())
            .map(|i| relations.standing_of(i))
            .collect();
        relations.closest = (0..profiles.sentences.len())
            .map(|i| relations.closest_to(i))
            .collect();
        relations
    }

    /// The closest partners of the sentence `i` in each article.
    fn closest_to(&self, i: usize) -> Vec<(usize, f64)> {
        let mut closest = Vec::new();
        let own = self.partners[i].iter().map(|&(j, k)| (j, self.relative(k)));
        let own: Vec<(usize, f64)> = own.collect();
        let article = |j: usize| self.profiles.article_of(j);
        for partners in own.chunk_by(|x, y| article(x.0) == article(y.0)) {
            let mut ranked = partners.to_vec();
            ranked.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
            ranked.truncate(CLOSEST);
            closest.extend(ranked);
        }
        closest.sort_unstable_by_key(|(j, _)| *j);
        closest
    }

    /// How the sentence `i` stands to each article.
    fn standing_of(&self, i: usize) -> Vec<Standing> {
        let articles = self.profiles.starts.len().saturating_sub(1);
        let mut top = vec![[0f64; 3]; articles];
        let mut standing: Vec<Standing> = (0..articles)
            .map(|d| Standing {
                likelihood: self.profiles.range(d).len() as f64,
                ..Standing::default()
            })
            .collect();
        for &(j, k) in &self.partners[i] {
            let d = self.profiles.article_of(j);
            let mut value = self.base[k];
            for place in &mut top[d] {
                if value > *place {
                    std::mem::swap(place, &mut value);
                }
            }
            let (forth, back) = self.likelihood[k];
            let own = if self.pairs[k].0 == i { forth } else { back };
            standing[d].likelihood += (STEEPNESS * own).exp() - 1.0;
        }
        for (place, top) in standing.iter_mut().zip(top) {
            place.best = top[0];
            place.three = top.iter().sum::<f64>() / 3.0;
        }
        standing
    }

    /// The features of the pair numbered `k`, with what the graph says about it added to its `own`.
    pub(super) fn complete(&self, k: usize, own: Features) -> Features {
        let (i, j) = self.pairs[k];
        let (di, dj) = (self.profiles.article_of(i), self.profiles.article_of(j));
        let place = |s: usize, d: usize| {
            let range = self.profiles.range(d);
            ((s - range.start) as f64, range.len().max(1) as f64)
        };
        let ((ki, ni), (kj, nj)) = (place(i, di), place(j, dj));
        let (to_j, to_i) = (self.standing[i][dj], self.standing[j][di]);
        let (forth, back) = self.likelihood[k];
        let posterior = |own: f64, all: f64| (STEEPNESS * own).exp() / (NO_PARTNER + all);
        Features {
            rivalry: 2.0 * self.base[k] - to_j.three - to_i.three,
            lead: (-(ki + kj) / 8.0).exp(),
            gap: (ki / ni - kj / nj).abs(),
            third: self.third(k),
            neighbour: [(i, j, dj), (j, i, di)]
                .into_iter()
                .flat_map(|(x, y, d)| [self.step(x, y, d, 1), self.step(x, y, d, -1)])
                .fold(0.0, f64::max),
            diagonal: [(-2, 0.5), (-1, 1.0), (1, 1.0), (2, 0.5)]
                .into_iter()
                .map(|(by, weight)| weight * self.along(i, j, by))
                .sum::<f64>()
                / 3.0,
            likelihood: (forth * back).max(0.0).sqrt(),
            posterior: (posterior(forth, to_j.likelihood) * posterior(back, to_i.likelihood))
                .sqrt(),
            anchors: common(
                &self.profiles.sentences[i].unique,
                &self.profiles.sentences[j].unique,
            )
            .count() as f64,
            ..own
        }
    }

    /// `base` of the pair `(x, y)`, 0 where it is no candidate.
    fn base_of(&self, x: usize, y: usize) -> f64 {
        let partners = &self.partners[x];
        let at = partners.binary_search_by_key(&y, |(partner, _)| *partner);
        at.ok()
            .and_then(|at| partners.get(at))
            .map_or(0.0, |(_, k)| self.base[*k])
    }

    /// `base` of `x` with the sentence `by` steps from `y` in the article `d`.
    fn step(&self, x: usize, y: usize, d: usize, by: isize) -> f64 {
        let range = self.profiles.range(d);
        y.checked_add_signed(by)
            .filter(|y| range.contains(y))
            .map_or(0.0, |y| self.base_of(x, y))
    }

    /// `base` of the sentences `by` steps from both, 0 where an article ends.
    fn along(&self, i: usize, j: usize, by: isize) -> f64 {
        let within = |s: usize| {
            let range = self.profiles.range(self.profiles.article_of(s));
            s.checked_add_signed(by).filter(|s| range.contains(s))
        };
        within(i)
            .zip(within(j))
            .map_or(0.0, |(i, j)| self.base_of(i, j))
    }

    /// `base` of the pair `k`, weighted by how near it is to the best that either of the two has
    /// in the other's article.
    fn relative(&self, k: usize) -> f64 {
        let (i, j) = self.pairs[k];
        let best =
            |x: usize, y: usize| self.standing[x][self.profiles.article_of(y)].best.max(1e-6);
        let base = self.base[k];
        base * (base / best(i, j) * (base / best(j, i))).sqrt()
    }

    /// The best support through a sentence of a third article that is close to both: the weaker of
    /// its two pairs.
    fn third(&self, k: usize) -> f64 {
        let (i, j) = self.pairs[k];
        let mut rest = self.closest[j].as_slice();
        let mut best = 0f64;
        for &(c, with_i) in &self.closest[i] {
            while let Some((&(other, with_j), tail)) = rest.split_first() {
                if other > c {
                    break;
                }
                rest = tail;
                if other == c {
                    best = best.max(with_i.min(with_j));
                }
            }
        }
        best
    }
}

/// For each of two sentences, the log likelihood ratio of its content under a language model of
/// the other sentence against the story and the language in general.
fn likelihoods(profiles: &Profiles, i: usize, j: usize) -> (f64, f64) {
    let (a, b) = (&profiles.sentences[i], &profiles.sentences[j]);
    let length = |s: &Profile| s.stems.len().max(1) as f64;
    let (na, nb) = (length(a), length(b));
    let mut sums = (0.0, 0.0);
    let mut rest = b.content.as_slice();
    for &(term, _) in &a.content {
        while let Some((&(other, _), tail)) = rest.split_first() {
            if other > term {
                break;
            }
            rest = tail;
            if other == term {
                let chance = f64::from(profiles.chance[term as usize]).max(1e-12);
                sums.0 += (1.0 + 1.0 / nb / chance).ln();
                sums.1 += (1.0 + 1.0 / na / chance).ln();
            }
        }
    }
    sums
}
