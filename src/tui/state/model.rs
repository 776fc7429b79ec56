//! Everything that the screen depends on, as one value.

use super::claim::Claim;
use super::colours::Palette;
use super::desk::Desk;
use super::filter::Filter;
use super::item::Item;
use super::keys::Keymap;
use super::message::Prompt;
use super::search::Search;
use super::signs::Signs;
use super::story::Story;
use super::view::{Order, View};
use crate::model::{ArticleId, FindingId, RowId, RowVerdict};
use crate::survey::{Figures, Ledger};
use crate::text::diff::Lens;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The parts of the screen that keys can go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    /// The articles' text, row by row.
    Text,
    /// The list of findings.
    Findings,
    /// What is known of the selected row.
    Detail,
}

/// A place to come back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The view.
    pub view: View,
    /// The order of the rows.
    pub order: Order,
    /// What was selected.
    pub item: Item,
    /// The article that had the attention.
    pub column: usize,
}

/// How the text is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// A column an outlet.
    Split,
    /// One outlet under the other, row by row.
    Stacked,
    /// One outlet's text with the differences of another inside it.
    Unified,
}

/// What lies over the panes and takes the keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Nothing.
    Read,
    /// A line is being typed.
    Prompt {
        /// What for.
        prompt: Prompt,
        /// What was typed so far.
        text: String,
        /// The selected one of the commands listed.
        at: usize,
    },
    /// The filter menu, at this entry.
    Menu {
        /// The selected entry.
        at: usize,
    },
    /// The menu of how closely wording is compared, at this entry.
    Closely {
        /// The selected entry.
        at: usize,
    },
    /// The verdicts to choose from, at this one.
    Judge {
        /// The selected entry.
        at: usize,
    },
    /// The question what to copy.
    Copy,
    /// The help, from this line.
    Help {
        /// The first line shown.
        top: usize,
        /// The words that its entries must hold; any where empty.
        words: String,
    },
}

impl Mode {
    /// Whether it is a menu.
    pub const fn is_menu(&self) -> bool {
        matches!(
            self,
            Self::Menu { .. } | Self::Closely { .. } | Self::Judge { .. }
        )
    }
}

/// A border that the mouse holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// The border after the column of this number.
    Column(usize),
    /// The line over the lower pane.
    Lower,
}

/// In which rows differing words are emphasised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emphasis {
    /// In the selected one.
    Selected,
    /// In all.
    All,
    /// In none.
    None,
}

/// A line of the text: the `line`th of an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Anchor {
    /// Place in [`Model::items`].
    pub item: usize,
    /// Line of the item, from 0.
    pub line: usize,
}

