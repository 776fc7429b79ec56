//! Interviews and transcripts: words whose speaker a label names, "LEE: We stay.", or which answer a
//! question that stands as a paragraph of its own.
//!
//! Such words have no marks because the page's form says whose they are, so they are quotes without
//! marks. The form must be plain, since a list of labels ("Venue: …") and a column with questions
//! look alike: several turns, labels that name persons, questions that address somebody.

use super::attributed::quote;
use crate::facts::page::lists::Class;
use crate::facts::page::{Page, Token};
use crate::facts::speakers::referent::Who;
use crate::facts::speakers::scene::Scene;
use crate::model::{FactKind, Quote, QuoteKind};
use crate::text::Span;
use std::collections::BTreeMap;
use std::ops::Range;

/// How many turns a transcript has, at least.
const TURNS: usize = 3;

/// How many tokens a label has, its colon included, at most.
const LABEL: usize = 9;

/// How many paragraphs without a label one turn has between two labels, at most.
const GOES_ON: usize = 3;

/// A paragraph as a part of a conversation.
#[derive(Clone, Copy, PartialEq)]
enum Turn {
    /// Somebody speaks; his words begin at this token.
    Speaks(Option<Who>, usize),
    /// The outlet asks.
    Asks,
    /// No turn of its own: what was said goes on, or something is told.
    Open,
}

/// The words of a page that are given so, in order; none where it is no conversation.
pub(in crate::facts) fn find(scene: &Scene<'_>) -> Vec<Quote> {
    let page = scene.page;
    let paragraphs = paragraphs(page);
    let turns = labelled(scene, &paragraphs).or_else(|| asked(scene, &paragraphs));
    let Some(turns) = turns else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (paragraph, turn) in paragraphs.iter().zip(turns) {
        if let Turn::Speaks(who, from) = turn {
            found.extend(spoken(scene, paragraph, who, from));
        }
    }
    found
}

/// The sentences of each paragraph.
fn paragraphs(page: &Page<'_>) -> Vec<Range<usize>> {
    let all = &page.article.sentences;
    let mut first = 0;
    let lengths = all
        .chunk_by(|a, b| a.paragraph == b.paragraph)
        .map(<[_]>::len);
    lengths
        .map(|length| {
            first += length;
            first - length..first
        })
        .collect()
}

/// The turns of a transcript with labels: "LEE:", "Q:" and "A:".
fn labelled(scene: &Scene<'_>, paragraphs: &[Range<usize>]) -> Option<Vec<Turn>> {
    let page = scene.page;
    let labels: Vec<_> = paragraphs.iter().map(|p| label(scene, p)).collect();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (tokens, _) in labels.iter().flatten() {
        let last = page.slice(tokens.clone()).iter().rfind(|t| t.is_word());
        *counts
            .entry(last.map_or_else(String::new, |t| t.key.clone()))
            .or_default() += 1;
    }
    let plain = counts.len() > 1 && counts.values().any(|n| *n > 1);
    if !plain || counts.values().sum::<usize>() < TURNS {
        return None;
    }
    let first = labels.iter().position(Option::is_some)?;
    let guest = guest(scene, paragraphs.get(..first).unwrap_or_default());
    let mut turns: Vec<Turn> = labels
        .into_iter()
        .map(|label| match label {
            Some((_, Label::Question)) => Turn::Asks,
            Some((tokens, Label::Answer)) => Turn::Speaks(guest, tokens.end + 1),
            Some((tokens, Label::Name(who))) => Turn::Speaks(Some(who), tokens.end + 1),
            None => Turn::Open,
        })
        .collect();
    let last = turns.iter().rposition(|turn| *turn != Turn::Open)?;
    go_on(page, paragraphs, turns.get_mut(..last)?);
    Some(turns)
}

