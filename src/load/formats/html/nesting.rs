//! How deeply the elements of a page are nested, by its tags alone.

use super::tags::Tag;
use std::collections::BTreeMap;

/// How many elements are open; never fewer than a tree builder would have, but for end tags that
/// may be left out.
#[derive(Default)]
pub(super) struct Nesting {
    open: BTreeMap<String, usize>,
    /// The name of the last tag in small letters.
    name: String,
    /// How many there are.
    pub depth: usize,
    /// Elements of a drawing or formula are open, in which `/>` closes.
    foreign: bool,
}

impl Nesting {
    /// Takes in the next tag of the page.
    pub(super) fn take(&mut self, tag: &Tag<'_>) {
        self.name.clear();
        self.name.push_str(tag.name);
        self.name.make_ascii_lowercase();
        let name = self.name.as_str();
        let root = ["svg", "math"].contains(&name);
        if root {
            self.foreign = !tag.end && !tag.closed;
        } else if self.foreign && leaves_foreign(name) {
            self.foreign = false;
        }
        if never_nests(name) || ((self.foreign || root) && tag.closed) {
            return;
        }
        match self.open.get_mut(name) {
            Some(open) if !tag.end => {
                *open += 1;
                self.depth += 1;
            }
            Some(open) if *open > 0 => {
                *open -= 1;
                self.depth -= 1;
            }
            None if !tag.end => {
                self.open.insert(name.to_owned(), 1);
                self.depth += 1;
            }
            _ => {}
        }
    }

    /// The name of the last tag in small letters.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Whether a part of the page is open whose end tag may not be left out.
    pub(super) fn holds_parts(&self) -> bool {
        let parts = ["div", "article", "main", "section"];
        parts.iter().any(|part| self.is_open(part))
    }

    /// Whether an element with this name, in small letters, is open.
    pub(super) fn is_open(&self, name: &str) -> bool {
        self.open.get(name).is_some_and(|open| *open > 0)
    }
}

/// Elements without content, and those that a sibling closes.
fn never_nests(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
            | "p"
            | "li"
            | "dt"
            | "dd"
            | "option"
            | "optgroup"
            | "tr"
            | "td"
            | "th"
            | "thead"
            | "tbody"
            | "tfoot"
            | "html"
            | "head"
            | "body"
            | "colgroup"
            | "rb"
            | "rt"
            | "rp"
            | "rtc"
    )
}

/// Start tags that end a drawing or formula, or begin a page inside it (HTML, section 13.2.6.5).
fn leaves_foreign(name: &str) -> bool {
    matches!(
        name,
        "b" | "big"
            | "blockquote"
            | "body"
            | "br"
            | "center"
            | "code"
            | "dd"
            | "div"
            | "dl"
            | "dt"
            | "em"
            | "embed"
            | "font"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "head"
            | "hr"
            | "i"
            | "img"
            | "li"
            | "listing"
            | "menu"
            | "meta"
            | "nobr"
            | "ol"
            | "p"
            | "pre"
            | "ruby"
            | "s"
            | "small"
            | "span"
            | "strong"
            | "strike"
            | "sub"
            | "sup"
            | "table"
            | "tt"
            | "u"
            | "ul"
            | "var"
            | "foreignobject"
            | "desc"
            | "title"
            | "annotation-xml"
            | "mi"
            | "mo"
            | "mn"
            | "ms"
            | "mtext"
    )
}
