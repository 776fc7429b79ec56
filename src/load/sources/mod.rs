//! Where articles come from: files, standard input, web addresses, and stories that list them.

pub(super) mod fetch;
pub(super) mod origin;
pub(super) mod source;
pub(super) mod story;
