//! Clauses that tell a thing of their own beside what a sentence shares with others.

use super::{Detail, DetailKind, Search};
use crate::compare::missing::causes::cause;
use crate::compare::missing::clauses::clauses;
use crate::compare::named::disputed::key;
use crate::compare::reading::{Readings, Stems, Token};
use crate::model::{Article, ArticleId, Fact, QuoteKind, SentenceId, Value};
use crate::parallel;
use crate::text::Span;
use crate::text::vectors::{self, SYNONYM, Vector, cosine};

/// A clause with fewer words is listed only where its outlet has one of them in its headline: of 52
/// clauses of 86 stories that a reader looked up, those of three words were rightly missed in six of ten
/// cases, longer ones in eight.
const ENOUGH: usize = 4;

/// A clause as it is looked for.
pub(super) struct Aside<'a> {
    /// Its content words beside names and numbers.
    pub(super) words: Vec<&'a Token>,
    /// The numbers and days in it, with their keys.
    pub(super) amounts: Vec<(&'a Fact, String)>,
}

impl Aside<'_> {
    /// Whether another clause says much the same: at least half of the words of the shorter.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let in_other = |word: &&&Token| other.words.iter().any(|it| it.stem == word.stem);
        let shared = self.words.iter().filter(in_other).count();
        2 * shared >= self.words.len().min(other.words.len())
    }
}

/// The words of each article, and of its headline.
pub(super) struct Vocabularies<'a> {
    articles: Vec<Stems<'a>>,
    headlines: Vec<Stems<'a>>,
}

impl<'a> Vocabularies<'a> {
    pub(super) fn of(articles: &'a [Article], readings: &'a Readings) -> Self {
        Self {
            articles: parallel::map(articles, 1, |_, it| Stems::of(it, readings)),
            headlines: articles.iter().map(Stems::of_headline).collect(),
        }
    }
}

impl<'a> Search<'a> {
    /// The clauses of a sentence that are told beside its facts, but for what it quotes.
    pub(super) fn asides(&self, id: SentenceId) -> Vec<Detail<'a>> {
        if self.comparison.article(id.article).language_code() != Some("en") {
            return Vec::new();
        }
        let tokens = self.readings.tokens(id);
        let facts = self.comparison.facts_of(id);
        let at: Vec<Span> = facts.iter().map(|fact| fact.span).collect();
        let quotes = self.comparison.quotes_of(id).iter();
        let quotes = quotes.filter(|quote| quote.kind != QuoteKind::Indirect);
        let marked: Vec<Span> = quotes.map(|quote| quote.span).collect();
        let cause = cause(tokens).map(|(span, _)| span);
        let own = clauses(tokens, &at, &marked).into_iter();
        let own = own.filter(|clause| cause.is_none_or(|cause| !cause.overlaps(clause.span)));
        let says = |words: &[&Token]| words.len() >= ENOUGH || self.is_headline(id.article, words);
        let own = own.filter(|clause| says(&clause.words));
        own.map(|clause| {
            let first = facts.partition_point(|fact| fact.span.start < clause.span.start);
            let rest = facts.get(first..).unwrap_or_default().iter();
            let inside = rest.take_while(|fact| fact.span.end <= clause.span.end);
            let amounts = inside.filter(|fact| !matches!(fact.value, Value::Name(_)));
            Detail {
                article: id.article,
                span: clause.span,
                kind: DetailKind::Clause(Aside {
                    words: clause.words,
                    amounts: amounts.map(|fact| (fact, key(fact))).collect(),
                }),
            }
        })
        .collect()
    }

    /// Whether an outlet has any word or number of a clause anywhere, or a word in the sentences of `cell`
    /// that may stand for one of them: then the clause may be told in other words.
    pub(super) fn touches(
        &self,
        outlet: ArticleId,
        cell: &[SentenceId],
        aside: &Aside<'_>,
    ) -> bool {
        let words = &aside.words;
        let own = self.vocabularies.articles.get(outlet.index());
        let has = |word: &&Token| own.is_some_and(|own| own.has(&word.stem));
        let mut amounts = aside.amounts.iter();
        let mut gives = || {
            amounts.any(|(fact, key)| {
                self.first(outlet, fact, key).is_some() || self.may_give(outlet, fact)
            })
        };
        if words.iter().any(has) || gives() {
            return true;
        }
        let there = cell.iter().flat_map(|&id| self.readings.tokens(id));
        let there: Vec<Vector> = there.filter_map(vector).collect();
        let mut vectors = words.iter().copied().filter_map(vector);
        vectors.any(|word| there.iter().any(|other| cosine(&word, other) >= SYNONYM))
    }

    /// Says of a clause that the outlet which tells it has a word of it in its headline, too.
    pub(super) fn headlined(&self, detail: &Detail<'_>) -> Option<String> {
        let DetailKind::Clause(aside) = &detail.kind else {
            return None;
        };
        let there = self.is_headline(detail.article, &aside.words);
        there.then(|| format!(" (in the headline of {})", detail.article))
    }

    /// Whether an outlet has any of some words in its headline.
    fn is_headline(&self, outlet: ArticleId, words: &[&Token]) -> bool {
        let headline = self.vocabularies.headlines.get(outlet.index());
        headline.is_some_and(|headline| words.iter().any(|word| headline.has(&word.stem)))
    }
}

fn vector(token: &Token) -> Option<Vector> {
    token.content.then(|| vectors::word(&token.key)).flatten()
}
