//! Who was described last, so that "they", "it" or "the company" may mean them again.

use super::cues::Cue;
use super::governed;
use super::referent::{self, Manner, Reference, Who, is_plural};
use super::subjects;
use crate::facts::names::cast::Cast;
use crate::facts::page::lists::Class;
use crate::facts::page::{Page, Token};
use std::collections::VecDeque;
use std::ops::Range;

/// Who was described last, for words that stand for them again.
#[derive(Debug, Default)]
pub(super) struct Heard {
    /// Those who were described last in the plural.
    several: Option<Who>,
    /// Those of the sentences before this one.
    before: Option<Who>,
    /// Where they were, as a token.
    place: usize,
    /// The body or document that was spoken of last.
    body: Option<Who>,
    /// The name of no person that the sentence before begins with as its subject.
    topic: Option<Who>,
    /// The last descriptions, each with its noun.
    last: VecDeque<(String, Who)>,
}

/// How far back "one" of several reaches, in tokens.
const NEAR: usize = 30;

/// How many tokens "one of the men" and its verb have, at most.
const OF: usize = 8;

/// How many bytes a comma and a blank have between a name and what is told of its bearer.
const ASIDE: usize = 2;

/// How many descriptions are kept in mind.
const KEPT: usize = 12;

impl Heard {
    /// Takes account of the sentence whose references and verbs these are.
    pub(super) fn settle(
        &mut self,
        page: &Page<'_>,
        cast: &Cast,
        cues: &[Cue],
        range: &Range<usize>,
        found: &[Reference],
    ) {
        self.settle_several(page, range, found);
        let subject = |cue: &Cue| {
            let place = subjects::subject(page, range, cue, found, false)?;
            found.get(place)
        };
        let free = |r: &&Reference| {
            let known = r.manner <= Manner::Described && referent::is_outside(page, r);
            known && governed::is_free(page, range, r)
        };
        let is_body = |r: &&Reference| referent::is_body(page, cast, r);
        let body = found.iter().find(free).filter(is_body);
        // "Fifty boats were lost, the Elm Times reports": the body that speaks.
        let speaks = cues.last().and_then(subject).filter(is_body);
        if let Some(body) = speaks.or(body) {
            self.body = Some(body.who);
        }
        let opens = |r: &&Reference| {
            let small = |t: &Token| t.class.is(Class::FUNCTION) && !t.class.is(Class::PREPOSITION);
            page.slice(range.start..r.tokens.start).iter().all(small)
        };
        let first = found.iter().find(free).filter(opens);
        let first = first.filter(|r| r.manner == Manner::Name);
        // "The Blue Heron was late, the board said": the sentence tells what another says.
        let told = cues.iter().filter(|cue| !cue.weak).find_map(subject);
        let topic = first.filter(|r| told.is_none_or(|told| told.who == r.who));
        self.topic = topic.map(|r| r.who);
    }

    /// "They" are rather those whom a sentence is about than those whom it names last ("the family
    /// offered its prayers to the neighbours").
    fn settle_several(&mut self, page: &Page<'_>, range: &Range<usize>, found: &[Reference]) {
        let subject = |r: &&Reference| {
            let free = referent::is_outside(page, r) && governed::is_free(page, range, r);
            free && r.manner == Manner::Described && referent::are_several(page, r)
        };
        let known = |r: &&Reference| !governed::follows_word(page, range, r);
        if let Some(r) = found.iter().filter(subject).find(known) {
            self.several = Some(r.who);
        }
        self.before = self.several;
    }

