//! Who says what: every utterance once, under whoever is given as its speaker.

use crate::model::{ArticleId, Comparison, Quote, QuoteId, Relation};
use crate::text::fold::fold;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The quotes of a story by speaker.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// The speakers, those whom most outlets quote first; those without a name last.
    pub voices: Vec<Voice>,
    /// The utterances, in the order of their speakers.
    pub utterances: Vec<Utterance>,
}

/// A speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// The name; empty where the texts do not say who speaks.
    pub name: String,
    /// How many of the utterances each article gives.
    pub counts: Vec<usize>,
    /// The utterances, as a part of [`Ledger::utterances`].
    pub utterances: Range<u32>,
}

/// Something said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Utterance {
    /// The versions, by article, then by place.
    pub members: Vec<QuoteId>,
    /// How the versions of several articles differ; `None` where one article alone gives it.
    pub relation: Option<Relation>,
}

impl Ledger {
    /// The ledger of a story.
    pub fn new(story: &Comparison) -> Self {
        let quotes = &story.facts.quotes;
        let mut by_speaker = BTreeMap::<String, (String, Vec<Utterance>)>::new();
        for utterance in utterances(story) {
            let named = utterance.members.iter().find_map(|id| {
                let speaker = quotes.get(id.index())?.speaker.as_ref()?;
                Some(speaker.name.clone())
            });
            let name = named.unwrap_or_default();
            let entry = by_speaker.entry(fold(&name)).or_insert((name, Vec::new()));
            entry.1.push(utterance);
        }
        let mut speakers: Vec<_> = by_speaker.into_values().collect();
        let rank = |(name, said): &(String, Vec<Utterance>)| {
            let shared = said.iter().filter(|it| it.relation.is_some()).count();
            (!name.is_empty(), shared, said.len())
        };
        speakers.sort_by(|a, b| rank(b).cmp(&rank(a)).then(a.0.cmp(&b.0)));
        let mut ledger = Self::default();
        for (name, said) in speakers {
            let start = ledger.utterances.len() as u32;
            let mut counts = vec![0; story.articles.len()];
            for utterance in &said {
                let tellers = utterance
                    .members
                    .iter()
                    .filter_map(|id| quotes.get(id.index()));
                let tellers: BTreeSet<ArticleId> = tellers.map(|it| it.sentence.article).collect();
                for article in tellers {
                    if let Some(count) = counts.get_mut(article.index()) {
                        *count += 1;
                    }
                }
            }
            ledger.utterances.extend(said);
            ledger.voices.push(Voice {
                name,
                counts,
                utterances: start..ledger.utterances.len() as u32,
            });
        }
        ledger
    }
}

/// Every utterance once: those of several articles as they were matched, the rest one by one, each
/// with the sentences that go on with it.
fn utterances(story: &Comparison) -> Vec<Utterance> {
    let quotes = &story.facts.quotes;
    let mut said: Vec<Utterance> = story
        .same_quotes
        .iter()
        .map(|same| Utterance {
            members: same.members.clone(),
            relation: Some(same.relation),
        })
        .collect();
    let matched: BTreeSet<QuoteId> = said.iter().flat_map(|it| it.members.clone()).collect();
    let mut before: Option<&Quote> = None;
    for (id, quote) in (0..).map(QuoteId).zip(quotes) {
        let goes_on = quote.continued
            && before.is_some_and(|it| it.sentence.article == quote.sentence.article);
        before = (!matched.contains(&id)).then_some(quote);
        if matched.contains(&id) {
            continue;
        }
        match said.last_mut() {
            Some(last) if goes_on && last.relation.is_none() => last.members.push(id),
            _ => said.push(Utterance {
                members: vec![id],
                relation: None,
            }),
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::Ledger;
    use crate::model::{ArticleId, Comparison, Facts, Quote, QuoteId, QuoteKind, Relation};
    use crate::model::{SameQuote, SentenceId, Speaker};
    use crate::text::Span;

    fn quote(article: u32, index: u32, speaker: &str, continued: bool) -> Quote {
        Quote {
            sentence: SentenceId::new(ArticleId(article), index),
            span: Span::new(0, 0),
            kind: QuoteKind::Direct,
            speaker: (!speaker.is_empty()).then(|| Speaker {
                name: speaker.to_owned(),
                span: None,
            }),
            verb: None,
            venue: None,
            preposition: None,
            continued,
        }
    }

    #[test]
    fn every_quote_stands_in_one_utterance_under_one_speaker() {
        let quotes = vec![
            quote(0, 0, "", false),
            quote(0, 1, "Ada Holm", false),
            quote(0, 2, "Ada Holm", true),
            quote(0, 3, "Per Lund", false),
            quote(1, 0, "Per Lund", false),
        ];
        let story = Comparison {
            facts: Facts {
                quotes,
                ..Facts::default()
            },
            same_quotes: vec![SameQuote {
                members: vec![QuoteId(3), QuoteId(4)],
                relation: Relation::Altered,
            }],
            ..Comparison::default()
        };
        let ledger = Ledger::new(&story);
        let names: Vec<&str> = ledger.voices.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["Per Lund", "Ada Holm", ""], "shared ones first");
        let members: Vec<usize> = ledger
            .utterances
            .iter()
            .map(|it| it.members.len())
            .collect();
        assert_eq!(members, [2, 2, 1]);
    }
}
