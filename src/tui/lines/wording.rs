//! How the wording differs between the articles of a row: worked out for what is on the screen.

use super::passage::{Mark, passages};
use super::role::Role;
use crate::model::{ArticleId, Comparison, Row, SentenceId};
use crate::text::Span;
use crate::text::diff::{self, Change, Op};
use crate::text::fold::fold;
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

/// How two texts compare.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Wording {
    /// The changes in order.
    pub(super) changes: Vec<Change>,
    /// The part of the letters that both share, 0 to 1.
    pub(super) shared: f64,
}

impl Wording {
    /// Whether the two are worded too differently for their differences to say anything.
    pub(super) fn is_free(&self) -> bool {
        1.0 - self.shared > FREELY
    }
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

/// How two texts compare.
pub(super) fn compare(a: &str, b: &str) -> Wording {
    let changes = diff::words(a, b);
    let equal: usize = changes
        .iter()
        .filter(|change| change.op == Op::Equal)
        .map(|change| change.a.len() + change.b.len())
        .sum();
    let all = a.len() + b.len();
    Wording {
        changes,
        shared: if all == 0 {
            1.0
        } else {
            equal as f64 / all as f64
        },
    }
}

/// The words that no other of the `shown` articles of the row has in their place.
pub(super) fn marks(story: &Comparison, row: &Row, shown: &[ArticleId]) -> Vec<Mark> {
    let told = row
        .cells
        .iter()
        .filter(|(article, _)| shown.contains(article));
    let cells = told.map(|(article, ids)| {
        let spans = passages(story, ids).into_iter().map(|passage| passage.span);
        (*article, spans.collect())
    });
    own(story, &cells.collect::<Vec<_>>())
}

/// The words of each article's passages that no other's have in their place.
///
/// A passage told in other words throughout is left unmarked, so that what is marked stands out.
pub(super) fn own(story: &Comparison, passages: &[(ArticleId, Vec<Span>)]) -> Vec<Mark> {
    let cells: Vec<(ArticleId, Joined)> = passages
        .iter()
        .map(|(article, spans)| (*article, Joined::of(story, *article, spans)))
        .collect();
    let texts: Vec<&str> = cells.iter().map(|(_, cell)| cell.text.as_str()).collect();
    let mut marks = Vec::new();
    let own = if texts.len() > MOST_DIFFED {
        words_of_one(&texts)
    } else {
        diff::own_words(&texts)
    };
    for ((article, cell), own) in cells.iter().zip(own) {
        let words: usize = own.iter().map(|span| span.len()).sum();
        if words as f64 > FREELY * cell.text.len() as f64 {
            continue;
        }
        let telling = own
            .iter()
            .filter(|s| s.of(&cell.text).contains(char::is_alphanumeric));
        marks.extend(
            telling
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

/// For each of several texts, the runs of words that stand in none of the others.
fn words_of_one(texts: &[&str]) -> Vec<Vec<Span>> {
    let words: Vec<Vec<(Span, String)>> = texts
        .iter()
        .map(|text| {
            let words = text.unicode_word_indices();
            words
                .map(|(at, word)| (Span::new(at, at + word.len()), fold(word)))
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
    use super::{compare, words_of_one};

    #[test]
    fn words_of_one_text_are_found_among_many() {
        let texts = [
            "The old bridge is shut.",
            "The bridge is shut now",
            "The BRIDGE was shut.",
        ];
        let own: Vec<Vec<&str>> = words_of_one(&texts)
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
        assert!(!compare(said, changed).is_free());
        assert!(compare(said, free).is_free());
        assert!(!compare("", "").is_free());
    }
}
