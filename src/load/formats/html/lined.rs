//! The parts of [`Copy`](super::copy::Copy): what of a page is copied and what left out, and which line
//! it has come to.

use super::nesting::Nesting;
use super::tags::Tag;

/// A block of which links take a larger share leads to other articles. Measured on the
/// article-extraction benchmark: cutting there loses nothing of an article's body.
pub(super) const LINK_SHARE: f64 = 0.8;

/// The attribute that tells in which line of the file an element begins.
///
/// Its name is short because the tree builder reads names a character at a time.
pub(super) const LINE: &str = "_l";

/// From where to where a part of the page reaches.
pub(super) type Part = (usize, usize);

/// A copy of a page in which tags tell their lines.
pub(super) struct Lined<'a> {
    page: &'a str,
    copy: String,
    copied: usize,
    line: usize,
}

impl<'a> Lined<'a> {
    /// Nothing copied yet.
    pub(super) fn new(page: &'a str) -> Self {
        Self {
            page,
            copy: String::with_capacity(page.len() + page.len() / 8),
            copied: 0,
            line: 1,
        }
    }

    /// Tells the line at `at`, which is the end of a tag's name.
    pub(super) fn note(&mut self, at: usize) {
        self.copy_to(at);
        self.copy
            .extend([" ", LINE, "=", &self.line.to_string(), " "]);
    }

    /// Copies what stands before `part`, given by its start and end, and leaves that out.
    pub(super) fn leave_out(&mut self, part: Option<Part>) {
        if let Some((start, end)) = part.filter(|(start, end)| start < end) {
            self.copy_to(start);
            self.pass(end);
        }
    }

    /// Copies all that stands before `at`.
    pub(super) fn copy_to(&mut self, at: usize) {
        let piece = self.pass(at);
        self.copy.push_str(piece);
    }

    /// How long the copy is.
    pub(super) fn length(&self) -> usize {
        self.copy.len()
    }

    /// Leaves out all that was copied since the copy was so long, and what comes before `at`.
    pub(super) fn take_back(&mut self, length: usize, at: usize) {
        self.pass(at);
        self.copy.truncate(length);
    }

    /// What stands between what was copied and `at`, with its lines counted.
    fn pass(&mut self, at: usize) -> &'a str {
        let piece = self.page.get(self.copied..at).unwrap_or_default();
        self.line += line_breaks(piece.as_bytes());
        self.copied = at;
        piece
    }

    /// The whole copy.
    pub(super) fn finish(mut self) -> String {
        self.copy_to(self.page.len());
        self.copy
    }
}

/// How many line breaks there are, counted in bytes, of which many go into a register.
fn line_breaks(bytes: &[u8]) -> usize {
    let chunks = bytes.chunks(usize::from(u8::MAX));
    let counted = chunks.map(|chunk| {
        chunk
            .iter()
            .map(|byte| u8::from(*byte == b'\n'))
            .sum::<u8>()
    });
    counted.map(usize::from).sum()
}

/// Which of the blanks between tags say nothing: all of those beside a tag that begins or ends a
/// line, and all but the first of others. They are half of the texts of a page.
#[derive(Default)]
pub(super) struct Blanks {
    /// Where those stand of which the next tag decides.
    open: Option<Part>,
    /// What stands before them begins or ends a line.
    after_line: bool,
}

impl Blanks {
    /// Takes in blanks, and gives what of them can be left out already.
    pub(super) fn take(&mut self, blanks: Option<Part>) -> Option<Part> {
        if self.after_line {
            return blanks;
        }
        self.open = blanks;
        None
    }

    /// Something else comes, of which is known whether it begins or ends a line; gives what can be
    /// left out before it.
    pub(super) fn end(&mut self, line: bool) -> Option<Part> {
        self.after_line = line;
        let (start, end) = self.open.take()?;
        Some((if line { start } else { start + 1 }, end))
    }

