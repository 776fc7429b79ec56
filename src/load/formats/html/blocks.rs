//! The paragraphs of a tree: one for each block of text, with what its element says it is.

use super::classes;
use super::lined::{LINE, LINK_SHARE};
use crate::load::formats::plain;
use crate::load::raw::{Kind, Paragraph};
use crate::model::Reason;
use dom_query::{NodeData, NodeRef};

/// Larger parts are no captions or boxes, whatever their class is called.
const LARGEST_BOX: usize = 100;

/// The paragraphs below `root`, in order.
pub(super) fn paragraphs(root: &NodeRef<'_>) -> Vec<Paragraph> {
    let mut walk = Walk::default();
    walk.children(
        root,
        Place {
            line: 1,
            ..Place::default()
        },
    );
    walk.flush(Place::default());
    let blocks = walk.blocks.into_iter();
    blocks.map(|block| block.paragraph).collect()
}

/// Where in the tree the walk is.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    kind: Kind,
    line: u32,
    linked: bool,
}

/// A paragraph and what part of it links are.
struct Block {
    paragraph: Paragraph,
    share: f64,
}

/// What was read and not yet made a paragraph of.
#[derive(Default)]
struct Walk {
    blocks: Vec<Block>,
    text: String,
    linked: usize,
}

/// What an element does to the text in it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// It stands inside a line.
    Inline,
    /// Its text is a paragraph of its own.
    Block,
    /// Its blocks are items of one list.
    List,
    /// A cell in a row of a table.
    Cell,
    /// A line break.
    Break,
    /// Words of somebody, without marks.
    Cited,
    /// Text with its own line breaks.
    Preformatted,
    /// Nothing to read.
    Silent,
}

fn role(name: &str) -> Role {
    match name {
        "br" => Role::Break,
        "q" => Role::Cited,
        "pre" => Role::Preformatted,
        "td" | "th" => Role::Cell,
        "ul" | "ol" | "dl" | "menu" => Role::List,
        "script" | "style" | "template" | "noscript" | "svg" | "math" | "iframe" | "object"
        | "video" | "audio" | "canvas" | "head" | "title" | "input" | "textarea" => Role::Silent,
        "p" | "div" | "section" | "article" | "main" | "header" | "footer" | "nav" | "aside"
        | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" | "dt" | "dd" | "table" | "thead"
        | "tbody" | "tfoot" | "tr" | "caption" | "blockquote" | "figure" | "figcaption"
        | "address" | "hr" | "fieldset" | "form" | "details" | "summary" | "center" | "body"
        | "html" | "button" | "select" | "option" | "legend" | "hgroup" | "dialog" => Role::Block,
        _ => Role::Inline,
    }
}

impl Walk {
    fn children(&mut self, node: &NodeRef<'_>, place: Place) {
        for child in node.children_it(false) {
            if child.is_text() {
                self.read(&child, place);
            } else if child.is_element() {
                self.element(&child, place);
            }
        }
    }

    fn read(&mut self, node: &NodeRef<'_>, place: Place) {
        let before = self.text.len();
        node.query(|node| {
            if let NodeData::Text { contents } = &node.data {
                // Line breaks of the file mean nothing in a page.
                let pieces = contents.split(['\n', '\r', '\t', '\u{c}']);
                for (piece, more) in pieces.zip(0..) {
                    self.text.push_str(if more > 0 { " " } else { "" });
                    self.text.push_str(piece);
                }
            }
        });
        if place.linked {
            self.linked += self.text.get(before..).map_or(0, letters);
        }
    }

