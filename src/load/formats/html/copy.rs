//! The copy of a page that the tree is built of, token by token: without what nobody reads, and with
//! the lines of what paragraphs are made of.

use super::lined::{Blanks, Dropped, Lined, Program};
use super::nesting::Nesting;
use super::tags::Tag;
use super::unread::unread;

/// The copy of a page of which the tree is built, and what is open where it has come to.
pub(super) struct Copy<'a> {
    lined: Lined<'a>,
    /// What is open after all that was taken in.
    pub nesting: Nesting,
    blanks: Blanks,
    program: Program,
    dropped: Dropped,
}

impl<'a> Copy<'a> {
    /// Nothing copied yet.
    pub(super) fn new(page: &'a str) -> Self {
        Self {
            lined: Lined::new(page),
            nesting: Nesting::default(),
            blanks: Blanks::default(),
            program: Program::default(),
            dropped: Dropped::default(),
        }
    }

    /// Takes in a text, which ends at `end`.
    pub(super) fn take_text(&mut self, text: &str, end: usize) {
        if is_blank(text) && !self.nesting.is_open("pre") {
            let part = (end - text.len(), end);
            self.lined.leave_out(self.blanks.take(Some(part)));
        } else {
            self.lined.leave_out(self.blanks.end(false));
            self.dropped.read(text, &self.nesting);
        }
    }

    /// Takes in a comment.
    pub(super) fn take_comment(&mut self, text: &str, end: usize) {
        self.lined.leave_out(self.blanks.pause());
        self.lined.leave_out(Some((end - text.len(), end)));
    }

    /// Takes in what an element holds that holds no tags.
    pub(super) fn take_raw(&mut self, text: &str, end: usize) {
        self.lined.leave_out(self.program.read(text, end));
    }

    /// Takes in a tag.
    pub(super) fn take_tag(&mut self, tag: &Tag<'_>, end: usize) {
        let start = end - tag.whole.len();
        self.nesting.take(tag);
        let name = self.nesting.name();
        if self.program.take(tag, start) || is_unread(tag, name) {
            self.lined.leave_out(self.blanks.pause());
            // A program is left out when all of it is known.
            let part = Some((start, end)).filter(|_| !self.program.is_open());
            self.lined.leave_out(part);
            return;
        }
        self.lined.leave_out(self.blanks.end(parts_lines(name)));
        if let Some(before) = self.dropped.take(tag, &self.nesting) {
            self.lined.take_back(before, end);
        } else if !tag.end {
            if Dropped::may_be(name) && !tag.closed {
                self.lined.copy_to(start);
                self.dropped.begin(self.lined.length(), &self.nesting);
            }
            if holds_paragraphs(name) {
                self.lined.note(tag.name_end);
            }
            for (from, to) in unread(tag, name) {
                self.lined.leave_out(Some((start + from, start + to)));
            }
        }
    }

    /// The whole copy.
    pub(super) fn finish(self) -> String {
        self.lined.finish()
    }
}

fn is_blank(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_whitespace())
}

/// Whether a tag without an end tag says nothing that anybody reads: it leads to a style sheet, an
/// icon, a feed.
fn is_unread(tag: &Tag<'_>, name: &str) -> bool {
    name == "link" && {
        let whole = tag.whole.to_ascii_lowercase();
        let read = ["canonical", "author", "itemprop"];
        !read.iter().any(|read| whole.contains(read))
    }
}

/// Elements of which a paragraph can be made, by their names in small letters.
fn holds_paragraphs(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "li"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "blockquote"
            | "figcaption"
            | "td"
            | "th"
            | "dd"
            | "dt"
            | "section"
            | "article"
            | "pre"
            | "main"
            | "tr"
    )
}

/// Elements that begin and end lines, so that blanks beside their tags cannot be seen.
fn parts_lines(name: &str) -> bool {
    holds_paragraphs(name)
        || matches!(
            name,
            "html"
                | "head"
                | "body"
                | "header"
                | "footer"
                | "nav"
                | "aside"
                | "ul"
                | "ol"
                | "dl"
                | "table"
                | "thead"
                | "tbody"
                | "tfoot"
                | "figure"
                | "form"
                | "hr"
                | "br"
        )
}
