//! A comparison shown in the terminal.
//!
//! ```text
//! runtime: event → key → keymap::lookup → Message → update(&mut Model) → Effect → runtime
//!                                                        └→ view(&Model, Theme, &mut Buffer)
//! a correction:  update → Effect::Correct → program: save, compare on its thread → renew(&mut Model, …)
//! layers:  state < lines < {update, view} < runtime < program
//! ```
//!
//! Everything between the key and the buffer is a function on values and runs in tests without a
//! terminal: [`update`] alone changes the model, [`view`] only reads it. The model holds the
//! immutable [`Comparison`](crate::model::Comparison) and what the reader did; [`lines`] are laid out when they come
//! onto the screen, so that a frame costs the same for forty sentences and for thousands. A place
//! in the text is therefore an item and a line of it, never a line number of the whole.

pub mod lines;
mod program;
pub mod runtime;
pub mod state;
mod update;
mod view;

pub use state::message::{Effect, Message};
pub use state::{Desk, Key, Model, Signs};
pub use update::{renew, saved, update};
pub use view::{Palette, Theme, reading, view};

use std::io;

/// How the screen is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The colours.
    pub palette: Palette,
    /// Whether lines and signs are ASCII only; emphasised words then stand in brackets.
    pub ascii: bool,
    /// Whether the mouse is listened to from the beginning.
    pub mouse: bool,
}

/// Why the terminal was left before the reader left it.
#[derive(Debug)]
pub enum Trouble<E> {
    /// The comparison could not be made.
    Work(E),
    /// The comparison broke off; why has been said by then.
    BrokeOff,
    /// The terminal cannot be used.
    Terminal(io::Error),
}

pub use program::{Keeper, Order, run};
