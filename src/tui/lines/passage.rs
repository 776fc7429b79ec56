//! Passages of the articles, and marks on their words.

use super::role::Role;
use crate::model::{ArticleId, Comparison, SentenceId};
use crate::text::Span;

/// Sentences that follow one another in one paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Passage {
    /// The article.
    pub(super) article: ArticleId,
    /// The paragraph, from 0.
    pub(super) paragraph: u32,
    /// Where the sentences stand in the article's text.
    pub(super) span: Span,
}

/// Words to emphasise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// The article.
    pub(super) article: ArticleId,
    /// Where in its text.
    pub(super) span: Span,
    /// Why.
    pub(super) role: Role,
}

/// The passages that sentences of one article make up.
pub(super) fn passages(story: &Comparison, ids: &[SentenceId]) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    let mut last = None;
    for id in ids {
        let Some(sentence) = story
            .articles
            .get(id.article.index())
            .and_then(|article| article.sentences.get(id.index as usize))
        else {
            continue;
        };
        match passages.last_mut() {
            Some(passage)
                if passage.paragraph == sentence.paragraph && last == id.index.checked_sub(1) =>
            {
                passage.span = passage.span.cover(sentence.span);
            }
            _ => passages.push(Passage {
                article: id.article,
                paragraph: sentence.paragraph,
                span: sentence.span,
            }),
        }
        last = Some(id.index);
    }
    passages
}
