//! Reporting verbs and who their subject is.

use super::lists::Class;
use super::page::{Case, Page, Token};
use super::reference::{Manner, Reference};
use crate::text::lexicon::Lexicon;
use std::ops::Range;
use std::sync::LazyLock;

/// Small words around reporting verbs, by language.
static FRAMES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(include_str!("data/frames.txt")));

/// Whether a folded word does something around reporting verbs in the page's language; `role` is a
/// section of `frames.txt` without its language.
pub(super) fn is_frame(page: &Page<'_>, role: &str, key: &str) -> bool {
    let code = page.article.language.as_deref();
    let code = code.and_then(|code| code.get(..2)).unwrap_or("en");
    FRAMES.has_in(&format!("{code}.{role}"), key)
}

/// Words that say that somebody speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cue {
    /// Where they stand, in the page's tokens.
    pub tokens: Range<usize>,
    /// The verb's name.
    pub lemma: &'static str,
    /// Whether the verb also has uses in which nobody speaks.
    pub weak: bool,
}

/// The name of the cue that is no verb.
pub(super) const ACCORDING: &str = "according to";

/// The verbs that stand before their subject right after a quotation.
const PLAIN: [&str; 10] = [
    "say", "tell", "write", "tweet", "add", "ask", "post", "note", "explain", "continue",
];

impl Cue {
    /// Whether it is one of the verbs that nearly always give words.
    pub(super) fn is_plain(&self) -> bool {
        PLAIN.contains(&self.lemma)
    }
}

/// The cues of a sentence outside quotation marks, in order.
pub(super) fn find(page: &Page<'_>, sentence: usize) -> Vec<Cue> {
    let range = page.sentence(sentence);
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let cue = cue(page, at, &range);
        at = cue.as_ref().map_or(at + 1, |cue| cue.tokens.end);
        found.extend(cue);
    }
    found
}

fn cue(page: &Page<'_>, at: usize, range: &Range<usize>) -> Option<Cue> {
    let token = page.token(at).filter(|token| !token.quoted)?;
    let next = page.token(at + 1).filter(|_| at + 1 < range.end);
    let next = next.map_or("", |t| t.key.as_str());
    if !token.class.is(Class::FRAME.or(Class::VERB)) {
        return None;
    }
    if let Some(length) = page.lists.according(&token.key, next) {
        if is_frame(page, "aside", &token.key) && !is_aside(page, at, range) {
            return None;
        }
        let tokens = at..at + length;
        return Some(Cue {
            tokens,
            lemma: ACCORDING,
            weak: false,
        });
    }
    let (verb, length) = page.verb(at)?;
    (!is_noun(page, at, range)).then_some(Cue {
        tokens: at..at + length,
        lemma: verb.lemma,
        weak: verb.weak,
    })
}

/// Whether a phrase stands behind a comma or a mark, and before somebody: "„…“, so Frau Lahn".
fn is_aside(page: &Page<'_>, at: usize, range: &Range<usize>) -> bool {
    let before = at.checked_sub(1).filter(|i| *i >= range.start);
    let before = before.and_then(|i| page.token(i));
    let next = page.token(at + 1).filter(|_| at + 1 < range.end);
    let sign = before.is_some_and(|t| !t.is_word() && !t.is_one_of(&["-", "("]));
    sign && next.is_some_and(|t| t.is_capital() || t.class.is(Class::DETERMINER))
}

/// Whether a word that can be a reporting verb is a noun or a participle where it stands: "the
/// report", "secretary of state", "a Twitter post".
fn is_noun(page: &Page<'_>, at: usize, range: &Range<usize>) -> bool {
    let before = at
        .checked_sub(1)
        .filter(|i| *i >= range.start)
        .and_then(|i| page.token(i));
    let (Some(token), Some(before)) = (page.token(at), before) else {
        return false;
    };
    let key = token.key.as_str();
    let subjects = [
        "all", "both", "others", "many", "some", "most", "one", "each", "that", "few", "this",
        "another", "several",
    ];
    let article = before.class.is(Class::DETERMINER) && !before.is_one_of(&subjects);
    let governed = before.class.is(Class::PREPOSITION) && !key.ends_with("ing");
    let owned =
        before.key == "'s" && !key.ends_with("ed") && !matches!(key, "said" | "wrote" | "told");
    let compound = before.key == "-" && page.is_joined(at);
    let name = token.is_capital() && before.is_word();
    let plural = before.key.ends_with('s')
        || before.class.is(Class::AUXILIARY
            .or(Class::THEY)
            .or(Class::FIRST_PERSON)
            .or(Class::OTHER))
        || before.is_one_of(&["who", "you", "people", "and", "also"]);
    let plain = page.lists.is_noun(key) && !plural;
    article || governed || owned || compound || name || plain
}

