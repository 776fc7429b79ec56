//! The stages in their order.

use crate::model::{Article, Comparison, Settings, Warning};
use crate::{align, compare, facts};

/// How far the work on a story has come: told to whoever waits for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Files are being read.
    Reading {
        /// How many were read so far.
        read: usize,
        /// How many there are.
        of: usize,
    },
    /// Facts and quotes are being looked for.
    Finding,
    /// Sentences are being set against each other.
    Aligning,
    /// Rows and quotes are being compared.
    Comparing,
}

/// Compares the articles of a story: facts and quotes, then links and rows, then verdicts and
/// findings.
///
/// A function of its arguments alone; the order of the articles decides their letters and the
/// order of the rows, and nothing else.
pub fn compare(articles: Vec<Article>, warnings: Vec<Warning>, settings: &Settings) -> Comparison {
    compare_telling(articles, warnings, settings, &mut |_| {})
}

/// The same, telling each stage as it begins.
pub fn compare_telling(
    articles: Vec<Article>,
    warnings: Vec<Warning>,
    settings: &Settings,
    tell: &mut dyn FnMut(Stage),
) -> Comparison {
    tell(Stage::Finding);
    let facts = facts::find(&articles);
    tell(Stage::Aligning);
    let alignment = align::align(&articles, &facts, settings);
    tell(Stage::Comparing);
    compare::compare(articles, facts, alignment, warnings, settings)
}
