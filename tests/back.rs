//! The way back: `Esc` leads from anywhere to the plain screen, and what is not plain is named.

use crate::support::screen::{drawn, glyphs, played};
use crate::support::stories::bridge;
use parallax::tui::state::Pane;
use parallax::tui::state::departures::departures;
use parallax::tui::{Effect, Message, Palette, update};

#[test]
fn escape_goes_back_step_by_step_and_never_quits() {
    let mut model = played(&bridge(), "3/mill<cr><cr>", 118, 40);
    assert_eq!((model.pane, model.open), (Pane::Detail, true));
    let mut press = || {
        assert_eq!(update(&mut model, Message::Back), Effect::None);
        (
            model.pane,
            model.open,
            model.search.is_some(),
            model.filter.is_on(),
        )
    };
    assert_eq!(press(), (Pane::Text, false, true, true));
    assert_eq!(press(), (Pane::Text, false, false, true));
    assert_eq!(press(), (Pane::Text, false, false, false));
    assert_eq!(press(), (Pane::Text, false, false, false));
    assert!(model.hint.is_some_and(|hint| hint.contains('q')));
}

#[test]
fn whatever_is_other_than_plain_is_named_and_escape_ends_it() {
    let plain = played(&bridge(), "", 200, 50);
    for keys in [
        "+",
        "v",
        "vv",
        "z",
        "3",
        "6",
        "d",
        "dd",
        "p",
        "<tab>+<esc>",
        "fj<cr>q",
        "&x<cr>",
    ] {
        let mut model = played(&bridge(), keys, 200, 50);
        let shown = glyphs(&drawn(&model, Palette::Mono));
        assert!(shown.contains("Esc back"), "{keys}: {shown}");
        let mut steps = 0;
        while !departures(&model).is_empty() {
            update(&mut model, Message::Back);
            assert!(model.hint.is_some(), "{keys}: Esc says what it did");
            steps += 1;
            assert!(steps < 9, "{keys}: Esc leads back");
        }
        model.hint = None;
        model.filter.text.clear();
        assert_eq!((model.columns, model.layout), (plain.columns, plain.layout));
        assert_eq!(model.items, plain.items, "{keys}");
    }
    let mut low = played(&bridge(), "z", 60, 12);
    low.hint = None;
    let low = glyphs(&drawn(&low, Palette::Mono));
    assert!(low.contains("agreeing rows folded (z)"), "{low}");
}
