//! What makes the screen other than plain: everything that hides something or shows it otherwise,
//! so that it can be named on the screen with the key that ends it.

use super::areas;
use super::closely::unusual;
use super::message::{Class, Message, Way};
use super::model::{Emphasis, Layout, Model, count};
use super::view::{Order, View};
use crate::text::diff::Lens;

/// One way in which the screen is other than plain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Departure {
    /// Sentences are marked to be paired.
    Mark,
    /// Another view than the text.
    View,
    /// Two outlets alone are shown.
    Pair,
    /// Rows stand in another order.
    Order,
    /// Rows or findings are filtered out.
    Filter,
    /// Fewer columns are shown than would fit.
    Columns,
    /// Borders between columns were moved.
    Borders,
    /// A layout was asked for.
    Layout,
    /// Agreeing rows are folded.
    Folded,
    /// The lower pane has another height.
    Height,
    /// Furniture is shown.
    Furniture,
    /// Differing words are emphasised elsewhere than in the selected row.
    Emphasis,
    /// Nearest passages are shown.
    Nearest,
    /// Wording is compared more or less closely than usual.
    Lens,
    /// Links are claimed from another chance on than usual.
    Claim,
}

/// What departs from the plain screen, in the order in which `Esc` ends it.
pub fn departures(model: &Model) -> Vec<Departure> {
    let text = model.view == View::Text;
    let checks = [
        (Departure::Mark, !model.desk.marked.is_empty()),
        (Departure::View, !text),
        (Departure::Filter, model.filter.is_on()),
        (Departure::Pair, model.pair_only),
        (Departure::Order, model.order != Order::Story),
        (Departure::Columns, missing_columns(model) > 0),
        (Departure::Borders, !model.borders.is_empty()),
        (Departure::Layout, text && model.layout.is_some()),
        (Departure::Folded, text && model.folded),
        (Departure::Height, model.taller != 0),
        (Departure::Furniture, model.filter.furniture),
        (Departure::Emphasis, model.emphasis != Emphasis::Selected),
        (Departure::Nearest, text && model.nearest),
        (Departure::Lens, model.lens != Lens::default()),
        (Departure::Claim, model.claim.from != model.claim.usual),
    ];
    let on = checks.into_iter().filter(|(_, on)| *on);
    on.map(|(departure, _)| departure).collect()
}

/// How many more columns would fit.
fn missing_columns(model: &Model) -> usize {
    if model.view != View::Text || areas::layout(model) != Layout::Split || model.pair_only {
        return 0;
    }
    let fit = areas::room(model).min(model.outlets());
    fit.saturating_sub(areas::shown(model).len())
}

impl Departure {
    /// It in words.
    pub fn words(self, model: &Model) -> String {
        match self {
            Self::Mark => match model.desk.marked.as_slice() {
                [a, b] => format!("pair {a} with {b}? Enter does"),
                [a] => format!("{a} marked"),
                _ => String::new(),
            },
            Self::View => model.view.word().to_owned(),
            Self::Pair => format!("pair {} {}", model.pair().0, model.pair().1),
            Self::Order => match model.order {
                Order::Story => "as the story runs".to_owned(),
                Order::Article(article) => format!("in {article}'s order"),
                Order::Importance => "most different first".to_owned(),
                Order::Coverage => "told by most first".to_owned(),
                Order::Prominence => "widest shift of place first".to_owned(),
            },
            Self::Filter if model.filter.unreviewed => "not reviewed yet".to_owned(),
            Self::Filter if model.filter.hidden.is_empty() => "findings filtered".to_owned(),
            Self::Filter => {
                let hidden: usize = model
                    .story
                    .counts()
                    .filter(|(verdict, _)| model.filter.hidden.contains(verdict))
                    .map(|(_, rows)| rows)
                    .sum();
                format!("{} hidden", count(hidden, "row"))
            }
            Self::Columns => {
                let shown = areas::shown(model).len();
                format!("{shown} of {} columns", shown + missing_columns(model))
            }
            Self::Borders => "columns of other widths".to_owned(),
            Self::Layout => match areas::layout(model) {
                Layout::Split => "split".to_owned(),
                Layout::Stacked => "stacked".to_owned(),
                Layout::Unified => "unified".to_owned(),
            },
            Self::Folded => "agreeing rows folded".to_owned(),
            Self::Height if model.taller > 0 => "lower pane higher".to_owned(),
            Self::Height => "lower pane lower".to_owned(),
            Self::Furniture => "furniture shown".to_owned(),
            Self::Emphasis if model.emphasis == Emphasis::All => "emphasis in all rows".to_owned(),
            Self::Emphasis => "emphasis off".to_owned(),
            Self::Nearest => "nearest passages shown".to_owned(),
            Self::Lens => unusual(model.lens),
            Self::Claim => format!("links claimed from {:.2}", model.claim.chance()),
        }
    }

    /// What to ask for to change it, apart from `Esc`.
    pub fn message(self, model: &Model) -> Message {
        match self {
            Self::View => Message::View(model.view),
            Self::Pair => Message::Pair,
            Self::Order => Message::Order,
            Self::Filter if model.filter.unreviewed || model.filter.hidden.is_empty() => {
                Message::ClearFilters
            }
            Self::Filter => Message::ShowAll,
            Self::Columns => Message::Resize(Way::Back),
            Self::Borders | Self::Mark => Message::Back,
            Self::Layout => Message::Layout,
            Self::Folded => Message::Fold,
            Self::Height if model.taller > 0 => Message::Resize(Way::Back),
            Self::Height => Message::Resize(Way::On),
            Self::Furniture => Message::Toggle(Class::Furniture),
            Self::Emphasis => Message::Emphasis,
            Self::Nearest => Message::Nearest,
            Self::Lens | Self::Claim => Message::Closely,
        }
    }
}