/// Gives open paragraphs between two turns to the one who spoke before, where they speak on as "I"
/// or "we" and quote nobody.
fn go_on(page: &Page<'_>, paragraphs: &[Range<usize>], turns: &mut [Turn]) {
    let mut last = (Turn::Asks, 0);
    for (paragraph, turn) in paragraphs.iter().zip(turns) {
        if *turn != Turn::Open {
            last = (*turn, 0);
            continue;
        }
        let marked = tokens(page, paragraph).iter().any(|t| t.quoted);
        let own = is_own(page, paragraph) && !marked && heading(page, paragraph).is_none();
        last.1 += 1;
        if let (Turn::Speaks(who, _), 1..=GOES_ON, true) = (last.0, last.1, own) {
            *turn = Turn::Speaks(who, page.sentence(paragraph.start).start);
        }
    }
}

/// Whom a label means.
enum Label {
    /// "Q:", "Interviewer:".
    Question,
    /// "A:".
    Answer,
    /// "LEE:", "ANN LEE, HOST:", "Moderator:".
    Name(Who),
}

/// The label that a paragraph begins with, without its colon.
fn label(scene: &Scene<'_>, paragraph: &Range<usize>) -> Option<(Range<usize>, Label)> {
    let page = scene.page;
    let tokens = heading(page, paragraph)?;
    // "LEE: “We stay.”" has its marks.
    if page
        .slice(tokens.end..tokens.end + 3)
        .iter()
        .any(|t| t.quoted)
    {
        return None;
    }
    let words = page.slice(tokens.clone());
    let only = words.first().filter(|_| words.len() == 1);
    let is = |role: &str| only.is_some_and(|t| page.is_frame(role, &t.key));
    let label = if is("question") {
        Label::Question
    } else if is("reply") {
        Label::Answer
    } else {
        Label::Name(named(scene, &tokens, is_closed(page, paragraph))?)
    };
    Some((tokens, label))
}

/// The words in capitals that a paragraph begins with, before a colon: "LEE:", "Q.", "THE FACTS:".
fn heading(page: &Page<'_>, paragraph: &Range<usize>) -> Option<Range<usize>> {
    let range = page.sentence(paragraph.start);
    let mut near = range.start..range.end.min(range.start + LABEL);
    let letter = page
        .token(range.start)
        .is_some_and(|t| t.key.chars().count() == 1);
    let stop = page
        .token(range.start + 1)
        .is_some_and(|t| t.is_one_of(&[".", ")"]));
    let end = if letter && stop {
        range.start + 1
    } else {
        near.find(|at| page.token(*at).is_some_and(|t| t.key == ":"))?
    };
    let words = page.slice(range.start..end);
    let capital = |t: &Token| t.is_capital() || t.is_one_of(&[",", ".", "-", "'"]);
    let plain = !words.is_empty() && words.iter().all(|t| capital(t) && !t.quoted);
    plain.then_some(range.start..end)
}

/// Whether a sign ends a paragraph, as it ends what is said and not the lines of a table ("Crew: 40").
fn is_closed(page: &Page<'_>, paragraph: &Range<usize>) -> bool {
    let last = tokens(page, paragraph).last();
    last.is_some_and(|t| !t.is_word() && !t.key.starts_with(|c: char| c.is_ascii_digit()))
}

/// The person whom the words of a label name, or the role that they are, where what it labels is
/// `closed` by a sign.
fn named(scene: &Scene<'_>, tokens: &Range<usize>, closed: bool) -> Option<Who> {
    let page = scene.page;
    let mentions = scene.cast.on(page);
    let first = mentions.partition_point(|(m, _)| m.tokens.start < tokens.start);
    let mut here = mentions
        .iter()
        .skip(first)
        .take_while(|(m, _)| m.tokens.end <= tokens.end);
    let person = here.find_map(|(mention, entity)| {
        let known = scene.cast.entities.get(*entity)?;
        (known.kind == FactKind::Person).then(|| Who::Entity(*entity, page.span(&mention.tokens)))
    });
    let role = page.slice(tokens.clone());
    let role = role
        .last()
        .is_some_and(|t| t.class.is(Class::HUMAN.or(Class::SPEAKER_NOUN)));
    person.or_else(|| {
        (closed && role && tokens.len() <= 2).then(|| Who::Described(page.span(tokens)))
    })
}

