//! Ways to look at a comparison, and orders to list it in.

use crate::model::ArticleId;

/// The ways to look at the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum View {
    /// The articles' words, row by row.
    Text,
    /// What is told by whom: a line a row, a cell an outlet.
    Matrix,
    /// Who says what, and how each outlet gives it.
    Quotes,
    /// Figures of the whole story.
    Overview,
    /// One article as it was read.
    Original,
}

/// The order in which rows are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Order {
    /// As the story runs through all articles.
    Story,
    /// As one article tells it; what it does not tell comes last.
    Article(ArticleId),
    /// What differs most first.
    Importance,
    /// What most outlets tell first.
    Coverage,
    /// What stands on top in one outlet and is buried in another first.
    Prominence,
}

impl View {
    /// Its name.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Matrix => "matrix",
            Self::Quotes => "quotes",
            Self::Overview => "overview",
            Self::Original => "article",
        }
    }
}
