//! Who gives what another outlet says otherwise: nobody leaves out what they contradict.

use crate::compare::named::names::misspelt;
use crate::model::{ArticleId, Comparison, Fact, Finding, FindingKind, Value};
use crate::text::fold::fold;
use std::collections::{BTreeMap, BTreeSet};

/// By article what it says, with who gives it otherwise.
#[derive(Debug, Default)]
pub(in crate::compare) struct Disputed(BTreeMap<ArticleId, BTreeMap<String, BTreeSet<ArticleId>>>);

impl Disputed {
    /// The numbers, days, places and names that some findings say are told differently.
    pub(in crate::compare) fn of(comparison: &Comparison, findings: &[Finding]) -> Self {
        let mut disputed = Self::default();
        let of_facts = [
            FindingKind::Number,
            FindingKind::Date,
            FindingKind::Place,
            FindingKind::Name,
        ];
        for finding in findings.iter().filter(|it| of_facts.contains(&it.kind)) {
            for place in &finding.places {
                let sentence = comparison
                    .article(place.article)
                    .sentence_at(place.span.start);
                let facts = sentence.map_or(&[][..], |id| comparison.facts_of(id));
                for fact in facts.iter().filter(|fact| fact.span.overlaps(place.span)) {
                    let said = disputed.0.entry(place.article).or_default();
                    said.entry(key(fact)).or_default().extend(&finding.articles);
                }
            }
        }
        disputed
    }

    /// Whether `outlet` gives otherwise what `article` says, a fact with its [`key`]; another spelling
    /// of a name is that name.
    pub(in crate::compare) fn by(
        &self,
        outlet: ArticleId,
        article: ArticleId,
        fact: &Fact,
        key: &str,
    ) -> bool {
        let Some(said) = self.0.get(&article) else {
            return false;
        };
        let by = |outlets: &BTreeSet<ArticleId>| outlets.contains(&outlet);
        let other_spelling = || {
            let mut names = said.iter().filter(|(_, outlets)| by(outlets));
            names.any(|(name, _)| misspelt(name, key))
        };
        said.get(key).is_some_and(by) || matches!(fact.value, Value::Name(_)) && other_spelling()
    }
}

/// What a fact says, as far as it tells it from other facts.
pub(in crate::compare) fn key(fact: &Fact) -> String {
    match &fact.value {
        Value::Name(name) => fold(name),
        Value::Amount(amount) => format!("{} {}", amount.number, amount.unit),
        Value::Day(day) => format!("{:?}-{:?}", day.month, day.day),
    }
}
