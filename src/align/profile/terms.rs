//! How common each stem is, and what it weighs.

use super::{Numbering, Profiles, counted, idf, unit};
use crate::text::{frequency::rarity, stopwords::is_function_word, words::Word};

impl Profiles {
    /// Fills in what depends on how common each stem is.
    pub(super) fn weigh(&mut self, stems: &Stems) {
        let count = stems.rarity.len();
        let mut frequency = vec![0u32; count];
        let mut total = vec![0u32; count];
        for sentence in &self.sentences {
            for (stem, times) in counted(&sentence.stems) {
                frequency[stem as usize] += 1;
                total[stem as usize] += times;
            }
        }
        let n = self.sentences.len();
        let tokens = total.iter().sum::<u32>().max(1) as f32;
        let general: f32 = stems.rarity.iter().map(|rarity| (-rarity).exp()).sum();
        self.chance = (0..count)
            .map(|k| 0.5 * total[k] as f32 / tokens + 0.5 * (-stems.rarity[k]).exp() / general)
            .collect();
        self.weights = (0..count)
            .map(|k| {
                (idf(n, frequency[k]).max(0.01) * stems.rarity[k])
                    .sqrt()
                    .max(0.001)
            })
            .collect();
        self.function.clone_from(&stems.function);
        for sentence in &mut self.sentences {
            let counts = counted(&sentence.stems);
            sentence.words = unit(
                counts
                    .iter()
                    .map(|&(stem, times)| {
                        (
                            stem,
                            (1.0 + (times as f32).ln()) * self.weights[stem as usize],
                        )
                    })
                    .collect(),
            );
            sentence.content = counts
                .iter()
                .filter(|(stem, _)| !self.function[*stem as usize])
                .map(|&(stem, _)| (stem, self.weights[stem as usize]))
                .collect();
            sentence.mass = sentence.content.iter().map(|(_, weight)| weight).sum();
        }
    }
}

/// The stems of a story, numbered, with what is known of each in general.
#[derive(Default)]
pub(super) struct Stems {
    numbering: Numbering,
    /// The lowest rarity among the forms of each stem.
    rarity: Vec<f32>,
    function: Vec<bool>,
    pub(super) forms: Vec<String>,
}

impl Stems {
    pub(super) fn of(&mut self, word: &Word, text: &str, language: Option<&str>) -> u32 {
        let stem = self.numbering.of(&word.stem);
        let rarity = rarity(&word.key) as f32;
        let function = is_function_word(&word.key, language);
        if let Some(least) = self.rarity.get_mut(stem as usize) {
            *least = least.min(rarity);
        } else {
            self.rarity.push(rarity);
            self.function.push(function);
            self.forms.push(word.span.of(text).to_owned());
        }
        stem
    }
}
