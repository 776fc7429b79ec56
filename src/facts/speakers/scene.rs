//! A page with all that speakers are found by.

use super::cues::{self, Cue};
use super::governed;
use super::reference;
use super::referent::{Manner, Reference, Who, is_owner, is_pronoun};
use super::subjects;
use crate::facts::names::cast::Cast;
use crate::facts::page::Page;

/// A page with all that speakers are found by.
#[derive(Debug)]
pub(in crate::facts) struct Scene<'a> {
    /// The page.
    pub page: &'a Page<'a>,
    /// The entities of the story.
    pub cast: &'a Cast,
    /// Who is meant, by sentence.
    pub references: Vec<Vec<Reference>>,
    /// The reporting verbs outside marks, by sentence.
    pub cues: Vec<Vec<Cue>>,
}

impl<'a> Scene<'a> {
    /// Reads what a page has of references and verbs.
    pub(in crate::facts) fn of(page: &'a Page<'a>, cast: &'a Cast) -> Self {
        let sentences = 0..page.sentences.len();
        let cues: Vec<_> = sentences.map(|s| cues::find(page, s)).collect();
        Self {
            page,
            cast,
            references: reference::find(page, cast, &cues),
            cues,
        }
    }

    /// The references of a sentence.
    pub(in crate::facts) fn references(&self, sentence: usize) -> &[Reference] {
        self.references.get(sentence).map_or(&[], Vec::as_slice)
    }

    /// The cues of a sentence.
    pub(in crate::facts) fn cues(&self, sentence: usize) -> &[Cue] {
        self.cues.get(sentence).map_or(&[], Vec::as_slice)
    }

    /// Who speaks by a cue; with `inverts`, the subject may follow the verb.
    pub(in crate::facts) fn subject(
        &self,
        sentence: usize,
        cue: &Cue,
        inverts: bool,
    ) -> Option<Who> {
        let references = self.references(sentence);
        let range = self.page.sentence(sentence);
        let place = subjects::subject(self.page, &range, cue, references, inverts)?;
        references.get(place).map(|r| r.who)
    }

    /// The first one outside marks whom a sentence is about: a person, else anybody who stands free,
    /// else whatever name it has.
    pub(in crate::facts) fn topic(&self, sentence: usize) -> Option<Who> {
        let named = |r: &&Reference| {
            let token = self.page.token(r.tokens.start);
            let outside = token.is_some_and(|t| !t.quoted);
            r.manner == Manner::Name && outside && !self.page.is_possessive(r.tokens.end)
        };
        let any = || self.references(sentence).iter().find(named);
        self.about(sentence).or_else(|| any().map(|r| r.who))
    }

    /// The first one outside marks whom a sentence is about: a person, else anybody who stands free.
    pub(super) fn about(&self, sentence: usize) -> Option<Who> {
        let outside = |r: &&Reference| {
            let token = self.page.token(r.tokens.start);
            token.is_some_and(|t| !t.quoted) && !self.page.is_possessive(r.tokens.end)
        };
        let known = |r: &&Reference| !is_pronoun(self.page, r.who);
        let all = self
            .references(sentence)
            .iter()
            .filter(outside)
            .filter(known);
        let range = self.page.sentence(sentence);
        let opening = subjects::opening_clause(self.page, &range);
        let behind = |r: &&Reference| opening.is_some_and(|comma| r.tokens.start > comma);
        // "The panel found her story “…”": whose it is is said by the way.
        let subject = |r: &&Reference| !is_owner(self.page, r);
        // "The head of the Elm Board Ann Lee told": a name that a verb follows.
        let speaks = |r: &&Reference| {
            let cues = self.cues(sentence);
            r.manner == Manner::Name && cues.iter().any(|cue| cue.tokens.start == r.tokens.end)
        };
        let persons = all.clone().filter(|r| r.manner == Manner::Person);
        let person = persons.clone().find(behind);
        let person = person.or_else(|| persons.clone().find(subject));
        let free = |r: &&Reference| !governed::is_governed(self.page, &range, r);
        let object = |r: &&Reference| governed::follows_word(self.page, &range, r);
        let spoken =
            |r: &&Reference| r.manner < Manner::Place && free(r) && subject(r) && !object(r);
        person
            .or_else(|| all.clone().find(spoken))
            .or_else(|| persons.clone().next())
            .or_else(|| all.clone().find(speaks))
            .map(|r| r.who)
    }

    /// Who speaks in a sentence without marks, by its plainest cue.
    pub(in crate::facts) fn reporter(&self, sentence: usize) -> Option<(Who, &Cue)> {
        let mut cues: Vec<&Cue> = self.cues(sentence).iter().collect();
        cues.sort_by_key(|cue| (cue.weak, !cue.is_plain(), cue.tokens.start));
        cues.into_iter().find_map(|cue| {
            let who = self.subject(sentence, cue, false)?;
            (!is_pronoun(self.page, who)).then_some((who, cue))
        })
    }
}
