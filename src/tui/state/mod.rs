//! What the screen depends on, as plain values: what is compared, what the reader did, what can be
//! asked for, and what stands where.

pub mod areas;
pub mod departures;
pub mod filter;
mod item;
pub mod key;
pub mod keymap;
mod listing;
pub mod message;
mod model;
mod reading;
pub mod search;
mod signs;
mod story;

pub use item::Item;
pub use key::Key;
pub use listing::list;
pub use model::{Anchor, Emphasis, Layout, Mode, Model, Pane, count};
pub use reading::Reading;
pub use signs::Signs;
pub use story::Story;
