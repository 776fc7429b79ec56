//! How certain outlets are of the same thing.
//!
//! A hedge somewhere in a sentence says little: measured on linked sentences of annotated stories, a
//! hedge in one of two is a difference that a reader marks in 11 of 100, as often as any two linked
//! sentences differ. So it must stand with a word that both sentences have, and be plain in the
//! other; and even then it is shown and no more, unless the other says outright that it is so.

use crate::compare::clash::{Clash, Side};
use crate::compare::reading::{Noted, Pair, Reading, Token, is_saying, same_subject};
use crate::compare::stance::denial::Denials;
use crate::model::{Comparison, Fact, FindingKind, Place, QuoteKind, SentenceId, Severity, Value};
use crate::text::lexicon::Lexicon;
use crate::text::{Span, fold::fold};
use std::sync::LazyLock;

/// How many small words may stand between a hedge and what it qualifies.
const REACH: usize = 4;

/// How many words before one of a claim the word may stand that says it is one.
const CLAUSE: usize = 12;

/// Which share of the content words two sentences must share for "confirmed" in the one to be of what
/// is alleged in the other; a hedge with one shared word says less.
const ALIKE: f64 = 0.25;
const MUCH_ALIKE: f64 = 0.4;

fn list() -> &'static Lexicon {
    static LIST: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new(include_str!("../data/certainty.txt")));
    &LIST
}

/// How certain something is told to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Alleged,
    Possible,
    Probable,
    Stated,
    Certain,
}

impl Level {
    const fn word(self) -> &'static str {
        match self {
            Self::Alleged => "alleged",
            Self::Possible => "possible",
            Self::Probable => "probable",
            Self::Stated => "stated",
            Self::Certain => "certain",
        }
    }

    /// Whether the outlet does not vouch for it.
    fn is_open(self) -> bool {
        self <= Self::Possible
    }
}

/// Words that say how certain something is, by their places among the words of a sentence.
#[derive(Clone, Copy, Debug)]
pub(in crate::compare) struct Cue {
    level: Level,
    /// The first of its words.
    start: usize,
    /// The word after its last.
    end: usize,
}

/// What linked sentences of a row state with other certainty.
pub(in crate::compare) fn clash(
    comparison: &Comparison,
    cues: &Noted<Vec<Cue>>,
    pair: &Pair<'_>,
) -> Option<Clash> {
    let (left, right) = cues.of(pair)?;
    if left.is_empty() && right.is_empty() {
        return None;
    }
    outright(pair, left, right).or_else(|| hedged(comparison, pair, left, right))
}

/// The cues of a sentence outside quotation marks, but for the verb by which a quotation is given
/// ("it fell," alleged the official) and for what is denied ("is not fully proven").
pub(in crate::compare) fn cues(comparison: &Comparison, reading: &Reading) -> Vec<Cue> {
    let (tokens, id) = (&reading.tokens, reading.id);
    let denials = Denials::of(comparison, id);
    let says = |cue: &Cue| {
        let key = tokens.get(cue.start).map(|t| &t.key);
        let marked = comparison
            .quotes_of(id)
            .iter()
            .filter(|it| is_marked(it.kind));
        let mut verbs = marked.filter_map(|it| it.verb.as_deref().map(fold));
        cue.level.is_open() && verbs.any(|verb| Some(&verb) == key)
    };
    let own = |token: &Token| !is_quoted(comparison, id, token.span);
    let denied = |cue: &Cue| cue.level == Level::Certain && denials.denied(tokens, cue.start);
    let found = (0..tokens.len()).filter_map(|at| cue(tokens, at));
    found
        .filter(|cue| tokens.get(cue.start).is_some_and(own) && !denied(cue) && !says(cue))
        .collect()
}

/// The cue that begins at a word.
fn cue(tokens: &[Token], start: usize) -> Option<Cue> {
    let levels = [
        ("certain", Level::Certain),
        ("probable", Level::Probable),
        ("possible", Level::Possible),
        ("alleged", Level::Alleged),
    ];
    let level = |words: &str| {
        let mut levels = levels.iter();
        levels
            .find(|(name, _)| list().has_in(name, words))
            .map(|(_, level)| *level)
    };
    let first = tokens.get(start)?;
    if !list().begins(&first.key) {
        return None;
    }
    let next = tokens.get(start + 1).filter(|t| !t.breaks);
    // "Could not" tells that something did not come about.
    let unable = first.key == "could" && next.is_some_and(|t| t.key == "not");
    if unable || first.key == "may" && is_month(tokens, start) {
        return None;
    }
    let two = next.and_then(|next| level(&format!("{}_{}", first.key, next.key)));
    let (level, words) = match two {
        Some(level) => (level, 2),
        None => (level(&first.key)?, 1),
    };
    let end = start + words;
    Some(Cue { level, start, end })
}

