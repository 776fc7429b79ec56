//! Saved web pages.
//!
//! ```text
//! page ─scan─▶ safe to build a tree? ─yes─▶ tree ─meta, linked_data─▶ what the page says of itself
//!                  │no                        ├─others, dom_smoothie─▶ main part ─blocks─▶ paragraphs
//!                  │                          └─deck─▶ the lines between headline and main part
//!                  └─strip─▶ text between the tags
//! ```
//!
//! The main content is found by `dom_smoothie`, a port of Mozilla's Readability (measured against
//! four other extractors on the article-extraction benchmark: the best recall of paragraphs, a
//! quarter of the time). What it keeps and is not the article (captions, lists of links, boxes,
//! posts of other sites) is not dropped but marked, so that a reader can see what was set aside. What
//! it does not keep and is the article (the deck, the first paragraphs) is looked for above it.
//! The tree builder's time grows with the square of what a hostile page nests, hence the scan.

mod attributes;
mod blocks;
mod classes;
mod copy;
mod dated;
mod deck;
mod lined;
mod linked_data;
mod meta;
mod nesting;
mod others;
mod scan;
mod strip;
mod tags;
mod titles;
mod unread;

pub(in crate::load) use meta::host;
pub(in crate::load) use strip::paragraphs as stripped;

use crate::load::formats::plain;
use crate::load::raw::{Kind, Paragraph, Raw};
use crate::model::Field;
use dom_query::Document;
use dom_smoothie::{Config, ParsePolicy, Readability};
use scan::Safe;
use std::panic::catch_unwind;
use std::thread;

/// The tree's depth is limited, but the extractor calls itself several times a level.
const STACK: usize = 64 << 20;

/// Pages of no more levels, which nearly all are, are read on the stack at hand.
const SHALLOW: usize = 64;

/// The page's own record of the article's text is taken instead of what the page shows if that is
/// a smaller part of it: the text is loaded by a script, or stands behind a wall.
const SHOWN: f64 = 0.5;

/// If the strictest way to find the main content gives fewer characters, the others are tried as
/// well, for which the extractor copies the tree each time. It is the extractor's own limit.
const LITTLE: usize = 500;

/// Reads a page. `address` is where it came from and who says so, where that is known.
pub(in crate::load) fn read(page: &str, address: Option<(&str, &str)>) -> Raw {
    let address = address.or_else(|| saved_from(page));
    let raw = match scan::scan(page) {
        Ok(safe) => {
            let built = if safe.depth <= SHALLOW {
                catch_unwind(|| from_tree(&safe, address)).ok()
            } else {
                thread::scope(|scope| {
                    let worker = thread::Builder::new().stack_size(STACK);
                    let worker = worker.spawn_scoped(scope, || from_tree(&safe, address));
                    worker.ok()?.join().ok()
                })
            };
            built.unwrap_or_else(|| by_tags(page, "its structure could not be made out"))
        }
        Err(excess) => by_tags(page, &excess.to_string()),
    };
    Raw {
        format: "saved web page".to_owned(),
        ..raw
    }
}

