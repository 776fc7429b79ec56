//! Subjects that do not stand before their verb as subjects do: of participles, behind "who", and
//! of those whom another verb lets speak.

use super::cues::Cue;
use super::governed::{follows_word, is_governed};
use super::referent::{Manner, Reference, is_nominative, is_outside, is_owner};
use crate::facts::page::lists::Class;
use crate::facts::page::{Page, Token};
use std::ops::Range;

/// "According to Ann Lee": whose word it is; `after` is the first one behind the phrase.
pub(super) fn source(
    page: &Page<'_>,
    cue: &Cue,
    references: &[Reference],
    after: Option<usize>,
) -> Option<usize> {
    let start = cue.tokens.start;
    let behind = page.token(start);
    if behind.is_some_and(|t| page.is_frame("behind", &t.key)) {
        let before = |r: &Reference| r.tokens.end <= start && is_outside(page, r);
        return references.iter().rposition(before);
    }
    // "According to plan, Lee left": behind a comma or a verb somebody else is meant.
    let ends = |t: &Token| t.key == "," || t.class.is(Class::AUXILIARY);
    let between = |i: &usize| {
        let reference = references.get(*i);
        reference.map_or(&[] as &[Token], |r| {
            page.slice(cue.tokens.end..r.tokens.start)
        })
    };
    let near = |i: &usize| !between(i).iter().any(ends);
    // "According to a count of voters by the Elm Times": whoever is counted says nothing.
    let counted = |i: &usize| is_counted(page, between(i));
    let all = after.into_iter().flat_map(|first| first..references.len());
    let own = |i: &usize| Some(*i) == after || is_by(page, between(i));
    all.skip_while(counted).find(own).filter(near)
}

/// Whether "of" behind a noun for a count ends the words before somebody.
fn is_counted(page: &Page<'_>, before: &[Token]) -> bool {
    let of = before.iter().rposition(|t| t.class.is(Class::PREPOSITION));
    let of = of.filter(|at| before.get(*at).is_some_and(|t| t.key == "of"));
    let noun = of.and_then(|at| before.get(at.checked_sub(1)?));
    noun.is_some_and(|t| page.is_frame("tally", &t.key))
}

/// Whether "by" or "from" is the last preposition before somebody.
fn is_by(page: &Page<'_>, before: &[Token]) -> bool {
    let last = before.iter().rfind(|t| t.class.is(Class::PREPOSITION));
    last.is_some_and(|t| page.is_frame("by", &t.key) || t.key == "from")
}

/// "Quoted his wife as saying", "prompted Lee to say", "heard Lee say": whose words another verb gives.
pub(in crate::facts) fn heard(
    page: &Page<'_>,
    range: &Range<usize>,
    verb: usize,
    references: &[Reference],
) -> Option<usize> {
    let before = verb.checked_sub(1).filter(|at| *at > range.start)?;
    let key = page.token(before).filter(|t| !t.quoted)?.key.as_str();
    let ends = |at: usize| references.iter().position(|r| r.tokens.end == at);
    if key == "to" {
        // "Ann Lee to say" alone is a headline's future; "prompted Ann Lee to say" is not.
        return ends(before).filter(|i| {
            references
                .get(*i)
                .is_some_and(|r| follows_word(page, range, r))
        });
    }
    if key != "as" {
        return ends(verb).filter(|i| is_heard(page, verb, references.get(*i)));
    }
    let cites = |at: &usize| {
        page.token(*at)
            .is_some_and(|t| page.is_frame("cites", &t.key))
    };
    let cites = (range.start + 1..before).rev().find(cites)?;
    // "Lee was quoted as saying".
    if page
        .token(cites - 1)
        .is_some_and(|t| t.class.is(Class::AUXILIARY))
    {
        return None;
    }
    let person =
        |r: &Reference| r.tokens.start > cites && r.tokens.end <= before && !is_owner(page, r);
    let named = |r: &Reference| {
        person(r) && r.manner == Manner::Person && !page.is_possessive(r.tokens.end)
    };
    references
        .iter()
        .rposition(named)
        .or_else(|| references.iter().rposition(person))
}

