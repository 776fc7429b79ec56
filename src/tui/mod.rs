//! A comparison shown in the terminal.
