//! Speech without marks: reported speech, and direct speech whose marks were lost.

use super::attributed::quote;
use super::cues::{self, ACCORDING, Cue};
use super::lists::Class;
use super::page::{Page, Token};
use super::referent::{Manner, Reference, Who};
use super::scene::Scene;
use super::{carried, lost};
use crate::model::{Quote, QuoteKind};
use std::ops::Range;

/// The quotes of a page's sentences that hold no marked words; `marked` are those of the others.
pub(super) fn find(scene: &Scene<'_>, marked: &[Quote]) -> Vec<Quote> {
    let page = scene.page;
    let is_marked = |s: usize| page.slice(page.sentence(s)).iter().any(|t| t.quoted);
    // Where the article keeps its marks, words without them are reported, not quoted.
    let keeps_marks = page.quotations.iter().any(|q| {
        let words = |p: &super::marks::Piece| page.article.slice(p.span).split_whitespace().count();
        q.pieces.iter().map(words).sum::<usize>() >= 6
    });
    let mut found: Vec<Option<Quote>> = (0..page.sentences.len())
        .map(|s| {
            (!is_marked(s))
                .then(|| sentence(scene, s, keeps_marks))
                .flatten()
        })
        .collect();
    let mut first = 0;
    for paragraph in page
        .article
        .sentences
        .chunk_by(|a, b| a.paragraph == b.paragraph)
    {
        let range = first..first + paragraph.len();
        first = range.end;
        let spoken = !keeps_marks || range.clone().any(|s| lost::is_first_person(scene, s));
        if spoken && !range.clone().any(is_marked) {
            lost::lost_marks(scene, range.clone(), &mut found);
        }
        carried::carry_over(scene, range, marked, &mut found);
    }
    found.into_iter().flatten().collect()
}

/// The reported or quoted words of one sentence with a cue of its own.
fn sentence(scene: &Scene<'_>, sentence: usize, keeps_marks: bool) -> Option<Quote> {
    let page = scene.page;
    let range = page.sentence(sentence);
    let cues = scene.cues(sentence);
    // "Its up to them, Lee told reporters."
    if let Some((cue, words)) = closing(page, &range, cues)
        && let inverts = cue.tokens.start == words.end + 1
        && let Some(who) = scene.subject(sentence, cue, inverts)
        && follows(scene, sentence, who, words.end)
        && !is_written(scene, sentence, cue, who)
    {
        let first_person = page
            .slice(words.clone())
            .iter()
            .any(|t| t.class.is(Class::FIRST_PERSON));
        // "Lee said, Norland Radio reports": a summary.
        let summary = cues
            .iter()
            .any(|other| other.tokens.start > cue.tokens.start);
        let kind = if (keeps_marks || summary) && !first_person {
            QuoteKind::Indirect
        } else {
            QuoteKind::Unmarked
        };
        return Some(quote(
            scene,
            sentence,
            page.span(&words),
            kind,
            Some(who),
            Some(cue),
        ));
    }
    let mut introducing = cues.iter().filter(|cue| {
        !cue.weak && introduces(page, &range, cue) && !cues::is_denied(page, &range, cue)
    });
    let said = |cue| Some((cue, scene.subject(sentence, cue, false)?));
    let (cue, who) = said(introducing.next()?)?;
    // "The Elm Times wrote that Ann Lee said that …": a body passes on what a person says.
    let is = |who: Who, manner: Manner| {
        let mut references = scene.references(sentence).iter();
        references.any(|r| r.who == who && r.manner == manner)
    };
    let inner = introducing.find_map(said);
    let inner = inner.filter(|(_, by)| is(who, Manner::Name) && !is(*by, Manner::Name));
    let (cue, who) = inner.unwrap_or((cue, who));
    let words = reported(scene, &range, sentence, cue)?;
    Some(quote(
        scene,
        sentence,
        page.span(&words),
        QuoteKind::Indirect,
        Some(who),
        Some(cue),
    ))
}

/// The cue that closes a sentence after a comma, and the words before it.
fn closing<'c>(
    page: &Page<'_>,
    range: &Range<usize>,
    cues: &'c [Cue],
) -> Option<(&'c Cue, Range<usize>)> {
    let cue = cues
        .iter()
        .rfind(|cue| !cue.weak && cue.lemma != ACCORDING)?;
    let tail = page.slice(cue.tokens.end..range.end);
    let that = |t: &Token| page.is_frame("that", &t.key);
    let open = |t: &Token| t.key == ":" || that(t) || t.class.is(Class::AUXILIARY);
    let short = tail.iter().filter(|t| t.is_word()).count() <= 8 && !tail.iter().any(open);
    let comma = (range.start..cue.tokens.start)
        .rev()
        .find(|at| page.token(*at).is_some_and(|t| t.key == ",") || lost::is_stop(page, *at))?;
    let between = page.slice(comma + 1..cue.tokens.start);
    let plain = |t: &Token| {
        !t.class.is(Class::PREPOSITION
            .or(Class::CONJUNCTION)
            .or(Class::AUXILIARY))
            && (t.is_word() || t.is_one_of(&[".", "-", "'s"]))
    };
    let words = range.start..comma;
    let enough = page
        .slice(words.clone())
        .iter()
        .filter(|t| t.is_word())
        .count()
        >= 3;
    let opens = page
        .token(range.start)
        .is_some_and(|t| !t.class.is(Class::PREPOSITION));
    // In "a video of May 23" the month is no verb.
    let clause = page
        .slice(words.clone())
        .iter()
        .any(|t| t.class.is(Class::AUXILIARY) && !(t.class.is(Class::MONTH) && t.is_capital()))
        || opens;
    (short && enough && clause && between.len() <= 8 && between.iter().all(plain))
        .then_some((cue, words))
}