/// "Heard Ann Lee say": whether somebody right before the bare verb at `verb` is heard.
fn is_heard(page: &Page<'_>, verb: usize, reference: Option<&Reference>) -> bool {
    let bare = page.verb(verb).zip(page.token(verb));
    let bare = bare.is_some_and(|((verb, _), token)| token.key == verb.lemma);
    let hears = reference.and_then(|r| r.tokens.start.checked_sub(1));
    let hears = hears.and_then(|at| page.token(at));
    bare && hears.is_some_and(|t| !t.quoted && page.is_frame("perceives", &t.key))
}

/// "Ann Lee — who went so far as to say": whom "who" means, where nobody stands between it and the
/// verb.
pub(super) fn antecedent(
    page: &Page<'_>,
    range: &Range<usize>,
    verb: usize,
    references: &[Reference],
) -> Option<usize> {
    let who = |at: &usize| {
        let token = page.token(*at);
        let which = |t: &Token| t.class.is(Class::FUNCTION) && page.is_frame("which", &t.key);
        let who = |t: &Token| page.is_who(t) || which(t);
        token.is_some_and(|t| !t.quoted && who(t))
    };
    let near = verb.saturating_sub(RELATIVE).max(range.start)..verb;
    let who = near.rev().find(who);
    let who = who.filter(|who| !is_apart(page, *who, verb))?;
    // "Ann Lee, who aides say left": the verb has a subject of its own; not "who treated Al Ono said".
    let own = |r: &Reference| {
        let between = page.slice(who + 1..r.tokens.start.max(who + 1));
        let begins = between
            .last()
            .is_none_or(|t| !t.is_word() || t.class.is(Class::DETERMINER));
        r.tokens.start > who && r.tokens.end == verb && (begins || is_nominative(page, r))
    };
    if references.iter().any(own) {
        return None;
    }
    let beside = |r: &Reference| {
        let sign = page.slice(r.tokens.end.min(who)..who);
        let aside = sign.first().is_some_and(|t| t.key == "(");
        let plain = sign.len() <= 1 && !sign.iter().any(Token::is_word);
        r.tokens.end <= who && (plain || aside)
    };
    let Some(last) = references.iter().rposition(beside) else {
        return described_by(page, who, references);
    };
    // "They told Lee that": a clause of its own.
    let clause = page
        .token(who)
        .is_some_and(|t| page.is_frame("which", &t.key));
    let told = references
        .get(last)
        .and_then(|r| r.tokens.start.checked_sub(1));
    if clause && told.is_some_and(|at| page.verb(at).is_some()) {
        return None;
    }
    // "A clerk in Elm Rapids, who said": the place is a part of the description.
    let place = references
        .get(last)
        .and_then(|r| r.tokens.start.checked_sub(1));
    let place = place.filter(|at| {
        page.token(*at)
            .is_some_and(|t| page.is_frame("where", &t.key))
    });
    let whole = place.and_then(|at| references.iter().position(|r| r.tokens.end == at));
    if whole.is_some() {
        return whole;
    }
    // "A patient at Ostmark Hospital, who said": the name is a part of the description.
    let end = references.get(last).map(|r| r.tokens.end);
    let last = references.iter().position(|r| Some(r.tokens.end) == end)?;
    // "Ann Lee, the mayor of Ostmark, who said".
    let person = |r: &Reference| {
        r.manner == Manner::Person && !page.is_possessive(r.tokens.end) && !is_owner(page, r)
    };
    let before = references.get(..=last).unwrap_or_default();
    // "Ann Lee, the member for Norland Central, who said".
    let governed = references
        .get(last)
        .is_some_and(|r| is_governed(page, range, r));
    let name = |r: &Reference| r.manner == Manner::Name && !is_governed(page, range, r);
    let name = before.iter().rposition(name).filter(|_| governed);
    before.iter().rposition(person).or(name).or(Some(last))
}

/// Whether the verb does not belong to the clause that "who" or "which" begins: "a hearing, in which
/// the town argued" has a subject of its own, and "the motion in Elmford which was passed by the
/// towns said" has its verb already.
fn is_apart(page: &Page<'_>, who: usize, verb: usize) -> bool {
    let before = who.checked_sub(1).and_then(|at| page.token(at));
    let governed = before.is_some_and(|t| t.class.is(Class::PREPOSITION));
    let helps = |t: &Token| t.class.is(Class::AUXILIARY);
    let which = page
        .token(who)
        .is_some_and(|t| page.is_frame("which", &t.key));
    let passed = which && page.token(who + 1).is_some_and(helps);
    let rest = page.slice(who + 1..verb).iter().skip_while(|t| helps(t));
    governed || passed && rest.count() > 1
}

