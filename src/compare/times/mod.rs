//! Days and hours that outlets give of the same things.

pub(super) mod days;
pub(super) mod hours;
