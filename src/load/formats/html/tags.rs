//! The tags of a page in one linear pass, without building a tree.
//!
//! A tree builder's time may grow with the square of what a hostile page nests; this pass never
//! looks at a byte more than a few times, so it can say beforehand whether building is safe, and
//! read what the builder must not touch.

use super::attributes::Attributes;

/// A piece of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Text between tags, as it stands: character references are not decoded.
    Text(&'a str),
    /// What stands inside an element that holds no tags: a script, a style, a title.
    Raw(&'a str),
    /// A start or end tag.
    Tag(Tag<'a>),
    /// A comment, with its marks.
    Comment(&'a str),
    /// The page ends inside a tag, a comment or an element that holds no tags.
    Unfinished,
}

/// A start or end tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// Its name as it stands; compare without regard to case.
    pub name: &'a str,
    /// All of it, as it stands.
    pub whole: &'a str,
    /// It is an end tag.
    pub end: bool,
    /// It ends in `/>`.
    pub closed: bool,
    /// How many attributes it has.
    pub attributes: usize,
    /// Where its name ends in the page.
    pub name_end: usize,
}

impl Tag<'_> {
    /// Where its name ends in [`Tag::whole`].
    pub(super) const fn name_length(&self) -> usize {
        self.name.len() + if self.end { 2 } else { 1 }
    }
}

/// Elements that hold text and no tags.
const RAW: [&str; 8] = [
    "script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp",
];

/// The pieces of `page`, in order.
pub(super) fn tokens(page: &str) -> Tokens<'_> {
    Tokens {
        page,
        at: 0,
        raw: None,
    }
}

/// See [`tokens`].
#[derive(Debug)]
pub(super) struct Tokens<'a> {
    page: &'a str,
    at: usize,
    /// The element without tags that was opened last.
    raw: Option<&'a str>,
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let rest = self.page.get(self.at..).filter(|rest| !rest.is_empty())?;
            if let Some(name) = self.raw.take() {
                return Some(self.raw_text(rest, name));
            }
            let mut after = rest.chars().skip(1);
            match (rest.starts_with('<'), after.next(), after.next()) {
                (true, Some('/'), Some(c)) | (true, Some(c), _) if c.is_ascii_alphabetic() => {
                    return Some(self.tag(rest));
                }
                (true, Some('!' | '?' | '/'), _) => {
                    let Some(length) = skipped(rest) else {
                        self.at = self.page.len();
                        return Some(Token::Unfinished);
                    };
                    self.at += length;
                    if let Some(comment) = rest.get(..length)
                        && comment.starts_with("<!--")
                    {
                        return Some(Token::Comment(comment));
                    }
                }
                _ => {
                    let end = rest.match_indices('<').map(|(at, _)| at).find(|at| *at > 0);
                    let text = rest.get(..end.unwrap_or(rest.len()))?;
                    self.at += text.len();
                    return Some(Token::Text(text));
                }
            }
        }
    }
}

impl<'a> Tokens<'a> {
    /// How many bytes of the page the tokens take that were given so far.
    pub(super) const fn passed(&self) -> usize {
        self.at
    }

