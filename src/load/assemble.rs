//! Paragraphs to an article: what each of them is, and the sentences of the body.

use super::page::Page;
use super::raw::{Paragraph, Raw};
use super::{furniture, head, language};
use crate::model::{Article, ArticleId, Block, BlockRole, Sentence};
use crate::text::{Span, fold::fold, sentences};

/// The article that `raw` holds, named `source` by the user and published by `outlet`.
pub(super) fn article(id: ArticleId, source: &str, outlet: &str, mut raw: Raw) -> Article {
    let mut paragraphs = std::mem::take(&mut raw.paragraphs);
    add_headline(&mut paragraphs, raw.headline.as_deref());
    let texts: Vec<_> = paragraphs.iter().map(|p| p.text.as_str()).collect();
    let text = texts.join("\n");
    let language = raw.language.take().or_else(|| language::guess(&text));
    let mut page = Page::new(paragraphs);
    let head = head::read(&mut page, &raw);
    furniture::mark(&mut page, head.byline.as_deref(), language.as_deref());
    let blocks = blocks(&page);
    let headline = head.headline.and_then(|(at, span)| {
        let block = blocks.get(at)?;
        Some(span.shift(block.span.start))
    });
    Article {
        id,
        outlet: outlet.to_owned(),
        source: source.to_owned(),
        headline,
        byline: head.byline,
        published: head.published,
        url: head.url,
        sentences: sentences_of(&text, &blocks, language.as_deref()),
        language,
        blocks,
        text,
    }
}

/// Puts a headline that the format names before paragraphs that do not hold it.
fn add_headline(paragraphs: &mut Vec<Paragraph>, headline: Option<&str>) {
    if let Some(headline) = headline
        && !paragraphs.iter().any(|p| fold(&p.text) == fold(headline))
    {
        let text = headline.to_owned();
        paragraphs.insert(0, Paragraph { text, line: 1 });
    }
}

/// The blocks of the page where they stand in its text, in which line breaks part them.
fn blocks(page: &Page) -> Vec<Block> {
    let mut start = 0;
    page.blocks
        .iter()
        .map(|block| {
            let span = Span::new(start, start + block.text().len());
            start = span.end + 1;
            Block {
                span,
                line: block.paragraph.line,
                role: block.role,
            }
        })
        .collect()
}

/// The sentences of the body.
fn sentences_of(text: &str, blocks: &[Block], language: Option<&str>) -> Vec<Sentence> {
    let body = blocks.iter().filter(|block| block.role == BlockRole::Body);
    (0..)
        .zip(body)
        .flat_map(|(paragraph, block)| {
            let spans = sentences::split(block.span.of(text), language);
            spans.into_iter().map(move |span| Sentence {
                paragraph,
                span: span.shift(block.span.start),
                line: block.line,
            })
        })
        .collect()
}
