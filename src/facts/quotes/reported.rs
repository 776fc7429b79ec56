//! Which words a verb reports that introduces them, or that stands by the way among them.

use super::content::{self, FINITE};
use crate::facts::page::lists::Class;
use crate::facts::page::{Case, Page, Token};
use crate::facts::speakers::cues::{ACCORDING, Cue};
use crate::facts::speakers::referent::Reference;
use crate::facts::speakers::scene::Scene;
use std::ops::Range;

/// The words that the cue reports, as tokens.
pub(super) fn words(
    scene: &Scene<'_>,
    range: &Range<usize>,
    sentence: usize,
    cue: &Cue,
) -> Option<Range<usize>> {
    let page = scene.page;
    let stop = page
        .token(range.end.checked_sub(1)?)
        .is_some_and(|t| !t.is_word());
    let end = if stop { range.end - 1 } else { range.end };
    let end = ending(scene, sentence, cue, end);
    let sign = |at: &usize| is_comma(page, *at);
    if let Some(aside) = aside(scene, range.start..end, sentence, cue) {
        return Some(around(page, range.start..end, &aside, cue)).filter(|words| words.len() >= 3);
    }
    if cue.lemma == ACCORDING {
        let opens = cue.tokens.start == range.start;
        if !opens {
            let comma = cue.tokens.start.checked_sub(1).filter(|at| sign(at));
            let before = range.start..comma.unwrap_or(cue.tokens.start);
            return (before.len() >= 3).then_some(before);
        }
        let who = scene
            .references(sentence)
            .iter()
            .find(|r| r.tokens.start >= cue.tokens.end)?;
        // "Laut Lahn ist die Straße gesperrt": some languages set no comma.
        let comma = (who.tokens.end..end).find(sign);
        return Some(comma.map_or(who.tokens.end, |at| at + 1)..end);
    }
    let lead = content::start(page, cue, end);
    let mut start = lead.unwrap_or(cue.tokens.end);
    // "…, dass die Brücke": the comma stands before the word.
    if page
        .token(start)
        .is_some_and(|t| page.is_frame("that", &t.key))
    {
        start += 1;
    }
    // "Said on Monday he would go".
    while page
        .token(start)
        .is_some_and(|t| t.class.is(Class::WEEKDAY) || t.is_one_of(&["on", ":", ","]))
    {
        start += 1;
    }
    (start + 3 <= end).then_some(start..end)
}

fn is_comma(page: &Page<'_>, at: usize) -> bool {
    page.token(at).is_some_and(|t| t.key == ",")
}

/// The commas around a verb that stands with its subject among the words: "The driver, they said, is
/// among the dead", "Even then, says Lee, a clerk, it is safe", "It is safe, according to Lee, in May".
fn aside(
    scene: &Scene<'_>,
    range: Range<usize>,
    sentence: usize,
    cue: &Cue,
) -> Option<Range<usize>> {
    let page = scene.page;
    if page.is_frame("comma", ",") {
        return None;
    }
    let sign = |at: &usize| is_comma(page, *at);
    let before = (range.start..cue.tokens.start).rev().find(sign)?;
    let day = |at: &usize| {
        let token = page.token(*at);
        token.is_some_and(|t| t.class.is(Class::WEEKDAY) || t.key == "on")
    };
    let said = (cue.tokens.end..range.end).find(|at| !day(at));
    if let Some(behind) = said.filter(sign) {
        return Some(before..behind);
    }
    let inverts = before + 1 == cue.tokens.start;
    // "They left, saying Lee, a clerk, was late": who stands behind the verb must be who speaks.
    let speaks = scene.subject(sentence, cue, false);
    let near = |r: &&Reference| {
        let behind = cue.tokens.end..cue.tokens.end + 2;
        behind.contains(&r.tokens.start) && Some(r.who) == speaks
    };
    let who = scene.references(sentence).iter().rfind(near);
    let name = who.map(|r| r.tokens.end).filter(|_| inverts)?;
    // "Says Lee, a clerk of the harbour, it is safe".
    let says_more = page
        .token(name + 1)
        .is_some_and(|t| t.is_one_of(&["a", "an", "the"]));
    let behind = if says_more { name + 1 } else { name };
    let mut signs = (behind..range.end).take_while(|at| says_more || *at == name);
    signs
        .find(sign)
        .filter(|_| is_comma(page, name))
        .map(|behind| before..behind)
}

