//! What a reader says, beside what the machine says.

use crate::model::{Comparison, RowId};
use crate::report::corrected;
use crate::report::page::{MARGIN, Page, Rich, Role};
use std::io;

/// What a reader corrected in all, and what does not fit any more.
pub(super) fn section(page: &mut Page<'_>, comparison: &Comparison) -> io::Result<()> {
    let lines = corrected::section(comparison);
    if lines.is_empty() {
        return Ok(());
    }
    page.heading("Corrected by a reader")?;
    lines
        .iter()
        .try_for_each(|(label, text)| page.say(label, text))
}

/// What the reader says of a row and its findings.
pub(super) fn row(page: &mut Page<'_>, comparison: &Comparison, id: RowId) -> io::Result<()> {
    for (label, text) in corrected::of_row(comparison, page.look, id) {
        if label.is_empty() {
            page.remark(MARGIN, &text)?;
        } else {
            page.put(MARGIN, &Rich::plain(&label).with(&text, Role::Plain))?;
        }
    }
    Ok(())
}
