//! What one outlet tells of a row, as one run of text, with the words that differ marked.

use crate::model::{ArticleId, Comparison, FindingKind, Row, SentenceId};
use crate::text::{Span, diff::own_words};

/// Beyond this share of its words the marking of other wording says nothing any more: the passage
/// is told in other words throughout. The findings in it are marked all the same.
const MOST_MARKED: f64 = 0.5;

/// The sentences of one outlet in one row.
#[derive(Debug)]
pub(super) struct Passage {
    pub article: ArticleId,
    pub text: String,
    /// The places of `text` that differ from the other outlets' passages, in order, apart.
    pub marks: Vec<Span>,
    /// Those of them that findings are about, rather than wording alone.
    pub found: Vec<Span>,
    /// The paragraphs it stands in, from 1.
    pub paragraphs: Vec<u32>,
    /// Where each sentence stood in the article, and where it begins in `text`.
    pieces: Vec<(Span, usize)>,
}

impl Passage {
    /// The passages of `row`, in the order of the articles.
    pub(super) fn of_row(comparison: &Comparison, row: &Row) -> Vec<Self> {
        let mut passages: Vec<_> = row
            .cells
            .iter()
            .map(|(article, cell)| Self::new(comparison, *article, cell))
            .collect();
        let texts: Vec<_> = passages.iter().map(|p| p.text.as_str()).collect();
        let own = own_words(&texts);
        for (passage, own) in passages.iter_mut().zip(own) {
            passage.mark(own, &findings(comparison, row, passage.article));
        }
        passages
    }

    /// Some sentences of one outlet, unmarked.
    pub(super) fn new(comparison: &Comparison, id: ArticleId, cell: &[SentenceId]) -> Self {
        let article = comparison.article(id);
        let mut passage = Self {
            article: id,
            text: String::new(),
            marks: Vec::new(),
            found: Vec::new(),
            paragraphs: Vec::new(),
            pieces: Vec::new(),
        };
        let mut before = None;
        for sentence in cell {
            let Some(found) = article.sentences.get(sentence.index as usize) else {
                continue;
            };
            if let Some(before) = before {
                let follows = before + 1 == sentence.index;
                passage.text.push_str(if follows { " " } else { " … " });
            }
            before = Some(sentence.index);
            passage.pieces.push((found.span, passage.text.len()));
            passage.text.push_str(article.slice(found.span));
            if passage.paragraphs.last() != Some(&(found.paragraph + 1)) {
                passage.paragraphs.push(found.paragraph + 1);
            }
        }
        passage
    }

    /// Where words of the article stand in the passage, piece by piece.
    fn places(&self, words: Span) -> impl Iterator<Item = Span> + '_ {
        self.pieces
            .iter()
            .filter(move |(piece, _)| piece.overlaps(words))
            .map(move |(piece, at)| {
                let start = words.start.max(piece.start) - piece.start;
                let end = words.end.min(piece.end) - piece.start;
                Span::new(start, end).shift(*at)
            })
    }

    /// Marks the findings, and the outlet's own wording as long as it stands out.
    fn mark(&mut self, own: Vec<Span>, findings: &[Span]) {
        let places = findings.iter().flat_map(|span| self.places(*span));
        self.found = merged(places.collect());
        let own = standing_out(own, &self.text);
        self.marks = merged(self.found.iter().copied().chain(own).collect());
    }
}

/// Of an outlet's own wording what is worth marking: words, not punctuation, and nothing where
/// most is worded otherwise.
pub(super) fn standing_out(own: Vec<Span>, text: &str) -> Vec<Span> {
    let bytes: usize = own.iter().map(|span| span.len()).sum();
    if bytes as f64 > MOST_MARKED * text.len() as f64 {
        return Vec::new();
    }
    let telling = |span: &Span| span.of(text).chars().any(char::is_alphanumeric);
    own.into_iter().filter(telling).collect()
}

/// The words of one article that the row's findings are about and that differ as they stand.
///
/// A quote is none: what differs in it shows in the wording, or it is given to somebody else.
fn findings(comparison: &Comparison, row: &Row, article: ArticleId) -> Vec<Span> {
    row.findings
        .iter()
        .map(|id| comparison.finding(*id))
        .filter(|finding| {
            let of_quote = [FindingKind::QuoteAltered, FindingKind::Attribution];
            finding.kind.diverges() && !of_quote.contains(&finding.kind)
        })
        .flat_map(|finding| &finding.places)
        .filter(|place| place.article == article)
        .map(|place| place.span)
        .collect()
}

/// The same places, in order, none touching another.
fn merged(mut spans: Vec<Span>) -> Vec<Span> {
    spans.retain(|span| !span.is_empty());
    spans.sort_unstable();
    let mut out: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match out.last_mut() {
            Some(last) if span.start <= last.end => *last = last.cover(span),
            _ => out.push(span),
        }
    }
    out
}
