//! From finding to finding.

use super::{columns, cursor};
use crate::model::FindingId;
use crate::tui::state::Model;
use crate::tui::state::message::{Message, Way};

/// Goes to a finding: its row, and a column of an outlet that it is about.
pub(super) fn select_finding(model: &mut Model, id: FindingId) {
    let Some(finding) = model.story.findings.get(id.index()) else {
        return;
    };
    let (row, about) = (finding.row, finding.articles.first().copied());
    if let Some(index) = model.places.get(&row).copied() {
        cursor::select(model, index);
    } else {
        let key = model.key(Message::Open);
        model.tell(format!(
            "the row of this finding is not listed here: {key} reads it in the text"
        ));
    }
    model.finding = Some(id);
    if let Some(article) = about {
        columns::show_article(model, article);
    }
    cursor::settle(model);
    cursor::reveal_finding(model);
}

/// To the next finding that passes the filter, around the end.
pub(super) fn step_finding(model: &mut Model, way: Way, same_kind: bool) {
    let kind = |id: FindingId| model.story.findings.get(id.index()).map(|f| f.kind);
    let wanted = match (same_kind, model.finding) {
        (true, None) => {
            let key = model.key(Message::Finding(Way::On));
            model.tell(format!(
                "no finding is selected: {key} goes to the next one"
            ));
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
            "no findings".to_owned()
        } else {
            let key = model.key(Message::ClearFilters);
            format!("no finding passes the filter: {key} clears it")
        };
        model.tell(none);
        return;
    };
    let here = model.finding_place();
    let after = fits.partition_point(|id| match here {
        Some(here) => model.place_of(*id).is_some_and(|place| place <= here),
        None => row_place(model, *id) < model.at,
    });
    let here = usize::from(here.is_some());
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

/// The item of a finding's row; past all of them where it is not listed.
fn row_place(model: &Model, id: FindingId) -> usize {
    let row = model.story.findings.get(id.index()).map(|it| it.row);
    let place = row.and_then(|row| model.places.get(&row)).copied();
    place.unwrap_or(model.items.len())
}
