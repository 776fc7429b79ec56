//! Whether a tree may be built of a page, and the lines of its elements.

use super::nesting::Nesting;
use super::tags::{Tag, Token, tokens};
use std::fmt;

/// The attribute that tells in which line of the file an element begins.
///
/// Its name is short because the tree builder reads names a character at a time.
pub(super) const LINE: &str = "_l";

/// Real pages of news sites have up to 1.5 MB (181 pages of the article-extraction benchmark).
const MAX_BYTES: usize = 10 << 20;

/// Real pages have up to 3053 tags; long live blogs ten times as many.
const MAX_TAGS: usize = 200_000;

/// Real pages nest 51 elements deep at most.
const MAX_DEPTH: usize = 512;

/// Real tags have up to 55 attributes.
const MAX_ATTRIBUTES: usize = 256;

/// The extractor looks at all that an element holds once for each element around it, so that its
/// time grows with the bytes of text times their depth. Real pages stay below a tenth of this.
const MAX_WORK: usize = 400 << 20;

/// The serializer that the extractor uses looks at all of a text once for each character that must
/// be written as a reference, so that its time grows with the product. Real pages stay below a
/// twentieth of this.
const MAX_REFERENCES: usize = 10_000_000_000;

/// Why no tree may be built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Excess {
    /// The page has too many bytes.
    Bytes(usize),
    /// It has too many tags.
    Tags,
    /// Its elements are nested too deeply.
    Depth,
    /// A tag has too many attributes.
    Attributes,
    /// Too much of it is nested too deeply.
    Work,
    /// It has too many character references.
    References,
}

impl fmt::Display for Excess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bytes(bytes) => write!(f, "it has {} MB", bytes >> 20),
            Self::Tags => write!(f, "it has more than {MAX_TAGS} tags"),
            Self::Depth => write!(f, "it nests more than {MAX_DEPTH} elements"),
            Self::Attributes => write!(f, "a tag has more than {MAX_ATTRIBUTES} attributes"),
            Self::References => write!(f, "it has too many character references"),
            Self::Work => write!(f, "it has too much text that is deeply nested"),
        }
    }
}

/// A page that is safe to build a tree of.
#[derive(Debug)]
pub(super) struct Safe {
    /// The page, in which each start tag of a block tells its line in [`LINE`], without what
    /// nobody reads: comments, programs, style sheets, all but the first of the blanks between tags.
    pub page: String,
    /// The file ends inside a tag, a comment or a script; or neither the page nor a part of it is
    /// closed.
    pub cut_off: bool,
    /// How deeply its elements are nested.
    pub depth: usize,
}

/// Checks that a tree can be built of `page` in linear time, and notes the lines of its blocks.
pub(super) fn scan(page: &str) -> Result<Safe, Excess> {
    if page.len() > MAX_BYTES {
        return Err(Excess::Bytes(page.len()));
    }
    let mut nesting = Nesting::default();
    let (mut tags, mut work, mut deepest, mut cut_off) = (0, 0, 0, false);
    let (mut begun, mut closed) = (false, false);
    let (mut letters, mut references) = (0, 0);
    let mut lined = Lined::new(page);
    let mut silent = false;
    let mut tokens = tokens(page);
    while let Some(token) = tokens.next() {
        let unread = unread(token, silent, &nesting);
        lined.leave_out(tokens.passed() - unread, tokens.passed());
        match token {
            Token::Text(text) => {
                work += text.len() * nesting.depth;
                letters += text.len();
                references += text.bytes().filter(|byte| is_referenced(*byte)).count();
            }
            Token::Raw(_) | Token::Comment(_) => {}
            Token::Unfinished => cut_off = true,
            Token::Tag(tag) => {
                tags += 1;
                silent = !tag.end && is_silent(&tag);
                nesting.take(&tag);
                let page = ["html", "body"];
                if page.iter().any(|it| tag.name.eq_ignore_ascii_case(it)) {
                    (begun, closed) = (true, closed || tag.end);
                }
                work += nesting.depth;
                deepest = deepest.max(nesting.depth);
                if tag.attributes > MAX_ATTRIBUTES {
                    return Err(Excess::Attributes);
                }
                if !tag.end && holds_paragraphs(tag.name) {
                    lined.note(tag.name_end);
                }
            }
        }
        if tags > MAX_TAGS {
            return Err(Excess::Tags);
        }
        if nesting.depth > MAX_DEPTH {
            return Err(Excess::Depth);
        }
        if work > MAX_WORK {
            return Err(Excess::Work);
        }
        if letters.saturating_mul(references) > MAX_REFERENCES {
            return Err(Excess::References);
        }
    }
    Ok(Safe {
        page: lined.finish(),
        cut_off: cut_off || (begun && !closed && nesting.holds_parts()),
        depth: deepest,
    })
}

/// Whether a byte may be part of a character that is written as a reference (`&`, `<`, `>` and the
/// no-break space, which begins with 0xC2).
const fn is_referenced(byte: u8) -> bool {
    matches!(byte, b'&' | b'<' | b'>' | 0xc2)
}

/// How many bytes at the end of a token nobody reads; `silent` says that it stands in an element
/// that holds neither text nor data.
fn unread(token: Token<'_>, silent: bool, nesting: &Nesting) -> usize {
    let blank = |text: &str| text.bytes().all(|byte| byte.is_ascii_whitespace());
    match token {
        Token::Comment(text) => text.len(),
        // A program that holds a comment may hold end tags that do not end it.
        Token::Raw(text) if silent && !text.contains("<!--") => text.len(),
        Token::Text(text) if blank(text) && !nesting.is_open("pre") => text.len().saturating_sub(1),
        _ => 0,
    }
}

