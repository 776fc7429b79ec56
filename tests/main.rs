//! Tests of the whole: one binary, so that it links once.

mod cli;
mod layers;
mod screens;
mod support;
mod update;
