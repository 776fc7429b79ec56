//! The top of a page: headline, byline, date, and what stands around them.

pub(super) mod dateline;
pub(super) mod stamps;

use crate::load::lines::byline::{self, is_name};
use crate::load::lines::credits::is_labelled;
use crate::load::lines::phrases::{begins, is_heading, listed, tells_of_change};
use crate::load::lines::shown;
use crate::load::lines::site;
use crate::load::page::{Block, Page};
use crate::load::raw::Declared;
use crate::model::{BlockRole, Field, Reason};
use crate::text::{
    Span,
    fold::{fold, fold_only},
};
use std::ops::RangeInclusive;

/// The top has at most so many blocks.
const TOP: usize = 14;

/// The name of an outlet has at most so many words.
const LONGEST_OUTLET: usize = 6;

/// A person is named in so many words.
const AUTHOR: RangeInclusive<usize> = 2..=3;

/// A label between headline and byline has at most so many words.
const LONGEST_LABEL: usize = 4;

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

/// Reads the top of the page of `outlet`, as far as the first paragraph of the article, and marks
/// what it is.
pub(super) fn read(page: &mut Page, declared: &Declared, outlet: &str) -> Head {
    let said = |field| declared.get(field).map(str::to_owned);
    let mut head = Head {
        byline: said(Field::Byline),
        published: said(Field::Published),
        url: said(Field::Url),
        ..Head::default()
    };
    let given = declared.get(Field::Headline).map(fold);
    let own: Vec<_> = (0..)
        .zip(&page.blocks)
        .filter(|(_, block)| block.is_body())
        .collect();
    let mut top: Vec<usize> = own.into_iter().map(|(at, _)| at).take(TOP).collect();
    if let Some(first) = top.first().copied()
        && is_control(page, first, outlet)
    {
        page.set_aside(first, first + 1, Reason::Boilerplate);
        top.remove(0);
    }
    for at in top {
        let Some(role) = role(page, at, given.as_deref(), &mut head) else {
            if !has_deck(page, at, &head) {
                break;
            }
            continue;
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
    if let Some(reason) = site::reason(text, shape)
        && !(given.is_none() && is_odd_headline(page, at, reason, head))
    {
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
        let label = is_heading(shape) || listed("kicker", &shape.key) || is_placeholder(text);
        if label && leads_to_headline(page, at + 1) {
            return Some(BlockRole::Furniture(Reason::Boilerplate));
        }
        if given.is_none() && is_headline(page, at) {
            head.headline = Some((at, whole));
            return Some(BlockRole::Headline);
        }
    } else if head.byline.is_none() && is_label(page, at) && !is_above_date(page, at) {
        return Some(BlockRole::Furniture(Reason::Boilerplate));
    } else if head.byline.is_none() && (is_above_date(page, at) || is_bare_name(page, at)) {
        head.byline = Some(text.to_owned());
        return Some(BlockRole::Byline);
    }
    if head.headline.is_some() && is_topic(page, at) {
        return Some(BlockRole::Furniture(Reason::Boilerplate));
    }
    let label = at > 0 && (listed("role", &shape.key) || is_affiliation(page, at));
    Some(if label {
        BlockRole::Byline
    } else {
        BlockRole::Body
    })
}

/// Whether the running text at `at` stands between headline and byline: the line below it says who
/// wrote the article, or when to the minute, and the article comes only then.
fn has_deck(page: &Page, at: usize, head: &Head) -> bool {
    let unsigned = head.byline.is_none() && head.published.is_none();
    let next = page.blocks.get(at + 1).filter(|_| unsigned);
    let goes_on = page.from(at + 2).iter().any(|block| block.shape.is_prose());
    goes_on
        && next.is_some_and(|next| {
            let text = next.text();
            let found = byline::parse(text, &next.shape);
            let signed = |it: byline::Byline| {
                let minute = it.published.is_some_and(|it| it.contains('T'));
                minute && !tells_of_change(text) || it.names.is_some()
            };
            found.is_some_and(|it| byline::is_prefixed(text) || signed(it))
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
        && let Some(found) = crate::load::lines::date::find(value)
    {
        head.published = head.published.take().or(found.iso);
        return Some(BlockRole::Byline);
    }
    if listed("outlet", &label) && value.split_whitespace().count() <= LONGEST_OUTLET {
        return Some(BlockRole::Furniture(Reason::Boilerplate));
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
    let body = |shape: &crate::load::page::shape::Shape| shape.stop || shape.is_prose();
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

/// "Opinion: The Bridge Must Open", "Photo of Mayor Surfaces": a headline that begins as furniture
/// does, told by there being no other.
fn is_odd_headline(page: &Page, at: usize, reason: Reason, head: &Head) -> bool {
    let Some(block) = page.blocks.get(at) else {
        return false;
    };
    let first = at == 0 && reason == Reason::SectionHeading;
    head.headline.is_none()
        && reason != Reason::Separator
        && !is_labelled(block.text())
        && is_headline(page, at)
        && (first || !leads_to_headline(page, at + 1))
}

/// "The Gazette": a name in the line below the byline.
fn is_affiliation(page: &Page, at: usize) -> bool {
    let Some([byline, block]) = at.checked_sub(1).map(|above| page.part(above, at + 1)) else {
        return false;
    };
    byline.role == BlockRole::Byline
        && byline.paragraph.line + 1 == block.paragraph.line
        && block.shape.words <= LONGEST_OUTLET
        && is_name(block.text())
}

/// "[Headbar]": one word in brackets, which a page was to put something in the place of.
fn is_placeholder(text: &str) -> bool {
    let inside = text.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
    inside.is_some_and(|inside| inside.chars().all(char::is_alphanumeric))
}

/// Whether the line at `at` asks to watch the outlet itself ("Watch Harbour News"), and the headline
/// comes below it.
fn is_control(page: &Page, at: usize, outlet: &str) -> bool {
    let squeezed = |text: &str| -> String {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.collect()
    };
    page.blocks.get(at).is_some_and(|block| {
        let key = block.shape.key.as_str();
        let named = begins("control", key).and_then(|control| key.strip_prefix(control));
        named.is_some_and(|it| squeezed(it) == squeezed(&fold(outlet)))
    }) && leads_to_headline(page, at + 1)
}

/// Whether a headline comes before the article begins.
fn leads_to_headline(page: &Page, from: usize) -> bool {
    let top = page.from(from).iter().take(TOP);
    let mut top = top.take_while(|block| !block.shape.is_prose());
    top.any(|block| {
        block.shape.words > 2
            && block.shape.is_title()
            && byline::parse(block.text(), &block.shape).is_none()
            && site::reason(block.text(), &block.shape).is_none()
    })
}

/// Whether the block at `at` is a label between headline and byline ("Special report"): a few words
/// without a stop, and the byline comes next.
fn is_label(page: &Page, at: usize) -> bool {
    let byline = |block: &Block| byline::parse(block.text(), &block.shape).is_some();
    page.blocks.get(at).is_some_and(|block| {
        block.shape.words <= LONGEST_LABEL && block.shape.is_title() && !byline(block)
    }) && page.blocks.get(at + 1).is_some_and(byline)
}

/// Whether the block at `at` is a name right above a line with nothing but the date: the author's,
/// unless the text or the headline says it too.
fn is_above_date(page: &Page, at: usize) -> bool {
    let dated = |it: &Block| {
        let found = byline::parse(it.text(), &it.shape);
        found.is_some_and(|it| it.names.is_none() && it.published.is_some())
    };
    let [block, date, ..] = page.from(at) else {
        return false;
    };
    let shape = &block.shape;
    AUTHOR.contains(&shape.words)
        && is_name(block.text())
        && dated(date)
        && !listed("kicker", &shape.key)
        && !is_topic(page, at)
}

/// "Wend Bridge", "WEND BRIDGE (2)": a name and nothing else, which the headline or the text says
/// too: whom or what the article, or a picture above it, is about.
fn is_topic(page: &Page, at: usize) -> bool {
    let Some(block) = page.blocks.get(at) else {
        return false;
    };
    let number = |c: char| c.is_ascii_digit() || "() ".contains(c);
    let name = block.text().trim_end_matches(number);
    let short = name.contains(' ') && block.shape.words <= LONGEST_LABEL && block.shape.is_title();
    let typed = |text: &str| fold_only(text, false, true);
    let shouted = !name.contains(char::is_lowercase);
    let holds = |text: &str, name: &str| {
        let whole = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        let mut places = text.match_indices(name);
        places.any(|(start, _)| {
            let (before, after) = text.split_at(start);
            let after = after.strip_prefix(name).unwrap_or_default();
            whole(before.chars().next_back()) && whole(after.chars().next())
        })
    };
    let says = |other: &Block| match other.role {
        BlockRole::Headline if shouted => holds(&other.shape.key, &fold(name)),
        BlockRole::Headline => holds(&typed(other.text()), &typed(name)),
        _ => other.shape.stop && holds(other.text(), name),
    };
    let mut others = page.blocks.iter();
    short && !block.shape.bullet && others.any(says)
}

/// Names without any sign that they are the authors': none of their words stands anywhere else, as
/// those of a subheading or of somebody in the story would. Right above a caption they are the
/// photographer's.
fn is_bare_name(page: &Page, at: usize) -> bool {
    let Some(block) = page.blocks.get(at) else {
        return false;
    };
    let captioned = |below: &Block| {
        page.lined
            && block.paragraph.line + 1 == below.paragraph.line
            && shown::is_caption(below.text(), &below.shape)
    };
    if page.part(at + 1, at + 2).iter().any(captioned) {
        return false;
    }
    let own = |word: &&str| !byline::BETWEEN.contains(word);
    let initial = |word: &&str| word.len() == 1;
    let words: Vec<_> = parts(&block.shape.key)
        .filter(|it| own(it) && !initial(it))
        .collect();
    let persons = block
        .text()
        .split([',', '&'])
        .flat_map(|part| part.split(" and "));
    let named = |it: &str| AUTHOR.contains(&parts(&fold(it)).filter(own).count()) && is_name(it);
    let elsewhere = || {
        page.blocks
            .iter()
            .filter(|b| b.shape.key != block.shape.key)
            .filter(|b| site::reason(b.text(), &b.shape).is_none())
    };
    persons.map(str::trim).all(named)
        && !elsewhere().any(|block| {
            let mut others = parts(&block.shape.key);
            others.any(|other| words.contains(&other))
        })
}

/// The words of `key`, each with its apostrophes and hyphens.
fn parts(key: &str) -> impl Iterator<Item = &str> {
    let parts = key.split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '-'));
    parts.filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests;
