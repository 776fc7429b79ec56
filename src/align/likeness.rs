//! How alike two sentences are, word by word and letter by letter.
//!
//! This is what the scorer asks of every pair, so it is asked for many pairs of one sentence in a
//! row: a [`Probe`] lays that sentence out once.

use super::profile::{Profile, Profiles, Sparse, likeness};

/// How alike two sentences are by themselves.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Likeness {
    /// Cosine of the TF-IDF of all stems.
    pub words: f64,
    /// Cosine of the TF-IDF of runs of letters.
    pub letters: f64,
    /// `words`, `letters` and how much of the content of each is in the other (harmonic mean),
    /// weighted 1 : 0.6 : 0.6 and scaled to 0..1.
    pub base: f64,
    /// Share of the stems of the shorter that stand in the longer in the same order.
    pub sequence: f64,
    /// Likeness of meaning.
    pub meaning: f64,
    /// The log likelihood ratio of the content of the first under a language model of the second
    /// against the story and the language in general.
    pub forth: f64,
    /// The same the other way round.
    pub back: f64,
}

/// A sentence laid out so that others are quickly held against it.
pub(super) struct Probe<'a> {
    profiles: &'a Profiles,
    at: Option<usize>,
    /// The weights of its stems, by stem; 0 of those that it lacks.
    words: Vec<f32>,
    /// The weights of its runs of letters, by run.
    letters: Vec<f32>,
    /// For [`Probe::sequence`]; all 0 between calls.
    places: Vec<u64>,
}

impl<'a> Probe<'a> {
    pub(super) fn new(profiles: &'a Profiles) -> Self {
        Self {
            profiles,
            at: None,
            words: vec![0.0; profiles.weights.len()],
            letters: vec![0.0; profiles.run_count],
            places: vec![0; profiles.weights.len()],
        }
    }

    /// How alike the sentences `i` and `j` are.
    pub(super) fn likeness(&mut self, i: usize, j: usize) -> Likeness {
        self.lay_out(i);
        let (a, b) = (&self.profiles.sentences[i], &self.profiles.sentences[j]);
        let words = product(&self.words, &b.words);
        let letters = product(&self.letters, &b.letters);
        let (mut common, mut forth, mut back) = (0.0, 0.0, 0.0);
        let (length_a, length_b) = (length(a), length(b));
        for &(stem, weight) in &b.content {
            if self.words[stem as usize] > 0.0 {
                let chance = f64::from(self.profiles.chance[stem as usize]).max(1e-12);
                common += f64::from(weight);
                forth += (1.0 + 1.0 / length_b / chance).ln();
                back += (1.0 + 1.0 / length_a / chance).ln();
            }
        }
        let cover = 2.0 * common / f64::from(a.mass + b.mass).max(1e-6);
        Likeness {
            words,
            letters,
            base: (words + 0.6 * letters + 0.6 * cover) / 2.2,
            sequence: self.sequence(a, b),
            meaning: likeness(a, b),
            forth,
            back,
        }
    }

    fn lay_out(&mut self, i: usize) {
        if self.at == Some(i) {
            return;
        }
        if let Some(before) = self.at.replace(i) {
            let sentence = &self.profiles.sentences[before];
            write(&mut self.words, &sentence.words, |_| 0.0);
            write(&mut self.letters, &sentence.letters, |_| 0.0);
        }
        let sentence = &self.profiles.sentences[i];
        write(&mut self.words, &sentence.words, |weight| weight);
        write(&mut self.letters, &sentence.letters, |weight| weight);
    }

    /// Share of the stems of the shorter that stand in the longer in the same order.
    ///
    /// The longest common subsequence, 64 stems of `a` at once: a bit that falls in `open` says
    /// that one more stem is matched up to there (Hyyrö, Bit-parallel LCS-length computation
    /// revisited, 2004).
    fn sequence(&mut self, a: &Profile, b: &Profile) -> f64 {
        let mut matched = 0;
        // What one block of stems carries over to the next, by stem of `b`.
        let mut carried = vec![false; if a.stems.len() > 64 { b.stems.len() } else { 0 }];
        for block in a.stems.chunks(64) {
            for (at, stem) in block.iter().enumerate() {
                self.places[*stem as usize] |= 1 << at;
            }
            let mut open = u64::MAX;
            for (k, stem) in b.stems.iter().enumerate() {
                let places = self.places[*stem as usize];
                let own = open & places;
                let before = carried.get(k).copied().unwrap_or_default();
                let (sum, over) = open.overflowing_add(own);
                let (sum, over_too) = sum.overflowing_add(u64::from(before));
                if let Some(carried) = carried.get_mut(k) {
                    *carried = over || over_too;
                }
                open = sum | (open & !places);
            }
            matched += open.count_zeros();
            for stem in block {
                self.places[*stem as usize] = 0;
            }
        }
        let shorter = a.stems.len().min(b.stems.len()).max(1);
        f64::from(matched) / shorter as f64
    }
}

/// Writes into `list`, at the terms of a vector, what `value` makes of their weights.
fn write(list: &mut [f32], vector: &Sparse, value: impl Fn(f32) -> f32) {
    for &(term, weight) in vector {
        list[term as usize] = value(weight);
    }
}

/// The product of a vector laid out by term and a sparse one.
fn product(a: &[f32], b: &Sparse) -> f64 {
    b.iter()
        .map(|&(term, weight)| f64::from(a[term as usize] * weight))
        .sum()
}

fn length(sentence: &Profile) -> f64 {
    sentence.stems.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::{Probe, Profile, Profiles};
    use proptest::prelude::*;

    /// The longest common subsequence, stem by stem.
    fn common(a: &[u32], b: &[u32]) -> usize {
        let mut row = vec![0; b.len() + 1];
        for x in a {
            let mut diagonal = 0;
            for (k, y) in b.iter().enumerate() {
                let above = row[k + 1];
                row[k + 1] = if x == y {
                    diagonal + 1
                } else {
                    above.max(row[k])
                };
                diagonal = above;
            }
        }
        row[b.len()]
    }

    proptest! {
        #[test]
        fn the_sequence_is_the_longest_common_one(
            a in prop::collection::vec(0u32..30, 1..200),
            b in prop::collection::vec(0u32..30, 1..200),
        ) {
            let profiles = Profiles {
                weights: vec![1.0; 30],
                ..Profiles::default()
            };
            let of = |stems: &[u32]| Profile {
                stems: stems.to_vec(),
                ..Profile::default()
            };
            let share = common(&a, &b) as f64 / a.len().min(b.len()) as f64;
            let mut probe = Probe::new(&profiles);
            for _ in 0..2 {
                prop_assert_eq!(probe.sequence(&of(&a), &of(&b)), share);
            }
        }
    }
}
