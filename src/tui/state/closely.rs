//! How closely the reader has the wording compared: what it may differ in.

use crate::text::diff::Lens;

/// Something that wording can differ in, and that the reader may ignore or have shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nicety {
    /// Capitals.
    Case,
    /// Punctuation.
    Punctuation,
    /// The forms of quotes, dashes and the like.
    Typography,
    /// Forms of one word.
    Forms,
    /// The letters within a word.
    Letters,
}

impl Nicety {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 5] = [
        Self::Case,
        Self::Punctuation,
        Self::Typography,
        Self::Forms,
        Self::Letters,
    ];

    /// What the menu calls it, switched on.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Case => "ignore case",
            Self::Punctuation => "ignore punctuation",
            Self::Typography => "ignore typography: quotes, dashes",
            Self::Forms => "ignore word forms: strike, strikes",
            Self::Letters => "mark changed letters, not whole words",
        }
    }

    /// It in a few words, as it is `on` or not.
    pub const fn state(self, on: bool) -> &'static str {
        match (self, on) {
            (Self::Case, true) => "case ignored",
            (Self::Case, false) => "case counts",
            (Self::Punctuation, true) => "punctuation ignored",
            (Self::Punctuation, false) => "punctuation counts",
            (Self::Typography, true) => "typography ignored",
            (Self::Typography, false) => "typography counts",
            (Self::Forms, true) => "word forms ignored",
            (Self::Forms, false) => "word forms count",
            (Self::Letters, true) => "letter by letter",
            (Self::Letters, false) => "word by word",
        }
    }

    /// Whether a lens has it switched on.
    pub const fn is_on(self, lens: Lens) -> bool {
        match self {
            Self::Case => lens.case,
            Self::Punctuation => lens.punctuation,
            Self::Typography => lens.typography,
            Self::Forms => lens.forms,
            Self::Letters => lens.letters,
        }
    }

    /// Switches it on or off.
    pub const fn switch(self, lens: &mut Lens) {
        let place = match self {
            Self::Case => &mut lens.case,
            Self::Punctuation => &mut lens.punctuation,
            Self::Typography => &mut lens.typography,
            Self::Forms => &mut lens.forms,
            Self::Letters => &mut lens.letters,
        };
        *place = !*place;
    }
}

/// What a lens has other than the usual one, in words; empty for the usual one.
pub fn unusual(lens: Lens) -> String {
    let differ = |it: &Nicety| it.is_on(lens) != it.is_on(Lens::default());
    let niceties = Nicety::ALL.into_iter().filter(differ);
    let words: Vec<&str> = niceties.map(|it| it.state(it.is_on(lens))).collect();
    words.join(", ")
}
