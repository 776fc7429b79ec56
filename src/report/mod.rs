//! The printed report: a comparison written out for people or for programs.
//!
//! A report is a function of the [`Comparison`] and a [`Look`]; it reads no file, no environment
//! and no clock, and writes to whatever it is given. One format, one module:
//!
//! - [`Format::Text`]: linear, to be read from top to bottom or aloud.
//! - [`Format::Json`]: `parallax.report/1`, everything there is, for programs.
//!
//! For people who doubt a comparison there are [`inspect`], how files were read, and [`why`], what
//! speaks for and against a pair of sentences.

mod inspect;
mod json;
mod page;
mod passage;
#[cfg(test)]
mod sample;
mod summary;
mod text;
mod why;

use crate::align::Explanation;
use crate::model::{Article, Comparison, Facts, Finding, FindingKind, SentenceId, Warning};
use std::io::{self, Write};
use std::path::Path;

/// The form of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people: plain lines.
    #[default]
    Text,
    /// For programs: `parallax.report/1`.
    Json,
}

impl Format {
    /// The endings of files, each with the format that it asks for.
    pub const ENDINGS: [(&str, Self); 2] = [("txt", Self::Text), ("json", Self::Json)];

    /// The format that the ending of a file's name asks for.
    pub fn of_path(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_lowercase();
        let mut known = Self::ENDINGS.iter();
        let found = known.find(|(known, _)| *known == ending);
        found.map(|(_, format)| *format)
    }
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
}

impl Default for Look {
    fn default() -> Self {
        Self {
            width: 80,
            colour: false,
            ascii: false,
            only: Vec::new(),
            with_text: false,
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
    match format {
        Format::Text => text::write(comparison, look, out),
        Format::Json => json::write(comparison, look, out),
    }
}

/// Writes the counts of `comparison` in one line.
pub fn write_summary(
    comparison: &Comparison,
    format: Format,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let summary = summary::Summary::new(comparison, look);
    match format {
        Format::Text => writeln!(out, "{}", summary.line()),
        Format::Json => {
            serde_json::to_writer(&mut *out, &summary)?;
            writeln!(out)
        }
    }
}

/// Writes `comparison` as JSON in one line, with the name of its story in front.
pub fn write_line(
    comparison: &Comparison,
    story: &serde_json::Value,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    json::write_line(comparison, story, look, out)
}

/// Writes the paragraphs of the articles' bodies and nothing else, with blank lines between them.
pub fn bodies(articles: &[Article], out: &mut dyn Write) -> io::Result<()> {
    inspect::bodies(articles, out)
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

/// Writes why two sentences are linked or not, with every number that speaks for and against it.
///
/// The explanation is that of [`align::explain`](crate::align::explain).
pub fn why(
    comparison: &Comparison,
    pair: (SentenceId, SentenceId),
    explanation: Option<&Explanation>,
    format: Format,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    why::write(comparison, pair, explanation, format, look, out)
}

#[cfg(test)]
mod tests {
    use super::{Format, Look, inspect, sample::story, write, write_summary};
    use crate::model::{Comparison, FindingKind};

    fn report(format: Format, look: &Look) -> String {
        let mut out = Vec::new();
        write(&story(), format, look, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn text() {
        insta::assert_snapshot!(report(Format::Text, &Look::default()));
    }

    #[test]
    fn text_in_a_narrow_ascii_terminal() {
        let look = Look {
            width: 50,
            ascii: true,
            ..Look::default()
        };
        let text = report(Format::Text, &look);
        assert!(text.lines().all(|line| line.chars().count() <= 50));
        insta::assert_snapshot!(text);
    }

    #[test]
    fn colour_adds_escapes_and_takes_the_brackets() {
        let look = Look {
            colour: true,
            ..Look::default()
        };
        let text = report(Format::Text, &look);
        assert!(
            text.contains("\u{1b}[1m\u{1b}[4m\u{1b}[33mreach\u{1b}[0m"),
            "{text:?}"
        );
        assert!(!text.contains("[reach]"));
    }

    #[test]
    fn only_the_kinds_asked_for_are_shown() {
        let look = Look {
            only: vec![FindingKind::Number],
            ..Look::default()
        };
        let text = report(Format::Text, &look);
        assert!(text.contains("crossings: A at least 14, B 19"));
        assert!(!text.contains("settlement") && !text.contains("Hoteliers"));
    }

    #[test]
    fn json() {
        let look = Look {
            with_text: true,
            ..Look::default()
        };
        insta::assert_snapshot!(report(Format::Json, &look));
    }

    #[test]
    fn a_summary_is_one_line() {
        for format in [Format::Text, Format::Json] {
            let mut out = Vec::new();
            write_summary(&story(), format, &Look::default(), &mut out).unwrap();
            let line = String::from_utf8(out).unwrap();
            assert_eq!(line.lines().count(), 1);
            insta::assert_snapshot!(format!("summary_{format:?}"), line);
        }
    }

    #[test]
    fn inspection() {
        let story = story();
        let print = |format| {
            let mut out = Vec::new();
            let look = Look::default();
            inspect(
                &story.articles,
                &story.facts,
                &story.warnings,
                format,
                &look,
                &mut out,
            )
            .unwrap();
            String::from_utf8(out).unwrap()
        };
        insta::assert_snapshot!(print(Format::Text));
        let json: serde_json::Value = serde_json::from_str(&print(Format::Json)).unwrap();
        assert_eq!(json["schema"], "parallax.inspection/1");
        assert_eq!(
            json["articles"][0]["furniture"][0]["reason"],
            "headline_list"
        );
    }

    #[test]
    fn an_empty_comparison_is_no_trouble() {
        for format in [Format::Text, Format::Json] {
            let mut out = Vec::new();
            write(&Comparison::default(), format, &Look::default(), &mut out).unwrap();
            assert!(!out.is_empty());
        }
    }
}
