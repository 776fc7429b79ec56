//! The stages in their order.

use crate::model::{Article, Comparison, Settings, Warning};
use crate::{align, compare, facts};

/// Compares the articles of a story: facts and quotes, then links and rows, then verdicts and
/// findings.
///
/// A function of its arguments alone; the order of the articles decides their letters and the
/// order of the rows, and nothing else.
pub fn compare(articles: Vec<Article>, warnings: Vec<Warning>, settings: &Settings) -> Comparison {
    let facts = facts::find(&articles);
    let alignment = align::align(&articles, &facts, settings);
    compare::compare(articles, facts, alignment, warnings, settings)
}
