//! How closely two texts are looked at: what they may differ in and still be worded alike.
//!
//! Which words correspond does not depend on it, only which of them count as changed. So nothing
//! jumps while a reader tries out what to leave aside, and to leave more aside never marks more.

use super::{Change, MOST_WORK, Op, Run, Text, Token, absorb_confetti, ordered, push, runs};
use super::{spread, telling, tokens};
use crate::text::{Span, fold::fold_only, words::Tokenizer};
use similar::{Algorithm, DiffTag, capture_diff_slices};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// What two words may differ in and still count as the same, and how their difference is shown.
///
/// The usual one leaves aside what is no wording: case, typography and punctuation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct Lens {
    /// Whether case is ignored.
    pub case: bool,
    /// Whether punctuation is ignored that stands between words worded alike.
    pub punctuation: bool,
    /// Whether the forms of quotes, dashes, ligatures and the like are ignored.
    pub typography: bool,
    /// Whether words of one stem are the same.
    pub forms: bool,
    /// Whether of two words that share most of their letters only the others are changed.
    pub letters: bool,
}

/// Two texts looked at through a lens.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// The changes; they cover both texts as those of [`super::words`] do.
    pub changes: Vec<Change>,
    /// The part of the letters that both share, 0 to 1, whatever the lens.
    pub shared: f64,
}

/// Two changed passages that share less than this part of their letters have other words, whose
/// letters are not worth comparing.
const LIKE: f64 = 0.5;

/// So few letters between changed ones are alike by chance.
const STRAY: usize = 1;

impl Default for Lens {
    fn default() -> Self {
        Self {
            case: true,
            punctuation: true,
            typography: true,
            forms: false,
            letters: false,
        }
    }
}

impl Lens {
    /// Compares two texts of one language (ISO 639-1; English where none is known).
    pub fn look(self, a: &Text<'_>, b: &Text<'_>, language: Option<&str>) -> Look {
        let usual = runs(a, b);
        // Swapped texts are compared alike, as the algorithm breaks ties by the order of its inputs.
        let found = if a.in_order(b) {
            self.refined(usual.clone(), a, b, language)
        } else {
            let mut usual = usual.clone();
            usual.iter_mut().for_each(Run::swap);
            let mut found = self.refined(usual, b, a, language);
            found.iter_mut().for_each(Run::swap);
            found
        };
        let length = |it: &Change| it.a.len() + it.b.len();
        let equal: usize = spread(&usual, a, b)
            .iter()
            .filter(|change| change.op == Op::Equal)
            .map(length)
            .sum();
        let all = a.text.len() + b.text.len();
        let shared = if usual.is_empty() {
            1.0
        } else {
            equal as f64 / all as f64
        };
        let found = if found.is_empty() && all > 0 {
            vec![Run::default()]
        } else {
            found
        };
        Look {
            changes: spread(&found, a, b),
            shared,
        }
    }

    /// The changes of two texts, letter by letter where the lens asks for it.
    pub fn changes(self, a: &Text<'_>, b: &Text<'_>, language: Option<&str>) -> Vec<Change> {
        let look = self.look(a, b, language);
        let parts = look.changes.into_iter();
        parts
            .flat_map(|change| self.parts(change, a.text, b.text))
            .collect()
    }

    /// What a change of words is made of: itself, or where the lens compares letters the runs of
    /// letters that the words share and those that they do not.
    pub fn parts(self, change: Change, a: &str, b: &str) -> Vec<Change> {
        if !self.letters || change.op != Op::Replace {
            return vec![change];
        }
        self.by_letters(change, a, b)
            .unwrap_or_else(|| vec![change])
    }

