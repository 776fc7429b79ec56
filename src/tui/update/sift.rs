//! Brings what is listed in line with the filter and the layout.

use super::cursor;
use crate::tui::state::filter::Filter;
use crate::tui::state::search::{self, Hit, Search};
use crate::tui::state::{self, Model};

/// Brings the model's lists in line with its filter and layout, and the cursor with the lists.
///
/// The cursor stays on its item, or goes to the next one that is left.
pub(super) fn apply(model: &mut Model) {
    let selected = model.item();
    model.items = state::list(model);
    model.findings = model.filter.findings(&model.story);
    if model.finding_place().is_none() {
        model.finding = None;
    }
    let place = selected.map_or(0, |item| model.items.partition_point(|other| *other < item));
    model.at = place.min(model.items.len().saturating_sub(1));
    search_again(model);
    cursor::settle(model);
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
        hits: search::find(&model.story, &model.items, &query),
        query,
        at: None,
    });
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
