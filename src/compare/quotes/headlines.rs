//! What headlines set in quotation marks, against the texts: a headline may cut what was said, or
//! put other words into a mouth than the article below it.

use super::RowOf;
use super::wording::{self, Manner};
use crate::model::{
    Article, ArticleId, Comparison, Finding, FindingKind, HeadlineQuote, HeadlineSource, Place,
    Quote, QuoteId, QuoteKind, Relation, Severity,
};
use crate::text::diff::{self, Change, Op};
use crate::text::words::{Tokenizer, Word};
use crate::text::{Span, stopwords::is_function_word};
use std::collections::BTreeSet;

/// With fewer words a headline names something; that a text names it otherwise alters no quotation.
const WORDS: usize = 3;

/// Share of a headline's words that a quote must have in the same order to be where they come from,
/// and of those that say something.
const KEPT: f64 = 0.6;
const TELLING: f64 = 0.5;

/// How many times as long as the headline's words the quote's may be between the first and the last
/// that both have.
const STRETCHED: usize = 3;

/// What one speaker says in more bytes than this is searched word for word only: comparing takes
/// the square of the words.
const LONGEST: usize = 20_000;

/// Where the texts have what the headlines set in quotation marks.
pub(in super::super) fn sources(comparison: &Comparison) -> Vec<HeadlineQuote> {
    if comparison.facts.headlined.is_empty() {
        return Vec::new();
    }
    let said = Said::all(comparison);
    let source = |&place: &Place| HeadlineQuote {
        place,
        source: source(comparison, &said, place),
    };
    comparison.facts.headlined.iter().map(source).collect()
}

/// Where marked words of a headline come from: what the article quotes goes before what it says
/// itself, that before what it quotes in other words, and all of it before what others quote.
fn source(comparison: &Comparison, said: &[Said], marked: Place) -> Option<HeadlineSource> {
    let article = comparison.article(marked.article);
    let title = Title::of(article, marked.span)?;
    let (own, others): (Vec<&Said>, Vec<&Said>) =
        said.iter().partition(|it| it.article == marked.article);
    let alike = |it: &&Said| comparison.speak_alike(marked.article, it.article);
    let others: Vec<&Said> = others.into_iter().filter(alike).collect();
    verbatim(&title, &own)
        .or_else(|| unmarked(&title, article))
        .or_else(|| nearest(&title, &own))
        .or_else(|| verbatim(&title, &others))
        .or_else(|| nearest(&title, &others))
}

/// The first that has the words.
fn verbatim(title: &Title<'_>, said: &[&Said]) -> Option<HeadlineSource> {
    said.iter().find_map(|said| {
        let span = title.stands_in(&said.text)?;
        said.source(span, Relation::Verbatim)
    })
}

/// Where the text below a headline has its words without marks.
fn unmarked(title: &Title<'_>, article: &Article) -> Option<HeadlineSource> {
    article.sentences.iter().find_map(|sentence| {
        let span = title.stands_in(article.slice(sentence.span))?;
        let place = Place {
            article: article.id,
            span: span.shift(sentence.span.start),
        };
        Some(HeadlineSource {
            place,
            quote: None,
            relation: Relation::Verbatim,
        })
    })
}

/// The one that has most of the words, of equal ones the first.
fn nearest(title: &Title<'_>, said: &[&Said]) -> Option<HeadlineSource> {
    let found = said.iter().filter_map(|said| {
        let (span, kept) = title.is_retold_in(&said.text)?;
        let relation = title.relation(span.of(&said.text));
        Some((kept, said.source(span, relation)?))
    });
    let best = found.reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.map(|(_, source)| source)
}

/// What one speaker says without anybody else between, over sentences and past "she said": a
/// headline joins what the text divides.
struct Said {
    article: ArticleId,
    /// The quoted words alone.
    text: String,
    /// The quotes, with where each begins in `text`.
    pieces: Vec<(usize, QuoteId, Span)>,
}

impl Said {
    /// All that is quoted in a story; reported speech has the reporters' words.
    fn all(comparison: &Comparison) -> Vec<Self> {
        let paragraph = |quote: &Quote| {
            let sentences = &comparison.article(quote.sentence.article).sentences;
            sentences
                .get(quote.sentence.index as usize)
                .map(|it| it.paragraph)
        };
        let goes_on = |x: &Quote, y: &Quote| {
            let name = |quote: &Quote| quote.speaker.as_ref().map(|it| it.name.clone());
            let beside = paragraph(x) == paragraph(y) && name(x) == name(y);
            x.sentence.article == y.sentence.article && (y.continued || beside)
        };
        let quotes = (0..).map(QuoteId).zip(&comparison.facts.quotes);
        let quotes: Vec<_> = quotes
            .filter(|(_, it)| it.kind != QuoteKind::Indirect)
            .collect();
        let turns = quotes.chunk_by(|(_, x), (_, y)| goes_on(x, y));
        turns
            .filter_map(|turn| Self::of(comparison, turn))
            .collect()
    }

    fn of(comparison: &Comparison, turn: &[(QuoteId, &Quote)]) -> Option<Self> {
        let article = turn.first()?.1.sentence.article;
        let (mut text, mut pieces) = (String::new(), Vec::with_capacity(turn.len()));
        for (id, quote) in turn {
            if !text.is_empty() {
                text.push(' ');
            }
            pieces.push((text.len(), *id, quote.span));
            text.push_str(comparison.article(article).slice(quote.span));
        }
        Some(Self {
            article,
            text,
            pieces,
        })
    }

