//! Direct speech whose quotation marks were lost, by the shape of its paragraph.

use super::attributed::{quote, speaker};
use crate::facts::page::lists::Class;
use crate::facts::page::{Case, Page};
use crate::facts::speakers::referent::{Manner, Who};
use crate::facts::speakers::scene::Scene;
use crate::facts::speakers::tags;
use crate::model::{Quote, QuoteKind};
use std::ops::Range;

/// Paragraphs whose marks were lost: closed by "Lee stated." or introduced by a line with a colon.
pub(super) fn lost_marks(scene: &Scene<'_>, range: Range<usize>, found: &mut [Option<Quote>]) {
    let bare = range
        .clone()
        .skip(1)
        .find_map(|s| Some((s, tags::bare(scene, s)?)));
    let introduced = range
        .start
        .checked_sub(1)
        .and_then(|before| introduction(scene, before));
    if bare.is_none() && introduced.is_none() {
        return closed(scene, range, found);
    }
    let (end, who, cue, at) = match (&bare, introduced) {
        (Some((s, (who, cue))), introduced) => (
            *s,
            introduced.filter(|_| is_pronoun(scene, *s)).or(*who),
            Some(*cue),
            *s,
        ),
        (None, Some(who)) if range.clone().any(|s| is_first_person(scene, s)) => {
            (range.end, Some(who), None, range.start)
        }
        _ => return,
    };
    if let Some(slot) = found.get_mut(at).filter(|_| cue.is_some()) {
        *slot = None;
    }
    for sentence in range.start..end {
        let span = scene.page.article.sentences.get(sentence).map(|s| s.span);
        if let (Some(span), Some(slot)) = (span, found.get_mut(sentence)) {
            let own = slot.as_ref().is_some_and(|q| {
                q.kind == QuoteKind::Unmarked
                    || q.speaker.is_some() && !is_first_person(scene, sentence)
            });
            if !own {
                let mut words = quote(scene, sentence, span, QuoteKind::Unmarked, who, cue);
                words.continued = sentence > range.start;
                *slot = Some(words);
            }
        }
    }
}

/// Whether a sentence speaks of itself as "I" or "we".
pub(super) fn is_first_person(scene: &Scene<'_>, sentence: usize) -> bool {
    let tokens = scene.page.slice(scene.page.sentence(sentence));
    tokens
        .iter()
        .any(|t| t.class.is(Class::FIRST_PERSON) && t.case != Case::Upper || t.key == "i")
}

/// Whether a bare attribution names nobody.
fn is_pronoun(scene: &Scene<'_>, sentence: usize) -> bool {
    let first = scene.references(sentence).first();
    first.is_some_and(|r| {
        let pronoun = Class::HE.or(Class::SHE).or(Class::THEY);
        scene
            .page
            .slice(r.tokens.clone())
            .iter()
            .all(|t| t.class.is(pronoun))
    })
}

/// Who is introduced by a sentence that ends with a colon.
fn introduction(scene: &Scene<'_>, sentence: usize) -> Option<Who> {
    let page = scene.page;
    let colon = page
        .slice(page.sentence(sentence))
        .last()
        .is_some_and(|t| t.key == ":");
    if !colon {
        return None;
    }
    let references = scene.references(sentence);
    let person = references.iter().find(|r| r.manner == Manner::Person);
    scene
        .reporter(sentence)
        .map(|(who, _)| who)
        .filter(|_| person.is_none())
        .or(person.map(|r| r.who))
}

/// A paragraph of somebody's words that its last sentence closes: "We waited. I was there, she
/// said."; the sentences before are spoken too where one speaks as "I" or "we", or where a stop
/// stands in the place of the lost mark. Where the paragraph opens with a sentence about the
/// speaker, what follows is spoken if nothing of it is told as past.
fn closed(scene: &Scene<'_>, range: Range<usize>, found: &mut [Option<Quote>]) {
    let last = range.end.saturating_sub(1);
    let closing = found.get(last).and_then(Option::as_ref);
    let Some(closing) = closing.filter(|q| q.kind == QuoteKind::Unmarked).cloned() else {
        return;
    };
    let reports = |s: usize| scene.cues(s).iter().any(|cue| !cue.weak);
    let own = |s: usize| {
        found.get(s).is_some_and(Option::is_some) || reports(s) && !is_first_person(scene, s)
    };
    let before = (range.start..last).rev().take_while(|s| !own(*s)).count();
    let mut first = last - before;
    let about = |s: usize| is_about(scene, s, found, &closing);
    let near = range.start.max(first.saturating_sub(1))..last.min(first + 1);
    let opens = near.rev().find(|s| about(*s));
    if let Some(opening) = opens {
        first = opening + 1;
    } else if first > range.start {
        return;
    }
    let stop = scene.page.sentence(last).any(|at| is_stop(scene.page, at));
    let spoken = |s: usize| is_first_person(scene, s);
    let past = |s: usize| !spoken(s) && !is_present(scene, s);
    if !stop && !(first..=last).any(spoken) || opens.is_some() && (first..last).any(past) {
        return;
    }
    for sentence in first..last {
        let span = scene.page.article.sentences.get(sentence).map(|s| s.span);
        if let (Some(span), Some(slot)) = (span, found.get_mut(sentence)) {
            let mut words = quote(scene, sentence, span, QuoteKind::Unmarked, None, None);
            words.speaker.clone_from(&closing.speaker);
            words.verb.clone_from(&closing.verb);
            words.venue.clone_from(&closing.venue);
            words.preposition.clone_from(&closing.preposition);
            words.continued = sentence > first;
            *slot = Some(words);
        }
    }
    if let Some(Some(words)) = found.get_mut(last) {
        words.continued = first < last;
    }
}

/// Whether a sentence without words of its own speaker tells of the one who speaks in another:
/// what that one says elsewhere, or does.
fn is_about(scene: &Scene<'_>, sentence: usize, found: &[Option<Quote>], words: &Quote) -> bool {
    let Some(name) = words.speaker.as_ref().map(|s| &s.name) else {
        return false;
    };
    let quoted = found.get(sentence).and_then(Option::as_ref);
    if let Some(quoted) = quoted {
        return quoted.kind != QuoteKind::Unmarked
            && quoted.speaker.as_ref().is_some_and(|s| s.name == *name);
    }
    let references = scene.references(sentence);
    let persons = references.iter().filter(|r| r.manner == Manner::Person);
    let mut named = persons.filter_map(|r| speaker(scene, r.who));
    named.next().is_some_and(|s| s.name == *name) && !is_first_person(scene, sentence)
}

/// Whether a sentence says what is, not what was.
fn is_present(scene: &Scene<'_>, sentence: usize) -> bool {
    let tokens = scene.page.slice(scene.page.sentence(sentence));
    let holds = |role: &str| tokens.iter().any(|t| scene.page.is_frame(role, &t.key));
    holds("present") || holds("modal")
}

/// Whether a stop inside a sentence closes words whose marks were lost: "It was late. she said."
pub(super) fn is_stop(page: &Page<'_>, at: usize) -> bool {
    let stop = page
        .token(at)
        .is_some_and(|t| t.is_one_of(&[".", "?", "!"]));
    let pronoun = Class::HE.or(Class::SHE).or(Class::THEY);
    let next = page.token(at + 1);
    stop && next.is_some_and(|t| t.case == Case::Lower && t.class.is(pronoun))
}
