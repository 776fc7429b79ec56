//! Finding words in what is listed.

use super::item::Item;
use super::model::Model;
use super::search::{Hit, pattern};
use super::view::View;
use crate::model::{Article, ArticleId, Comparison, Row, SentenceId};
use crate::text::Span;

/// The places of `query` in some items.
pub fn find(model: &Model, items: &[Item], query: &str) -> Vec<Hit> {
    let Some(pattern) = pattern(query) else {
        return Vec::new();
    };
    let mut hits = Vec::new();
    for (item, listed) in items.iter().enumerate() {
        for (article, span) in texts(model, *listed) {
            let text = model.story.articles.get(article.index());
            let text = text.map_or("", |it| it.slice(span));
            hits.extend(pattern.find_iter(text).map(|found| Hit {
                item,
                article,
                span: Span::new(found.start(), found.end()).shift(span.start),
            }));
        }
    }
    hits
}

/// The articles' words that an item shows.
fn texts(model: &Model, item: Item) -> Vec<(ArticleId, Span)> {
    let story = &model.story;
    let articles = story.articles.iter();
    match item {
        Item::Opening if model.view == View::Text => articles
            .filter_map(|it| Some((it.id, it.headline?)))
            .collect(),
        Item::Row(id) => {
            let row = story.rows.get(id.index()).into_iter();
            let sentences = row.flat_map(Row::sentences);
            sentences.filter_map(|id| sentence(story, id)).collect()
        }
        Item::Furniture(number) => {
            let block = |it: &Article| {
                let (block, _) = it.furniture().nth(number as usize)?;
                Some((it.id, block.span))
            };
            articles.filter_map(block).collect()
        }
        Item::Utterance(number) => {
            let said = model.ledger.as_ref();
            let said = said.and_then(|it| it.utterances.get(number as usize));
            let members = said.into_iter().flat_map(|it| &it.members);
            let quotes = members.filter_map(|id| story.facts.quotes.get(id.index()));
            quotes.map(|it| (it.sentence.article, it.span)).collect()
        }
        Item::Block(number) => {
            let article = story.articles.get(model.column);
            let block = article.and_then(|it| Some((it.id, it.blocks.get(number as usize)?.span)));
            block.into_iter().collect()
        }
        Item::Sentence(id) => sentence(story, id).into_iter().collect(),
        Item::Opening | Item::Speaker(_) | Item::Section(_) | Item::Shift(_) => Vec::new(),
    }
}

fn sentence(story: &Comparison, id: SentenceId) -> Option<(ArticleId, Span)> {
    let article = story.articles.get(id.article.index())?;
    Some((id.article, article.sentences.get(id.index as usize)?.span))
}
