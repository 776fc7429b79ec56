//! What has a value: numbers with what they count, and days.

mod ahead;
mod amounts;
mod counted;
pub(super) mod dates;
mod exactness;
mod nouns;
pub(super) mod numbers;
mod numerals;
mod ordinals;
mod units;
