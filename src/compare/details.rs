//! Names, numbers, quotations and causes that an outlet does not give where it tells the piece.

use super::causes::cause;
use super::disputed::{Disputed, key};
use super::names::misspelt;
use super::reading::Readings;
use super::values::meaning;
use crate::model::{
    ArticleId, Comparison, Fact, FactKind, Finding, FindingKind, Link, LinkVerdict, Place, Quote,
    QuoteId, QuoteKind, RowId, RowVerdict, SentenceId, Severity, Value,
};
use crate::text::{Span, fold::fold};
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
    Fact(&'a Fact),
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
        matches!(&self.kind, DetailKind::Fact(fact) if matches!(fact.value, Value::Name(_)))
    }

    /// What tells it from other details: its value, or else its words.
    fn key(&self, words: &str) -> String {
        match &self.kind {
            DetailKind::Fact(fact) => key(fact),
            DetailKind::Quote(_) | DetailKind::Cause(_) => fold(words),
        }
    }
}

/// What is needed to look for details.
pub(super) struct Search<'a> {
    pub comparison: &'a Comparison,
    pub readings: &'a Readings,
    /// The folded text of each article.
    pub folded: &'a [String],
    /// What outlets tell differently.
    pub disputed: &'a Disputed,
}

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
    /// For each outlet that tells a row, the details that only the others give in the sentences that
    /// are linked to its own, when at least one of them stands nowhere in its article.
    pub(super) fn findings(&self, id: RowId) -> Vec<Finding> {
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
            self.lacking(id, outlet, &details)
        });
        outlets.collect()
    }

    /// What `outlet` lacks of the details of the others: first what it gives nowhere.
    fn lacking(&self, id: RowId, outlet: ArticleId, details: &[&Detail<'_>]) -> Option<Finding> {
        let (mut missing, mut elsewhere, mut places) = (Vec::new(), Vec::new(), Vec::new());
        // Many outlets give the same detail; whether this one lacks it is looked up once.
        let mut lacks: BTreeMap<String, bool> = BTreeMap::new();
        let theirs =
            |detail: &&&Detail<'_>| detail.article != outlet && !self.disputes(outlet, detail);
        for detail in details.iter().filter(theirs) {
            let words = self.words(detail);
            let key = detail.key(&words);
            let known = lacks.get(&key).copied();
            let lacking = known.unwrap_or_else(|| match self.given(id, outlet, detail) {
                Given::Here => false,
                // Who is named once need not be named again.
                Given::Elsewhere(_) if detail.is_name() => false,
                Given::Elsewhere(at) => {
                    elsewhere.push(format!("{words} (elsewhere: {outlet} ¶{})", at + 1));
                    true
                }
                Given::Nowhere => {
                    missing.push(words);
                    true
                }
            });
            lacks.insert(key, lacking);
            if !lacking {
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
        let DetailKind::Fact(fact) = detail.kind else {
            return false;
        };
        self.disputed.by(outlet, detail.article, fact)
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
            .map(|fact| detail(fact.span, DetailKind::Fact(fact)))
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
            DetailKind::Fact(_) => format!("“{text}”"),
            DetailKind::Cause(_) => format!("the reason {gist}"),
            DetailKind::Quote(quoted) => match &quoted.quote.speaker {
                Some(speaker) => format!("the quotation {gist} ({})", speaker.name),
                None => format!("the quotation {gist}"),
            },
        }
    }

    fn given(&self, id: RowId, outlet: ArticleId, detail: &Detail<'_>) -> Given {
        let comparison = self.comparison;
        let cells = &comparison.row(id).cells;
        let cell = cells.get(&outlet).map(Vec::as_slice).unwrap_or_default();
        if cell
            .iter()
            .any(|&sentence| self.gives(sentence, detail, true))
        {
            return Given::Here;
        }
        let article = comparison.article(outlet);
        if let Some(sentence) = article
            .sentence_ids()
            .find(|&s| self.gives(s, detail, false))
        {
            let at = article.sentences.get(sentence.index as usize);
            return Given::Elsewhere(at.map_or(0, |s| s.paragraph));
        }
        let words = fold(comparison.article(detail.article).slice(detail.span));
        let text = self.folded.get(outlet.index());
        match &detail.kind {
            DetailKind::Fact(_) if text.is_some_and(|text| text.contains(&words)) => Given::Here,
            _ => Given::Nowhere,
        }
    }

    /// The share of some stems that a sentence holds, 0 to 1.
    fn share(&self, id: SentenceId, stems: &BTreeSet<&str>) -> f64 {
        let tokens = self.readings.tokens(id).iter();
        let own: BTreeSet<&str> = tokens.map(|t| t.stem.as_str()).collect();
        stems.intersection(&own).count() as f64 / stems.len().max(1) as f64
    }

    /// Whether a sentence gives a detail; where it tells the same piece (`here`), the same number of
    /// something, another number of the same unit, another day or another quotation stands for it:
    /// that they differ is another finding.
    fn gives(&self, id: SentenceId, detail: &Detail<'_>, here: bool) -> bool {
        match &detail.kind {
            DetailKind::Quote(words) => {
                let mut quotes = self.comparison.quotes_of(id).iter();
                words.versions.contains(&id)
                    || self.share(id, &words.stems) >= RETOLD
                    || here && quotes.any(|quote| quote.kind != QuoteKind::Indirect)
            }
            DetailKind::Cause(stems) => {
                here && cause(self.readings.tokens(id)).is_some() || self.share(id, stems) >= NAMED
            }
            DetailKind::Fact(fact) => {
                let mut facts = self.comparison.facts_of(id).iter();
                facts.any(|other| match (&other.value, &fact.value) {
                    (Value::Amount(x), Value::Amount(y)) => {
                        let alike = other.kind == fact.kind && meaning(&x.unit) == meaning(&y.unit);
                        let known = alike || here || x.number >= UNLIKELY;
                        x.number == y.number && known || here && alike
                    }
                    (Value::Day(x), Value::Day(y)) => here || (x.month, x.day) == (y.month, y.day),
                    (Value::Name(x), Value::Name(y)) => {
                        within(x, y) || within(y, x) || misspelt(&fold(x), &fold(y))
                    }
                    _ => false,
                })
            }
        }
    }
}

/// Whether one name is the other or some words of it: "Quillon" of "Quillon Group", "State
/// Department" of "US State Department".
fn within(part: &str, whole: &str) -> bool {
    format!(" {whole} ").contains(&format!(" {part} "))
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