    /// The runs of a diff with what the lens looks at more or less closely.
    fn refined(
        self,
        usual: Vec<Run>,
        a: &Text<'_>,
        b: &Text<'_>,
        language: Option<&str>,
    ) -> Vec<Run> {
        let mut found = Vec::with_capacity(usual.len());
        let tokenizer = self.forms.then(|| Tokenizer::new(language));
        for run in usual {
            if !run.changed {
                for (i, j) in run.a.zip(run.b) {
                    let changed = !self.sees_no_difference(a, &a.tokens[i], b, &b.tokens[j]);
                    push(&mut found, changed, i..i + 1, j..j + 1);
                }
                continue;
            }
            let Some(tokenizer) = &tokenizer else {
                push(&mut found, true, run.a, run.b);
                continue;
            };
            let stems = |text: &Text<'_>, range: Range<usize>| -> Vec<Token> {
                let tokens = text.tokens[range].iter();
                tokens.map(|it| stemmed(it, text, tokenizer)).collect()
            };
            let (from_a, from_b) = (run.a.start, run.b.start);
            for it in ordered(&stems(a, run.a), &stems(b, run.b)) {
                let moved = |range: Range<usize>, by| range.start + by..range.end + by;
                let (in_a, in_b) = (moved(it.a, from_a), moved(it.b, from_b));
                push(&mut found, it.changed, in_a, in_b);
            }
        }
        let found = self.without_marks(found, a, b);
        absorb_confetti(&a.tokens, found, telling(&a.tokens, &b.tokens))
    }

    /// Whether two words that differ in case and typography at most are the same.
    fn sees_no_difference(self, a: &Text<'_>, x: &Token, b: &Text<'_>, y: &Token) -> bool {
        if (self.case && self.typography) || (self.punctuation && !x.word) {
            return true;
        }
        let form =
            |text: &str, token: &Token| fold_only(token.span.of(text), self.case, self.typography);
        form(a.text, x) == form(b.text, y)
    }

    /// Where punctuation is ignored, changes without a word are none.
    fn without_marks(self, found: Vec<Run>, a: &Text<'_>, b: &Text<'_>) -> Vec<Run> {
        if !self.punctuation {
            return found;
        }
        let mut kept = Vec::with_capacity(found.len());
        for run in found {
            let mut tokens = a.tokens[run.a.clone()]
                .iter()
                .chain(&b.tokens[run.b.clone()]);
            let changed = run.changed && tokens.any(|token| token.word);
            push(&mut kept, changed, run.a, run.b);
        }
        kept
    }

    /// A change letter by letter; `None` where the words share too few.
    fn by_letters(self, change: Change, a: &str, b: &str) -> Option<Vec<Change>> {
        let [left, right] = [(a, change.a), (b, change.b)].map(|(text, span)| {
            let letters = span.of(text).grapheme_indices(true);
            letters
                .map(|(at, it)| {
                    let place = Span::new(at, at + it.len()).shift(span.start);
                    (place, fold_only(it, self.case, self.typography))
                })
                .collect::<Vec<_>>()
        });
        if left.len().saturating_mul(right.len()) > MOST_WORK {
            return None;
        }
        let keys = |side: &[(Span, String)]| -> Vec<String> {
            side.iter().map(|(_, key)| key.clone()).collect()
        };
        let (x, y) = (keys(&left), keys(&right));
        let turned = x > y;
        let (first, second) = if turned { (&y, &x) } else { (&x, &y) };
        let mut found = Vec::new();
        for op in capture_diff_slices(Algorithm::Myers, first, second) {
            let changed = op.tag() != DiffTag::Equal;
            push(&mut found, changed, op.old_range(), op.new_range());
        }
        let shared: usize = found
            .iter()
            .filter(|it| !it.changed)
            .map(|it| it.a.len())
            .sum();
        if 2.0 * shared as f64 <= LIKE * (x.len() + y.len()) as f64 {
            return None;
        }
        if turned {
            found.iter_mut().for_each(Run::swap);
        }
        let end = |side: &[(Span, String)], at: usize, from: usize| {
            let last = at.checked_sub(1).and_then(|last| side.get(last));
            last.map_or(from, |(span, _)| span.end)
        };
        let change = |run: Run| Change {
            op: run.op(),
            a: Span::new(
                end(&left, run.a.start, change.a.start),
                end(&left, run.a.end, change.a.start),
            ),
            b: Span::new(
                end(&right, run.b.start, change.b.start),
                end(&right, run.b.end, change.b.start),
            ),
        };
        Some(without_strays(found).into_iter().map(change).collect())
    }
}

/// A word that equals all words of its stem.
fn stemmed(token: &Token, text: &Text<'_>, tokenizer: &Tokenizer) -> Token {
    let form = fold_only(token.span.of(text.text), true, true);
    Token {
        key: tokens::key(&tokenizer.stem(&form)),
        ..*token
    }
}

/// Runs of letters where few alike between changed ones belong to the change.
fn without_strays(found: Vec<Run>) -> Vec<Run> {
    let mut kept = Vec::with_capacity(found.len());
    let last = found.len().saturating_sub(1);
    for (place, run) in found.into_iter().enumerate() {
        let stray = place > 0 && place < last && run.a.len() <= STRAY;
        push(&mut kept, run.changed || stray, run.a, run.b);
    }
    kept
}

#[cfg(test)]
mod tests;
