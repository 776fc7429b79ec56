//! What the screen depends on, as plain values: what is compared, what the reader did, what can be
//! asked for, and what stands where.

mod actions;
pub mod areas;
mod claim;
mod closely;
mod colours;
pub mod departures;
mod desk;
pub mod filter;
mod hits;
mod item;
pub mod key;
pub mod keymap;
mod keys;
mod listing;
pub mod message;
mod model;
pub mod palette;
mod reading;
pub mod remap;
pub mod search;
mod signs;
mod story;
mod subject;
mod view;

pub use claim::Claim;
pub use closely::{Nicety, unusual};
pub use colours::Palette;
pub use desk::{Choice, Desk, Kept};
pub use hits::find;
pub use item::{Item, Section};
pub use key::Key;
pub use keys::Keymap;
pub use listing::{findings, furniture_share, list, places, verdicts};
pub use model::{Anchor, Emphasis, Held, Layout, Mode, Model, Pane, Spot, count};
pub use reading::Reading;
pub use signs::Signs;
pub use story::Story;
pub use subject::Subject;
pub use view::{Order, View};

pub use crate::survey::{Figures, Ledger, OutletFigures, Shift, Utterance, Voice};
