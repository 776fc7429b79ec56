//! What a piece of the screen means, and how that looks.

use crate::model::RowVerdict;
use ratatui::style::{Color, Modifier, Style};

/// What a piece of text on the screen means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The articles' own words.
    Text,
    /// Labels, and what was set aside.
    Quiet,
    /// Outlet names and headings.
    Strong,
    /// What has the reader's attention: the focused pane, column or list entry.
    Focus,
    /// Lines between panes.
    Rule,
    /// A row's verdict.
    Verdict(RowVerdict),
    /// That an outlet does not tell something.
    Absent,
    /// Words that no other outlet of the row has.
    Wording,
    /// Words that a finding is about: told differently.
    Differs,
    /// Words that a finding is about: left out by others.
    LeftOut,
    /// Unified layout: words of the first outlet that the second does not have.
    Removed,
    /// Unified layout: words of the second outlet that the first does not have.
    Added,
    /// A place that the search found.
    Hit,
    /// The place of the search where the reader stands.
    CurrentHit,
    /// A key in the footer or the help.
    Key,
    /// Something to tell the reader now.
    Hint,
}

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

/// The signs that the screen is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signs {
    /// Before a paragraph number.
    pub paragraph: &'static str,
    /// Between columns.
    pub vertical: &'static str,
    /// Between panes.
    pub horizontal: &'static str,
    /// Where a line between columns begins, and ends, at a line between panes.
    pub joints: [&'static str; 2],
    /// Beside what is selected.
    pub cursor: &'static str,
    /// For what is cut off.
    pub ellipsis: &'static str,
    /// Between the parts of a line.
    pub dot: &'static str,
    /// Between outlets.
    pub times: &'static str,
    /// From one to another.
    pub arrow: &'static str,
    /// Around words whose emphasis the terminal may not show; empty where it will.
    pub brackets: [&'static str; 2],
    /// Whether only ASCII signs are used.
    pub ascii: bool,
}

impl Signs {
    /// The usual signs.
    pub const UNICODE: Self = Self {
        paragraph: "¶",
        vertical: "│",
        horizontal: "─",
        joints: ["┬", "┴"],
        cursor: "▌",
        ellipsis: "…",
        dot: "·",
        times: "×",
        arrow: "→",
        brackets: ["", ""],
        ascii: false,
    };

    /// The signs for terminals that show ASCII only.
    pub const ASCII: Self = Self {
        paragraph: "p",
        vertical: "|",
        horizontal: "-",
        joints: ["+", "+"],
        cursor: ">",
        ellipsis: "...",
        dot: "-",
        times: "x",
        arrow: "->",
        brackets: ["[", "]"],
        ascii: true,
    };

    /// The sign of a verdict.
    pub const fn verdict(self, verdict: RowVerdict) -> char {
        if self.ascii {
            verdict.ascii()
        } else {
            verdict.glyph()
        }
    }
}
