//! How the panes and columns are arranged.

use super::{columns, cursor, sift, views};
use crate::model::ArticleId;
use crate::tui::state::message::{Message, Way};
use crate::tui::state::{Emphasis, Layout, Model, Pane, View, areas};

/// To the next layout.
pub(super) fn layout(model: &mut Model) {
    let split = areas::can_split(model);
    let next = match (model.view, areas::layout(model)) {
        (View::Text, Layout::Stacked) if split => Layout::Split,
        (View::Text, Layout::Split | Layout::Stacked) if model.outlets() > 1 => Layout::Unified,
        (View::Text, _) if !model.story.articles.is_empty() => {
            views::switch(model, View::Matrix);
            return;
        }
        _ => Layout::Stacked,
    };
    if model.view != View::Text {
        views::set(model, View::Text);
    }
    model.layout = Some(next);
    sift::apply(model);
    columns::show_article(model, ArticleId(model.column as u32));
    let name = match next {
        Layout::Split => "split: a column an outlet",
        Layout::Stacked => "stacked: one outlet under the other",
        Layout::Unified => "unified: one text with the differences of another inside",
    };
    let narrow = if split { "" } else { "; too narrow to split" };
    model.tell(format!("{name}{narrow}"));
}

/// Makes the focused pane, or the columns, wider or narrower.
pub(super) fn resize(model: &mut Model, way: Way) {
    if model.pane != Pane::Text {
        let before = areas::areas(model).lower.height;
        model.taller += if way == Way::On { 2 } else { -2 };
        cursor::settle(model);
        if areas::areas(model).lower.height == before {
            model.taller -= if way == Way::On { 2 } else { -2 };
            model.tell("the pane cannot be resized further");
        }
        return;
    }
    if model.view != View::Text || areas::layout(model) != Layout::Split {
        let key = model.key(Message::Layout);
        model.tell(format!(
            "only the columns of the split layout can be resized: {key} changes the layout"
        ));
        return;
    }
    let before = areas::shown(model).len();
    model.columns = match way {
        Way::On => before.saturating_sub(1).max(1),
        Way::Back => before + 1,
    };
    let shown = areas::shown(model).len();
    model.columns = if way == Way::Back && shown == before {
        model.outlets().max(1)
    } else {
        shown.max(1)
    };
    columns::show_article(model, ArticleId(model.column as u32));
    cursor::settle(model);
    if shown == before {
        model.tell(match way {
            Way::On => "the column fills the width already",
            Way::Back => "no room for another column",
        });
    }
}

/// Emphasises differing words in other rows.
pub(super) fn emphasis(model: &mut Model) {
    let (next, told) = match model.emphasis {
        Emphasis::Selected => (Emphasis::All, "in all rows"),
        Emphasis::All => (Emphasis::None, "nowhere, but for those of findings"),
        Emphasis::None => (Emphasis::Selected, "in the selected row"),
    };
    model.emphasis = next;
    cursor::settle(model);
    model.tell(format!("differing words are emphasised {told}"));
}

/// Folds agreeing rows to one line each, or unfolds them.
pub(super) fn fold(model: &mut Model) {
    model.folded = !model.folded;
    cursor::settle(model);
    model.tell(if model.folded {
        "agreeing rows are folded in the text"
    } else {
        "agreeing rows are unfolded in the text"
    });
}

/// Shows the nearest passage where something is not stated, or hides it.
pub(super) fn nearest(model: &mut Model) {
    model.nearest = !model.nearest;
    cursor::settle(model);
    let state = if model.nearest { "shown" } else { "hidden" };
    model.tell(format!(
        "nearest passages are {state} in the text where something is not stated"
    ));
}

/// To the next theme.
pub(super) fn theme(model: &mut Model) {
    model.palette = model.palette.next();
    model.tell(format!("theme: {}", model.palette.name()));
}
