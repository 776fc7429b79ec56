//! How outlets put the same thing: denied or stated, certain or not, hoped or feared, done or
//! ahead, plain or loaded.

pub(super) mod ahead;
pub(super) mod certainty;
mod denial;
pub(super) mod outlook;
pub(super) mod polarity;
pub(super) mod tone;
