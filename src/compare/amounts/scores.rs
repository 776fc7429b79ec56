//! Scores and counts of votes that outlets give differently: "a 31-9 deficit", "a 31-4 deficit".
//!
//! A match has as many scores as goals, and a parliament votes again and again: two scores are of one
//! thing only where the words right beside them are, and one of the two numbers is the same.

use crate::compare::reading::Token;
use crate::model::{Amount, Unit};
use std::collections::BTreeSet;
use std::ops::Range;

/// How many words on either side of a score say what it is the score of.
const BESIDE: usize = 3;

/// What the words right beside a score, the tokens of `range`, are about; of other amounts nothing.
pub(in crate::compare) fn beside<'a>(
    amount: &Amount,
    tokens: &'a [Token],
    range: Range<usize>,
) -> BTreeSet<&'a str> {
    if amount.unit != Unit::Score {
        return BTreeSet::new();
    }
    let joined = tokens.get(range.start).is_some_and(|t| !t.breaks);
    let before = tokens.get(range.start.saturating_sub(BESIDE)..range.start);
    let before = before.filter(|_| joined).unwrap_or_default().iter();
    let end = tokens.len().min(range.end + BESIDE);
    let after = tokens.get(range.end..end).unwrap_or_default().iter();
    let words = before.chain(after.take_while(|t| !t.breaks));
    let words = words.filter(|t| t.content && !t.key.starts_with(|c: char| c.is_ascii_digit()));
    words.map(|t| t.stem.as_str()).collect()
}

/// Whether two scores have one number in common, and not the other.
pub(in crate::compare) fn differ_in_one(x: &Amount, y: &Amount) -> bool {
    let same = |x: f64, y: f64| x.to_bits() == y.to_bits();
    let seconds = x.to.zip(y.to);
    seconds.is_some_and(|(low, other)| same(x.number, y.number) != same(low, other))
}
