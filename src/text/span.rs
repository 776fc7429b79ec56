//! A range of bytes in a text.

use serde::{Deserialize, Serialize};

/// A half-open range of byte offsets `start..end` into one text, on character boundaries.
///
/// Facts, quotes, marks and findings are spans, never copies of text, so that every claim can be
/// traced to the words it rests on. Written in JSON as `[start, end]`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(from = "(usize, usize)", into = "(usize, usize)")]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte; never before `start`.
    pub end: usize,
}

impl From<(usize, usize)> for Span {
    fn from((start, end): (usize, usize)) -> Self {
        Self::new(start, end)
    }
}

impl From<Span> for (usize, usize) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

impl Span {
    /// The span `start..end`; an `end` before `start` gives the empty span at `start`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self {
            start,
            end: if end < start { start } else { end },
        }
    }

    /// Its length in bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it covers no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the byte at `offset` lies inside.
    pub const fn holds(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The same span in a text in which this one's text begins at byte `by`.
    #[must_use]
    pub const fn shift(self, by: usize) -> Self {
        Self {
            start: self.start + by,
            end: self.end + by,
        }
    }

    /// The text it covers, or `""` where it does not fit `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// The span without the white space at both ends of the text it covers.
    #[must_use]
    pub fn trim(self, text: &str) -> Self {
        let inside = self.of(text);
        let start = self.start + (inside.len() - inside.trim_start().len());
        Self::new(start, start + inside.trim().len())
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn a_span_that_does_not_fit_is_the_empty_text() {
        assert_eq!(Span::new(0, 9).of("ă"), "");
        assert_eq!(Span::new(1, 2).of("ă"), "");
        assert_eq!(Span::new(0, 2).of("ă"), "ă");
    }

    #[test]
    fn trimming_keeps_the_offset() {
        let text = "a  bc ";
        assert_eq!(Span::new(1, 6).trim(text), Span::new(3, 5));
        assert_eq!(Span::new(1, 3).trim(text).len(), 0);
    }
}