    fn element(&mut self, node: &NodeRef<'_>, around: Place) {
        let Some(name) = node.qual_name_ref() else {
            return;
        };
        let name = &*name.local;
        let role = role(name);
        let mut place = around;
        place.line = line(node).unwrap_or(around.line);
        place.linked |= name == "a" && !is_address(node);
        if let Some(kind) = kind(node, name) {
            place.kind = match around.kind {
                Kind::Aside(_) => around.kind,
                _ => kind,
            };
        }
        match role {
            Role::Silent => {}
            Role::Break => self.text.push('\n'),
            Role::Inline if place.kind == around.kind => self.children(node, place),
            Role::Cited => {
                let marked = node
                    .text()
                    .trim_start()
                    .starts_with(['“', '"', '„', '«', '»', '‘']);
                self.text.push_str(if marked { "" } else { "“" });
                self.children(node, place);
                self.text.push_str(if marked { "" } else { "”" });
            }
            Role::Cell => {
                if !self.text.trim().is_empty() {
                    self.text.push_str(" | ");
                }
                self.children(node, place);
            }
            Role::Preformatted => {
                self.flush(around);
                for paragraph in plain::paragraphs(&node.text()) {
                    let line = place.line + paragraph.line - 1;
                    self.push(paragraph.text, Place { line, ..place });
                }
            }
            Role::Block | Role::List | Role::Inline => {
                self.flush(around);
                let first = self.blocks.len();
                self.children(node, place);
                self.flush(place);
                if role == Role::List {
                    self.judge_list(first);
                }
            }
        }
    }

    /// Ends the paragraph that is being read.
    fn flush(&mut self, place: Place) {
        let text = std::mem::take(&mut self.text);
        let linked = std::mem::take(&mut self.linked);
        let share = match linked {
            0 => 0.0,
            _ => linked as f64 / letters(&text).max(1) as f64,
        };
        let mut kind = place.kind;
        if kind == Kind::Text && share > LINK_SHARE {
            kind = Kind::Aside(Reason::HeadlineList);
        }
        for paragraph in plain::lines_joined(&text) {
            self.push(paragraph, Place { kind, ..place });
            if let Some(block) = self.blocks.last_mut() {
                block.share = share;
            }
        }
    }

    /// `text` is one clean line.
    fn push(&mut self, text: String, place: Place) {
        if !text.is_empty() {
            let paragraph = Paragraph {
                text,
                line: place.line.max(1),
                kind: place.kind,
            };
            let share = 0.0;
            self.blocks.push(Block { paragraph, share });
        }
    }

    /// Sets aside the blocks from `first` on, which are one list, if it is one of links.
    fn judge_list(&mut self, first: usize) {
        let blocks = self.blocks.get_mut(first..).unwrap_or_default();
        let (linked, all) = blocks.iter().fold((0.0, 0.0), |(linked, all), block| {
            let letters = letters(&block.paragraph.text) as f64;
            (linked + block.share * letters, all + letters)
        });
        if linked > all * LINK_SHARE {
            for block in blocks.iter_mut() {
                if block.paragraph.kind == Kind::Text {
                    block.paragraph.kind = Kind::Aside(Reason::HeadlineList);
                }
            }
        }
    }
}

/// Whether a link is somebody's address: it leads to no other article.
fn is_address(link: &NodeRef<'_>) -> bool {
    let address = link.attr("href");
    address.is_some_and(|it| it.starts_with("mailto:") || it.starts_with("tel:"))
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// The line of the file in which the element begins.
pub(super) fn line(node: &NodeRef<'_>) -> Option<u32> {
    node.attr(LINE)?.parse().ok()
}

/// What the element says of all the text in it.
fn kind(node: &NodeRef<'_>, name: &str) -> Option<Kind> {
    if let Some(reason) = node.class().and_then(|class| classes::reason(&class))
        && (reason == Reason::Embed || node.text().split_whitespace().count() <= LARGEST_BOX)
    {
        return Some(Kind::Aside(reason));
    }
    match name {
        "blockquote" => Some(Kind::Quote),
        "figcaption" => Some(Kind::Aside(Reason::Credit)),
        "figure" => {
            let holds = |name: &str| !node.find_descendants(name).is_empty();
            let text = holds("blockquote") || holds("table") || holds("p") && !holds("figcaption");
            (!text).then_some(Kind::Aside(Reason::Credit))
        }
        "aside" | "nav" | "form" | "button" | "select" | "fieldset" | "footer" | "dialog" => {
            Some(Kind::Aside(Reason::Boilerplate))
        }
        _ => None,
    }
}
