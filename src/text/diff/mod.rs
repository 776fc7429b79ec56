//! How the wording of two passages differs, word by word.
//!
//! The only file that knows `similar`. Words are compared by their folded form, so typography and
//! case are no change. The diff is made twice: rare words first, since they alone show which parts
//! correspond, then everything between two shared rare words. A stray shared "the" or comma between
//! two changes belongs to the change; otherwise a reworded sentence reads as confetti.

mod lens;
mod tokens;

use super::{Span, stopwords::likely_language};
pub use lens::{Lens, Look};
use serde::Serialize;
use similar::{Algorithm, DiffTag, capture_diff_slices};
use std::ops::Range;
pub use tokens::Text;
use tokens::Token;

/// One run of words that two texts share, or that stands in one of them instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What happened to the words.
    pub op: Op,
    /// The words in the first text; empty for [`Op::Insert`].
    pub a: Span,
    /// The words in the second text; empty for [`Op::Delete`].
    pub b: Span,
}

impl Change {
    /// The change as words put in or left out where one of its sides holds signs only: a comma that
    /// gives way to words is words put in.
    #[must_use]
    pub fn plain(self, left: &str, right: &str) -> Self {
        let bare = |span: Span, text: &str| !span.of(text).contains(char::is_alphanumeric);
        match self.op {
            Op::Replace if bare(self.a, left) => Self {
                op: Op::Insert,
                a: Span::new(self.a.start, self.a.start),
                ..self
            },
            Op::Replace if bare(self.b, right) => Self {
                op: Op::Delete,
                b: Span::new(self.b.start, self.b.start),
                ..self
            },
            _ => self,
        }
    }
}

/// What happened to a run of words from the first text to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Op {
    /// The same words, but for typography, case and white space.
    Equal,
    /// Other words in their place.
    Replace,
    /// Words of the first text that the second lacks.
    Delete,
    /// Words that only the second text has.
    Insert,
}

/// Above this product of token counts two texts are not diffed but called different as a whole:
/// a limit on work, as a limit on time would make the result depend on the machine. It lets two
/// texts of 2,000 tokens pass; the longest sentences of news have some 200.
const MOST_WORK: usize = 4_000_000;

/// Up to this product of token counts it is quicker to look whether two texts share a token at all
/// than to diff them.
const FEW: usize = 64;

/// Up to this product of token counts a table of all pairs is filled sooner than a path through
/// them is searched for: two and a half times as quick on sentences of news.
const TABLE: usize = 4096;

/// The most function words that may stand between two changes and count as part of them.
const LONGEST_CONFETTI: usize = 2;

/// The changes that turn `a` into `b`.
///
/// In order and without gaps they cover both texts; no two neighbours are both [`Op::Equal`] or
/// both something else; white space at the border of two runs belongs to the equal one. Swapping
/// the texts swaps the two sides of every change and alters nothing else.
pub fn words(a: &str, b: &str) -> Vec<Change> {
    changes(&Text::new(a), &Text::new(b))
}

/// The same as [`words`] of two texts that have been cut into tokens.
pub fn changes(a: &Text<'_>, b: &Text<'_>) -> Vec<Change> {
    let mut runs = runs(a, b);
    if runs.is_empty() && !(a.text.is_empty() && b.text.is_empty()) {
        runs.push(Run::default());
    }
    spread(&runs, a, b)
}

/// For each of several texts, the runs of words that none of the others has in their place.
///
/// No text is the base: of three, two alike and one other, only the other's words are marked. Of
/// one text, nothing is.
pub fn own_words(texts: &[&str]) -> Vec<Vec<Span>> {
    own_words_by(texts, changes)
}

