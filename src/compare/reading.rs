//! The words of linked sentences, as the signals compare them.

use crate::model::{Article, ArticleId, Comparison, Fact, LinkVerdict, RowId, SentenceId, Value};
use crate::parallel;
use crate::text::lexicon::Lexicon;
use crate::text::words::{self, Tokenizer};
use crate::text::{Span, stopwords::is_function_word};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// One word of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Where it stands in the article's text.
    pub span: Span,
    /// Its folded form.
    pub key: String,
    /// Its stem.
    pub stem: String,
    /// Whether it carries content rather than grammar.
    pub content: bool,
    /// Whether punctuation stands between it and the word before it.
    pub breaks: bool,
}

/// Reads sentences, each word as it is written once: a story has few words and says them often.
struct Reader<'a> {
    language: Option<&'a str>,
    tokenizer: Tokenizer,
    known: BTreeMap<&'a str, Option<Known>>,
}

/// A word as it is written, folded and stemmed.
#[derive(Clone)]
struct Known {
    key: String,
    stem: String,
    content: bool,
}

impl<'a> Reader<'a> {
    fn new(language: Option<&'a str>) -> Self {
        Self {
            language,
            tokenizer: Tokenizer::new(language),
            known: BTreeMap::new(),
        }
    }

    fn word(&mut self, form: &'a str) -> Option<Known> {
        let (tokenizer, language) = (&self.tokenizer, self.language);
        let read = || {
            let (key, stem) = tokenizer.word(form)?;
            let content = !is_function_word(&key, language) && !is_small(&key, language);
            Some(Known { key, stem, content })
        };
        self.known.entry(form).or_insert_with(read).clone()
    }

    /// The stems of the content words of a text.
    fn stems<'s>(&mut self, text: &'a str) -> impl Iterator<Item = Cow<'s, str>> {
        let words = words::forms(text).filter_map(|form| self.word(form.of(text)));
        words.filter(|it| it.content).map(|it| it.stem.into())
    }

    /// The words of a sentence that stands at `at` in its article's text.
    fn tokens(&mut self, text: &'a str, at: usize) -> Vec<Token> {
        let mut end = 0;
        let token = |span: Span| {
            let word = self.word(span.of(text))?;
            // A word is read without its "’s".
            let between = Span::new(end, span.start).of(text);
            let between = between
                .strip_prefix(['\'', '’'])
                .map_or(between, |it| it.trim_start_matches('s'));
            // Inside a sentence a stop is that of an abbreviation: "Mrs. Olden".
            let stop = between.trim_end() == ".";
            let breaks = end > 0
                && !stop
                && between.contains(|c: char| !c.is_whitespace() && !APART.contains(c));
            end = span.end;
            Some(Token {
                span: span.shift(at),
                key: word.key,
                stem: word.stem,
                content: word.content,
                breaks,
            })
        };
        words::forms(text).filter_map(token).collect()
    }

    /// The words of a sentence.
    fn tokens_of(&mut self, comparison: &'a Comparison, id: SentenceId) -> Vec<Token> {
        let article = comparison.article(id.article);
        let language = article.language.as_deref();
        if language != self.language {
            *self = Self::new(language);
        }
        let sentence = article.sentences.get(id.index as usize);
        let start = sentence.map_or(0, |it| it.span.start);
        self.tokens(comparison.sentence(id), start)
    }
}

/// The words of a sentence that stands at `at` in its article's text.
pub(super) fn tokens(text: &str, at: usize, language: Option<&str>) -> Vec<Token> {
    Reader::new(language).tokens(text, at)
}

/// The stems of content words, sorted, each once.
pub(super) struct Stems<'a>(Vec<Cow<'a, str>>);

impl<'a> Stems<'a> {
    /// Those of an article and its headline; what `readings` hold of it need not be read again.
    pub(super) fn of(article: &'a Article, readings: &'a Readings) -> Self {
        let mut stems = Self::of_headline(article).0;
        let mut reader = Reader::new(article.language.as_deref());
        for (id, sentence) in article.sentence_ids().zip(&article.sentences) {
            match readings.get(id) {
                Some(reading) => stems.extend(reading.content.iter().map(Into::into)),
                None => stems.extend(reader.stems(article.slice(sentence.span))),
            }
        }
        Self::sorted(stems)
    }

