//! Articles and facts to links and rows.
