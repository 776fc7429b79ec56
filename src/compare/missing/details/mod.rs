//! Names, numbers, quotations, causes and clauses that an outlet does not give where it tells the piece.

mod asides;
mod given;
mod lacking;

use crate::compare::missing::causes::cause;
use crate::compare::named::disputed::{Disputed, key};
use crate::compare::reading::{Noted, Readings, facts_of};
use crate::model::{
    Article, ArticleId, Comparison, Fact, FactKind, Finding, Link, LinkVerdict, Quote, QuoteId,
    QuoteKind, RowId, RowVerdict, SentenceId, Unit, Value,
};
use crate::text::Span;
use asides::{Aside, Vocabularies};
use std::collections::{BTreeMap, BTreeSet};

/// How many words of a quotation or a cause are enough to know it again.
const GIST: usize = 8;

/// How many of a clause's.
const CLAUSE: usize = 16;

/// So many details of a sentence are looked for: no sentence of a news text has more.
const MOST: usize = 64;

/// Numbers up to this stand in too many sentences to be a detail ("one day", "two sides").
const SMALL: f64 = 2.0;

/// A detail that a told passage holds.
struct Detail<'a> {
    article: ArticleId,
    span: Span,
    kind: DetailKind<'a>,
}

enum DetailKind<'a> {
    /// A fact, with what tells it from others ([`key`]).
    Fact(&'a Fact, String),
    /// Quoted words.
    Quote(Quoted<'a>),
    /// Why something is so: the stems of its content words.
    Cause(BTreeSet<&'a str>),
    /// A thing of its own beside what is told.
    Clause(Aside<'a>),
}

/// Quoted words as they are looked for.
struct Quoted<'a> {
    quote: &'a Quote,
    /// The sentences that hold another version of them.
    versions: Vec<SentenceId>,
    /// The stems of their content words.
    stems: BTreeSet<&'a str>,
}

impl Detail<'_> {
    fn is_name(&self) -> bool {
        matches!(&self.kind, DetailKind::Fact(fact, _) if matches!(fact.value, Value::Name(_)))
    }
}

/// An outlet that tells a row.
struct Teller<'a> {
    id: ArticleId,
    /// Where it tells it.
    sentences: &'a [SentenceId],
    /// The same for people: "here", in the row, or where else.
    place: String,
}

/// What is needed to look for details.
pub(in crate::compare) struct Search<'a> {
    comparison: &'a Comparison,
    readings: &'a Readings,
    /// The folded text of each article.
    folded: &'a [String],
    /// What outlets tell differently.
    disputed: &'a Disputed,
    /// The stems of each sentence that was read.
    stems: Noted<BTreeSet<&'a str>>,
    /// What each article says, with the key of each and where it says it first.
    said: Vec<Vec<Said<'a>>>,
    vocabularies: Vocabularies<'a>,
}

/// A fact with its key ([`key`]).
type Said<'a> = (&'a Fact, String);

/// In which paragraph of its article an outlet first gives a fact, by outlet and key: found out once
/// for all rows that it is missed in.
pub(in crate::compare) type Elsewhere = BTreeMap<(ArticleId, FactKind, String), Option<u32>>;

impl<'a> Search<'a> {
    pub(in crate::compare) fn new(
        comparison: &'a Comparison,
        readings: &'a Readings,
        folded: &'a [String],
        disputed: &'a Disputed,
    ) -> Self {
        let said = |article: &Article| {
            let mut known = BTreeSet::new();
            let facts = facts_of(comparison, article.id).iter();
            let said = facts.map(|fact| (fact, key(fact)));
            said.filter(|(fact, key)| known.insert((fact.kind, key.clone())))
                .collect()
        };
        Self {
            comparison,
            readings,
            folded,
            disputed,
            stems: readings.note(|it| it.tokens.iter().map(|t| t.stem.as_str()).collect()),
            said: comparison.articles.iter().map(said).collect(),
            vocabularies: Vocabularies::of(&comparison.articles, readings),
        }
    }

