//! Reported speech that goes on without being reported again.

use super::attributed::{self, quote};
use crate::facts::page::Token;
use crate::facts::page::lists::Class;
use crate::facts::speakers::referent::Manner;
use crate::facts::speakers::scene::Scene;
use crate::model::{Quote, QuoteKind, Speaker};
use std::ops::Range;

/// How many sentences may stand between two of one speaker and be hers too.
const BETWEEN: usize = 2;

/// Gives the sentences of a paragraph that tell on what somebody says to that speaker: those
/// between two of one speaker that say what must, will or may be, and those whose verb has a form
/// that only reported speech has.
pub(super) fn carry_over(
    scene: &Scene<'_>,
    range: Range<usize>,
    marked: &[Quote],
    found: &mut [Option<Quote>],
) {
    let speakers: Vec<Option<Speaker>> = range.clone().map(|s| speaker(s, marked, found)).collect();
    let mut last: Option<(usize, Speaker)> = None;
    for (place, sentence) in range.clone().enumerate() {
        if let Some(speaker) = speakers.get(place).cloned().flatten() {
            last = Some((place, speaker));
            continue;
        }
        let Some((from, speaker)) = &last else {
            continue;
        };
        let back = speakers.iter().skip(place).flatten().next();
        let near = speakers
            .iter()
            .skip(place)
            .take(BETWEEN)
            .any(Option::is_some);
        let between =
            place - from <= BETWEEN && near && back.map(|s| &s.name) == Some(&speaker.name);
        let tokens = scene.page.slice(scene.page.sentence(sentence));
        let holds = |role: &str| tokens.iter().any(|t| scene.page.is_frame(role, &t.key));
        let next = place - from == 1 && holds("reported");
        if (next || between && holds("modal")) && is_open(scene, sentence, &speaker.name) {
            let words = words(scene, sentence, speaker);
            if let Some(slot) = found.get_mut(sentence) {
                *slot = words;
            }
            if next {
                last = Some((place, speaker.clone()));
            }
        }
    }
}

/// Who speaks in a sentence as far as is known.
fn speaker(sentence: usize, marked: &[Quote], found: &[Option<Quote>]) -> Option<Speaker> {
    let own = found.get(sentence).and_then(Option::as_ref);
    let start = marked.partition_point(|q| (q.sentence.index as usize) < sentence);
    let here = marked
        .get(start)
        .filter(|q| q.sentence.index as usize == sentence);
    own.or(here).and_then(|q| q.speaker.clone())
}

/// Whether a sentence has no marks, no source of its own, and is about nobody else.
fn is_open(scene: &Scene<'_>, sentence: usize, name: &str) -> bool {
    let tokens = scene.page.slice(scene.page.sentence(sentence));
    let first = tokens.iter().find(|t| t.is_word());
    let plain = !tokens.iter().any(|t| t.quoted || t.is_one_of(&["(", "?"]))
        && first.is_some_and(Token::is_capital);
    let other = scene.references(sentence).iter().any(|r| {
        let known = attributed::speaker(scene, r.who);
        r.manner == Manner::Person && known.is_some_and(|s| s.name != name)
    });
    plain && !other && scene.cues(sentence).iter().all(|cue| cue.weak)
}

/// The sentence without its stop, as reported by the speaker.
fn words(scene: &Scene<'_>, sentence: usize, speaker: &Speaker) -> Option<Quote> {
    let page = scene.page;
    let range = page.sentence(sentence);
    let enough = page
        .slice(range.clone())
        .iter()
        .filter(|t| t.is_word())
        .count()
        >= 4;
    let verbal = page
        .slice(range.clone())
        .iter()
        .any(|t| t.class.is(Class::AUXILIARY));
    let stop = range.end.checked_sub(1).and_then(|at| page.token(at));
    let end = range.end - usize::from(stop.is_some_and(|t| !t.is_word()));
    let span = page.span(&(range.start..end));
    let mut words = quote(scene, sentence, span, QuoteKind::Indirect, None, None);
    words.speaker = Some(speaker.clone());
    (enough && verbal).then_some(words)
}
