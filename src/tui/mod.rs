//! A comparison shown in the terminal.
//!
//! ```text
//! runtime: event → key → keymap::lookup → Message → update(&mut Model) → Effect → runtime
//!                                                        └→ view(&Model, Theme, &mut Buffer)
//! a correction:  update → Effect::Correct → program: save, compare on its thread → renew(&mut Model, …)
//! layers:  state < lines < {update, view} < {runtime, outside} < program
//! ```
//!
//! Everything between the key and the buffer is a function on values and runs in tests without a
//! terminal: [`update`] alone changes the model, [`view`] only reads it. The model holds the
//! immutable [`Comparison`] and what the reader did; [`lines`] are laid out when they come
//! onto the screen, so that a frame costs the same for forty sentences and for thousands. A place
//! in the text is therefore an item and a line of it, never a line number of the whole.

pub mod lines;
pub mod outside;
mod program;
pub mod runtime;
pub mod state;
mod update;
mod view;

pub use outside::Place;
pub use outside::keeper::Keeper;
pub use state::message::{Answer, Effect, Message};
pub use state::{Desk, Key, Keymap, Layout, Model, Palette, Signs, View};
pub use update::{hear, renew, saved, update};
pub use view::{Theme, reading, view};

use crate::model::{Comparison, Corrections, Settings};
use crate::pipeline::Stage;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How the screen is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The theme.
    pub palette: Palette,
    /// The keys.
    pub keymap: Keymap,
    /// What to begin with; `None` is the text in the layout that fits.
    pub start: Option<Start>,
    /// Whether lines and signs are ASCII only; emphasised words then stand in brackets.
    pub ascii: bool,
    /// Whether the mouse is listened to from the beginning.
    pub mouse: bool,
    /// Whether files that change are read again without being asked for.
    pub watch: bool,
    /// Where the program runs.
    pub place: Place,
}

/// What the thread that compares is asked for.
#[derive(Clone, Debug, Default)]
pub struct Order {
    /// What the reader corrected.
    pub corrections: Arc<Corrections>,
    /// The thresholds to compare with.
    pub settings: Settings,
    /// Whether the articles are to be read anew.
    pub reread: bool,
}

/// Reads and compares a story, and tells how far it has come.
pub type Work<E> =
    Box<dyn FnMut(&Order, &mut dyn FnMut(Stage)) -> Result<Comparison, E> + Send + 'static>;

/// Writes a report into a file, of which it may take the place only when told so.
pub type Write<E> = Box<dyn Fn(&Comparison, &Path, bool) -> Result<Saved, E>>;

/// A story to show.
pub struct Job<E> {
    /// What is read, as the user named it.
    pub sources: Vec<String>,
    /// The files and folders that are known to be read, beside those of the articles.
    pub files: Vec<PathBuf>,
    /// Reads and compares it.
    pub work: Work<E>,
    /// Writes a report of it.
    pub write: Write<E>,
    /// Keeps what the reader corrects.
    pub keeper: Keeper,
}

/// What came of writing a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It is written.
    Written,
    /// It was there already and was left alone.
    Exists,
}

/// What a story is opened in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// A layout of the text.
    Layout(Layout),
    /// Another view.
    View(View),
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

pub use program::run;
