//! Whose words a quotation gives.
//!
//! By the reporting verb nearest to the marks and its subject; where no verb stands by, by who
//! spoke before. Carrying the speaker over from sentence to sentence is what matters most: on
//! annotated news it is worth a quarter of all attributions.

use super::cues::Cue;
use super::frames::is_frame;
use super::governed;
use super::lists::Class;
use super::marks::Quotation;
use super::page::Token;
use super::referent::{Manner, Reference, Who, is_owner, is_pronoun};
use super::sayings;
use super::scene::Scene;
use super::subjects;
use std::ops::Range;

/// Who speaks, and by which verb the text says so.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Attribution {
    /// Who.
    pub who: Option<Who>,
    /// The cue, where one was found.
    pub cue: Option<Cue>,
    /// The sentence of the cue, else of the quotation.
    pub sentence: usize,
}

/// How much farther a verb with other uses counts, in tokens.
const WEAK: usize = 25;

/// The same right before the marks: "called it “…”".
const WEAK_BESIDE: usize = 6;

/// How many sentences before it a document was issued that speaks, at most.
const ISSUED: usize = 6;

/// How near a verb introduces a quotation, in tokens.
const INTRODUCES: usize = 4;

/// How much farther a verb counts that follows in another clause, in tokens.
const OTHER_CLAUSE: usize = 15;

/// How many words stand between a quotation that no sign closes and its verb, at most.
const BESIDE: usize = 3;

/// How much farther a verb counts that is not one of the plain ones, in tokens.
const LESS_PLAIN: usize = 4;

impl Scene<'_> {
    /// Who speaks by a cue; with `inverts`, the subject may follow the verb.
    pub(super) fn subject(&self, sentence: usize, cue: &Cue, inverts: bool) -> Option<Who> {
        let references = self.references(sentence);
        let range = self.page.sentence(sentence);
        let place = subjects::subject(self.page, &range, cue, references, inverts)?;
        references.get(place).map(|r| r.who)
    }

    /// The first one outside marks whom a sentence is about: a person, else anybody who stands free.
    fn topic(&self, sentence: usize) -> Option<Who> {
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
            .or_else(|| all.clone().find(|r| r.manner == Manner::Name))
            .map(|r| r.who)
    }

    /// Who speaks in a sentence without marks, by its plainest cue.
    pub(super) fn reporter(&self, sentence: usize) -> Option<(Who, &Cue)> {
        let mut cues: Vec<&Cue> = self.cues(sentence).iter().collect();
        cues.sort_by_key(|cue| (cue.weak, !cue.is_plain(), cue.tokens.start));
        cues.into_iter().find_map(|cue| {
            let who = self.subject(sentence, cue, false)?;
            (!is_pronoun(self.page, who)).then_some((who, cue))
        })
    }
}

/// The attributions of the page's quotations, in order.
pub(super) fn attribute(scene: &Scene<'_>) -> Vec<Attribution> {
    let mut walk = Walk {
        scene,
        last: None,
        topic: None,
        seen: 0,
    };
    scene
        .page
        .quotations
        .iter()
        .map(|quotation| walk.quotation(quotation))
        .collect()
}

struct Walk<'a> {
    scene: &'a Scene<'a>,
    /// Who spoke last, and in which sentence.
    last: Option<(Who, usize)>,
    /// Whom the last sentence with a subject was about, and which it was.
    topic: Option<(Who, usize)>,
    /// The sentences before this one have been taken account of.
    seen: usize,
}

