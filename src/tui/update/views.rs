//! Other views, other orders of the rows, two outlets alone.

use super::{columns, cursor, jumps, sift};
use crate::model::ArticleId;
use crate::tui::state::message::{Message, Way};
use crate::tui::state::{Figures, Ledger, Model, Order, Pane, View};
use std::sync::Arc;

/// Shows another view at the row where the reader stands; the same one again leads to the text.
pub(super) fn switch(model: &mut Model, view: View) {
    let view = if model.view == view { View::Text } else { view };
    if model.story.articles.is_empty() && view != View::Text {
        model.tell("there is nothing to look at");
        return;
    }
    jumps::leave(model);
    set(model, view);
    let open = model.key(Message::Open);
    model.tell(match view {
        View::Text => "the text, row by row".to_owned(),
        View::Matrix => format!("matrix: a line a row, a cell an outlet; {open} reads the row"),
        View::Quotes => format!("quotes by speaker; {open} reads one in the text"),
        View::Overview => format!("overview of the story; {open} on a shift reads it"),
        View::Original => {
            let keys = turn(model);
            format!("one article as it was read; {keys} turn to the others")
        }
    });
}

/// The keys that turn to the other outlets.
fn turn(model: &Model) -> String {
    let [back, on] = [Way::Back, Way::On].map(|way| model.key(Message::Column(way)));
    format!("{back} and {on}")
}

/// Shows a view without saying so.
pub(super) fn set(model: &mut Model, view: View) {
    model.last_row = model.row().or(model.last_row);
    model.pane = Pane::Text;
    model.open = false;
    match view {
        View::Quotes if model.ledger.is_none() => {
            model.ledger = Some(Arc::new(Ledger::new(&model.story)));
        }
        View::Overview if model.figures.is_none() => {
            model.figures = Some(Arc::new(Figures::new(&model.story)));
        }
        View::Original => attend_teller(model),
        _ => {}
    }
    model.view = view;
    sift::apply(model);
    columns::show_article(model, ArticleId(model.column as u32));
    cursor::settle(model);
}

/// Gives the attention to an article that tells the row where the reader stands.
fn attend_teller(model: &mut Model) {
    let row = model
        .last_row
        .and_then(|id| model.story.rows.get(id.index()));
    if let Some(row) = row
        && !row.cells.contains_key(&ArticleId(model.column as u32))
        && let Some(teller) = row.cells.keys().next()
    {
        model.column = teller.index();
    }
}

/// Reads in the text what is selected in another view.
pub(super) fn read(model: &mut Model) {
    let Some(row) = model.row() else {
        let [down, up] = [Way::On, Way::Back].map(|way| model.key(Message::Step(way)));
        model.tell(format!(
            "nothing to read here: choose a line of a row with {down} and {up}"
        ));
        return;
    };
    jumps::leave(model);
    set(model, View::Text);
    if let Some(index) = model.places.get(&row).copied() {
        cursor::select(model, index);
    } else {
        let key = model.key(Message::ShowAll);
        model.tell(format!("its row is hidden by the filter: {key} shows all"));
    }
}

/// To the next order of the rows.
pub(super) fn order(model: &mut Model) {
    if !matches!(model.view, View::Text | View::Matrix) {
        let key = model.key(Message::View(View::Matrix));
        model.tell(format!(
            "the text and the matrix have an order to choose: {key} leads to the matrix"
        ));
        return;
    }
    let attended = ArticleId(model.column as u32);
    let next = match model.order {
        Order::Story => Order::Article(attended),
        Order::Article(_) => Order::Importance,
        Order::Importance => Order::Coverage,
        Order::Coverage => Order::Prominence,
        Order::Prominence => Order::Story,
    };
    set_order(model, next);
    model.tell(match next {
        Order::Story => "rows as the story runs through all outlets".to_owned(),
        Order::Article(article) => format!("rows as {article} has them; the rest comes last"),
        Order::Importance => "rows that differ most first".to_owned(),
        Order::Coverage => "rows that most outlets tell first".to_owned(),
        Order::Prominence => "widest shift of place first".to_owned(),
    });
}

/// Lists the rows in another order, with the same one selected.
pub(super) fn set_order(model: &mut Model, order: Order) {
    model.order = order;
    sift::apply(model);
}

/// Shows two outlets alone, or all again.
pub(super) fn pair(model: &mut Model) {
    if model.outlets() < 3 {
        model.tell("there are no more than two outlets");
        return;
    }
    model.pair_only = !model.pair_only;
    if model.pair_only && model.other == model.column {
        model.other = (model.column + 1) % model.outlets();
    }
    sift::apply(model);
    columns::show_article(model, ArticleId(model.column as u32));
    cursor::settle(model);
    if model.pair_only {
        let (a, b) = model.pair();
        model.tell(format!(
            "{a} and {b} alone; {} set another against {a}",
            turn(model)
        ));
    } else {
        model.tell("all outlets");
    }
}
