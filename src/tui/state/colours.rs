//! The themes by name; how they look is the view's matter.

/// Which colours and which emphasis the screen is drawn with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Palette {
    /// For dark backgrounds.
    #[default]
    Dark,
    /// For light backgrounds.
    Light,
    /// Blocks of blue and orange (the terminal's yellow), which colour-blind readers tell apart on
    /// any background.
    ColourBlind,
    /// Nothing dim; what matters in reversed blocks.
    HighContrast,
    /// No colour: bold, underlined, reversed and dim only.
    Mono,
}

impl Palette {
    /// All of them, in the order in which they follow each other.
    pub const ALL: [Self; 5] = [
        Self::Dark,
        Self::Light,
        Self::ColourBlind,
        Self::HighContrast,
        Self::Mono,
    ];

    /// Its name on the command line and in the settings.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::ColourBlind => "colour-blind",
            Self::HighContrast => "high-contrast",
            Self::Mono => "mono",
        }
    }

    /// The one of a name; "color-blind" is one, too.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.replace("color", "colour");
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// The one after it, around the end.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|it| *it == self).unwrap_or(0);
        let next = (at + 1) % Self::ALL.len();
        Self::ALL.get(next).copied().unwrap_or_default()
    }
}
