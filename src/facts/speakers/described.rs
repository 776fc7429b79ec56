//! Somebody who is described, not named: "a senior official", "the statement", "they".

use super::acting;
use super::governed;
use super::phrase::{complement, noun_phrase};
use super::referent::{self, Manner, Reference, Who, is_plural};
use crate::facts::page::lists::Class;
use crate::facts::page::{Case, Page, Token};
use std::collections::VecDeque;
use std::ops::Range;

/// Who was described last, for words that stand for them again.
#[derive(Debug, Default)]
pub(super) struct Heard {
    /// Those who were described last in the plural.
    several: Option<Who>,
    /// Where they were, as a token.
    place: usize,
    /// The body or document that was spoken of last.
    pub body: Option<Who>,
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
    /// Takes account of the sentence whose references these are: "they" are rather those whom it is
    /// about than those whom it names last ("the family offered its prayers to the neighbours").
    pub(super) fn settle(&mut self, page: &Page<'_>, range: &Range<usize>, found: &[Reference]) {
        let several = |r: &Reference| {
            let of = |at: &usize| {
                let token = page.token(*at);
                token.is_some_and(|t| t.class.is(Class::PREPOSITION))
            };
            let noun = r.tokens.clone().take_while(|at| !of(at)).last();
            noun.is_some_and(|at| is_plural(page, r, at))
        };
        let subject = |r: &&Reference| {
            let free = referent::is_outside(page, r) && governed::is_free(page, range, r);
            free && r.manner == Manner::Described && several(r)
        };
        let known = |r: &&Reference| !governed::follows_word(page, range, r);
        if let Some(r) = found.iter().filter(subject).find(known) {
            self.several = Some(r.who);
        }
    }

