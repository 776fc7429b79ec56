//! A comparison shown in the terminal.
//!
//! ```text
//! runtime: event → key → keymap::lookup → Message → update(&mut Model) → Effect → runtime
//!                                                        └→ view(&Model, Theme, &mut Buffer)
//! layers:  state < lines < {update, view} < runtime
//! ```
//!
//! Everything between the key and the buffer is a function on values and runs in tests without a
//! terminal: [`update`] alone changes the model, [`view`] only reads it. The model holds the
//! immutable [`Comparison`] and what the reader did; [`lines`] are laid out when they come
//! onto the screen, so that a frame costs the same for forty sentences and for thousands. A place
//! in the text is therefore an item and a line of it, never a line number of the whole.

pub mod lines;
mod runtime;
pub mod state;
mod update;
mod view;

pub use state::message::{Effect, Message};
pub use state::{Key, Model, Signs};
pub use update::update;
pub use view::{Palette, Theme, view};

use crate::model::Comparison;
use std::io;
use std::sync::Arc;

/// How the screen is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The colours.
    pub palette: Palette,
    /// Whether lines and signs are ASCII only; emphasised words then stand in brackets.
    pub ascii: bool,
}

/// Shows a comparison until the reader leaves; the terminal is given back whatever happens.
pub fn run(comparison: Comparison, options: Options) -> io::Result<()> {
    let story = Arc::new(comparison);
    let signs = if options.ascii {
        Signs::ASCII
    } else {
        Signs::UNICODE
    };
    let make = |width, height| Model::new(story, signs, width, height);
    runtime::run(make, Theme::new(options.palette))
}
