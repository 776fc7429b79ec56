//! The printed report: a comparison written out for people or for programs.
//!
//! A report is a function of the [`Comparison`] and a [`Look`]; it reads no file, no environment
//! and no clock, and writes to whatever it is given. One format, one module:
//!
//! - [`Format::Text`]: linear, to be read from top to bottom or aloud.
//! - [`Format::Markdown`]: the same for wikis and e-mail.
//! - [`Format::Html`]: one page for browsers, with the passages side by side.
//! - [`Format::Json`]: `parallax.report/1`, everything there is, for programs.
//! - [`Format::Csv`]: a finding a row, for spreadsheets and for people who code findings.
//!
//! For people who doubt a comparison there are [`inspect`], how files were read, and [`why`], what
//! speaks for and against a pair of sentences.

mod agreement;
mod corrected;
mod csv;
mod html;
mod inspect;
mod json;
mod look;
mod markdown;
mod page;
mod passage;
mod phrases;
#[cfg(test)]
mod sample;
mod sheet;
mod summary;
mod text;
mod why;

pub use look::{Judged, Look};
pub use sheet::Sheet;

use crate::agreement::Measure;
use crate::align::Explanation;
use crate::model::{Article, Comparison, Facts, SentenceId, Warning};
use std::io::{self, Write};
use std::path::Path;

/// The JSON Schema of [`Format::Json`].
pub const SCHEMA: &str = include_str!("json/schema.json");

/// The form of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people: plain lines.
    #[default]
    Text,
    /// For wikis and e-mail: CommonMark.
    Markdown,
    /// For browsers: one page that needs nothing else.
    Html,
    /// For programs: `parallax.report/1`.
    Json,
    /// For spreadsheets: a finding a row.
    Csv,
}

/// The form of what is printed for people who doubt a comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Plain lines.
    #[default]
    Text,
    /// JSON.
    Json,
}

impl Format {
    /// The endings of files, each with the format that it asks for.
    pub const ENDINGS: [(&str, Self); 8] = [
        ("txt", Self::Text),
        ("text", Self::Text),
        ("md", Self::Markdown),
        ("markdown", Self::Markdown),
        ("html", Self::Html),
        ("htm", Self::Html),
        ("json", Self::Json),
        ("csv", Self::Csv),
    ];

    /// The format that the ending of a file's name asks for.
    pub fn of_path(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_lowercase();
        let mut known = Self::ENDINGS.iter();
        let found = known.find(|(known, _)| *known == ending);
        found.map(|(_, format)| *format)
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
        Format::Markdown => markdown::write(comparison, look, out),
        Format::Html => html::write(comparison, look, out),
        Format::Json => json::write(comparison, look, out),
        Format::Csv => csv::write(comparison, look, out),
    }
}

/// Writes a teaching sheet; the formats for programs have none.
pub fn write_sheet(
    comparison: &Comparison,
    sheet: Sheet,
    format: Format,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Text => text::write_sheet(comparison, sheet, look, out),
        Format::Markdown => markdown::write_sheet(comparison, sheet, look, out),
        Format::Html => html::write_sheet(comparison, sheet, look, out),
        Format::Json | Format::Csv => Err(io::Error::from(io::ErrorKind::Unsupported)),
    }
}

/// Writes the counts of `comparison`: in one line, with a table of the outlets where the format has
/// tables.
pub fn write_summary(
    comparison: &Comparison,
    format: Format,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let summary = summary::Summary::new(comparison, look);
    match format {
        Format::Text => writeln!(out, "{}", summary.line()),
        Format::Markdown => markdown::write_summary(&summary, out),
        Format::Html => html::write_summary(comparison, &summary, out),
        Format::Json => {
            serde_json::to_writer(&mut *out, &summary)?;
            writeln!(out)
        }
        Format::Csv => csv::write_summary(&summary, out),
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
    form: Form,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    match form {
        Form::Text => inspect::write(articles, facts, warnings, look, out),
        Form::Json => json::write_inspection(articles, facts, warnings, look, out),
    }
}

/// Writes why two sentences are linked or not, with every number that speaks for and against it.
///
/// The explanation is that of [`align::explain`](crate::align::explain).
pub fn why(
    comparison: &Comparison,
    pair: (SentenceId, SentenceId),
    explanation: Option<&Explanation>,
    form: Form,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    why::write(comparison, pair, explanation, form, look, out)
}

/// Writes how far two readers agree, whose corrections the files that `readers` names hold.
pub fn agreement(
    measures: &[Measure],
    readers: [&str; 2],
    form: Form,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    agreement::write(measures, readers, form, look, out)
}

#[cfg(test)]
mod tests {
    use super::{Form, Format, Look, inspect, sample::story, write, write_summary};
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
        let print = |form| {
            let mut out = Vec::new();
            let look = Look::default();
            inspect(
                &story.articles,
                &story.facts,
                &story.warnings,
                form,
                &look,
                &mut out,
            )
            .unwrap();
            String::from_utf8(out).unwrap()
        };
        insta::assert_snapshot!(print(Form::Text));
        let json: serde_json::Value = serde_json::from_str(&print(Form::Json)).unwrap();
        assert_eq!(json["schema"], "parallax.inspection/1");
        assert_eq!(
            json["articles"][0]["furniture"][0]["reason"],
            "headline_list"
        );
    }

    #[test]
    fn an_empty_comparison_is_no_trouble() {
        for format in [
            Format::Text,
            Format::Markdown,
            Format::Html,
            Format::Json,
            Format::Csv,
        ] {
            let mut out = Vec::new();
            write(&Comparison::default(), format, &Look::default(), &mut out).unwrap();
            assert!(!out.is_empty());
        }
    }
}
