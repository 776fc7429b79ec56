//! Where things stand, in words: articles by their letters, sentences by their paragraphs.

use crate::model::{Article, ArticleId, Comparison, Row, SentenceId};
use crate::tui::state::{Model, Signs};

/// Where an article tells something that the row shows another's words of: "told in row 3, B ¶4 of
/// 8".
///
/// Where the article's letter stands before it, it is not `named` again.
pub(super) fn elsewhere(model: &Model, id: SentenceId, named: bool) -> String {
    let article = model.story.articles.get(id.article.index());
    let sentence = article.and_then(|article| article.sentences.get(id.index as usize));
    let name = if named {
        format!("{} ", id.article)
    } else {
        String::new()
    };
    let place = format!(
        "{name}{}{} of {}",
        model.signs.paragraph,
        sentence.map_or(0, |it| it.paragraph) + 1,
        article.map_or(0, Article::paragraphs),
    );
    match model.story.row_of(id) {
        Some(row) => format!("told in row {row}, {place}"),
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

/// What is said where an article does not state a row.
pub(super) fn absence(model: &Model, row: &Row, article: ArticleId) -> String {
    match row.nearest.get(&article) {
        Some(nearest) if row.is_perhaps_told_by(article) => {
            let sentence = model.story.articles.get(article.index()).and_then(|it| {
                let index = nearest.sentence.index as usize;
                it.sentences.get(index)
            });
            let paragraph = sentence.map_or(0, |it| it.paragraph) + 1;
            let sign = model.signs.paragraph;
            format!(
                "not clearly stated, perhaps in {sign}{paragraph} ({:.2})",
                nearest.score
            )
        }
        _ => "not stated".to_owned(),
    }
}
