//! Strings only: spans, folding, words, sentences, wrapping, word diff. Knows no news.
//!
//! Every [`Span`] handed out by this layer lies inside the text it was made from and starts and
//! ends on character boundaries, so slicing with it cannot fail.

pub mod clean;
pub mod diff;
pub mod fold;
pub mod frequency;
pub mod lexicon;
pub mod sentences;
pub mod span;
pub mod stopwords;
mod table;
pub mod vectors;
pub mod words;
pub mod wrap;

pub use span::Span;
