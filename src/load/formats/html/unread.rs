//! The attributes that nobody reads: half of the bytes of most pages.

use super::attributes::Attributes;
use super::tags::Tag;

/// The parts of a start tag, from where to where, that may be left out because nobody reads them,
/// with the blanks behind them; `name` is its name in small letters.
pub(super) fn unread<'a>(
    tag: &Tag<'a>,
    name: &str,
) -> impl Iterator<Item = (usize, usize)> + use<'a> {
    let whole = tag.whole;
    let kind = match name {
        // What they say of the page or lead to is in attributes of many names.
        "html" | "base" | "meta" | "link" | "script" | "iframe" | "object" | "embed" => Kind::Whole,
        "img" => Kind::Image,
        _ => Kind::Usual,
    };
    let from = match kind {
        Kind::Whole => whole.len(),
        Kind::Image | Kind::Usual => tag.name_length(),
    };
    let mut attributes = Attributes::new(whole.as_bytes(), from);
    std::iter::from_fn(move || {
        loop {
            let attribute = attributes.next()?;
            attributes.pass_blanks();
            let name = whole.get(attribute.start..attribute.name_end)?;
            let value = whole.get(attribute.value.0..attribute.value.1)?;
            if kind == Kind::Image && is_source(name) {
                return Some((attribute.name_end, attribute.end));
            }
            if !is_read(name, value) {
                return Some((attribute.start, attributes.at()));
            }
        }
    })
}

/// Which attributes of an element are read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// All.
    Whole,
    /// Whether there is an address of a picture, beside the usual ones.
    Image,
    /// Those of [`is_read`].
    Usual,
}

fn is_source(name: &str) -> bool {
    ["src", "srcset", "data-src", "data-srcset"]
        .iter()
        .any(|source| name.eq_ignore_ascii_case(source))
}

/// Whether we, the extractor or the tree builder read an attribute with this value.
fn is_read(name: &str, value: &str) -> bool {
    match name {
        "class" | "id" | "itemprop" | "rel" | "role" | "hidden" | "aria-hidden" | "aria-modal"
        | "datetime" | "pubdate" | "content" | "type" | "colspan" | "summary" | "datatable"
        | "encoding" => true,
        // The extractor leaves out what is not shown.
        "style" => {
            let style = value.to_ascii_lowercase();
            style.contains("none") || style.contains("hidden")
        }
        // Where else a link leads to makes no difference.
        "href" => ["#", "mailto:", "tel:", "javascript:"]
            .iter()
            .any(|scheme| begins(value.trim_ascii_start(), scheme)),
        _ if name.bytes().any(|byte| byte.is_ascii_uppercase()) => {
            is_read(&name.to_ascii_lowercase(), value)
        }
        _ => false,
    }
}

fn begins(value: &str, scheme: &str) -> bool {
    let start = value.get(..scheme.len());
    start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
}

#[cfg(test)]
mod tests {
    use super::unread;
    use crate::load::formats::html::tags::{Token, tokens};

    /// What is left of a tag.
    fn left(tag: &str) -> String {
        let Some(Token::Tag(tag)) = tokens(tag).next() else {
            panic!("{tag} is no tag");
        };
        let (mut left, mut copied) = (String::new(), 0);
        for (start, end) in unread(&tag, &tag.name.to_lowercase()) {
            left += tag.whole.get(copied..start).unwrap();
            copied = end;
        }
        left + tag.whole.get(copied..).unwrap()
    }

    #[test]
    fn what_nobody_reads_of_a_tag_is_left_out_and_nothing_else() {
        for (tag, short) in [
            ("<p>", "<p>"),
            ("<p class='a b' onclick=\"x > 1\">", "<p class='a b' >"),
            ("<a href='https://x.org/' title=x class=y>", "<a class=y>"),
            (
                "<a HREF = 'mailto:a@b.org' target=_blank>",
                "<a HREF = 'mailto:a@b.org' >",
            ),
            ("<a data-x=\"1\"class='y'id=z/>", "<a class='y'id=z/>"),
            ("<div style='color:red' hidden data-a/>", "<div hidden />"),
            ("<div STYLE='Display: NONE'>", "<div STYLE='Display: NONE'>"),
            ("<img alt='A > B' src=a.png width=3>", "<img src >"),
            ("<p ==x class=y>", "<p class=y>"),
            (
                "<meta name=author content=Roe>",
                "<meta name=author content=Roe>",
            ),
        ] {
            assert_eq!(left(tag), short);
        }
    }
}
