//! What the text pane can list.

use crate::model::{RowId, SentenceId};

/// One item of the text pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// What the reader must know first: of the text, warnings and headlines; of the other views,
    /// how to read them.
    Opening,
    /// A row of the alignment table.
    Row(RowId),
    /// The block of this number that was set aside, of each article.
    Furniture(u32),
    /// A speaker of the ledger of quotes, by its place there.
    Speaker(u32),
    /// An utterance of the ledger of quotes, by its place there.
    Utterance(u32),
    /// A section of the overview.
    Section(Section),
    /// A shift of prominence, by its place in the overview's figures.
    Shift(u32),
    /// A block of the article that is no part of its body.
    Block(u32),
    /// A sentence of the article.
    Sentence(SentenceId),
}

/// A section of the overview.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Headlines and leads.
    Headlines,
    /// Words, and how many of the sentences others tell.
    Numbers,
    /// Which verdicts stand where along the story.
    Verdicts,
    /// How much of each outlet each other tells.
    Agreement,
    /// What stands on top in one outlet and is buried in another.
    Prominence,
    /// The words of each outlet that others use less.
    Words,
    /// The dates that are told.
    Dates,
}

impl Section {
    /// All of them, in order.
    pub const ALL: [Self; 7] = [
        Self::Headlines,
        Self::Numbers,
        Self::Verdicts,
        Self::Agreement,
        Self::Prominence,
        Self::Words,
        Self::Dates,
    ];
}
