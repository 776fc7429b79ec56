//! Which outlets are on the screen, and which has the attention.

use super::{cursor, sift};
use crate::model::ArticleId;
use crate::tui::state::message::Way;
use crate::tui::state::{Layout, Model, View, areas};

/// Turns the columns so that an article is among them, and gives it the attention.
pub(super) fn show_article(model: &mut Model, article: ArticleId) {
    let outlets = model.outlets();
    let index = article.index();
    if index >= outlets {
        return;
    }
    if in_pairs(model) {
        if index != model.column && index != model.other {
            model.other = index;
            sift::apply(model);
        }
        return;
    }
    model.column = index;
    let shown = areas::shown(model);
    if !shown.contains(&article) {
        // The article comes in at the nearer edge.
        let on = (index + outlets - model.first) % outlets;
        let back = (model.first + outlets - index) % outlets;
        model.first = if on <= back {
            (index + outlets + 1 - shown.len()) % outlets
        } else {
            index
        };
    }
}

/// Whether two outlets are set against each other, `column` and `other`.
fn in_pairs(model: &Model) -> bool {
    let unified = model.view == View::Text && areas::layout(model) == Layout::Unified;
    model.view != View::Original && (unified || model.pair_only)
}

/// To the next outlet: another column, or another text inside the unified one.
pub(super) fn step_column(model: &mut Model, way: Way) {
    // The first sentence of the outlet is the chosen one then.
    model.desk.picked = None;
    let outlets = model.outlets();
    if outlets < 2 {
        model.tell("there is one outlet only");
        return;
    }
    let next = |n: usize| match way {
        Way::On => (n + 1) % outlets,
        Way::Back => (n + outlets - 1) % outlets,
    };
    if in_pairs(model) {
        model.other = next(model.other);
        if model.other == model.column {
            model.column = next(model.column);
            model.other = match way {
                Way::On => next(model.column),
                Way::Back => (model.column + outlets - 1) % outlets,
            };
        }
        sift::apply(model);
        return;
    }
    if model.view == View::Original {
        model.last_row = None;
        model.column = next(model.column);
        model.at = 0;
        sift::apply(model);
        return;
    }
    show_article(model, ArticleId(next(model.column) as u32));
    cursor::settle(model);
}
