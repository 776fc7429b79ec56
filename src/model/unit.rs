//! What amounts count.

use serde::{Serialize, Serializer};
use std::fmt;

/// What an amount counts or measures.
///
/// Nouns are known by their folded stems ("peopl"), the same for all ways to write a measure. The order
/// begins with what the text does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// The text does not say.
    #[default]
    Unsaid,
    /// Things, or a measure, by their stem: "peopl" of "19 people".
    Counted(String),
    /// A measure that the word before it makes another: "cubic" and the stem "metr".
    Raised(String, String),
    /// How old somebody is whom no name follows, by the stem of the measure: "year" of "a 42-year-old
    /// driver".
    Old(String),
    /// How old somebody is, by the name: "Ann Lee, 47,".
    Age(String),
    /// Which one of several it is, by their stem: "time" of "the eighth time".
    Ordinal(String),
    /// A score or a count of votes: two numbers of which the first is the larger one.
    Score,
    /// A share in percent.
    Percent,
    /// The distance of two shares, in percentage points.
    Points,
    /// Money, by the currency's ISO 4217 code.
    Money(&'static str),
}

/// The unit in one line, as reports write it; nothing where the text does not say.
impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unsaid => Ok(()),
            Self::Counted(stem) => f.write_str(stem),
            Self::Raised(word, stem) => write!(f, "{word} {stem}"),
            Self::Old(stem) => write!(f, "{stem} old"),
            Self::Age(name) => write!(f, "years, the age of {name}"),
            Self::Ordinal(stem) => write!(f, "ordinal {stem}"),
            Self::Score => f.write_str("score"),
            Self::Percent => f.write_str("%"),
            Self::Points => f.write_str("pp"),
            Self::Money(code) => f.write_str(code),
        }
    }
}

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::Unit;

    #[test]
    fn reports_write_a_unit_in_one_line() {
        let of = str::to_owned;
        for (unit, text) in [
            (Unit::Unsaid, ""),
            (Unit::Counted(of("peopl")), "peopl"),
            (Unit::Raised(of("cubic"), of("metr")), "cubic metr"),
            (Unit::Old(of("year")), "year old"),
            (Unit::Age(of("Ann Olden")), "years, the age of Ann Olden"),
            (Unit::Ordinal(of("time")), "ordinal time"),
            (Unit::Score, "score"),
            (Unit::Percent, "%"),
            (Unit::Points, "pp"),
            (Unit::Money("USD"), "USD"),
        ] {
            assert_eq!(unit.to_string(), text);
        }
    }
}
