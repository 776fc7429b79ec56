//! Lines that hold more than one paragraph: the page parted them, but the text does not.

use crate::load::lines::phrases::begins;
use crate::load::lines::site::is_address;
use crate::load::raw::{Kind, Paragraph};
use crate::text::fold::fold;

/// Shorter texts may well say something twice.
const SHORTEST_DOUBLE: usize = 5;

/// Makes a paragraph of its own of what names the source of one, and of what says it again.
pub(in crate::load) fn part(paragraphs: &mut Vec<Paragraph>) {
    let whole = std::mem::take(paragraphs);
    for paragraph in whole {
        let parts = match paragraph.kind {
            Kind::Text => halves(&paragraph.text).or_else(|| sourced(&paragraph.text)),
            Kind::Quote | Kind::Aside(_) => None,
        };
        match parts {
            Some((one, other)) => paragraphs
                .extend([one, other].map(|text| Paragraph::new(text.to_owned(), paragraph.line))),
            None => paragraphs.push(paragraph),
        }
    }
}

/// A text that is twice the same: a caption that stands on the page and behind its picture.
fn halves(text: &str) -> Option<(&str, &str)> {
    let (one, other) = text.split_at_checked(text.len() / 2)?;
    let same = one == other.strip_prefix(' ')?;
    (same && one.split(' ').count() >= SHORTEST_DOUBLE).then_some((one, other.trim_start()))
}

/// "Roe opens the bridge. (Source: Gazette)", "Roe opens the bridge. [post.example/1Sd4]": a
/// sentence, and where it or its picture is from, or where more stands.
fn sourced(text: &str) -> Option<(&str, &str)> {
    let at = text.rfind(" (").max(text.rfind(" ["))?;
    let (before, source) = text.split_at_checked(at)?;
    let source = source.trim_start();
    let inside = source.strip_prefix('(').and_then(|it| it.strip_suffix(')'));
    let named = inside.is_some_and(|inside| begins("source", &fold(inside)).is_some());
    let ended = before.ends_with(['.', '!', '?', '"', '”', '’', '\'']);
    (ended && (named || is_address(source))).then_some((before, source))
}

#[cfg(test)]
mod tests {
    use crate::load::article;
    use crate::model::{ArticleId, BlockRole};

    /// The paragraphs of the body.
    fn body(text: &str) -> Vec<String> {
        let article = article(ArticleId(0), "a.txt", None, text.as_bytes()).unwrap();
        let blocks = article.blocks.iter();
        blocks
            .filter(|block| block.role == BlockRole::Body)
            .map(|block| article.slice(block.span).to_owned())
            .collect()
    }

    const LEAD: &str = "The council closed the old bridge over the Wend on Monday after divers \
                        found cracks in two of its pillars.";

    #[test]
    fn a_source_in_brackets_is_no_sentence_of_the_article() {
        let text = format!("Bridge Closed\n\n{LEAD} (Source: Wendham Gazette)");
        assert_eq!(body(&text), [LEAD]);
        let linked = format!("Bridge Closed\n\n{LEAD} [post.example/1Sd4TAa]");
        assert_eq!(body(&linked), [LEAD]);
        let told = format!("Bridge Closed\n\n{LEAD} (It was built in 1931.)");
        assert_eq!(body(&told), [format!("{LEAD} (It was built in 1931.)")]);
    }

    #[test]
    fn a_paragraph_that_says_itself_twice_is_read_once() {
        let twice = format!("Bridge Closed\n\n{LEAD} {LEAD}");
        assert_eq!(body(&twice), [LEAD]);
        let short = format!("Bridge Closed\n\n{LEAD}\n\nIt rained. It rained.");
        assert_eq!(body(&short), [LEAD, "It rained. It rained."]);
    }
}
