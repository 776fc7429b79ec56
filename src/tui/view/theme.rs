//! How every role looks.

use crate::model::RowVerdict;
use crate::tui::lines::Role;
use ratatui::style::{Color, Modifier, Style};

/// Which colours to use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Palette {
    /// Blue and orange (the terminal's yellow) out of its sixteen colours: told apart by colour-blind readers,
    /// on dark and on light backgrounds.
    #[default]
    Color,
    /// No colour: bold, underlined, reversed and dim only.
    Mono,
}

/// How every role looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    palette: Palette,
}

impl Theme {
    /// The theme of a palette.
    pub const fn new(palette: Palette) -> Self {
        Self { palette }
    }

    /// How a role looks. No role is told from plain text by its colour alone.
    pub fn style(self, role: Role) -> Style {
        let (modifier, color) = match role {
            Role::Text => (Modifier::empty(), None),
            Role::Quiet | Role::Rule => (Modifier::DIM, None),
            Role::Focus => (Modifier::BOLD, Some(Color::Cyan)),
            Role::Verdict(verdict) => (Modifier::BOLD, verdict_color(verdict)),
            Role::Absent => (Modifier::ITALIC, Some(Color::LightBlue)),
            Role::Wording => (Modifier::UNDERLINED, None),
            Role::Differs => (
                Modifier::BOLD.union(Modifier::UNDERLINED),
                Some(Color::Yellow),
            ),
            Role::LeftOut => (Modifier::UNDERLINED, Some(Color::LightBlue)),
            Role::Removed => (Modifier::CROSSED_OUT, Some(Color::Yellow)),
            Role::Added => (
                Modifier::BOLD.union(Modifier::UNDERLINED),
                Some(Color::LightBlue),
            ),
            Role::Picked => (
                Modifier::BOLD.union(Modifier::UNDERLINED),
                Some(Color::Cyan),
            ),
            Role::Hit => (Modifier::REVERSED, None),
            Role::CurrentHit => (Modifier::REVERSED.union(Modifier::BOLD), None),
            Role::Strong | Role::Key | Role::Hint => (Modifier::BOLD, None),
        };
        let style = Style::new().add_modifier(modifier);
        match (self.palette, color) {
            (Palette::Color, Some(color)) => style.fg(color),
            _ => style,
        }
    }
}

/// The colour of a verdict: orange for what differs, blue for what is not told by all.
const fn verdict_color(verdict: RowVerdict) -> Option<Color> {
    match verdict {
        RowVerdict::Diverge => Some(Color::Yellow),
        RowVerdict::Partial | RowVerdict::Single => Some(Color::LightBlue),
        RowVerdict::Agree | RowVerdict::Unsure => None,
    }
}
