//! What an outlet leaves out, and what it puts far down.

pub(super) mod causes;
pub(super) mod clauses;
pub(super) mod details;
pub(super) mod omissions;
pub(super) mod prominence;
