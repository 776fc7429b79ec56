//! The report for wikis and e-mail: CommonMark that reads well unrendered, too.
//!
//! Passages are quotations one under the other, not table cells: a table of whole sentences is
//! unreadable unrendered and too wide rendered. The words that differ are bold. All text of the
//! outlets goes through [`escape`], so that nothing an article holds is markup.

mod escape;
mod rows;
mod sheet;

use super::Look;
use super::corrected;
use super::phrases;
use super::sheet::{Sheet, exercises};
use super::summary::{Summary, counted};
use crate::model::{Comparison, Relation, RowVerdict};
use crate::survey::headline_notes;
use crate::survey::{Ledger, Utterance};
use escape::{escaped, marked};
use std::io::{self, Write};

/// The sections of the rows, with what they are called.
const SECTIONS: [(RowVerdict, &str); 5] = [
    (RowVerdict::Diverge, "What they tell differently"),
    (RowVerdict::Agree, "What all state"),
    (RowVerdict::Partial, "What only some state"),
    (RowVerdict::Single, "What one alone states"),
    (RowVerdict::Unsure, "Unsure: may or may not correspond"),
];

/// Writes the whole report.
pub(super) fn write(comparison: &Comparison, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    let summary = Summary::new(comparison, look);
    let articles = counted(comparison.articles.len(), "article");
    writeln!(out, "# {articles} on one story, side by side\n")?;
    headlines(comparison, &summary, out)?;
    warnings(comparison, out)?;
    counts(comparison, &summary, out)?;
    corrections(comparison, out)?;
    for (verdict, title) in SECTIONS {
        rows::section(comparison, look, verdict, title, out)?;
    }
    rows::left_out(comparison, look, out)?;
    quotes(comparison, look, out)?;
    writeln!(
        out,
        "## How this was compared\n\n{}",
        escaped(&phrases::method(comparison))
    )
}

/// Writes the counts: in one line, and outlet by outlet.
pub(super) fn write_summary(summary: &Summary<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}\n", escaped(&summary.line()))?;
    table(summary, out)
}

/// Writes a teaching sheet.
pub(super) fn write_sheet(
    comparison: &Comparison,
    sheet: Sheet,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    sheet::write(comparison, sheet, &exercises(comparison, look), out)
}

/// The articles with their headlines.
fn headlines(
    comparison: &Comparison,
    summary: &Summary<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    for (article, counts) in comparison.articles.iter().zip(&summary.articles) {
        let headline = article.headline().unwrap_or("(no headline found)");
        let name = escaped(&phrases::outlet(comparison, article.id));
        writeln!(out, "- **{}** — {}  ", name.trim(), escaped(headline))?;
        for note in headline_notes(comparison, article.id) {
            writeln!(out, "  {}  ", escaped(&note))?;
        }
        write!(out, "  {}", escaped(&phrases::imprint(article, counts)))?;
        if let Some(aside) = phrases::set_aside(article, counts) {
            write!(out, "; {}", escaped(&aside))?;
        }
        writeln!(out)?;
    }
    writeln!(out)
}

fn warnings(comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
    if comparison.warnings.is_empty() {
        return Ok(());
    }
    writeln!(out, "## Mind this first\n")?;
    for warning in &comparison.warnings {
        writeln!(out, "- {}", escaped(&phrases::warning(warning)))?;
    }
    writeln!(out)
}

fn counts(comparison: &Comparison, summary: &Summary<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "## In short\n")?;
    for (verdict, _) in SECTIONS {
        let count = summary.verdicts.get(&verdict).copied().unwrap_or_default();
        if count > 0 {
            let passages = if count == 1 { "passage" } else { "passages" };
            let told = phrases::verdict(verdict, comparison.articles.len());
            writeln!(out, "- {} {count} {passages} {told}", sign(verdict))?;
        }
    }
    if let Some(kinds) = phrases::kinds(summary) {
        writeln!(out, "- Findings: {kinds}")?;
    }
    for line in phrases::one_voice(comparison) {
        writeln!(out, "- {}", escaped(&line))?;
    }
    writeln!(out)?;
    table(summary, out)?;
    writeln!(out)
}

/// What a reader corrected.
fn corrections(comparison: &Comparison, out: &mut dyn Write) -> io::Result<()> {
    let lines = corrected::section(comparison);
    if lines.is_empty() {
        return Ok(());
    }
    writeln!(out, "## Corrected by a reader\n")?;
    for (label, text) in &lines {
        writeln!(out, "- {}", escaped(&format!("{label}{text}")))?;
    }
    writeln!(out)
}

/// The sign of a verdict, which must not begin a list or underline a heading.
fn sign(verdict: RowVerdict) -> String {
    escaped(&verdict.glyph().to_string())
}

/// The counts, outlet by outlet.
fn table(summary: &Summary<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "| outlet | words | sentences | told by others too | stated by it alone | stated by others only | set aside |\n\
         |---|--:|--:|--:|--:|--:|--:|"
    )?;
    for counts in &summary.articles {
        writeln!(
            out,
            "| {} {} | {} | {} | {:.0} % | {} | {} | {:.0} % |",
            counts.id,
            escaped(counts.outlet),
            counts.words,
            counts.sentences,
            counts.coverage * 100.0,
            counts.alone,
            counts.omits,
            counts.furniture * 100.0,
        )?;
    }
    Ok(())
}

/// Who is quoted by several outlets, with the versions of what they said.
fn quotes(comparison: &Comparison, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    let ledger = Ledger::new(comparison);
    if ledger.utterances.is_empty() || !look.shows_quotes() {
        return Ok(());
    }
    writeln!(out, "## Who is quoted by whom\n")?;
    let mut others = Vec::new();
    for voice in &ledger.voices {
        let named = if voice.name.is_empty() {
            "speaker not named"
        } else {
            &voice.name
        };
        let named = format!("{} ({})", escaped(named), givers(comparison, &voice.counts));
        let range = voice.utterances.start as usize..voice.utterances.end as usize;
        let said = ledger.utterances.get(range).unwrap_or_default();
        let shared = said.iter().filter_map(|it| Some((it, it.relation?)));
        let shared: Vec<_> = shared.collect();
        if shared.is_empty() {
            others.push(named);
            continue;
        }
        writeln!(out, "### {named}\n")?;
        for (said, relation) in shared {
            versions(comparison, said, relation, out)?;
        }
    }
    if !others.is_empty() {
        writeln!(out, "Given by one outlet alone: {}.\n", others.join(", "))?;
    }
    Ok(())
}

/// How many utterances each outlet gives: "A 1, C 2".
fn givers(comparison: &Comparison, counts: &[usize]) -> String {
    let counts = comparison.articles.iter().zip(counts);
    let counts = counts.filter(|(_, count)| **count > 0);
    let counts: Vec<_> = counts
        .map(|(article, count)| format!("{} {count}", article.id))
        .collect();
    counts.join(", ")
}

/// The versions of one utterance, with the words that differ.
fn versions(
    comparison: &Comparison,
    said: &Utterance,
    relation: Relation,
    out: &mut dyn Write,
) -> io::Result<()> {
    let relates = phrases::relation(comparison, &said.members, relation);
    writeln!(out, "- {relates}:")?;
    for (quote, text, marks) in phrases::versions(comparison, &said.members, relation) {
        let outlet = escaped(&phrases::outlet(comparison, quote.sentence.article));
        let manner = escaped(&phrases::manner(comparison, quote));
        writeln!(out, "  - {outlet}, {manner}: {}", marked(text, &marks))?;
    }
    writeln!(out)
}
