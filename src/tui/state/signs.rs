//! The signs that the screen is drawn with: they have to do with how wide things are.

use crate::model::RowVerdict;

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
    /// The corners of what lies over the panes: above left and right, below left and right.
    pub corners: [char; 4],
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
        corners: ['┌', '┐', '└', '┘'],
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
        corners: ['+'; 4],
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
