//! Quotes, their versions, and passages of one origin.

use crate::model::{
    Article, ArticleId, Comparison, Facts, HeadlineQuote, HeadlineSource, Place, QuoteId,
    QuoteKind, Relation, SentenceId,
};
use crate::text::Span;
use crate::text::diff::{Change, Text, changes};
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

/// What a headline sets in quotation marks.
#[derive(Serialize)]
pub(super) struct HeadlineView<'a> {
    article: ArticleId,
    text: &'a str,
    span: Span,
    source: Option<SourceView<'a>>,
}

/// Words of a headline that its text does not have.
#[derive(Serialize)]
pub(super) struct OwnWordsView<'a> {
    article: ArticleId,
    text: &'a str,
    span: Span,
}

/// The words of headlines that their texts do not have.
pub(super) fn own_words(comparison: &Comparison) -> Vec<OwnWordsView<'_>> {
    let view = |place: &Place| OwnWordsView {
        article: place.article,
        text: comparison.article(place.article).slice(place.span),
        span: place.span,
    };
    comparison.headline_words.iter().map(view).collect()
}

/// Where a text has it.
#[derive(Serialize)]
struct SourceView<'a> {
    article: ArticleId,
    text: &'a str,
    span: Span,
    quote: Option<QuoteId>,
    relation: Relation,
}

/// What the headlines set in quotation marks.
pub(super) fn of_headlines(comparison: &Comparison) -> Vec<HeadlineView<'_>> {
    let text = |place: Place| comparison.article(place.article).slice(place.span);
    let source = |it: &HeadlineSource| SourceView {
        article: it.place.article,
        text: text(it.place),
        span: it.place.span,
        quote: it.quote,
        relation: it.relation,
    };
    let view = |it: &HeadlineQuote| HeadlineView {
        article: it.place.article,
        text: text(it.place),
        span: it.place.span,
        source: it.source.as_ref().map(source),
    };
    comparison.headline_quotes.iter().map(view).collect()
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
            let versions: Vec<_> = same
                .members
                .iter()
                .map(|id| (*id, version(comparison, *id)))
                .collect();
            let pairs = versions.iter().enumerate().flat_map(|(place, a)| {
                let later = versions.iter().skip(place + 1);
                later.map(move |b| (a, b))
            });
            SameQuoteView {
                members: &same.members,
                relation: same.relation,
                wording: pairs
                    .map(|((a, left), (b, right))| PairWording {
                        a: *a,
                        b: *b,
                        changes: wording(left, right),
                    })
                    .collect(),
            }
        })
        .collect()
}

fn version(comparison: &Comparison, id: QuoteId) -> Passage<'_> {
    let quote = comparison.quote(id);
    Passage::new(comparison.article(quote.sentence.article), quote.span)
}

/// A passage of an article, to be compared with others.
pub(super) struct Passage<'a> {
    text: Text<'a>,
    /// Where it begins in the article's text.
    start: usize,
}

impl<'a> Passage<'a> {
    pub(super) fn new(article: &'a Article, span: Span) -> Self {
        Self {
            text: Text::new(article.slice(span)),
            start: span.start,
        }
    }
}

/// The changes between two passages, as offsets into their articles' texts.
pub(super) fn wording(a: &Passage<'_>, b: &Passage<'_>) -> Vec<Change> {
    let mut changes = changes(&a.text, &b.text);
    for change in &mut changes {
        change.a = change.a.shift(a.start);
        change.b = change.b.shift(b.start);
    }
    changes
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