/// The same with two texts compared another way; the changes must cover both.
pub fn own_words_by(
    texts: &[&str],
    compare: impl Fn(&Text<'_>, &Text<'_>) -> Vec<Change>,
) -> Vec<Vec<Span>> {
    let texts: Vec<Text<'_>> = texts.iter().map(|text| Text::new(text)).collect();
    let mut own: Vec<Option<Vec<Span>>> = vec![None; texts.len()];
    let mut narrow = |place: usize, changed: Vec<Span>| {
        own[place] = Some(match own[place].take() {
            Some(so_far) => overlaps(&so_far, &changed),
            None => changed,
        });
    };
    for (i, a) in texts.iter().enumerate() {
        for (j, b) in texts.iter().enumerate().skip(i + 1) {
            let found = compare(a, b);
            let changed = |side: fn(&Change) -> Span| {
                let differs = found.iter().filter(|change| change.op != Op::Equal);
                differs.map(side).filter(|span| !span.is_empty()).collect()
            };
            narrow(i, changed(|change| change.a));
            narrow(j, changed(|change| change.b));
        }
    }
    own.into_iter().map(Option::unwrap_or_default).collect()
}

/// What two ordered lists of spans both cover.
fn overlaps(a: &[Span], b: &[Span]) -> Vec<Span> {
    a.iter()
        .flat_map(|x| {
            let touching = b.iter().filter(move |y| x.overlaps(**y));
            touching.map(move |y| Span::new(x.start.max(y.start), x.end.min(y.end)))
        })
        .collect()
}

/// How much of two texts is the same words in the same order: 0 nothing, 1 everything.
///
/// The share of the tokens of both that stand in equal runs.
pub fn similarity(a: &str, b: &str) -> f64 {
    let (left, right) = (Text::new(a), Text::new(b));
    let all = left.tokens.len() + right.tokens.len();
    if all == 0 {
        return 1.0;
    }
    let runs = runs(&left, &right);
    let equal = runs.iter().filter(|run| !run.changed);
    let equal: usize = equal.map(|run| run.a.len() + run.b.len()).sum();
    equal as f64 / all as f64
}

/// A run of tokens, equal or not.
#[derive(Clone, Debug, Default)]
struct Run {
    changed: bool,
    a: Range<usize>,
    b: Range<usize>,
}

impl Run {
    fn swap(&mut self) {
        std::mem::swap(&mut self.a, &mut self.b);
    }

    fn op(&self) -> Op {
        match (self.changed, self.a.is_empty(), self.b.is_empty()) {
            (false, ..) => Op::Equal,
            (true, true, _) => Op::Insert,
            (true, _, true) => Op::Delete,
            (true, ..) => Op::Replace,
        }
    }
}

/// Runs that cover both texts, equal and changed by turns.
fn runs(a: &Text<'_>, b: &Text<'_>) -> Vec<Run> {
    // The algorithm breaks ties by the order of its inputs; a fixed order makes it symmetric.
    if a.in_order(b) {
        return ordered(&a.tokens, &b.tokens);
    }
    let mut runs = ordered(&b.tokens, &a.tokens);
    runs.iter_mut().for_each(Run::swap);
    runs
}

fn ordered(a: &[Token], b: &[Token]) -> Vec<Run> {
    if a.len().saturating_mul(b.len()) > MOST_WORK {
        return vec![Run {
            changed: true,
            a: 0..a.len(),
            b: 0..b.len(),
        }];
    }
    let mut found = Vec::new();
    // Many passages are one text, or one up to somewhere.
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    push(&mut found, false, 0..same, 0..same);
    if same == a.len() && same == b.len() {
        return found;
    }
    let telling = telling(a, b);
    let (mut from_a, mut from_b) = (same, same);
    for (at_a, at_b) in anchors(&a[same..], &b[same..], &telling) {
        let (at_a, at_b) = (at_a + same, at_b + same);
        fill(a, b, from_a..at_a, from_b..at_b, &mut found);
        push(&mut found, false, at_a..at_a + 1, at_b..at_b + 1);
        (from_a, from_b) = (at_a + 1, at_b + 1);
    }
    fill(a, b, from_a..a.len(), from_b..b.len(), &mut found);
    absorb_confetti(a, found, telling)
}

/// Whether a word says something on its own.
///
/// A diff is not told which language it is of: it is the one whose small words the two have most.
fn telling(a: &[Token], b: &[Token]) -> impl Fn(&Token) -> bool + use<> {
    let language = likely_language(a.iter().chain(b).map(|token| token.grammatical));
    move |token| token.word && !token.grammatical.meet(language)
}

