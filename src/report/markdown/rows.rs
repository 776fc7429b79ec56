//! The passages, section by section.

use super::escape::{escaped, marked};
use super::sign;
use crate::model::{
    Absence, ArticleId, Comparison, Finding, FindingKind, Row, RowId, RowVerdict, Severity,
};
use crate::report::Look;
use crate::report::corrected;
use crate::report::passage::Passage;
use crate::report::phrases::{self, outlet, position, rows};
use crate::report::summary::counted;
use std::cmp::Reverse;
use std::io::{self, Write};

/// Of what an outlet leaves out, so many passages are named, the most central first.
const MOST_NAMED: usize = 5;

/// All rows of one verdict.
pub(super) fn section(
    comparison: &Comparison,
    look: &Look,
    verdict: RowVerdict,
    title: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    let chosen = rows(comparison).filter(|(_, row)| row.verdict == verdict);
    let mut chosen: Vec<_> = chosen
        .filter(|(id, row)| look.shows_row(comparison, *id, row))
        .collect();
    if chosen.is_empty() {
        return Ok(());
    }
    if verdict == RowVerdict::Diverge {
        chosen.sort_by_key(|(_, row)| Reverse(gravity(comparison, row)));
    }
    writeln!(out, "## {title} ({})\n", chosen.len())?;
    if verdict == RowVerdict::Single {
        return alone(comparison, look, &chosen, out);
    }
    for (id, row) in chosen {
        one(comparison, look, id, row, out)?;
    }
    Ok(())
}

/// Rows that one outlet alone tells, outlet by outlet, in a line or two each.
fn alone(
    comparison: &Comparison,
    look: &Look,
    chosen: &[(RowId, &Row)],
    out: &mut dyn Write,
) -> io::Result<()> {
    for article in &comparison.articles {
        let own = chosen
            .iter()
            .filter(|(_, row)| row.cells.contains_key(&article.id));
        let own: Vec<_> = own.collect();
        if own.is_empty() {
            continue;
        }
        let name = escaped(&outlet(comparison, article.id));
        writeln!(out, "### Only {name} ({})\n", own.len())?;
        for (id, row) in own {
            for passage in Passage::of_row(comparison, row) {
                let place = position(comparison, article.id, &passage.paragraphs);
                writeln!(out, "- row {id}, {place}: {}", escaped(&passage.text))?;
            }
            for line in remarks(comparison, look, *id, row) {
                writeln!(out, "  - {line}")?;
            }
        }
        writeln!(out)?;
    }
    Ok(())
}

/// How much the gravest finding of a row matters.
fn gravity(comparison: &Comparison, row: &Row) -> Option<Severity> {
    let found = row.findings.iter().map(|id| comparison.finding(*id));
    found.map(|finding| finding.severity).max()
}

/// A row: what each outlet tells, and why that is said.
fn one(
    comparison: &Comparison,
    look: &Look,
    id: RowId,
    row: &Row,
    out: &mut dyn Write,
) -> io::Result<()> {
    let kinds = phrases::kinds_of(&telling(comparison, look, row));
    let kinds = if kinds.is_empty() {
        kinds
    } else {
        format!(" · {kinds}")
    };
    let (sign, word) = (sign(row.verdict), row.verdict.word());
    writeln!(out, "### {id} {sign} {word}{kinds}\n")?;
    for passage in Passage::of_row(comparison, row) {
        let name = escaped(&outlet(comparison, passage.article));
        let place = position(comparison, passage.article, &passage.paragraphs);
        writeln!(out, "**{}**, {place}\n", name.trim())?;
        writeln!(out, "> {}\n", marked(&passage.text, &passage.marks))?;
    }
    let remarks = remarks(comparison, look, id, row);
    for line in &remarks {
        writeln!(out, "- {line}")?;
    }
    if !remarks.is_empty() {
        writeln!(out)?;
    }
    Ok(())
}

/// The findings of a row that are shown; that it is left out shows anyway.
fn telling<'a>(comparison: &'a Comparison, look: &Look, row: &Row) -> Vec<&'a Finding> {
    let found = look.of_row(comparison, row).into_iter();
    found
        .filter(|it| it.kind != FindingKind::Omission)
        .collect()
}

/// Why a row is what it is: its findings, who tells it elsewhere or not, and what holds it together.
fn remarks(comparison: &Comparison, look: &Look, id: RowId, row: &Row) -> Vec<String> {
    let found = telling(comparison, look, row);
    let reasons = phrases::reasons(&found).into_iter();
    let reasons = reasons.map(|(kind, why)| format!("**{}**: {}", kind.words(), escaped(why)));
    let mut said = phrases::elsewhere(comparison, row);
    said.extend(phrases::missing(comparison, row, usize::MAX));
    if row.cells.len() > 1 {
        said.push(phrases::links(comparison, row).unwrap_or_else(|| row.why.clone()));
    }
    let read = corrected::of_row(comparison, look, id).into_iter();
    said.extend(read.map(|(label, text)| format!("{label}{text}")));
    reasons
        .chain(said.iter().map(|line| escaped(line)))
        .collect()
}

/// What each outlet leaves out, the most central first.
pub(super) fn left_out(
    comparison: &Comparison,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    if !look.shows(FindingKind::Omission) || comparison.rows.is_empty() {
        return Ok(());
    }
    writeln!(out, "## What each outlet does not state\n")?;
    for article in &comparison.articles {
        let mut missing: Vec<_> = rows(comparison)
            .filter(|(_, row)| row.omitted_by.contains(&article.id))
            .collect();
        let doubtful = |row: &Row| row.absence(article.id) == Some(Absence::Doubtful);
        missing.sort_by_key(|(_, row)| (doubtful(row), Reverse(importance(comparison, row))));
        let unclear = missing.iter().filter(|(_, row)| doubtful(row)).count();
        let name = escaped(&outlet(comparison, article.id));
        let count = counted(missing.len(), "passage");
        write!(out, "- **{}**: {count}", name.trim())?;
        if unclear > 0 {
            write!(out, ", of which {unclear} may be stated after all")?;
        }
        writeln!(out)?;
        for (id, row) in missing.iter().take(MOST_NAMED) {
            let tellers: Vec<ArticleId> = row.cells.keys().copied().collect();
            let told = row
                .sentences()
                .next()
                .map_or("", |it| comparison.sentence(it));
            let letters: Vec<_> = tellers.iter().map(ToString::to_string).collect();
            writeln!(
                out,
                "  - row {id} ({}): {}",
                letters.join(" "),
                escaped(told)
            )?;
        }
        if let Some(more) = missing.len().checked_sub(MOST_NAMED).filter(|it| *it > 0) {
            writeln!(out, "  - and {more} more")?;
        }
    }
    writeln!(out)
}

/// How central to the story a row is that somebody leaves out.
fn importance(comparison: &Comparison, row: &Row) -> Option<u8> {
    let found = row.findings.iter().map(|id| comparison.finding(*id));
    found.filter_map(|finding| finding.importance).max()
}
