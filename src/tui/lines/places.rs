//! Where things stand, in words: articles by their letters, sentences by their paragraphs.

use crate::model::{Article, ArticleId, Comparison, SentenceId};
use crate::tui::state::{Model, Signs};

/// Where an article tells something that the row shows another's words of.
pub(super) fn elsewhere(model: &Model, sentence: SentenceId) -> String {
    let row = model.story.rows.iter().position(|row| {
        row.cells
            .get(&sentence.article)
            .is_some_and(|ids| ids.contains(&sentence))
    });
    let place = sentence_position(model, sentence);
    match row {
        Some(row) => format!("told in row {}, {place}", row + 1),
        None => format!("told in {place}"),
    }
}

/// Where a sentence stands in its article: "¶4/8".
pub(super) fn sentence_position(model: &Model, id: SentenceId) -> String {
    let article = model.story.articles.get(id.article.index());
    let sentence = article.and_then(|article| article.sentences.get(id.index as usize));
    let paragraph = sentence.map_or(0, |sentence| sentence.paragraph);
    position(&model.story, id.article, paragraph, model.signs)
}

/// The letters of some articles: "B C".
pub fn letters(articles: &[ArticleId]) -> String {
    articles
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Where a paragraph stands in its article: "¶4/8".
pub(super) fn position(
    story: &Comparison,
    article: ArticleId,
    paragraph: u32,
    signs: Signs,
) -> String {
    let of = story
        .articles
        .get(article.index())
        .map_or(0, Article::paragraphs);
    format!("{}{}/{of}", signs.paragraph, paragraph + 1)
}
