//! Numbers that outlets give of the same things.

pub(super) mod fit;
pub(super) mod near;
pub(super) mod scores;
pub(super) mod told;
pub(super) mod tolls;
pub(super) mod traits;
pub(super) mod units;
pub(super) mod values;
