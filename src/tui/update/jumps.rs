//! Places to come back to.

use super::{columns, cursor, sift};
use crate::model::{ArticleId, SentenceId};
use crate::tui::state::message::{Message, Way};
use crate::tui::state::{Model, Order, Spot, View};

/// How many places are kept.
const KEPT: usize = 100;

/// Where the reader is.
fn spot(model: &Model) -> Option<Spot> {
    Some(Spot {
        view: model.view,
        order: model.order,
        item: model.item()?,
        column: model.column,
    })
}

/// Notes the place that the reader is about to leave.
pub(super) fn leave(model: &mut Model) {
    let Some(spot) = spot(model) else { return };
    let [back, forth] = &mut model.jumps;
    forth.clear();
    if back.last() != Some(&spot) {
        back.push(spot);
    }
    let most = back.len().saturating_sub(KEPT);
    back.drain(..most);
}

/// To the place that was left last, or forth again.
pub(super) fn jump(model: &mut Model, way: Way) {
    let here = spot(model);
    let [back, forth] = &mut model.jumps;
    let (from, to) = match way {
        Way::Back => (back, forth),
        Way::On => (forth, back),
    };
    let Some(target) = from.pop() else {
        model.tell(match way {
            Way::Back => "no jump to go back from",
            Way::On => "no jump to go forth to",
        });
        return;
    };
    to.extend(here);
    model.last_row = model.row_of(target.item).or(model.last_row);
    model.order = target.order;
    model.column = target.column;
    model.view = target.view;
    sift::apply(model);
    if let Some(index) = model.items.iter().position(|item| *item == target.item) {
        cursor::select(model, index);
    }
    columns::show_article(model, ArticleId(target.column as u32));
    cursor::settle(model);
    let [back, forth] = [&model.jumps[0], &model.jumps[1]].map(Vec::len);
    model.tell(format!("{back} back, {forth} forth"));
}

/// Goes to where another outlet tells what the selected row holds: to the row where it stands, or
/// to its place in that outlet's own order.
pub(super) fn far(model: &mut Model) {
    let row = model.row().and_then(|id| model.story.rows.get(id.index()));
    let Some(row) = row else {
        model.tell("nothing is told here: choose a row");
        return;
    };
    if let Some(sentence) = row.elsewhere.values().next().copied() {
        elsewhere(model, sentence);
        return;
    }
    let here = ArticleId(model.column as u32);
    let ordered = match model.order {
        Order::Article(article) => Some(article),
        _ => None,
    };
    let mut tellers = row
        .cells
        .keys()
        .filter(|it| **it != here && Some(**it) != ordered);
    let Some(other) = tellers.next().copied() else {
        model.tell("no other outlet tells it");
        return;
    };
    let place = row.cells.get(&other).and_then(|ids| ids.first()).copied();
    leave(model);
    if !matches!(model.view, View::Text | View::Matrix) {
        model.view = View::Text;
    }
    model.order = Order::Article(other);
    sift::apply(model);
    columns::show_article(model, other);
    cursor::settle(model);
    let place = place.and_then(|id| {
        let article = model.story.articles.get(id.article.index())?;
        let paragraph = article.sentences.get(id.index as usize)?.paragraph + 1;
        let sign = model.signs.paragraph;
        Some(format!(
            "{other} {sign}{paragraph} of {}",
            article.paragraphs()
        ))
    });
    let place = place.unwrap_or_default();
    let key = model.key(Message::Jump(Way::Back));
    model.tell(format!(
        "{place}, among what {other} tells around it; {key} goes back"
    ));
}

/// Goes to the row of a sentence.
fn elsewhere(model: &mut Model, sentence: SentenceId) {
    let row = model.story.row_of(sentence);
    let index = row.and_then(|row| model.places.get(&row)).copied();
    if let Some(index) = index {
        leave(model);
        cursor::select(model, index);
        columns::show_article(model, sentence.article);
        let key = model.key(Message::Jump(Way::Back));
        model.tell(format!("told here; {key} goes back"));
    } else {
        let key = model.key(Message::ShowAll);
        model.tell(format!(
            "the row where it is told is not shown: {key} shows all"
        ));
    }
}