    /// Something comes that is left out itself.
    pub(super) fn pause(&mut self) -> Option<Part> {
        let (start, end) = self.open.take()?;
        Some((start + 1, end))
    }
}

/// The program or style sheet that is being passed: an element that holds neither text nor data.
#[derive(Default)]
pub(super) struct Program {
    /// Where it begins.
    open: Option<usize>,
    /// It was left out, so that its end tag is to be, too.
    left_out: bool,
}

impl Program {
    /// Takes in the next tag, which begins at `start`; whether it is the program's.
    pub(super) fn take(&mut self, tag: &Tag<'_>, start: usize) -> bool {
        let ends = std::mem::take(&mut self.left_out);
        let begins = !tag.end && is_program(tag);
        self.open = Some(start).filter(|_| begins);
        begins || ends
    }

    /// Whether what it holds is still to come.
    pub(super) const fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Takes in what an element without tags holds, up to `end`; gives what can be left out. A
    /// program that holds a comment may hold end tags that do not end it.
    pub(super) fn read(&mut self, text: &str, end: usize) -> Option<Part> {
        let start = self.open.take()?;
        let mut comments = text.match_indices('<').filter_map(|(at, _)| text.get(at..));
        self.left_out = !comments.any(|rest| rest.starts_with("<!--"));
        self.left_out.then_some((start, end))
    }
}

fn is_program(tag: &Tag<'_>) -> bool {
    tag.name.eq_ignore_ascii_case("style")
        || tag.name.eq_ignore_ascii_case("script")
            && !tag.whole.to_ascii_lowercase().contains("json")
}

/// The part of the page that is being passed and may be left out of the tree: a menu (`nav`), if it
/// holds links and nothing else, which is a tenth of most pages; a drawing; what is shown where
/// programs do not run; what programs make copies of.
#[derive(Default)]
pub(super) struct Dropped {
    open: Option<Open>,
}

struct Open {
    /// How long the copy was before it.
    before: usize,
    name: &'static str,
    /// How many elements are open inside of it, at least.
    depth: usize,
    /// How much text it holds, and how much of that in links.
    letters: usize,
    linked: usize,
}

const DROPPED: [&str; 4] = ["nav", "svg", "noscript", "template"];

impl Dropped {
    /// Whether elements of this name are left out.
    pub(super) fn may_be(name: &str) -> bool {
        DROPPED.contains(&name)
    }

    /// Takes in a text.
    pub(super) fn read(&mut self, text: &str, nesting: &Nesting) {
        if let Some(part) = &mut self.open {
            let letters = text.trim().len();
            part.letters += letters;
            part.linked += if nesting.is_open("a") { letters } else { 0 };
        }
    }

    /// Takes in a tag, with which `nesting` has become what it is; where it ends a part that is to
    /// be left out, gives how long the copy was before.
    pub(super) fn take(&mut self, tag: &Tag<'_>, nesting: &Nesting) -> Option<usize> {
        let part = self.open.take()?;
        if nesting.depth >= part.depth {
            // A paragraph ends a drawing in which it stands.
            let holds_more = matches!(nesting.name(), "h1" | "article" | "main")
                || (part.name == "svg" && matches!(nesting.name(), "p" | "div"));
            self.open = Some(part).filter(|_| !holds_more);
            return None;
        }
        // Where a tag ends more than the part the two are not to be told apart.
        let ends = tag.end && nesting.name() == part.name && nesting.depth + 1 == part.depth;
        let links = part.linked as f64 >= part.letters as f64 * LINK_SHARE;
        (ends && (links || part.name != "nav")).then_some(part.before)
    }

    /// Begins with the tag that was taken in last, unless it stands in another.
    pub(super) fn begin(&mut self, before: usize, nesting: &Nesting) {
        let name = DROPPED.into_iter().find(|it| *it == nesting.name());
        if let Some(name) = name.filter(|_| self.open.is_none()) {
            self.open = Some(Open {
                before,
                name,
                depth: nesting.depth,
                letters: 0,
                linked: 0,
            });
        }
    }
}
