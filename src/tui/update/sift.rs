//! Brings what is listed in line with the filter and the layout.

use super::cursor;
use crate::model::RowId;
use crate::tui::lines;
use crate::tui::state::filter::Filter;
use crate::tui::state::search::{Hit, Search};
use crate::tui::state::{self, Item, Model};

/// Brings the model's lists in line with its filter and layout, and the cursor with the lists.
///
/// The cursor stays on its item, or goes to the next one that is left.
pub(super) fn apply(model: &mut Model) {
    let row = model.row().or(model.last_row);
    let mut after = model.items.split_off(model.at.min(model.items.len()));
    let before = std::mem::take(&mut model.items);
    model.items = state::list(model);
    model.places = state::places(model, &model.items);
    model.verdicts = state::verdicts(model);
    model.heights.clear();
    model.heights = lines::heights(model);
    model.findings = state::findings(model);
    if model.finding_place().is_none() {
        model.finding = None;
    }
    after.extend(before.into_iter().rev());
    model.at = place(model, &after, row);
    search_again(model);
    cursor::settle(model);
}

/// The item to go to: the first of those `wanted` that is still listed, else the one of a row.
fn place(model: &Model, wanted: &[Item], row: Option<RowId>) -> usize {
    let mut listed: Vec<(Item, usize)> = (0..).zip(&model.items).map(|(n, it)| (*it, n)).collect();
    listed.sort_unstable();
    let find = |item: &Item| {
        let found = listed.binary_search_by_key(item, |(item, _)| *item);
        found
            .ok()
            .and_then(|n| listed.get(n))
            .map(|(_, place)| *place)
    };
    let row_place = |row: RowId| model.places.get(&row).copied();
    let mut exact = wanted.first().and_then(find);
    // What every view begins with is no place to stay at.
    if exact == Some(0) {
        exact = row.and_then(row_place).or(exact);
    }
    exact
        .or_else(|| row.and_then(row_place))
        .or_else(|| wanted.iter().find_map(find))
        .unwrap_or(0)
}

/// Searches anew for what was searched for before, in what is listed now; the reader stays at
/// the same place where it is still listed.
fn search_again(model: &mut Model) {
    let Some(before) = model.search.take() else {
        return;
    };
    let here = before.at.and_then(|at| before.hits.get(at)).copied();
    search_for(model, before.query);
    if let (Some(search), Some(here)) = (&mut model.search, here) {
        let same = |hit: &Hit| (hit.article, hit.span) == (here.article, here.span);
        search.at = search.hits.iter().position(same);
    }
}

/// Searches for `query`, without moving; an empty one ends the search.
pub(super) fn search_for(model: &mut Model, query: String) {
    model.search = (!query.trim().is_empty()).then(|| Search {
        hits: state::find(model, &model.items, &query),
        query,
        at: None,
    });
}

/// Shows the rows of all verdicts.
pub(super) fn show_all(model: &mut Model) {
    model.filter.hidden.clear();
    apply(model);
    model.tell("all rows are shown");
}

/// Takes all filters off.
pub(super) fn clear(model: &mut Model) {
    if !model.filter.is_on() {
        model.tell("no filter is on");
        return;
    }
    model.filter = Filter {
        furniture: model.filter.furniture,
        ..Filter::default()
    };
    apply(model);
    model.tell("all filters are off");
}

/// Ends the search.
pub(super) fn end_search(model: &mut Model) {
    model.search = None;
    // What was found in headlines stood under them.
    cursor::settle(model);
}
