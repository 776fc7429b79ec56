//! To whom or where somebody spoke.

use super::content;
use crate::facts::page::lists::Class;
use crate::facts::page::{Page, Token};
use crate::facts::speakers::Attribution;

/// A venue, and the word before it where it is an occasion.
#[derive(Default)]
pub(in crate::facts) struct Venue {
    /// "Norland Radio", "a statement".
    pub name: Option<String>,
    /// "In" a statement, "at" a rally; none before those who are told.
    pub preposition: Option<String>,
}

/// The venue of an attribution's cue: "told Norland Radio", "in an interview with Ann Lee", "in a
/// statement".
pub(in crate::facts) fn find(page: &Page<'_>, attribution: &Attribution) -> Venue {
    search(page, attribution).unwrap_or_default()
}

fn audience(name: String) -> Venue {
    Venue {
        name: Some(name),
        preposition: None,
    }
}

fn search(page: &Page<'_>, attribution: &Attribution) -> Option<Venue> {
    let cue = attribution.cue.as_ref()?;
    let range = page.sentence(attribution.sentence);
    if cue.lemma == "tell" {
        // "Told the board he would go": what is told begins behind whoever is.
        let end = content::told(page, cue, range.end).unwrap_or(range.end);
        let told = phrase(page, cue.tokens.end, end);
        if told.is_some() {
            return told.map(audience);
        }
    }
    let mut at = range.start;
    while at + 1 < range.end {
        let token = page.token(at)?;
        // "Went on to call it" goes to nobody.
        let before = at.checked_sub(1).and_then(|before| page.token(before));
        let source = before.is_some_and(|t| page.lists.according(&t.key, &token.key).is_some());
        let free = !token.quoted && !source && before.is_none_or(|t| t.key != "on");
        if free && page.is_frame("before_audience", &token.key) {
            let told = phrase(page, at + 1, range.end);
            if told.is_some() {
                return told.map(audience);
            }
        }
        if free
            && page.is_frame("before_occasion", &token.key)
            && let Some(found) = occasion(page, at, range.end)
        {
            return Some(found);
        }
        at += 1;
    }
    None
}

/// The occasion behind the preposition at `before`: of an interview, with whom.
fn occasion(page: &Page<'_>, before: usize, end: usize) -> Option<Venue> {
    let at = before + 1;
    let tokens = page.slice(at..end.min(at + 6));
    // "To open her letters": what somebody does.
    let stop = |(place, t): &(usize, &Token)| {
        let other = Class::PREPOSITION.or(Class::CONJUNCTION).or(Class::WEEKDAY);
        let owned = *place > 0 && t.class.is(Class::DETERMINER);
        t.quoted || t.key == "," || owned || t.class.is(other)
    };
    let all = tokens.iter().enumerate();
    let length = all.take_while(|pair| !stop(pair)).count();
    let head = tokens
        .get(..length)?
        .iter()
        .rposition(|t| page.is_frame("occasion", &t.key))?;
    let last = tokens.get(head)?;
    // "Expected Lee to address the storm": what somebody does.
    let to = page.token(before).is_some_and(|t| t.key == "to");
    if to && head == 0 && page.is_frame("done", &last.key) {
        return None;
    }
    let with = page.token(at + head + 1).filter(|_| at + head + 1 < end);
    let asked = page.is_frame("interview", &last.key);
    if asked && with.is_some_and(|t| page.is_frame("with", &t.key)) {
        let whom = phrase(page, at + head + 2, end);
        if whom.is_some() {
            return whom.map(audience);
        }
    }
    // "Une conférence de presse".
    let presses = |at: usize| {
        page.token(at)
            .is_some_and(|t| page.is_frame("press", &t.key))
    };
    let long = at + head + 2 < end && presses(at + head + 2);
    let text = page.text(&(at..at + head + if long { 3 } else { 1 }));
    let elided = ["d'", "d’"].iter().find_map(|d| text.strip_prefix(d));
    Some(Venue {
        name: Some(elided.unwrap_or(text).to_owned()),
        preposition: page.token(before).map(|t| t.key.clone()),
    })
}

/// The words from `at` to the next preposition, conjunction, verb, sign or mark.
fn phrase(page: &Page<'_>, at: usize, end: usize) -> Option<String> {
    let tokens = page.slice(at..end.min(at + 8));
    let stop = |(place, t): &(usize, &Token)| {
        let sign = !t.is_word()
            && !t.is_one_of(&["'s", "-", ".", "&"])
            && !t.key.starts_with(|c: char| c.is_ascii_digit());
        let other = Class::PREPOSITION
            .or(Class::CONJUNCTION)
            .or(Class::AUXILIARY)
            .or(Class::WEEKDAY);
        let that = *place > 0 && t.class.is(Class::DETERMINER);
        t.quoted || sign || that || t.class.is(other)
    };
    let length = tokens
        .iter()
        .enumerate()
        .take_while(|pair| !stop(pair))
        .count();
    let pronoun = Class::HE
        .or(Class::SHE)
        .or(Class::THEY)
        .or(Class::FIRST_PERSON);
    let words = tokens.get(..length)?;
    let named = words
        .iter()
        .any(|t| t.is_word() && !t.class.is(Class::DETERMINER));
    if !named || words.first()?.class.is(pronoun) && !words.first()?.class.is(Class::DETERMINER) {
        return None;
    }
    let text = page.text(&(at..at + length));
    Some(text.trim_end_matches('.').to_owned())
}
