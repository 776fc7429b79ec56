//! Menus: the filters, how closely wording is compared, and the verdicts to choose from.

use super::{closely, sift};
use crate::tui::state::message::Way;
use crate::tui::state::{Mode, Model, Nicety, areas, filter};

/// How many entries the open menu has.
fn count(model: &Model) -> usize {
    match model.mode {
        Mode::Judge { .. } => model.choices().len(),
        // The niceties, and the chance from which links are claimed.
        Mode::Closely { .. } => Nicety::ALL.len() + 1,
        _ => filter::entries(&model.story).len(),
    }
}

/// The selected entry of the open menu.
fn selected(model: &mut Model) -> Option<&mut usize> {
    match &mut model.mode {
        Mode::Menu { at } | Mode::Closely { at } | Mode::Judge { at } => Some(at),
        _ => None,
    }
}

/// How many of its entries are on the screen.
pub(super) fn rows(model: &Model) -> u16 {
    areas::menu(model, count(model)).height.saturating_sub(2)
}

/// To the next entry, around the end.
pub(super) fn step(model: &mut Model, way: Way) {
    let count = count(model);
    match selected(model) {
        Some(at) if count > 1 => {
            *at = match way {
                Way::On => (*at + 1) % count,
                Way::Back => (*at + count - 1) % count,
            };
        }
        _ => model.tell("there is nothing else to choose"),
    }
}

/// So many entries further, as far as there are any.
pub(super) fn scroll(model: &mut Model, way: Way, entries: usize) {
    let last = count(model).saturating_sub(1);
    let Some(at) = selected(model) else {
        return;
    };
    let before = *at;
    let after = match way {
        Way::On => at.saturating_add(entries).min(last),
        Way::Back => at.saturating_sub(entries),
    };
    *at = after;
    if after == before {
        model.tell(match way {
            Way::On => "last entry",
            Way::Back => "first entry",
        });
    }
}

/// Switches the selected entry.
pub(super) fn choose(model: &mut Model) {
    let at = match model.mode {
        Mode::Menu { at } => at,
        Mode::Closely { at } => {
            return match Nicety::ALL.get(at) {
                Some(nicety) => closely::ignore(model, *nicety),
                None => closely::tell_keys(model),
            };
        }
        _ => return,
    };
    match filter::entries(&model.story).into_iter().nth(at) {
        Some((entry, _)) => {
            model.filter.choose(entry);
            sift::apply(model);
        }
        None => model.tell("there is nothing to choose"),
    }
}
