//! The top of a page: headline, byline, date, and what stands around them.

use super::byline::{self, is_name};
use super::page::Page;
use super::phrases::{self, is_heading, listed};
use super::raw::Raw;
use crate::model::{BlockRole, Reason};
use crate::text::{Span, fold::fold};

/// The top has at most so many blocks.
const TOP: usize = 14;

/// What the top of the page says; spans lie in the block that `headline` names.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// The block that holds the headline, and where in it.
    pub headline: Option<(usize, Span)>,
    /// Who wrote the article.
    pub byline: Option<String>,
    /// When it was published.
    pub published: Option<String>,
    /// Its address.
    pub url: Option<String>,
}

/// Reads the top of the page, as far as the first paragraph of the article, and marks what it is.
pub(super) fn read(page: &mut Page, raw: &Raw) -> Head {
    let mut head = Head {
        byline: raw.byline.clone(),
        published: raw.published.clone(),
        url: raw.url.clone(),
        ..Head::default()
    };
    let given = raw.headline.as_deref().map(fold);
    for at in 0..page.blocks.len().min(TOP) {
        let Some(role) = role(page, at, given.as_deref(), &mut head) else {
            break;
        };
        if let Some(block) = page.blocks.get_mut(at) {
            block.role = role;
        }
    }
    head
}

/// What the block at `at` is, or nothing where the article has begun.
fn role(page: &Page, at: usize, given: Option<&str>, head: &mut Head) -> Option<BlockRole> {
    let block = page.blocks.get(at)?;
    let (text, shape) = (block.text(), &block.shape);
    let whole = Span::new(0, text.len());
    if let Some(role) = labelled(text, at, head) {
        return Some(role);
    }
    if head.headline.is_none() && given.is_some_and(|given| given == shape.key) {
        head.headline = Some((at, whole));
        return Some(BlockRole::Headline);
    }
    if let Some(reason) = phrases::reason(text, shape) {
        return Some(BlockRole::Furniture(reason));
    }
    if shape.is_prose() {
        return None;
    }
    if let Some(found) = byline::parse(text, shape)
        && (head.headline.is_some() || at > 0 || found.published.is_some())
    {
        head.byline = head.byline.take().or(found.names);
        head.published = head.published.take().or(found.published);
        return Some(BlockRole::Byline);
    }
    if head.headline.is_none() {
        if (is_heading(shape) || listed("kicker", &shape.key)) && leads_to_headline(page, at + 1) {
            return Some(BlockRole::Furniture(Reason::Boilerplate));
        }
        if given.is_none() && is_headline(page, at) {
            head.headline = Some((at, whole));
            return Some(BlockRole::Headline);
        }
    } else if head.byline.is_none() && is_bare_name(page, at) {
        head.byline = Some(text.to_owned());
        return Some(BlockRole::Byline);
    }
    let label = listed("role", &shape.key) && at > 0;
    Some(if label {
        BlockRole::Byline
    } else {
        BlockRole::Body
    })
}

/// "Title: …", "Author: …", "Date: …", "URL: …", or an address alone.
fn labelled(text: &str, at: usize, head: &mut Head) -> Option<BlockRole> {
    let address = |text: &str| text.starts_with("https://") || text.starts_with("http://");
    if address(text) && !text.contains(' ') {
        head.url = head.url.take().or_else(|| Some(text.to_owned()));
        return Some(BlockRole::Furniture(Reason::Boilerplate));
    }
    let (label, value) = text.split_once(':')?;
    let label = fold(label.trim());
    let value_at = Span::new(text.len() - value.len(), text.len()).trim(text);
    let value = value.trim();
    if value.is_empty() {
        return None;
    }
    if listed("headline", &label) && head.headline.is_none() {
        head.headline = Some((at, value_at));
        return Some(BlockRole::Headline);
    }
    if listed("author", &label) && is_name(value) {
        head.byline = head.byline.take().or_else(|| Some(value.to_owned()));
        return Some(BlockRole::Byline);
    }
    if listed("date", &label)
        && let Some(found) = super::date::find(value)
    {
        head.published = head.published.take().or(Some(found.iso));
        return Some(BlockRole::Byline);
    }
    if listed("url", &label) && address(value) {
        head.url = head.url.take().or_else(|| Some(value.to_owned()));
        return Some(BlockRole::Furniture(Reason::Boilerplate));
    }
    None
}

/// Whether the block at `at` is the headline of what follows: short and without a stop, or with one
/// but followed by a byline, a date or itself.
fn is_headline(page: &Page, at: usize) -> bool {
    let Some(block) = page.blocks.get(at) else {
        return false;
    };
    let shape = &block.shape;
    let rest = page.from(at + 1);
    let body = |shape: &super::shape::Shape| shape.stop || shape.is_prose();
    if !rest.iter().any(|block| body(&block.shape)) {
        return false;
    }
    let next = rest.iter().find(|block| !block.shape.is_separator());
    let announced = next.is_some_and(|next| {
        next.shape.key == shape.key || byline::parse(next.text(), &next.shape).is_some()
    });
    let untitled = shape.stop && !shape.asks || shape.colon;
    !shape.bullet && (shape.is_title() || (at == 0 && !untitled) || (announced && !shape.colon))
}

/// Whether a headline comes before the article begins.
fn leads_to_headline(page: &Page, from: usize) -> bool {
    let top = page.from(from).iter().take(TOP);
    let mut top = top.take_while(|block| !block.shape.is_prose());
    top.any(|block| {
        block.shape.words > 2
            && block.shape.is_title()
            && byline::parse(block.text(), &block.shape).is_none()
            && phrases::reason(block.text(), &block.shape).is_none()
    })
}

/// A name without any sign that it is the author's: neither of its words stands anywhere else, as
/// those of a subheading or of somebody in the story would.
fn is_bare_name(page: &Page, at: usize) -> bool {
    let Some(block) = page.blocks.get(at) else {
        return false;
    };
    let words: Vec<_> = block.shape.key.split(' ').collect();
    let elsewhere = || {
        page.blocks
            .iter()
            .filter(|b| b.shape.key != block.shape.key)
    };
    (2..=3).contains(&words.len())
        && is_name(block.text())
        && !elsewhere().any(|block| {
            let key = &block.shape.key;
            let mut others = key.split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '-'));
            others.any(|other| words.contains(&other))
        })
}
