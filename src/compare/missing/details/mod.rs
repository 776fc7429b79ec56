//! Names, numbers, quotations, causes and clauses that an outlet does not give where it tells the piece.

mod asides;
mod given;

use crate::compare::missing::causes::cause;
use crate::compare::named::disputed::{Disputed, key};
use crate::compare::reading::{Noted, Readings, facts_of};
use crate::model::{
    Article, ArticleId, Comparison, Fact, FactKind, Finding, FindingKind, Link, LinkVerdict, Place,
    Quote, QuoteId, QuoteKind, RowId, RowVerdict, SentenceId, Severity, Unit, Value,
};
use crate::text::{Span, fold::fold};
use asides::{Aside, Vocabularies};
use given::Given;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// How many details a finding lists by their words.
const SHOWN: usize = 4;

/// How many words of a quotation or a cause are enough to know it again.
const GIST: usize = 8;

/// How many of a clause's.
const CLAUSE: usize = 16;

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
    vocabularies: Vocabularies,
}

/// What an outlet lacks where it tells a row, as far as it is known.
#[derive(Default)]
struct Lacking<'a> {
    /// What it gives nowhere, in words.
    missing: Vec<String>,
    /// What it gives elsewhere, in words.
    elsewhere: Vec<String>,
    /// Where others give it.
    places: Vec<Place>,
    /// The clauses among it.
    asides: Vec<&'a Aside<'a>>,
    /// Whether another has some of it in its headline.
    headlined: bool,
}

impl Lacking<'_> {
    /// Whether a detail is a part of what is known to be lacking.
    fn covers(&self, detail: &Detail<'_>) -> bool {
        // The details of an article come one after the other.
        let places = self.places.iter().rev();
        let mut own = places.take_while(|it| it.article == detail.article);
        own.any(|it| it.span.contains(detail.span))
    }

    /// The finding about it, if there is anything that the outlet gives nowhere.
    fn finding(self, comparison: &Comparison, row: RowId, outlet: ArticleId) -> Option<Finding> {
        if self.missing.is_empty() {
            return None;
        }
        let mut words = self.missing;
        words.extend(self.elsewhere);
        let more = words.len().saturating_sub(SHOWN);
        words.truncate(SHOWN);
        let more = if more > 0 {
            format!(" and {more} more")
        } else {
            String::new()
        };
        let name = &comparison.article(outlet).outlet;
        Some(Finding {
            kind: FindingKind::DetailOmission,
            severity: if self.headlined {
                Severity::Notable
            } else {
                Severity::Minor
            },
            row,
            articles: vec![outlet],
            places: self.places,
            values: Vec::new(),
            importance: None,
            why: format!("{name} does not give here: {}{more}", words.join(", ")),
        })
    }
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
            vocabularies: Vocabularies::of(&comparison.articles),
        }
    }

    /// For each outlet that tells a row, the details that only the others give in the sentences that
    /// are linked to its own, when at least one of them stands nowhere in its article.
    pub(in crate::compare) fn findings(&self, known: &mut Elsewhere, id: RowId) -> Vec<Finding> {
        let row = self.comparison.row(id);
        if row.verdict == RowVerdict::Unsure || row.cells.len() < 2 {
            return Vec::new();
        }
        let told: Vec<(SentenceId, Vec<Detail<'_>>)> =
            row.sentences().map(|s| (s, self.details(s))).collect();
        let outlets = row.cells.iter().filter_map(|(&outlet, cell)| {
            let claimed = |link: &Link| link.verdict != LinkVerdict::Unsure;
            let linked = |s: SentenceId| {
                let mut own = cell.iter();
                own.any(|&own| self.comparison.link(own, s).is_some_and(claimed))
            };
            let others = told.iter().filter(|(s, _)| linked(*s));
            let details: Vec<&Detail<'_>> = others.flat_map(|(_, details)| details).collect();
            self.lacking(known, id, outlet, &details)
        });
        outlets.collect()
    }

    /// What `outlet` lacks of the details of the others: first what it gives nowhere.
    fn lacking(
        &self,
        known: &mut Elsewhere,
        id: RowId,
        outlet: ArticleId,
        details: &[&Detail<'_>],
    ) -> Option<Finding> {
        let mut lacking = Lacking::default();
        // Many outlets give the same detail; whether this one lacks it is looked up once.
        let mut lacks: BTreeMap<Cow<'_, str>, bool> = BTreeMap::new();
        let theirs =
            |detail: &&&Detail<'_>| detail.article != outlet && !self.disputes(outlet, detail);
        for &detail in details.iter().filter(theirs) {
            if lacking.covers(detail) {
                continue;
            }
            let key = match &detail.kind {
                DetailKind::Fact(_, key) => Cow::Borrowed(key.as_str()),
                DetailKind::Quote(_) | DetailKind::Cause(_) | DetailKind::Clause(_) => {
                    fold(&self.words(detail)).into()
                }
            };
            let given = |known| self.given(known, id, outlet, detail);
            let lacks = lacks
                .entry(key)
                .or_insert_with(|| self.note(&mut lacking, outlet, detail, &given(known)));
            if *lacks {
                lacking.places.push(Place {
                    article: detail.article,
                    span: detail.span,
                });
            }
        }
        lacking.finding(self.comparison, id, outlet)
    }

    /// Notes a detail that an outlet does not give in a row, and says whether it is so.
    fn note<'d>(
        &self,
        lacking: &mut Lacking<'d>,
        outlet: ArticleId,
        detail: &'d Detail<'_>,
        given: &Given,
    ) -> bool {
        match given {
            Given::Here => return false,
            // Who is named once need not be named again.
            Given::Elsewhere(_) if detail.is_name() => return false,
            Given::Elsewhere(at) => {
                let words = self.words(detail);
                let elsewhere = format!("{words} (elsewhere: {outlet} ¶{})", at + 1);
                lacking.elsewhere.push(elsewhere);
            }
            Given::Nowhere => {
                if let DetailKind::Clause(aside) = &detail.kind {
                    let again = lacking.asides.iter().any(|other| aside.is_like(other));
                    lacking.asides.push(aside);
                    if again {
                        return true;
                    }
                }
                let headlined = self.headlined(detail);
                lacking.headlined |= headlined.is_some();
                let more = headlined.or_else(|| self.rival(outlet, detail));
                let words = self.words(detail) + &more.unwrap_or_default();
                lacking.missing.push(words);
            }
        }
        true
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

    /// A detail in words.
    fn words(&self, detail: &Detail<'_>) -> String {
        let text = self.comparison.article(detail.article).slice(detail.span);
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
