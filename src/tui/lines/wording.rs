//! How the wording differs between the articles of a row: worked out for what is on the screen.

use super::passage::{Mark, passages};
use super::role::Role;
use crate::model::{ArticleId, Comparison, Row, SentenceId};
use crate::text::Span;
use crate::text::diff::{self, Lens, Look, Text};
use crate::text::fold::{fold, fold_only};
use crate::text::words::Tokenizer;
use crate::tui::state::Model;
use std::collections::{BTreeMap, BTreeSet};
use unicode_segmentation::UnicodeSegmentation;

/// Beyond this part of its letters a passage is worded freely: to emphasise what differs would
/// emphasise nearly everything, and so nothing.
const FREELY: f64 = 0.5;

/// Of more texts than this, words are looked up instead of lined up: the pairs of sixteen texts are
/// a hundred and twenty, and a frame must not wait for as many diffs.
const MOST_DIFFED: usize = 5;

/// The text of several passages, joined, with the way back to the article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Joined {
    /// The passages with a line feed between them.
    pub(super) text: String,
    /// Where each passage begins in `text`, and where it stands in the article.
    parts: Vec<(usize, Span)>,
}

/// Whether two texts are worded too differently for their differences to say anything.
pub(super) fn is_free(look: &Look) -> bool {
    1.0 - look.shared > FREELY
}

impl Joined {
    /// The text of some sentences of one article.
    pub(super) fn new(story: &Comparison, ids: &[SentenceId]) -> Self {
        let passages = passages(story, ids);
        let article = passages.first().map(|passage| passage.article);
        let spans: Vec<Span> = passages.iter().map(|passage| passage.span).collect();
        article.map_or_else(Self::default, |article| Self::of(story, article, &spans))
    }

    /// The text of some spans of one article.
    fn of(story: &Comparison, article: ArticleId, spans: &[Span]) -> Self {
        let mut joined = Self::default();
        for span in spans {
            if !joined.text.is_empty() {
                joined.text.push('\n');
            }
            joined.parts.push((joined.text.len(), *span));
            let article = story.articles.get(article.index());
            joined.text += article.map_or("", |article| article.slice(*span));
        }
        joined
    }

    /// Where a part of the joined text stands in the article: a span a passage.
    fn back(&self, span: Span) -> impl Iterator<Item = Span> + '_ {
        self.parts.iter().filter_map(move |(at, place)| {
            let whole = Span::new(*at, at + place.len());
            let start = span.start.max(whole.start);
            let end = span.end.min(whole.end);
            (start < end).then(|| Span::new(place.start + start - at, place.start + end - at))
        })
    }
}

/// How passages of two articles compare, through the reader's lens.
pub(super) fn compare(model: &Model, of: ArticleId, a: &str, b: &str) -> Look {
    model
        .lens
        .look(&Text::new(a), &Text::new(b), language(&model.story, of))
}

fn language(story: &Comparison, article: ArticleId) -> Option<&str> {
    story.articles.get(article.index())?.language_code()
}

/// The words that no other of the `shown` articles of the row has in their place.
pub(super) fn marks(model: &Model, row: &Row, shown: &[ArticleId]) -> Vec<Mark> {
    let told = row
        .cells
        .iter()
        .filter(|(article, _)| shown.contains(article));
    let cells = told.map(|(article, ids)| {
        let passages = passages(&model.story, ids).into_iter();
        (*article, passages.map(|passage| passage.span).collect())
    });
    own(model, &cells.collect::<Vec<_>>())
}

