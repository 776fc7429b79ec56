//! Articles for the tests of the extractors.

use crate::model::{Article, ArticleId, Block, BlockRole, Reading, Sentence};
use crate::text::Span;

/// An article of one paragraph.
pub(super) fn article(sentences: &[&str]) -> Article {
    paragraphs(&[sentences])
}

/// The articles of a story, each of one paragraph.
pub(super) fn articles(stories: &[&[&str]]) -> Vec<Article> {
    let all = stories.iter().zip(0..);
    all.map(|(sentences, id)| Article {
        id: ArticleId(id),
        ..article(sentences)
    })
    .collect()
}

/// An article of paragraphs, each a list of sentences.
pub(super) fn paragraphs(paragraphs: &[&[&str]]) -> Article {
    let mut text = String::new();
    let (mut blocks, mut sentences) = (Vec::new(), Vec::new());
    for (paragraph, lines) in paragraphs.iter().enumerate() {
        let first = text.len();
        for (place, line) in lines.iter().enumerate() {
            if place > 0 {
                text.push(' ');
            }
            let span = Span::new(text.len(), text.len() + line.len());
            text.push_str(line);
            let paragraph = u32::try_from(paragraph).unwrap();
            let line = paragraph + 1;
            sentences.push(Sentence {
                paragraph,
                span,
                line,
            });
        }
        let span = Span::new(first, text.len());
        let line = u32::try_from(paragraph + 1).unwrap();
        blocks.push(Block {
            span,
            line,
            role: BlockRole::Body,
            quoted: false,
        });
        text.push('\n');
    }
    Article {
        id: ArticleId(0),
        outlet: "Test".to_owned(),
        source: "test.txt".to_owned(),
        text,
        headline: None,
        byline: None,
        published: None,
        url: None,
        language: Some("en".to_owned()),
        reading: Reading::default(),
        blocks,
        sentences,
    }
}
