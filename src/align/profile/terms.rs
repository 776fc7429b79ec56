//! How common each stem is, and what it weighs.

use super::{Numbering, Profiles, counted, idf, unit};
use crate::model::Article;
use crate::text::{
    Span,
    frequency::rarity,
    stopwords::is_function_word,
    words::{self, Tokenizer},
};
use std::collections::BTreeMap;

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

/// The words of an article.
pub(super) struct Words<'a> {
    /// Its distinct words as they are written.
    pub(super) forms: Vec<Form<'a>>,
    /// For each sentence its words in order: their places in `forms`, and where they stand in the
    /// article's text.
    pub(super) sentences: Vec<Vec<(usize, Span)>>,
}

/// A word as it is written, with what is known of it.
pub(super) struct Form<'a> {
    text: &'a str,
    pub(super) key: String,
    stem: String,
    rarity: f32,
    function: bool,
}

impl<'a> Words<'a> {
    pub(super) fn of(article: &'a Article) -> Self {
        let language = article.language.as_deref();
        let tokenizer = Tokenizer::new(language);
        let mut numbers: BTreeMap<&str, Option<usize>> = BTreeMap::new();
        let mut forms: Vec<Form<'a>> = Vec::new();
        let mut number = |text: &'a str| {
            *numbers.entry(text).or_insert_with(|| {
                let (key, stem) = tokenizer.word(text)?;
                forms.push(Form {
                    text,
                    rarity: rarity(&key) as f32,
                    function: is_function_word(&key, language),
                    key,
                    stem,
                });
                Some(forms.len() - 1)
            })
        };
        let sentences = article.sentences.iter().map(|sentence| {
            let text = article.slice(sentence.span);
            let words = words::forms(text);
            words
                .filter_map(|span| Some((number(span.of(text))?, span.shift(sentence.span.start))))
                .collect()
        });
        let sentences = sentences.collect();
        Self { forms, sentences }
    }
}

/// The stems of a story, numbered, with what is known of each in general.
pub(super) struct Stems {
    /// For each article, the stem of each of its forms.
    pub(super) numbers: Vec<Vec<u32>>,
    /// The lowest rarity among the forms of each stem.
    rarity: Vec<f32>,
    function: Vec<bool>,
    /// The form that is shown for each stem: the last in the order of characters, which prefers
    /// lower case.
    pub(super) forms: Vec<String>,
}

impl Stems {
    pub(super) fn of(words: &[Words<'_>]) -> Self {
        let forms = || words.iter().flat_map(|words| &words.forms);
        let numbering = Numbering::of(forms().map(|form| form.stem.as_str()));
        let count = numbering.things().len();
        let mut shown = vec![""; count];
        let mut stems = Self {
            numbers: Vec::with_capacity(words.len()),
            rarity: vec![f32::INFINITY; count],
            function: vec![false; count],
            forms: Vec::new(),
        };
        for words in words {
            let numbers = words.forms.iter().map(|form| {
                let number = numbering.number(&form.stem.as_str());
                let at = number as usize;
                stems.rarity[at] = stems.rarity[at].min(form.rarity);
                stems.function[at] |= form.function;
                shown[at] = shown[at].max(form.text);
                number
            });
            stems.numbers.push(numbers.collect());
        }
        stems.forms = shown.into_iter().map(str::to_owned).collect();
        stems
    }
}
