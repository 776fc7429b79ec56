//! The printed report: a comparison written out for people or for programs.
//!
//! A report is a function of the [`Comparison`] and a [`Look`]; it reads no file, no environment
//! and no clock, and writes to whatever it is given. One format, one module:
//!
//! - [`Format::Text`]: linear, to be read from top to bottom or aloud.
//! - [`Format::Json`]: `parallax.report/1`, everything there is, for programs.

mod inspect;
mod json;
mod page;
mod passage;
#[cfg(test)]
mod sample;
mod summary;
mod text;

use crate::model::{Article, Comparison, Facts, Finding, FindingKind, Warning};
use std::io::{self, Write};

/// The form of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people: plain lines.
    #[default]
    Text,
    /// For programs: `parallax.report/1`.
    Json,
}

/// How a report looks and how much of the comparison it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// The longest line of the text report, in terminal cells.
    pub width: usize,
    /// Whether ANSI colours and emphasis are written.
    pub colour: bool,
    /// Whether the report's own signs (¶, →, …) are spelt in ASCII; the outlets' text never is.
    pub ascii: bool,
    /// The kinds of findings to show; empty for all.
    pub only: Vec<FindingKind>,
    /// Whether the JSON report repeats each article's cleaned text.
    pub with_text: bool,
    /// Whether only the counts are written, in one line.
    pub summary: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            width: 80,
            colour: false,
            ascii: false,
            only: Vec::new(),
            with_text: false,
            summary: false,
        }
    }
}

impl Look {
    /// Whether findings of this kind are shown.
    pub fn shows(&self, kind: FindingKind) -> bool {
        self.only.is_empty() || self.only.contains(&kind)
    }

    /// The findings that are shown.
    fn findings<'a>(&'a self, comparison: &'a Comparison) -> impl Iterator<Item = &'a Finding> {
        let all = comparison.findings.iter();
        all.filter(|finding| self.shows(finding.kind))
    }
}

/// Writes the report of `comparison`.
pub fn write(
    comparison: &Comparison,
    format: Format,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    match (format, look.summary) {
        (Format::Text, false) => text::write(comparison, look, out),
        (Format::Text, true) => {
            let summary = summary::Summary::new(comparison, look);
            writeln!(out, "{}", summary.line())
        }
        (Format::Json, false) => json::write(comparison, look, out),
        (Format::Json, true) => {
            serde_json::to_writer(&mut *out, &summary::Summary::new(comparison, look))?;
            writeln!(out)
        }
    }
}

/// Writes how files were read: metadata, blocks with their roles, sentences, quotes and facts.
pub fn inspect(
    articles: &[Article],
    facts: &Facts,
    warnings: &[Warning],
    format: Format,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Text => inspect::write(articles, facts, warnings, look, out),
        Format::Json => json::write_inspection(articles, facts, warnings, look, out),
    }
}

#[cfg(test)]
mod tests {
    use super::{Format, Look, inspect, sample::story, write};

    fn report(format: Format, look: &Look) -> String {
        let mut out = Vec::new();
        write(&story(), format, look, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn show() {
        println!("{}", report(Format::Text, &Look::default()));
        println!(
            "{}",
            report(
                Format::Text,
                &Look {
                    colour: true,
                    width: 60,
                    ..Look::default()
                }
            )
        );
        println!(
            "{}",
            report(
                Format::Text,
                &Look {
                    summary: true,
                    ..Look::default()
                }
            )
        );
        println!("{}", report(Format::Json, &Look::default()));
        let story = story();
        let mut out = Vec::new();
        inspect(
            &story.articles,
            &story.facts,
            &story.warnings,
            Format::Text,
            &Look::default(),
            &mut out,
        )
        .unwrap();
        println!("{}", String::from_utf8(out).unwrap());
    }
}
