//! Marked words of whom the text does not say who said them.

use crate::facts::page::lists::Class;
use crate::facts::page::marks::{Piece, Quotation};
use crate::facts::page::{Page, Token};
use crate::facts::speakers::Attribution;
use crate::facts::speakers::cues::{Cue, is_passive};
use std::ops::Range;

/// How many words stand between a quotation that no sign closes and its verb, at most.
const BESIDE: usize = 3;

/// How far behind a verb its doer stands, in tokens: "described in May by Lee as “…”".
const DOER: usize = 6;

/// Whether the verb of an attribution says nothing of who speaks: it is done to its subject ("Lee was
/// accused of “…”"), or it has other uses and stands in another clause behind the words ("the “late
/// hour” in which Lee began work").
pub(super) fn is_so(page: &Page<'_>, quotation: &Quotation, attribution: &Attribution) -> bool {
    let Some(cue) = &attribution.cue else {
        return false;
    };
    let here = |piece: &&Piece| piece.sentence == attribution.sentence;
    let piece = quotation.pieces.iter().find(here);
    piece.is_some_and(|piece| {
        let words = tokens(page, piece);
        is_done(page, cue, &words) || is_apart(page, cue, &words)
    })
}

/// The tokens of a piece.
fn tokens(page: &Page<'_>, piece: &Piece) -> Range<usize> {
    let range = page.sentence(piece.sentence);
    let all = page.slice(range.clone());
    let start = all.partition_point(|t| t.span.start < piece.span.start);
    let end = all.partition_point(|t| t.span.start < piece.span.end);
    range.start + start..range.start + end
}

/// Whether a verb before the words is passive and has no doer.
fn is_done(page: &Page<'_>, cue: &Cue, words: &Range<usize>) -> bool {
    let passive = is_passive(page, cue);
    let behind = page.slice(cue.tokens.end..words.start.min(cue.tokens.end + DOER));
    passive && cue.tokens.end <= words.start && !behind.iter().any(|t| t.key == "by")
}

/// Whether a weak verb stands in another clause behind the words.
fn is_apart(page: &Page<'_>, cue: &Cue, words: &Range<usize>) -> bool {
    let last = words.end.checked_sub(1).and_then(|at| page.token(at));
    let open = last.is_some_and(Token::is_word);
    let between = page.slice(words.end..cue.tokens.start.max(words.end));
    let outside = || between.iter().filter(|t| !t.quoted);
    let far = outside().filter(|t| t.is_word()).count() > BESIDE;
    let clause = |t: &Token| t.class.is(Class::CONJUNCTION.or(Class::PREPOSITION));
    let comma = outside().any(|t| t.key == ",");
    cue.weak && open && far && !comma && outside().any(clause)
}