/// The turns of an interview in which questions stand as paragraphs of their own.
fn asked(scene: &Scene<'_>, paragraphs: &[Range<usize>]) -> Option<Vec<Turn>> {
    let page = scene.page;
    let asks: Vec<bool> = paragraphs.iter().map(|p| is_question(page, p)).collect();
    let own: Vec<bool> = paragraphs.iter().map(|p| is_own(page, p)).collect();
    let answered = asks
        .iter()
        .zip(own.iter().skip(1))
        .filter(|(asks, own)| **asks && **own);
    let all = asks.iter().filter(|asks| **asks).count();
    let first = asks.iter().position(|asks| *asks)?;
    if all < TURNS || answered.count() * 3 < all * 2 {
        return None;
    }
    let guest = guest(scene, paragraphs.get(..first)?)?;
    let last = asks.iter().rposition(|asks| *asks)?;
    let mut closed = false;
    let turns = paragraphs.iter().zip(asks).zip(own).enumerate();
    let turns = turns.map(|(place, ((paragraph, asks), own))| {
        // Behind the last question somebody may tell on.
        closed |= place > last && !own;
        if asks {
            Turn::Asks
        } else if place < first || closed {
            Turn::Open
        } else {
            Turn::Speaks(Some(guest), page.sentence(paragraph.start).start)
        }
    });
    Some(turns.collect())
}

/// Whether a paragraph without marks ends with a question that is put to somebody.
fn is_question(page: &Page<'_>, paragraph: &Range<usize>) -> bool {
    let tokens = tokens(page, paragraph);
    let last = tokens.last().is_some_and(|t| t.key == "?");
    let put = tokens.iter().any(|t| page.is_frame("you", &t.key));
    last && put && !tokens.iter().any(|t| t.quoted)
}

/// Whether somebody speaks of himself or herself in a paragraph.
fn is_own(page: &Page<'_>, paragraph: &Range<usize>) -> bool {
    let tokens = tokens(page, paragraph);
    tokens
        .iter()
        .any(|t| t.class.is(Class::FIRST_PERSON) && !t.quoted)
}

fn tokens<'p>(page: &'p Page<'_>, paragraph: &Range<usize>) -> &'p [Token] {
    let (first, last) = (paragraph.start, paragraph.end.saturating_sub(1));
    page.slice(page.sentence(first).start..page.sentence(last).end)
}

/// Who is interviewed: the person whom the paragraphs before the first question name most, the
/// first of several.
fn guest(scene: &Scene<'_>, before: &[Range<usize>]) -> Option<Who> {
    let end = before.last()?.end;
    let mentions = scene.cast.on(scene.page).iter();
    let mut counts: BTreeMap<usize, (usize, std::cmp::Reverse<usize>, Span)> = BTreeMap::new();
    for (mention, entity) in mentions.take_while(|(m, _)| m.sentence < end) {
        let known = scene.cast.entities.get(*entity);
        if known.is_some_and(|e| e.kind == FactKind::Person) {
            let span = scene.page.span(&mention.tokens);
            let first = std::cmp::Reverse(mention.tokens.start);
            counts.entry(*entity).or_insert((0, first, span)).0 += 1;
        }
    }
    let most = counts
        .into_iter()
        .max_by_key(|(_, (count, first, _))| (*count, *first))?;
    Some(Who::Entity(most.0, most.1.2))
}

/// The words of a paragraph from the token at `from`, sentence by sentence.
fn spoken(
    scene: &Scene<'_>,
    paragraph: &Range<usize>,
    who: Option<Who>,
    from: usize,
) -> Vec<Quote> {
    let page = scene.page;
    let mut found: Vec<Quote> = Vec::new();
    for sentence in paragraph.clone() {
        let range = page.sentence(sentence);
        let words = range.start.max(from)..range.end;
        if page.slice(words.clone()).iter().any(Token::is_word) {
            let span = page.span(&words);
            let mut words = quote(scene, sentence, span, QuoteKind::Unmarked, who, None);
            words.continued = !found.is_empty();
            found.push(words);
        }
    }
    found
}
