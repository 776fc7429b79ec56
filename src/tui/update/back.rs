//! The way back, step by step, to the plain screen.

use super::{closely, columns, cursor, help, prompt, sift, views};
use crate::model::ArticleId;
use crate::text::diff::Lens;
use crate::tui::state::departures::{Departure, departures};
use crate::tui::state::message::{Effect, Message};
use crate::tui::state::{Emphasis, Mode, Model, Order, Pane};

/// Goes back one step; never quits.
pub(super) fn back(model: &mut Model) -> Effect {
    match model.mode {
        Mode::Prompt { .. } => prompt::leave(model),
        Mode::Read => return back_in_panes(model),
        Mode::Help { .. } => help::back(model),
        _ => model.mode = Mode::Read,
    }
    Effect::None
}

fn back_in_panes(model: &mut Model) -> Effect {
    if !model.desk.marked.is_empty() {
        return end_departure(model, Departure::Mark);
    }
    if model.pane != Pane::Text {
        model.pane = Pane::Text;
        model.open = false;
        cursor::settle(model);
    } else if model.search.is_some() {
        sift::end_search(model);
        model.tell("search ended");
    } else if let Some(departure) = departures(model).first().copied() {
        return end_departure(model, departure);
    } else {
        let key = model.key(Message::Close);
        model.tell(format!("nothing to go back from: {key} quits"));
    }
    Effect::None
}

/// Makes the screen plain again in one way, and says in which.
fn end_departure(model: &mut Model, departure: Departure) -> Effect {
    match departure {
        Departure::Filter => sift::clear(model),
        Departure::View => views::switch(model, model.view),
        Departure::Pair => views::pair(model),
        Departure::Claim => return closely::claim_as_usual(model),
        _ => {
            let told = reset(model, departure);
            sift::apply(model);
            columns::show_article(model, ArticleId(model.column as u32));
            cursor::settle(model);
            model.tell(told);
        }
    }
    Effect::None
}

/// Puts what departs back to how it is at first; what that is.
fn reset(model: &mut Model, departure: Departure) -> &'static str {
    match departure {
        Departure::Mark => {
            model.desk.marked.clear();
            "the marks are forgotten"
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
        Departure::Lens => {
            model.lens = Lens::default();
            "wording is compared as usual"
        }
        Departure::Filter | Departure::View | Departure::Pair | Departure::Claim => "",
    }
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
