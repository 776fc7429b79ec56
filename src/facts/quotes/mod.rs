//! Words given as somebody's: quotations and speech without marks, with speaker, verb and venue.

mod attributed;
mod carried;
mod content;
mod lost;
mod reported;
mod scare;
mod speech;
pub(super) mod titles;
mod transcript;
mod unsaid;
mod venue;

use crate::facts::page::lists::Class;
use crate::facts::page::marks::Quotation;
use crate::facts::page::{Page, Token};
use crate::facts::speakers::scene::Scene;
use crate::facts::speakers::{self, Attribution};
use crate::model::{Quote, QuoteKind, SentenceId};
use attributed::{speaker, verb};

/// The quotes of a page, in order.
pub(super) fn find(scene: &Scene<'_>) -> Vec<Quote> {
    let page = scene.page;
    let attributions = speakers::attribute(scene);
    let mut found = Vec::new();
    let speech = scare::speech(page, &attributions);
    let all = page.quotations.iter().zip(&attributions).zip(speech);
    for ((quotation, attribution), _) in all.filter(|(_, speech)| *speech) {
        found.extend(marked(scene, quotation, attribution));
    }
    let unmarked = speech::find(scene, &found);
    found.extend(unmarked);
    take_turns(&mut found, transcript::find(scene));
    found.sort_by_key(|quote: &Quote| (quote.sentence, quote.span));
    found
}

/// How many bytes two quotation marks and a stop have, at most.
const MARKS: usize = 8;

/// Adds the words of a conversation's turns. What else their sentences hold belongs to them, as
/// nested marks do, but where they quote somebody else.
fn take_turns(found: &mut Vec<Quote>, mut turns: Vec<Quote>) {
    // An answer may stand in marks all the same.
    let marked = |quote: &Quote, turn: &Quote| {
        let outside = turn.span.len().saturating_sub(quote.span.len());
        turn.span.contains(quote.span) && outside <= MARKS
    };
    for quote in found.iter_mut().filter(|quote| quote.verb.is_none()) {
        if let Some(place) = turns.iter().position(|turn| marked(quote, turn)) {
            quote.speaker = turns.remove(place).speaker;
        }
    }
    let other = |turn: &Quote, quote: &Quote| {
        let marked = matches!(quote.kind, QuoteKind::Direct | QuoteKind::Fragment);
        let name = |quote: &Quote| quote.speaker.as_ref().map(|s| s.name.clone());
        marked && quote.verb.is_some() && quote.speaker.is_some() && name(quote) != name(turn)
    };
    let beside = |a: &Quote, b: &Quote| a.sentence == b.sentence;
    turns.retain(|turn| {
        !found
            .iter()
            .any(|quote| beside(turn, quote) && other(turn, quote))
    });
    found.retain(|quote| !turns.iter().any(|turn| beside(turn, quote)));
    found.extend(turns);
}

/// The quotes of one quotation.
fn marked<'a>(
    scene: &'a Scene<'_>,
    quotation: &'a Quotation,
    attribution: &'a Attribution,
) -> impl Iterator<Item = Quote> + 'a {
    let kind = kind(scene.page, quotation);
    let known = !unsaid::is_so(scene.page, quotation, attribution);
    quotation
        .pieces
        .iter()
        .enumerate()
        .map(move |(place, piece)| {
            let venue = venue::find(scene.page, attribution);
            Quote {
                sentence: SentenceId::new(scene.page.article.id, piece.sentence as u32),
                span: piece.span,
                kind,
                speaker: attribution
                    .who
                    .filter(|_| known)
                    .and_then(|who| speaker(scene, who)),
                verb: verb(scene.page, attribution),
                venue: venue.name,
                preposition: venue.preposition,
                continued: place > 0,
            }
        })
}

/// A full clause, or some words.
fn kind(page: &Page<'_>, quotation: &Quotation) -> QuoteKind {
    let [piece] = quotation.pieces.as_slice() else {
        return QuoteKind::Direct;
    };
    let all = page.slice(page.sentence(piece.sentence));
    let inside = |t: &&Token| piece.span.contains(t.span) && t.is_word();
    let words = all.iter().filter(inside).count();
    let capital = all.iter().find(inside).is_some_and(Token::is_capital);
    let verbal = |t: &Token| t.class.is(Class::AUXILIARY.or(Class::FIRST_PERSON));
    let clause = words >= 4 && all.iter().filter(inside).any(verbal) || words >= 8;
    // "“No,” she said.": short, but a whole utterance set off by its comma.
    let set_off = all
        .iter()
        .rfind(|t| piece.span.contains(t.span))
        .is_some_and(|t| t.is_one_of(&[",", "?", "!"]));
    if capital && (clause || set_off) || clause && set_off {
        QuoteKind::Direct
    } else {
        QuoteKind::Fragment
    }
}