/// "The group, led by Lee, wrote a letter": whether the one behind the verb is what was written.
fn is_written(scene: &Scene<'_>, sentence: usize, cue: &Cue, who: Who) -> bool {
    let page = scene.page;
    let writes = matches!(cue.lemma, "write" | "post" | "tweet");
    let document = |r: &Reference| {
        let last = r.tokens.end.checked_sub(1).and_then(|at| page.token(at));
        let document = last.is_some_and(|t| page.is_frame("document", &t.key));
        r.who == who && document && r.tokens.start >= cue.tokens.end
    };
    writes && scene.references(sentence).iter().any(document)
}

/// Whether the one who speaks is named after the token at `end`.
fn follows(scene: &Scene<'_>, sentence: usize, who: Who, end: usize) -> bool {
    let after = |r: &Reference| r.tokens.start > end && r.who == who;
    scene.references(sentence).iter().any(after)
}

/// Whether reported words follow the cue: "said that", "according to", "said the talks failed".
fn introduces(page: &Page<'_>, range: &Range<usize>, cue: &Cue) -> bool {
    if cue.lemma == ACCORDING {
        return true;
    }
    let rest = page.slice(cue.tokens.end..range.end);
    let words = rest.iter().filter(|t| t.is_word()).count();
    let begins = lead(page, cue.tokens.end..range.end).is_some();
    let says = page.is_frame("says", cue.lemma) && tells(cue, rest);
    // "Any lawyer arguing a weak case" tells of the lawyer.
    // "He read that the town had burnt": who reads says nothing.
    if cue.lemma == "read" {
        return false;
    }
    let participle = page
        .token(cue.tokens.start)
        .is_some_and(|t| t.key.ends_with("ing"));
    let before = cue
        .tokens
        .start
        .checked_sub(1)
        .and_then(|at| page.token(at));
    let apart = !participle || cue.lemma == "say" || before.is_some_and(|t| !t.is_word());
    words >= 4 && (begins || says && apart)
}

/// Whether words after a verb tell something: "claimed it was late", not "claimed a medal".
fn tells(cue: &Cue, rest: &[Token]) -> bool {
    let finite = Class::AUXILIARY
        .or(Class::HE)
        .or(Class::SHE)
        .or(Class::THEY)
        .or(Class::FIRST_PERSON);
    cue.lemma == "say" || rest.iter().any(|t| t.class.is(finite))
}

/// How many tokens after a verb the word stands with which reported speech begins, at most.
const LEAD: usize = 14;

/// The token near the beginning of `rest` with which reported speech begins.
fn lead(page: &Page<'_>, rest: Range<usize>) -> Option<usize> {
    let is = |at: usize, role: &str| page.token(at).is_some_and(|t| page.is_frame(role, &t.key));
    // "Though that did not help": a pronoun.
    let that = |at: usize| {
        let verb = page.token(at + 1).is_some_and(|t| {
            let told = t.key.ends_with("ed") || t.key == "said" || t.key == "told";
            t.class.is(Class::AUXILIARY) || t.class.is(Class::SPEECH) && told
        });
        is(at, "that") && !verb && !is(at + 1, "when")
    };
    let mut near = rest.start..rest.end.min(rest.start + LEAD);
    near.find(|at| that(*at) || is(*at, "comma"))
}

/// The words that the cue reports, as tokens.
fn reported(
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
    let sign = |at: &usize| page.token(*at).is_some_and(|t| t.key == ",");
    if cue.lemma == ACCORDING {
        let opens = cue.tokens.start == range.start;
        if !opens {
            let before = range.start
                ..cue
                    .tokens
                    .start
                    .checked_sub(1)
                    .filter(|at| sign(at))
                    .unwrap_or(cue.tokens.start);
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
    // "The driver, they said, is among the dead".
    let day = |at: &usize| {
        let token = page.token(*at);
        token.is_some_and(|t| t.class.is(Class::WEEKDAY) || t.key == "on")
    };
    let after = (cue.tokens.end..end).find(|at| !day(at)).unwrap_or(end);
    let aside = sign(&after) && (range.start..cue.tokens.start).any(|at| sign(&at));
    if aside && !page.is_frame("comma", ",") {
        return Some(range.start..end);
    }
    let lead = lead(page, cue.tokens.end..end);
    let mut start = lead.map_or(cue.tokens.end, |at| at + 1);
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
        .is_some_and(|t| t.class.is(Class::WEEKDAY) || t.is_one_of(&["on", ":"]))
    {
        start += 1;
    }
    (start + 3 <= end).then_some(start..end)
}
