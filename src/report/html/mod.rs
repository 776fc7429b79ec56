//! The report for browsers: one page that needs nothing else and asks for nothing.
//!
//! Everything that an outlet wrote goes through the templates of `maud`, which escape what they are
//! given; the finished page then loses the characters that no reader sees but a browser obeys. The
//! page's own style and script are the only ones that its content security policy admits: they are
//! named by their hashes, and nothing at all may be loaded. Without JavaScript everything is there
//! but the filters and the keys.

mod articles;
mod figures;
mod marks;
mod matrix;
mod quotes;
mod rows;
mod sheet;

use super::Look;
use super::corrected;
use super::phrases;
use super::sheet::{Sheet, exercises};
use super::summary::{Summary, counted};
use crate::model::{Article, ArticleId, Comparison, RowVerdict};
use crate::text::clean::clean;
use data_encoding::BASE64;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};
use std::io::{self, Write};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// Up to so many outlets stand in columns of the page; more are scrolled sideways.
const MOST_COLUMNS: usize = 4;

/// Writes the whole report.
pub(super) fn write(comparison: &Comparison, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    let summary = Summary::new(comparison, look);
    let body = html! {
        a.skip href="#rows" { "Skip to the passages" }
        (head(comparison, &summary))
        nav aria-label="Contents" {
            a href="#rows" { "Side by side" } " "
            @if look.shows_quotes() && !comparison.facts.quotes.is_empty() {
                a href="#quotes" { "Quotes" } " "
            }
            a href="#matrix" { "Who tells what" } " "
            a href="#figures" { "Coverage" } " "
            a href="#method" { "Method" }
        }
        main {
            (articles::warnings(comparison))
            (articles::cards(comparison, &summary))
            (corrections(comparison))
            (rows::differences(comparison, look))
            (rows::section(comparison, look))
            @if look.shows_quotes() { (quotes::section(comparison)) }
            (matrix::section(comparison, look))
            (figures::section(comparison, &summary))
            (articles::aside(comparison))
            (method(comparison))
        }
    };
    print(&title(comparison), comparison.articles.len(), &body, out)
}

/// Writes the counts as a page of their own.
pub(super) fn write_summary(
    comparison: &Comparison,
    summary: &Summary<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let body = html! {
        (head(comparison, summary))
        main {
            (articles::warnings(comparison))
            (figures::counts(summary))
        }
    };
    print(&title(comparison), comparison.articles.len(), &body, out)
}

/// Writes a teaching sheet.
pub(super) fn write_sheet(
    comparison: &Comparison,
    sheet: Sheet,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let body = sheet::body(comparison, sheet, &exercises(comparison, look));
    print(sheet.title(), comparison.articles.len(), &body, out)
}

/// Writes a page with the style and the script of all pages.
fn print(title: &str, outlets: usize, body: &Markup, out: &mut dyn Write) -> io::Result<()> {
    let style = format!(":root {{ --outlets: {} }}\n{STYLE}", outlets.max(1));
    let policy = format!(
        "default-src 'none'; style-src {}; script-src {}; base-uri 'none'; form-action 'none'",
        hash(&style),
        hash(SCRIPT)
    );
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="generator" content={ "parallax " (env!("CARGO_PKG_VERSION")) };
                title { (title) }
                style { (PreEscaped(&style)) }
            }
            body {
                (body)
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    // What an article holds of controls for the direction of text and the like ends here.
    out.write_all(clean(&page.into_string()).as_bytes())?;
    writeln!(out)
}

/// How a policy names a style or a script that it admits.
fn hash(source: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(&Sha256::digest(source)))
}

fn title(comparison: &Comparison) -> String {
    let names: Vec<_> = comparison
        .articles
        .iter()
        .map(|it| it.outlet.as_str())
        .collect();
    if names.len() > MOST_COLUMNS {
        format!("{} on one story", counted(names.len(), "outlet"))
    } else {
        names.join(" × ")
    }
}

/// What this is, and the counts of the verdicts.
fn head(comparison: &Comparison, summary: &Summary<'_>) -> Markup {
    let rows: usize = summary.verdicts.values().sum();
    let counts = RowVerdict::ALL.map(|verdict| {
        let count = summary.verdicts.get(&verdict).copied().unwrap_or_default();
        (verdict, count)
    });
    html! {
        header.top {
            p.kicker { "Parallax report · " (counted(comparison.articles.len(), "article")) " on one story" }
            h1 {
                @if comparison.articles.len() > MOST_COLUMNS {
                    (title(comparison))
                } @else {
                    @for (place, article) in comparison.articles.iter().enumerate() {
                        @if place > 0 { " × " }
                        bdi { (article.outlet) }
                    }
                }
            }
            @if rows > 0 {
                (figures::tally(&counts))
                ul.tally {
                    @for (verdict, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
                        li.(class(verdict)) {
                            (sign(verdict)) " " b { (count) } " "
                            (phrases::verdict(verdict, comparison.articles.len()))
                        }
                    }
                }
            }
            @if let Some(kinds) = phrases::kinds(summary) { p.kinds { "Findings: " (kinds) } }
        }
    }
}

/// What a reader corrected.
fn corrections(comparison: &Comparison) -> Markup {
    let lines = corrected::section(comparison);
    html! {
        @if !lines.is_empty() {
            section #corrected aria-labelledby="corrected-title" {
                h2 #corrected-title { "Corrected by a reader" }
                ul.reader {
                    @for (label, text) in &lines { li dir="auto" { (label) (text) } }
                }
            }
        }
    }
}

/// What the verdicts rest on.
fn method(comparison: &Comparison) -> Markup {
    let settings = comparison.settings;
    html! {
        section #method aria-labelledby="method-title" {
            h2 #method-title { "How this was compared" }
            p.prose { (phrases::method(comparison)) }
            table.small {
                caption { "Thresholds" }
                tbody {
                    tr { th scope="row" { "linked from" } td { (format!("{:.2}", settings.confident)) } }
                    tr { th scope="row" { "unsure from" } td { (format!("{:.2}", settings.unsure)) } }
                    tr { th scope="row" { "not stated below" } td { (format!("{:.2}", settings.told)) } }
                }
            }
        }
    }
}

/// The class of what has a verdict.
const fn class(verdict: RowVerdict) -> &'static str {
    match verdict {
        RowVerdict::Diverge => "diverge",
        RowVerdict::Partial => "partial",
        RowVerdict::Single => "single",
        RowVerdict::Agree => "agree",
        RowVerdict::Unsure => "unsure",
    }
}

/// The sign of a verdict, which its word stands beside.
fn sign(verdict: RowVerdict) -> Markup {
    html! { span.sign aria-hidden="true" { (verdict.glyph()) } }
}

/// An outlet as it is named throughout; names do not disturb the direction of the text around.
fn name(article: &Article) -> Markup {
    html! { b.letter { (article.id) } " " bdi.name { (article.outlet) } }
}

/// The address of a row on the page.
fn row_link(row: crate::model::RowId) -> Markup {
    html! { a href={ "#row-" (row) } { "row " (row) } }
}

/// Where a passage stands: "¶3/8".
fn place(comparison: &Comparison, id: ArticleId, paragraphs: &[u32]) -> Markup {
    let numbers: Vec<_> = paragraphs.iter().map(u32::to_string).collect();
    let all = comparison.article(id).paragraphs();
    html! { span.place { "¶" (numbers.join(",")) "/" (all) } }
}
