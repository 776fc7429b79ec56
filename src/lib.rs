//! One story, several outlets: what they agree on, tell differently, leave out.
//!
//! ```text
//! data:   bytes ─load→ Article ─facts→ Facts ┐
//!                         └────────align→ links, rows ┴─compare→ Comparison ─┬─report→ Write
//!                                                                            ├─linear→ lines
//!                                                                            └─tui→ screen
//! layers: {text, parallel, store} < model < {load, facts, align, compare, correct, agreement}
//!         < {pipeline, survey} < session < {report, linear, tui, train} < cli < main
//! ```
//!
//! A reader's corrections are a value of their own: [`correct`] applies them to the articles, to
//! what the alignment is given, and to the verdicts, and the stages run anew; [`session`] keeps them
//! in a file. [`survey`] counts and lists what reports and screen show of a story as a whole.
//!
//! Beside the data flow, [`train`] fits the weights of the aligner to annotated stories.
//!
//! A stage is one function from values to values; the types it takes and gives stand in
//! [`model`]. Stages do not know each other: [`pipeline`] alone knows their order. A module
//! imports only from layers left of its own, which `tests/layers.rs` checks.

pub mod agreement;
pub mod align;
pub mod cli;
pub mod compare;
pub mod correct;
pub mod facts;
pub mod linear;
pub mod load;
pub mod model;
mod parallel;
pub mod pipeline;
pub mod report;
pub mod session;
mod store;
pub mod survey;
pub mod text;
pub mod train;
pub mod tui;
