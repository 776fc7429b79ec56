//! A comparison written out.
