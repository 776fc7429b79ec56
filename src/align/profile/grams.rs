//! Runs of letters, and pairs of stems that follow each other.

use super::{Profiles, counted, unit};
use crate::model::Article;
use std::collections::BTreeMap;

impl Profiles {
    /// Fills in the runs of letters inside words.
    pub(super) fn letters(&mut self, articles: &[Article]) {
        let mut numbering = BTreeMap::<u64, u32>::new();
        for sentence in &mut self.sentences {
            let Some(id) = sentence.id else { continue };
            let text = articles
                .get(id.article.index())
                .map_or("", |a| a.sentence(id.index));
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
            let numbered = runs.into_iter().map(|run| {
                let next = numbering.len() as u32;
                *numbering.entry(run).or_insert(next)
            });
            sentence.letters = counted(&numbered.collect::<Vec<_>>())
                .iter()
                .map(|&(k, n)| (k, n as f32))
                .collect();
        }
        let weights = self.inverse_frequencies(numbering.len(), |sentence| &sentence.letters);
        for sentence in &mut self.sentences {
            for (run, value) in &mut sentence.letters {
                *value = (1.0 + value.ln()) * weights[*run as usize];
            }
            sentence.letters = unit(std::mem::take(&mut sentence.letters));
        }
    }

    /// Fills in the bigrams.
    pub(super) fn bigrams(&mut self) {
        let mut numbering = BTreeMap::<(u32, u32), u32>::new();
        for sentence in &mut self.sentences {
            let pairs = sentence.stems.windows(2).map(|pair| {
                let next = numbering.len() as u32;
                *numbering.entry((pair[0], pair[1])).or_insert(next)
            });
            sentence.bigrams = counted(&pairs.collect::<Vec<_>>())
                .iter()
                .map(|&(k, _)| (k, 1.0))
                .collect();
        }
        let telling: Vec<u32> = numbering
            .iter()
            .filter(|((x, y), _)| !self.function[*x as usize] || !self.function[*y as usize])
            .map(|(_, number)| *number)
            .collect();
        self.bigram_count = numbering.len();
        self.unique_bigrams(&telling, numbering.len());
        let weights = self.inverse_frequencies(numbering.len(), |sentence| &sentence.bigrams);
        for sentence in &mut self.sentences {
            for (bigram, value) in &mut sentence.bigrams {
                *value = weights[*bigram as usize];
            }
            sentence.bigrams = unit(std::mem::take(&mut sentence.bigrams));
        }
    }

    /// Notes for each sentence which of the `telling` bigrams stand in no other of its article.
    fn unique_bigrams(&mut self, telling: &[u32], count: usize) {
        let mut tells = vec![false; count];
        for &bigram in telling {
            tells[bigram as usize] = true;
        }
        let mut times = vec![0u32; count];
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

/// The runs of 3 to 5 characters of ` word `, each packed with its length into a number: a
/// character counts for its lowest 12 bits, which keeps the letters of one script apart.
fn letter_runs(word: &[char], runs: &mut Vec<u64>) {
    let edge = std::iter::once(&' ');
    let padded: Vec<u64> = edge
        .clone()
        .chain(word)
        .chain(edge)
        .map(|&c| u64::from(u32::from(c) & 0xfff))
        .collect();
    for length in 3..=5 {
        for run in padded.windows(length) {
            runs.push(run.iter().fold(length as u64, |packed, c| packed << 12 | c));
        }
    }
}
