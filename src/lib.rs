//! One story, several outlets: what they agree on, tell differently, leave out.
//!
//! ```text
//! data:   bytes ─load→ Article ─facts→ Facts ┐
//!                         └────────align→ links, rows ┴─compare→ Comparison ─┬─report→ Write
//!                                                                            ├─linear→ lines
//!                                                                            └─tui→ screen
//! layers: {text, parallel} < model < {load, facts, align, compare} < pipeline < {report, linear, tui, train} < cli < main
//! ```
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
pub mod linear;
pub mod load;
pub mod model;
mod parallel;
pub mod pipeline;
pub mod report;
pub mod text;
pub mod train;
pub mod tui;
