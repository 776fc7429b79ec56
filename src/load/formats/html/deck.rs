//! The deck: the sentences between the headline and the text that the extractor finds.
//!
//! The extractor takes the part of the page that holds most text, and many pages print the deck, or
//! the first paragraphs, outside of it, beside the headline. What is the first thing that an outlet
//! says of a story must not read as left out.

use super::blocks::{line, paragraphs};
use super::classes::{is_deck, reason};
use super::titles::is_same;
use crate::load::raw::{Kind, Paragraph, one_line};
use crate::text::fold::fold;
use dom_query::{Document, NodeRef};

/// So many elements below the headline are looked at.
const NEAR: usize = 60;

/// And so many for what the page describes itself with: bars of buttons may stand in between.
const FAR: usize = 120;

/// Behind so many long lines the text has begun, wherever it did.
const BEGUN: usize = 6;

/// A deck has at least so many words.
const SHORTEST_DECK: usize = 6;

/// A longer one is none.
const LONGEST_DECK: usize = 80;

/// A paragraph of the article is at least so long, in words.
const SHORTEST_PARAGRAPH: usize = 12;

/// Descriptions that are cut off tell a deck by so many characters.
const BEGINNING: usize = 40;

/// A line below the headline.
pub(super) struct Line {
    paragraph: Paragraph,
    key: String,
    /// It is the deck by what the page says of itself, or by the name of its class.
    told: bool,
    /// It is a paragraph of running text.
    prose: bool,
    /// It is as long as one.
    long: bool,
}

/// The lines below the headline that may be the deck, in order. `descriptions` are those that the
/// page gives of itself: they often are the deck.
pub(super) fn below(document: &Document, headline: &str, descriptions: &[String]) -> Vec<Line> {
    let root = document.root();
    let Some(heading) = heading(&root, headline) else {
        return Vec::new();
    };
    let elements = root.descendants_it().filter(NodeRef::is_element);
    let elements = elements.skip_while(|it| it.id != heading.id).skip(1);
    let longest_headline = headline.split_whitespace().count() + 2;
    let descriptions: Vec<String> = descriptions.iter().map(|it| fold(it)).collect();
    let below = elements.take(FAR).enumerate();
    let below = below.filter(|(_, element)| holds_lines(element));
    // Most hold a word or two, which is seen with less work than what they are.
    let long = |it: &NodeRef<'_>| {
        it.text()
            .split_whitespace()
            .nth(SHORTEST_DECK - 1)
            .is_some()
    };
    let lines = below.filter(|(_, it)| long(it)).flat_map(|(at, element)| {
        let own = paragraphs(&element).into_iter();
        own.map(move |paragraph| (at < NEAR, element, paragraph))
    });
    let lines = lines.filter_map(|(near, element, paragraph)| {
        let text = paragraph.text.as_str();
        let words = text.split_whitespace().count();
        let aside = matches!(paragraph.kind, Kind::Aside(_));
        // A deck has most of the headline's words in common with it, and others besides.
        let repeats = words <= longest_headline && is_same(text, headline);
        if aside || words < SHORTEST_DECK || repeats {
            return None;
        }
        let key = fold(text);
        let told = words <= LONGEST_DECK
            && (near && is_named(&element) || descriptions.iter().any(|it| is_told(it, &key)));
        let stop = text.ends_with(['.', '!', '?', '…', '”', '"', '»', '。']);
        let long = words >= SHORTEST_PARAGRAPH;
        let prose = near && long && stop && element.has_name("p");
        let ours = (told || long) && !is_aside(&element);
        Some(Line {
            told: told && ours,
            prose: prose && ours,
            long,
            paragraph: Paragraph {
                line: line_of(&element),
                ..paragraph
            },
            key,
        })
    });
    let mut long = 0;
    let above = |line: &Line| {
        long += usize::from(line.long);
        long <= BEGUN
    };
    lines.take_while(above).collect()
}

