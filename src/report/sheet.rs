//! Sheets for teaching: the passages side by side to be compared by hand, and the answers.

use super::Look;
use super::passage::Passage;
use super::phrases::{self, rows};
use crate::model::{Absence, ArticleId, Comparison, Finding, FindingKind, Row, RowVerdict};

/// What is printed of a teaching sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// The passages with room for answers; what differs and what is left out is not said.
    Worksheet,
    /// The answers, with the numbers of the worksheet.
    Key,
}

impl Sheet {
    /// What it is called.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Worksheet => "Worksheet",
            Self::Key => "Key to the worksheet",
        }
    }
}

/// What to do, on top of a worksheet.
pub(super) const TASK: &str = "Each number is one piece of the story as each outlet tells it, in the order of the story. \
     Where nothing stands beside an outlet, no such passage was found in it. Underline the words \
     that differ; then write down whether the outlets tell the piece alike, whether something that \
     matters differs, and what an outlet leaves out.";

/// What is asked of every piece.
pub(super) const QUESTIONS: [&str; 2] = [
    "Alike, different, or left out by whom?",
    "What differs, and what does it change for the reader?",
];

/// One numbered piece of the story.
pub(super) struct Exercise {
    pub number: usize,
    /// What each article tells of it, if anything.
    pub passages: Vec<(ArticleId, Option<Passage>)>,
    /// The answers, a line each; the first one is the verdict.
    pub answers: Vec<String>,
}

/// The pieces that are shown, with the same numbers on the worksheet and in its key.
pub(super) fn exercises(comparison: &Comparison, look: &Look) -> Vec<Exercise> {
    let shown = rows(comparison).filter(|(id, row)| look.shows_row(comparison, *id, row));
    let exercise = |(number, (_, row))| Exercise {
        number,
        passages: passages(comparison, row),
        answers: answers(comparison, look, row),
    };
    (1..).zip(shown).map(exercise).collect()
}

fn passages(comparison: &Comparison, row: &Row) -> Vec<(ArticleId, Option<Passage>)> {
    let of = |id| {
        let cell = row.cells.get(&id)?;
        Some(Passage::new(comparison, id, cell))
    };
    let ids = comparison.articles.iter().map(|article| article.id);
    ids.map(|id| (id, of(id))).collect()
}

fn answers(comparison: &Comparison, look: &Look, row: &Row) -> Vec<String> {
    let tellers: Vec<_> = row.cells.keys().copied().collect();
    let tellers = phrases::outlets(comparison, &tellers);
    let found = look.of_row(comparison, row);
    let found: Vec<&Finding> = found
        .into_iter()
        .filter(|it| it.kind != FindingKind::Omission)
        .collect();
    let verdict = match row.verdict {
        RowVerdict::Agree => "alike: all tell it, and nothing that matters differs".to_owned(),
        RowVerdict::Diverge => format!("different: {}", phrases::kinds_of(&found)),
        RowVerdict::Partial => format!("told alike by {tellers}"),
        RowVerdict::Single => format!("told by {tellers} alone"),
        RowVerdict::Unsure => "open: the passages may or may not tell the same".to_owned(),
    };
    let mut lines = vec![verdict];
    let reasons = phrases::reasons(&found).into_iter();
    lines.extend(reasons.map(|(kind, why)| format!("{}: {why}", kind.words())));
    lines.extend(phrases::elsewhere(comparison, row));
    let near = row.nearest.values();
    let perhaps: Vec<_> = near
        .filter(|near| near.absence == Absence::Doubtful)
        .map(|near| near.sentence.article)
        .collect();
    if !perhaps.is_empty() {
        let outlets = phrases::outlets(comparison, &perhaps);
        lines.push(format!("not clearly stated by {outlets}"));
    }
    let silent = phrases::silent(row);
    if !silent.is_empty() {
        lines.push(format!(
            "not stated by {}",
            phrases::outlets(comparison, &silent)
        ));
    }
    lines
}