/// Who speaks by a cue, as a place in the sentence's references.
///
/// With `inverts`, nothing stands between the quotation and the verb, so that the subject may
/// follow it.
pub(super) fn subject(
    page: &Page<'_>,
    range: &Range<usize>,
    cue: &Cue,
    references: &[Reference],
    inverts: bool,
) -> Option<usize> {
    let found = grammatical_subject(page, range, cue, references, inverts)?;
    Some(named_beside(page, references, found).unwrap_or(found))
}

/// "The spokesman, Al Ono,": the person whom an apposition to the description names.
fn named_beside(page: &Page<'_>, references: &[Reference], found: usize) -> Option<usize> {
    let described = references
        .get(found)
        .filter(|r| r.manner == Manner::Described)?;
    let next = references
        .get(found + 1)
        .filter(|r| r.manner == Manner::Person)?;
    let sign = |at: usize, signs: &[&str]| page.token(at).is_some_and(|t| t.is_one_of(signs));
    let beside =
        sign(described.tokens.end, &[","]) && next.tokens.start == described.tokens.end + 1;
    (beside && sign(next.tokens.end, &[",", ".", ";", "—"])).then_some(found + 1)
}

fn grammatical_subject(
    page: &Page<'_>,
    range: &Range<usize>,
    cue: &Cue,
    references: &[Reference],
    inverts: bool,
) -> Option<usize> {
    let verb = cue.tokens.start;
    let outside = |r: &Reference| page.token(r.tokens.start).is_some_and(|t| !t.quoted);
    let after = references
        .iter()
        .position(|r| r.tokens.start >= cue.tokens.end && outside(r));
    if cue.lemma == ACCORDING {
        let behind = page
            .token(verb)
            .is_some_and(|t| is_frame(page, "behind", &t.key));
        let before = |r: &Reference| r.tokens.end <= verb && outside(r);
        return match behind {
            true => references.iter().rposition(before),
            false => after,
        };
    }
    let first = clause_start(page, range, verb);
    let before: Vec<usize> = (0..references.len())
        .filter(|i| {
            references.get(*i).is_some_and(|r| {
                let before = r.tokens.start >= first && r.tokens.end <= verb;
                before && outside(r) && !page.is_possessive(r.tokens.end)
            })
        })
        .collect();
    if cue.lemma != "tell"
        && let Some(after) = after
        && let Some(reference) = references.get(after)
        && (inverts && is_near(page, cue, reference) || is_set_off(page, cue, reference))
    {
        return Some(after);
    }
    if page.token(verb).is_some_and(|t| t.key.ends_with("ing")) {
        return participle(page, range, cue, references, &before);
    }
    let near = after.filter(|i| references.get(*i).is_some_and(|r| is_near(page, cue, r)));
    nearest(page, range, verb, references, &before).or(near)
}

/// Whether a reference stands right after a verb that goes before its subject: "said Ann Lee".
fn is_near(page: &Page<'_>, cue: &Cue, reference: &Reference) -> bool {
    let between = page.slice(cue.tokens.end..reference.tokens.start);
    let other = Class::PREPOSITION
        .or(Class::AUXILIARY)
        .or(Class::CONJUNCTION);
    let plain = |t: &Token| !t.class.is(other) && (t.is_word() || t.is_one_of(&[".", "-"]));
    between.len() <= 7 && between.iter().all(plain) && !page.is_possessive(reference.tokens.end)
}

/// Whether verb and subject are set off by commas: "The plan, said Ann Lee, is".
fn is_set_off(page: &Page<'_>, cue: &Cue, reference: &Reference) -> bool {
    let comma = |at: usize| {
        page.token(at)
            .is_some_and(|t| t.is_one_of(&[",", "(", "."]))
    };
    let before = cue
        .tokens
        .start
        .checked_sub(1)
        .is_some_and(|at| page.token(at).is_some_and(|t| t.key == ","));
    cue.is_plain() && before && comma(reference.tokens.end) && is_near(page, cue, reference)
}

/// "Lee left the meeting, calling it a farce": a participle has the subject of its sentence.
fn participle(
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
    let free = |i: &&usize| get(i).is_some_and(|r| !is_governed(page, range, r) && !document(r));
    // "One blogger asking": the participle's own subject.
    let own = before
        .iter()
        .rfind(|i| get(i).is_some_and(|r| r.tokens.end == cue.tokens.start && !document(r)));
    let person = |i: &&usize| get(i).is_some_and(|r| r.manner == Manner::Person);
    let first = before.iter().find(|i| person(i) && free(i));
    let first = own
        .or(first)
        .or_else(|| before.iter().find(free))
        .or_else(|| before.first())
        .copied();
    // "After telling reporters so, Lee left."
    let opens = cue.tokens.start <= range.start + 4;
    let later = || {
        let after = |i: &usize| {
            get(i).is_some_and(|r| {
                let comma = r.tokens.start.checked_sub(1).and_then(|at| page.token(at));
                r.tokens.start > cue.tokens.end
                    && r.manner == Manner::Person
                    && comma.is_some_and(|t| !t.quoted)
                    && !is_governed(page, range, r)
            })
        };
        (0..references.len()).find(after)
    };
    if opens && first.is_none() {
        later()
    } else {
        first
    }
}

