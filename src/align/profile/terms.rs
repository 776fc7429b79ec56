//! How common each stem is, and what it weighs.

use super::{LONG, Numbering, Profiles, counted, idf, unit};
use crate::model::Article;
use crate::parallel;
use crate::text::{
    Span,
    frequency::rarity,
    stopwords::is_function_word,
    vectors::{self, Vector},
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

/// The words of a story.
pub(super) struct Words<'a> {
    /// Its distinct words as they are written, in the order of characters, each once a language.
    pub(super) forms: Vec<Form<'a>>,
    /// For each sentence of each article its words in order: their places in `forms`, and where
    /// they stand in the article's text.
    pub(super) sentences: Vec<Vec<Vec<(usize, Span)>>>,
}

/// A word as it is written, with what is known of it.
pub(super) struct Form<'a> {
    text: &'a str,
    stem: String,
    pub(super) rarity: f32,
    function: bool,
    /// `None` where it is not English, or its letters are unknown.
    pub(super) vector: Option<Vector>,
}

/// A word as it is written, with the language of its article.
type Written<'a> = (&'a str, Option<&'a str>);

impl<'a> Words<'a> {
    pub(super) fn of(articles: &'a [Article]) -> Self {
        let cut = parallel::map(articles, 1, |_, article| Cut::of(article));
        let written = cut.iter().flat_map(|it| it.forms.iter().copied());
        let numbering = Numbering::of(written);
        let read = parallel::map(numbering.things(), LONG, |_, written| form(*written));
        // Some are nothing but signs that are folded away.
        let mut forms = Vec::with_capacity(read.len());
        let places: Vec<Option<usize>> = read
            .into_iter()
            .map(|form| {
                forms.push(form?);
                Some(forms.len() - 1)
            })
            .collect();
        let sentences = parallel::map(&cut, 1, |_, article| {
            let place = |it| places[numbering.number(it) as usize];
            let own: Vec<Option<usize>> = article.forms.iter().map(place).collect();
            let known = |&(form, span): &(usize, Span)| Some((own[form]?, span));
            let sentences = article.sentences.iter();
            sentences
                .map(|words| words.iter().filter_map(known).collect())
                .collect()
        });
        Self { forms, sentences }
    }
}

/// An article cut into words.
struct Cut<'a> {
    /// Its distinct words.
    forms: Vec<Written<'a>>,
    /// For each sentence its words, by their places in `forms`.
    sentences: Vec<Vec<(usize, Span)>>,
}

impl<'a> Cut<'a> {
    fn of(article: &'a Article) -> Self {
        let language = article.language.as_deref();
        let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
        let mut forms = Vec::new();
        let mut number = |text: &'a str| {
            *numbers.entry(text).or_insert_with(|| {
                forms.push((text, language));
                forms.len() - 1
            })
        };
        let sentences = article.sentences.iter().map(|sentence| {
            let text = article.slice(sentence.span);
            let words = words::forms(text);
            words
                .map(|span| (number(span.of(text)), span.shift(sentence.span.start)))
                .collect()
        });
        let sentences = sentences.collect();
        Self { forms, sentences }
    }
}

/// What is known of a word; `None` where folding leaves nothing of it.
fn form((text, language): Written<'_>) -> Option<Form<'_>> {
    let (key, stem) = Tokenizer::new(language).word(text)?;
    let english = language.is_none_or(|language| language.starts_with("en"));
    Some(Form {
        text,
        stem,
        rarity: rarity(&key) as f32,
        function: is_function_word(&key, language),
        vector: english.then(|| vectors::word(&key)).flatten(),
    })
}

/// The stems of a story, numbered, with what is known of each in general.
pub(super) struct Stems {
    /// The stem of each form.
    pub(super) numbers: Vec<u32>,
    /// The lowest rarity among the forms of each stem.
    rarity: Vec<f32>,
    function: Vec<bool>,
    /// The form that stands for each stem: its last, which is in lower case if any is.
    pub(super) forms: Vec<usize>,
}

impl Stems {
    pub(super) fn of(forms: &[Form<'_>]) -> Self {
        let numbering = Numbering::of(forms.iter().map(|form| form.stem.as_str()));
        let count = numbering.things().len();
        let mut stems = Self {
            numbers: Vec::with_capacity(forms.len()),
            rarity: vec![f32::INFINITY; count],
            function: vec![false; count],
            forms: vec![0; count],
        };
        for (at, form) in forms.iter().enumerate() {
            let number = numbering.number(&form.stem.as_str());
            let stem = number as usize;
            stems.rarity[stem] = stems.rarity[stem].min(form.rarity);
            stems.function[stem] |= form.function;
            stems.forms[stem] = at;
            stems.numbers.push(number);
        }
        stems
    }
}

impl Form<'_> {
    /// Whether it is neither a name nor a number.
    pub(super) fn is_plain(&self) -> bool {
        self.text.starts_with(char::is_lowercase)
    }
}
