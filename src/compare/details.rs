//! Names, numbers, quotations and causes that an outlet does not give where it tells the piece.

use super::causes::cause;
use super::disputed::{Disputed, key};
use super::names::misspelt;
use super::reading::{Noted, Readings, facts_of};
use super::values::meaning;
use crate::model::{
    Article, ArticleId, Comparison, Fact, FactKind, Finding, FindingKind, Link, LinkVerdict, Place, Quote,
    QuoteId, QuoteKind, RowId, RowVerdict, SentenceId, Severity, Value,
};
use crate::text::{Span, fold::fold};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// How many details a finding lists by their words.
const SHOWN: usize = 4;

/// How many words of a quotation or a cause are enough to know it again.
const GIST: usize = 8;

/// Share of the content words of a quotation with which its words are given, marks or none.
const RETOLD: f64 = 0.8;

/// Share of the content words of a cause with which it is named, connective or none.
const NAMED: f64 = 0.5;

/// Numbers up to this stand in too many sentences to be a detail ("one day", "two sides").
const SMALL: f64 = 2.0;

/// From this on one number is hardly two things, whatever its unit is taken to be.
const UNLIKELY: f64 = 20.0;

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
pub(super) struct Search<'a> {
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
}

/// A fact with its key ([`key`]).
type Said<'a> = (&'a Fact, String);

/// In which paragraph of its article an outlet first gives a fact, by outlet and key: found out once
/// for all rows that it is missed in.
pub(super) type Elsewhere = BTreeMap<(ArticleId, FactKind, String), Option<u32>>;

/// Where an outlet gives a detail.
enum Given {
    /// In the row.
    Here,
    /// In this paragraph of its article, from 0.
    Elsewhere(u32),
    /// Not in its article.
    Nowhere,
}

impl<'a> Search<'a> {
    pub(super) fn new(
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
        }
    }

    /// For each outlet that tells a row, the details that only the others give in the sentences that
    /// are linked to its own, when at least one of them stands nowhere in its article.
    pub(super) fn findings(&self, known: &mut Elsewhere, id: RowId) -> Vec<Finding> {
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
        let (mut missing, mut elsewhere, mut places) = (Vec::new(), Vec::new(), Vec::new());
        // Many outlets give the same detail; whether this one lacks it is looked up once.
        let mut lacks: BTreeMap<Cow<'_, str>, bool> = BTreeMap::new();
        let theirs =
            |detail: &&&Detail<'_>| detail.article != outlet && !self.disputes(outlet, detail);
        for detail in details.iter().filter(theirs) {
            let key = match &detail.kind {
                DetailKind::Fact(_, key) => Cow::Borrowed(key.as_str()),
                DetailKind::Quote(_) | DetailKind::Cause(_) => fold(&self.words(detail)).into(),
            };
            let mut lacks_it = || match self.given(known, id, outlet, detail) {
                Given::Here => false,
                // Who is named once need not be named again.
                Given::Elsewhere(_) if detail.is_name() => false,
                Given::Elsewhere(at) => {
                    let words = self.words(detail);
                    elsewhere.push(format!("{words} (elsewhere: {outlet} ¶{})", at + 1));
                    true
                }
                Given::Nowhere => {
                    missing.push(self.words(detail));
                    true
                }
            };
            if !*lacks.entry(key).or_insert_with(&mut lacks_it) {
                continue;
            }
            places.push(Place {
                article: detail.article,
                span: detail.span,
            });
        }
        if missing.is_empty() {
            return None;
        }
        missing.extend(elsewhere);
        let more = missing.len().saturating_sub(SHOWN);
        missing.truncate(SHOWN);
        let more = if more > 0 {
            format!(" and {more} more")
        } else {
            String::new()
        };
        let name = &self.comparison.article(outlet).outlet;
        Some(Finding {
            kind: FindingKind::DetailOmission,
            severity: Severity::Minor,
            row: id,
            articles: vec![outlet],
            places,
            values: Vec::new(),
            importance: None,
            why: format!("{name} does not give here: {}{more}", missing.join(", ")),
        })
    }

    /// Whether an outlet tells a detail differently.
    fn disputes(&self, outlet: ArticleId, detail: &Detail<'_>) -> bool {
        let DetailKind::Fact(fact, key) = &detail.kind else {
            return false;
        };
        self.disputed.by(outlet, detail.article, fact, key)
    }

    /// The details of a sentence: numbers, full dates, names of more than one word, quotations,
    /// causes.
    fn details(&self, id: SentenceId) -> Vec<Detail<'a>> {
        let detail = |span, kind| Detail {
            article: id.article,
            span,
            kind,
        };
        let facts = self
            .comparison
            .facts_of(id)
            .iter()
            .filter(|fact| telling(fact) && !self.is_of_the_saying(id, fact));
        let mut details: Vec<Detail<'a>> = facts
            .map(|fact| detail(fact.span, DetailKind::Fact(fact, key(fact))))
            .collect();
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
        let mut words = text.split_whitespace();
        let gist: Vec<&str> = words.by_ref().take(GIST).collect();
        let more = if words.next().is_some() { " …" } else { "" };
        let gist = gist.join(" ");
        let gist = format!("“{}{more}”", gist.trim_end_matches(','));
        match &detail.kind {
            DetailKind::Fact(..) => format!("“{text}”"),
            DetailKind::Cause(_) => format!("the reason {gist}"),
            DetailKind::Quote(quoted) => match &quoted.quote.speaker {
                Some(speaker) => format!("the quotation {gist} ({})", speaker.name),
                None => format!("the quotation {gist}"),
            },
        }
    }

    fn given(
        &self,
        known: &mut Elsewhere,
        id: RowId,
        outlet: ArticleId,
        detail: &Detail<'_>,
    ) -> Given {
        let cells = &self.comparison.row(id).cells;
        let cell = cells.get(&outlet).map(Vec::as_slice).unwrap_or_default();
        if cell.iter().any(|&sentence| self.gives(sentence, detail)) {
            return Given::Here;
        }
        let elsewhere = match &detail.kind {
            DetailKind::Fact(fact, key) => {
                let place = (outlet, fact.kind, key.clone());
                let first = || self.first(outlet, fact, key);
                *known.entry(place).or_insert_with(first)
            }
            DetailKind::Quote(_) | DetailKind::Cause(_) => {
                let mut sentences = self.comparison.article(outlet).sentence_ids();
                let first = sentences.find(|&s| self.gives_the_words(s, detail));
                first.map(|sentence| self.paragraph(sentence))
            }
        };
        if let Some(paragraph) = elsewhere {
            return Given::Elsewhere(paragraph);
        }
        let text = self.folded.get(outlet.index());
        let holds = |text: &String| {
            let words = self.comparison.article(detail.article).slice(detail.span);
            text.contains(&fold(words))
        };
        match &detail.kind {
            DetailKind::Fact(..) if text.is_some_and(holds) => Given::Here,
            _ => Given::Nowhere,
        }
    }

    /// The paragraph in which an outlet first gives a fact.
    fn first(&self, outlet: ArticleId, fact: &Fact, key: &str) -> Option<u32> {
        let mut said = self.said.get(outlet.index())?.iter();
        let said = said.find(|said| is_said((fact, key), (said.0, &said.1), false));
        said.map(|(fact, _)| self.paragraph(fact.sentence))
    }

    fn paragraph(&self, id: SentenceId) -> u32 {
        let sentences = &self.comparison.article(id.article).sentences;
        let sentence = sentences.get(id.index as usize);
        sentence.map_or(0, |it| it.paragraph)
    }

    /// The share of some stems that a sentence holds, 0 to 1.
    fn share(&self, id: SentenceId, stems: &BTreeSet<&str>) -> f64 {
        let held = self.stems.get(id).map_or(0, |own| {
            let held = stems.iter().filter(|stem| own.contains(*stem));
            held.count()
        });
        held as f64 / stems.len().max(1) as f64
    }

    /// Whether a sentence that tells the same piece gives a detail: the same number of something,
    /// another number of the same unit, another day or another quotation stands for it. That they
    /// differ is another finding.
    fn gives(&self, id: SentenceId, detail: &Detail<'_>) -> bool {
        match &detail.kind {
            DetailKind::Quote(_) => {
                let mut quotes = self.comparison.quotes_of(id).iter();
                self.gives_the_words(id, detail)
                    || quotes.any(|quote| quote.kind != QuoteKind::Indirect)
            }
            DetailKind::Cause(_) => {
                cause(self.readings.tokens(id)).is_some() || self.gives_the_words(id, detail)
            }
            DetailKind::Fact(fact, own) => {
                let mut facts = self.comparison.facts_of(id).iter();
                facts.any(|other| is_said((fact, own), (other, &key(other)), true))
            }
        }
    }

    /// Whether a sentence gives the words of a quotation or a cause.
    fn gives_the_words(&self, id: SentenceId, detail: &Detail<'_>) -> bool {
        match &detail.kind {
            DetailKind::Quote(words) => {
                words.versions.contains(&id) || self.share(id, &words.stems) >= RETOLD
            }
            DetailKind::Cause(stems) => self.share(id, stems) >= NAMED,
            DetailKind::Fact(..) => false,
        }
    }
}

