//! Articles to facts and quotes.
