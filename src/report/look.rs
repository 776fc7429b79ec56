//! How a report looks, and which findings and rows it shows.

use crate::model::{Comparison, Finding, FindingId, FindingKind, Row, RowId};

/// What a reader said of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judged {
    /// Something: the finding was confirmed, or its row was reviewed.
    Reviewed,
    /// That they are right.
    Confirmed,
    /// That they are none. They are not among the findings, but with the corrections.
    Rejected,
}

impl Judged {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Reviewed, Self::Confirmed, Self::Rejected];

    /// Its name on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Reviewed => "reviewed",
            Self::Confirmed => "confirmed",
            Self::Rejected => "rejected",
        }
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
    /// What the reader must have said of findings that are shown; `None` shows all.
    pub judged: Option<Judged>,
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
            judged: None,
            with_text: false,
        }
    }
}

impl Look {
    /// Whether all findings of this kind are shown, and what goes with them.
    pub(super) fn shows(&self, kind: FindingKind) -> bool {
        self.judged.is_none() && self.of_kind(kind)
    }

    fn of_kind(&self, kind: FindingKind) -> bool {
        self.only.is_empty() || self.only.contains(&kind)
    }

    /// Whether a finding is shown.
    pub(super) fn has(&self, comparison: &Comparison, id: FindingId) -> bool {
        let finding = comparison.finding(id);
        let said = &comparison.corrected;
        let confirmed = said.findings.get(&id).is_some_and(|it| it.reviewed);
        self.of_kind(finding.kind)
            && match self.judged {
                None => true,
                Some(Judged::Reviewed) => confirmed || is_reviewed(comparison, finding.row),
                Some(Judged::Confirmed) => confirmed,
                Some(Judged::Rejected) => false,
            }
    }

    /// Whether what is said of quotes is shown.
    pub(super) fn shows_quotes(&self) -> bool {
        use FindingKind::{Attribution, QuoteAltered, QuoteTrimmed};
        let mut kinds = [Attribution, QuoteAltered, QuoteTrimmed].into_iter();
        kinds.any(|kind| self.shows(kind))
    }

    /// The findings of a row that are shown.
    pub(super) fn of_row<'a>(&self, comparison: &'a Comparison, row: &Row) -> Vec<&'a Finding> {
        let shown = row.findings.iter().filter(|id| self.has(comparison, **id));
        shown.map(|id| comparison.finding(*id)).collect()
    }

    /// Whether a row is shown: where some findings are asked for, only rows with such are, and those
    /// that the reader reviewed where these are asked for.
    pub(super) fn shows_row(&self, comparison: &Comparison, id: RowId, row: &Row) -> bool {
        let any_kind = self.only.is_empty();
        let asked = match self.judged {
            None => any_kind,
            Some(Judged::Reviewed) => any_kind && is_reviewed(comparison, id),
            Some(_) => false,
        };
        asked || !self.of_row(comparison, row).is_empty()
    }

    /// The findings that are shown.
    pub fn findings<'a>(&'a self, comparison: &'a Comparison) -> impl Iterator<Item = &'a Finding> {
        let all = (0..).map(FindingId).zip(&comparison.findings);
        all.filter(|(id, _)| self.has(comparison, *id))
            .map(|(_, finding)| finding)
    }
}

fn is_reviewed(comparison: &Comparison, row: RowId) -> bool {
    let said = comparison.corrected.rows.get(&row);
    said.is_some_and(|it| it.reviewed)
}
