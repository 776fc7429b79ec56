//! What a single line of a file is by itself: a byline, a date, a credit, words of the site.

pub(super) mod byline;
pub(super) mod credits;
pub(super) mod date;
pub(super) mod embeds;
pub(super) mod films;
pub(super) mod language;
pub(super) mod parted;
pub(super) mod phrases;
pub(super) mod shown;
pub(super) mod site;
pub(super) mod written;
