//! The day of publication where a page does not declare it but shows it.
//!
//! A wrong day is worse than none: only what stands right below the headline is taken, or what is
//! marked as the day of publication wherever it stands, if the page marks one day alone.

use super::titles::is_same;
use crate::load::lines::date;
use crate::load::lines::phrases::tells_of_change;
use crate::load::raw::one_line;
use dom_query::{Document, NodeRef};
use std::collections::BTreeSet;

/// So many elements below the headline are looked at.
const NEAR: usize = 60;

/// A line that tells the day has at most so many words.
const LONGEST_LINE: usize = 12;

/// No such line has so many bytes, with the blanks of the file: what holds more is not looked into.
const LONGEST_TEXT: usize = 1000;

/// An element with so many words of its own is a paragraph of the article.
const SHORTEST_PARAGRAPH: usize = 20;

/// HTML's own mark, which was taken out of the standard, and those of the microformats.
const MARKED: &str = "time[pubdate], .published, .dt-published, .entry-date";

/// When the page with this headline was published, ISO 8601, and what tells it.
pub(super) fn published(document: &Document, headline: &str) -> Option<(String, &'static str)> {
    let below = below(document, headline).map(|day| (day, "the lines below the headline"));
    below.or_else(|| Some((marked(document)?, "an element marked as the date")))
}

/// The first date between the headline and the first paragraph.
fn below(document: &Document, headline: &str) -> Option<String> {
    let headings = document.select("h1, h2, h3");
    let mut headings = headings.nodes().iter();
    let heading = headings.find(|heading| is_same(&one_line(&heading.text()), headline))?;
    let within = heading.descendants_it().count();
    let root = document.root();
    let below = root
        .descendants_it()
        .skip_while(|node| node.id != heading.id);
    let elements = below.skip(within + 1).filter(NodeRef::is_element);
    for element in elements.take(NEAR) {
        if words(&element.immediate_text()) >= SHORTEST_PARAGRAPH {
            return None;
        }
        if let Some(day) = day(&element) {
            return Some(day);
        }
    }
    None
}

/// The one day that the page marks as the day of publication.
fn marked(document: &Document) -> Option<String> {
    let marked = document.select(MARKED);
    let days: BTreeSet<String> = marked.nodes().iter().filter_map(day).collect();
    let mut days = days.into_iter();
    days.next().filter(|_| days.next().is_none())
}

/// The day that a short element tells, if it is not that of a change. What is shown counts, not what
/// a `time` element says for programs; where both tell the same day, that is more exact.
fn day(element: &NodeRef<'_>) -> Option<String> {
    let text = element.text();
    if text.len() > LONGEST_TEXT {
        return None;
    }
    let text = one_line(&text);
    if words(&text) > LONGEST_LINE {
        return None;
    }
    let find = |text: &str| date::find(text).and_then(|found| found.iso);
    let shown = find(&text);
    let noted = element
        .attr("datetime")
        .and_then(|noted| find(&noted))
        .filter(|_| element.has_name("time"));
    let day = match (shown, noted) {
        (Some(shown), Some(noted)) if noted.get(..10) == shown.get(..10) => noted,
        (Some(day), _) | (None, Some(day)) => day,
        (None, None) => return None,
    };
    let names = [element.class(), element.attr("itemprop")];
    let renewed = |name: &str| name.contains("updated") || name.contains("odified");
    let changed = names.iter().flatten().any(|name| renewed(name)) || tells_of_change(&text);
    (!changed).then_some(day)
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}
