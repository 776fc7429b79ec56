//! What every reader of a format hands on: paragraphs, and what the format itself says of them.

/// An article as its format gives it, before anyone asked which paragraph is what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Raw {
    /// Its paragraphs in order; cleaned, trimmed, without line breaks, none empty.
    pub paragraphs: Vec<Paragraph>,
    /// The headline, where the format names one; it need not stand among the paragraphs.
    pub headline: Option<String>,
    /// Who wrote it, where the format says so.
    pub byline: Option<String>,
    /// When it was published, ISO 8601, where the format says so.
    pub published: Option<String>,
    /// Its address, where the format says so.
    pub url: Option<String>,
    /// The ISO 639-1 code of its language, where the format says so.
    pub language: Option<String>,
}

/// A paragraph and where it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// Its text.
    pub text: String,
    /// Its first line in the file, from 1.
    pub line: u32,
}
