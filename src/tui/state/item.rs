//! What the text pane can list.

use crate::model::RowId;

/// One item of the text pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// What the reader must know first, and the headlines.
    Opening,
    /// A row of the alignment table.
    Row(RowId),
    /// The block of this number that was set aside, of each article.
    Furniture(u32),
}
