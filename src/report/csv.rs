//! The report for spreadsheets: a finding a row, ready to be coded.
//!
//! Columns, in this order and with these names, whatever the story:
//!
//! | column | holds |
//! |---|---|
//! | `finding` | the finding's number, as in every other report |
//! | `kind`, `severity` | as the JSON report writes them |
//! | `row`, `verdict` | the row where it shows and the row's verdict, as in the JSON report |
//! | `importance` | of a piece that is left out: how central it is, 0 to 100 |
//! | `outlets` | the letters of the outlets that it is about; of an omission, of those that omit |
//! | `why` | the reason in one line |
//! | `machine_verdict` | the verdict of the machine where a reader's is another |
//! | `coder_verdict`, `coder_note` | for whoever codes: empty, or what a reader said: `confirmed`, the notes |
//!
//! Then seven columns for each outlet, named by its letter, so that files of stories with as many
//! outlets can be put one under the other:
//!
//! | column | holds |
//! |---|---|
//! | `A_outlet` | the outlet's name |
//! | `A_state` | `told`, `elsewhere` (in another row), `not stated` or `not clearly stated` |
//! | `A_words`, `A_value` | the words that the finding is about, and what they say in comparable form |
//! | `A_passage` | what it tells of the row |
//! | `A_sentences`, `A_paragraphs` | the ids of the sentences, their place: `8 of 14` |
//!
//! Several values in one cell are divided by ` | `. The file is UTF-8 with a byte order mark,
//! without which spreadsheets take it for something else; lines end as RFC 4180 has it. A cell that
//! a spreadsheet would take for a formula begins with an apostrophe.

use super::Look;
use super::passage::Passage;
use super::summary::{ArticleCounts, Summary};
use crate::model::{ArticleId, Comparison, Finding, FindingId, Row, RowId};
use crate::text::clean::clean;
use ::csv::{QuoteStyle, Terminator, Writer, WriterBuilder};
use serde_json::Value;
use std::io::{self, Write};

/// The columns that every story has.
const COLUMNS: [&str; 11] = [
    "finding",
    "kind",
    "severity",
    "row",
    "verdict",
    "importance",
    "outlets",
    "why",
    "machine_verdict",
    "coder_verdict",
    "coder_note",
];

/// The columns that each outlet has, behind its letter.
const OF_OUTLET: [&str; 7] = [
    "outlet",
    "state",
    "words",
    "value",
    "passage",
    "sentences",
    "paragraphs",
];

/// Between several values of one cell.
const BETWEEN: &str = " | ";

/// Signs with which a spreadsheet takes a cell for a formula, in both widths.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Writes the findings.
pub(super) fn write(comparison: &Comparison, look: &Look, out: &mut dyn Write) -> io::Result<()> {
    let mut table = table();
    let articles = comparison.articles.iter();
    let columns = articles.flat_map(|it| OF_OUTLET.map(|column| format!("{}_{column}", it.id)));
    table.write_record(COLUMNS.map(str::to_owned).into_iter().chain(columns))?;
    for (id, finding) in (0..).map(FindingId).zip(&comparison.findings) {
        if look.has(comparison, id) {
            let cells = record(comparison, id, finding);
            table.write_record(cells.iter().map(|cell| harmless(cell)))?;
        }
    }
    put(table, out)
}

/// Writes the counts, an outlet a row.
pub(super) fn write_summary(summary: &Summary<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut table = table();
    for counts in &summary.articles {
        let outlet = harmless(counts.outlet);
        table.serialize(ArticleCounts {
            outlet: &outlet,
            ..*counts
        })?;
    }
    put(table, out)
}

fn table() -> Writer<Vec<u8>> {
    let mut builder = WriterBuilder::new();
    // Text in quotation marks stays one cell where the spreadsheet divides at semicolons.
    builder.quote_style(QuoteStyle::NonNumeric);
    builder.terminator(Terminator::CRLF).from_writer(Vec::new())
}

/// Writes a finished table. It is made in memory, as the table's own errors would hide that nobody
/// reads on.
fn put(table: Writer<Vec<u8>>, out: &mut dyn Write) -> io::Result<()> {
    let bytes = table
        .into_inner()
        .map_err(::csv::IntoInnerError::into_error)?;
    out.write_all("\u{feff}".as_bytes())?;
    out.write_all(&bytes)
}

fn record(comparison: &Comparison, id: FindingId, finding: &Finding) -> Vec<String> {
    let row = comparison.row(finding.row);
    let about: Vec<_> = finding.articles.iter().map(ToString::to_string).collect();
    let mut cells = vec![
        id.to_string(),
        finding.kind.id().to_owned(),
        word(&finding.severity),
        finding.row.to_string(),
        word(&row.verdict),
        finding
            .importance
            .map_or_else(String::new, |it| it.to_string()),
        about.join(" "),
        finding.why.clone(),
    ];
    cells.extend(read(comparison, id, finding.row));
    for article in &comparison.articles {
        cells.extend(of_outlet(comparison, row, finding, article.id));
    }
    cells
}

/// What a reader said of a finding and its row: the machine's verdict, whether the finding is
/// confirmed, the reasons and notes.
fn read(comparison: &Comparison, id: FindingId, row: RowId) -> [String; 3] {
    let of_row = comparison.corrected.rows.get(&row);
    let of_finding = comparison.corrected.findings.get(&id);
    let machine = of_row.and_then(|said| said.machine);
    let confirmed = of_finding.is_some_and(|said| said.reviewed);
    let said = of_row.into_iter().chain(of_finding);
    let notes = said.flat_map(|said| std::iter::once(&said.reason).chain(&said.notes));
    let notes: Vec<&str> = notes
        .map(String::as_str)
        .filter(|it| !it.is_empty())
        .collect();
    [
        machine.map_or_else(String::new, |verdict| word(&verdict)),
        if confirmed { "confirmed" } else { "" }.to_owned(),
        notes.join(BETWEEN),
    ]
}

