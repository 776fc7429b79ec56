//! Whether a tree may be built of a page, and the lines of its elements.

use super::copy::Copy;
use super::tags::{Tag, Token, tokens};
use std::fmt;

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
    /// nobody reads: comments, programs, style sheets, drawings, most attributes, blanks between tags.
    pub page: String,
    /// The file ends inside a tag, a comment or a script; or neither the page nor a part of it is
    /// closed.
    pub cut_off: bool,
    /// How deeply its elements are nested.
    pub depth: usize,
    /// How many elements it has that are said to be articles.
    pub articles: usize,
}

/// Checks that a tree can be built of `page` in linear time, and notes the lines of its blocks.
pub(super) fn scan(page: &str) -> Result<Safe, Excess> {
    if page.len() > MAX_BYTES {
        return Err(Excess::Bytes(page.len()));
    }
    let mut cost = Cost::default();
    let mut copy = Copy::new(page);
    let (mut deepest, mut cut_off, mut articles) = (0, false, 0);
    let (mut begun, mut closed) = (false, false);
    let mut tokens = tokens(page);
    while let Some(token) = tokens.next() {
        match token {
            Token::Text(text) => {
                copy.take_text(text, tokens.passed());
                cost.take_text(text, copy.nesting.depth);
            }
            Token::Raw(text) => copy.take_raw(text, tokens.passed()),
            Token::Comment(text) => copy.take_comment(text, tokens.passed()),
            Token::Unfinished => cut_off = true,
            Token::Tag(tag) => {
                copy.take_tag(&tag, tokens.passed());
                let name = copy.nesting.name();
                if matches!(name, "html" | "body") {
                    (begun, closed) = (true, closed || tag.end);
                }
                articles += usize::from(name == "article" && !tag.end);
                cost.take_tag(&tag, copy.nesting.depth);
                deepest = deepest.max(copy.nesting.depth);
            }
        }
        cost.check(copy.nesting.depth)?;
    }
    let open = begun && !closed && copy.nesting.holds_parts();
    Ok(Safe {
        page: copy.finish(),
        cut_off: cut_off || open,
        depth: deepest,
        articles,
    })
}

/// What of a page building its tree takes time for.
#[derive(Default)]
struct Cost {
    tags: usize,
    /// The most of one tag.
    attributes: usize,
    work: usize,
    letters: usize,
    references: usize,
}

impl Cost {
    /// Takes in a text that stands so deep.
    fn take_text(&mut self, text: &str, depth: usize) {
        self.work += text.len() * depth;
        self.letters += text.len();
        self.references += text.bytes().filter(|byte| is_referenced(*byte)).count();
    }

    /// Takes in a tag, where so many elements are open.
    fn take_tag(&mut self, tag: &Tag<'_>, depth: usize) {
        self.tags += 1;
        self.attributes = self.attributes.max(tag.attributes);
        self.work += depth;
    }

    /// Whether it is too much, so many elements being open.
    fn check(&self, depth: usize) -> Result<(), Excess> {
        if self.tags > MAX_TAGS {
            Err(Excess::Tags)
        } else if self.attributes > MAX_ATTRIBUTES {
            Err(Excess::Attributes)
        } else if depth > MAX_DEPTH {
            Err(Excess::Depth)
        } else if self.work > MAX_WORK {
            Err(Excess::Work)
        } else if self.letters.saturating_mul(self.references) > MAX_REFERENCES {
            Err(Excess::References)
        } else {
            Ok(())
        }
    }
}

/// Whether a byte may be part of a character that is written as a reference (`&`, `<`, `>` and the
/// no-break space, which begins with 0xC2).
const fn is_referenced(byte: u8) -> bool {
    matches!(byte, b'&' | b'<' | b'>' | 0xc2)
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

    #[track_caller]
    fn copied(page: &str, copy: &str) {
        assert_eq!(scan(page).unwrap().page, copy);
    }

    #[test]
    fn blanks_that_nobody_sees_are_left_out() {
        copied("<ul> <li>a</li> \n</ul>", "<ul><li _l=1 >a</li></ul>");
        copied("<b>a</b>  \n <i>b</i>", "<b>a</b> <i>b</i>");
        copied("<b>a</b>  <p>b", "<b>a</b><p _l=1 >b");
        copied("<b>a</b> <!-- --> <i>b</i>", "<b>a</b>  <i>b</i>");
    }

    #[test]
    fn a_menu_of_links_is_left_out_and_nothing_else() {
        let menu = "<nav><ul><li><a>News</a> | <li><a>Sport</a></ul></nav>";
        copied(&format!("x{menu}y"), "xy");
        for other in [
            "<nav><p>It rained for days, the mayor said, and <a>more</a></nav>",
            "<nav><h1><a>It rained</a></h1></nav>",
            "<div><nav><a>News</a></div>It rained.</nav>",
            "<nav><a>News</a>",
        ] {
            let copy = scan(other).unwrap().page;
            assert!(copy.contains("<nav>"), "{other}: {copy}");
        }
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
        assert_eq!(safe.page, "<div _l=1 \nid=a><p _l=3 >One<b>two</b></p>");
    }

    #[test]
    fn what_nobody_reads_is_left_out() {
        let page = "<style>p\n{}</style> \n <!-- a\n--><script>if (a < b)\n</script>\
            <script type='application/ld+json'>{}</script><title>T</title><p>One";
        copied(
            page,
            " <script type='application/ld+json'>{}</script><title>T</title><p _l=5 >One",
        );
        let lines = "<pre>a<b> \n </b>c</pre>";
        assert_eq!(
            scan(lines).unwrap().page,
            lines.replace("<pre", "<pre _l=1 ")
        );
        // Here the first end tag is a part of the program.
        let nested = "<script><!-- <script></script> --></script>";
        copied(nested, nested);
        copied("<script>a </scripts> b</script>c", "c");
        copied(
            "<link rel=stylesheet href=a.css><LINK rel=canonical href=/b>",
            "<LINK rel=canonical href=/b>",
        );
    }

    #[test]
    fn drawings_and_what_stands_in_for_programs_are_left_out_and_nothing_else() {
        for part in [
            "<svg><path d='M0'/><text>a</text></svg>",
            "<noscript><img src=a.png><p>Read on without programs.</noscript>",
            "<template><b>a</b></template>",
        ] {
            copied(&format!("x{part}y"), "xy");
        }
        // What follows an open part, and a paragraph, which ends a drawing, are the page's.
        for other in ["<noscript>It rained.", "<svg><p _l=1 >It rained.</svg>"] {
            copied(&other.replace(" _l=1 ", ""), other);
        }
    }
}
