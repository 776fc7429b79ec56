//! Tests of the whole: one binary, so that it links once.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::too_many_lines,
    reason = "a test fails by panicking, and helpers outside of test functions are tests too"
)]

mod amounts;
mod back;
mod circles;
mod claim;
mod cli;
mod config;
mod contradictions;
mod correcting;
mod corrections;
mod details;
mod doubt;
#[cfg(feature = "fetch")]
mod fetch;
mod findings;
mod forms;
mod habits;
mod handing;
mod headlines;
mod hostile;
mod hours;
mod inputs;
mod keys;
mod laws;
mod layers;
mod linear;
mod mouse;
mod occasions;
mod outlets;
mod pages;
mod prominence;
mod quotes;
mod readme;
mod sayings;
mod schema;
mod screens;
mod stories;
mod support;
mod terminal;
mod tolls;
mod tone;
mod update;
mod views;
mod walks;
mod wording;
mod words;
