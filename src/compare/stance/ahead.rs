//! What is still to come for one outlet and done for another: "is set to vote", "voted".

use crate::compare::clash::{Clash, Side};
use crate::compare::reading::{Noted, Pair, Reading, Token, content, same_subject};
use crate::compare::stance::certainty::is_quoted;
use crate::compare::times::days;
use crate::model::{Comparison, FindingKind, SentenceId, Severity};
use crate::text::Span;
use crate::text::lexicon::Lexicon;
use std::sync::LazyLock;

/// How many words may stand between those of a plan and its verb.
const REACH: usize = 3;

/// How many words before a verb tell whether it came about.
const BEFORE: usize = 3;

/// How many words on either side of a verb say what is done, and by whom.
const AROUND: usize = 9;

/// How many of them must be the same for two verbs to be of one event; and where the subject is the
/// same.
const SHARED: usize = 3;
const SHARED_OF_ONE: usize = 1;

fn list() -> &'static Lexicon {
    static LIST: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new(include_str!("../data/ahead.txt")));
    &LIST
}

/// An event that a sentence tells as still to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::compare) struct Plan {
    /// The place of its verb among the words of the sentence.
    verb: usize,
    /// How the verb tells it as done, as far as it does so in no regular way.
    pasts: Vec<&'static str>,
    /// The words of it in the article's text.
    span: Span,
}

/// What a sentence tells as still to come, outside quotation marks.
pub(in crate::compare) fn plans(comparison: &Comparison, reading: &Reading) -> Vec<Plan> {
    let language = comparison.article(reading.id.article).language.as_deref();
    if language.is_some_and(|code| !code.starts_with("en")) {
        return Vec::new();
    }
    let tokens = &reading.tokens;
    let found = (0..tokens.len()).filter_map(|at| plan(tokens, at));
    found
        .filter(|plan| !is_quoted(comparison, reading.id, plan.span))
        .collect()
}

/// What the words of a plan that begin at a word say is to come.
fn plan(tokens: &[Token], at: usize) -> Option<Plan> {
    let first = tokens.get(at)?;
    let to = tokens.get(at + 1).is_some_and(|t| t.key == "to");
    let start = match () {
        () if is(first, "en.future") => at + 1,
        () if is(first, "en.plan") && to => at + 2,
        () => return None,
    };
    let between = |t: &Token| is(t, "en.between") || t.key.ends_with("ly");
    let mut rest = (start..tokens.len()).take(REACH + 1);
    let verb = rest.find(|&it| tokens.get(it).is_some_and(|t| !between(t)))?;
    let words = tokens.get(at..=verb)?;
    let joined = words.iter().skip(1).all(|t| !t.breaks);
    let word = words.last().filter(|t| t.content && !is(t, "en.light"))?;
    let lapsed = phrase(tokens, at).take(2).any(|t| is(t, "en.lapsed"));
    let auxiliary = phrase(tokens, at).next().filter(|t| is(t, "en.auxiliary"));
    (joined && !lapsed).then(|| Plan {
        verb,
        // "will be held"
        pasts: pasts(word, words.iter().any(|t| t.key == "be")),
        span: auxiliary.unwrap_or(first).span.cover(word.span),
    })
}

/// What one of two linked sentences tells as still to come and the other as done.
///
/// Only where both tell the same deed of the same subject, or with the same things around it, and of
/// no two days: a rally that is ahead is not the one that was held last week.
pub(in crate::compare) fn clash(
    comparison: &Comparison,
    plans: &Noted<Vec<Plan>>,
    pair: &Pair<'_>,
) -> Option<Clash> {
    let (left, right) = plans.of(pair)?;
    if left.is_empty() && right.is_empty() || days::differ(comparison, pair) {
        return None;
    }
    let ahead = |id: SentenceId, plan: &Plan| Side::new(id.article, plan.span, "still ahead");
    let done = |id: SentenceId, span: Span| Side::new(id.article, span, "done");
    let first = |plan: &Plan| {
        let deed = deed((pair.left, plan), (pair.right, right))?;
        let own = is_quoted(comparison, pair.b, deed);
        (!own).then(|| vec![ahead(pair.a, plan), done(pair.b, deed)])
    };
    let second = |plan: &Plan| {
        let deed = deed((pair.right, plan), (pair.left, left))?;
        let own = is_quoted(comparison, pair.a, deed);
        (!own).then(|| vec![done(pair.a, deed), ahead(pair.b, plan)])
    };
    let found = left.iter().find_map(first);
    let sides = found.or_else(|| right.iter().find_map(second))?;
    Some(Clash {
        kind: FindingKind::Date,
        severity: Severity::Notable,
        row: pair.row,
        sides,
        explained: true,
    })
}

