//! What facts and quotes a sentence holds, as numbers.

use super::{Numbering, Profile, Profiles};
use crate::model::{Amount, Article, Fact, Facts, QuoteKind, SentenceId, Unit, Value};
use crate::text::Span;
use std::collections::BTreeSet;

/// How many words a sentence may have that only says whose words stand before it.
const LONGEST_TAG: usize = 4;

/// Something that a sentence holds: which list it belongs to, its key, and where it stands.
struct Holding {
    sentence: usize,
    kind: Kind,
    key: String,
    span: Span,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Name,
    Amount,
    Day,
    Speaker,
}

impl Profiles {
    /// Takes names and titles out of the content of each sentence: words of names, and words with a
    /// capital inside a sentence ("District Judge", "Coast Guard"), but for German, where every noun
    /// has one.
    fn strip(&mut self, articles: &[Article]) {
        for profile in &mut self.sentences {
            let Some(article) = profile.id.and_then(|id| articles.get(id.article.index())) else {
                continue;
            };
            let german = article.language_code() == Some("de");
            let capital =
                |span: &Span| !german && article.slice(*span).starts_with(char::is_uppercase);
            let words = profile.stems.iter().zip(&profile.spans).skip(1);
            let titles = words
                .filter(|(_, span)| capital(span))
                .map(|(stem, _)| *stem);
            let named: BTreeSet<u32> = titles.chain(profile.named.iter().copied()).collect();
            let plain = profile
                .content
                .iter()
                .filter(|(stem, _)| !named.contains(stem));
            profile.plain = plain.copied().collect();
            let weights = profile.plain.iter().map(|(_, weight)| f64::from(*weight));
            profile.plain_mass = weights.sum();
        }
    }

    /// Fills in names, amounts, days, quoted words and speakers.
    pub(in crate::align) fn hold(&mut self, articles: &[Article], facts: &Facts) {
        let mut holdings = Vec::new();
        for fact in &facts.facts {
            let at = self.place(fact.sentence);
            holdings.extend(keys(fact).into_iter().map(|(kind, key)| Holding {
                sentence: at,
                kind,
                key,
                span: fact.span,
            }));
            if let (Value::Name(_), Some(profile)) = (&fact.value, self.sentences.get_mut(at)) {
                let named: Vec<u32> = profile.stems_in(fact.span).collect();
                profile.named.extend(named);
            }
        }
        for quote in &facts.quotes {
            let at = self.place(quote.sentence);
            if let Some(speaker) = &quote.speaker {
                holdings.push(Holding {
                    sentence: at,
                    kind: Kind::Speaker,
                    key: speaker.name.clone(),
                    span: quote.span,
                });
            }
            let marked = matches!(quote.kind, QuoteKind::Direct | QuoteKind::Fragment);
            if let Some(profile) = self.sentences.get_mut(at).filter(|_| marked) {
                let quoted: Vec<u32> = profile.stems_in(quote.span).collect();
                profile.quoted_words += quoted.len();
                profile.quoted.extend(quoted);
            }
        }
        self.tags(articles, facts);
        self.strip(articles);
        self.number(&holdings);
        self.number_units(facts);
        for profile in &mut self.sentences {
            profile.units.sort_unstable();
            profile.quoted.retain(|stem| !self.function[*stem as usize]);
            for list in [
                &mut profile.names,
                &mut profile.amounts,
                &mut profile.days,
                &mut profile.quoted,
            ] {
                list.sort_unstable();
                list.dedup();
            }
        }
        self.name_counts = self.counts(self.name_texts.len(), |profile| &profile.names);
        let amounts = self.sentences.iter().flat_map(|it| &it.amounts);
        let amounts = amounts.max().map_or(0, |last| *last as usize + 1);
        self.amount_counts = self.counts(amounts, |profile| &profile.amounts);
    }