/// Whether a fact is what another says, each with its key; in the same piece (`here`), more is.
fn is_said(
    (fact, key): (&Fact, &str),
    (other, other_key): (&Fact, &str),
    here: bool,
) -> bool {
    match (&other.value, &fact.value) {
        (Value::Amount(x), Value::Amount(y)) => {
            let alike = other.kind == fact.kind && meaning(&x.unit) == meaning(&y.unit);
            let known = alike || here || x.number >= UNLIKELY;
            x.number == y.number && known || here && alike
        }
        (Value::Day(x), Value::Day(y)) => here || (x.month, x.day) == (y.month, y.day),
        (Value::Name(_), Value::Name(_)) => {
            within(other_key, key) || within(key, other_key) || misspelt(other_key, key)
        }
        _ => false,
    }
}

/// Whether one name is the other or some words of it: "Quillon" of "Quillon Group", "State
/// Department" of "US State Department".
fn within(part: &str, whole: &str) -> bool {
    // Most names do not hold each other at all.
    whole.contains(part) && format!(" {whole} ").contains(&format!(" {part} "))
}

/// Whether a fact is a detail that a reader would miss.
fn telling(fact: &Fact) -> bool {
    match (&fact.value, fact.kind) {
        (Value::Amount(amount), FactKind::Quantity) => {
            amount.number > SMALL && !amount.unit.is_empty()
        }
        (Value::Amount(_), _) => true,
        (Value::Day(day), _) => day.day.is_some(),
        (Value::Name(name), FactKind::Person | FactKind::Organisation) => name.contains(' '),
        (Value::Name(_), _) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn a_part_of_a_name_is_whole_words_of_it() {
        for part in ["Quillon", "Quillon Group", "Group"] {
            assert!(within(part, "Quillon Group"), "{part}");
        }
        for other in ["Quill", "Quillon Bank", "up"] {
            assert!(!within(other, "Quillon Group"), "{other}");
        }
    }
}
