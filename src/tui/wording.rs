//! How the wording differs between the articles of a row: worked out for what is on the screen.

use super::cell::{self, Mark};
use super::theme::Role;
use crate::model::{ArticleId, Comparison, Row, SentenceId};
use crate::text::Span;
use crate::text::diff::{self, Change, Op};

/// Two texts that share less than this part of their letters are worded freely: to emphasise what
/// differs would emphasise nearly everything, and so nothing.
const FREELY: f64 = 0.4;

/// The text of several passages, joined, with the way back to the article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Joined {
    /// The passages with a line feed between them.
    pub text: String,
    /// Where each passage begins in `text`, and where it stands in the article.
    parts: Vec<(usize, Span)>,
}

/// How two texts compare.
#[derive(Clone, Debug, PartialEq)]
pub struct Wording {
    /// The changes in order.
    pub changes: Vec<Change>,
    /// The part of the letters that both share, 0 to 1.
    pub shared: f64,
}

impl Wording {
    /// Whether the two are worded too differently for their differences to say anything.
    pub fn is_free(&self) -> bool {
        self.shared < FREELY
    }
}

impl Joined {
    /// The text of some sentences of one article.
    pub fn new(story: &Comparison, ids: &[SentenceId]) -> Self {
        let mut joined = Self::default();
        for passage in cell::passages(story, ids) {
            if !joined.text.is_empty() {
                joined.text.push('\n');
            }
            joined.parts.push((joined.text.len(), passage.span));
            let article = story.articles.get(passage.article.index());
            joined.text += article.map_or("", |article| article.slice(passage.span));
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
pub fn compare(a: &str, b: &str) -> Wording {
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

/// The words that no other of the `shown` articles of the row has.
///
/// A pair that is worded freely does not count, so that two articles alike are still set against
/// each other beside a third one that tells it in its own words.
pub fn marks(story: &Comparison, row: &Row, shown: &[ArticleId]) -> Vec<Mark> {
    let texts: Vec<(ArticleId, Joined)> = row
        .cells
        .iter()
        .filter(|(article, _)| shown.contains(article))
        .map(|(article, ids)| (*article, Joined::new(story, ids)))
        .collect();
    let mut differing: Vec<Option<Vec<Span>>> = vec![None; texts.len()];
    for (left, (_, a)) in texts.iter().enumerate() {
        for (right, (_, b)) in texts.iter().enumerate().skip(left + 1) {
            let wording = compare(&a.text, &b.text);
            if wording.is_free() {
                continue;
            }
            let side = |of: fn(&Change) -> Span| {
                let spans = wording.changes.iter().filter(|c| c.op != Op::Equal).map(of);
                spans.filter(|span| !span.is_empty()).collect::<Vec<_>>()
            };
            for (place, spans) in [(left, side(|c| c.a)), (right, side(|c| c.b))] {
                if let Some(kept) = differing.get_mut(place) {
                    *kept = Some(match kept.take() {
                        Some(before) => common(&before, &spans),
                        None => spans,
                    });
                }
            }
        }
    }
    let words = texts
        .iter()
        .zip(differing)
        .flat_map(|((article, text), spans)| {
            let spans = spans.unwrap_or_default().into_iter();
            spans.flat_map(move |span| {
                text.back(span.trim(&text.text)).map(|span| Mark {
                    article: *article,
                    span,
                    role: Role::Wording,
                })
            })
        });
    words.collect()
}

/// What two sorted lists of spans both cover.
fn common(a: &[Span], b: &[Span]) -> Vec<Span> {
    let overlap = |x: &Span, y: &Span| Span::new(x.start.max(y.start), x.end.min(y.end));
    a.iter()
        .flat_map(|x| {
            b.iter()
                .filter(|y| x.overlaps(**y))
                .map(move |y| overlap(x, y))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{common, compare};
    use crate::text::Span;

    #[test]
    fn free_wording_is_told_from_changed_words() {
        let said = "The bridge will be closed for ten days, the mayor said.";
        let changed = "The bridge will be shut for ten days, the mayor said.";
        let free = "Drivers face a long detour from Monday on.";
        assert!(!compare(said, changed).is_free());
        assert!(compare(said, free).is_free());
        assert!(!compare("", "").is_free());
    }

    #[test]
    fn only_what_both_lists_cover_is_common() {
        let span = Span::new;
        assert_eq!(
            common(&[span(0, 4), span(6, 9)], &[span(2, 7)]),
            [span(2, 4), span(6, 7)]
        );
    }
}
