//! The way back, step by step, to the plain screen.

use super::{columns, cursor, prompt, sift, views};
use crate::model::ArticleId;
use crate::tui::state::departures::{Departure, departures};
use crate::tui::state::message::Effect;
use crate::tui::state::{Emphasis, Mode, Model, Order, Pane};

/// Goes back one step; never quits.
pub(super) fn back(model: &mut Model) {
    match model.mode {
        Mode::Prompt { .. } => prompt::leave(model),
        Mode::Read => back_in_panes(model),
        _ => model.mode = Mode::Read,
    }
}

fn back_in_panes(model: &mut Model) {
    if !model.desk.marked.is_empty() {
        end_departure(model, Departure::Mark);
    } else if model.pane != Pane::Text {
        model.pane = Pane::Text;
        model.open = false;
        cursor::settle(model);
    } else if model.search.is_some() {
        sift::end_search(model);
        model.tell("search ended");
    } else if let Some(departure) = departures(model).first().copied() {
        end_departure(model, departure);
    } else {
        model.tell("nothing to go back from: q quits");
    }
}

/// Makes the screen plain again in one way, and says in which.
fn end_departure(model: &mut Model, departure: Departure) {
    let told = match departure {
        Departure::Mark => {
            model.desk.marked.clear();
            "the marks are forgotten"
        }
        Departure::Filter => {
            sift::clear(model);
            return;
        }
        Departure::View => {
            views::switch(model, model.view);
            return;
        }
        Departure::Pair => {
            views::pair(model);
            return;
        }
        Departure::Order => {
            model.order = Order::Story;
            "rows as the story runs"
        }
        Departure::Columns => {
            model.columns = model.outlets().max(1);
            "all columns that fit"
        }
        Departure::Borders => {
            model.borders.clear();
            "columns of one width"
        }
        Departure::Layout => {
            model.layout = None;
            "the layout goes by the width again"
        }
        Departure::Folded => {
            model.folded = false;
            "agreeing rows are unfolded"
        }
        Departure::Height => {
            model.taller = 0;
            "the lower pane is as high as before"
        }
        Departure::Furniture => {
            model.filter.furniture = false;
            "furniture is hidden"
        }
        Departure::Emphasis => {
            model.emphasis = Emphasis::Selected;
            "differing words are emphasised in the selected row"
        }
        Departure::Nearest => {
            model.nearest = false;
            "nearest passages are hidden"
        }
    };
    sift::apply(model);
    columns::show_article(model, ArticleId(model.column as u32));
    cursor::settle(model);
    model.tell(told);
}

/// Closes what is open; quits when nothing is.
pub(super) fn close(model: &mut Model) -> Effect {
    if model.mode != Mode::Read {
        model.mode = Mode::Read;
        return Effect::None;
    }
    if model.open {
        model.open = false;
        model.pane = Pane::Text;
        cursor::settle(model);
        return Effect::None;
    }
    Effect::Quit
}
