//! Names: where they stand, and who and what they name.

pub(super) mod ages;
mod apposition;
mod bearers;
pub(super) mod cast;
mod divide;
mod forms;
mod mentions;
pub(super) mod modifying;
pub(super) mod persons;
mod several;
mod short;
pub(super) mod spellings;
mod things;

use std::ops::Range;

/// One place where a name stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    /// The name proper, without titles, in the page's tokens.
    pub tokens: Range<usize>,
    /// Where the titles and roles right before it begin.
    pub start: usize,
    /// The sentence that holds it.
    pub sentence: usize,
    /// Its words, folded, without stops and accents; hyphenated ones are one.
    pub parts: Vec<String>,
    /// The titles and roles right before it and those of appositions beside it, folded.
    pub titles: Vec<String>,
}
