//! What in the file is not the article, and why.
//!
//! Losing a paragraph of the article would read as "the outlet did not state it", so nothing is
//! set aside on one weak sign: a line goes for a phrase that no sentence consists of, a run of
//! lines for its shape together with the heading above it, the end of the file, or its having
//! nothing to do with the article.

use super::lists;
use super::page::{Block, Page};
use super::phrases;
use crate::model::{BlockRole, Reason};
use crate::text::fold::fold;
use std::collections::BTreeSet;

/// Shorter paragraphs may well be said twice.
const SHORTEST_REPEAT: usize = 5;

/// A paragraph that stands word by word in another one is a pull quote if it has so many words.
const SHORTEST_PULL_QUOTE: usize = 8;

/// Pull quotes are looked for in articles of at most so many paragraphs.
const MOST_PARAGRAPHS: usize = 600;

/// Marks every block below the top of the page that is not the article.
pub(super) fn mark(page: &mut Page, byline: Option<&str>) {
    for block in page.blocks.iter_mut().filter(|block| block.is_body()) {
        if let Some(reason) = phrases::reason(block.text(), &block.shape) {
            block.set_aside(reason);
        }
    }
    repeats(page, byline);
    pull_quotes(page);
    lists::mark(page);
}

/// Marks blocks that stood in the file before.
fn repeats(page: &mut Page, byline: Option<&str>) {
    let keys = |page: &Page, role: BlockRole| -> BTreeSet<String> {
        let blocks = page.blocks.iter().filter(|block| block.role == role);
        blocks.map(|block| block.shape.key.clone()).collect()
    };
    let headlines = keys(page, BlockRole::Headline);
    let mut bylines = keys(page, BlockRole::Byline);
    bylines.extend(byline.map(fold));
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for block in &mut page.blocks {
        let key = &block.shape.key;
        let long = block.shape.words >= SHORTEST_REPEAT;
        if block.is_body() {
            if headlines.contains(key) {
                block.set_aside(Reason::RepeatedHeadline);
                continue;
            }
            if bylines.contains(key) {
                block.set_aside(Reason::RepeatedByline);
                continue;
            }
            if long && seen.contains(key) {
                block.set_aside(Reason::Repeated);
                continue;
            }
        }
        if long {
            seen.insert(key.clone());
        }
    }
}

/// Marks paragraphs that stand word by word inside another one.
fn pull_quotes(page: &mut Page) {
    if page.blocks.len() > MOST_PARAGRAPHS {
        return;
    }
    let trimmed = |block: &Block| {
        let marks = |c: char| c.is_whitespace() || c == '"' || c == '\'';
        block.shape.key.trim_matches(marks).to_owned()
    };
    let keys: Vec<_> = page.blocks.iter().map(trimmed).collect();
    let inside: Vec<_> = (0..keys.len())
        .filter(|at| {
            let (block, key) = (&page.blocks[*at], &keys[*at]);
            let holds = |other: &Block| {
                other.is_body()
                    && other.shape.key.len() > key.len() + 2
                    && other.shape.key.contains(key)
            };
            block.is_body()
                && block.shape.words >= SHORTEST_PULL_QUOTE
                && page.blocks.iter().any(holds)
        })
        .collect();
    for at in inside {
        page.set_aside(at, at + 1, Reason::Repeated);
    }
}
