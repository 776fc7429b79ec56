//! What a page shows of another site, as far as its text tells of it.

use crate::load::lines::byline::is_date_line;
use crate::load::page::shape::{Shape, last_word};

/// Words before an address are at most so many, those of the address among them.
const LONGEST_EMBED: usize = 20;

/// "Watch the race below https://…": words for what a page shows there.
pub(in crate::load) fn is_pointer(text: &str, shape: &Shape) -> bool {
    shape.words <= LONGEST_EMBED
        && last_word(text)
            .is_some_and(|word| word.starts_with("https://") || word.starts_with("http://"))
}

/// "— Ann Poe (@annpoe) May 2, 2031": who wrote the post above it, and when.
pub(in crate::load) fn is_signature(text: &str, shape: &Shape) -> bool {
    let signed = text.strip_prefix(['—', '–', '-']);
    let parts = signed.and_then(|signed| signed.split_once(" (@")?.1.split_once(')'));
    shape.words <= LONGEST_EMBED
        && parts.is_some_and(|(name, day)| !name.contains(' ') && is_date_line(day))
}
