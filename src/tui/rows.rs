//! The text pane: what its items are and how each is laid out in lines.
//!
//! Layout is a function of the model and done for what is on the screen only, so that its cost
//! does not grow with the story.

use super::areas;
use super::cell;
use super::model::Model;
use super::sheet::Sheet;
use super::styled::{Line, Piece};
use super::theme::Role;
use crate::model::{Article, ArticleId, RowId, SentenceId};

/// One item of the text pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// What the reader must know first, and the headlines.
    Opening,
    /// A row of the alignment table.
    Row(RowId),
    /// The block of this number that was set aside, of each article.
    Furniture(u32),
}

/// How many lines an item takes.
pub fn height(model: &Model, index: usize) -> usize {
    let Some(item) = model.items.get(index).copied() else {
        return 0;
    };
    // Emphasis takes room only where it stands in brackets.
    let sheet = sheet(model, index, model.signs.ascii);
    sheet.item(item).len() + usize::from(areas::is_airy(model, item))
}

/// What the layout of an item depends on.
fn sheet(model: &Model, index: usize, marked: bool) -> Sheet<'_> {
    let width = usize::from(areas::areas(model).body.width);
    Sheet {
        model,
        index,
        width,
        marked,
        columns: areas::columns(model, width),
        shown: areas::shown(model),
    }
}

/// An item's lines, as wide as the text pane.
pub fn lay(model: &Model, index: usize) -> Vec<Line> {
    let Some(item) = model.items.get(index).copied() else {
        return Vec::new();
    };
    let sheet = sheet(model, index, true);
    let mut lines = sheet.item(item);
    let selected = model.at == index;
    for line in &mut lines {
        sheet.rule(line);
        if selected {
            line.0.insert(
                0,
                Piece {
                    x: 0,
                    text: model.signs.cursor.to_owned(),
                    role: Role::Focus,
                },
            );
        }
    }
    if areas::is_airy(model, item) {
        let mut gap = Line::default();
        sheet.rule(&mut gap);
        lines.push(gap);
    }
    lines
}

/// How much of an article is furniture, in percent of its words.
pub fn furniture_share(article: &Article) -> usize {
    let words = |text: &str| text.split_whitespace().count();
    let aside: usize = article
        .furniture()
        .map(|(block, _)| words(article.slice(block.span)))
        .sum();
    (aside * 100 + 50)
        .checked_div(words(&article.text))
        .unwrap_or(0)
        .min(100)
}

/// Where an article tells something that the row shows another's words of.
pub fn elsewhere(model: &Model, sentence: SentenceId) -> String {
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
pub fn sentence_position(model: &Model, id: SentenceId) -> String {
    let article = model.story.articles.get(id.article.index());
    let sentence = article.and_then(|article| article.sentences.get(id.index as usize));
    let paragraph = sentence.map_or(0, |sentence| sentence.paragraph);
    cell::position(&model.story, id.article, paragraph, model.signs)
}

/// The letters of some articles: "B C".
pub fn letters(articles: &[ArticleId]) -> String {
    articles
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(" ")
}

/// A line further right.
pub(super) fn shifted(line: Line, by: usize) -> Line {
    let mut moved = Line::default();
    moved.put_line(by, line);
    moved
}
