//! What is counted and listed about a story as a whole, the same on the screen and in every report.

mod figures;
mod headlines;
mod ledger;
mod told;

pub use figures::{Figures, OutletFigures, Shift, shift};
pub use headlines::headline_notes;
pub use ledger::{Ledger, Utterance, Voice};
pub use told::{Told, told};