/// What one outlet has to do with a finding, in the order of [`OF_OUTLET`].
fn of_outlet(
    comparison: &Comparison,
    row: &Row,
    finding: &Finding,
    id: ArticleId,
) -> [String; OF_OUTLET.len()] {
    let article = comparison.article(id);
    let told = row.cells.get(&id).map_or(&[][..], Vec::as_slice);
    let other = row.elsewhere.get(&id).copied();
    let state = match (told, other) {
        ([_, ..], _) => "told",
        (_, Some(_)) => "elsewhere",
        _ => row.absence(id).map_or("", |absence| absence.words()),
    };
    let own = || {
        let places = finding.places.iter().enumerate();
        places.filter(|(_, place)| place.article == id)
    };
    let words: Vec<_> = own().map(|(_, place)| article.slice(place.span)).collect();
    let values: Vec<_> = own()
        .filter_map(|(at, _)| finding.values.get(at).map(String::as_str))
        .collect();
    let sentences: Vec<_> = told.iter().copied().chain(other).collect();
    let names: Vec<_> = sentences.iter().map(ToString::to_string).collect();
    let passage = Passage::new(comparison, id, &sentences);
    let paragraphs: Vec<_> = passage.paragraphs.iter().map(u32::to_string).collect();
    let paragraphs = match paragraphs.as_slice() {
        [] => String::new(),
        some => format!("{} of {}", some.join(", "), article.paragraphs()),
    };
    [
        article.outlet.clone(),
        state.to_owned(),
        words.join(BETWEEN),
        values.join(BETWEEN),
        passage.text,
        names.join(" "),
        paragraphs,
    ]
}

/// A value's name as the JSON report writes it.
fn word(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(word)) => word,
        _ => String::new(),
    }
}

/// A cell that no spreadsheet obeys: in one line, and no formula.
fn harmless(text: &str) -> String {
    let one_line = clean(text).replace('\n', " ");
    if one_line.trim_start().starts_with(FORMULA) {
        format!("'{one_line}")
    } else {
        one_line
    }
}

#[cfg(test)]
mod tests {
    use super::{COLUMNS, OF_OUTLET, harmless};
    use crate::model::{Comparison, FindingKind};
    use crate::report::sample::story;
    use crate::report::{Format, Look, write};
    use csv::{Reader, StringRecord};

    fn table(story: &Comparison, look: &Look) -> (StringRecord, Vec<StringRecord>) {
        let mut out = Vec::new();
        write(story, Format::Csv, look, &mut out).unwrap();
        let mut reader = Reader::from_reader(out.as_slice());
        let head = reader.headers().unwrap().clone();
        (head, reader.records().map(Result::unwrap).collect())
    }

    #[test]
    fn every_finding_comes_back_as_a_row() {
        let story = story();
        let (head, rows) = table(&story, &Look::default());
        let at = |name: &str| head.iter().position(|it| it == name).unwrap();
        assert_eq!(head.len(), COLUMNS.len() + 3 * OF_OUTLET.len());
        assert_eq!(rows.len(), story.findings.len());
        for ((number, finding), row) in (1..).zip(&story.findings).zip(&rows) {
            let cell = |name: &str| &row[at(name)];
            assert_eq!(cell("finding"), number.to_string());
            assert_eq!(cell("kind"), finding.kind.id());
            assert_eq!(cell("row"), finding.row.to_string());
            assert_eq!(cell("why"), finding.why);
            assert_eq!((cell("coder_verdict"), cell("coder_note")), ("", ""));
            for place in &finding.places {
                let words = story.article(place.article).slice(place.span);
                assert_eq!(cell(&format!("{}_words", place.article)), words);
            }
            let of_row = story.row(finding.row);
            for article in &story.articles {
                let told = cell(&format!("{}_passage", article.id));
                let cells = of_row.cells.get(&article.id);
                let sentences = cells.into_iter().flatten();
                let texts: Vec<_> = sentences.map(|id| story.sentence(*id)).collect();
                assert_eq!(told, texts.join(" "), "finding {number}");
            }
        }
        let number = &rows[1];
        assert_eq!(&number[at("severity")], "major");
        assert_eq!(&number[at("outlets")], "A B");
        assert_eq!(&number[at("A_paragraphs")], "2 of 4");
        assert_eq!(&number[at("B_sentences")], "B3");
        assert_eq!(&number[at("C_state")], "not stated");
    }

    #[test]
    fn only_the_kinds_asked_for_are_rows() {
        let look = Look {
            only: vec![FindingKind::Omission],
            ..Look::default()
        };
        let (_, rows) = table(&story(), &look);
        assert_eq!(rows.len(), 1);
        assert_eq!((&rows[0][0], &rows[0][1]), ("3", "omission"));
    }

    #[test]
    fn no_cell_is_a_formula() {
        for wrong in [
            "=1+1",
            "+1",
            "-1+cmd|' /C calc'!A0",
            "@SUM(A1)",
            " =1",
            "\t=1",
            "＝1",
        ] {
            assert!(harmless(wrong).starts_with('\''), "{wrong:?}");
        }
        assert_eq!(harmless("a=1\nb"), "a=1 b");
        let mut story = story();
        story.articles[0].outlet = "=HYPERLINK(\"x\")".to_owned();
        let (head, rows) = table(&story, &Look::default());
        let at = head.iter().position(|it| it == "A_outlet").unwrap();
        assert!(rows.iter().all(|row| &row[at] == "'=HYPERLINK(\"x\")"));
    }
}
