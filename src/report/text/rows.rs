//! The passages, section by section.

use super::row;
use crate::model::{ArticleId, Comparison, RowId, RowVerdict, Severity};
use crate::report::page::{Page, Rich, Role};
use crate::report::phrases::{across, outlet, outlets, rows};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io;

/// With more outlets than this, groups by who states a passage would mostly hold one passage.
const MOST_GROUPED: usize = 3;

/// All rows of one verdict.
pub(super) fn section(
    page: &mut Page<'_>,
    comparison: &Comparison,
    verdict: RowVerdict,
) -> io::Result<()> {
    let rows = chosen(page, comparison, verdict);
    let across = if verdict == RowVerdict::Diverge {
        across(comparison, page.look)
    } else {
        Vec::new()
    };
    if rows.is_empty() && across.is_empty() {
        return Ok(());
    }
    let two = comparison.articles.len() == 2;
    let title = match verdict {
        RowVerdict::Agree if two => "Both state",
        RowVerdict::Agree => "All state",
        RowVerdict::Diverge => "Where they diverge",
        RowVerdict::Partial => "Only some state",
        RowVerdict::Single => "One alone states",
        RowVerdict::Unsure => "Unsure: may or may not correspond",
    };
    page.heading(&format!("{title} ({})", rows.len()))?;
    match verdict {
        RowVerdict::Diverge => {
            diverging(page, comparison, rows)?;
            if !across.is_empty() {
                let title = format!("Between passages that are not paired ({})", across.len());
                group(page, &title)?;
            }
            for (id, finding) in across {
                row::conflict(page, comparison, id, finding)?;
            }
            Ok(())
        }
        RowVerdict::Partial => by_outlets(page, comparison, &rows),
        RowVerdict::Single => by_outlet(page, comparison, &rows),
        RowVerdict::Agree | RowVerdict::Unsure => told(page, comparison, &rows),
    }
}

fn told(page: &mut Page<'_>, comparison: &Comparison, rows: &[RowId]) -> io::Result<()> {
    rows.iter()
        .try_for_each(|id| row::told(page, comparison, *id))
}

/// The rows of one verdict that are shown.
fn chosen(page: &Page<'_>, comparison: &Comparison, verdict: RowVerdict) -> Vec<RowId> {
    rows(comparison)
        .filter(|(_, row)| row.verdict == verdict)
        .filter(|(id, row)| page.look.shows_row(comparison, *id, row))
        .map(|(id, _)| id)
        .collect()
}

/// Rows told differently, the gravest first.
fn diverging(page: &mut Page<'_>, comparison: &Comparison, mut rows: Vec<RowId>) -> io::Result<()> {
    let gravity = |id: &RowId| {
        let found = comparison.row(*id).findings.iter();
        let gravest = found.map(|id| comparison.finding(*id).severity).max();
        Reverse(gravest.unwrap_or(Severity::Minor))
    };
    rows.sort_by_key(gravity);
    told(page, comparison, &rows)
}

/// Rows told by some, grouped by who tells them as long as the groups are few.
fn by_outlets(page: &mut Page<'_>, comparison: &Comparison, rows: &[RowId]) -> io::Result<()> {
    let mut rows = rows.to_vec();
    rows.sort_by_key(|id| Reverse(importance(comparison, &[*id])));
    if comparison.articles.len() > MOST_GROUPED {
        return told(page, comparison, &rows);
    }
    let mut groups: BTreeMap<Vec<ArticleId>, Vec<RowId>> = BTreeMap::new();
    for id in rows {
        let row = comparison.row(id);
        let mut tellers: Vec<_> = row
            .cells
            .keys()
            .chain(row.elsewhere.keys())
            .copied()
            .collect();
        tellers.sort_unstable();
        groups.entry(tellers).or_default().push(id);
    }
    for (tellers, rows) in groups {
        let title = format!("{} state ({})", outlets(comparison, &tellers), rows.len());
        group(page, &title)?;
        told(page, comparison, &rows)?;
    }
    Ok(())
}

/// How central the weightiest piece of some rows is that an outlet leaves out; lists open with what
/// matters.
fn importance(comparison: &Comparison, rows: &[RowId]) -> Option<u8> {
    let found = rows.iter().flat_map(|id| &comparison.row(*id).findings);
    found
        .filter_map(|id| comparison.finding(*id).importance)
        .max()
}

/// Rows told by one, grouped by who tells them, a paragraph at a time.
fn by_outlet(page: &mut Page<'_>, comparison: &Comparison, rows: &[RowId]) -> io::Result<()> {
    let mut groups: BTreeMap<ArticleId, Vec<RowId>> = BTreeMap::new();
    for id in rows {
        if let Some(teller) = comparison.row(*id).cells.keys().next() {
            groups.entry(*teller).or_default().push(*id);
        }
    }
    for (teller, rows) in groups {
        let title = format!(
            "Only {} states ({})",
            outlet(comparison, teller),
            rows.len()
        );
        group(page, &title)?;
        let runs = rows.chunk_by(|before, id| row::continues(comparison, *before, *id));
        let mut runs: Vec<_> = runs.collect();
        runs.sort_by_key(|run| Reverse(importance(comparison, run)));
        for run in runs {
            row::alone(page, comparison, teller, run)?;
        }
    }
    Ok(())
}

fn group(page: &mut Page<'_>, title: &str) -> io::Result<()> {
    page.blank()?;
    page.put("", &Rich::default().with(title, Role::Heading))
}
