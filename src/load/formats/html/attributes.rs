//! The attributes of a tag.

/// An attribute, by where it stands among the bytes that it was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Attribute {
    pub start: usize,
    pub name_end: usize,
    /// Its value without quotes; empty if it has none.
    pub value: (usize, usize),
    pub end: usize,
}

/// The attributes of a tag from the end of its name on (HTML, sections 13.2.5.32 to 13.2.5.39).
#[derive(Clone, Debug)]
pub(super) struct Attributes<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Attributes<'a> {
    /// Those of a tag whose name ends at `at`; `bytes` may go on behind it.
    pub(super) const fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    /// Where it has come to: the end of the last attribute that was given, or of the blanks behind.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// Passes the blanks behind an attribute.
    pub(super) fn pass_blanks(&mut self) {
        self.pass(is_blank);
    }

    fn pass(&mut self, over: impl Fn(u8) -> bool) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        self.at += rest.iter().position(|it| !over(*it)).unwrap_or(rest.len());
    }

    fn byte(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// The value behind a `=`.
    fn value(&mut self) -> (usize, usize) {
        self.pass(is_blank);
        if let Some(quote @ (b'"' | b'\'')) = self.byte() {
            let start = self.at + 1;
            self.at = start;
            self.pass(|byte| byte != quote);
            let end = self.at;
            self.at += 1;
            (start, end)
        } else {
            let start = self.at;
            self.pass(|byte| !is_blank(byte) && byte != b'>');
            (start, self.at)
        }
    }
}

impl Iterator for Attributes<'_> {
    type Item = Attribute;

    /// The next one; none at the `>` that ends the tag, or where the bytes end.
    fn next(&mut self) -> Option<Attribute> {
        self.pass(|byte| is_blank(byte) || byte == b'/');
        let start = self.at;
        if matches!(self.byte()?, b'>') {
            return None;
        }
        // A name may begin with "=".
        self.at += 1;
        self.pass(|byte| !is_blank(byte) && !matches!(byte, b'/' | b'>' | b'='));
        let name_end = self.at;
        self.pass(is_blank);
        let (value, end) = if self.byte() == Some(b'=') {
            self.at += 1;
            let value = self.value();
            (value, self.at)
        } else {
            ((name_end, name_end), name_end)
        };
        Some(Attribute {
            start,
            name_end,
            value,
            end,
        })
    }
}

const fn is_blank(byte: u8) -> bool {
    byte.is_ascii_whitespace()
}
