//! What the reader corrected so far, and what is being corrected.

use crate::model::{Corrections, RowVerdict, SentenceId};
use std::sync::Arc;

/// Where the corrections stand that were made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Kept {
    /// In the file, or there are none.
    #[default]
    Saved,
    /// Not yet in the file.
    Unsaved,
    /// They could not be written; why.
    Failed(String),
}

/// What can be said of a row or a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The row has this verdict.
    Verdict(RowVerdict),
    /// The finding is right.
    Confirm,
    /// The finding is none.
    Reject,
    /// The findings of the row that were rejected are findings again.
    Restore,
}

/// What the reader corrected so far, and what is being corrected.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Desk {
    /// What is in force.
    pub corrections: Arc<Corrections>,
    /// What was in force before, the last at the end.
    pub done: Vec<Arc<Corrections>>,
    /// What was taken back, the last at the end.
    pub undone: Vec<Arc<Corrections>>,
    /// The file that keeps them; empty where none does.
    pub file: String,
    /// Whether it holds them.
    pub kept: Kept,
    /// The sentence that the reader chose within the row, where not the first of the outlet.
    pub picked: Option<SentenceId>,
    /// The sentences that were marked to be paired: none, one or two.
    pub marked: Vec<SentenceId>,
    /// What a reason is being typed for.
    pub choice: Option<Choice>,
    /// What to say once the story is compared again.
    pub told: Option<String>,
    /// Whether the reader wants to leave once all is saved.
    pub leaving: bool,
}

impl Desk {
    /// A desk with corrections that `file` holds.
    pub fn new(corrections: Corrections, file: &str) -> Self {
        Self {
            corrections: Arc::new(corrections),
            file: file.to_owned(),
            ..Self::default()
        }
    }

    /// Puts corrections into force, in a way that can be taken back.
    pub fn put(&mut self, corrections: Corrections) {
        let before = std::mem::replace(&mut self.corrections, Arc::new(corrections));
        self.done.push(before);
        self.undone.clear();
        self.kept = Kept::Unsaved;
    }

    /// Takes back what was done last; whether there was anything.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.done.pop() else {
            return false;
        };
        let now = std::mem::replace(&mut self.corrections, before);
        self.undone.push(now);
        self.kept = Kept::Unsaved;
        true
    }

    /// Does again what was taken back last; whether there was anything.
    pub fn redo(&mut self) -> bool {
        let Some(after) = self.undone.pop() else {
            return false;
        };
        let now = std::mem::replace(&mut self.corrections, after);
        self.done.push(now);
        self.kept = Kept::Unsaved;
        true
    }

    /// Whether something would be lost by leaving.
    pub fn is_unsaved(&self) -> bool {
        self.kept != Kept::Saved
    }
}
