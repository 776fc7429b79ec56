//! Who is meant where a sentence names somebody, says "he" or "the president", or speaks of "a
//! senior official".

use super::cast::Cast;
use super::cues::{ACCORDING, Cue};
use super::described::Heard;
use super::frames::is_frame;
use super::governed;
use super::lists::Class;
use super::names::Mention;
use super::offices::{self, Known};
use super::page::{Case, Page, Token};
use super::persons::Gender;
use super::referent::{self, Manner, Reference, Who, aside, is_oblique, is_outside, is_pronoun};
use super::{described, subjects};
use crate::model::FactKind;
use std::ops::Range;

/// The references of a page, sentence by sentence, each in order; `cues` are its reporting verbs.
pub(super) fn find(page: &Page<'_>, cast: &Cast, cues: &[Vec<Cue>]) -> Vec<Vec<Reference>> {
    let mut walk = Walk {
        page,
        cast,
        cues,
        history: Vec::new(),
        subject: None,
        stranger: None,
        heard: Heard::default(),
        asker: None,
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

/// The way through a page, with who was meant so far.
struct Walk<'a> {
    page: &'a Page<'a>,
    cast: &'a Cast,
    /// The reporting verbs, by sentence.
    cues: &'a [Vec<Cue>],
    /// Persons in the order in which they were meant.
    history: Vec<Who>,
    /// Whom the sentence before is about: the first person outside marks, or somebody described
    /// who speaks in it.
    subject: Option<Who>,
    /// The name of several words that stood free last and may be anybody's.
    stranger: Option<Who>,
    /// Who was described last.
    heard: Heard,
    /// Who asked something last.
    asker: Option<Who>,
}

/// How far back a pronoun reaches, in mentions of persons.
const REACH: usize = 12;

/// A sentence as far as it is read.
struct Line {
    range: Range<usize>,
    found: Vec<Reference>,
    /// The first person outside marks.
    first: Option<Who>,
    /// Whether that one stands free: "Ann Lee", not "Ann Lee's" or "for Ann Lee".
    settled: bool,
    /// The name that was passed last.
    name: Range<usize>,
}

impl Walk<'_> {
    fn sentence(&mut self, sentence: usize, mentions: &[(Mention, usize)]) -> Vec<Reference> {
        let range = self.page.sentence(sentence);
        let mut line = Line {
            found: Vec::new(),
            first: None,
            settled: false,
            name: range.start..range.start,
            range: range.clone(),
        };
        let mut mentions = mentions.iter().peekable();
        let mut at = range.start;
        while let Some(token) = self.page.token(at).filter(|_| at < range.end) {
            if let Some(end) = aside(self.page, at, &range) {
                at = end;
                continue;
            }
            while mentions.next_if(|(m, _)| m.start < at).is_some() {}
            if let Some((mention, entity)) = mentions.next_if(|(m, _)| m.start == at) {
                let next = mentions.peek().map(|(m, _)| m);
                self.mention(&mut line, mention, *entity, next);
                at = mention.tokens.end.max(at + 1);
            } else if token.quoted {
                at += 1;
            } else {
                at = self.stand_in(&mut line, token, at).unwrap_or(at + 1);
            }
        }
        self.close(line, sentence)
    }

    /// Takes account of a name.
    fn mention(
        &mut self,
        line: &mut Line,
        mention: &Mention,
        entity: usize,
        next: Option<&Mention>,
    ) {
        line.name = mention.start..mention.tokens.end;
        let Some(reference) = self.named(mention, entity, next) else {
            return;
        };
        let free = self.is_free(&reference, &line.range);
        if reference.manner == Manner::Person {
            self.history.push(reference.who);
            let better = line.first.is_none() || free && !line.settled;
            if better && is_outside(self.page, &reference) {
                line.first = Some(reference.who);
                line.settled = free;
            }
        } else if free && self.is_stranger(&reference, entity) {
            self.stranger = Some(reference.who);
        }
        line.found.push(reference);
    }

    /// Takes account of the word at `at` where it stands for somebody, and says where to go on: after
    /// a pronoun or an office; a description is passed word by word.
    fn stand_in(&mut self, line: &mut Line, token: &Token, at: usize) -> Option<usize> {
        let stands = self.pronoun(line, token, at);
        let stands = stands.or_else(|| self.office(at, line));
        if let Some(reference) = stands {
            let known = !is_pronoun(self.page, reference.who);
            if known && !is_oblique(token) && (line.first.is_none() || !line.settled) {
                line.first = Some(reference.who);
                line.settled = true;
            }
            let end = reference.tokens.end;
            line.found.push(reference);
            return Some(end);
        }
        let they = self.heard.pronoun(self.page, at, &line.range);
        let described =
            || described::described(self.page, at, &line.range, &line.found, &line.name);
        if let Some(reference) = they {
            line.found.push(reference);
        } else if let Some(reference) = described() {
            line.found.push(self.heard.again(self.page, reference, at));
        }
        None
    }

    /// Remembers whom a sentence was about, for the next ones.
    fn close(&mut self, line: Line, sentence: usize) -> Vec<Reference> {
        let Line { found, range, .. } = line;
        let free = |r: &&Reference| {
            let known = r.manner <= Manner::Described && is_outside(self.page, r);
            known && self.is_free(r, &range)
        };
        let body = found.iter().find(free);
        if let Some(body) = body.filter(|r| referent::is_body(self.page, self.cast, r)) {
            self.heard.body = Some(body.who);
        }
        let cues = self.cues.get(sentence).map_or(&[] as &[Cue], Vec::as_slice);
        // "Lee was asked" tells who answers.
        let active = |cue: &&Cue| {
            let before = cue.tokens.start.checked_sub(1);
            let before = before.and_then(|at| self.page.token(at));
            cue.lemma == "ask" && before.is_none_or(|t| !t.class.is(Class::AUXILIARY))
        };
        if let Some(cue) = cues.iter().find(active) {
            let asker = subjects::subject(self.page, &range, cue, &found, false);
            self.asker = asker.and_then(|place| found.get(place)).map(|r| r.who);
        }
        let described = self.described_subject(&found, sentence);
        let person = described.or_else(|| self.free_person(&found, &range));
        self.subject = person.or(line.first).or(self.subject);
        found
    }

    /// The first person of a sentence who stands free: likelier to be meant by "he" than one behind
    /// a preposition.
    fn free_person(&self, found: &[Reference], range: &Range<usize>) -> Option<Who> {
        let mut free = found.iter().filter(|r| {
            let token = self.page.token(r.tokens.start);
            let subject = token.is_some_and(|t| !is_oblique(t)) && !is_pronoun(self.page, r.who);
            let person = r.manner == Manner::Person && is_outside(self.page, r);
            subject && person && self.is_free(r, range)
        });
        let opening = subjects::opening_clause(self.page, range);
        let behind = |r: &&Reference| opening.is_some_and(|comma| r.tokens.start > comma);
        let free = free.clone().find(behind).or_else(|| free.next());
        free.map(|r| r.who)
    }

    /// Somebody described who speaks in the sentence, or the man or the woman whom it begins with:
    /// "a driver said", "her father disapproved".
    fn described_subject(&self, found: &[Reference], sentence: usize) -> Option<Who> {
        let range = self.page.sentence(sentence);
        let cues = self.cues.get(sentence).map_or(&[] as &[Cue], Vec::as_slice);
        let quoted = self.page.slice(range.clone()).iter().any(|t| t.quoted);
        let mut told = cues.iter().filter(|cue| cue.lemma != ACCORDING);
        let cue = if quoted {
            told.rev().min_by_key(|cue| cue.weak)
        } else {
            told.find(|cue| !cue.weak)
        };
        let speaks = cue.and_then(|cue| {
            let place = subjects::subject(self.page, &range, cue, found, false)?;
            found.get(place)
        });
        let person = |r: &&Reference| {
            let known = quoted && r.manner == Manner::Person && !is_pronoun(self.page, r.who);
            // "The sprinter" is likelier whom the text was about already.
            let is = |at: usize, is: &dyn Fn(&Token) -> bool| self.page.token(at).is_some_and(is);
            let the = is(r.tokens.start, &|t| t.key == "the")
                && is(r.tokens.end - 1, &|t| t.class.is(Class::MEMBER));
            known || r.manner == Manner::Described && !the && referent::is_human(self.page, r)
        };
        let known = |r: &&Reference| {
            let token = self.page.token(r.tokens.start);
            is_outside(self.page, r) && token.is_some_and(|t| r.tokens.len() > 1 || !is_oblique(t))
        };
        let shown = |r: &&Reference| {
            self.is_free(r, &range) && referent::gender(self.page, self.cast, r.who).is_some()
        };
        let named = found
            .iter()
            .filter(known)
            .any(|r| r.manner == Manner::Person);
        let first = found.iter().find(known).filter(shown).filter(|_| !named);
        Some(speaks.or(first).filter(person)?.who)
    }

    /// Whether the reference is neither a possessive nor governed.
    fn is_free(&self, reference: &Reference, range: &Range<usize>) -> bool {
        !self.page.is_possessive(reference.tokens.end)
            && !governed::is_governed(self.page, range, reference)
    }

    /// A name; none where it only says whose or which person is meant ("Norland spokesman Al Ono").
    fn named(&self, mention: &Mention, entity: usize, next: Option<&Mention>) -> Option<Reference> {
        let meant = self.cast.entities.get(entity)?;
        if self.modifies(mention.tokens.end, next) || self.is_of_several(mention.tokens.end) {
            return None;
        }
        Some(Reference {
            tokens: mention.start..mention.tokens.end,
            who: Who::Entity(entity, self.page.span(&mention.tokens)),
            manner: match meant.kind {
                // "Lady Ann".
                FactKind::Name if meant.gender.is_some() => Manner::Person,
                FactKind::Person => Manner::Person,
                FactKind::Place => Manner::Place,
                _ => Manner::Name,
            },
        })
    }

    /// Whether a name may be a person's that the lists do not know.
    fn is_stranger(&self, reference: &Reference, entity: usize) -> bool {
        let entity = self.cast.entities.get(entity);
        let unknown = entity.is_some_and(|e| e.kind == FactKind::Name && e.name.contains(' '));
        unknown && is_outside(self.page, reference)
    }

    /// Whether the name that ends at `end` only says whose people speak: "Norland officials", "the
    /// Ono administration".
    fn is_of_several(&self, end: usize) -> bool {
        let noun = self.page.token(end);
        noun.is_some_and(|t| {
            let speaks = t.class.is(Class::SPEAKER_NOUN) && t.case == Case::Lower;
            // "The Fire Commissioner said".
            let next = self.page.token(end + 1);
            let office = t.class.is(Class::OFFICE) && t.is_capital();
            let office = office && next.is_some_and(|t| !t.is_capital());
            office || speaks && !t.class.is(Class::SPEECH.or(Class::AUXILIARY))
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
    /// whoever of that gender was meant last; nobody known where there is none.
    fn pronoun(&self, line: &Line, token: &Token, at: usize) -> Option<Reference> {
        let gender = match (token.class.is(Class::HE), token.class.is(Class::SHE)) {
            (true, false) => Gender::Male,
            (false, true) => Gender::Female,
            _ => return None,
        };
        let nominative = is_frame(self.page, "nominative", &token.key);
        let near: Vec<Who> = if nominative {
            line.first.filter(|_| line.settled).into_iter().collect()
        } else {
            let persons = line
                .found
                .iter()
                .rev()
                .filter(|r| r.manner == Manner::Person);
            persons.map(|r| r.who).collect()
        };
        let far = self.history.iter().rev().take(REACH).copied();
        let mut all = near
            .into_iter()
            .chain(self.subject)
            .chain(line.first)
            .chain(far);
        // "“Was it you?” the judge asked. “No,” he replied."
        let verb = self.page.verb(at + 1).filter(|_| nominative);
        let answers = verb.is_some_and(|(verb, _)| is_frame(self.page, "answers", verb.lemma));
        let asker = self.asker.filter(|_| answers);
        let fits = |who: &Who| {
            !is_pronoun(self.page, *who)
                && Some(*who) != asker
                && referent::gender(self.page, self.cast, *who).is_none_or(|g| g == gender)
        };
        Some(Reference {
            tokens: at..at + 1,
            who: all
                .find(fits)
                .or(self.stranger)
                .unwrap_or(Who::Described(token.span)),
            manner: Manner::Person,
        })
    }

    /// "The president", "the Elmford boss", "the 34-year-old": somebody who was named before.
    fn office(&mut self, at: usize, line: &Line) -> Option<Reference> {
        let subject = self.subject.or(self.stranger);
        let known = Known {
            page: self.page,
            cast: self.cast,
            history: &self.history,
            subject,
        };
        let (tokens, who) = offices::held(&known, at, &line.range)
            .inspect(|(_, who)| self.history.push(*who))
            .or_else(|| offices::bare(self.page, at, &line.found, subject))?;
        Some(Reference {
            tokens,
            who,
            manner: Manner::Person,
        })
    }
}
