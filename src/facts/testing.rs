//! Articles for the tests of the extractors, and what is found in them.

use super::find;
use crate::model::{
    Article, ArticleId, Block, BlockRole, FactKind, QuoteKind, Reading, Sentence, Value,
};
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

/// The speakers of the quotes of an article of one paragraph, reported speech only if there is no
/// other.
pub(super) fn speakers(sentences: &[&str]) -> Vec<String> {
    let quotes = find(&[paragraphs(&[sentences])]).quotes;
    let marked = quotes.iter().any(|q| q.kind != QuoteKind::Indirect);
    let quotes = quotes
        .iter()
        .filter(|q| !marked || q.kind != QuoteKind::Indirect);
    let names = quotes.map(|q| q.speaker.as_ref().map_or("-", |s| &s.name).to_owned());
    names.collect()
}

/// The names of a sentence with their kinds.
pub(super) fn names(sentence: &str) -> Vec<(String, FactKind)> {
    let found = find(&[paragraphs(&[&[sentence]])]);
    let names = found.facts.into_iter().filter_map(|fact| match fact.value {
        Value::Name(name) => Some((name, fact.kind)),
        _ => None,
    });
    names.collect()
}

/// Checks who speaks in each of some articles of one paragraph.
#[track_caller]
pub(super) fn check(cases: &[(&[&str], &[&str])]) {
    for (text, who) in cases {
        assert_eq!(speakers(text), *who, "{text:?}");
    }
}
