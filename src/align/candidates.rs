//! Which pairs of sentences are worth scoring.

use super::graph::Pair;
use super::profile::{Profile, Profiles, Sparse};
use crate::parallel;

/// How many partners in each other article a sentence of a story of `sentences` is compared with.
///
/// Of the pairs that readers made in 29 annotated stories (some 100 sentences each), 98 in a
/// hundred are among the first eight by shared weight and nearly all among the first 24. With a
/// limit the work grows with the length of the articles, not with its square.
fn partners(sentences: usize) -> usize {
    (6000 / sentences.max(1)).clamp(6, 24)
}

/// A partner shares at least this part of what the best in its article shares.
const SHARE: f32 = 0.1;

/// Terms in more sentences than this and than one in forty of the story cannot choose a partner.
const COMMON: usize = 64;

/// Fewer sentences than this are not worth a thread.
const WORTH: usize = 32;

/// The pairs of sentences of different articles in which the later is among the [`partners`] of
/// its article that share the most term weight with the earlier, or the earlier among those that
/// share most with the later. In rising order.
pub(super) fn candidates(profiles: &Profiles) -> Vec<Pair> {
    let n = profiles.sentences.len();
    let search = Search {
        profiles,
        words: Postings::new(profiles, profiles.weights.len(), |it| &it.content),
        runs: Postings::new(profiles, profiles.bigram_count, |it| &it.bigrams),
        most: partners(n),
        limit: COMMON.max(n / 40),
    };
    let chosen = parallel::map_with(
        &profiles.sentences,
        WORTH,
        || Tally::new(profiles),
        |tally, i, _| search.partners(tally, i),
    );
    let mut later: Vec<Vec<usize>> = vec![Vec::new(); n];
    for (i, partners) in chosen.into_iter().enumerate() {
        for j in partners {
            later[i.min(j)].push(i.max(j));
        }
    }
    let mut pairs = Vec::new();
    for (i, mut partners) in later.into_iter().enumerate() {
        partners.sort_unstable();
        partners.dedup();
        // A tag ("she said.") goes with the sentence before it and has no partner of its own.
        let tag = |i: usize| profiles.sentences[i].tag;
        let own = partners.into_iter().filter(|j| !tag(i) && !tag(*j));
        pairs.extend(own.map(|j| (i, j)));
    }
    pairs
}

/// What the search for partners goes by.
struct Search<'a> {
    profiles: &'a Profiles,
    words: Postings,
    runs: Postings,
    /// How many partners a sentence has in each other article.
    most: usize,
    /// Terms in more sentences than this choose nothing.
    limit: usize,
}

/// What a sentence shares with each of the others.
struct Tally {
    /// By sentence.
    shared: Vec<f32>,
    /// By article, its sentences with which anything is shared.
    touched: Vec<Vec<usize>>,
}

impl Tally {
    fn new(profiles: &Profiles) -> Self {
        Self {
            shared: vec![0.0; profiles.sentences.len()],
            touched: vec![Vec::new(); profiles.starts.len()],
        }
    }
}

impl Search<'_> {
    /// The partners of the sentence `i`, in no order.
    fn partners(&self, tally: &mut Tally, i: usize) -> Vec<usize> {
        let sentence = &self.profiles.sentences[i];
        let own = self.profiles.article_of(i);
        let words = sentence
            .content
            .iter()
            .map(|&(term, w)| (self.words.of(term), w));
        let runs = sentence
            .bigrams
            .iter()
            .map(|&(run, w)| (self.runs.of(run), w));
        let terms = words.chain(runs);
        for (list, weight) in terms.filter(|(list, _)| list.len() <= self.limit) {
            for j in list.iter().map(|j| *j as usize) {
                if tally.shared[j] == 0.0 {
                    tally.touched[self.profiles.article_of(j)].push(j);
                }
                tally.shared[j] += weight * weight;
            }
        }
        let mut chosen = Vec::new();
        for (article, partners) in tally.touched.iter_mut().enumerate() {
            if article != own {
                let value = |j: &usize| {
                    tally.shared[*j] / self.profiles.sentences[*j].mass.sqrt().max(1e-6)
                };
                // Ties at the limit all count, so that the order of the articles decides nothing.
                let least = least(partners.iter().map(value).collect(), self.most);
                chosen.extend(partners.iter().copied().filter(|j| value(j) >= least));
            }
            for j in partners.drain(..) {
                tally.shared[j] = 0.0;
            }
        }
        chosen
    }
}

/// The value that a partner must have among partners with these values, of which `most` count.
fn least(mut values: Vec<f32>, most: usize) -> f32 {
    let best = values.iter().copied().fold(0.0, f32::max);
    if values.len() <= most {
        return best * SHARE;
    }
    let (_, last, _) = values.select_nth_unstable_by(most - 1, |x, y| y.total_cmp(x));
    last.max(best * SHARE)
}

/// For each of some terms, the sentences that hold it.
struct Postings {
    /// Where the sentences of each term begin, and where those of the last end.
    starts: Vec<usize>,
    sentences: Vec<u32>,
}

impl Postings {
    fn new(profiles: &Profiles, count: usize, of: impl Fn(&Profile) -> &Sparse) -> Self {
        let mut starts = vec![0; count + 1];
        for &(term, _) in profiles.sentences.iter().flat_map(&of) {
            starts[term as usize + 1] += 1;
        }
        for at in 0..count {
            starts[at + 1] += starts[at];
        }
        let mut next = starts.clone();
        let mut sentences = vec![0; starts[count]];
        for (sentence, i) in profiles.sentences.iter().zip(0..) {
            for &(term, _) in of(sentence) {
                sentences[next[term as usize]] = i;
                next[term as usize] += 1;
            }
        }
        Self { starts, sentences }
    }

    fn of(&self, term: u32) -> &[u32] {
        let term = term as usize;
        &self.sentences[self.starts[term]..self.starts[term + 1]]
    }
}
