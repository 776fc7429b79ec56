//! One story, several outlets: what they agree on, tell differently, leave out.
//!
//! ```text
//! data:   bytes ─load→ Article ─facts→ Facts ┐
//!                         └────────align→ links, rows ┴─compare→ Comparison ─┬─report→ Write
//!                                                                            └─tui→ screen
//! layers: {text, parallel} < model < {load, facts, align, compare} < {pipeline, survey} < {report, tui, train} < cli < main
//! ```
//!
//! [`survey`] counts and lists what reports and screen show of a story as a whole.
//!
//! Beside the data flow, [`train`] fits the weights of the aligner to annotated stories.
//!
//! A stage is one function from values to values; the types it takes and gives stand in
//! [`model`]. Stages do not know each other: [`pipeline`] alone knows their order. A module
//! imports only from layers left of its own, which `tests/layers.rs` checks.

pub mod align;
pub mod cli;
pub mod compare;
pub mod facts;
pub mod load;
pub mod model;
mod parallel;
pub mod pipeline;
pub mod report;
pub mod survey;
pub mod text;
pub mod train;
pub mod tui;
