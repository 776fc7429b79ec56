//! What the tests share: stories made by hand, and screens as text.

pub(crate) mod browser;
pub(crate) mod desk;
pub(crate) mod screen;
pub(crate) mod stories;
pub(crate) mod story;
