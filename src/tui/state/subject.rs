//! What corrections are about: the sentence, row, finding or block that is selected.

use super::claim::Claim;
use super::desk::{Choice, Kept};
use super::item::Item;
use super::message::Prompt;
use super::model::{Model, Pane, count};
use crate::correct::{anchor, verdicts_of};
use crate::model::{
    ArticleId, BlockRole, Correction, FindingId, Part, RowId, RowVerdict, SentenceId,
};

/// What a correction is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A row.
    Row(RowId),
    /// A finding.
    Finding(FindingId),
}

impl Model {
    /// The sentence that corrections are about: the chosen one of the selected row, else the first
    /// of the outlet that has the attention, else the first of all.
    pub fn sentence(&self) -> Option<SentenceId> {
        if let Some(Item::Sentence(id)) = self.item() {
            return Some(id);
        }
        let row = self.story.rows.get(self.row()?.index())?;
        let picked = self
            .desk
            .picked
            .filter(|id| row.sentences().any(|it| it == *id));
        let attended = row.cells.get(&ArticleId(self.column as u32));
        picked
            .or_else(|| attended.and_then(|cell| cell.first()).copied())
            .or_else(|| row.sentences().next())
    }

    /// What verdicts and notes are about: the finding in the list of findings, else the row.
    pub fn subject(&self) -> Option<Subject> {
        match (self.pane, self.finding) {
            (Pane::Findings, Some(id)) => Some(Subject::Finding(id)),
            (Pane::Findings, None) => None,
            _ => self.row().map(Subject::Row),
        }
    }

    /// What can be said of the subject.
    pub fn choices(&self) -> Vec<Choice> {
        match self.subject() {
            Some(Subject::Row(id)) => {
                let row = self.story.rows.get(id.index());
                let verdicts = row.map_or_else(Vec::new, |row| verdicts_of(row, self.outlets()));
                let rejected = &self.story.corrected.rejected;
                let restore = rejected.iter().any(|it| it.finding.row == id);
                let restore = restore.then_some(Choice::Restore);
                verdicts
                    .into_iter()
                    .map(Choice::Verdict)
                    .chain(restore)
                    .collect()
            }
            Some(Subject::Finding(_)) => vec![Choice::Confirm, Choice::Reject],
            None => Vec::new(),
        }
    }

    /// What the machine says of a row.
    pub fn machine_verdict(&self, id: RowId) -> Option<RowVerdict> {
        let said = self.story.corrected.rows.get(&id).and_then(|it| it.machine);
        said.or_else(|| self.story.rows.get(id.index()).map(|row| row.verdict))
    }

    /// The selected block with what it would become: the paragraph of the sentence, or what was set
    /// aside.
    pub fn flip(&self) -> Option<Correction> {
        let (article, block) = match self.item()? {
            Item::Block(n) => {
                let article = self.story.articles.get(self.column)?;
                (article, article.blocks.get(n as usize)?)
            }
            Item::Furniture(n) => {
                let attended = self.story.articles.iter().skip(self.column);
                let mut articles = attended.chain(&self.story.articles);
                articles.find_map(|it| Some((it, it.furniture().nth(n as usize)?.0)))?
            }
            _ => {
                let id = self.sentence()?;
                let article = self.story.articles.get(id.article.index())?;
                let span = article.sentences.get(id.index as usize)?.span;
                let mut blocks = article.blocks.iter();
                (article, blocks.find(|block| block.span.contains(span))?)
            }
        };
        let to = match block.role {
            BlockRole::Body => Part::Furniture,
            BlockRole::Furniture(_) | BlockRole::Headline | BlockRole::Byline => Part::Article,
        };
        let block = anchor::of_span(article, block.span);
        Some(Correction::Flip { block, to })
    }

    /// What a line begins with that is opened to be typed in: the note there is, the file.
    pub fn typed_before(&self, prompt: Prompt) -> String {
        let of = &self.story.corrected;
        match (prompt, self.subject()) {
            (Prompt::Note, Some(subject)) => {
                let said = match subject {
                    Subject::Row(id) => of.rows.get(&id),
                    Subject::Finding(id) => of.findings.get(&id),
                };
                said.map_or_else(String::new, |said| said.notes.join("; "))
            }
            (Prompt::File, _) => self.desk.file.clone(),
            _ => String::new(),
        }
    }

    /// Whether the story is being compared again: it does not show the last corrections yet, or is
    /// not claimed from the chance that the reader wants.
    pub fn is_behind(&self) -> bool {
        if self.claim.from != Claim::new(&self.story.settings).from {
            return true;
        }
        let applied = self.story.corrected.entries.iter().map(|(it, _)| it);
        !applied.eq(self.desk.corrections.all())
    }

    /// Whether a row was reviewed.
    pub fn is_reviewed(&self, id: RowId) -> bool {
        let said = self.story.corrected.rows.get(&id);
        said.is_some_and(|it| it.reviewed)
    }

    /// How many corrections there are and whether they are kept, in words; empty where there are none.
    pub fn kept(&self) -> String {
        let corrections = count(self.desk.corrections.all().len(), "correction");
        match self.desk.kept {
            Kept::Saved if self.desk.corrections.all().is_empty() => String::new(),
            Kept::Saved => format!("{corrections} saved"),
            Kept::Unsaved | Kept::Failed(_) => format!("{corrections} NOT SAVED"),
        }
    }
}
