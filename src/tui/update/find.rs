//! Going to the places that a search found.

use super::{columns, cursor};
use crate::model::RowId;
use crate::tui::lines::{self, Line, Role};
use crate::tui::state::message::{Message, Prompt, Way};
use crate::tui::state::{self, Item, Model};

/// Goes to the first hit at or after the selected item.
pub(super) fn begin(model: &mut Model) {
    let Some(search) = &model.search else {
        model.tell("nothing to search for");
        return;
    };
    let hits = &search.hits;
    if hits.is_empty() {
        let told = missed(model, &search.query);
        model.tell(told);
        return;
    }
    let place = hits.partition_point(|hit| hit.item < model.at) % hits.len();
    goto(model, place);
}

/// Goes to the next hit, around the end.
pub(super) fn step(model: &mut Model, way: Way) {
    let Some(search) = &model.search else {
        let key = model.key(Message::Ask(Prompt::Search));
        model.tell(format!("no search yet: {key} searches"));
        return;
    };
    let count = search.hits.len();
    if count == 0 {
        let told = missed(model, &search.query);
        model.tell(told);
        return;
    }
    let (place, around) = match (search.at, way) {
        (None, _) => {
            begin(model);
            return;
        }
        (Some(at), Way::On) => ((at + 1) % count, at + 1 == count),
        (Some(at), Way::Back) => ((at + count - 1) % count, at == 0),
    };
    goto(model, place);
    if around && count > 1 {
        let end = if way == Way::On { "end" } else { "beginning" };
        model.tell(format!("search went on around the {end}"));
    }
}

/// Why nothing was found: not at all, or in hidden rows only.
fn missed(model: &Model, query: &str) -> String {
    let all: Vec<Item> = (0..model.story.rows.len() as u32)
        .map(|id| Item::Row(RowId(id)))
        .collect();
    match state::find(model, &all, query).len() {
        0 => format!("not found: {query}"),
        hidden => {
            let key = model.key(Message::ShowAll);
            format!("{query}: only in rows that are not shown ({hidden}); {key} shows all")
        }
    }
}

/// Goes to a hit.
fn goto(model: &mut Model, place: usize) {
    let Some(search) = &mut model.search else {
        return;
    };
    search.at = Some(place);
    if let Some(hit) = search.hits.get(place).copied() {
        cursor::select(model, hit.item);
        columns::show_article(model, hit.article);
        reveal_hit(model);
    }
}

/// Moves on within a high item to the line of the current hit.
fn reveal_hit(model: &mut Model) {
    let laid = lines::lay(model, model.at);
    let found = |line: &Line| line.0.iter().any(|p| p.role == Role::CurrentHit);
    let Some(line) = laid.iter().position(found) else {
        return;
    };
    let page = cursor::page(model);
    if model.top.item == model.at && (line < model.top.line || line >= model.top.line + page) {
        model.top.line = line
            .saturating_sub(page / 2)
            .min(laid.len().saturating_sub(page));
    }
}
