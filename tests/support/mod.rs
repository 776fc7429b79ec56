//! What the tests share: stories made by hand, and screens as text.

pub mod screen;
pub mod story;