/// Whether "may" is the month: before a number, or after a preposition.
fn is_month(tokens: &[Token], at: usize) -> bool {
    const BEFORE: [&str; 8] = ["in", "of", "by", "since", "until", "last", "next", "this"];
    let number = |t: &Token| t.key.starts_with(|c: char| c.is_ascii_digit());
    let before = at.checked_sub(1).and_then(|i| tokens.get(i));
    tokens.get(at + 1).is_none_or(|t| number(t) || t.breaks)
        || before.is_some_and(|t| number(t) || BEFORE.contains(&t.key.as_str()))
}

/// A piece that one sentence only alleges or holds possible, and the other says is so, in words.
fn outright(pair: &Pair<'_>, left: &[Cue], right: &[Cue]) -> Option<Clash> {
    let open = |cues: &[Cue]| cues.iter().copied().find(|cue| cue.level.is_open());
    let sure = |cues: &[Cue]| {
        let certain = cues.iter().copied().find(|cue| cue.level == Level::Certain);
        certain.filter(|_| open(cues).is_none())
    };
    let found = open(left)
        .zip(sure(right))
        .or_else(|| sure(left).zip(open(right)));
    let (x, y) = found?;
    let words = |tokens: &'_ [Token], cue: Cue, of: &[&str]| {
        let words = tokens.get(cue.start..cue.end).unwrap_or_default();
        words.iter().any(|token| of.contains(&token.key.as_str()))
    };
    let either = |of: &[&str]| words(pair.left, x, of) || words(pair.right, y, of);
    let severity = if either(&PLANS) {
        let verbs = qualified(pair.left, &x).zip(qualified(pair.right, &y));
        let one_deed = verbs.is_some_and(|(x, y)| x.stem == y.stem);
        let subjects = same_subject((pair.left, x.start), (pair.right, y.start));
        let one = either(&MODALS) && subjects && one_deed;
        Some(Severity::Notable).filter(|_| one)?
    } else {
        Some(Severity::Minor).filter(|_| pair.overlap >= ALIKE)?
    };
    Some(between(
        pair,
        severity,
        (phrase(pair.left, x), x.level),
        (phrase(pair.right, y), y.level),
    ))
}

/// A word that both sentences have, qualified in the one and told plainly in the other.
fn hedged(comparison: &Comparison, pair: &Pair<'_>, left: &[Cue], right: &[Cue]) -> Option<Clash> {
    let both = [
        (pair.left, left, pair.right, right),
        (pair.right, right, pair.left, left),
    ];
    if pair.overlap < MUCH_ALIKE {
        return None;
    }
    for (swapped, (doubt, cues, plain, others)) in both.into_iter().enumerate() {
        let conditional = plain
            .iter()
            .any(|t| matches!(t.key.as_str(), "would" | "if" | "should"));
        if conditional || others.iter().any(|cue| cue.level < Level::Stated) {
            continue;
        }
        let (open, stated) = if swapped == 0 {
            (pair.a, pair.b)
        } else {
            (pair.b, pair.a)
        };
        for cue in cues.iter().filter(|cue| cue.level.is_open()) {
            let Some(word) = qualified(doubt, cue) else {
                continue;
            };
            let same = plain.iter().position(|t| t.stem == word.stem);
            let own = |t: &&Token| {
                !is_said(comparison, stated, t.span) && !is_name(comparison, stated, t.span)
            };
            let Some(other) = same
                .filter(|&at| !is_claim(plain, at) && !is_doubted(plain, at))
                .and_then(|at| plain.get(at))
                .filter(own)
                .filter(|_| !is_name(comparison, open, word.span))
            else {
                continue;
            };
            let start = doubt.get(cue.start).map_or(word.span, |t| t.span);
            let x = (start.cover(word.span), cue.level);
            let y = (other.span, Level::Stated);
            let (x, y) = if swapped == 0 { (x, y) } else { (y, x) };
            return Some(between(pair, Severity::Minor, x, y));
        }
    }
    None
}

/// Whether a word stands in what somebody claims: "amid claims that he was framed", "they argued that it
/// was legal".
pub(in crate::compare) fn is_claim(tokens: &[Token], at: usize) -> bool {
    let before = tokens
        .get(at.saturating_sub(CLAUSE)..at)
        .unwrap_or_default();
    // Behind a comma somebody else may speak.
    let ended = tokens.get(at).is_some_and(|t| t.breaks);
    let clause = before.iter().rev().scan(ended, |ended, t| {
        let here = !*ended;
        *ended = t.breaks;
        here.then_some(t)
    });
    clause.into_iter().any(|t| list().has_in("claim", &t.key))
}

/// Whether an adjective before a word leaves open whether there is such a thing: "a possible link".
fn is_doubted(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
    before.is_some_and(|t| list().has_in("adjective", &t.key))
}