    /// Notes which sentences only say whose words stand before them in the paragraph: a few words
    /// with the reporting verb of the quote that ends there.
    fn tags(&mut self, articles: &[Article], facts: &Facts) {
        for quote in &facts.quotes {
            let id = SentenceId {
                index: quote.sentence.index + 1,
                ..quote.sentence
            };
            let at = self.place(id);
            let Some(article) = articles.get(id.article.index()) else {
                continue;
            };
            let paragraph = |index: u32| {
                article
                    .sentences
                    .get(index as usize)
                    .map(|sentence| sentence.paragraph)
            };
            let same = paragraph(id.index).is_some()
                && paragraph(id.index) == paragraph(quote.sentence.index);
            let Some(profile) = self.sentences.get_mut(at).filter(|_| same) else {
                continue;
            };
            let reports = quote.verb.as_deref().is_some_and(|verb| {
                article
                    .sentence(id.index)
                    .split(|c: char| !c.is_alphanumeric())
                    .any(|w| w == verb)
            });
            profile.tag |= reports && profile.stems.len() <= LONGEST_TAG;
        }
    }

    /// The place of a sentence in the story.
    pub(in crate::align) fn place(&self, id: SentenceId) -> usize {
        self.starts
            .get(id.article.index())
            .map_or(0, |start| start + id.index as usize)
    }

    /// Numbers what the sentences hold.
    fn number(&mut self, holdings: &[Holding]) {
        let of = |kinds: &[Kind]| {
            let own = holdings
                .iter()
                .filter(|holding| kinds.contains(&holding.kind));
            Numbering::of(own.map(|holding| holding.key.clone()))
        };
        let names = of(&[Kind::Name, Kind::Speaker]);
        let (amounts, days) = (of(&[Kind::Amount]), of(&[Kind::Day]));
        self.name_texts = names.things().to_vec();
        for holding in holdings {
            let Some(profile) = self.sentences.get_mut(holding.sentence) else {
                continue;
            };
            let (numbering, list) = match holding.kind {
                Kind::Name | Kind::Speaker => (&names, &mut profile.names),
                Kind::Amount => (&amounts, &mut profile.amounts),
                Kind::Day => (&days, &mut profile.days),
            };
            let number = numbering.number(&holding.key);
            list.push(number);
            match holding.kind {
                Kind::Speaker => {
                    profile.speaker.get_or_insert(number);
                }
                Kind::Name => {}
                Kind::Amount => profile.amount_spans.push((number, holding.span)),
                Kind::Day => profile.day_spans.push((number, holding.span)),
            }
        }
    }

    /// Numbers the units of the amounts; no unit is 0.
    fn number_units(&mut self, facts: &Facts) {
        let amounts = || {
            facts.facts.iter().filter_map(|fact| match &fact.value {
                Value::Amount(amount) => Some((fact.sentence, amount)),
                _ => None,
            })
        };
        let none = std::iter::once(Unit::Unsaid);
        let units = Numbering::of(none.chain(amounts().map(|(_, amount)| amount.unit.clone())));
        let numbers = Numbering::of(amounts().map(|(_, amount)| amount_key(amount)));
        for (sentence, amount) in amounts() {
            let at = self.place(sentence);
            if let Some(profile) = self.sentences.get_mut(at) {
                let number = numbers.number(&amount_key(amount));
                profile.units.push((units.number(&amount.unit), number));
            }
        }
    }

    /// In how many sentences each of `count` things stands.
    fn counts(&self, count: usize, of: impl Fn(&Profile) -> &Vec<u32>) -> Vec<u32> {
        let mut counts = vec![0; count];
        for profile in &self.sentences {
            for &thing in of(profile) {
                counts[thing as usize] += 1;
            }
        }
        counts
    }
}

/// What kinds of things a fact is, with the key of each.
fn keys(fact: &Fact) -> Vec<(Kind, String)> {
    match &fact.value {
        Value::Name(name) => vec![(Kind::Name, name.clone())],
        Value::Amount(amount) => vec![(Kind::Amount, amount_key(amount))],
        Value::Day(day) => {
            let weekday = day.weekday.map(|weekday| format!("w{weekday}"));
            let date = day
                .month
                .zip(day.day)
                .map(|(month, day)| format!("{month}-{day}"));
            weekday
                .into_iter()
                .chain(date)
                .map(|key| (Kind::Day, key))
                .collect()
        }
    }
}

/// An amount by its number and unit: how exact it is meant does not tell two amounts apart.
fn amount_key(amount: &Amount) -> String {
    format!("{} {}", amount.number, amount.unit)
}
