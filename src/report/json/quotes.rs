//! Quotes, their versions, and passages of one origin.

use crate::model::{Article, Comparison, Facts, Quote, QuoteId, QuoteKind, Relation, SentenceId};
use crate::text::Span;
use crate::text::diff::{Change, words};
use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;

#[derive(Serialize)]
pub(super) struct QuoteView<'a> {
    id: QuoteId,
    sentence: SentenceId,
    text: &'a str,
    span: Span,
    kind: QuoteKind,
    speaker: Option<&'a str>,
    verb: Option<&'a str>,
    venue: Option<&'a str>,
    continued: bool,
}

#[derive(Serialize)]
pub(super) struct SameQuoteView<'a> {
    members: &'a [QuoteId],
    relation: Relation,
    wording: Vec<PairWording>,
}

/// How two versions differ; `a` and `b` of the changes are offsets into their articles' texts.
#[derive(Serialize)]
struct PairWording {
    a: QuoteId,
    b: QuoteId,
    changes: Vec<Change>,
}

#[derive(Serialize)]
pub(super) struct Origin<'a> {
    sentences: &'a [SentenceId],
    words: usize,
}

/// All quotes.
pub(super) fn views<'a>(articles: &'a [Article], facts: &'a Facts) -> Vec<QuoteView<'a>> {
    let ids = (0..).map(QuoteId);
    ids.zip(&facts.quotes)
        .map(|(id, quote)| QuoteView {
            id,
            sentence: quote.sentence,
            text: articles
                .get(quote.sentence.article.index())
                .map_or("", |article| article.slice(quote.span)),
            span: quote.span,
            kind: quote.kind,
            speaker: quote.speaker.as_ref().map(|speaker| speaker.name.as_str()),
            verb: quote.verb.as_deref(),
            venue: quote.venue.as_deref(),
            continued: quote.continued,
        })
        .collect()
}

/// Utterances that several articles give, each version against each later one.
pub(super) fn same(comparison: &Comparison) -> Vec<SameQuoteView<'_>> {
    comparison
        .same_quotes
        .iter()
        .map(|same| {
            let pairs = same.members.iter().enumerate().flat_map(|(place, a)| {
                let later = same.members.iter().skip(place + 1);
                later.map(move |b| (*a, *b))
            });
            SameQuoteView {
                members: &same.members,
                relation: same.relation,
                wording: pairs
                    .map(|(a, b)| PairWording {
                        a,
                        b,
                        changes: changes(comparison, comparison.quote(a), comparison.quote(b)),
                    })
                    .collect(),
            }
        })
        .collect()
}

fn changes(comparison: &Comparison, a: &Quote, b: &Quote) -> Vec<Change> {
    wording(
        (comparison.article(a.sentence.article), a.span),
        (comparison.article(b.sentence.article), b.span),
    )
}

/// The changes between two passages, as offsets into their articles' texts.
pub(super) fn wording(a: (&Article, Span), b: (&Article, Span)) -> Vec<Change> {
    words(a.0.slice(a.1), b.0.slice(b.1))
        .into_iter()
        .map(|change| Change {
            op: change.op,
            a: change.a.shift(a.1.start),
            b: change.b.shift(b.1.start),
        })
        .collect()
}

/// Passages of one origin, with the words of the shortest version.
pub(super) fn origins(comparison: &Comparison) -> Vec<Origin<'_>> {
    comparison
        .shared_origin
        .iter()
        .map(|group| {
            let count = |id: &SentenceId| comparison.sentence(*id).unicode_words().count();
            Origin {
                sentences: group,
                words: group.iter().map(count).min().unwrap_or_default(),
            }
        })
        .collect()
}