    /// Those of an article's headline.
    pub(super) fn of_headline(article: &'a Article) -> Self {
        let text = article.headline().unwrap_or_default();
        let mut reader = Reader::new(article.language.as_deref());
        Self::sorted(reader.stems(text).collect())
    }

    fn sorted(mut stems: Vec<Cow<'a, str>>) -> Self {
        stems.sort_unstable();
        stems.dedup();
        Self(stems)
    }

    pub(super) fn has(&self, stem: &str) -> bool {
        self.0.binary_search_by(|it| it.as_ref().cmp(stem)).is_ok()
    }
}

fn small_words() -> &'static Lexicon {
    static LIST: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new(include_str!("data/small_words.txt")));
    &LIST
}

/// Whether a folded word stands in any two sentences without making them tell the same.
fn is_small(key: &str, language: Option<&str>) -> bool {
    let language = language.and_then(|code| code.get(..2)).unwrap_or("en");
    small_words().has_in(language, key) || language == "en" && is_saying(key)
}

/// Whether a folded word is a plain verb of saying: "add" says little of what is told, but it is a verb.
pub(super) fn is_saying(key: &str) -> bool {
    small_words().has_in("en.saying", key)
}

/// Signs between two words that do not end a phrase: hyphens, apostrophes, currency signs.
const APART: &str = "-‐‑'’$€£%";

/// The words of one sentence.
#[derive(Debug)]
pub(super) struct Reading {
    pub id: SentenceId,
    /// Its words, in order.
    pub tokens: Vec<Token>,
    /// The stems of its content words, sorted, each once.
    content: Vec<String>,
}

/// The words of some sentences, by sentence.
pub(super) struct Readings(Vec<Reading>);

/// The row that each sentence stands in.
pub(super) type RowOf = BTreeMap<SentenceId, RowId>;

/// The row that each sentence stands in.
pub(super) fn row_of(comparison: &Comparison) -> RowOf {
    let rows = (0..).map(RowId).zip(&comparison.rows);
    rows.flat_map(|(id, row)| row.sentences().map(move |s| (s, id)))
        .collect()
}

/// What is found in each sentence of some [`Readings`], once for all pairs that it is in.
pub(super) struct Noted<T>(BTreeMap<SentenceId, T>);

/// Fewer sentences than this are not worth a thread.
const WORTH: usize = 16;

impl Readings {
    /// The words of all sentences that a claimed link joins to another.
    pub(super) fn of(comparison: &Comparison) -> Self {
        let claimed = comparison
            .links
            .iter()
            .filter(|l| l.verdict != LinkVerdict::Unsure);
        Self::read(comparison, claimed.flat_map(|link| [link.a, link.b]))
    }

    /// The words of all sentences that give an amount.
    pub(super) fn with_amounts(comparison: &Comparison) -> Self {
        let facts = comparison.facts.facts.iter();
        let amounts = facts.filter(|fact| matches!(fact.value, Value::Amount(_)));
        Self::read(comparison, amounts.map(|fact| fact.sentence))
    }

    fn read<'a>(comparison: &'a Comparison, ids: impl Iterator<Item = SentenceId>) -> Self {
        let read = |reader: &mut Reader<'a>, _, &id: &SentenceId| {
            let tokens = reader.tokens_of(comparison, id);
            let content = content(&tokens).into_iter().map(str::to_owned).collect();
            Reading {
                id,
                tokens,
                content,
            }
        };
        let ids: BTreeSet<SentenceId> = ids.collect();
        let ids: Vec<SentenceId> = ids.into_iter().collect();
        Self(parallel::map_with(&ids, WORTH, || Reader::new(None), read))
    }

    /// A sentence; `None` where it was not read.
    fn get(&self, id: SentenceId) -> Option<&Reading> {
        let at = self.0.binary_search_by_key(&id, |reading| reading.id);
        self.0.get(at.ok()?)
    }

    /// The words of a sentence; none where it was not read.
    pub(super) fn tokens(&self, id: SentenceId) -> &[Token] {
        self.get(id).map_or(&[], |reading| &reading.tokens)
    }

    /// What `find` finds in each sentence.
    pub(super) fn note<'a, T: Send>(&'a self, find: impl Fn(&'a Reading) -> T + Sync) -> Noted<T> {
        let found = parallel::map(&self.0, WORTH, |_, reading| (reading.id, find(reading)));
        Noted(found.into_iter().collect())
    }
}

