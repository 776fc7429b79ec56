//! Links and rows to verdicts and findings.
//!
//! Each file finds findings of its kinds and knows nothing of the others; [`compare`] gathers
//! them, puts them in order, and raises the verdicts of the rows and links that they touch.

mod certainty;
mod clash;
mod days;
mod details;
mod doubts;
mod fit;
mod judge;
mod names;
mod omissions;
mod origin;
mod polarity;
mod prominence;
mod quotes;
mod reading;
mod scenes;
mod sources;
mod tone;
mod values;

use crate::model::{Alignment, Article, Comparison, Facts, Finding, RowId, Settings, Warning};
use crate::parallel;
use crate::text::fold;
use clash::Clash;
use reading::{Pair, Readings};

/// Fewer rows than this are not worth a thread.
const WORTH: usize = 64;

/// What a story's outlets agree on, tell differently and leave out.
pub fn compare(
    articles: Vec<Article>,
    facts: Facts,
    alignment: Alignment,
    warnings: Vec<Warning>,
    settings: &Settings,
) -> Comparison {
    let mut comparison = Comparison {
        settings: *settings,
        articles,
        facts,
        links: alignment.links,
        rows: alignment.rows,
        warnings,
        ..Comparison::default()
    };
    comparison.same_quotes = quotes::same_quotes(&comparison);
    comparison.shared_origin = origin::shared_origin(&comparison);
    name_voices(&mut comparison);
    let findings = found(&comparison);
    judge::judge(&mut comparison, findings);
    comparison.warnings.extend(doubts::doubts(&comparison));
    comparison
}

/// All findings, in no order.
fn found(comparison: &Comparison) -> Vec<Finding> {
    let mut findings = quotes::findings(comparison);
    let folded: Vec<String> = comparison
        .articles
        .iter()
        .map(|a| fold::fold(&a.text))
        .collect();
    findings.extend(clash::findings(
        comparison,
        names::clashes(comparison, &folded),
    ));
    let readings = Readings::of(comparison);
    findings.extend(prominence::findings(comparison, &readings));
    let search = details::Search {
        comparison,
        readings: &readings,
        folded: &folded,
    };
    let rows: Vec<RowId> = (0..comparison.rows.len() as u32).map(RowId).collect();
    let of_rows = parallel::map(&rows, WORTH, |_, &row| {
        let pairs = reading::pairs(comparison, &readings, row);
        let mut findings = clash::findings(comparison, clashes(comparison, &pairs));
        findings.extend(search.findings(row));
        findings.extend(omissions::finding(comparison, row));
        findings
    });
    findings.extend(of_rows.into_iter().flatten());
    findings
}

/// What the linked sentences of a row tell differently.
fn clashes(comparison: &Comparison, pairs: &[Pair<'_>]) -> Vec<Clash> {
    let signals = [
        days::clash,
        scenes::clash,
        sources::clash,
        certainty::clash,
        polarity::clash,
    ];
    let mut clashes = values::clashes(comparison, pairs);
    for signal in signals {
        clashes.extend(pairs.iter().filter_map(|pair| signal(comparison, pair)));
    }
    clashes.extend(tone::clashes(comparison, pairs));
    clashes
}

/// Says in the reasons of rows how many voices tell them, where some outlets print one text.
fn name_voices(comparison: &mut Comparison) {
    let voices: Vec<usize> = comparison
        .rows
        .iter()
        .map(|row| origin::voices(comparison, row))
        .collect();
    for (row, voices) in comparison.rows.iter_mut().zip(voices) {
        if voices < row.cells.len() {
            let said = match voices {
                1 => "one voice: they print one text".to_owned(),
                more => format!("{more} voices: some of them print one text"),
            };
            row.why = format!("{}, {said}", row.why);
        }
    }
}
