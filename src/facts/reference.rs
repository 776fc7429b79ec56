//! Who is meant where a sentence names somebody, says "he" or "the president", or speaks of "a
//! senior official".

use super::cast::Cast;
use super::cues;
use super::lists::{self, Class};
use super::names::Mention;
use super::page::{Case, Page, Token};
use super::persons::Gender;
use crate::model::FactKind;
use crate::text::Span;
use std::ops::Range;

/// A place in a sentence where somebody or something that can speak is meant.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Reference {
    /// Where, in the page's tokens.
    pub tokens: Range<usize>,
    /// Who.
    pub who: Who,
    /// How.
    pub manner: Manner,
}

/// Somebody or something that can speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// An entity of the cast, and where the text names it last.
    Entity(usize, Span),
    /// Whoever these words describe.
    Described(Span),
}

/// How somebody is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Manner {
    /// By a person's name, by a pronoun or an office that stands for one.
    Person,
    /// By another name.
    Name,
    /// By a description.
    Described,
    /// By the name of a place, which speaks when nobody else does.
    Place,
}

/// The references of a page, sentence by sentence, each in order.
pub(super) fn find(page: &Page<'_>, cast: &Cast) -> Vec<Vec<Reference>> {
    let mut walk = Walk {
        page,
        cast,
        history: Vec::new(),
        subject: None,
        several: None,
    };
    let mut mentions = cast.on(page);
    let mut found = Vec::with_capacity(page.sentences.len());
    for sentence in 0..page.sentences.len() {
        let here = mentions.partition_point(|(m, _)| m.sentence <= sentence);
        let (now, rest) = mentions.split_at(here);
        mentions = rest;
        found.push(walk.sentence(sentence, now));
    }
    found
}

/// Whether a pronoun is none that can be a subject.
fn is_oblique(token: &Token) -> bool {
    token.is_one_of(&["his", "her", "him"])
}

/// The way through a page, with who was meant so far.
struct Walk<'a> {
    page: &'a Page<'a>,
    cast: &'a Cast,
    /// Persons in the order in which they were meant.
    history: Vec<(usize, Span)>,
    /// The first person outside marks of the sentence before.
    subject: Option<(usize, Span)>,
    /// Those who were described last in the plural.
    several: Option<Who>,
}

/// How far back a pronoun reaches, in mentions of persons.
const REACH: usize = 12;

/// How far back an office reaches, in mentions of persons.
const OFFICE_REACH: usize = 60;