/// Where another sentence tells as done what a plan is of.
fn deed((tokens, plan): (&[Token], &Plan), (others, plans): (&[Token], &[Plan])) -> Option<Span> {
    let verb = tokens.get(plan.verb)?;
    let is_done = |tokens: &[Token], at: usize| {
        let word = tokens.get(at)?;
        (is_past(verb, &plan.pasts, word) && came_about(tokens, at)).then_some(word.span)
    };
    let of_other = |other: &Plan| others.get(other.verb).is_some_and(|t| t.stem == verb.stem);
    if plans.iter().any(of_other) || (0..tokens.len()).any(|at| is_done(tokens, at).is_some()) {
        return None;
    }
    (0..others.len()).find_map(|at| {
        let span = is_done(others, at)?;
        let (near, there) = (
            content(around(tokens, plan.verb)),
            content(around(others, at)),
        );
        let shared = near.intersection(&there).filter(|&stem| *stem != verb.stem);
        let enough = if same_subject((tokens, plan.verb), (others, at)) {
            SHARED_OF_ONE
        } else {
            SHARED
        };
        (shared.count() >= enough).then_some(span)
    })
}

/// The past and the participle of a verb, as far as they are not regular.
fn pasts(verb: &Token, passive: bool) -> Vec<&'static str> {
    let entries = list().section("en.past");
    let forms = entries.filter_map(|entry| entry.rsplit_once('_'));
    forms
        .filter(|(base, past)| *base == verb.key || passive && *past == verb.key)
        .map(|(_, past)| past)
        .collect()
}

/// Whether a word is the past or the participle of a verb, of which `pasts` are not regular.
fn is_past(verb: &Token, pasts: &[&str], word: &Token) -> bool {
    word.stem == verb.stem && word.key.ends_with("ed") || pasts.contains(&word.key.as_str())
}

/// Whether the verb at a place tells something that came about.
fn came_about(tokens: &[Token], verb: usize) -> bool {
    let open = |t: &Token| is(t, "en.open") || t.key.ends_with("n't");
    let mut near = phrase(tokens, verb).take(BEFORE);
    let none = phrase(tokens, verb)
        .next()
        .is_some_and(|t| is(t, "en.article"));
    !none && !near.any(open)
}

/// Whether a word is in a section of the list.
fn is(token: &Token, section: &str) -> bool {
    list().has_in(section, &token.key)
}

/// The words before one that no sign parts from it, the nearest first.
fn phrase(tokens: &[Token], at: usize) -> impl Iterator<Item = &Token> {
    let words = tokens.get(..=at).unwrap_or_default().windows(2).rev();
    words
        .take_while(|pair| matches!(pair, [_, next] if !next.breaks))
        .filter_map(|pair| pair.first())
}

/// The words on either side of one, and itself.
fn around(tokens: &[Token], at: usize) -> &[Token] {
    let end = tokens.len().min(at + AROUND + 1);
    tokens
        .get(at.saturating_sub(AROUND)..end)
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{came_about, deed, plan};
    use crate::compare::reading::tokens;

    #[test]
    fn plans_are_told_in_words_that_leave_them_open() {
        let found = |text: &str| {
            let read = tokens(text, 0, None);
            let plans = (0..read.len()).find_map(|at| plan(&read, at));
            plans.map(|plan| plan.span.of(text).to_owned())
        };
        let told = |text: &str, words: &str| assert_eq!(found(text).as_deref(), Some(words));
        told("The council is set to vote on the quay", "is set to vote");
        told("The quay will now be widened", "will now be widened");
        told(
            "Council plans to formally reject it",
            "plans to formally reject",
        );
        for none in [
            "The council was set to vote on the quay",
            "The council will have a quay",
            "The council voted to widen the quay",
            "The set, to be seen, is new",
            "It will no longer be",
        ] {
            assert_eq!(found(none), None, "{none}");
        }
    }

    #[test]
    fn a_deed_is_the_past_of_the_planned_verb_and_came_about() {
        let done = |planned: &str, told: &str| {
            let (ahead, after) = (tokens(planned, 0, None), tokens(told, 0, None));
            let plan = (0..ahead.len()).find_map(|at| plan(&ahead, at)).unwrap();
            deed((&ahead, &plan), (&after, &[])).map(|span| span.of(told).to_owned())
        };
        let planned = "The harbour council will hold a hearing on the ferry";
        let found = |told: &str| done(planned, told);
        assert_eq!(found("The council held a hearing").as_deref(), Some("held"));
        assert_eq!(found("The council would have held a hearing"), None);
        assert_eq!(found("The council is holding a hearing"), None);
        assert_eq!(found("A hearing held the ferry up"), None);
        let passive = "A hearing on the ferry will be held by the council";
        assert_eq!(done(passive, "A hearing was held").as_deref(), Some("held"));
        let number = "The council will be one of the ferry's owners";
        assert_eq!(done(number, "The council is one of its owners"), None);
        assert!(!came_about(&tokens("the elected council", 0, None), 1));
    }
}