impl Walk<'_> {
    fn quotation(&mut self, quotation: &Quotation) -> Attribution {
        let (Some(first), Some(last)) = (quotation.pieces.first(), quotation.pieces.last()) else {
            return Attribution::default();
        };
        self.read_on(first.sentence);
        let mut found = self.by_cue(quotation).unwrap_or_else(|| Attribution {
            who: self.without_cue(quotation),
            cue: None,
            sentence: first.sentence,
        });
        found.who = found.who.map(|who| self.author(who, found.sentence));
        if let Some(who) = found.who {
            self.last = Some((who, last.sentence));
        }
        found
    }

    /// Who speaks in "the statement": whoever spoke in one just before.
    fn author(&self, who: Who, sentence: usize) -> Who {
        let page = self.scene.page;
        let Who::Described(span) = who else {
            return who;
        };
        let words = page.article.slice(span);
        let document = words
            .strip_prefix("the ")
            .or_else(|| words.strip_prefix("The "));
        let Some(noun) = document.filter(|noun| is_frame(page, "document", noun)) else {
            return who;
        };
        let issued = |s: &usize| page.slice(page.sentence(*s)).iter().any(|t| t.key == noun);
        let near = sentence.saturating_sub(ISSUED)..sentence;
        let Some(at) = near.rev().find(issued) else {
            return who;
        };
        let last = self
            .last
            .filter(|(_, last)| *last == at)
            .map(|(who, _)| who);
        last.or_else(|| Some(self.scene.reporter(at)?.0))
            .unwrap_or(who)
    }

    /// Takes account of the sentences before `until`.
    fn read_on(&mut self, until: usize) {
        for sentence in self.seen..until {
            let quoted = self
                .scene
                .page
                .slice(self.scene.page.sentence(sentence))
                .iter()
                .any(|t| t.quoted);
            let reporter = self.scene.reporter(sentence).map(|(who, _)| who);
            if let Some(who) = reporter.filter(|_| !quoted) {
                self.last = Some((who, sentence));
            }
            if let Some(who) = self.scene.topic(sentence).or(reporter) {
                self.topic = Some((who, sentence));
            }
        }
        self.seen = self.seen.max(until);
    }

    /// By the nearest cue in the sentences of the quotation.
    fn by_cue(&self, quotation: &Quotation) -> Option<Attribution> {
        let mut near = Vec::new();
        for piece in &quotation.pieces {
            let tokens = self.tokens(piece.sentence, quotation);
            let sentence = self.scene.page.sentence(piece.sentence);
            let opening = subjects::opening_clause(self.scene.page, &sentence);
            // "After Lee said so, the judge spoke of “…”".
            let behind = opening.filter(|comma| *comma < tokens.start);
            let all = self.scene.cues(piece.sentence).iter();
            for cue in all.filter(|cue| behind.is_none_or(|comma| cue.tokens.start > comma)) {
                let follows = cue.tokens.start >= tokens.end;
                let distance = if follows {
                    cue.tokens.start - tokens.end
                } else {
                    tokens.start.saturating_sub(cue.tokens.end)
                };
                let doubt = self.doubt(cue, distance, follows.then_some(tokens.end));
                near.push((distance + doubt, piece.sentence, follows, cue));
            }
        }
        near.sort_by_key(|(distance, sentence, _, cue)| (*distance, *sentence, cue.tokens.start));
        let told = near
            .iter()
            .any(|(_, _, follows, cue)| !follows && !cue.weak);
        let by_noun = self.by_noun(quotation).filter(|_| !told);
        let noun = by_noun
            .as_ref()
            .map_or(usize::MAX, |(distance, _)| *distance);
        let nearer = near
            .into_iter()
            .take_while(|(distance, ..)| *distance <= noun);
        let mut by_verb = nearer.filter_map(|(_, sentence, follows, cue)| {
            let touches = self
                .scene
                .page
                .slice(self.tokens(sentence, quotation).end..cue.tokens.start);
            let inverts = follows && !touches.iter().any(Token::is_word);
            let who = self.scene.subject(sentence, cue, inverts)?;
            let unknown = is_pronoun(self.scene.page, who);
            Some(Attribution {
                who: if unknown { self.before() } else { Some(who) },
                cue: Some(cue.clone()),
                sentence,
            })
        });
        by_verb.next().or(by_noun.map(|(_, found)| found))
    }

    /// Who spoke last, else whom the text was about.
    fn before(&self) -> Option<Who> {
        let last = self.last.map(|(who, _)| who);
        last.or(self.topic.map(|(who, _)| who))
    }

    /// By a noun before the quotation: "his claim that it is “…”".
    fn by_noun(&self, quotation: &Quotation) -> Option<(usize, Attribution)> {
        let sentence = quotation.pieces.first()?.sentence;
        let start = self.tokens(sentence, quotation).start;
        let (who, distance) = sayings::before(self.scene, sentence, start)?;
        let found = Attribution {
            who: Some(who),
            cue: None,
            sentence,
        };
        Some((distance, found))
    }

    /// How much farther than it stands a cue counts, in tokens; `end` is the end of a quotation
    /// before it.
    fn doubt(&self, cue: &Cue, distance: usize, end: Option<usize>) -> usize {
        let introduces = end.is_none() && distance <= INTRODUCES;
        let weak = match (cue.weak, introduces) {
            (true, true) => WEAK_BESIDE,
            (true, false) => WEAK,
            _ => 0,
        };
        let between = self
            .scene
            .page
            .slice(end.unwrap_or(cue.tokens.start)..cue.tokens.start);
        let other = between
            .iter()
            .any(|t| t.is_one_of(&["but", "while", "and", ";"]) && !t.quoted);
        // "“A joke” that the report says": the sentence goes on.
        let goes_on = end.is_some_and(|end| {
            let last = end.checked_sub(1).and_then(|at| self.scene.page.token(at));
            let closed = last.is_some_and(|t| t.is_one_of(&[",", ".", "?", "!", "—", "..."]));
            let comma = between.iter().any(|t| !t.quoted && t.key == ",");
            !closed && !comma && between.iter().filter(|t| t.is_word()).count() > BESIDE
        });
        let other = other || goes_on;
        let plain = if cue.is_plain() { 0 } else { LESS_PLAIN };
        weak + plain + if other { OTHER_CLAUSE } else { 0 }
    }

    /// The tokens of the quotation's piece in a sentence.
    fn tokens(&self, sentence: usize, quotation: &Quotation) -> Range<usize> {
        let page = self.scene.page;
        let range = page.sentence(sentence);
        let pieces = &quotation.pieces;
        let at = pieces.partition_point(|piece| piece.sentence < sentence);
        let Some(piece) = pieces.get(at).filter(|it| it.sentence == sentence) else {
            return range.start..range.start;
        };
        let tokens = page.slice(range.clone());
        let start = tokens.partition_point(|t| t.span.start < piece.span.start);
        let end = tokens.partition_point(|t| t.span.start < piece.span.end);
        range.start + start..range.start + end
    }

    fn without_cue(&self, quotation: &Quotation) -> Option<Who> {
        let first = quotation.pieces.first()?.sentence;
        if let Some(who) = self.label(quotation, first) {
            return Some(who);
        }
        let before = first.checked_sub(1);
        if self.is_all_quoted(first) {
            // "The senator issued a statement:" before the quotation.
            let introduced = before.filter(|s| self.ends_with_colon(*s)).and_then(|s| {
                self.scene
                    .reporter(s)
                    .map(|(who, _)| who)
                    .or_else(|| self.scene.topic(s))
            });
            return introduced.or(self.before());
        }
        self.scene.topic(first).or(self.before())
    }

    /// "Lee: “We stay.”": the only one before a colon and the marks.
    fn label(&self, quotation: &Quotation, sentence: usize) -> Option<Who> {
        let page = self.scene.page;
        let opening = self.tokens(sentence, quotation).start.checked_sub(1)?;
        let colon = opening.checked_sub(1)?;
        let begins = page.sentence(sentence).start;
        let only = |r: &&Reference| r.tokens.start == begins && r.tokens.end == colon;
        let only = self.scene.references(sentence).iter().find(only)?;
        page.token(colon)
            .is_some_and(|t| t.key == ":")
            .then_some(only.who)
    }

    /// Whether hardly a word of the sentence stands outside marks.
    fn is_all_quoted(&self, sentence: usize) -> bool {
        let tokens = self
            .scene
            .page
            .slice(self.scene.page.sentence(sentence))
            .iter();
        let words = tokens.filter(|t| t.is_word() && !t.class.is(Class::CONJUNCTION));
        let (quoted, all) = words.fold((0, 0), |(q, n), t| (q + usize::from(t.quoted), n + 1));
        quoted * 20 >= all * 17
    }

    fn ends_with_colon(&self, sentence: usize) -> bool {
        let tokens = self.scene.page.slice(self.scene.page.sentence(sentence));
        tokens.last().is_some_and(|t| t.key == ":")
    }
}