/// "The plan of Ann Lee, the head of harbour services, who said": the person of whom all that stands
/// between the comma behind the name and the one before "who" says more.
fn described_by(page: &Page<'_>, who: usize, references: &[Reference]) -> Option<usize> {
    let sign = |at: usize| page.token(at).is_some_and(|t| t.key == "," && !t.quoted);
    let comma = who.checked_sub(1).filter(|at| sign(*at))?;
    let described = |r: &Reference| {
        let words = page.slice(r.tokens.end + 1..comma);
        let other = Class::AUXILIARY.or(Class::CONJUNCTION).or(Class::SPEECH);
        let plain = |t: &Token| t.is_word() && !t.quoted && !t.class.is(other);
        r.manner <= Manner::Name
            && sign(r.tokens.end)
            && !words.is_empty()
            && words.iter().all(plain)
    };
    let mut before = references.iter().take_while(|r| r.tokens.end < comma);
    before.position(described)
}

/// What is told by the way between commas of the one named before: "Ann Lee, who fears for her
/// job, said"; none where the verb at `verb` belongs to it.
pub(super) fn by_the_way(
    page: &Page<'_>,
    range: &Range<usize>,
    verb: usize,
) -> Option<Range<usize>> {
    let sign = |at: usize| page.token(at).is_some_and(|t| t.key == "," && !t.quoted);
    let opens = |at: &usize| {
        let who = page.token(at + 1);
        sign(*at) && who.is_some_and(|t| page.is_who(t))
    };
    let start = (range.start..verb).rev().find(opens)?;
    let end = (start + 1..verb).rev().find(|at| sign(*at))?;
    Some(start..end)
}

/// How far before its verb "who" may stand, in tokens.
const RELATIVE: usize = 10;

/// "Lee left the meeting, calling it a farce": a participle has the subject of its sentence.
pub(in crate::facts) fn participle(
    page: &Page<'_>,
    range: &Range<usize>,
    cue: &Cue,
    references: &[Reference],
    before: &[usize],
) -> Option<usize> {
    let get = |i: &usize| references.get(*i);
    let document = |r: &Reference| {
        let last = r.tokens.end.checked_sub(1).and_then(|at| page.token(at));
        last.is_some_and(|t| {
            t.is_one_of(&[
                "statement",
                "letter",
                "tweet",
                "message",
                "memo",
                "post",
                "email",
                "report",
            ])
        })
    };
    let free = |i: &&usize| {
        get(i).is_some_and(|r| {
            r.manner != Manner::Place && !is_governed(page, range, r) && !document(r)
        })
    };
    // "One blogger asking": the participle's own subject.
    let heard = |r: &Reference| {
        let before = r.tokens.start.checked_sub(1).and_then(|at| page.token(at));
        let place = matches!(r.manner, Manner::Name | Manner::Place) && is_governed(page, range, r);
        before.is_some_and(|t| t.is_one_of(&["to", "with"])) || place
    };
    let touches = |r: &Reference| r.tokens.end == cue.tokens.start && !document(r) && !heard(r);
    let own = before.iter().rfind(|i| get(i).is_some_and(touches));
    let person = |i: &&usize| get(i).is_some_and(|r| r.manner == Manner::Person);
    let first = before.iter().find(|i| person(i) && free(i));
    let first = own.or(first).or_else(|| before.iter().find(free)).copied();
    // "After telling reporters so, Lee left."
    let later = || {
        let after = |i: &usize| {
            get(i).is_some_and(|r| {
                let comma = r.tokens.start.checked_sub(1).and_then(|at| page.token(at));
                r.tokens.start > cue.tokens.end
                    && r.manner == Manner::Person
                    && comma.is_some_and(|t| t.key == "," && !t.quoted)
                    && !is_governed(page, range, r)
            })
        };
        (0..references.len()).find(after)
    };
    // "The shop based in Elm issued a call urging": a place only says where.
    let says_where = |r: &Reference| r.manner == Manner::Place && is_governed(page, range, r);
    let any = || {
        before
            .first()
            .filter(|i| !get(i).is_some_and(says_where))
            .copied()
    };
    first.or_else(later).or_else(any)
}