/// The heading that says the headline, or else one that is a version of it; one in a menu, which
/// often ends with the page's own title, only where there is no other.
fn heading<'a>(root: &NodeRef<'a>, headline: &str) -> Option<NodeRef<'a>> {
    const MENUS: [&str; 4] = ["nav", "li", "aside", "footer"];
    let elements = root.descendants_it();
    let headings = elements.filter(|it| has_name(it, &["h1", "h2", "h3"]));
    let mut best = None;
    for heading in headings {
        let text = one_line(&heading.text());
        let same = text == headline;
        if same || is_same(&text, headline) {
            let outside = !heading.ancestors_it(None).any(|it| has_name(&it, &MENUS));
            let rank = (outside, same);
            if best.as_ref().is_none_or(|(best, _)| *best < rank) {
                best = Some((rank, heading));
            }
            if rank == (true, true) {
                break;
            }
        }
    }
    best.map(|(_, heading)| heading)
}

/// Puts the deck before the first paragraph of the article: of the lines above the first paragraph
/// that the article holds already, those that are told to be it, or are running text. Where none of
/// them is held it is not known where the text begins, so that only a deck that is told is taken.
pub(super) fn add(lines: Vec<Line>, paragraphs: &mut Vec<Paragraph>) {
    if !lines.iter().any(|line| line.told || line.prose) {
        return;
    }
    let keys: Vec<String> = paragraphs.iter().map(|it| fold(&it.text)).collect();
    let held = |line: &Line| {
        let mut keys = keys.iter();
        keys.any(|key| key.contains(&line.key) || is_told(&line.key, key))
    };
    let text = lines.iter().position(|line| line.long && held(line));
    let long = |it: &Paragraph| {
        let words = it.text.split_whitespace().count();
        !matches!(it.kind, Kind::Aside(_)) && words >= SHORTEST_PARAGRAPH
    };
    let Some(mut at) = paragraphs.iter().position(long) else {
        return;
    };
    let mut last = String::new();
    for line in lines.into_iter().take(text.unwrap_or(FAR)) {
        let deck = line.told || (line.prose && text.is_some());
        if deck && !held(&line) && line.key != last {
            paragraphs.insert(at, line.paragraph);
            at += 1;
            last = line.key;
        }
    }
}

/// Whether a text is what another, which may be cut off, says or begins with; both are folded.
fn is_told(description: &str, text: &str) -> bool {
    let cut = description.trim_end_matches(['.', '…', '[', ']', ' ']);
    let whole = text.trim_end_matches(['.', ' ']) == cut;
    whole || cut.chars().nth(BEGINNING).is_some() && text.starts_with(cut)
}

/// Whether an element, or that around it, is called a deck.
fn is_named(element: &NodeRef<'_>) -> bool {
    let named = |it: &NodeRef<'_>| it.class().is_some_and(|class| is_deck(&class));
    named(element) || element.parent().as_ref().is_some_and(named)
}

/// Whether an element holds text and no paragraphs.
fn holds_lines(element: &NodeRef<'_>) -> bool {
    const LINES: [&str; 9] = [
        "p", "h2", "h3", "h4", "div", "section", "span", "strong", "li",
    ];
    const PARTS: [&str; 10] = [
        "p", "div", "section", "article", "h2", "h3", "ul", "ol", "figure", "table",
    ];
    has_name(element, &LINES) && !element.children_it(false).any(|it| has_name(&it, &PARTS))
}

/// Whether an element is, or stands in, what is not the article, or leads to another one.
fn is_aside(element: &NodeRef<'_>) -> bool {
    const ASIDE: [&str; 8] = [
        "a", "aside", "nav", "footer", "form", "figure", "li", "table",
    ];
    // A class that is further away may be that of the whole page.
    let near = element.ancestors_it(Some(2));
    let classed = |it: NodeRef<'_>| it.class().is_some_and(|class| reason(&class).is_some());
    std::iter::once(*element).chain(near).any(classed)
        || element.ancestors_it(None).any(|it| has_name(&it, &ASIDE))
}

/// The line of the file in which an element begins, as far as tags tell it.
fn line_of(element: &NodeRef<'_>) -> u32 {
    let mut around = element.ancestors_it(None);
    let own = line(element).or_else(|| around.find_map(|it| line(&it)));
    own.unwrap_or(1)
}

fn has_name(node: &NodeRef<'_>, names: &[&str]) -> bool {
    node.qual_name_ref()
        .is_some_and(|name| names.contains(&&*name.local))
}
