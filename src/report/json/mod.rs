//! The report for programs: `parallax.report/1`.
//!
//! Ids are as people see them ("A3", "q1", rows and findings from 1), spans are byte offsets into
//! the article's cleaned text, which `with_text` includes. Keys are never renamed or taken away
//! within a version of the schema; new ones may come.

mod articles;
mod corrected;
mod layout;
mod quotes;
mod rows;

use super::{Look, summary::Summary};
use crate::model::{Article, ArticleId, Comparison, Facts, Reading, Settings, Warning};
use crate::parallel;
use serde::Serialize;
use serde_json::{Serializer, Value};
use std::io::{self, BufWriter, Write};

/// What made the report.
#[derive(Serialize)]
struct Generator {
    name: &'static str,
    version: &'static str,
}

const GENERATOR: Generator = Generator {
    name: env!("CARGO_PKG_NAME"),
    version: env!("CARGO_PKG_VERSION"),
};

#[derive(Serialize)]
struct Report<'a> {
    schema: &'static str,
    generator: Generator,
    settings: Thresholds<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    corrections: Option<corrected::View<'a>>,
    articles: Vec<articles::ArticleView<'a>>,
    links: rows::Links<'a>,
    rows: Vec<rows::RowView<'a>>,
    quotes: Vec<quotes::QuoteView<'a>>,
    same_quotes: Vec<quotes::SameQuoteView<'a>>,
    headline_quotes: Vec<quotes::HeadlineView<'a>>,
    headline_words: Vec<quotes::OwnWordsView<'a>>,
    findings: Vec<rows::FindingView<'a>>,
    shared_origin: Vec<quotes::Origin<'a>>,
    summary: Summary<'a>,
}

#[derive(Serialize)]
struct Thresholds<'a> {
    thresholds: &'a Settings,
}

#[derive(Serialize)]
struct Inspection<'a> {
    schema: &'static str,
    generator: Generator,
    articles: Vec<articles::ArticleView<'a>>,
    quotes: Vec<quotes::QuoteView<'a>>,
    readings: Vec<ReadingView<'a>>,
    warnings: &'a [Warning],
}

/// How an article was read.
#[derive(Serialize)]
struct ReadingView<'a> {
    article: ArticleId,
    #[serde(flatten)]
    reading: &'a Reading,
}

/// A report that is one of many.
#[derive(Serialize)]
struct Named<'a> {
    story: &'a Value,
    #[serde(flatten)]
    report: Report<'a>,
}

/// Writes a comparison.
pub(super) fn write(comparison: &Comparison, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    print(&report(comparison, look), out)
}

/// Writes a comparison in one line.
pub(super) fn write_line(
    comparison: &Comparison,
    story: &Value,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let report = report(comparison, look);
    let mut out = BufWriter::new(out);
    serde_json::to_writer(&mut out, &Named { story, report })?;
    writeln!(out)?;
    out.flush()
}

fn report<'a>(comparison: &'a Comparison, look: &Look) -> Report<'a> {
    let (summary, (same_quotes, shared_origin)) = parallel::both(
        || Summary::new(comparison, look),
        || (quotes::same(comparison), quotes::origins(comparison)),
    );
    Report {
        schema: "parallax.report/1",
        generator: GENERATOR,
        settings: Thresholds {
            thresholds: &comparison.settings,
        },
        corrections: corrected::view(comparison),
        articles: articles::views(&comparison.articles, &comparison.facts, look.with_text),
        links: rows::Links(comparison),
        rows: rows::rows(comparison, look),
        quotes: quotes::views(&comparison.articles, &comparison.facts),
        same_quotes,
        headline_quotes: quotes::of_headlines(comparison),
        headline_words: quotes::own_words(comparison),
        findings: rows::findings(comparison, look),
        shared_origin,
        summary,
    }
}

/// Writes how files were read.
pub(super) fn write_inspection(
    articles: &[Article],
    facts: &Facts,
    warnings: &[Warning],
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let readings = articles.iter().map(|article| ReadingView {
        article: article.id,
        reading: &article.reading,
    });
    let inspection = Inspection {
        schema: "parallax.inspection/1",
        generator: GENERATOR,
        articles: articles::views(articles, facts, look.with_text),
        quotes: quotes::views(articles, facts),
        readings: readings.collect(),
        warnings,
    };
    print(&inspection, out)
}

fn print(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    let mut to = Serializer::with_formatter(&mut out, layout::Layout::default());
    value.serialize(&mut to)?;
    writeln!(out)?;
    out.flush()
}