    /// For each outlet that tells a row, here or in another passage, the details that only the others
    /// give in the sentences that are linked to its own, when at least one of them stands nowhere in its
    /// article.
    pub(in crate::compare) fn findings(
        &self,
        known: &mut Elsewhere,
        row_id: RowId,
    ) -> Vec<Finding> {
        let row = self.comparison.row(row_id);
        if row.verdict == RowVerdict::Unsure || row.cells.len() + row.elsewhere.len() < 2 {
            return Vec::new();
        }
        let told: Vec<(SentenceId, Vec<Detail<'_>>)> =
            row.sentences().map(|s| (s, self.details(s))).collect();
        let here = row.cells.iter();
        let here = here.map(|(id, cell)| (id, cell.as_slice(), "here".to_owned()));
        let there = row.elsewhere.iter().map(|(id, sentence)| {
            let paragraph = self.paragraph(*sentence) + 1;
            let place = format!("where it tells this (¶{paragraph})");
            (id, std::slice::from_ref(sentence), place)
        });
        let outlets = here.chain(there).filter_map(|(&id, sentences, place)| {
            let claimed = |link: &Link| link.verdict != LinkVerdict::Unsure;
            let linked = |s: SentenceId| {
                let mut own = sentences.iter();
                own.any(|&own| self.comparison.link(own, s).is_some_and(claimed))
            };
            let others = told.iter().filter(|(s, _)| linked(*s));
            let details: Vec<&Detail<'_>> = others.flat_map(|(_, details)| details).collect();
            let teller = Teller {
                id,
                sentences,
                place,
            };
            let lacking = self.lacking(known, &teller, &details);
            lacking.finding(self.comparison, row_id, &teller)
        });
        outlets.collect()
    }

    /// Whether an outlet tells a detail differently.
    fn disputes(&self, outlet: ArticleId, detail: &Detail<'_>) -> bool {
        let disputed = |fact, key| self.disputed.by(outlet, detail.article, fact, key);
        match &detail.kind {
            DetailKind::Fact(fact, key) => disputed(fact, key),
            DetailKind::Clause(aside) => {
                aside.amounts.iter().any(|(fact, key)| disputed(fact, key))
            }
            DetailKind::Quote(_) | DetailKind::Cause(_) => false,
        }
    }

    /// The details of a sentence: clauses, then what may be part of one: numbers, full dates, names of
    /// more than one word, quotations, causes.
    fn details(&self, id: SentenceId) -> Vec<Detail<'a>> {
        let detail = |span, kind| Detail {
            article: id.article,
            span,
            kind,
        };
        let mut details = self.asides(id);
        let facts = self
            .comparison
            .facts_of(id)
            .iter()
            .filter(|fact| telling(fact) && !self.is_of_the_saying(id, fact))
            .filter(|fact| !self.repeats(fact));
        details.extend(facts.map(|fact| detail(fact.span, DetailKind::Fact(fact, key(fact)))));
        let all = &self.comparison.facts.quotes;
        let start = all.partition_point(|quote| quote.sentence < id);
        let quotes = (start as u32..)
            .map(QuoteId)
            .zip(self.comparison.quotes_of(id));
        let of_sentence = quotes.filter(|(_, quote)| quote.kind == QuoteKind::Direct);
        details.extend(of_sentence.map(|(number, quote)| {
            let tokens = self.readings.tokens(id).iter();
            let own = tokens.filter(|t| t.content && t.span.overlaps(quote.span));
            let words = Quoted {
                quote,
                versions: self.versions(number),
                stems: own.map(|t| t.stem.as_str()).collect(),
            };
            detail(quote.span, DetailKind::Quote(words))
        }));
        details.extend(
            cause(self.readings.tokens(id))
                .map(|(span, stems)| detail(span, DetailKind::Cause(stems))),
        );
        details.truncate(MOST);
        details
    }

    /// Whether a fact is the day on which something was said, or the body that said it: "the fire
    /// service said on Friday". Who else says it is no part of what is told.
    fn is_of_the_saying(&self, id: SentenceId, fact: &Fact) -> bool {
        let quotes = self.comparison.quotes_of(id);
        let mut speakers = quotes
            .iter()
            .filter_map(|quote| quote.speaker.as_ref()?.span);
        match fact.kind {
            FactKind::Organisation => speakers.any(|span| span.overlaps(fact.span)),
            _ => {
                matches!(fact.value, Value::Day(_))
                    && quotes.iter().any(|quote| quote.verb.is_some())
                    && !quotes.iter().any(|quote| quote.span.overlaps(fact.span))
            }
        }
    }

    /// The sentences that hold a version of a quote.
    fn versions(&self, number: QuoteId) -> Vec<SentenceId> {
        let mut same = self.comparison.same_quotes.iter();
        let same = same.find(|same| same.members.contains(&number));
        let members = same.into_iter().flat_map(|same| &same.members);
        members
            .map(|&id| self.comparison.quote(id).sentence)
            .collect()
    }

    /// A detail as its article gives it.
    fn text(&self, detail: &Detail<'_>) -> &'a str {
        self.comparison.article(detail.article).slice(detail.span)
    }

    /// A detail in words.
    fn words(&self, detail: &Detail<'_>) -> String {
        let text = self.text(detail);
        let most = match detail.kind {
            DetailKind::Clause(_) => CLAUSE,
            _ => GIST,
        };
        let mut words = text.split_whitespace();
        let gist: Vec<&str> = words.by_ref().take(most).collect();
        let more = if words.next().is_some() { " …" } else { "" };
        let gist = gist.join(" ");
        let gist = format!("“{}{more}”", gist.trim_end_matches(','));
        match &detail.kind {
            DetailKind::Fact(..) => format!("“{text}”"),
            DetailKind::Clause(_) => gist,
            DetailKind::Cause(_) => format!("the reason {gist}"),
            DetailKind::Quote(quoted) => match &quoted.quote.speaker {
                Some(speaker) => format!("the quotation {gist} ({})", speaker.name),
                None => format!("the quotation {gist}"),
            },
        }
    }
}

/// Whether a fact is a detail that a reader would miss.
fn telling(fact: &Fact) -> bool {
    match (&fact.value, fact.kind) {
        (Value::Amount(amount), FactKind::Quantity) => {
            let other = matches!(amount.unit, Unit::Unsaid | Unit::Age(_) | Unit::Ordinal(_));
            amount.number > SMALL && !other
        }
        (Value::Amount(_), _) => true,
        (Value::Day(day), _) => day.day.is_some(),
        (Value::Name(name), FactKind::Person | FactKind::Organisation) => name.contains(' '),
        (Value::Name(_), _) => false,
    }
}