    /// Some of its words as the source of a headline.
    fn source(&self, words: Span, relation: Relation) -> Option<HeadlineSource> {
        let piece = |at: usize| self.pieces.iter().rev().find(|(start, ..)| *start <= at);
        let (first, quote, span) = piece(words.start)?;
        let (last, _, end) = piece(words.end.saturating_sub(1))?;
        let span = Span::new(
            span.start + words.start - first,
            end.start + words.end - last,
        );
        Some(HeadlineSource {
            place: Place {
                article: self.article,
                span,
            },
            quote: Some(*quote),
            relation,
        })
    }
}

/// Marked words of a headline.
struct Title<'a> {
    text: &'a str,
    keys: Vec<String>,
    /// Those that say something.
    telling: BTreeSet<String>,
    language: Option<&'a str>,
    tokenizer: Tokenizer,
}

impl<'a> Title<'a> {
    /// `None` where no word is marked.
    fn of(article: &'a Article, span: Span) -> Option<Self> {
        let language = article.language.as_deref();
        let tokenizer = Tokenizer::new(language);
        let text = article.slice(span);
        let keys: Vec<String> = tokenizer.words(text).into_iter().map(|it| it.key).collect();
        let telling = keys.iter().filter(|key| !is_function_word(key, language));
        let telling = telling.cloned().collect();
        (!keys.is_empty()).then_some(Self {
            text,
            keys,
            telling,
            language,
            tokenizer,
        })
    }

    /// Where a text has all the words in one run.
    fn stands_in(&self, text: &str) -> Option<Span> {
        let words = self.tokenizer.words(text);
        let same = |run: &&[Word]| run.iter().map(|it| &it.key).eq(&self.keys);
        let run = words.windows(self.keys.len()).find(same)?;
        let (first, last) = run.first().zip(run.last())?;
        Some(first.span.cover(last.span))
    }

    /// Where a text has most of the words in their order, and which share of them.
    fn is_retold_in(&self, text: &str) -> Option<(Span, f64)> {
        if self.keys.len() < WORDS || text.len() > LONGEST {
            return None;
        }
        let words = |text: &str| self.tokenizer.words(text);
        let changes = diff::words(self.text, text);
        let both = changes.iter().filter(|it| it.op == Op::Equal);
        let holds_words = |it: &&Change| !words(it.a.of(self.text)).is_empty();
        let both: Vec<&Change> = both.filter(holds_words).collect();
        let (first, last) = both.first().zip(both.last())?;
        let span = first.b.cover(last.b).trim(text);
        let shared: Vec<Word> = both
            .iter()
            .flat_map(|it| words(it.a.of(self.text)))
            .collect();
        let telling: BTreeSet<&String> = shared.iter().map(|it| &it.key).collect();
        let telling = self
            .telling
            .iter()
            .filter(|key| telling.contains(key))
            .count();
        let kept = shared.len() as f64 / self.keys.len() as f64;
        let tells = telling > 0 && telling as f64 >= TELLING * self.telling.len() as f64;
        let near = words(span.of(text)).len() <= STRETCHED * self.keys.len();
        (kept >= KEPT && tells && near).then_some((span, kept))
    }

    /// How the words differ from those of a text that has most of them.
    fn relation(&self, text: &str) -> Relation {
        let changed = wording::alterations(self.text, text, self.language, Manner::WorkedIn);
        let mut telling = changed.iter().filter(|it| it.telling).peekable();
        if telling.peek().is_none() {
            Relation::Verbatim
        } else if telling.all(|it| it.change.op == Op::Insert) {
            Relation::Trimmed
        } else {
            Relation::Altered
        }
    }
}

/// The quotations that headlines give in other words than the texts.
pub(in super::super) fn findings(comparison: &Comparison, rows: &RowOf) -> Vec<Finding> {
    let found = comparison.headline_quotes.iter().filter_map(|it| {
        let source = it.source?;
        let (kind, severity) = match source.relation {
            Relation::Altered => (FindingKind::QuoteAltered, Severity::Notable),
            Relation::Trimmed => (FindingKind::QuoteTrimmed, Severity::Minor),
            _ => return None,
        };
        let quote = comparison.quote(source.quote?);
        let articles = BTreeSet::from([it.place.article, source.place.article]);
        Some(Finding {
            kind,
            severity,
            row: *rows.get(&quote.sentence)?,
            articles: articles.into_iter().collect(),
            places: vec![source.place],
            values: Vec::new(),
            importance: None,
            why: why(comparison, it.place, source.place, quote),
        })
    });
    found.collect()
}

/// "Ann Lee, A’s headline → its text: “We will not pay” → “We will hardly pay”".
fn why(comparison: &Comparison, title: Place, text: Place, quote: &Quote) -> String {
    let outlet = |id: ArticleId| comparison.article(id).outlet.as_str();
    let words = |place: Place| {
        let words = comparison.article(place.article).slice(place.span);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let speaker = quote
        .speaker
        .as_ref()
        .map_or("unnamed speaker", |it| &it.name);
    let of = if title.article == text.article {
        "its text".to_owned()
    } else {
        outlet(text.article).to_owned()
    };
    format!(
        "{speaker}, {}’s headline → {of}: “{}” → “{}”",
        outlet(title.article),
        wording::bare(&words(title)),
        words(text),
    )
}