/// What the reader has done so far and what therefore stands on the screen.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct Model {
    /// What is shown.
    pub story: Story,
    /// Columns of the terminal.
    pub width: u16,
    /// Rows of the terminal.
    pub height: u16,
    /// The signs to draw with; they have to do with how wide things are.
    pub signs: Signs,
    /// The theme to draw with.
    pub palette: Palette,
    /// The keys in force.
    pub keymap: Keymap,
    /// What takes the keys.
    pub mode: Mode,
    /// Which pane has the focus.
    pub pane: Pane,
    /// The way to look at the comparison.
    pub view: View,
    /// The order of the rows.
    pub order: Order,
    /// Whether two outlets alone are shown: `column` and `other`.
    pub pair_only: bool,
    /// Where the reader jumped from, and back from; the last is the next to go to.
    pub jumps: [Vec<Spot>; 2],
    /// The row where the reader was last, in views that list others.
    pub last_row: Option<RowId>,
    /// What is worked out for the overview and the ledger, once the reader has asked for them.
    pub figures: Option<Arc<Figures>>,
    /// The quotes by speaker, once the reader has asked for them.
    pub ledger: Option<Arc<Ledger>>,
    /// The layout that was asked for; `None` leaves it to the width.
    pub layout: Option<Layout>,
    /// The article that has the reader's attention.
    pub column: usize,
    /// The article of the leftmost column.
    pub first: usize,
    /// The article that the unified layout sets against `column`.
    pub other: usize,
    /// What is shown and what is left out.
    pub filter: Filter,
    /// What the text pane lists, in order.
    pub items: Vec<Item>,
    /// The verdict of each of `items`, for those that are of a row.
    pub verdicts: Vec<Option<RowVerdict>>,
    /// How many lines each of `items` takes, where that is known before they are laid out; else
    /// empty.
    pub heights: Vec<usize>,
    /// Where in `items` each row is, or the first piece of it.
    pub places: BTreeMap<RowId, usize>,
    /// The selected item.
    pub at: usize,
    /// The first line of the text pane.
    pub top: Anchor,
    /// The findings that pass the filter, in order.
    pub findings: Vec<FindingId>,
    /// The finding where the reader stands.
    pub finding: Option<FindingId>,
    /// The first line of the detail pane.
    pub detail_top: usize,
    /// Whether the detail pane is enlarged.
    pub open: bool,
    /// By how many lines the reader made the lower pane higher.
    pub taller: i16,
    /// How many columns at most the reader wants.
    pub columns: usize,
    /// By how many cells the reader moved each border between two columns to the right.
    pub borders: Vec<i16>,
    /// Whether the mouse is listened to.
    pub mouse: bool,
    /// What the mouse holds.
    pub held: Option<Held>,
    /// Where differing words are emphasised.
    pub emphasis: Emphasis,
    /// How closely wording is compared.
    pub lens: Lens,
    /// From which chance on a link is claimed.
    pub claim: Claim,
    /// Whether agreeing rows are folded to one line.
    pub folded: bool,
    /// Whether the nearest passage is shown where something is not stated.
    pub nearest: bool,
    /// What was searched for.
    pub search: Option<Search>,
    /// The file of a report that is there already: whether to overwrite it is being asked.
    pub taken: Option<String>,
    /// Something to tell the reader until the next key.
    pub hint: Option<String>,
    /// How much of each article is furniture, in percent of its words.
    pub furniture: Vec<usize>,
    /// What was corrected.
    pub desk: Desk,
}

impl Model {
    /// The selected item.
    pub fn item(&self) -> Option<Item> {
        self.items.get(self.at).copied()
    }

    /// The row that the selected item is, or belongs to.
    pub fn row(&self) -> Option<RowId> {
        self.item().and_then(|item| self.row_of(item))
    }

    /// The row that an item is, or belongs to.
    pub fn row_of(&self, item: Item) -> Option<RowId> {
        match item {
            Item::Row(row) => Some(row),
            Item::Sentence(id) => self.story.row_of(id),
            Item::Shift(n) => {
                let shift = self.figures.as_ref()?.shifts.get(n as usize);
                shift.map(|shift| shift.row)
            }
            Item::Utterance(n) => {
                let utterance = self.ledger.as_ref()?.utterances.get(n as usize)?;
                let quotes = &self.story.facts.quotes;
                let mut members = utterance.members.iter();
                members.find_map(|id| self.story.row_of(quotes.get(id.index())?.sentence))
            }
            _ => None,
        }
    }

    /// How many articles the story has.
    pub fn outlets(&self) -> usize {
        self.story.articles.len()
    }

    /// The articles that the unified layout shows.
    pub fn pair(&self) -> (ArticleId, ArticleId) {
        (ArticleId(self.column as u32), ArticleId(self.other as u32))
    }

    /// The place of the current finding among those that pass the filter.
    pub fn finding_place(&self) -> Option<usize> {
        self.place_of(self.finding?)
    }

    /// The place of a finding among those that pass the filter.
    pub fn place_of(&self, id: FindingId) -> Option<usize> {
        let wanted = self.finding_order(id);
        let found = |it: &FindingId| self.finding_order(*it).cmp(&wanted);
        self.findings.binary_search_by(found).ok()
    }

    /// What findings are listed by: the place of their row, those of rows that are not listed last.
    pub fn finding_order(&self, id: FindingId) -> (usize, FindingId) {
        let row = self.story.findings.get(id.index()).map(|it| it.row);
        let place = row.and_then(|row| self.places.get(&row)).copied();
        (place.unwrap_or(usize::MAX), id)
    }

    /// The verdict of the row that an item is, or belongs to.
    pub fn verdict_of(&self, item: Item) -> Option<RowVerdict> {
        let row = self.story.rows.get(self.row_of(item)?.index())?;
        Some(row.verdict)
    }

    /// Tells the reader something until the next key.
    pub fn tell(&mut self, hint: impl Into<String>) {
        self.hint = Some(hint.into());
    }
}

/// A number of things: "1 row", "2 rows".
pub fn count(number: usize, thing: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{ending}")
}
