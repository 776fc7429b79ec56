//! Things worth stopping at.

use super::{ArticleId, RowId};
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// One thing worth stopping at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What kind of thing.
    pub kind: FindingKind,
    /// How much it matters.
    pub severity: Severity,
    /// The row where it shows.
    pub row: RowId,
    /// The outlets it is about; of an omission, those that leave the piece out.
    pub articles: Vec<ArticleId>,
    /// The words it is about, by article; of an omission, the words that are left out.
    pub places: Vec<Place>,
    /// What each of the places says in comparable form ("19 peopl", "may"); as many as `places`, or
    /// none where there is no such form.
    pub values: Vec<String>,
    /// Of a piece that is left out: how central it is to the story, 0 to 100.
    pub importance: Option<u8>,
    /// The reason in one line, with the values side by side.
    pub why: String,
}

/// Words of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// The article.
    pub article: ArticleId,
    /// Where in its text.
    pub span: Span,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth knowing.
    Minor,
    /// Worth reading.
    Notable,
    /// The outlets contradict each other, or a central piece is missing.
    Major,
}

/// What kind of thing a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// A number, amount or share differs.
    Number,
    /// A date differs.
    Date,
    /// A place differs.
    Place,
    /// A name differs.
    Name,
    /// The same words or the same venue with another speaker.
    Attribution,
    /// A quotation worded differently.
    QuoteAltered,
    /// A quotation of which one outlet gives less.
    QuoteTrimmed,
    /// Told as certain by one, as possible or alleged by another.
    Certainty,
    /// Told as so by one, as not so by another.
    Polarity,
    /// Loaded or opposed wording for the same thing.
    Characterisation,
    /// A whole piece that an outlet does not tell.
    Omission,
    /// A name, number or quotation that an outlet does not give where it tells the piece.
    DetailOmission,
    /// In one outlet's headline or lead, buried in another.
    Prominence,
}

impl FindingKind {
    /// All of them, in the order in which lists show them.
    pub const ALL: [Self; 13] = [
        Self::Number,
        Self::Date,
        Self::Place,
        Self::Name,
        Self::Attribution,
        Self::QuoteAltered,
        Self::QuoteTrimmed,
        Self::Certainty,
        Self::Polarity,
        Self::Characterisation,
        Self::Omission,
        Self::DetailOmission,
        Self::Prominence,
    ];

    /// Its name as the JSON report and `--only` write it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Date => "date",
            Self::Place => "place",
            Self::Name => "name",
            Self::Attribution => "attribution",
            Self::QuoteAltered => "quote_altered",
            Self::QuoteTrimmed => "quote_trimmed",
            Self::Certainty => "certainty",
            Self::Polarity => "polarity",
            Self::Characterisation => "characterisation",
            Self::Omission => "omission",
            Self::DetailOmission => "detail_omission",
            Self::Prominence => "prominence",
        }
    }

    /// Its name in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::QuoteAltered => "quote altered",
            Self::QuoteTrimmed => "quote trimmed",
            Self::DetailOmission => "detail left out",
            Self::Omission => "left out",
            _ => self.id(),
        }
    }

    /// Whether it is about something told differently, rather than not told or told elsewhere.
    pub const fn diverges(self) -> bool {
        !matches!(
            self,
            Self::QuoteTrimmed | Self::Omission | Self::DetailOmission | Self::Prominence
        )
    }
}
