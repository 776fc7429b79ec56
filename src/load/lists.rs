//! Lists and teasers of other articles, and where the article has ended.

use super::byline;
use super::page::{Block, Page};
use super::phrases::is_heading;
use super::shape::bare;
use crate::model::{BlockRole, Reason};
use std::collections::BTreeSet;

/// An article has at least so many words before it can have ended.
const SHORTEST_ARTICLE: usize = 40;

/// A teaser's sentence is at most so long, in words.
const LONGEST_TEASER: usize = 60;

/// An item of a list of headlines is at most so long, in words.
const LONGEST_ITEM: usize = 30;

/// So many items make a list without a heading.
const BARE_LIST: usize = 4;

/// So many items below a heading mean that the article has ended there.
const CLEAR_LIST: usize = 3;

/// Below this share of content words in common with the article an item has nothing to do with it.
const UNRELATED: f64 = 0.25;

/// Marks lists and teasers of other articles, and what follows the article's end.
pub(super) fn mark(page: &mut Page) {
    let mut at = 0;
    while let Some(block) = page.blocks.get(at) {
        at = if block.is_body() && is_heading(&block.shape) {
            let ended = page.words_before(at) >= SHORTEST_ARTICLE;
            page.set_aside(at, at + 1, Reason::SectionHeading);
            if ended { list(page, at + 1) } else { at + 1 }
        } else {
            at + 1
        };
    }
    rhythm(page);
    bare_list(page);
}

/// Marks the list that begins at `start`, below a heading, and gives where it ends.
fn list(page: &mut Page, start: usize) -> usize {
    let content = page.content_before(start);
    let mut at = start;
    let mut items = 0;
    let mut bullets = false;
    while let Some(block) = page.blocks.get(at) {
        let (len, reason) = if !block.is_body() {
            at += 1;
            continue;
        } else if is_heading(&block.shape) {
            (1, Reason::SectionHeading)
        } else if let Some(len) = teaser(page, at).filter(|len| is_regular(page, at, *len)) {
            (len, Reason::Teaser)
        } else if is_item(block) && !(bullets && is_subheading(page, at, &content)) {
            (1, Reason::HeadlineList)
        } else {
            break;
        };
        bullets |= block.shape.bullet;
        items += usize::from(reason != Reason::SectionHeading);
        page.set_aside(at, at + len, reason);
        at += len;
    }
    if items >= CLEAR_LIST && !goes_on(page, at, &content) {
        page.set_aside(at, page.blocks.len(), Reason::AfterEnd);
    }
    at
}

/// Whether what follows from `at` on has to do with the article.
fn goes_on(page: &Page, at: usize, content: &BTreeSet<String>) -> bool {
    let mut rest = page.from(at).iter().filter(|block| block.is_body());
    rest.any(|block| block.shape.is_related(content))
}

/// A headline of another article.
fn is_item(block: &Block) -> bool {
    let shape = &block.shape;
    shape.words <= LONGEST_ITEM && (shape.is_title() || shape.bullet || shape.bar)
}

/// A title below a list of bullets, itself without one, with paragraphs of the article below it.
fn is_subheading(page: &Page, at: usize, content: &BTreeSet<String>) -> bool {
    let [title, next, ..] = page.from(at) else {
        return false;
    };
    !title.shape.bullet && next.shape.is_prose() && next.shape.is_related(content)
}

/// How many blocks a teaser has that begins at `at`: a title, perhaps a bar, name or date, and a
/// sentence or two.
fn teaser(page: &Page, at: usize) -> Option<usize> {
    let title = page.blocks.get(at)?;
    if !is_item(title) || title.shape.bullet {
        return None;
    }
    let between = page
        .from(at + 1)
        .iter()
        .take_while(|block| is_between(block));
    let between = between.count();
    let text = page.blocks.get(at + 1 + between)?;
    let sentence = text.is_body() || text.role == BlockRole::Furniture(Reason::Repeated);
    let fits = sentence && text.shape.stop && text.shape.words <= LONGEST_TEASER;
    fits.then_some(between + 2)
}

/// What stands between a teaser's title and its sentence: a bar, who wrote it, when.
fn is_between(block: &Block) -> bool {
    block.shape.is_separator()
        || block.shape.bar
        || byline::parse(block.text(), &block.shape).is_some()
}

/// A teaser that cannot be a subheading with its paragraph: a bar or a name parts title and
/// sentence, or it is one of several alike that reach to the end of the file.
fn is_regular(page: &Page, at: usize, len: usize) -> bool {
    if len > 2 {
        return true;
    }
    let mut units = 0;
    let mut at = at;
    while at < page.blocks.len() {
        match teaser(page, at) {
            Some(len) => {
                units += 1;
                at += len;
            }
            None if page.from(at).iter().all(|block| !block.is_body()) => break,
            None if page
                .from(at)
                .iter()
                .take(1)
                .all(|b| !b.is_body() || is_item(b)) =>
            {
                at += 1
            }
            None => return false,
        }
    }
    units >= 2
}

/// Marks teasers without a heading above them: title, bar, sentence, at least twice in a row.
fn rhythm(page: &mut Page) {
    let mut at = 0;
    while at < page.blocks.len() {
        let mut units = Vec::new();
        let mut next = at;
        while let Some(len) = teaser(page, next).filter(|len| *len > 2) {
            let bar = |block: &Block| block.shape.bar || bare(block.text()).is_empty();
            if !page.part(next + 1, next + len).iter().any(bar) {
                break;
            }
            units.push((next, len));
            next += len;
        }
        if units.len() >= 2 && page.words_before(at) >= SHORTEST_ARTICLE {
            for (start, len) in &units {
                page.set_aside(*start, start + len, Reason::Teaser);
            }
        }
        at = next.max(at + 1);
    }
}

/// Marks a list of headlines at the end of the file without a heading above it: most of them have
/// nothing to do with the article.
fn bare_list(page: &mut Page) {
    let is_listed = |block: &Block| !block.is_body() || (is_item(block) && !block.shape.asks);
    let tail = page
        .blocks
        .iter()
        .rev()
        .take_while(|block| is_listed(block));
    let start = page.blocks.len() - tail.count();
    let introduced = start
        .checked_sub(1)
        .and_then(|before| page.blocks.get(before))
        .is_some_and(|before| before.shape.colon);
    if introduced || page.words_before(start) < SHORTEST_ARTICLE {
        return;
    }
    let content = page.content_before(start);
    let items = || page.from(start).iter().filter(|block| block.is_body());
    let unrelated = items()
        .filter(|block| block.shape.share_in(&content) < UNRELATED)
        .count();
    let count = items().count();
    if count >= BARE_LIST && unrelated * 2 > count {
        page.set_aside(start, page.blocks.len(), Reason::HeadlineList);
    }
}
