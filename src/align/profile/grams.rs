//! Runs of letters, and pairs of stems that follow each other.

use super::{LONG, Numbering, Profile, Profiles, Sparse, counted, parallel, unit};
use crate::model::{Article, SentenceId};

/// TF-IDF of the runs of letters inside the words of each sentence, and how many runs there are.
pub(super) fn letters(profiles: &Profiles, articles: &[Article]) -> (Vec<Sparse>, usize) {
    let runs_of = |_, sentence: &Profile| -> Vec<(u32, u32)> {
        let article = |id: SentenceId| articles.get(id.article.index());
        let text = sentence
            .id
            .and_then(|id| Some(article(id)?.sentence(id.index)));
        counted(&text_runs(text.unwrap_or_default()))
    };
    let mut runs = parallel::map(&profiles.sentences, LONG, runs_of);
    // Of all numbers that a run could have, few are taken: they move together.
    let taken = Taken::of(runs.iter().flatten().map(|(run, _)| *run));
    for (run, _) in runs.iter_mut().flatten() {
        *run = taken.place(*run);
    }
    let weights = profiles.inverse_frequencies(taken.count, &runs);
    let letters = parallel::map(&runs, LONG, |_, runs| {
        let weighted = runs
            .iter()
            .map(|&(run, times)| (run, (1.0 + (times as f32).ln()) * weights[run as usize]));
        unit(weighted.collect())
    });
    (letters, taken.count)
}

/// The pairs of stems that follow each other in a story.
pub(super) struct Bigrams {
    /// For each sentence, IDF of its distinct bigrams, of length 1.
    pub(super) weighted: Vec<Sparse>,
    /// For each sentence, those that tell something and stand in no other sentence of its article.
    pub(super) unique: Vec<Vec<u32>>,
    /// How many there are.
    pub(super) count: usize,
}

impl Bigrams {
    pub(super) fn of(profiles: &Profiles) -> Self {
        let pairs = |sentence: &Profile| -> Vec<(u32, u32)> {
            let windows = sentence.stems.windows(2);
            windows
                .filter_map(|pair| Some((*pair.first()?, *pair.last()?)))
                .collect()
        };
        let numbering = Numbering::of(profiles.sentences.iter().flat_map(pairs));
        let numbers = parallel::map(&profiles.sentences, LONG, |_, sentence| {
            let numbers = pairs(sentence).into_iter().map(|it| numbering.number(&it));
            counted(&numbers.collect::<Vec<u32>>())
        });
        let function = |stem: u32| profiles.function[stem as usize];
        let things = numbering.things().iter();
        let tells: Vec<bool> = things.map(|&(x, y)| !function(x) || !function(y)).collect();
        let weights = profiles.inverse_frequencies(tells.len(), &numbers);
        let weighted = numbers.iter().map(|numbers| {
            let distinct = numbers.iter().map(|&(it, _)| (it, weights[it as usize]));
            unit(distinct.collect())
        });
        Self {
            weighted: weighted.collect(),
            unique: unique(profiles, &numbers, &tells),
            count: tells.len(),
        }
    }
}

/// For each sentence, which of its bigrams, of those that tell something, stand in no other sentence
/// of its article.
fn unique(profiles: &Profiles, bigrams: &[Vec<(u32, u32)>], tells: &[bool]) -> Vec<Vec<u32>> {
    let mut times = vec![0u32; tells.len()];
    let mut unique = Vec::with_capacity(bigrams.len());
    for article in 0..profiles.articles() {
        let of_article = &bigrams[profiles.range(article)];
        for (bigram, _) in of_article.iter().flatten() {
            times[*bigram as usize] += 1;
        }
        unique.extend(of_article.iter().map(|sentence| -> Vec<u32> {
            let own = sentence.iter().map(|(bigram, _)| *bigram);
            own.filter(|&b| tells[b as usize] && times[b as usize] == 1)
                .collect()
        }));
        for (bigram, _) in of_article.iter().flatten() {
            times[*bigram as usize] = 0;
        }
    }
    unique
}

/// Which of all runs of letters there are.
struct Taken {
    /// A bit for each.
    bits: Vec<u64>,
    /// How many are taken before each word of `bits`.
    before: Vec<u32>,
    /// How many there are.
    count: usize,
}

/// How many runs one word of a [`Taken`] stands for.
const BITS: usize = u64::BITS as usize;

impl Taken {
    fn of(runs: impl Iterator<Item = u32>) -> Self {
        let mut bits = vec![0u64; RUNS.div_ceil(BITS)];
        for run in runs {
            bits[run as usize / BITS] |= 1 << (run as usize % BITS);
        }
        let mut count = 0;
        let before = bits.iter().map(|word| {
            let before = count;
            count += word.count_ones();
            before
        });
        Self {
            before: before.collect(),
            count: count as usize,
            bits,
        }
    }

    /// How many are taken before a run.
    fn place(&self, run: u32) -> u32 {
        let (at, bit) = (run as usize / BITS, run as usize % BITS);
        let lower = self.bits[at] & ((1 << bit) - 1);
        self.before[at] + lower.count_ones()
    }
}

/// The runs of letters of the words of a text.
fn text_runs(text: &str) -> Vec<u32> {
    let mut runs = Vec::new();
    let mut word = Vec::new();
    for c in text.chars().flat_map(char::to_lowercase).chain([' ']) {
        if c.is_alphanumeric() {
            word.push(c);
        } else if !word.is_empty() {
            letter_runs(&word, &mut runs);
            word.clear();
        }
    }
    runs
}

/// How many different runs of letters are told apart.
const RUNS: usize = 1 << 20;

/// The runs of 3 to 5 characters of ` word `, each as a number below [`RUNS`].
///
/// A run is hashed rather than looked up: a story has some ten thousand, so that few meet in one
/// number, and the numbers do not depend on the order of the articles.
fn letter_runs(word: &[char], runs: &mut Vec<u32>) {
    let edge = std::iter::once(&' ');
    let padded: Vec<u64> = edge
        .clone()
        .chain(word)
        .chain(edge)
        .map(|&c| u64::from(c))
        .collect();
    for length in 3..=5 {
        for run in padded.windows(length) {
            // Multiplicative hashing with the 64-bit golden ratio (Knuth, TAOCP 3, 6.4).
            let mix = |mixed: u64, c: &u64| (mixed ^ c).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            runs.push((run.iter().fold(length as u64, mix) >> 44) as u32);
        }
    }
}
