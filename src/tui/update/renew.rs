//! The story compared again, corrected or from files that have changed: shown in the place of the
//! old one, with the reader where he was.

use super::{columns, cursor, sift};
use crate::correct::anchor;
use crate::model::{ArticleId, Comparison, FindingId, RowId, RowVerdict, SentenceId};
use crate::tui::state::{
    Figures, Item, Kept, Ledger, Mode, Model, Order, Spot, Story, View, count, furniture_share,
};
use std::sync::Arc;

/// Shows a story that was compared again, at the same passage and on the same line of the screen,
/// and says what has changed.
pub fn renew(model: &mut Model, story: Arc<Comparison>) {
    let new = Story::from(story);
    let told = changes(model, &new).unwrap_or_else(|| reread(&model.story, &new));
    let offset = cursor::offset(model);
    let item = model.item().and_then(|item| carried(model, &new, item));
    let finding = model.finding.and_then(|id| same_finding(model, &new, id));
    let detail = model.detail_top;
    model.last_row = model.last_row.and_then(|id| row(model, &new, id));
    model.jumps = [0, 1].map(|n| {
        let spots = model.jumps.get(n).into_iter().flatten();
        let spot = |it: &Spot| {
            let item = carried(model, &new, it.item)?;
            Some(Spot { item, ..*it })
        };
        spots.filter_map(spot).collect()
    });
    let sentence = |id: SentenceId| near(&model.story, &new, id);
    let picked = model.desk.picked.and_then(sentence);
    let marked = model
        .desk
        .marked
        .iter()
        .copied()
        .filter_map(sentence)
        .collect();
    (model.desk.picked, model.desk.marked) = (picked, marked);
    follow(model, &new);
    model.story = new;
    model.furniture = model.story.articles.iter().map(furniture_share).collect();
    let last = model.outlets().saturating_sub(1);
    for place in [&mut model.column, &mut model.first, &mut model.other] {
        *place = (*place).min(last);
    }
    let in_view = |view| model.view == view;
    model.ledger = in_view(View::Quotes).then(|| Arc::new(Ledger::new(&model.story)));
    model.figures = in_view(View::Overview).then(|| Arc::new(Figures::new(&model.story)));
    if item == Some(Item::Opening) {
        model.last_row = None;
    }
    model.finding = None;
    model.items = vec![item.unwrap_or(Item::Opening)];
    model.at = 0;
    sift::apply(model);
    cursor::select(model, model.at);
    model.finding = finding
        .filter(|id| model.findings.contains(id))
        .or(model.finding);
    cursor::hold(model, offset);
    model.detail_top = detail;
    columns::show_article(model, ArticleId(model.column as u32));
    cursor::settle(model);
    if !matches!(model.mode, Mode::Prompt { .. }) {
        model.tell(told);
    }
}

/// Follows the outlets to their letters in the new story, which may have others.
fn follow(model: &mut Model, new: &Story) {
    let old = model.story.clone();
    let moved = |id: ArticleId| {
        let outlet = &old.articles.get(id.index())?.outlet;
        let article = new.articles.iter().find(|it| it.outlet == *outlet)?;
        Some(article.id)
    };
    for place in [&mut model.column, &mut model.first, &mut model.other] {
        *place = moved(ArticleId(*place as u32)).map_or(*place, ArticleId::index);
    }
    let outlets = model.filter.outlets.iter();
    model.filter.outlets = outlets.filter_map(|id| moved(*id)).collect();
    if let Order::Article(id) = model.order {
        model.order = moved(id).map_or(Order::Story, Order::Article);
    }
    if old.articles.len() != new.articles.len() {
        model.columns = new.articles.len().max(1);
        model.borders.clear();
        model.pair_only &= new.articles.len() > 2;
    }
}

/// What has changed in files that were read again, in a line.
fn reread(old: &Story, new: &Story) -> String {
    if **old == **new {
        return "read again: nothing has changed".to_owned();
    }
    format!(
        "read again: {} and {}, before {} and {}",
        count(new.rows.len(), "row"),
        count(new.findings.len(), "finding"),
        old.rows.len(),
        old.findings.len()
    )
}

