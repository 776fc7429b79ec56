//! The report for people: from the articles and the counts to every passage, in plain lines.
//!
//! Linear on purpose: no columns and no boxes, so that a screen reader, a mail and a printer all
//! get it right. Every passage carries its outlet and place, every verdict its reason.

mod corrected;
mod head;
mod quotes;
mod row;
mod rows;
mod sheet;

use super::Look;
use super::page::{Page, Rich, Role};
use super::phrases::outlet;
use super::sheet::{Sheet, exercises};
use super::summary::Summary;
use crate::model::{ArticleId, Comparison, RowVerdict};
use std::io::{self, Write};

/// Writes the whole report.
pub(super) fn write(comparison: &Comparison, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    let summary = Summary::new(comparison, look);
    let mut page = Page::new(out, look);
    head::title(&mut page, comparison)?;
    head::articles(&mut page, comparison, &summary)?;
    head::warnings(&mut page, comparison)?;
    corrected::section(&mut page, comparison)?;
    head::counts(&mut page, comparison, &summary)?;
    for verdict in [
        RowVerdict::Agree,
        RowVerdict::Diverge,
        RowVerdict::Partial,
        RowVerdict::Single,
    ] {
        rows::section(&mut page, comparison, verdict)?;
    }
    quotes::section(&mut page, comparison)?;
    rows::section(&mut page, comparison, RowVerdict::Unsure)?;
    head::method(&mut page, comparison)
}

/// Writes a teaching sheet.
pub(super) fn write_sheet(
    comparison: &Comparison,
    sheet: Sheet,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let exercises = exercises(comparison, look);
    sheet::write(&mut Page::new(out, look), comparison, sheet, &exercises)
}

/// The beginning of a passage: who states it and where.
fn source(comparison: &Comparison, id: ArticleId, place: &str) -> Rich {
    Rich::default()
        .with(&outlet(comparison, id), Role::Outlet)
        .with(&format!(", {place}: "), Role::Plain)
}