/// The words of each article's passages that no other's have in their place, as far as the
/// reader's lens lets them count.
///
/// A passage told in other words throughout is left unmarked, so that what is marked stands out;
/// whether it is does not depend on the lens.
pub(super) fn own(model: &Model, passages: &[(ArticleId, Vec<Span>)]) -> Vec<Mark> {
    let story = &model.story;
    let cells: Vec<(ArticleId, Joined)> = passages
        .iter()
        .map(|(article, spans)| (*article, Joined::of(story, *article, spans)))
        .collect();
    let texts: Vec<&str> = cells.iter().map(|(_, cell)| cell.text.as_str()).collect();
    let first = cells.first().map(|(article, _)| *article);
    let language = first.and_then(|article| language(story, article));
    let usual = words_of_each(&texts, Lens::default(), language);
    let lens = model.lens;
    let seen = (lens != Lens::default()).then(|| words_of_each(&texts, lens, language));
    let seen = seen.as_ref().unwrap_or(&usual);
    let mut marks = Vec::new();
    for (((article, cell), usual), own) in cells.iter().zip(&usual).zip(seen) {
        let words: usize = usual.iter().map(|span| span.len()).sum();
        if words as f64 > FREELY * cell.text.len() as f64 {
            continue;
        }
        let counts =
            |span: &&Span| !lens.punctuation || span.of(&cell.text).contains(char::is_alphanumeric);
        let spans = own.iter().filter(counts);
        marks.extend(
            spans
                .flat_map(|span| cell.back(span.trim(&cell.text)))
                .map(|span| Mark {
                    article: *article,
                    span,
                    role: Role::Wording,
                }),
        );
    }
    marks
}

/// For each of several texts, the words that none of the others has in their place.
fn words_of_each(texts: &[&str], lens: Lens, language: Option<&str>) -> Vec<Vec<Span>> {
    if texts.len() > MOST_DIFFED {
        words_of_one(texts, lens, language)
    } else {
        diff::own_words_by(texts, |a, b| lens.changes(a, b, language))
    }
}

/// For each of several texts, the runs of words that stand in none of the others; the lens has no
/// letters or punctuation to look at here.
fn words_of_one(texts: &[&str], lens: Lens, language: Option<&str>) -> Vec<Vec<Span>> {
    let tokenizer = lens.forms.then(|| Tokenizer::new(language));
    let key = |word: &str| {
        let form = fold_only(word, lens.case, lens.typography);
        match &tokenizer {
            Some(tokenizer) => tokenizer.stem(&fold(&form)),
            None => form,
        }
    };
    let words: Vec<Vec<(Span, String)>> = texts
        .iter()
        .map(|text| {
            let words = text.unicode_word_indices();
            words
                .map(|(at, word)| (Span::new(at, at + word.len()), key(word)))
                .collect()
        })
        .collect();
    let mut tellers = BTreeMap::<&str, usize>::new();
    for text in &words {
        let told: BTreeSet<&str> = text.iter().map(|(_, word)| word.as_str()).collect();
        for word in told {
            *tellers.entry(word).or_default() += 1;
        }
    }
    let runs = words.iter().map(|text| {
        let mut runs: Vec<Span> = Vec::new();
        let mut joined = false;
        for (span, word) in text {
            let own = tellers.get(word.as_str()) == Some(&1);
            match runs.last_mut() {
                Some(run) if own && joined => *run = run.cover(*span),
                _ if own => runs.push(*span),
                _ => {}
            }
            joined = own;
        }
        runs
    });
    runs.collect()
}

#[cfg(test)]
mod tests {
    use super::{Lens, Text, is_free, words_of_one};

    #[test]
    fn words_of_one_text_are_found_among_many() {
        let texts = [
            "The old bridge is shut.",
            "The bridge is shut now",
            "The BRIDGE was shut.",
        ];
        let own: Vec<Vec<&str>> = words_of_one(&texts, Lens::default(), None)
            .iter()
            .zip(texts)
            .map(|(spans, text)| spans.iter().map(|span| span.of(text)).collect())
            .collect();
        assert_eq!(own, [vec!["old"], vec!["now"], vec!["was"]]);
    }

    #[test]
    fn free_wording_is_told_from_changed_words() {
        let said = "The bridge will be closed for ten days, the mayor said.";
        let changed = "The bridge will be shut for ten days, the mayor said.";
        let free = "Drivers face a long detour from Monday on.";
        let free_are =
            |a: &str, b: &str| is_free(&Lens::default().look(&Text::new(a), &Text::new(b), None));
        assert!(!free_are(said, changed));
        assert!(free_are(said, free));
        assert!(!free_are("", ""));
    }
}
