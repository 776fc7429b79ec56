//! What the texts of options stand for.

use crate::cli::args::When;
use crate::tui::{Layout, Palette, Start, View};
use clap::ValueEnum;

/// What layouts are called.
pub(super) const LAYOUTS: [(&str, Option<Start>); 5] = [
    ("auto", None),
    ("split", Some(Start::Layout(Layout::Split))),
    ("unified", Some(Start::Layout(Layout::Unified))),
    ("stacked", Some(Start::Layout(Layout::Stacked))),
    ("matrix", Some(Start::View(View::Matrix))),
];

/// A theme; none stands for the one that fits the ground.
pub(super) fn theme(text: &str) -> Result<Option<Palette>, String> {
    let names: Vec<&str> = Palette::ALL.iter().map(|it| it.name()).collect();
    match Palette::named(text) {
        _ if text == "auto" => Ok(None),
        Some(palette) => Ok(Some(palette)),
        None => Err(format!("auto, {}", names.join(", "))),
    }
}

pub(super) fn when(text: &str) -> Result<When, String> {
    When::from_str(text, true).map_err(|_| "auto, always, never".to_owned())
}

pub(super) fn switch(text: &str) -> Result<bool, String> {
    match text {
        "true" | "on" | "yes" | "1" => Ok(true),
        "false" | "off" | "no" | "0" => Ok(false),
        _ => Err("true or false".to_owned()),
    }
}

pub(super) fn width(text: &str) -> Result<Option<u16>, String> {
    match text.parse() {
        Ok(width @ 20..) => Ok(Some(width)),
        _ if text == "auto" => Ok(None),
        _ => Err("a number from 20 on, or auto".to_owned()),
    }
}

pub(super) fn layout(text: &str) -> Result<Option<Start>, String> {
    let mut known = LAYOUTS.iter();
    let found = known.find(|(name, _)| *name == text);
    found.map(|(_, layout)| *layout).ok_or_else(|| {
        let names = LAYOUTS.map(|(name, _)| name);
        names.join(", ")
    })
}

/// The theme for the ground that a terminal tells in `COLORFGBG`: "15;0" is white on black.
pub(super) fn ground(told: &str) -> Option<Palette> {
    let ground: u8 = told.rsplit(';').next()?.parse().ok()?;
    match ground {
        7 | 15 => Some(Palette::Light),
        0..=6 | 8 => Some(Palette::Dark),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Palette, ground, layout, theme, width};

    #[test]
    fn the_ground_is_the_last_number() {
        assert_eq!(ground("15;0"), Some(Palette::Dark));
        assert_eq!(ground("0;15"), Some(Palette::Light));
        assert_eq!(ground("0;default;7"), Some(Palette::Light));
        for odd in ["", "default", "0;default", "0;300"] {
            assert_eq!(ground(odd), None, "{odd}");
        }
    }

    #[test]
    fn what_is_not_known_is_answered_with_what_is() {
        assert_eq!(theme("color-blind"), Ok(Some(Palette::ColourBlind)));
        assert!(theme("pink").unwrap_err().contains("high-contrast"));
        assert!(layout("rows").unwrap_err().contains("stacked"));
        assert_eq!((width("auto"), width("72")), (Ok(None), Ok(Some(72))));
        assert!(width("19").is_err());
    }
}