    /// What stands before the end tag of the element `name`.
    fn raw_text(&mut self, rest: &'a str, name: &str) -> Token<'a> {
        let is_end = |at: &usize| {
            let after_name = at + 2 + name.len();
            let tag = rest.get(at + 1..after_name);
            let tag = tag.and_then(|tag| tag.strip_prefix('/'));
            let after = rest.as_bytes().get(after_name);
            tag.is_some_and(|tag| tag.eq_ignore_ascii_case(name))
                && after.is_none_or(|after| after.is_ascii_whitespace() || b"/>".contains(after))
        };
        // One character is found much sooner than two.
        let end = rest.match_indices('<').map(|(at, _)| at).find(is_end);
        let Some(text) = end.and_then(|end| rest.get(..end)) else {
            self.at = self.page.len();
            return Token::Unfinished;
        };
        self.at += text.len();
        Token::Raw(text)
    }

    /// The tag with which `rest` begins.
    fn tag(&mut self, rest: &'a str) -> Token<'a> {
        let end = rest.starts_with("</");
        let start = if end { 2 } else { 1 };
        let is_name = |b: &u8| !(b.is_ascii_whitespace() || matches!(b, b'/' | b'>'));
        let bytes = rest.as_bytes();
        let name_length = bytes.iter().skip(start).take_while(|b| is_name(b)).count();
        let name = rest.get(start..start + name_length).unwrap_or_default();
        let mut inside = Attributes::new(bytes, start + name_length);
        let attributes = inside.by_ref().count();
        let Some(whole) = rest.get(..=inside.at()) else {
            self.at = self.page.len();
            return Token::Unfinished;
        };
        let tag = Tag {
            name,
            whole,
            end,
            closed: whole.ends_with("/>"),
            attributes,
            name_end: self.at + start + name_length,
        };
        self.at += whole.len();
        if !end {
            self.raw = RAW.into_iter().find(|raw| name.eq_ignore_ascii_case(raw));
        }
        Token::Tag(tag)
    }
}

/// The length of the comment, declaration or bogus tag with which `rest` begins.
fn skipped(rest: &str) -> Option<usize> {
    match rest.strip_prefix("<!--") {
        Some(">" | "->") => Some(rest.len()),
        Some(comment) if comment.starts_with('>') => Some("<!-->".len()),
        Some(comment) if comment.starts_with("->") => Some("<!--->".len()),
        Some(comment) => {
            let end = comment.find("-->");
            let before = comment.get(..end.unwrap_or(comment.len()))?;
            let odd = before.find("--!>").map(|at| "<!----!>".len() + at);
            odd.or_else(|| Some("<!---->".len() + end?))
        }
        None => rest.find('>').map(|at| at + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::{Token, tokens};
    use proptest::prelude::*;

    /// The tokens in short: text, `{raw}`, `<name attributes>`, `</name>`, `<name/>`.
    fn short(page: &str) -> Vec<String> {
        tokens(page)
            .map(|token| match token {
                Token::Text(text) | Token::Comment(text) => text.to_owned(),
                Token::Raw(text) => format!("{{{text}}}"),
                Token::Tag(tag) if tag.end => format!("</{}>", tag.name),
                Token::Tag(tag) if tag.closed => format!("<{}/>", tag.name),
                Token::Tag(tag) => format!("<{} {}>", tag.name, tag.attributes),
                Token::Unfinished => "…".to_owned(),
            })
            .collect()
    }

    #[test]
    fn tags_text_and_what_holds_no_tags() {
        assert_eq!(
            short("<!doctype html><p class=a title='1 > 0' hidden>a < b<br/><!-- <b> --></P>"),
            ["<p 3>", "a ", "< b", "<br/>", "<!-- <b> -->", "</P>"]
        );
        assert_eq!(
            short("<!-- a --!>b<!-->c"),
            ["<!-- a --!>", "b", "<!-->", "c"]
        );
        assert_eq!(
            short("<script>if (a<b) '<p>'</SCRIPT ><title>x</title>"),
            [
                "<script 0>",
                "{if (a<b) '<p>'}",
                "</SCRIPT>",
                "<title 0>",
                "{x}",
                "</title>"
            ]
        );
    }

    #[test]
    fn a_page_that_is_cut_off_says_so() {
        for page in ["<p>a<b class='x", "<p>a<!-- b", "a<script>b"] {
            assert_eq!(short(page).last().map(String::as_str), Some("…"), "{page}");
        }
        assert_eq!(short("a<"), ["a", "<"]);
    }

    proptest! {
        #[test]
        fn any_page_comes_to_an_end(page in "[<>/!a-c\"'= é-]{0,60}|.{0,40}") {
            let text: usize = tokens(&page).map(|token| match token {
                Token::Text(text) | Token::Raw(text) => text.len(),
                _ => 0,
            }).sum();
            prop_assert!(text <= page.len());
        }
    }
}
