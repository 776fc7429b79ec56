//! Runs of letters, and pairs of stems that follow each other.

use super::{LONG, Numbering, Profile, Profiles, counted, parallel, unit};
use crate::model::Article;

impl Profiles {
    /// Fills in the runs of letters inside words.
    pub(super) fn letters(&mut self, articles: &[Article]) {
        parallel::each_mut(&mut self.sentences, LONG, |sentence| {
            let Some(id) = sentence.id else { return };
            let article = articles.get(id.article.index());
            let text = article.map_or("", |article| article.sentence(id.index));
            let counts = counted(&text_runs(text));
            sentence.letters = counts.iter().map(|&(run, n)| (run, n as f32)).collect();
        });
        // Of all numbers that a run could have, few are taken: they move together.
        let runs = self.sentences.iter().flat_map(|it| &it.letters);
        let taken = Taken::of(runs.map(|(run, _)| *run));
        self.run_count = taken.count;
        for (run, _) in self.sentences.iter_mut().flat_map(|it| &mut it.letters) {
            *run = taken.place(*run);
        }
        let weights = self.inverse_frequencies(self.run_count, |sentence| &sentence.letters);
        parallel::each_mut(&mut self.sentences, LONG, |sentence| {
            for (run, value) in &mut sentence.letters {
                *value = (1.0 + value.ln()) * weights[*run as usize];
            }
            sentence.letters = unit(std::mem::take(&mut sentence.letters));
        });
    }

    /// Fills in the bigrams.
    pub(super) fn bigrams(&mut self) {
        let pairs = |sentence: &Profile| -> Vec<(u32, u32)> {
            let windows = sentence.stems.windows(2);
            windows
                .filter_map(|pair| Some((*pair.first()?, *pair.last()?)))
                .collect()
        };
        let numbering = Numbering::of(self.sentences.iter().flat_map(pairs));
        for sentence in &mut self.sentences {
            let numbers: Vec<u32> = pairs(sentence)
                .iter()
                .map(|p| numbering.number(p))
                .collect();
            sentence.bigrams = counted(&numbers).iter().map(|&(k, _)| (k, 1.0)).collect();
        }
        let function = |stem: u32| self.function[stem as usize];
        let tells: Vec<bool> = numbering
            .things()
            .iter()
            .map(|&(x, y)| !function(x) || !function(y))
            .collect();
        self.bigram_count = tells.len();
        self.unique_bigrams(&tells);
        let weights = self.inverse_frequencies(tells.len(), |sentence| &sentence.bigrams);
        for sentence in &mut self.sentences {
            for (bigram, value) in &mut sentence.bigrams {
                *value = weights[*bigram as usize];
            }
            sentence.bigrams = unit(std::mem::take(&mut sentence.bigrams));
        }
    }

    /// Notes for each sentence which of the bigrams that tell something stand in no other sentence
    /// of its article.
    fn unique_bigrams(&mut self, tells: &[bool]) {
        let mut times = vec![0u32; tells.len()];
        for article in 0..self.starts.len().saturating_sub(1) {
            let range = self.range(article);
            for sentence in &self.sentences[range.clone()] {
                for (bigram, _) in &sentence.bigrams {
                    times[*bigram as usize] += 1;
                }
            }
            for sentence in &mut self.sentences[range.clone()] {
                let once = sentence.bigrams.iter().map(|(bigram, _)| *bigram);
                sentence.unique = once
                    .filter(|&b| tells[b as usize] && times[b as usize] == 1)
                    .collect();
            }
            for sentence in &self.sentences[range] {
                for (bigram, _) in &sentence.bigrams {
                    times[*bigram as usize] = 0;
                }
            }
        }
    }
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
