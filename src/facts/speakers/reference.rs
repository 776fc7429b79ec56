//! Who is meant where a sentence names somebody, says "he" or "the president", or speaks of "a
//! senior official".

use super::about;
use super::barred::{self, Asker, Speaks};
use super::cues::Cue;
use super::described;
use super::given;
use super::governed::is_free;
use super::heard::Heard;
use super::offices::{self, Known};
use super::referent::{self, Manner, Reference, Who, aside, is_oblique, is_outside, is_pronoun};
use super::subjects;
use crate::facts::names::persons::Gender;
use crate::facts::names::{Mention, cast::Cast, modifying};
use crate::facts::page::lists::Class;
use crate::facts::page::{Page, Token};
use crate::model::FactKind;
use std::ops::Range;

/// The references of a page, sentence by sentence, each in order; `cues` are its reporting verbs.
pub(in crate::facts) fn find(
    page: &Page<'_>,
    cast: &Cast,
    cues: &[Vec<Cue>],
) -> Vec<Vec<Reference>> {
    let mut walk = Walk {
        page,
        cast,
        cues,
        history: Vec::new(),
        subject: None,
        stranger: None,
        heard: Heard::default(),
        learned: Vec::new(),
        asker: None,
        named: None,
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
    /// Who was taken up by an office that the text has given to nobody, with that office.
    learned: Vec<(String, Who)>,
    /// Who asked something last.
    asker: Option<Asker>,
    /// The person whom the sentence before names first.
    named: Option<Who>,
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
        let free = is_free(self.page, &line.range, &reference);
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
            let again = self.heard.again(self.page, reference.clone(), at);
            let again = self.heard.body_again(self.page, again, at);
            let beside = offices::is_beside(self.page, reference.tokens.start, &line.found);
            let introduced = (again == reference && !beside)
                .then(|| offices::introduced(&self.known(), &reference, at))
                .flatten();
            let compatriot = || offices::compatriot(&self.known(), &reference, at);
            let introduced = introduced.or_else(compatriot);
            if let Some(who) = introduced {
                self.history.push(who);
            }
            line.found.push(introduced.map_or(again, |who| Reference {
                who,
                manner: Manner::Person,
                ..reference
            }));
        }
        None
    }

    /// Remembers whom a sentence was about, for the next ones.
    fn close(&mut self, line: Line, sentence: usize) -> Vec<Reference> {
        let Line { found, range, .. } = line;
        let cues = self.cues.get(sentence).map_or(&[] as &[Cue], Vec::as_slice);
        self.heard
            .settle(self.page, self.cast, cues, &range, &found);
        // "Lee was asked" tells who answers.
        let active = |cue: &&Cue| {
            let before = cue.tokens.start.checked_sub(1);
            let before = before.and_then(|at| self.page.token(at));
            cue.lemma == "ask" && before.is_none_or(|t| !t.class.is(Class::AUXILIARY))
        };
        if let Some(cue) = cues.iter().find(active) {
            let asker = subjects::subject(self.page, &range, cue, &found, false);
            let asker = asker.and_then(|place| found.get(place));
            self.asker = asker.map(|r| Asker {
                who: r.who,
                sentence,
            });
        }
        let described = about::described(self.page, self.cast, cues, &found, &range);
        let person = described.or_else(|| about::free_person(self.page, &found, &range));
        self.subject = person.or(line.first).or(self.subject);
        let pronoun = Class::HE.or(Class::SHE);
        let by_name = |r: &&Reference| {
            let token = self.page.token(r.tokens.start);
            let named = token.is_some_and(|t| t.is_capital() && !t.class.is(pronoun));
            r.manner == Manner::Person && named && is_outside(self.page, r)
        };
        self.named = found.iter().find(by_name).map(|r| r.who);
        found
    }

    /// A name; none where it only says whose or which person is meant ("Norland spokesman Al Ono").
    fn named(&self, mention: &Mention, entity: usize, next: Option<&Mention>) -> Option<Reference> {
        let meant = self.cast.entities.get(entity)?;
        let end = mention.tokens.end;
        let person = meant.kind == FactKind::Person;
        if modifying::modifies(self.page, end, person, next)
            || modifying::is_of_several(self.page, end)
        {
            return None;
        }
        if let Some(body) = described::capital(self.page, &mention.tokens) {
            return Some(body);
        }
        Some(Reference {
            tokens: mention.start..mention.tokens.end,
            who: Who::Entity(entity, self.page.span(&mention.tokens)),
            manner: match meant.kind {
                // "Lady Ann".
                FactKind::Name if meant.gender.is_some() => Manner::Person,
                FactKind::Name if self.says_of_himself(end) => Manner::Person,
                FactKind::Name if given::who(self.page, mention.start).is_some() => Manner::Person,
                FactKind::Person => Manner::Person,
                FactKind::Place => Manner::Place,
                _ => Manner::Name,
            },
        })
    }

    /// "Zanno said he": whether the bearer of a name that ends at `end` speaks of himself or herself,
    /// where the sentence before names nobody else of whom it may be said.
    fn says_of_himself(&self, end: usize) -> bool {
        let verb = self.page.verb(end).filter(|(verb, _)| !verb.weak);
        let next = verb.and_then(|(_, length)| self.page.token(end + length));
        let pronoun = Class::HE.or(Class::SHE);
        let speaks = next.is_some_and(|t| {
            t.class.is(pronoun) && self.page.is_frame("nominative", &t.key) && !t.quoted
        });
        speaks && self.named.is_none()
    }

    /// Whether a name may be a person's that the lists do not know.
    fn is_stranger(&self, reference: &Reference, entity: usize) -> bool {
        let entity = self.cast.entities.get(entity);
        let unknown = entity.is_some_and(|e| e.kind == FactKind::Name && e.name.contains(' '));
        unknown && is_outside(self.page, reference)
    }

    /// "He", "she": the first person of this sentence, then the subject of the one before, then
    /// whoever of that gender was meant last; nobody known where there is none.
    fn pronoun(&self, line: &Line, token: &Token, at: usize) -> Option<Reference> {
        let gender = match (token.class.is(Class::HE), token.class.is(Class::SHE)) {
            (true, false) => Gender::Male,
            (false, true) => Gender::Female,
            _ => return None,
        };
        let nominative = self.page.is_frame("nominative", &token.key);
        let verb = self.page.verb(at + 1).filter(|_| nominative);
        let barred = verb.map_or([None, None], |(verb, length)| {
            self.barred(
                line,
                &Speaks {
                    at,
                    range: &line.range,
                    lemma: verb.lemma,
                    end: at + 1 + length,
                },
            )
        });
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
            .chain(self.topic(gender).filter(|_| verb.is_none()))
            .chain(self.subject)
            .chain(line.first)
            .chain(far);
        let fits = |who: &Who| {
            let mut barred = barred.iter().flatten();
            !is_pronoun(self.page, *who)
                && !barred.any(|other| referent::is_same(*who, *other))
                && referent::gender(self.page, self.cast, *who).is_none_or(|g| g == gender)
        };
        Some(Reference {
            tokens: at..at + 1,
            who: all
                .find(fits)
                .or(self.stranger)
                .or_else(|| self.describes(line))
                .unwrap_or(Who::Described(token.span)),
            manner: Manner::Person,
        })
    }

    /// "A lawyer confirmed that Ann Lee had left. She has two sons": of somebody of unknown gender who
    /// is described and a person of this gender who is named, the second.
    fn topic(&self, gender: Gender) -> Option<Who> {
        let known = |who: Who| referent::gender(self.page, self.cast, who);
        let described = |who: &Who| matches!(who, Who::Described(_)) && known(*who).is_none();
        self.subject.filter(described)?;
        self.named.filter(|who| known(*who) == Some(gender))
    }

    /// "The head of the squad spoke of men whom he called": the one described who stands free before.
    fn describes(&self, line: &Line) -> Option<Who> {
        let one = |r: &&Reference| {
            let described = r.manner == Manner::Described && referent::is_human(self.page, r);
            let several = r
                .tokens
                .clone()
                .any(|at| referent::is_plural(self.page, r, at));
            described && !several && is_free(self.page, &line.range, r)
        };
        line.found.iter().find(one).map(|r| r.who)
    }

    /// Whom a pronoun cannot mean: for its own sentence, and for the question before.
    fn barred(&self, line: &Line, speaks: &Speaks<'_>) -> [Option<Who>; 2] {
        let sentence = self.page.sentences.partition_point(|s| s.end <= speaks.at);
        let answered = |asker: &Asker| asker.is_answered(self.page, self.cast, sentence, speaks);
        let asker = self.asker.filter(answered).map(|asker| asker.who);
        [asker, barred::here(&self.known(), speaks, line.first)]
    }

    /// What the page has told so far.
    fn known(&self) -> Known<'_> {
        Known {
            page: self.page,
            cast: self.cast,
            history: &self.history,
            subject: self.subject.or(self.stranger),
            learned: &self.learned,
        }
    }

    /// "The president", "the Elmford boss", "the 34-year-old": somebody who was named before.
    fn office(&mut self, at: usize, line: &Line) -> Option<Reference> {
        if offices::is_beside(self.page, at, &line.found) {
            return None;
        }
        let held = offices::held(&self.known(), at, &line.range)
            .filter(|held| !self.heard.is_newer(self.page, held));
        if let Some((tokens, who)) = &held {
            self.history.push(*who);
            self.learn(tokens.end - 1, *who);
        }
        let bare = || offices::bare(&self.known(), at);
        let (tokens, who) = held.or_else(bare)?;
        Some(Reference {
            tokens,
            who,
            manner: Manner::Person,
        })
    }

    /// Remembers by which office, the word at `at`, somebody was taken up.
    fn learn(&mut self, at: usize, who: Who) {
        let Some(title) = self.page.token(at) else {
            return;
        };
        let mut learned = self.learned.iter();
        let known = learned.any(|(t, other)| *t == title.key && referent::is_same(*other, who));
        if !known {
            self.learned.push((title.key.clone(), who));
        }
    }
}
