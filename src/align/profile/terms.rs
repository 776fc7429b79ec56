//! How common each stem is, and what it weighs.

use super::{Numbering, Profiles, counted, idf, unit};
use crate::model::{Article, SentenceId};
use crate::text::{
    Span,
    frequency::rarity,
    stopwords::is_function_word,
    words::{Tokenizer, Word},
};

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

/// A word as it counts for the scorer.
pub(super) struct Term {
    stem: String,
    pub(super) key: String,
    pub(super) span: Span,
    form: String,
    rarity: f32,
    function: bool,
}

/// The words of each sentence of an article.
pub(super) fn words(article: &Article) -> Vec<(SentenceId, Vec<Term>)> {
    let language = article.language.as_deref();
    let tokenizer = Tokenizer::new(language);
    let terms = |id: SentenceId| {
        let text = article.sentence(id.index);
        let sentence = article.sentences.get(id.index as usize);
        let start = sentence.map_or(0, |sentence| sentence.span.start);
        let term = |word: Word| Term {
            rarity: rarity(&word.key) as f32,
            function: is_function_word(&word.key, language),
            span: word.span.shift(start),
            form: word.span.of(text).to_owned(),
            stem: word.stem,
            key: word.key,
        };
        (id, tokenizer.words(text).into_iter().map(term).collect())
    };
    article.sentence_ids().map(terms).collect()
}

/// The stems of a story, numbered, with what is known of each in general.
pub(super) struct Stems {
    numbering: Numbering<String>,
    /// The lowest rarity among the forms of each stem.
    rarity: Vec<f32>,
    function: Vec<bool>,
    /// The form that is shown for each stem: the last in the order of characters, which prefers
    /// lower case.
    pub(super) forms: Vec<String>,
}

impl Stems {
    pub(super) fn of(words: &[(SentenceId, Vec<Term>)]) -> Self {
        let terms = || words.iter().flat_map(|(_, terms)| terms);
        let numbering = Numbering::of(terms().map(|term| term.stem.clone()));
        let count = numbering.things().len();
        let mut stems = Self {
            numbering,
            rarity: vec![f32::INFINITY; count],
            function: vec![false; count],
            forms: vec![String::new(); count],
        };
        for term in terms() {
            let at = stems.number(term) as usize;
            stems.rarity[at] = stems.rarity[at].min(term.rarity);
            stems.function[at] |= term.function;
            if stems.forms[at] < term.form {
                stems.forms[at].clone_from(&term.form);
            }
        }
        stems
    }

    /// The number of a word's stem.
    pub(super) fn number(&self, term: &Term) -> u32 {
        self.numbering.number(&term.stem)
    }
}
