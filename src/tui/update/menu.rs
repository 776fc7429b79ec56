//! The filter menu.

use super::sift;
use crate::tui::state::message::Way;
use crate::tui::state::{Mode, Model, areas, filter};

/// How many of its entries are on the screen.
pub(super) fn rows(model: &Model) -> u16 {
    let entries = filter::entries(&model.story).len();
    areas::menu(model, entries).height.saturating_sub(2)
}

/// To the next entry, around the end.
pub(super) fn step(model: &mut Model, way: Way) {
    let count = filter::entries(&model.story).len();
    match &mut model.mode {
        Mode::Menu { at } if count > 1 => {
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
    let last = filter::entries(&model.story).len().saturating_sub(1);
    let Mode::Menu { at } = &mut model.mode else {
        return;
    };
    let before = *at;
    *at = match way {
        Way::On => at.saturating_add(entries).min(last),
        Way::Back => at.saturating_sub(entries),
    };
    if *at == before {
        model.tell(match way {
            Way::On => "last entry",
            Way::Back => "first entry",
        });
    }
}

/// Switches the selected entry.
pub(super) fn choose(model: &mut Model) {
    let Mode::Menu { at } = model.mode else {
        return;
    };
    match filter::entries(&model.story).into_iter().nth(at) {
        Some((entry, _)) => {
            model.filter.choose(entry);
            sift::apply(model);
        }
        None => model.tell("there is nothing to choose"),
    }
}