/// What is said around an aside.
fn around(page: &Page<'_>, range: Range<usize>, aside: &Range<usize>, cue: &Cue) -> Range<usize> {
    let (before, behind) = (range.start..aside.start, aside.end + 1..range.end);
    let verb = |at: usize| {
        let token = page.token(at);
        token.is_some_and(|t| t.class.is(Class::AUXILIARY))
    };
    let clause = |words: &Range<usize>| {
        let finite = |t: &Token| t.class.is(FINITE);
        words.len() >= 3 && page.slice(words.clone()).iter().any(finite)
    };
    let first = page.token(range.start);
    // "Once that was done, they said, they had no way back": the second clause needs the first.
    if first.is_some_and(|t| page.is_frame("opens", &t.key)) && clause(&behind) {
        return range;
    }
    // "Even in May, says Lee, it is safe".
    let phrase = |t: &Token| t.class.is(Class::PREPOSITION) || t.key.ends_with("ing");
    let begins = page.slice(range.start..aside.start.min(range.start + 2));
    let phrase = match begins {
        [first, second] => phrase(first) || first.class.is(Class::FUNCTION) && phrase(second),
        [only] => only.class.is(Class::FUNCTION),
        _ => false,
    };
    // "Ann Lee, who fell at Elm, according to her son, had been ill": only that she fell at Elm.
    let by_the_way = || cue.lemma == ACCORDING && before.clone().any(|at| is_comma(page, at));
    // "The strike could, they say, end soon": the verb stands in both.
    let split = verb(behind.start) && !by_the_way() || is_open(page, &before, &behind);
    if phrase && !split && !before.clone().skip(1).any(verb) && clause(&behind) {
        return behind;
    }
    // "The bridge was shut, they said, as rain fell": what was said is whole before the verb; not
    // "…, they said, and what came of it was a flood".
    let goes_on = page.token(behind.start);
    let goes_on = goes_on.is_some_and(|t| page.is_frame("clause", &t.key));
    let whole = before.clone().any(verb) && !goes_on || cue.lemma == ACCORDING;
    if whole && !split { before } else { range }
}

/// Whether an auxiliary ends the words before an aside, and the verb that it needs stands behind it.
pub(super) fn is_open(page: &Page<'_>, before: &Range<usize>, behind: &Range<usize>) -> bool {
    let adverb = |at: &usize| {
        let token = page.token(*at);
        token.is_some_and(|t| t.class.is(Class::OTHER) || t.key.ends_with("ly"))
    };
    let last = before.clone().rev().find(|at| !adverb(at));
    let next = behind.clone().find(|at| !adverb(at));
    let helps = last.and_then(|at| page.token(at));
    let verb = next.and_then(|at| page.token(at));
    helps.is_some_and(|t| t.class.is(Class::AUXILIARY))
        && verb.is_some_and(|t| t.case == Case::Lower && !t.class.is(Class::FUNCTION))
}

/// Where the words that a cue reports end: before a source of their own ("said it was safe, according
/// to the Elm Times"), before a colon behind which another speaks, and before a clause in which
/// another does ("said it was safe, but Lee has said it was not").
fn ending(scene: &Scene<'_>, sentence: usize, cue: &Cue, end: usize) -> usize {
    let page = scene.page;
    let sign = |at: usize, sign: &str| page.token(at).is_some_and(|t| t.key == sign);
    let later = scene.cues(sentence).iter();
    let later = later.filter(|other| other.tokens.start > cue.tokens.end);
    let source = later.clone().find_map(|other| {
        let comma = other.tokens.start - 1;
        (other.lemma == ACCORDING && sign(comma, ",")).then_some(comma)
    });
    let opens = |at: usize| page.token(at).is_some_and(Token::is_word);
    let clause = |end: usize| {
        let said = page.slice(cue.tokens.end..end);
        let verb = |t: &Token| t.class.is(FINITE) || t.key.ends_with("ed");
        said.iter().any(verb).then_some(end)
    };
    let another = later
        .clone()
        .find_map(|other| clause(joined(scene, sentence, other)?));
    let colon = later.filter(|other| !other.weak).find_map(|other| {
        let mut between = cue.tokens.end + 1..other.tokens.start;
        let colon = between.find(|at| sign(*at, ":") && opens(at + 1))?;
        // "Said in a letter: We confirm": what is said stands behind the colon.
        clause(colon)
    });
    let ends = [source, another, colon].into_iter().flatten();
    ends.fold(end, usize::min)
}

/// Where the clause begins, with its comma and conjunction, in which somebody named speaks by a cue.
fn joined(scene: &Scene<'_>, sentence: usize, cue: &Cue) -> Option<usize> {
    let page = scene.page;
    if cue.weak && !page.is_frame("reports", cue.lemma) || cue.lemma == ACCORDING {
        return None;
    }
    let reports = page.is_frame("says", cue.lemma);
    let end = page.sentence(sentence).end;
    if !reports && content::start(page, cue, end).is_none() {
        return None;
    }
    // "Said he left and Lee had told them": the first one still tells it.
    let helps = |t: &Token| t.class.is(Class::AUXILIARY) && t.key != "had";
    let subject = |r: &&Reference| {
        let between = page.slice(r.tokens.end..cue.tokens.start.max(r.tokens.end));
        let pronoun = Class::HE.or(Class::SHE).or(Class::THEY);
        let named = page
            .slice(r.tokens.clone())
            .iter()
            .any(|t| !t.class.is(pronoun));
        r.tokens.end <= cue.tokens.start && named && between.iter().all(helps)
    };
    let who = scene.references(sentence).iter().rfind(subject)?;
    let mut start = who.tokens.start;
    let part = |t: &Token| t.class.is(Class::DETERMINER.or(Class::TITLE)) || t.is_capital();
    while page.token(start.checked_sub(1)?).is_some_and(part) {
        start -= 1;
    }
    let conjunction = page.token(start - 1)?;
    let joins = page.is_frame("clause", &conjunction.key);
    let comma = start.checked_sub(2).filter(|at| is_comma(page, *at));
    joins.then_some(comma.unwrap_or(start - 1))
}
