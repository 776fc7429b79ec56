//! How every role looks in every theme: one table.

use crate::model::RowVerdict;
use crate::tui::lines::Role;
use crate::tui::state::Palette;
use ratatui::style::{Color, Modifier, Style};

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
        let [dark, light, colour_blind, high_contrast, mono] = looks(role);
        match self.palette {
            Palette::Dark => dark,
            Palette::Light => light,
            Palette::ColourBlind => colour_blind,
            Palette::HighContrast => high_contrast,
            Palette::Mono => mono,
        }
    }
}

const PLAIN: Style = Style::new();
const BOLD: Style = PLAIN.add_modifier(Modifier::BOLD);
const DIM: Style = PLAIN.add_modifier(Modifier::DIM);
const ITALIC: Style = PLAIN.add_modifier(Modifier::ITALIC);
const UNDER: Style = PLAIN.add_modifier(Modifier::UNDERLINED);
const THICK: Style = BOLD.add_modifier(Modifier::UNDERLINED);
const STRUCK: Style = PLAIN.add_modifier(Modifier::CROSSED_OUT);
const TURNED: Style = PLAIN.add_modifier(Modifier::REVERSED);
const TURNED_BOLD: Style = TURNED.add_modifier(Modifier::BOLD);
const TURNED_THICK: Style = TURNED.add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED));

/// Black on orange, the terminal's yellow: readable on any background.
const fn orange(style: Style) -> Style {
    style.fg(Color::Black).bg(Color::Yellow)
}

/// White on blue: readable on any background.
const fn blue(style: Style) -> Style {
    style.fg(Color::White).bg(Color::Blue)
}

const fn fg(style: Style, color: Color) -> Style {
    style.fg(color)
}

/// The looks of a role, in the order of [`Palette::ALL`].
///
/// The terminal's sixteen colours and its own ground only, so that the reader's own scheme is kept.
/// On dark ground the bright blue is the readable one, on light ground the dark one; yellow is not
/// readable there. Text that is dim stays readable, as terminals dim their own text colour.
#[rustfmt::skip]
const fn looks(role: Role) -> [Style; 5] {
    use Color::{Blue, Cyan, LightBlue, Magenta, Red, Yellow};
    match role {
        //                     dark                  light               colour-blind    high contrast  mono
        Role::Text         => [PLAIN,                PLAIN,              PLAIN,          PLAIN,         PLAIN],
        Role::Quiet | Role::Rule
                           => [DIM,                  DIM,                DIM,            PLAIN,         DIM],
        Role::Strong | Role::Key | Role::Verdict(RowVerdict::Agree | RowVerdict::Unsure)
                           => [BOLD,                 BOLD,               BOLD,           BOLD,          BOLD],
        Role::Hint         => [BOLD,                 BOLD,               BOLD,           TURNED_BOLD,   BOLD],
        Role::Focus        => [fg(BOLD, Cyan),       fg(BOLD, Magenta),  THICK,          TURNED_BOLD,   BOLD],
        Role::Verdict(RowVerdict::Diverge)
                           => [fg(BOLD, Yellow),     fg(BOLD, Red),      orange(BOLD),   TURNED_BOLD,   BOLD],
        Role::Verdict(RowVerdict::Partial | RowVerdict::Single)
                           => [fg(BOLD, LightBlue),  fg(BOLD, Blue),     blue(BOLD),     BOLD,          BOLD],
        Role::Absent       => [fg(ITALIC, LightBlue), fg(ITALIC, Blue),  ITALIC,         ITALIC,        ITALIC],
        Role::Picked       => [fg(THICK, Cyan),      fg(THICK, Magenta),  THICK,          TURNED_BOLD,   THICK],
        Role::Wording      => [UNDER,                UNDER,              UNDER,          UNDER,         UNDER],
        Role::Differs      => [fg(THICK, Yellow),    fg(THICK, Red),     orange(THICK),  TURNED_BOLD,   THICK],
        Role::LeftOut      => [fg(UNDER, LightBlue), fg(UNDER, Blue),    blue(UNDER),    THICK,         UNDER],
        Role::Removed      => [fg(STRUCK, Yellow),   fg(STRUCK, Red),    orange(STRUCK), STRUCK,        STRUCK],
        Role::Added        => [fg(THICK, LightBlue), fg(THICK, Blue),    blue(THICK),    TURNED_BOLD,   THICK],
        Role::Hit          => [TURNED,               TURNED,             TURNED,         TURNED,        TURNED],
        Role::CurrentHit   => [TURNED_BOLD,          TURNED_BOLD,        TURNED_BOLD,    TURNED_THICK,  TURNED_BOLD],
    }
}

#[cfg(test)]
mod tests {
    use super::{Palette, Role, Theme};
    use crate::model::RowVerdict;
    use ratatui::style::{Color, Modifier};

    const ROLES: [Role; 10] = [
        Role::Focus,
        Role::Picked,
        Role::Verdict(RowVerdict::Diverge),
        Role::Verdict(RowVerdict::Single),
        Role::Absent,
        Role::Wording,
        Role::Differs,
        Role::LeftOut,
        Role::Removed,
        Role::Hit,
    ];

    #[test]
    fn no_role_is_told_from_plain_text_by_its_colour_alone() {
        for palette in Palette::ALL {
            for role in ROLES {
                let style = Theme::new(palette).style(role);
                assert!(!style.add_modifier.is_empty(), "{palette:?} {role:?}");
            }
        }
    }

    #[test]
    fn mono_has_no_colour_and_high_contrast_nothing_dim() {
        for role in ROLES
            .into_iter()
            .chain([Role::Quiet, Role::Rule, Role::Text])
        {
            let mono = Theme::new(Palette::Mono).style(role);
            assert_eq!((mono.fg, mono.bg), (None, None), "{role:?}");
            let high = Theme::new(Palette::HighContrast).style(role);
            assert!(!high.add_modifier.contains(Modifier::DIM), "{role:?}");
        }
    }

    #[test]
    fn light_ground_has_no_light_letters() {
        for role in ROLES {
            let style = Theme::new(Palette::Light).style(role);
            let faint = [Color::Yellow, Color::Cyan, Color::LightBlue, Color::White];
            assert!(style.fg.is_none_or(|fg| !faint.contains(&fg)), "{role:?}");
        }
    }

    #[test]
    fn what_differs_and_what_is_left_out_look_different_in_every_theme() {
        for palette in Palette::ALL {
            let style = |role| Theme::new(palette).style(role);
            assert_ne!(style(Role::Differs), style(Role::LeftOut), "{palette:?}");
            assert_ne!(style(Role::Removed), style(Role::Added), "{palette:?}");
        }
    }
}
