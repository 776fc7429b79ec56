//! Typed, comparable things that sentences hold, and words given as somebody's.

use super::{Place, QuoteId, SentenceId, Unit};
use crate::text::Span;
use serde::Serialize;

/// Everything found in the sentences of a story.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// By sentence, then by place.
    pub facts: Vec<Fact>,
    /// By sentence, then by place; a [`QuoteId`] is a place in this list.
    pub quotes: Vec<Quote>,
    /// The words that headlines set in quotation marks, by article.
    pub headlined: Vec<Place>,
    /// The amounts that headlines give, by article, then by place. A headline is no sentence: they are
    /// said to be of the first below it.
    pub headline_amounts: Vec<Fact>,
}

/// A typed, comparable thing in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What kind of thing.
    pub kind: FactKind,
    /// The sentence that holds it.
    pub sentence: SentenceId,
    /// Where it stands in the article's text.
    pub span: Span,
    /// What it says, in comparable form.
    pub value: Value,
}

/// What kind of thing a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FactKind {
    /// A count or a measure: "at least 19 people".
    Quantity,
    /// An amount of money.
    Money,
    /// A share in percent.
    Percent,
    /// A day, month, year or weekday.
    Date,
    /// Somebody.
    Person,
    /// A body of people: a company, an agency, a party.
    Organisation,
    /// Somewhere.
    Place,
    /// A name of which the text does not show whether it is a person, a body or a place.
    Name,
}

/// What a fact says, in comparable form.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Of quantities, money and percents.
    Amount(Amount),
    /// Of dates.
    Day(Day),
    /// Of names: the fullest form that the story gives ("Tammy Bruce" for "Ms. Bruce"), the same
    /// in every article.
    Name(String),
}

/// A number with its unit: "$1.2bn" and "1,200 million dollars" are alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// The number, multiplied out; the lower end of a range.
    pub number: f64,
    /// The upper end of a range ("20-30"), or the second number of a score ("52-48").
    pub to: Option<f64>,
    /// What it counts.
    pub unit: Unit,
    /// How exact it is meant.
    pub qualifier: Qualifier,
}

/// How exact a number is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Qualifier {
    /// As it stands.
    Exact,
    /// "about", "roughly".
    About,
    /// "almost", "nearly".
    Nearly,
    /// "at least", "no fewer than".
    AtLeast,
    /// "more than", "over".
    MoreThan,
    /// "at most", "up to".
    AtMost,
    /// "fewer than", "under".
    LessThan,
}

/// A date, as exact as the text gives it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// The year.
    pub year: Option<i16>,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month, 1 to 31.
    pub day: Option<u8>,
    /// The day of the week, Monday = 1 to Sunday = 7.
    pub weekday: Option<u8>,
}

/// Words given as somebody's, within one sentence.
///
/// A quotation over several sentences is several quotes, all but the first `continued`.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// The sentence that holds it.
    pub sentence: SentenceId,
    /// The quoted words in the article's text, without the marks.
    pub span: Span,
    /// How they are given.
    pub kind: QuoteKind,
    /// Whose words they are, where the text says.
    pub speaker: Option<Speaker>,
    /// The reporting verb as it stands ("said", "claimed").
    pub verb: Option<String>,
    /// To whom or where they were said ("Fox News"), where the text says.
    pub venue: Option<String>,
    /// What stands before a venue that is an occasion ("in" a statement, "at" a rally); none before
    /// those who are told.
    pub preposition: Option<String>,
    /// Whether it goes on the quotation of the quote before it.
    pub continued: bool,
}

impl Quote {
    /// The venue with the word before it: "to Fox News", "in a statement".
    pub fn setting(&self) -> Option<String> {
        let preposition = self.preposition.as_deref().unwrap_or("to");
        let venue = self.venue.as_ref();
        venue.map(|venue| format!("{preposition} {venue}"))
    }
}

/// How quoted words are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum QuoteKind {
    /// In quotation marks, a full clause.
    Direct,
    /// In quotation marks, some words.
    Fragment,
    /// Somebody's own words whose marks were lost, or which the form of an interview or a transcript
    /// gives without marks.
    Unmarked,
    /// Reported speech.
    Indirect,
}

impl QuoteKind {
    /// Whether the words stand in quotation marks.
    pub const fn is_marked(self) -> bool {
        matches!(self, Self::Direct | Self::Fragment)
    }

    /// How the words are given, as readers are told.
    pub const fn manner(self) -> &'static str {
        match self {
            Self::Direct => "quoted",
            Self::Fragment => "quoted in part",
            Self::Unmarked => "quoted without marks",
            Self::Indirect => "reported",
        }
    }
}

/// Whose words a quote gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The fullest form of the name that the story gives, or the description ("the statement").
    pub name: String,
    /// Where the text names them, if in the same article.
    pub span: Option<Span>,
}

/// Versions of one utterance in several articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SameQuote {
    /// The versions, by article.
    pub members: Vec<QuoteId>,
    /// How they differ.
    pub relation: Relation,
}

/// How versions of one utterance differ; the order is from least to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// Letter for letter.
    Verbatim,
    /// In quotation marks, dashes, case or white space only.
    Typography,
    /// One is a part of the other.
    Trimmed,
    /// In words.
    Altered,
    /// One is reported speech.
    Indirect,
}

macro_rules! words {
    ($($kind:ident: $($variant:ident => $word:literal),+;)+) => {$(
        impl $kind {
            /// Its word, as reports show it.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
    )+};
}
words! {
    FactKind: Quantity => "quantity", Money => "money", Percent => "percent", Date => "date",
        Person => "person", Organisation => "organisation", Place => "place", Name => "name";
    QuoteKind: Direct => "direct", Fragment => "fragment", Unmarked => "unmarked",
        Indirect => "indirect";
    Relation: Verbatim => "verbatim", Typography => "typography", Trimmed => "trimmed",
        Altered => "altered", Indirect => "indirect";
}