/// What a cue qualifies: the first content word after it in its phrase; of a deed that somebody is
/// accused of, not how it ranks: who is "accused of the worst crimes" is not accused of the worst.
fn qualified<'a>(tokens: &'a [Token], cue: &Cue) -> Option<&'a Token> {
    let after = tokens.get(cue.end..tokens.len().min(cue.end + REACH))?;
    let last = cue.end.checked_sub(1).and_then(|at| tokens.get(at));
    let deed = last.is_some_and(|t| matches!(t.key.as_str(), "of" | "for"));
    let ranks = |t: &&Token| deed && t.key.ends_with("st");
    let phrase = after.iter().take_while(|t| !t.breaks && !is_saying(&t.key));
    phrase.into_iter().find(|t| t.content && !ranks(t))
}

/// Words that tell a plan, and those that leave it open.
const PLANS: [&str; 2] = ["will", "won't"];
const MODALS: [&str; 3] = ["may", "might", "could"];

/// A cue with the auxiliaries before it and the words up to what it qualifies.
fn phrase(tokens: &[Token], cue: Cue) -> Span {
    const AUXILIARIES: [&str; 9] = [
        "have", "has", "had", "been", "be", "was", "were", "is", "are",
    ];
    let auxiliary = |t: &&Token| AUXILIARIES.contains(&t.key.as_str());
    let before = tokens.get(..cue.start).unwrap_or_default().iter().rev();
    let first = before
        .take_while(auxiliary)
        .last()
        .or(tokens.get(cue.start));
    let words = tokens.get(cue.start..cue.end).unwrap_or_default();
    let reach =
        cue.level != Level::Certain || words.iter().any(|t| PLANS.contains(&t.key.as_str()));
    let last = qualified(tokens, &cue).filter(|_| reach);
    let last = last.or(words.last());
    first
        .zip(last)
        .map_or(Span::default(), |(first, last)| first.span.cover(last.span))
}

fn between(pair: &Pair<'_>, severity: Severity, x: (Span, Level), y: (Span, Level)) -> Clash {
    let side = |id: SentenceId, (span, level): (Span, Level)| Side {
        place: Place {
            article: id.article,
            span,
        },
        value: level.word().to_owned(),
    };
    Clash {
        kind: FindingKind::Certainty,
        severity,
        row: pair.row,
        sides: vec![side(pair.a, x), side(pair.b, y)],
        explained: true,
    }
}

/// Whether words stand in quotation marks: somebody's, and not the outlet's.
pub(in crate::compare) fn is_quoted(comparison: &Comparison, id: SentenceId, span: Span) -> bool {
    let mut quotes = comparison.quotes_of(id).iter();
    quotes.any(|quote| is_marked(quote.kind) && quote.span.overlaps(span))
}

const fn is_marked(kind: QuoteKind) -> bool {
    matches!(kind, QuoteKind::Direct | QuoteKind::Fragment)
}

/// Whether words are somebody's, quoted or reported.
fn is_said(comparison: &Comparison, id: SentenceId, span: Span) -> bool {
    let mut quotes = comparison.quotes_of(id).iter();
    quotes.any(|quote| quote.span.overlaps(span))
}

/// Whether words are part of a name.
pub(in crate::compare) fn is_name(comparison: &Comparison, id: SentenceId, span: Span) -> bool {
    let named = |fact: &Fact| matches!(fact.value, Value::Name(_));
    let mut facts = comparison.facts_of(id).iter();
    facts.any(|fact| named(fact) && fact.span.overlaps(span))
}

#[cfg(test)]
mod tests {
    use super::{Level, cue, phrase};
    use crate::compare::reading::tokens;

    fn found(text: &str) -> Vec<(Level, &str)> {
        let read = tokens(text, 0, None);
        let cues = (0..read.len()).filter_map(|at| cue(&read, at));
        cues.map(|cue| (cue.level, phrase(&read, cue).of(text)))
            .collect()
    }

    #[test]
    fn cues_have_their_level_and_reach_to_what_they_qualify() {
        assert_eq!(
            found("It may have started in a lorry"),
            [(Level::Possible, "may have started")]
        );
        assert_eq!(
            found("It was allegedly started by a lorry"),
            [(Level::Alleged, "was allegedly started")]
        );
        assert_eq!(
            found("They have confirmed that it did"),
            [(Level::Certain, "have confirmed")]
        );
        assert_eq!(
            found("The freeze will begin in July"),
            [(Level::Certain, "will begin")]
        );
        assert_eq!(
            found("He is believed to be abroad"),
            [(Level::Alleged, "is believed to be abroad")]
        );
        assert_eq!(
            found("He was held on suspicion of theft"),
            [(Level::Alleged, "suspicion of theft")]
        );
    }

    #[test]
    fn the_month_is_no_hedge() {
        assert!(found("It closes in May, or on 3 May").is_empty());
        assert!(found("It closed last May 5").is_empty());
    }
}
