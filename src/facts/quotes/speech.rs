//! Speech without marks: reported speech, and direct speech whose marks were lost.

use super::attributed::quote;
use super::carried;
use super::content::{self, FINITE};
use super::lost;
use super::reported;
use crate::facts::page::dateline::dateline;
use crate::facts::page::lists::Class;
use crate::facts::page::{Case, Page, Token};
use crate::facts::speakers::cues::{self, ACCORDING, Cue};
use crate::facts::speakers::issued;
use crate::facts::speakers::referent::{Manner, Reference, Who, is_oblique, is_pronoun};
use crate::facts::speakers::scene::Scene;
use crate::model::{FactKind, Quote, QuoteKind};
use std::ops::Range;

/// The quotes of a page's sentences that hold no marked words; `marked` are those of the others.
pub(in crate::facts) fn find(scene: &Scene<'_>, marked: &[Quote]) -> Vec<Quote> {
    let page = scene.page;
    let is_marked = |s: usize| page.slice(page.sentence(s)).iter().any(|t| t.quoted);
    let keeps_marks = page.quotations.iter().any(|q| {
        let words = |p: &crate::facts::page::marks::Piece| {
            page.article.slice(p.span).split_whitespace().count()
        };
        q.pieces.iter().map(words).sum::<usize>() >= 6
    });
    let mut found: Vec<Option<Quote>> = (0..page.sentences.len())
        .map(|s| {
            (!is_marked(s))
                .then(|| sentence(scene, s, !keeps_marks))
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
fn sentence(scene: &Scene<'_>, sentence: usize, lost_marks: bool) -> Option<Quote> {
    let page = scene.page;
    let range = page.sentence(sentence);
    let range = dateline(page, &range)..range.end;
    let cues = scene.cues(sentence);
    // "Its up to them, Lee told reporters."
    if let Some((cue, words)) = closing(page, &range, cues)
        && let inverts = cue.tokens.start == words.end + 1
        && let Some(who) = closes(scene, sentence, cue, &words, inverts)
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
            .any(|other| other.tokens.start > cue.tokens.start)
            || cue.weak
            || is_perfect(page, cue);
        // Words without marks are reported, not quoted, where the article keeps its marks, and those of
        // several ("officials said") are nobody's own.
        let lost_marks = lost_marks && is_one(scene, who);
        let kind = if (!lost_marks || summary) && !first_person {
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
    let (cue, who) = introduced(scene, sentence, &range)?;
    let words = reported::words(scene, &range, sentence, cue)?;
    let words = behind_or_before(scene, &range, sentence, (cue, who), words)?;
    Some(quote(
        scene,
        sentence,
        page.span(&words),
        QuoteKind::Indirect,
        Some(who),
        Some(cue),
    ))
}

/// The words that a cue reports: those behind it, unless they are only who speaks; then, where they
/// are a clause, those before it: "The boats will rot said Ann Lee, a clerk".
fn behind_or_before(
    scene: &Scene<'_>,
    range: &Range<usize>,
    sentence: usize,
    (cue, who): (&Cue, Who),
    words: Range<usize>,
) -> Option<Range<usize>> {
    let mut all = scene.references(sentence).iter().filter(|r| r.who == who);
    let speaker = all.next().filter(|r| words.contains(&r.tokens.start));
    let tells = |words: &Range<usize>| {
        let finite = |t: &Token| t.class.is(FINITE) && !is_oblique(t);
        scene.page.slice(words.clone()).iter().any(finite)
    };
    let only = speaker
        .is_some_and(|r| words.start >= cue.tokens.end && !tells(&(r.tokens.end..words.end)));
    if !only || cue.lemma == ACCORDING {
        return Some(words);
    }
    let before = range.start..cue.tokens.start;
    tells(&before).then_some(before)
}

/// Whether somebody is one person, by name or as "he" or "she".
fn is_one(scene: &Scene<'_>, who: Who) -> bool {
    match who {
        Who::Entity(entity, _) => {
            let entity = scene.cast.entities.get(entity);
            entity.is_some_and(|it| it.kind == FactKind::Person)
        }
        Who::Described(_) => is_pronoun(scene.page, who),
    }
}

/// Who speaks by which verb before reported words. "The Elm Times wrote that Ann Lee said that …": a
/// body passes on what a person says.
fn introduced<'s>(
    scene: &'s Scene<'_>,
    sentence: usize,
    range: &Range<usize>,
) -> Option<(&'s Cue, Who)> {
    let page = scene.page;
    let mut introducing = scene.cues(sentence).iter().filter(|cue| {
        reports(page, cue) && introduces(page, range, cue) && !cues::is_denied(page, range, cue)
    });
    let author = |who| issued::author(scene, who, sentence, None);
    let said = |cue| Some((cue, scene.subject(sentence, cue, false).map(author)?));
    let (cue, who) = said(introducing.next()?)?;
    let is = |who: Who, manner: Manner| {
        let mut references = scene.references(sentence).iter();
        references.any(|r| r.who == who && r.manner == manner)
    };
    let lead = content::start(page, cue, range.end).unwrap_or(cue.tokens.end);
    // "Wrote that Ann Lee met men who said": what the men say is told by the way.
    let far = |t: &Token| t.class.is(Class::CONJUNCTION) || page.is_who(t);
    let near = |inner: &&Cue| {
        let between = page.slice(lead..inner.tokens.start);
        between.len() <= INNER && !between.iter().any(far)
    };
    let says = |inner: &&Cue| {
        let verb = page.token(inner.tokens.start);
        inner.lemma != ACCORDING && verb.is_some_and(|t| !t.key.ends_with("ing"))
    };
    let inner = introducing.take_while(near).filter(says).find_map(said);
    let inner = inner.filter(|(_, by)| is(who, Manner::Name) && !is(*by, Manner::Name));
    inner.or(Some((cue, who)))
}

/// Whether words without marks may be told by a cue: by a verb that nearly always gives words, or
/// one that passes news on ("the Elm Times reported that"), unless that is done to somebody.
fn reports(page: &Page<'_>, cue: &Cue) -> bool {
    let before = page.slice(cue.tokens.start.saturating_sub(2)..cue.tokens.start);
    let before = before.iter().rfind(|t| !t.key.ends_with("ly"));
    // "Were reported missing", "rejected reports that".
    let other = before
        .is_some_and(|t| t.class.is(Class::AUXILIARY.or(Class::SPEECH)) || t.key.ends_with("ed"));
    !cue.weak || !other && page.is_frame("reports", cue.lemma)
}

/// How many words stand behind a verb that closes a sentence, at most; twice as many where they
/// tell of the occasion.
const TAIL: usize = 8;

/// How many tokens name the one whose words a body passes on, at most.
const INNER: usize = 12;

/// The cue that closes a sentence after a comma, and the words before it.
fn closing<'c>(
    page: &Page<'_>,
    range: &Range<usize>,
    cues: &'c [Cue],
) -> Option<(&'c Cue, Range<usize>)> {
    let verbs = cues.iter().filter(|cue| cue.lemma != ACCORDING);
    let (plain, weak): (Vec<_>, Vec<_>) = verbs.partition(|cue| !cue.weak);
    // "Lee said on Friday, Norland Radio reports": the words are Lee's.
    let told = plain.last().copied();
    let closes = |cue| closed_by(page, range, cues, cue);
    told.and_then(closes).or_else(|| {
        let passed_on = weak.into_iter().rfind(|cue| reports(page, cue));
        passed_on.and_then(closes)
    })
}

/// The words that a cue closes.
fn closed_by<'c>(
    page: &Page<'_>,
    range: &Range<usize>,
    cues: &[Cue],
    cue: &'c Cue,
) -> Option<(&'c Cue, Range<usize>)> {
    // "Lee said, according to a report in the Elm Times of May 3": a source of its own.
    let source = cues
        .iter()
        .find(|other| other.lemma == ACCORDING && other.tokens.start >= cue.tokens.end);
    let end = source.map_or(range.end, |source| source.tokens.start);
    let tail = page.slice(cue.tokens.end..end);
    let that = |t: &Token| page.is_frame("that", &t.key);
    // "Said his wife, Ann Lee" has no clause behind it.
    let open = |t: &Token| t.key == ":" || that(t) || t.class.is(FINITE) && !is_oblique(t);
    // "Said in a letter to the members of the board on Monday": when and where.
    let when = tail.first().is_some_and(|t| t.class.is(Class::PREPOSITION));
    let most = if when { 2 * TAIL } else { TAIL };
    let comma = (range.start..cue.tokens.start)
        .rev()
        .find(|at| page.token(*at).is_some_and(|t| t.key == ",") || lost::is_stop(page, *at))?;
    // "It was late, said Ann Lee, a clerk of the harbour who": more is told of the one who speaks.
    let parts = |t: &Token| t.key == "," && comma + 1 == cue.tokens.start;
    let (who, more) = tail.split_at(tail.iter().position(parts).unwrap_or(tail.len()));
    let told = more.get(1).is_some_and(|t| page.is_who(t));
    let short = who.iter().filter(|t| t.is_word()).count() <= most
        && !who.iter().any(open)
        && (told || !more.iter().any(open));
    let verb = cue.tokens.start - usize::from(is_perfect(page, cue));
    let between = page.slice(comma + 1..verb.max(comma + 1));
    // "A friend of the captain said": a preposition stands behind its noun.
    let other = Class::CONJUNCTION.or(Class::AUXILIARY);
    let word = |t: &Token| t.is_word() || t.is_one_of(&[".", "-", "'s"]);
    // Initials are no small word, whatever they spell.
    let plain = |t: &Token| word(t) && (!t.class.is(other) || t.case == Case::Upper);
    let begins = |t: &Token| !t.class.is(Class::PREPOSITION);
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
    // "The strike could, they say, end soon": an aside.
    let goes_on = reported::is_open(page, &words, &(cue.tokens.end + 1..end));
    (short
        && !goes_on
        && enough
        && clause
        && between.len() <= 8
        && between.iter().all(plain)
        && between.first().is_none_or(begins))
    .then_some((cue, words))
}

/// Whether somebody has said something, once or more than once: "it was late, she has said".
fn is_perfect(page: &Page<'_>, cue: &Cue) -> bool {
    let before = cue.tokens.start.checked_sub(1);
    let helps = before.and_then(|at| page.token(at));
    helps.is_some_and(|t| page.is_frame("perfect", &t.key))
}

/// Who speaks by a verb that closes a sentence. Where more than the subject stands between the comma
/// and the verb, it is whoever the clause begins with: "a source with knowledge of the matter said".
fn closes(
    scene: &Scene<'_>,
    sentence: usize,
    cue: &Cue,
    words: &Range<usize>,
    inverts: bool,
) -> Option<Who> {
    let page = scene.page;
    let adds = |t: &Token| t.class.is(Class::PREPOSITION);
    if !page.slice(words.end + 1..cue.tokens.start).iter().any(adds) {
        return scene.subject(sentence, cue, inverts);
    }
    let begins = |r: &&Reference| {
        let next = page.slice(r.tokens.end..cue.tokens.start).first();
        r.tokens.start == words.end + 1 && next.is_none_or(adds)
    };
    let first = scene.references(sentence).iter().find(begins)?;
    Some(first.who)
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
    let begins = content::start(page, cue, range.end).is_some();
    let says = page.is_frame("says", cue.lemma) && tells(page, cue, rest);
    // "Any lawyer arguing a weak case" tells of the lawyer.
    // "He read that the town had burnt": who reads says nothing.
    if cue.lemma == "read" {
        return false;
    }
    let participle = page
        .token(cue.tokens.start)
        .is_some_and(|t| t.key.ends_with("ing"));
    let before = cue.tokens.start.checked_sub(1);
    let before = before.and_then(|at| page.token(at));
    // "It should be noted that", "Ann Lee was told that": nobody is named who says it.
    let done = |t: &Token| page.is_frame("passive", &t.key);
    if !participle && before.is_some_and(done) {
        return false;
    }
    let apart = !participle || cue.lemma == "say" || before.is_some_and(|t| !t.is_word());
    words >= 4 && (begins || says && apart)
}

/// Whether words after a verb tell something: "claimed it was late", not "claimed a medal in the
/// race that was run", and not "said in a letter on Monday".
fn tells(page: &Page<'_>, cue: &Cue, rest: &[Token]) -> bool {
    let finite = |t: &Token| t.class.is(FINITE);
    if cue.lemma == "say" {
        let when = rest.first().is_some_and(|t| t.class.is(Class::PREPOSITION));
        return !when || rest.iter().any(finite);
    }
    let other = |t: &Token| {
        let clause = t.class.is(Class::PREPOSITION.or(Class::CONJUNCTION)) && t.key != "of";
        let which = page.is_who(t) || page.is_frame("which", &t.key);
        clause || which && t.class.is(Class::FUNCTION)
    };
    let first = rest.iter().find(|t| finite(t) || other(t));
    first.is_some_and(finite)
}