/// Whether what stands in an element is neither text nor data: a program or a style sheet.
fn is_silent(tag: &Tag<'_>) -> bool {
    tag.name.eq_ignore_ascii_case("style")
        || tag.name.eq_ignore_ascii_case("script")
            && !tag.whole.to_ascii_lowercase().contains("json")
}

/// Elements of which a paragraph can be made.
fn holds_paragraphs(name: &str) -> bool {
    const BLOCKS: [&str; 20] = [
        "p",
        "div",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "figcaption",
        "td",
        "th",
        "dd",
        "dt",
        "section",
        "article",
        "pre",
        "main",
        "tr",
    ];
    BLOCKS.iter().any(|block| name.eq_ignore_ascii_case(block))
}

/// A copy of a page in which tags tell their lines.
struct Lined<'a> {
    page: &'a str,
    copy: String,
    copied: usize,
    line: usize,
}

impl<'a> Lined<'a> {
    fn new(page: &'a str) -> Self {
        Self {
            page,
            copy: String::with_capacity(page.len() + page.len() / 8),
            copied: 0,
            line: 1,
        }
    }

    /// Tells the line at `at`, which is the end of a tag's name.
    fn note(&mut self, at: usize) {
        self.copy_to(at);
        self.copy
            .extend([" ", LINE, "=", &self.line.to_string(), " "]);
    }

    /// Copies all but what stands from `start` to `end`.
    fn leave_out(&mut self, start: usize, end: usize) {
        if start < end {
            self.copy_to(start);
            self.pass(end);
        }
    }

    fn copy_to(&mut self, at: usize) {
        let piece = self.pass(at);
        self.copy.push_str(piece);
    }

    /// What stands between what was copied and `at`, with its lines counted.
    fn pass(&mut self, at: usize) -> &'a str {
        let piece = self.page.get(self.copied..at).unwrap_or_default();
        self.line += piece.bytes().filter(|byte| *byte == b'\n').count();
        self.copied = at;
        piece
    }

    fn finish(mut self) -> String {
        self.copy_to(self.page.len());
        self.copy
    }
}

#[cfg(test)]
mod tests {
    use super::{Excess, scan};

    #[track_caller]
    fn refused(page: &str, excess: Excess) {
        assert_eq!(scan(page).map(|safe| safe.page.len()), Err(excess));
    }

    #[test]
    fn pages_that_no_tree_can_be_built_of_are_refused() {
        refused(&"<div>".repeat(600), Excess::Depth);
        refused(&"<div></span>".repeat(600), Excess::Depth);
        refused(&"<b><p>".repeat(600), Excess::Depth);
        refused(
            &format!("<svg><div>{}", "<section/>".repeat(600)),
            Excess::Depth,
        );
        refused(&format!("<p {}>", "a ".repeat(300)), Excess::Attributes);
        refused(&"<p>".repeat(200_001), Excess::Tags);
        let deep = format!("{}{}", "<div>".repeat(400), "word ".repeat(300_000));
        refused(&deep, Excess::Work);
        refused(&"&amp;".repeat(100_000), Excess::References);
        refused(&" ".repeat((10 << 20) + 1), Excess::Bytes((10 << 20) + 1));
    }

    #[test]
    fn usual_pages_pass() {
        let open = "<p>One<p>Two<ul><li>a<li>b</ul><br>".repeat(1000);
        assert!(scan(&open).is_ok());
        let drawing = format!("<svg>{}</svg>", "<path d='M0'/>".repeat(1000));
        assert!(scan(&drawing.repeat(3)).is_ok());
        assert!(scan("<script>'<div>'</script>").is_ok_and(|safe| !safe.cut_off));
        assert!(scan("<p>One</p><p cla").is_ok_and(|safe| safe.cut_off));
        assert!(scan("<html><div><p>One</p><p>Tw").is_ok_and(|safe| safe.cut_off));
        assert!(scan("<html><div><p>One</div>").is_ok_and(|safe| !safe.cut_off));
        assert!(scan("<html><div><p>One</html>").is_ok_and(|safe| !safe.cut_off));
    }

    #[test]
    fn blocks_tell_their_lines() {
        let safe = scan("<div\nid=a>\n<p>One<b>two</b></p>").unwrap();
        assert_eq!(safe.page, "<div _l=1 \nid=a>\n<p _l=3 >One<b>two</b></p>");
    }

    #[test]
    fn what_nobody_reads_is_left_out() {
        let page = "<style>p\n{}</style> \n <!-- a\n--><script>if (a < b)\n</script>\
            <script type='application/ld+json'>{}</script><title>T</title><p>One";
        assert_eq!(
            scan(page).unwrap().page,
            "<style></style> <script></script><script type='application/ld+json'>{}</script>\
             <title>T</title><p _l=5 >One"
        );
        let lines = "<pre>a<b> \n </b>c</pre>";
        assert_eq!(
            scan(lines).unwrap().page,
            lines.replace("<pre", "<pre _l=1 ")
        );
        // Here the first end tag is a part of the program.
        let nested = "<script><!-- <script></script> --></script>";
        assert_eq!(scan(nested).unwrap().page, nested);
    }
}
