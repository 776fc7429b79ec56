//! Sentences as the scorer sees them: weighted terms, runs of letters, names, numbers.

mod grams;
mod holdings;
mod meaning;
mod terms;

use crate::model::{Article, Facts, SentenceId};
use crate::parallel;
use crate::text::{Span, vectors::Vector};
use grams::Bigrams;
use meaning::{Sense, meanings, senses};
pub(super) use meaning::{likeness, synonyms};
use std::collections::BTreeSet;
use terms::{Stems, Words};

/// A sparse vector: terms in rising order with their weights.
pub(super) type Sparse = Vec<(u32, f32)>;

/// One sentence as the scorer sees it.
#[derive(Clone, Debug, Default)]
pub(super) struct Profile {
    pub id: Option<SentenceId>,
    /// Its stems in order.
    pub stems: Vec<u32>,
    /// Where each of them stands in the article's text.
    pub spans: Vec<Span>,
    /// TF-IDF of all its stems, of length 1.
    pub words: Sparse,
    /// Its distinct content stems with their weights.
    pub content: Sparse,
    /// Sum of the weights in `content`.
    pub mass: f32,
    /// The stems that stand in a name.
    pub named: Vec<u32>,
    /// `content` without names and titles: what it says of whomever it names.
    pub plain: Sparse,
    /// Sum of the weights in `plain`.
    pub plain_mass: f64,
    /// TF-IDF of the runs of three to five letters inside its words, of length 1.
    pub letters: Sparse,
    /// IDF of its distinct stem bigrams, of length 1.
    pub bigrams: Sparse,
    /// Bigrams, not of two function words, that stand in no other sentence of its article.
    pub unique: Vec<u32>,
    /// Content stems that stand in quotation marks.
    pub quoted: Vec<u32>,
    /// How many of its words stand in quotation marks.
    pub quoted_words: usize,
    /// Names it holds, speakers included, by their number in the story.
    pub names: Vec<u32>,
    /// Amounts it holds, by their number in the story.
    pub amounts: Vec<u32>,
    /// The units of `amounts`, by their number in the story; 0 is the empty unit.
    pub units: Vec<(u32, u32)>,
    /// Days of the week, months and days it names, by their number in the story.
    pub days: Vec<u32>,
    /// Where the article gives the amounts, and the days.
    pub amount_spans: Vec<(u32, Span)>,
    pub day_spans: Vec<(u32, Span)>,
    /// Whether it only says whose words stand before it: "he said."
    pub tag: bool,
    /// What it means, as a direction; `None` where it is not English.
    pub meaning: Option<Box<Vector>>,
    /// Who speaks in it.
    pub speaker: Option<u32>,
}

impl Profile {
    /// The stems of the words that stand in a span of the article's text.
    fn stems_in(&self, span: Span) -> impl Iterator<Item = u32> + '_ {
        let words = self.stems.iter().zip(&self.spans);
        words
            .filter(move |(_, word)| span.contains(**word))
            .map(|(stem, _)| *stem)
    }
}

/// A story as the scorer sees it: every sentence of every article, article by article.
#[derive(Clone, Debug, Default)]
pub(super) struct Profiles {
    pub sentences: Vec<Profile>,
    /// Where each article begins in `sentences`; one more than there are articles.
    pub starts: Vec<usize>,
    /// The article of each sentence.
    pub article: Vec<u32>,
    /// Weight of each stem: `sqrt(story idf × rarity)`.
    pub weights: Vec<f32>,
    /// Whether each stem is a function word.
    pub function: Vec<bool>,
    /// How many distinct runs of letters the story has.
    pub run_count: usize,
    /// How many distinct bigrams the story has.
    pub bigram_count: usize,
    /// Chance of each stem in the story and in general, averaged.
    pub chance: Vec<f32>,
    /// The direction of each stem; `None` where its letters are unknown.
    pub senses: Vec<Option<Sense>>,
    /// The names.
    pub name_texts: Vec<String>,
    /// In how many sentences of the story each name stands.
    pub name_counts: Vec<u32>,
    /// In how many sentences of the story each amount stands.
    pub amount_counts: Vec<u32>,
}

/// Numbers things in their own order, so that no number depends on which article comes first.
struct Numbering<T>(Vec<T>);

impl<T: Ord> Numbering<T> {
    fn of(things: impl Iterator<Item = T>) -> Self {
        let mut things: Vec<T> = things.collect();
        things.sort_unstable();
        things.dedup();
        Self(things)
    }

    /// The number of a thing that is there.
    fn number(&self, thing: &T) -> u32 {
        self.0.partition_point(|other| other < thing) as u32
    }

    /// The things, by their numbers.
    fn things(&self) -> &[T] {
        &self.0
    }
}

impl Profiles {
    /// The article of the sentence at `at`.
    pub(super) fn article_of(&self, at: usize) -> usize {
        self.article[at] as usize
    }