    /// "They", "one" or "it" before a reporting verb: those who were described last in the plural,
    /// what the sentence before is about or the body that was spoken of last, else nobody whom the text
    /// names.
    pub(in crate::facts) fn pronoun(
        &self,
        page: &Page<'_>,
        at: usize,
        range: &Range<usize>,
    ) -> Option<Reference> {
        // Every word comes by here, and most need no look at the lists.
        let token = page.token(at).filter(|t| t.class.is(Class::FUNCTION))?;
        let (they, it) = (is_they(page, token), page.is_frame("it", &token.key));
        let adverb = |at: &usize| {
            let token = page.token(*at);
            token.is_some_and(|t| t.class.is(Class::AUXILIARY.or(Class::OTHER)))
        };
        // "One of the men said".
        let of = page.token(at + 1).is_some_and(|t| t.key == "of") && !it;
        let near = |length: usize| at + 1..range.end.min(at + length);
        let speaks = |at: &usize| page.token(*at).is_some_and(|t| t.class.is(Class::SPEECH));
        let sign = |at: usize| page.token(at).is_some_and(|t| !t.is_word() && !t.quoted);
        // "“Go,” said one of the men."
        let said = at > range.start + 1 && speaks(&(at - 1)) && sign(at - 2);
        let inverted = near(OF).find(|at| sign(*at)).filter(|_| of && said);
        let verb = if let Some(end) = inverted {
            end
        } else if of {
            near(OF).find(speaks)?
        } else {
            near(4).find(|at| !adverb(at))?
        };
        // "What one called".
        let what = at > range.start && page.token(at - 1).is_some_and(|t| t.key == "what");
        let says = page
            .verb(verb)
            .is_some_and(|(verb, _)| !verb.weak || it || what)
            || inverted.is_some();
        // "Ann Lee, one of the crew, said".
        let aside = of && inverted.is_none() && page.token(verb - 1).is_some_and(|t| t.key == ",");
        let end = if of {
            verb - usize::from(aside)
        } else {
            at + 1
        };
        let own = they.then_some(Who::Described(page.span(&(at..end))));
        // "He cared for his crew, they said": who is spoken of does not speak.
        let tagged = |verb: usize| at > range.start && sign(at - 1) && sign(verb + 1);
        // "One" and "some" are of those who stand near by.
        let near = token.class.is(Class::THEY) || at - self.place.min(at) < NEAR;
        let meant = if it {
            self.topic.filter(|_| at == range.start).or(self.body)
        } else if tagged(verb) {
            self.before.or(self.several).filter(|_| near)
        } else {
            self.several.filter(|_| near)
        };
        (they || it).then_some(())?;
        Some(Reference {
            tokens: at..end,
            who: meant.filter(|_| !of).or(own).filter(|_| says)?,
            manner: Manner::Described,
        })
    }

    /// "The net giant said", "the company said": the body that the text names before, if the noun at
    /// `at` is one that takes up any.
    pub(super) fn body_again(&self, page: &Page<'_>, reference: Reference, at: usize) -> Reference {
        let is =
            |at: usize, role: &str| page.token(at).is_some_and(|t| page.is_frame(role, &t.key));
        let the = page
            .token(reference.tokens.start)
            .is_some_and(|t| t.key == "the");
        let alone = reference.tokens.end == at + 1 && is(at, "body_again");
        let body = self.body.filter(|who| matches!(who, Who::Entity(..)));
        let who = body.filter(|_| the && alone).unwrap_or(reference.who);
        Reference { who, ..reference }
    }

    /// Whether "the spokesman" is somebody who was brought in by that noun ("a ministry spokesman")
    /// after the one who was named last by the name.
    pub(super) fn is_newer(&self, page: &Page<'_>, (tokens, who): &(Range<usize>, Who)) -> bool {
        let noun = page.token(tokens.start + 1).filter(|_| tokens.len() == 2);
        let same = |key: &String| noun.is_some_and(|t| t.key == *key);
        let Some((_, Who::Described(last))) = self.last.iter().rev().find(|(key, _)| same(key))
        else {
            return false;
        };
        let article = page.within(*last).first();
        // "Ann Lee, a spokesman," is she herself.
        let named = matches!(who, Who::Entity(_, span) if span.end + ASIDE >= last.start);
        !named && article.is_some_and(|t| t.is_one_of(&["a", "an"]))
    }

    /// A description whose noun stands at `at`; where it only repeats the noun of one before ("the
    /// witness"), whoever was meant there. It is kept in mind.
    pub(in crate::facts) fn again(
        &mut self,
        page: &Page<'_>,
        reference: Reference,
        at: usize,
    ) -> Reference {
        let Some(noun) = page.token(at) else {
            return reference;
        };
        let words = page.slice(reference.tokens.clone());
        let the = words.len() == 2 && words.first().is_some_and(|t| t.key == "the");
        // Bodies and documents of one kind are more than one in a story.
        let person = noun.class.is(Class::HUMAN);
        let fuller =
            |who: &Who| matches!(who, Who::Described(span) if page.within(*span).len() > 2);
        let before = self.last.iter().rev().find(|(key, _)| *key == noun.key);
        let before = before.map(|(_, who)| *who).filter(fuller);
        let who = before.filter(|_| the && person).unwrap_or(reference.who);
        if is_plural(page, &reference, at) {
            self.several = Some(who);
            self.place = at;
        }
        if self.last.len() == KEPT {
            self.last.pop_front();
        }
        self.last.push_back((noun.key.clone(), who));
        Reference { who, ..reference }
    }
}

/// Whether a word stands for several who need a verb to be known as speakers.
fn is_they(page: &Page<'_>, token: &Token) -> bool {
    page.is_frame("they", &token.key)
}