/// What a correction has changed, in words.
fn changes(model: &mut Model, new: &Story) -> Option<String> {
    let mut told = model.desk.told.take()?;
    let counts = RowVerdict::ALL.into_iter().filter_map(|verdict| {
        let (before, after) = (model.story.count(verdict), new.count(verdict));
        (before != after).then(|| format!("{after} {} ({before} before)", verdict.word()))
    });
    let counts: Vec<String> = counts.collect();
    if !counts.is_empty() {
        told = format!("{told}: {}", counts.join(", "));
    }
    let (before, stale) = (
        model.story.corrected.stale().count(),
        new.corrected.stale().count(),
    );
    if stale > before {
        told = format!("{told}; {stale} corrections do not fit now (g shows them)");
    }
    Some(match &model.desk.kept {
        Kept::Saved => told,
        Kept::Unsaved => format!("{told}; NOT SAVED (S saves)"),
        Kept::Failed(why) => format!("{told}; NOT SAVED: {why}"),
    })
}

/// A sentence in the story compared again, or the one before its place where it is none any more.
fn near(old: &Story, new: &Story, id: SentenceId) -> Option<SentenceId> {
    let before = old.articles.get(id.article.index())?;
    let start = before.sentences.get(id.index as usize)?.span.start;
    let after = new.articles.get(id.article.index());
    match after.filter(|it| it.outlet == before.outlet && it.text == before.text) {
        Some(after) => {
            let next = after.sentences.partition_point(|it| it.span.start <= start);
            let last = after.sentences.len().checked_sub(1)?;
            let index = next.saturating_sub(1).min(last);
            Some(SentenceId::new(after.id, index as u32))
        }
        None => anchor::sentence(&new.articles, &anchor::of_sentence(&old.articles, id)?).ok(),
    }
}

/// The row where the reader is then: that of its chosen sentence, or of its first.
fn row(model: &Model, new: &Story, id: RowId) -> Option<RowId> {
    let row = model.story.rows.get(id.index())?;
    let here = model
        .sentence()
        .filter(|it| row.sentences().any(|id| id == *it));
    let mut sentences = here.into_iter().chain(row.sentences());
    sentences.find_map(|it| new.row_of(near(&model.story, new, it)?))
}

/// An item of the old story in the new one.
fn carried(model: &Model, new: &Story, item: Item) -> Option<Item> {
    match item {
        // What is gone leads to what stood before it.
        Item::Row(id) => {
            let mut rows = (0..=id.0).rev().map(RowId);
            rows.find_map(|id| row(model, new, id)).map(Item::Row)
        }
        Item::Sentence(id) => near(&model.story, new, id).map(Item::Sentence),
        Item::Block(n) => {
            let block = new.articles.get(model.column)?.blocks.get(n as usize)?;
            let inside = sentence_in(new, model.column, block.span.start);
            Some(inside.map_or(Item::Block(n), Item::Sentence))
        }
        Item::Furniture(n) => {
            let articles = model.story.articles.iter().enumerate();
            let mut blocks = articles
                .filter_map(|(at, it)| Some((at, it.furniture().nth(n as usize)?.0.span.start)));
            let flipped = blocks.find_map(|(at, start)| new.row_of(sentence_in(new, at, start)?));
            Some(flipped.map_or(Item::Furniture(n), Item::Row))
        }
        other => Some(other),
    }
}

/// The sentence that begins at a place of an article.
fn sentence_in(story: &Story, article: usize, start: usize) -> Option<SentenceId> {
    let article = story.articles.get(article)?;
    let at = article
        .sentences
        .iter()
        .position(|it| it.span.start == start)?;
    Some(SentenceId::new(article.id, at as u32))
}

/// The same finding of the story compared again.
fn same_finding(model: &Model, new: &Story, id: FindingId) -> Option<FindingId> {
    let finding = model.story.findings.get(id.index())?;
    let wanted = anchor::of_finding(&model.story.articles, finding);
    let mut findings = (0..).map(FindingId).zip(&new.findings);
    let same = findings
        .find(|(_, it)| it.kind == finding.kind && anchor::of_finding(&new.articles, it) == wanted);
    same.map(|(id, _)| id)
}
