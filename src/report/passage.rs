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
    /// The details that some other outlet leaves out where it tells the row, in order, apart.
    pub lacked: Vec<Span>,
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
            let about = Places::of(comparison, row, passage.article);
            passage.mark(own, &about);
        }
        passages
    }

    /// No sentence of one outlet.
    pub(super) const fn empty(article: ArticleId) -> Self {
        Self {
            article,
            text: String::new(),
            marks: Vec::new(),
            found: Vec::new(),
            lacked: Vec::new(),
            paragraphs: Vec::new(),
            pieces: Vec::new(),
        }
    }

    /// Some sentences of one outlet, unmarked.
    pub(super) fn new(comparison: &Comparison, id: ArticleId, cell: &[SentenceId]) -> Self {
        let article = comparison.article(id);
        let mut passage = Self::empty(id);
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
    fn mark(&mut self, own: Vec<Span>, about: &Places) {
        let own = standing_out(own, &self.text);
        let all = |spans: &[Span]| -> Vec<Span> {
            let places = spans.iter().flat_map(|span| self.places(*span));
            places.collect()
        };
        let (found, quoted) = (all(&about.found), all(&about.quoted));
        self.lacked = merged(all(&about.lacked));
        self.marks = merged(found.iter().chain(&own).copied().collect());
        let altered = own.into_iter();
        let altered = altered.filter(|mark| quoted.iter().any(|quote| quote.overlaps(*mark)));
        self.found = merged(found.into_iter().chain(altered).collect());
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

/// The words of one article that a row's findings are about.
struct Places {
    /// Words that differ as they stand.
    found: Vec<Span>,
    /// Quotes: what differs in them shows in the wording, or they are given to somebody else.
    quoted: Vec<Span>,
    /// Details that others leave out.
    lacked: Vec<Span>,
}

impl Places {
    fn of(comparison: &Comparison, row: &Row, article: ArticleId) -> Self {
        let mut places = Self {
            found: Vec::new(),
            quoted: Vec::new(),
            lacked: Vec::new(),
        };
        for finding in row.findings.iter().map(|id| comparison.finding(*id)) {
            let own = finding.places.iter().filter(|it| it.article == article);
            let spans = own.map(|place| place.span);
            match finding.kind {
                FindingKind::QuoteAltered | FindingKind::Attribution => places.quoted.extend(spans),
                FindingKind::DetailOmission => places.lacked.extend(spans),
                kind if kind.diverges() => places.found.extend(spans),
                _ => {}
            }
        }
        places
    }
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