    /// "They", "one" or "it" before a reporting verb: those who were described last in the plural,
    /// the body that was spoken of last, else nobody whom the text names.
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
        let verb = if of {
            near(OF).find(speaks)?
        } else {
            near(4).find(|at| !adverb(at))?
        };
        // "What one called".
        let what = at > range.start && page.token(at - 1).is_some_and(|t| t.key == "what");
        let says = page
            .verb(verb)
            .is_some_and(|(verb, _)| !verb.weak || it || what);
        let end = if of { verb } else { at + 1 };
        let own = they.then_some(Who::Described(page.span(&(at..end))));
        // "One" and "some" are of those who stand near by.
        let near = token.class.is(Class::THEY) || at - self.place.min(at) < NEAR;
        let meant = if it {
            self.body
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

/// The end of "the 34-year-old", "the mother-of-two" or "the Dane", where no noun follows.
pub(in crate::facts) fn bare(page: &Page<'_>, at: usize) -> Option<usize> {
    if let Some(end) = by_work(page, at) {
        return Some(end);
    }
    let token = |place: usize| page.token(at + place);
    let is = |place: usize, key: &str| token(place).is_some_and(|t| t.key == key);
    let class = |place: usize, class: Class| token(place).is_some_and(|t| t.class.is(class));
    let number = token(1).is_some_and(|t| t.key.parse::<u8>().is_ok());
    let aged = number && is(2, "-") && is(3, "year") && is(4, "-") && is(5, "old");
    let of = is(2, "-") && is(3, "of") && is(4, "-");
    // "The Elmforder" may be anything, but "the Elmman" is a man.
    let man = token(1).is_some_and(|t| t.key.ends_with("man") || t.key.ends_with("woman"));
    let man = man && !class(1, Class::TITLE.or(Class::HUMAN).or(Class::GIVEN));
    let nation = class(1, Class::ADJECTIVE) || man;
    let nation = nation && token(1).is_some_and(Token::is_capital);
    // "The presidential hopeful".
    let member = (1..=MODIFIERS + 1).find(|place| class(*place, Class::MEMBER));
    let modifier = |place: usize| {
        let plain = !class(place, Class::FUNCTION.or(Class::VERB).or(Class::HUMAN));
        plain && token(place).is_some_and(|t| t.is_word() && !t.quoted)
    };
    let member = member.filter(|head| (1..*head).all(modifier));
    // "The 34-year-old nurse".
    let nouns = (6..).take_while(|place| !class(*place, Class::FUNCTION.or(Class::SPEECH)));
    let nouns = nouns.take_while(|place| token(*place).is_some_and(Token::is_word));
    let nouns = nouns.take(MODIFIERS + 1).collect::<Vec<_>>();
    let role = nouns
        .iter()
        .rfind(|place| {
            class(**place, Class::HUMAN) || token(**place).is_some_and(acting::is_person)
        })
        .filter(|_| aged);
    let aged = aged || of;
    let end = match (member, role) {
        (Some(head), _) | (None, Some(&head)) => head + 1,
        _ if aged => 6,
        _ => 2,
    };
    let noun = token(end).is_some_and(|t| {
        let other = Class::FUNCTION.or(Class::VERB).or(Class::WEEKDAY);
        t.is_word() && !t.class.is(other) && !t.key.ends_with("ed") || t.key == "-"
    });
    (is(0, "the") && (aged || nation || member.is_some()) && !noun).then_some(at + end)
}

/// The end of "the “Norland Nights” singer", where no name follows.
fn by_work(page: &Page<'_>, at: usize) -> Option<usize> {
    page.token(at).filter(|t| t.key == "the")?;
    let is_quoted = |at: &usize| page.token(*at).is_some_and(|t| t.quoted);
    let words = (at + 2..at + 2 + WORK).take_while(is_quoted).count();
    let noun = at + 3 + words;
    let member = page.token(noun)?.class.is(Class::MEMBER);
    let named = page.token(noun + 1).is_some_and(Token::is_capital);
    (words > 0 && !is_quoted(&(at + 1)) && member && !named).then_some(noun + 1)
}

/// How many words the title of a work has, at most.
const WORK: usize = 8;

/// How many words stand before a noun that takes somebody up again, at most.
const MODIFIERS: usize = 2;

/// "A senior official", "the statement", "a spokesman for Mr. Ono"; `name` is the last name before.
pub(in crate::facts) fn described(
    page: &Page<'_>,
    at: usize,
    range: &Range<usize>,
    found: &[Reference],
    name: &Range<usize>,
) -> Option<Reference> {
    let token = page.token(at)?;
    let speaks = Class::SPEAKER_NOUN
        .or(Class::OFFICE)
        .or(Class::PERSON_TITLE);
    let small = token.case == Case::Lower || page.is_frame("nouns", "capital");
    let opens = at == first_word(page, range);
    if opens && is_opener(page, at) {
        return Some(Reference {
            tokens: at..at + 1,
            who: Who::Described(token.span),
            manner: Manner::Described,
        });
    }
    // "One senior Liberal", not "the Liberal retreat".
    let noun_after = page.token(at + 1).is_some_and(|t| {
        t.case == Case::Lower && !t.class.is(Class::FUNCTION.or(Class::VERB)) || t.key == "-"
    });
    let member = token.class.is(Class::MEMBER) && token.is_capital() && !noun_after;
    let stands = || small || opens || is_held(page, at, range);
    let listed = token.class.is(speaks) && stands() && !is_participle(page, at, range);
    if !listed && !member && !acting::acts(page, at, range) {
        return None;
    }
    if goes_on(page, at, range, speaks) || page.is_joined(at) {
        return None;
    }
    let start = noun_phrase(page, at, range, name)?;
    let article = page
        .token(start)
        .is_some_and(|t| t.class.is(Class::DETERMINER));
    if member && !(article && start < at) {
        return None;
    }
    let start = behind_whose(page, start, at, range)?;
    if found.last().is_some_and(|r| {
        let possessive = page.is_possessive(r.tokens.end);
        r.tokens.start >= start && r.manner == Manner::Described && !possessive
    }) {
        return None;
    }
    let mut end = at + 1;
    let next = page.token(end).filter(|_| end < range.end);
    // "A statement from the crew to Norland Radio": to whom the statement goes.
    let issued = start.checked_sub(2).and_then(|at| page.token(at));
    let issued = issued.is_some_and(|t| page.is_frame("document", &t.key));
    let to = next.is_some_and(|t| t.key == "to");
    if next.is_some_and(|t| page.is_frame("of", &t.key)) && !(issued && to) {
        end = complement(page, at + 2, range).unwrap_or(end);
    }
    Some(Reference {
        tokens: start..end,
        who: Who::Described(page.span(&(start..end))),
        manner: Manner::Described,
    })
}

/// "It was filing for help": a word that is a noun elsewhere.
fn is_participle(page: &Page<'_>, at: usize, range: &Range<usize>) -> bool {
    let before = at.checked_sub(1).filter(|before| *before >= range.start);
    let helps = before.and_then(|before| page.token(before));
    let helped = helps.is_some_and(|t| t.class.is(Class::AUXILIARY));
    helped && page.token(at).is_some_and(|t| t.key.ends_with("ing"))
}

/// Where the noun phrase from `start` to the noun at `at` begins without "whose"; none where that
/// noun does not speak: "the sheriff whose department has the case said".
fn behind_whose(page: &Page<'_>, start: usize, at: usize, range: &Range<usize>) -> Option<usize> {
    let is_whose = |at: usize| page.token(at).is_some_and(|t| t.key == "whose");
    let before = start.checked_sub(1).filter(|before| *before >= range.start);
    if !is_whose(start) && !before.is_some_and(is_whose) {
        return Some(start);
    }
    let helps = |at: &usize| {
        let token = page.token(*at);
        token.is_some_and(|t| t.class.is(Class::AUXILIARY))
    };
    let verb = (at + 1..range.end).find(|at| !helps(at))?;
    page.verb(verb)?;
    Some(start + usize::from(is_whose(start)))
}

/// The first word of a sentence, behind the dash of a list.
fn first_word(page: &Page<'_>, range: &Range<usize>) -> usize {
    let dash = page
        .token(range.start)
        .is_some_and(|t| t.is_one_of(&["—", "•", "*"]));
    range.start + usize::from(dash)
}

/// Whether an office in capitals stands for the one who has it: "the Taoiseach", "the Fire
/// Commissioner".
fn is_held(page: &Page<'_>, at: usize, range: &Range<usize>) -> bool {
    let office = page
        .token(at)
        .is_some_and(|t| t.class.is(Class::OFFICE) && t.is_capital());
    // "The recently appointed CEO".
    let done = |at: &usize| {
        let token = page.token(*at);
        token.is_some_and(|t| {
            t.case == Case::Lower && (t.key.ends_with("ly") || t.key.ends_with("ed"))
        })
    };
    let words = (range.start..at)
        .rev()
        .take(MODIFIERS)
        .take_while(done)
        .count();
    let before = at
        .checked_sub(1 + words)
        .filter(|before| *before >= range.start);
    let token = before.and_then(|before| page.token(before));
    let named = |t: &Token| t.is_capital() && before > Some(range.start) && words == 0;
    office && token.is_some_and(|t| named(t) || t.class.is(Class::DETERMINER))
}

/// Whether the noun at `at` is only a part of what follows; `speaks` are the classes of speakers.
fn goes_on(page: &Page<'_>, at: usize, range: &Range<usize>, speaks: Class) -> bool {
    let Some(next) = page.token(at + 1).filter(|_| at + 1 < range.end) else {
        return false;
    };
    let noun =
        |t: &Token| t.class.is(speaks) && t.case == Case::Lower && !t.class.is(Class::SPEECH);
    let named = |t: &Token| t.is_capital() && !t.class.is(Class::FUNCTION.or(Class::WEEKDAY));
    let capital = named(next);
    // "A law enforcement source".
    let plain = next.case == Case::Lower && next.class == Class::default();
    let far = page.token(at + 2).filter(|_| plain && at + 2 < range.end);
    // "Club great Ann Lee": the first words of a sentence before its first name.
    let opens = at == first_word(page, range);
    let opens = opens && page.token(at + 2).is_some_and(|t| plain && named(t));
    // "The bank robber's sister".
    let owned = plain && page.is_possessive(at + 2);
    // "The party-backed candidate".
    let compound = next.key == "-" && page.is_joined(at + 1);
    // "Witness statements".
    let said = next.is_word() && !next.class.is(Class::SPEECH) && page.is_frame("noun", &next.key);
    // "The passenger ferry was", "the party's chief whip said": the noun that a verb follows.
    let verb = page
        .token(at + 2)
        .is_some_and(|t| t.class.is(Class::AUXILIARY))
        || page.verb(at + 2).is_some();
    let other = Class::FUNCTION.or(Class::VERB).or(Class::SPEECH);
    let part = next.is_word() && next.case == Case::Lower && !next.class.is(other);
    let part = part && verb && !next.key.ends_with("ed") && !next.key.ends_with("ly");
    capital || part || noun(next) || far.is_some_and(noun) || opens || owned || compound || said
}

/// Whether a sentence begins with a word that speaks, whatever it names: "Lindqvist called it".
fn is_opener(page: &Page<'_>, at: usize) -> bool {
    let word = page
        .token(at)
        .is_some_and(|t| t.is_capital() && !t.class.is(Class::FUNCTION.or(Class::VERB)));
    let verb = page.token(at + 1).filter(|t| t.case == Case::Lower);
    let speaks = verb.and_then(|_| page.verb(at + 1));
    let past = verb.is_some_and(|t| t.key.ends_with("ed") || t.key == "said" || t.key == "told");
    word && past
        && speaks
            .is_some_and(|(verb, _)| !verb.weak || verb.lemma == "call" || verb.lemma == "describe")
}
