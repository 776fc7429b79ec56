//! Whether an outlet gives a detail, and where.

use super::{Detail, DetailKind, Elsewhere, Search, Teller};
use crate::compare::amounts::fit::compatible;
use crate::compare::amounts::units::{are_measures_apart, meaning};
use crate::compare::amounts::values::may_be_of_one;
use crate::compare::missing::causes::cause;
use crate::compare::named::disputed::key;
use crate::compare::named::names::misspelt;
use crate::model::{
    Amount, ArticleId, Fact, FactKind, Qualifier, QuoteKind, SentenceId, Unit, Value,
};
use crate::text::fold::fold;
use std::collections::BTreeSet;

/// Share of the content words of a quotation with which its words are given, marks or none.
const RETOLD: f64 = 0.8;

/// Share of the content words of a cause with which it is named, connective or none.
const NAMED: f64 = 0.5;

/// From this on one number is hardly two things, whatever its unit is taken to be.
const UNLIKELY: f64 = 20.0;

/// Where an outlet gives a detail.
pub(super) enum Given {
    /// In the row.
    Here,
    /// In this paragraph of its article, from 0.
    Elsewhere(u32),
    /// Not in its article.
    Nowhere,
}

impl Search<'_> {
    /// Where an outlet that tells a row gives a detail; `known` of all rows so far.
    pub(super) fn given(
        &self,
        known: &mut Elsewhere,
        teller: &Teller<'_>,
        detail: &Detail<'_>,
    ) -> Given {
        let (outlet, cell) = (teller.id, teller.sentences);
        if cell.iter().any(|&sentence| self.gives(sentence, detail)) {
            return Given::Here;
        }
        let elsewhere = match &detail.kind {
            DetailKind::Clause(_) => None,
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
            DetailKind::Clause(aside) if self.touches(outlet, cell, aside) => Given::Here,
            _ => Given::Nowhere,
        }
    }

    /// The only amount of the same things that an outlet gives anywhere in its article, with its place:
    /// who writes "two hours" further down does not leave out the "three hours" of another.
    pub(super) fn rival(&self, outlet: ArticleId, detail: &Detail<'_>) -> Option<String> {
        let DetailKind::Fact(fact, _) = &detail.kind else {
            return None;
        };
        let (kind, unit, amount) = counted(fact)?;
        // Two people have two ages.
        if matches!(unit, Unit::Old(_)) {
            return None;
        }
        let all = self.said.get(outlet.index())?.iter();
        let mut alike = all.filter_map(|(other, _)| {
            let (of, what, number) = counted(other)?;
            (of == kind && what == unit).then_some((other, number))
        });
        let (other, number) = alike.next()?;
        if alike.next().is_some() || !may_be_of_one(unit, amount, number) {
            return None;
        }
        let words = self.comparison.article(outlet).slice(other.span);
        let paragraph = self.paragraph(other.sentence) + 1;
        Some(format!(" (but ¶{paragraph}: “{words}”)"))
    }

    /// Whether an outlet gives an amount of the same things that may be this one: "$341 million" for
    /// "$340.5 million".
    pub(super) fn may_give(&self, outlet: ArticleId, fact: &Fact) -> bool {
        let Some((kind, unit, amount)) = counted(fact) else {
            return false;
        };
        let mut all = self.said.get(outlet.index()).into_iter().flatten();
        all.any(|(other, _)| {
            let other = counted(other);
            other.is_some_and(|(k, u, it)| (k, u) == (kind, unit) && compatible(it, amount))
        })
    }

    /// The paragraph in which an outlet first gives a fact.
    pub(super) fn first(&self, outlet: ArticleId, fact: &Fact, key: &str) -> Option<u32> {
        let mut said = self.said.get(outlet.index())?.iter();
        let said = said.find(|said| is_said((fact, key), (said.0, &said.1), false));
        said.map(|(fact, _)| self.paragraph(fact.sentence))
    }

    pub(super) fn paragraph(&self, id: SentenceId) -> u32 {
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
            DetailKind::Clause(_) => false,
            DetailKind::Cause(_) => {
                cause(self.readings.tokens(id)).is_some() || self.gives_the_words(id, detail)
            }
            DetailKind::Fact(fact, own) => {
                let facts = self.comparison.facts_of(id).iter();
                let given = |fact: &Fact, own: &str| {
                    facts
                        .clone()
                        .any(|other| is_said((fact, own), (other, &key(other)), true))
                };
                let converted = self.converted(fact);
                given(fact, own) || converted.is_some_and(|it| given(it, &key(it)))
            }
        }
    }

    /// What an amount is converted to in brackets behind it: "26.8 inches (68 cm)".
    fn converted(&self, fact: &Fact) -> Option<&Fact> {
        let mut facts = self.comparison.facts_of(fact.sentence).iter();
        facts.find(|other| self.is_conversion(other, fact))
    }

    /// Whether a fact is an amount in brackets right behind another amount, which says the same.
    fn is_conversion(&self, fact: &Fact, of: &Fact) -> bool {
        let text = &self.comparison.article(fact.sentence.article).text;
        let between = text.get(of.span.end..fact.span.start).map(str::trim);
        let amounts = [fact, of].map(|it| match &it.value {
            Value::Amount(amount) if amount.unit != Unit::Unsaid => Some((it.kind, &amount.unit)),
            _ => None,
        });
        let [Some((kind, unit)), Some((other, before))] = amounts else {
            return false;
        };
        between == Some("(") && kind == other && unit != before
    }

    /// Whether a fact only says in another measure what stands before it.
    pub(super) fn repeats(&self, fact: &Fact) -> bool {
        let mut facts = self.comparison.facts_of(fact.sentence).iter();
        facts.any(|other| self.is_conversion(fact, other))
    }

    /// Whether a sentence gives the words of a quotation or a cause.
    fn gives_the_words(&self, id: SentenceId, detail: &Detail<'_>) -> bool {
        match &detail.kind {
            DetailKind::Quote(words) => {
                words.versions.contains(&id) || self.share(id, &words.stems) >= RETOLD
            }
            DetailKind::Cause(stems) => self.share(id, stems) >= NAMED,
            DetailKind::Fact(..) | DetailKind::Clause(_) => false,
        }
    }
}

/// The kind of an amount that says what it counts, and that by meaning.
fn counted(fact: &Fact) -> Option<(FactKind, &Unit, &Amount)> {
    match &fact.value {
        Value::Amount(amount) if amount.unit != Unit::Unsaid => {
            Some((fact.kind, meaning(&amount.unit), amount))
        }
        _ => None,
    }
}

/// Whether a fact is what another says, each with its key; in the same piece (`here`), more is.
fn is_said((fact, key): (&Fact, &str), (other, other_key): (&Fact, &str), here: bool) -> bool {
    match (&other.value, &fact.value) {
        (Value::Amount(x), Value::Amount(y)) => {
            let alike = other.kind == fact.kind && meaning(&x.unit) == meaning(&y.unit);
            let unlikely = x.number >= UNLIKELY && !are_measures_apart(&x.unit, &y.unit);
            // Who gives "22 billion chips" does not leave out "more than 20bn".
            let bounded = y.qualifier != Qualifier::Exact;
            x.number == y.number && (alike || here || unlikely)
                || alike && (here || bounded && compatible(x, y))
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