impl<T> Noted<T> {
    /// What was found in a sentence; `None` where it was not read.
    pub(super) fn get(&self, id: SentenceId) -> Option<&T> {
        self.0.get(&id)
    }

    /// What was found in the two sentences of a pair.
    pub(super) fn of(&self, pair: &Pair<'_>) -> Option<(&T, &T)> {
        self.0.get(&pair.a).zip(self.0.get(&pair.b))
    }
}

/// Two sentences that a claimed link joins, `a` in the row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair<'a> {
    pub row: RowId,
    pub a: SentenceId,
    pub b: SentenceId,
    pub left: &'a [Token],
    pub right: &'a [Token],
    /// The share of the content words of the sentence that has fewer that the other has too.
    pub overlap: f64,
    /// Whether both stand in the row: `b` may stand in another.
    pub beside: bool,
}

/// The sentences of a row with those that claimed links join to them, in this row or another; each
/// pair is of the row of its first sentence.
pub(super) fn pairs<'a>(
    comparison: &Comparison,
    readings: &'a Readings,
    id: RowId,
) -> Vec<Pair<'a>> {
    let row = comparison.row(id);
    let links = row.sentences().flat_map(|s| comparison.links_from(s));
    let claimed = links.filter(|link| link.verdict != LinkVerdict::Unsure);
    let pair = claimed.filter_map(|link| {
        let (left, right) = (readings.get(link.a)?, readings.get(link.b)?);
        let cell = row.cells.get(&link.b.article);
        Some(Pair {
            beside: cell.is_some_and(|cell| cell.contains(&link.b)),
            row: id,
            a: link.a,
            b: link.b,
            left: &left.tokens,
            right: &right.tokens,
            overlap: overlap(&left.content, &right.content),
        })
    });
    pair.collect()
}

/// The share of the shorter of two sorted lists that the longer has too.
fn overlap(left: &[String], right: &[String]) -> f64 {
    let (short, long) = if left.len() <= right.len() {
        (left, right)
    } else {
        (right, left)
    };
    let shared = short.iter().filter(|stem| long.binary_search(stem).is_ok());
    shared.count() as f64 / short.len().max(1) as f64
}

/// The facts of an article.
pub(super) fn facts_of(comparison: &Comparison, id: ArticleId) -> &[Fact] {
    let facts = &comparison.facts.facts;
    let start = facts.partition_point(|fact| fact.sentence.article < id);
    let end = facts.partition_point(|fact| fact.sentence.article <= id);
    facts.get(start..end).unwrap_or_default()
}

/// The stems of the content words.
pub(super) fn content(tokens: &[Token]) -> BTreeSet<&str> {
    let content = tokens.iter().filter(|token| token.content);
    content.map(|token| token.stem.as_str()).collect()
}

/// How many words before a word say of whom or what it is told.
const SUBJECT: usize = 8;

/// Whether words of two sentences are likely told of one subject: the last content word before either
/// stands before the other too.
pub(super) fn same_subject((left, at): (&[Token], usize), (right, to): (&[Token], usize)) -> bool {
    let before = |tokens: &[Token], at: usize| -> Vec<String> {
        let words = tokens
            .get(at.saturating_sub(SUBJECT)..at)
            .unwrap_or_default();
        let content = words.iter().filter(|t| t.content);
        content.map(|t| t.stem.clone()).collect()
    };
    let (x, y) = (before(left, at), before(right, to));
    let near =
        |own: &[String], others: &[String]| own.last().is_some_and(|word| others.contains(word));
    near(&x, &y) || near(&y, &x)
}

#[cfg(test)]
mod tests {
    use super::{content, tokens};

    #[test]
    fn words_know_their_place_and_what_breaks_before_them() {
        let read = tokens("“We left,” she said; a well-worn plea", 10, None);
        let breaks: Vec<&str> = read
            .iter()
            .filter(|t| t.breaks)
            .map(|t| t.key.as_str())
            .collect();
        assert_eq!(breaks, ["she", "a"]);
        assert_eq!(read[0].span.start, 13);
        assert!(content(&read).contains("plea") && !content(&read).contains("she"));
    }
}
