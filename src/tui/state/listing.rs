//! What the text pane lists, and the model that a story is opened with.

use super::areas;
use super::filter::Filter;
use super::item::Item;
use super::message::Class;
use super::model::{Anchor, Emphasis, Layout, Mode, Model, Pane};
use super::signs::Signs;
use crate::model::{Article, Comparison, RowId};
use std::sync::Arc;

impl Model {
    /// A model at the beginning of a story.
    pub fn new(story: Arc<Comparison>, signs: Signs, width: u16, height: u16) -> Self {
        let furniture = story.articles.iter().map(furniture_share).collect();
        let mut model = Self {
            other: usize::from(story.articles.len() > 1),
            columns: story.articles.len().max(1),
            story: story.into(),
            width,
            height,
            signs,
            mode: Mode::Read,
            pane: Pane::Text,
            layout: None,
            column: 0,
            first: 0,
            filter: Filter::default(),
            items: Vec::new(),
            at: 0,
            top: Anchor::default(),
            findings: Vec::new(),
            finding: None,
            detail_top: 0,
            open: false,
            taller: 0,
            emphasis: Emphasis::Selected,
            folded: false,
            nearest: false,
            search: None,
            hint: None,
            furniture,
        };
        model.items = list(&model);
        model.findings = model.filter.findings(&model.story);
        model
    }
}

/// What the text pane lists.
pub fn list(model: &Model) -> Vec<Item> {
    let story = &model.story;
    let layout = areas::layout(model);
    let (a, b) = model.pair();
    let mut items = vec![Item::Opening];
    for (id, row) in (0..).zip(&story.rows) {
        let told =
            layout != Layout::Unified || row.cells.contains_key(&a) || row.cells.contains_key(&b);
        if told && model.filter.shows(Class::Verdict(row.verdict)) {
            items.push(Item::Row(RowId(id)));
        }
    }
    if model.filter.furniture {
        let most = story
            .articles
            .iter()
            .map(|article| article.furniture().count())
            .max();
        items.extend((0..most.unwrap_or(0) as u32).map(Item::Furniture));
    }
    items
}

/// How much of an article is furniture, in percent of its words.
fn furniture_share(article: &Article) -> usize {
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
