//! How much a reporting verb near a quotation is to be doubted as the one that gives it.

use super::cues::{self, Cue};
use crate::facts::page::Page;

/// How much farther a verb with other uses counts, in tokens.
const WEAK: usize = 25;

/// The same right before the marks: "called it “…”".
const WEAK_BESIDE: usize = 3;

/// How near a verb introduces a quotation, in tokens.
const INTRODUCES: usize = 4;

/// How much farther a verb counts that follows in another clause, in tokens.
const OTHER_CLAUSE: usize = 30;

/// How many words stand between a quotation that no sign closes and its verb, at most.
const BESIDE: usize = 3;

/// How much farther a verb counts that is not one of the plain ones, in tokens.
const LESS_PLAIN: usize = 4;

/// How much farther than it stands a cue counts, in tokens; `end` is the end of a quotation
/// before it.
pub(super) fn of(page: &Page<'_>, cue: &Cue, distance: usize, end: Option<usize>) -> usize {
    // "Said that what is hailed is “…”": nobody speaks by a verb that is done to something.
    let introduces = end.is_none() && distance <= INTRODUCES && !cues::is_passive(page, cue);
    let weak = match (cue.weak, introduces) {
        (true, true) => WEAK_BESIDE,
        (true, false) => WEAK,
        _ => 0,
    };
    let between = page.slice(end.unwrap_or(cue.tokens.start)..cue.tokens.start);
    let other = between
        .iter()
        .any(|t| !t.quoted && (t.key == ";" || page.is_frame("clause", &t.key)));
    // "“A joke” that the report says": the sentence goes on.
    let goes_on = end.is_some_and(|end| {
        let last = end.checked_sub(1).and_then(|at| page.token(at));
        let closed = last.is_some_and(|t| t.is_one_of(&[",", ".", "?", "!", "—", "..."]));
        let comma = between.iter().any(|t| !t.quoted && t.key == ",");
        !closed && !comma && between.iter().filter(|t| t.is_word()).count() > BESIDE
    });
    let other = other || goes_on;
    let plain = if cue.is_plain() { 0 } else { LESS_PLAIN };
    weak + plain + if other { OTHER_CLAUSE } else { 0 }
}