impl Walk<'_> {
    fn sentence(&mut self, sentence: usize, mentions: &[(Mention, usize)]) -> Vec<Reference> {
        let range = self.page.sentence(sentence);
        let mut found: Vec<Reference> = Vec::new();
        let mut first: Option<(usize, Span)> = None;
        // Whether the first one stands free: "Ann Lee", not "Ann Lee's" or "for Ann Lee".
        let mut settled = false;
        let mut mentions = mentions.iter().peekable();
        let mut at = range.start;
        while at < range.end {
            let Some(token) = self.page.token(at) else {
                break;
            };
            while mentions.next_if(|(m, _)| m.start < at).is_some() {}
            if let Some((mention, entity)) = mentions.next_if(|(m, _)| m.start == at) {
                let person = self.named(mention, *entity, mentions.peek().map(|(m, _)| m));
                if let Some(reference) = person {
                    if reference.manner == Manner::Person {
                        let meant = (*entity, self.page.span(&mention.tokens));
                        self.history.push(meant);
                        let free = self.is_free(&reference, &range);
                        if !token.quoted && (first.is_none() || free && !settled) {
                            first = Some(meant);
                            settled = free;
                        }
                    }
                    found.push(reference);
                }
                at = mention.tokens.end.max(at + 1);
                continue;
            }
            if !token.quoted {
                let stands = self.pronoun(token, at, &found, first);
                let stands = stands.or_else(|| self.office(at, &range));
                if let Some((reference, meant)) = stands {
                    if !is_oblique(token) && (first.is_none() || !settled) {
                        first = Some(meant);
                        settled = true;
                    }
                    at = reference.tokens.end;
                    found.push(reference);
                    continue;
                }
                let described = self.they(at, &range);
                if let Some(reference) = described.or_else(|| self.described(at, &range, &found)) {
                    if self.is_plural(&reference, at) {
                        self.several = Some(reference.who);
                    }
                    found.push(reference);
                }
            }
            at += 1;
        }
        // A name that stands free is likelier to be meant by "he" than one behind a preposition.
        let free = found.iter().find(|r| {
            let outside = self.page.token(r.tokens.start).is_some_and(|t| !t.quoted);
            let oblique = self.page.token(r.tokens.start).is_some_and(is_oblique);
            outside && r.manner == Manner::Person && !oblique && self.is_free(r, &range)
        });
        let free = free.and_then(|r| match r.who {
            Who::Entity(entity, span) => Some((entity, span)),
            Who::Described(_) => None,
        });
        self.subject = free.or(first).or(self.subject);
        found
    }

    /// Whether the reference is neither a possessive nor governed.
    fn is_free(&self, reference: &Reference, range: &Range<usize>) -> bool {
        !self.page.is_possessive(reference.tokens.end)
            && !cues::is_governed(self.page, range, reference)
    }

    /// A name; none where it only says whose or which person is meant ("Norland spokesman Al Ono").
    fn named(&self, mention: &Mention, entity: usize, next: Option<&Mention>) -> Option<Reference> {
        let kind = self.cast.entities.get(entity)?.kind;
        if self.modifies(mention.tokens.end, next) || self.is_of_several(mention.tokens.end) {
            return None;
        }
        Some(Reference {
            tokens: mention.start..mention.tokens.end,
            who: Who::Entity(entity, self.page.span(&mention.tokens)),
            manner: match kind {
                FactKind::Person => Manner::Person,
                FactKind::Place => Manner::Place,
                _ => Manner::Name,
            },
        })
    }

    /// Whether the name that ends at `end` only says whose people speak: "Norland officials".
    fn is_of_several(&self, end: usize) -> bool {
        let noun = self.page.token(end);
        noun.is_some_and(|t| {
            let speaks = t.class.is(Class::SPEAKER_NOUN) && t.case == Case::Lower;
            speaks && t.key.ends_with('s') && !t.class.is(Class::SPEECH.or(Class::AUXILIARY))
        })
    }

    /// Whether the name that ends at `end` only belongs to the titles of the next one.
    fn modifies(&self, end: usize, next: Option<&Mention>) -> bool {
        let Some(next) = next.filter(|next| next.start < next.tokens.start) else {
            return false;
        };
        let between = self.page.slice(end..next.start);
        let word = |t: &Token| {
            let role = Class::TITLE.or(Class::ADJECTIVE).or(Class::SPEAKER_NOUN);
            t.class.is(role) || t.is_one_of(&["'s", "'", ".", "-"])
        };
        end <= next.start && between.iter().all(word)
    }

    /// "He", "she": the first person of this sentence, then the subject of the one before, then
    /// whoever of that gender was meant last.
    fn pronoun(
        &mut self,
        token: &Token,
        at: usize,
        found: &[Reference],
        first: Option<(usize, Span)>,
    ) -> Option<(Reference, (usize, Span))> {
        let gender = match (token.class.is(Class::HE), token.class.is(Class::SHE)) {
            (true, false) => Gender::Male,
            (false, true) => Gender::Female,
            _ => return None,
        };
        let nominative = matches!(token.key.as_str(), "he" | "she");
        let near = found.iter().rev().filter_map(|r| match (r.who, r.manner) {
            (Who::Entity(entity, span), Manner::Person) => Some((entity, span)),
            _ => None,
        });
        let near: Vec<_> = if nominative {
            first.into_iter().collect()
        } else {
            near.collect()
        };
        let far = self.history.iter().rev().take(REACH).copied();
        let all: Vec<_> = near.into_iter().chain(self.subject).chain(far).collect();
        let gender_of = |entity: usize| self.cast.entities.get(entity).and_then(|e| e.gender);
        let meant = *all
            .iter()
            .find(|(entity, _)| gender_of(*entity).is_none_or(|g| g == gender))?;
        let reference = Reference {
            tokens: at..at + 1,
            who: Who::Entity(meant.0, meant.1),
            manner: Manner::Person,
        };
        Some((reference, meant))
    }

    /// "The president", "the New York senator": the person of that title who was meant last.
    fn office(&mut self, at: usize, range: &Range<usize>) -> Option<(Reference, (usize, Span))> {
        let the = self.page.token(at).is_some_and(|t| t.key == "the");
        if !the {
            return None;
        }
        let mut head = at + 1;
        while head < range.end.min(at + 5) && !self.is_office(head) {
            let token = self.page.token(head)?;
            if !token.class.is(Class::TITLE.or(Class::ADJECTIVE))
                && !token.is_capital()
                && token.key != "-"
            {
                return None;
            }
            head += 1;
        }
        while head + 1 < range.end && self.is_office(head + 1) {
            head += 1;
        }
        let title = self.page.token(head).filter(|_| self.is_office(head))?;
        // Before a name it is that name's title.
        let named = self.page.token(head + 1).is_some_and(|t| {
            t.is_capital() || t.class.is(Class::TITLE) && !t.class.is(Class::OTHER)
        });
        if title.quoted || named {
            return None;
        }
        let holds = |entity: usize| {
            let titles = self.cast.entities.get(entity).map(|e| &e.titles);
            titles.is_some_and(|titles| titles.iter().any(|t| lists::same_office(t, &title.key)))
        };
        let mut back = self.history.iter().rev().take(OFFICE_REACH).copied();
        let meant = back.find(|(entity, _)| holds(*entity));
        let member = self.subject.filter(|_| title.class.is(Class::MEMBER));
        let meant = meant.or(member)?;
        self.history.push(meant);
        let reference = Reference {
            tokens: at..head + 1,
            who: Who::Entity(meant.0, meant.1),
            manner: Manner::Person,
        };
        Some((reference, meant))
    }

    fn is_office(&self, at: usize) -> bool {
        self.page
            .token(at)
            .is_some_and(|t| t.class.is(Class::OFFICE.or(Class::MEMBER)))
    }

    /// "They" before a reporting verb: those who were described last in the plural, else nobody
    /// whom the text names.
    fn they(&self, at: usize, range: &Range<usize>) -> Option<Reference> {
        let token = self.page.token(at)?;
        let subject = cues::is_frame(self.page, "they", &token.key);
        let adverb = |at: &usize| {
            let token = self.page.token(*at);
            token.is_some_and(|t| t.class.is(Class::AUXILIARY.or(Class::OTHER)))
        };
        let verb = (at + 1..range.end.min(at + 4)).find(|at| !adverb(at))?;
        let says = self.page.verb(verb).is_some_and(|(verb, _)| !verb.weak);
        let own = Who::Described(token.span);
        (subject && says).then(|| Reference {
            tokens: at..at + 1,
            who: self.several.unwrap_or(own),
            manner: Manner::Described,
        })
    }

    /// Whether a description whose noun stands at `at` is one of several.
    fn is_plural(&self, reference: &Reference, at: usize) -> bool {
        let noun = self.page.token(at);
        let several =
            |t: &Token| t.key.ends_with('s') || cues::is_frame(self.page, "plural", &t.key);
        reference.tokens.contains(&at) && noun.is_some_and(several)
    }

    /// "A senior official", "the statement", "a spokesman for Mr. Ono".
    fn described(&self, at: usize, range: &Range<usize>, found: &[Reference]) -> Option<Reference> {
        let token = self.page.token(at)?;
        let speaks = Class::SPEAKER_NOUN
            .or(Class::OFFICE)
            .or(Class::PERSON_TITLE);
        let small = token.case == Case::Lower || cues::is_frame(self.page, "nouns", "capital");
        let noun = token.class.is(speaks) && (small || at == range.start);
        if !noun {
            return None;
        }
        let next = self.page.token(at + 1).filter(|_| at + 1 < range.end);
        let goes_on = next.is_some_and(|t| {
            t.is_capital() && !t.class.is(Class::FUNCTION.or(Class::WEEKDAY))
                || t.class.is(Class::SPEAKER_NOUN)
                    && t.case == Case::Lower
                    && !t.class.is(Class::SPEECH)
        });
        if goes_on || self.page.is_joined(at) {
            return None;
        }
        let start = self.noun_phrase(at, range)?;
        if found
            .last()
            .is_some_and(|r| r.tokens.start >= start && r.manner == Manner::Described)
        {
            return None;
        }
        let mut end = at + 1;
        if next.is_some_and(|t| cues::is_frame(self.page, "of", &t.key)) {
            end = self.complement(at + 2, range).unwrap_or(end);
        }
        Some(Reference {
            tokens: start..end,
            who: Who::Described(self.page.span(&(start..end))),
            manner: Manner::Described,
        })
    }

    /// Where the noun phrase of the noun at `at` begins.
    fn noun_phrase(&self, at: usize, range: &Range<usize>) -> Option<usize> {
        let mut start = at;
        while start > range.start {
            let before = self.page.token(start - 1)?;
            let sign = !before.is_word() && !before.is_one_of(&["'s", "'", "-", "."]);
            let stop = before.class.is(Class::FUNCTION) && !before.class.is(Class::DETERMINER)
                || before.class.is(Class::SPEECH) && before.case == Case::Lower;
            if sign || stop || before.quoted {
                break;
            }
            start -= 1;
            if before.class.is(Class::DETERMINER) {
                break;
            }
        }
        if !self
            .page
            .token(start)
            .is_some_and(|t| t.class.is(Class::DETERMINER))
        {
            // Without an article, a verb may stand before: "sway lawmakers".
            let part = Class::ADJECTIVE.or(Class::TITLE).or(Class::SPEAKER_NOUN);
            let holds = |t: &Token| t.class.is(part) || t.is_capital() || !t.is_word();
            let words = self
                .page
                .slice(start..at)
                .iter()
                .rev()
                .take_while(|t| holds(t))
                .count();
            start = at - words;
        }
        Some(start)
    }

    /// The end of a name that follows "for" or "of", with the words before it.
    fn complement(&self, at: usize, range: &Range<usize>) -> Option<usize> {
        let mut end = at;
        let mut named = false;
        while end < range.end.min(at + 8) {
            let token = self.page.token(end)?;
            let title = token.class.is(Class::TITLE.or(Class::DETERMINER)) || token.key == ".";
            if token.is_capital() && !token.class.is(Class::WEEKDAY) {
                named |= !token.class.is(Class::TITLE);
            } else if named && !token.is_one_of(&["'s", "-", "."]) || !named && !title {
                break;
            }
            end += 1;
        }
        while end > at && self.page.token(end - 1).is_some_and(|t| t.key == ".") {
            end -= 1;
        }
        named.then_some(end)
    }
}
