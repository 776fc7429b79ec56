//! Who and what is named, where, and who is named as the source.

pub(super) mod disputed;
pub(super) mod names;
pub(super) mod scenes;
pub(super) mod sources;