/// The telling words that both lists share, in order, as pairs of places.
fn anchors(a: &[Token], b: &[Token], telling: impl Fn(&Token) -> bool) -> Vec<(usize, usize)> {
    let places = |tokens: &[Token]| -> Vec<usize> {
        (0..tokens.len()).filter(|&i| telling(&tokens[i])).collect()
    };
    let (places_a, places_b) = (places(a), places(b));
    let keys_a: Vec<u64> = places_a.iter().map(|&i| a[i].key).collect();
    let keys_b: Vec<u64> = places_b.iter().map(|&i| b[i].key).collect();
    capture_diff_slices(algorithm(keys_a.len(), keys_b.len()), &keys_a, &keys_b)
        .into_iter()
        .filter(|op| op.tag() == DiffTag::Equal)
        .flat_map(|op| op.old_range().zip(op.new_range()))
        .map(|(i, j)| (places_a[i], places_b[j]))
        .collect()
}

/// The quicker one of two that both find the longest common subsequence.
fn algorithm(a: usize, b: usize) -> Algorithm {
    if a * b <= TABLE {
        Algorithm::Lcs
    } else {
        Algorithm::Myers
    }
}

/// Diffs what lies between two anchors, all tokens alike.
fn fill(a: &[Token], b: &[Token], in_a: Range<usize>, in_b: Range<usize>, found: &mut Vec<Run>) {
    if in_a.is_empty() || in_b.is_empty() {
        push(found, true, in_a, in_b);
        return;
    }
    // Most gaps are of a word or two, and many have nothing in common.
    let (left, right) = (&a[in_a.clone()], &b[in_b.clone()]);
    let few = left.len() * right.len() <= FEW;
    if few && !left.iter().any(|token| right.contains(token)) {
        push(found, true, in_a, in_b);
        return;
    }
    let (from_a, from_b) = (in_a.start, in_b.start);
    for op in capture_diff_slices(algorithm(left.len(), right.len()), left, right) {
        let (old, new) = (op.old_range(), op.new_range());
        push(
            found,
            op.tag() != DiffTag::Equal,
            old.start + from_a..old.end + from_a,
            new.start + from_b..new.end + from_b,
        );
    }
}

/// Adds a run, or lengthens the last one when it is of the same sort.
fn push(found: &mut Vec<Run>, changed: bool, a: Range<usize>, b: Range<usize>) {
    if a.is_empty() && b.is_empty() {
        return;
    }
    match found.last_mut() {
        Some(last) if last.changed == changed => {
            last.a.end = a.end;
            last.b.end = b.end;
        }
        _ => found.push(Run { changed, a, b }),
    }
}

/// Makes equal runs of a few function words and marks between two changes part of the change.
fn absorb_confetti(a: &[Token], found: Vec<Run>, telling: impl Fn(&Token) -> bool) -> Vec<Run> {
    let is_confetti = |tokens: &[Token]| {
        let words = tokens.iter().filter(|token| token.word).count();
        words <= LONGEST_CONFETTI && !tokens.iter().any(&telling)
    };
    let mut kept: Vec<Run> = Vec::with_capacity(found.len());
    let last = found.len().saturating_sub(1);
    for (place, run) in found.into_iter().enumerate() {
        let inside = place > 0 && place < last;
        let confetti = !run.changed && inside && is_confetti(&a[run.a.clone()]);
        push(&mut kept, run.changed || confetti, run.a, run.b);
    }
    kept
}

/// Runs of tokens as changes of text; white space goes to the equal neighbour.
fn spread(runs: &[Run], a: &Text<'_>, b: &Text<'_>) -> Vec<Change> {
    let last = runs.len().saturating_sub(1);
    let mut from = (0, 0);
    let change = |(place, run): (usize, &Run)| {
        let end = |text: &Text<'_>, end: usize, from: usize| {
            let border = if place == last {
                text.text.len()
            } else {
                text.border(end, run.changed)
            };
            border.max(from)
        };
        let to = (end(a, run.a.end, from.0), end(b, run.b.end, from.1));
        let change = Change {
            op: run.op(),
            a: Span::new(from.0, to.0),
            b: Span::new(from.1, to.1),
        };
        from = to;
        change
    };
    runs.iter().enumerate().map(change).collect()
}

#[cfg(test)]
mod tests;