/// Reads a page of which a tree can be built.
fn from_tree(safe: &Safe, address: Option<(&str, &str)>) -> Raw {
    let document = Document::from(safe.page.as_str());
    let page = meta::read(&document, address);
    let mut notes = Vec::new();
    if safe.cut_off {
        notes.push("the file ends in the middle of the page; its end may be missing".into());
    }
    if page.broken {
        notes.push("its JSON-LD, which tells author and date, is broken and was left out".into());
    }
    let headline = page.declared.get(Field::Headline).unwrap_or_default();
    let below = deck::below(&document, headline, &page.descriptions);
    let one_article = |document: &Document| match safe.articles {
        0 | 1 => 0,
        _ => others::take_out(document, headline),
    };
    match one_article(&document) {
        0 => {}
        1 => notes.push("another article that the page holds in full was left out".into()),
        many => notes.push(format!(
            "{many} other articles that the page holds in full were left out"
        )),
    }
    let mut paragraphs = shown(document, Some(ParsePolicy::Strict));
    let characters = |it: &Paragraph| it.text.chars().count();
    if own(&paragraphs).map(characters).sum::<usize>() < LITTLE {
        let document = Document::from(safe.page.as_str());
        one_article(&document);
        paragraphs = shown(document, None);
    }
    if let Some(text) = &page.text
        && (length(&paragraphs) as f64) < text.len() as f64 * SHOWN
    {
        paragraphs = of_text(text);
        notes.push("the page shows little of its text; the rest was taken from its JSON-LD".into());
    }
    if length(&paragraphs) == 0 {
        paragraphs = stripped(&safe.page);
        if !paragraphs.is_empty() {
            notes.push("no main part was found in the page; all of its text was taken".into());
        }
    }
    deck::add(below, &mut paragraphs);
    Raw {
        paragraphs,
        declared: page.declared,
        notes,
        ..Raw::default()
    }
}

/// The paragraphs of the page's main content, as the extractor finds it by one policy, or by the
/// best of all.
fn shown(document: Document, policy: Option<ParsePolicy>) -> Vec<Paragraph> {
    free_headings(&document);
    let config = Config {
        keep_classes: true,
        ..Config::default()
    };
    let Ok(mut content) = Readability::with_document(document, None, Some(config)) else {
        return Vec::new();
    };
    let found = match policy {
        Some(policy) => content.parse_with_policy(policy),
        None => content.parse(),
    };
    let root = content.doc.select_single("#readability-page-1");
    let root = root.nodes().first().filter(|_| found.is_ok());
    root.map(blocks::paragraphs).unwrap_or_default()
}

/// Takes from the subheadings what the extractor would drop them for: it takes "header" in a class
/// ("subheader") for the top of the page, and reads ids, which are made of the subheading's own words.
fn free_headings(document: &Document) {
    for heading in document.select("h2, h3, h4, h5, h6").nodes() {
        heading.remove_attr("id");
        if let Some(class) = heading.class() {
            heading.set_attr("class", &class.to_lowercase().replace("header", "heading"));
        }
    }
}

/// Reads a page of which no tree can be built.
fn by_tags(page: &str, why: &str) -> Raw {
    Raw {
        paragraphs: stripped(page),
        notes: vec![format!(
            "no ordinary page ({why}): its text was read by the tags alone, without metadata, and \
             what is not the article may stand in it"
        )],
        ..Raw::default()
    }
}

/// The paragraphs of a text that may hold tags.
pub(in crate::load) fn of_text(text: &str) -> Vec<Paragraph> {
    let lower = text.to_ascii_lowercase();
    if ["<p>", "<p ", "<br", "</p>", "</div>"]
        .iter()
        .any(|tag| lower.contains(tag))
    {
        stripped(text)
    } else {
        plain::paragraphs(text)
    }
}

/// How much text the paragraphs hold that may be the article's, in bytes.
fn length(paragraphs: &[Paragraph]) -> usize {
    own(paragraphs).map(|it| it.text.len()).sum()
}

/// The paragraphs that may be the article's.
fn own(paragraphs: &[Paragraph]) -> impl Iterator<Item = &Paragraph> {
    let aside = |it: &&Paragraph| matches!(it.kind, Kind::Aside(_));
    paragraphs.iter().filter(move |it| !aside(it))
}

/// The address that browsers note at the top of a page that they save.
fn saved_from(page: &str) -> Option<(&str, &str)> {
    let top = page
        .char_indices()
        .nth(2000)
        .map_or(page, |(end, _)| page.get(..end).unwrap_or(page));
    let note = top.split_once("saved from url=(")?.1;
    let url = note.split_once(')')?.1;
    let url = url.split([' ', '\n', '\r']).next()?;
    url.starts_with("http")
        .then_some((url, "the note of the browser"))
}

#[cfg(test)]
mod tests;
