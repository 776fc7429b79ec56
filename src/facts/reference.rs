//! Who is meant where a sentence names somebody, says "he" or "the president", or speaks of "a
//! senior official".

use super::cast::Cast;
use super::lists::{self, Class};
use super::names::Mention;
use super::page::{Case, Page, Token};
use super::persons::Gender;
use super::{described, subjects};
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
                let they = described::they(self.page, self.several, at, &range);
                let reference =
                    they.or_else(|| described::described(self.page, at, &range, &found));
                if let Some(reference) = reference {
                    if described::is_plural(self.page, &reference, at) {
                        self.several = Some(reference.who);
                    }
                    found.push(reference);
                }
            }
            at += 1;
        }
        self.subject = self.free_person(&found, &range).or(first).or(self.subject);
        found
    }

    /// The first person of a sentence who stands free: likelier to be meant by "he" than one behind
    /// a preposition.
    fn free_person(&self, found: &[Reference], range: &Range<usize>) -> Option<(usize, Span)> {
        let mut free = found.iter().filter(|r| {
            let token = self.page.token(r.tokens.start);
            let subject = token.is_some_and(|t| !t.quoted && !is_oblique(t));
            subject && r.manner == Manner::Person && self.is_free(r, range)
        });
        let opening = subjects::opening_clause(self.page, range);
        let behind = |r: &&Reference| opening.is_some_and(|comma| r.tokens.start > comma);
        let free = free.clone().find(behind).or_else(|| free.next());
        match free?.who {
            Who::Entity(entity, span) => Some((entity, span)),
            Who::Described(_) => None,
        }
    }

    /// Whether the reference is neither a possessive nor governed.
    fn is_free(&self, reference: &Reference, range: &Range<usize>) -> bool {
        !self.page.is_possessive(reference.tokens.end)
            && !subjects::is_governed(self.page, range, reference)
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

    /// Whether the name that ends at `end` only says whose people speak: "Norland officials", "the
    /// Ono administration".
    fn is_of_several(&self, end: usize) -> bool {
        let noun = self.page.token(end);
        noun.is_some_and(|t| {
            let speaks = t.class.is(Class::SPEAKER_NOUN) && t.case == Case::Lower;
            speaks && !t.class.is(Class::SPEECH.or(Class::AUXILIARY))
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
}
