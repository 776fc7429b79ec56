//! From finding to finding.

use super::{columns, cursor};
use crate::model::FindingId;
use crate::tui::state::message::Way;
use crate::tui::state::{Item, Model};

/// Goes to a finding: its row, and a column of an outlet that it is about.
pub(super) fn select_finding(model: &mut Model, id: FindingId) {
    let Some(finding) = model.story.findings.get(id.index()) else {
        return;
    };
    let (row, about) = (finding.row, finding.articles.first().copied());
    match model.items.binary_search(&Item::Row(row)) {
        Ok(index) => cursor::select(model, index),
        Err(_) => model.tell("the row of this finding is not shown in this layout"),
    }
    model.finding = Some(id);
    if let Some(article) = about {
        columns::show_article(model, article);
    }
    cursor::settle(model);
}

/// To the next finding that passes the filter, around the end.
pub(super) fn step_finding(model: &mut Model, way: Way, same_kind: bool) {
    let kind = |id: FindingId| model.story.findings.get(id.index()).map(|f| f.kind);
    let wanted = match (same_kind, model.finding) {
        (true, None) => {
            model.tell("no finding is selected: ] or . goes to the next one");
            return;
        }
        (true, Some(id)) => kind(id),
        (false, _) => None,
    };
    let fits: Vec<FindingId> = model
        .findings
        .iter()
        .copied()
        .filter(|id| wanted.is_none() || kind(*id) == wanted)
        .collect();
    let (Some(first), Some(last)) = (fits.first(), fits.last()) else {
        let none = if model.story.findings.is_empty() {
            "no findings"
        } else {
            "no finding passes the filter: F clears it"
        };
        model.tell(none);
        return;
    };
    let place = |id: &FindingId| match model.finding {
        Some(current) => *id > current,
        None => row_place(model, *id) >= model.at,
    };
    let after = fits.partition_point(|id| !place(id));
    let here = usize::from(model.finding.is_some());
    let next = match way {
        Way::On => fits.get(after).copied(),
        Way::Back => after
            .checked_sub(1 + here)
            .and_then(|n| fits.get(n))
            .copied(),
    };
    let (target, end) = match way {
        Way::On => (next.unwrap_or(*first), "last"),
        Way::Back => (next.unwrap_or(*last), "first"),
    };
    select_finding(model, target);
    if next.is_none() {
        let of = if same_kind { " of this kind" } else { "" };
        model.tell(format!("that was the {end} finding{of}: around again"));
    }
}

/// The item of a finding's row, or the one that would follow it.
fn row_place(model: &Model, id: FindingId) -> usize {
    let row = model
        .story
        .findings
        .get(id.index())
        .map(|finding| finding.row);
    row.map_or(0, |row| {
        model.items.partition_point(|item| *item < Item::Row(row))
    })
}