    /// How many articles there are.
    pub(super) fn articles(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The sentences of the article at `article`.
    pub(super) fn range(&self, article: usize) -> std::ops::Range<usize> {
        let start = self.starts.get(article).copied().unwrap_or_default();
        start..self.starts.get(article + 1).copied().unwrap_or(start)
    }

    /// The places of pairs of sentences.
    pub(super) fn places<'a>(
        &'a self,
        pairs: &'a BTreeSet<(SentenceId, SentenceId)>,
    ) -> impl Iterator<Item = (usize, usize)> + 'a {
        let pairs = pairs.iter();
        pairs.map(|&(a, b)| (self.place(a), self.place(b)))
    }

    /// `ln((N + 1) / (df + 0.5))` over the N sentences of the story.
    pub(super) fn idf(&self, df: u32) -> f32 {
        idf(self.sentences.len(), df)
    }

    /// Gives back what only candidates and likeness are made of: a seventh of what a long story takes.
    pub(super) fn shed(&mut self) {
        for sentence in &mut self.sentences {
            sentence.words = Sparse::new();
            sentence.letters = Sparse::new();
            sentence.bigrams = Sparse::new();
        }
    }

    /// The profiles of all sentences of a story.
    pub(super) fn new(articles: &[Article], facts: &Facts) -> Self {
        let mut profiles = Self::of_words(articles);
        profiles.hold(articles, facts);
        profiles
    }

    /// What the words of the sentences say, before it is known what facts they hold.
    pub(super) fn of_words(articles: &[Article]) -> Self {
        let mut profiles = Self {
            starts: vec![0],
            ..Self::default()
        };
        let words = Words::of(articles);
        let stems = Stems::of(&words.forms);
        for (article, sentences) in articles.iter().zip(&words.sentences) {
            for (id, words) in article.sentence_ids().zip(sentences) {
                profiles.article.push(article.id.0);
                profiles.sentences.push(Profile {
                    id: Some(id),
                    stems: words.iter().map(|(form, _)| stems.numbers[*form]).collect(),
                    spans: words.iter().map(|(_, span)| *span).collect(),
                    ..Profile::default()
                });
            }
            profiles.starts.push(profiles.sentences.len());
        }
        profiles.weigh(&stems);
        let ((letters, run_count), (bigrams, meanings)) = parallel::both(
            || grams::letters(&profiles, articles),
            || parallel::both(|| Bigrams::of(&profiles), || meanings(&words)),
        );
        let sentences = profiles.sentences.iter_mut();
        for ((profile, letters), meaning) in sentences.zip(letters).zip(meanings) {
            profile.letters = letters;
            profile.meaning = meaning;
        }
        let sentences = profiles.sentences.iter_mut();
        for ((profile, bigrams), unique) in sentences.zip(bigrams.weighted).zip(bigrams.unique) {
            profile.bigrams = bigrams;
            profile.unique = unique;
        }
        Self {
            run_count,
            bigram_count: bigrams.count,
            senses: senses(&words, &stems),
            ..profiles
        }
    }

    /// The IDF of each of `count` terms, of which the sentences have these.
    fn inverse_frequencies(&self, count: usize, sentences: &[Vec<(u32, u32)>]) -> Vec<f32> {
        let mut frequency = vec![0u32; count];
        for (term, _) in sentences.iter().flatten() {
            frequency[*term as usize] += 1;
        }
        let weight = |df: u32| self.idf(df).max(0.001);
        frequency.into_iter().map(weight).collect()
    }
}

/// Fewer sentences, or words, than this are not worth a thread.
const LONG: usize = 32;

/// `ln((n + 1) / (df + 0.5))`.
fn idf(n: usize, df: u32) -> f32 {
    ((n as f32 + 1.0) / (df as f32 + 0.5)).ln()
}

/// Each distinct term with how often it occurs, in rising order.
fn counted(terms: &[u32]) -> Vec<(u32, u32)> {
    let mut sorted = terms.to_vec();
    sorted.sort_unstable();
    let mut counts: Vec<(u32, u32)> = Vec::with_capacity(sorted.len());
    for term in sorted {
        match counts.last_mut() {
            Some((last, times)) if *last == term => *times += 1,
            _ => counts.push((term, 1)),
        }
    }
    counts
}

/// `vector` scaled to length 1.
fn unit(mut vector: Sparse) -> Sparse {
    let length = vector
        .iter()
        .map(|(_, w)| w * w)
        .sum::<f32>()
        .sqrt()
        .max(1e-9);
    for (_, weight) in &mut vector {
        *weight /= length;
    }
    vector
}

/// The members of two rising lists that both hold.
pub(super) fn common<'a>(a: &'a [u32], b: &'a [u32]) -> impl Iterator<Item = &'a u32> + 'a {
    a.iter().filter(move |x| b.binary_search(x).is_ok())
}
