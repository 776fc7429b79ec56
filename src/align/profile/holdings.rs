//! What facts and quotes a sentence holds, as numbers.

use super::{Numbering, Profile, Profiles};
use crate::model::{Article, Fact, Facts, SentenceId, Value};
use crate::text::{Span, words::Tokenizer};

/// The things of each kind that the story holds.
#[derive(Default)]
struct Things {
    names: Numbering,
    amounts: Numbering,
    units: Numbering,
    days: Numbering,
}

impl Profiles {
    /// Fills in names, amounts, days, quoted words and speakers.
    pub(super) fn hold(&mut self, articles: &[Article], facts: &Facts) {
        let mut things = Things::default();
        things.units.of("");
        for fact in &facts.facts {
            let article = articles.get(fact.sentence.article.index());
            let text = article.map_or("", |article| article.slice(fact.span));
            self.hold_fact(fact, text, &mut things);
        }
        for quote in &facts.quotes {
            let at = self.place(quote.sentence);
            let Some(article) = articles.get(quote.sentence.article.index()) else {
                continue;
            };
            let Some(profile) = self.sentences.get_mut(at) else {
                continue;
            };
            if let Some(speaker) = &quote.speaker {
                let number = things.names.of(&speaker.name);
                profile.speaker.get_or_insert(number);
                profile.names.push(number);
            }
            let sentence = article.sentences.get(quote.sentence.index as usize);
            let sentence = sentence.map_or(quote.span, |sentence| sentence.span);
            mark_quoted(profile, article, sentence, quote.span);
        }
        for profile in &mut self.sentences {
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
        self.name_texts = things.names.texts();
        self.name_counts = self.counts(things.names.len(), |profile| &profile.names);
        self.amount_counts = self.counts(things.amounts.len(), |profile| &profile.amounts);
    }

    /// The place of a sentence in the story.
    fn place(&self, id: SentenceId) -> usize {
        self.starts
            .get(id.article.index())
            .map_or(0, |start| start + id.index as usize)
    }

    /// Fills in one fact, whose text is `text`.
    fn hold_fact(&mut self, fact: &Fact, text: &str, things: &mut Things) {
        let at = self.place(fact.sentence);
        let Some(profile) = self.sentences.get_mut(at) else {
            return;
        };
        match &fact.value {
            Value::Name(name) => profile.names.push(things.names.of(name)),
            Value::Amount(amount) => {
                let number = things
                    .amounts
                    .of(&format!("{} {}", amount.number, amount.unit));
                profile.amounts.push(number);
                profile.units.push((things.units.of(&amount.unit), number));
                first(&mut self.amount_texts, number, text);
            }
            Value::Day(day) => {
                let weekday = day.weekday.map(|weekday| format!("w{weekday}"));
                let date = day
                    .month
                    .zip(day.day)
                    .map(|(month, day)| format!("{month}-{day}"));
                for key in weekday.into_iter().chain(date) {
                    let number = things.days.of(&key);
                    profile.days.push(number);
                    first(&mut self.day_texts, number, text);
                }
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

/// Keeps `text` as the text of the thing numbered `number`, if it is the first.
fn first(texts: &mut Vec<String>, number: u32, text: &str) {
    if texts.len() == number as usize {
        texts.push(text.to_owned());
    }
}

/// Notes the words of `quote` in the profile of the sentence at `sentence`.
fn mark_quoted(profile: &mut Profile, article: &Article, sentence: Span, quote: Span) {
    let tokenizer = Tokenizer::new(article.language.as_deref());
    let words = tokenizer.words(article.slice(sentence));
    for (word, stem) in words.iter().zip(&profile.stems) {
        if quote.contains(word.span.shift(sentence.start)) {
            profile.quoted.push(*stem);
            profile.quoted_words += 1;
        }
    }
}