/// Where the clause of the verb begins: after a semicolon or a dash before it.
fn clause_start(page: &Page<'_>, range: &Range<usize>, verb: usize) -> usize {
    let ends = |at: &usize| {
        page.token(*at)
            .is_some_and(|t| !t.quoted && t.is_one_of(&[";", "—"]))
    };
    (range.start..verb)
        .rev()
        .find(ends)
        .map_or(range.start, |at| at + 1)
}

/// The subject among the references before the verb: the nearest that no preposition and no
/// verb governs and that is no apposition, persons first.
fn nearest(
    page: &Page<'_>,
    range: &Range<usize>,
    verb: usize,
    references: &[Reference],
    before: &[usize],
) -> Option<usize> {
    let get = |i: &usize| references.get(*i);
    let free = |i: &&usize| {
        get(i).is_some_and(|r| {
            !is_governed(page, range, r) && !is_apposition(page, range, r, references)
        })
    };
    // A name or description that ends right at the verb is its subject, whatever it is.
    let touching = before.iter().rev().find(|i| {
        get(i).is_some_and(|r| {
            let between = page.slice(r.tokens.end..verb);
            between
                .iter()
                .all(|t| t.class.is(Class::AUXILIARY.or(Class::OTHER)) || t.key.ends_with("ly"))
        })
    });
    if let Some(touching) =
        touching.filter(|i| get(i).is_some_and(|r| !is_governed(page, range, r)))
    {
        return Some(*touching);
    }
    let person = |i: &&usize| get(i).is_some_and(|r| r.manner == Manner::Person);
    let begins = |i: &&usize| get(i).is_some_and(|r| !follows_word(page, range, r));
    // A place that stands apart from the verb says where, not who.
    let place = |i: &&usize| get(i).is_some_and(|r| r.manner == Manner::Place);
    let all = || before.iter().rev().filter(|i| !place(i));
    let best = all().find(|i| person(i) && free(i) && begins(i));
    let best = best.or_else(|| all().find(|i| free(i) && begins(i)));
    let best = best.or_else(|| all().find(|i| person(i) && free(i)));
    let best = best
        .or_else(|| all().find(free))
        .or_else(|| all().find(person));
    // Nor does a name behind a preposition.
    let name = |i: &&usize| get(i).is_some_and(|r| r.manner == Manner::Name);
    best.or_else(|| all().find(|i| !name(i))).copied()
}

/// Whether a word in small letters that is no conjunction, adverb or role stands before the
/// reference with its titles: most often the verb whose object it is.
fn follows_word(page: &Page<'_>, range: &Range<usize>, reference: &Reference) -> bool {
    let mut at = reference.tokens.start;
    while at > range.start {
        let Some(token) = page.token(at - 1) else {
            return false;
        };
        let part = token.class.is(Class::DETERMINER
            .or(Class::TITLE)
            .or(Class::ADJECTIVE)
            .or(Class::SPEAKER_NOUN))
            || token.is_one_of(&["'s", ".", "-"])
            || token.is_capital();
        if !part {
            let adverb = token
                .class
                .is(Class::CONJUNCTION.or(Class::OTHER).or(Class::MONTH))
                || token.key.ends_with("ly");
            return token.case == Case::Lower && !adverb && !token.quoted;
        }
        at -= 1;
    }
    false
}

/// Whether a preposition or a verb stands before the reference.
pub(super) fn is_governed(page: &Page<'_>, range: &Range<usize>, reference: &Reference) -> bool {
    let mut at = reference.tokens.start;
    while at > range.start {
        let Some(token) = page.token(at - 1) else {
            return false;
        };
        let part = token
            .class
            .is(Class::DETERMINER.or(Class::TITLE).or(Class::ADJECTIVE))
            || token.is_one_of(&["'s", "."])
            || token.is_capital() && at > range.start + 1 && !token.class.is(Class::FUNCTION);
        if !part || token.class.is(Class::PREPOSITION) {
            return token.class.is(Class::PREPOSITION)
                && !token.is_one_of(&["like", "after", "before", "since", "until", "than"])
                || token.class.is(Class::SPEECH) && !token.quoted && token.key != "said";
        }
        at -= 1;
    }
    false
}

/// Whether the reference only says more of the one before it: "Al Ono, a spokesman, said".
fn is_apposition(
    page: &Page<'_>,
    range: &Range<usize>,
    reference: &Reference,
    references: &[Reference],
) -> bool {
    let comma = reference
        .tokens
        .start
        .checked_sub(1)
        .filter(|at| *at > range.start);
    let described = reference.manner == Manner::Described;
    described
        && comma.is_some_and(|at| {
            page.token(at).is_some_and(|t| t.key == ",")
                && references
                    .iter()
                    .any(|r| r.tokens.end == at && r.manner <= Manner::Name)
        })
}
