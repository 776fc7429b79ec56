//! Another comparison of the same articles in the place of the present one: what the reader did is
//! kept, and they stay where they are.

use super::{columns, cursor, sift, views};
use crate::model::{ArticleId, Comparison, Finding, FindingId, Row, RowId, SentenceId};
use crate::tui::state::{Item, Model, Order, Story, count};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Shows another comparison at the row that has the most sentences of the selected one.
pub(super) fn renew(model: &mut Model, story: Arc<Comparison>) {
    if *story == *model.story {
        model.tell("read again: nothing has changed");
        return;
    }
    let before = model.clone();
    let above = cursor::above(&before);
    let mut new = Model::new(story, before.signs, before.width, before.height);
    let moved = moved(&before.story, &new.story);
    let told = told(&before.story, &new.story);
    keep(&mut new, &before, &moved);
    *model = new;
    views::set(model, before.view);
    let row = before.row().or(before.last_row);
    let row = row.and_then(|row| like(&before.story, row, &model.story));
    if let Some(place) = place(model, &before, row) {
        cursor::select(model, place);
    }
    model.finding = same_finding(&before, &model.story).or(model.finding);
    model.pane = before.pane;
    model.open = before.open;
    columns::show_article(model, ArticleId(model.column as u32));
    cursor::put(model, above);
    model.detail_top = before.detail_top;
    cursor::settle(model);
    model.tell(told);
}

/// Where each outlet of the old story is in the new one.
fn moved(old: &Story, new: &Story) -> BTreeMap<ArticleId, ArticleId> {
    let ids = old.articles.iter().filter_map(|was| {
        let is = new.articles.iter().find(|it| it.outlet == was.outlet)?;
        Some((was.id, is.id))
    });
    ids.collect()
}

/// Takes over what the reader did.
fn keep(new: &mut Model, before: &Model, moved: &BTreeMap<ArticleId, ArticleId>) {
    let article = |index: usize, other: usize| {
        let id = moved.get(&ArticleId(index as u32));
        id.map_or(other, |id| id.index())
    };
    new.palette = before.palette;
    new.keymap = before.keymap.clone();
    new.mode = before.mode.clone();
    new.taken.clone_from(&before.taken);
    new.mouse = before.mouse;
    new.order = match before.order {
        Order::Article(id) => moved
            .get(&id)
            .map_or(Order::Story, |id| Order::Article(*id)),
        order => order,
    };
    new.layout = before.layout;
    new.column = article(before.column, new.column);
    new.first = article(before.first, new.first);
    new.other = article(before.other, new.other);
    new.pair_only = before.pair_only && new.outlets() > 2 && new.other != new.column;
    new.filter = before.filter.clone();
    let outlets = before.filter.outlets.iter();
    new.filter.outlets = outlets.filter_map(|id| moved.get(id)).copied().collect();
    new.taller = before.taller;
    if before.outlets() == new.outlets() {
        new.columns = before.columns;
        new.borders.clone_from(&before.borders);
    }
    new.emphasis = before.emphasis;
    new.folded = before.folded;
    new.nearest = before.nearest;
    if let Some(search) = &before.search {
        sift::search_for(new, search.query.clone());
    }
}

/// The texts of a row's sentences, each with its outlet.
fn texts(story: &Story, row: RowId) -> BTreeSet<(&str, &str)> {
    let row = story.rows.get(row.index()).into_iter();
    let sentences = row.flat_map(Row::sentences);
    sentences.filter_map(|id| text(story, id)).collect()
}

fn text(story: &Story, id: SentenceId) -> Option<(&str, &str)> {
    let article = story.articles.get(id.article.index())?;
    Some((article.outlet.as_str(), article.sentence(id.index)))
}

/// The row of the new story that shares the most sentences with a row of the old one; where none
/// shares any, that of the nearest row before it.
fn like(old: &Story, row: RowId, new: &Story) -> Option<RowId> {
    let mut rows = BTreeMap::<(&str, &str), RowId>::new();
    for id in (0..new.rows.len() as u32).map(RowId) {
        rows.extend(texts(new, id).into_iter().map(|text| (text, id)));
    }
    (0..=row.0).rev().map(RowId).find_map(|before| {
        let mut shared = BTreeMap::<RowId, usize>::new();
        let texts = texts(old, before);
        for id in texts.iter().filter_map(|text| rows.get(text)) {
            *shared.entry(*id).or_default() += 1;
        }
        let most = shared
            .into_iter()
            .max_by_key(|(id, count)| (*count, std::cmp::Reverse(*id)));
        most.map(|(id, _)| id)
    })
}

/// The item to select: the same one by its words, else the one of the row.
fn place(model: &Model, before: &Model, row: Option<RowId>) -> Option<usize> {
    let same = match before.item()? {
        Item::Opening => return Some(0),
        Item::Sentence(id) => {
            let words = text(&before.story, id)?;
            let is = |item: &Item| match item {
                Item::Sentence(id) => text(&model.story, *id) == Some(words),
                _ => false,
            };
            model.items.iter().position(is)
        }
        Item::Row(_) => None,
        item if before.row().is_none() => model.items.iter().position(|it| *it == item),
        _ => None,
    };
    same.or_else(|| model.places.get(&row?).copied())
}

/// The finding that says what the reader's finding said.
fn same_finding(before: &Model, new: &Story) -> Option<FindingId> {
    let was = before.story.findings.get(before.finding?.index())?;
    let same = |it: &Finding| it.kind == was.kind && it.why == was.why;
    let place = new.findings.iter().position(same)?;
    Some(FindingId(place as u32))
}

/// What has changed, in a line.
fn told(old: &Story, new: &Story) -> String {
    format!(
        "read again: {} and {}, before {} and {}",
        count(new.rows.len(), "row"),
        count(new.findings.len(), "finding"),
        old.rows.len(),
        old.findings.len()
    )
}
