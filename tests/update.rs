//! Keys and messages: what they do to the model, and that nothing breaks it.

use crate::support::screen::{drawn, glyphs, played};
use crate::support::stories::{bridge, empty, hostile, large};
use crate::walks::messages;
use parallax::model::{FindingId, RowId};
use parallax::tui::state::keymap::{self, BINDINGS, Context};
use parallax::tui::state::message::Way;
use parallax::tui::state::{Layout, Mode};
use parallax::tui::{Effect, Key, Message, Model, Palette, state::areas, update};
use parallax::tui::{lines, state::Item};

#[test]
fn a_key_means_one_thing_in_each_place() {
    for context in Context::ALL {
        let mut seen = Vec::new();
        for binding in keymap::bindings(context) {
            for key in binding.keys {
                assert!(!seen.contains(key), "{key} is bound twice in {context:?}");
                seen.push(*key);
            }
            assert!(!binding.help.is_empty());
        }
        assert!(parallax::tui::Keymap::default().foot(context).len() <= 10);
    }
}

#[test]
fn every_message_has_a_key() {
    for message in messages() {
        assert!(
            BINDINGS.iter().any(|b| b.message == message),
            "{message:?} has no key"
        );
    }
    for binding in BINDINGS {
        assert!(
            messages().contains(&binding.message),
            "{:?} is not listed",
            binding.message
        );
    }
}

#[test]
fn brackets_and_braces_are_never_the_only_key() {
    for binding in BINDINGS {
        let hard = |key: &Key| matches!(key, Key::Char('[' | ']' | '{' | '}'));
        assert!(!binding.keys.iter().all(hard), "{:?}", binding.message);
    }
}

/// The model of the bridge at 118x40 after some keys.
fn after(script: &str) -> Model {
    played(&bridge(), script, 118, 40)
}

#[test]
fn j_walks_the_rows_and_the_finding_comes_along() {
    let model = after("j");
    assert_eq!(
        (model.row(), model.finding),
        (Some(RowId(0)), Some(FindingId(0)))
    );
    let model = after("jjjj");
    assert_eq!((model.row(), model.finding), (Some(RowId(3)), None));
    assert_eq!(after("jk").item(), Some(Item::Opening));
    assert_eq!(after("G").row(), Some(RowId(8)));
    assert_eq!(after("Gg").item(), Some(Item::Opening));
}

#[test]
fn findings_are_reached_from_any_pane_and_go_around_with_a_notice() {
    for pane in ["", "<tab>", "<tab><tab>"] {
        assert_eq!(after(&format!("{pane}]]")).finding, Some(FindingId(1)));
    }
    assert_eq!(after("<tab>jjj").finding, Some(FindingId(2)));
    let around = after("[");
    assert_eq!(around.finding, Some(FindingId(4)));
    assert!(around.hint.is_some_and(|hint| hint.contains("around")));
    assert_eq!(
        after("jjjj]").finding,
        Some(FindingId(3)),
        "after a row without findings"
    );
    assert_eq!(
        after("jjjj[").finding,
        Some(FindingId(2)),
        "before a row without findings"
    );
}

#[test]
fn the_same_kind_is_followed() {
    assert_eq!(after(":3<cr>}").finding, Some(FindingId(3)));
    assert_eq!(after(":3<cr>JJ").finding, Some(FindingId(4)));
    assert_eq!(after(":5<cr>{").finding, Some(FindingId(3)));
    assert!(after("J").hint.is_some());
}

#[test]
fn a_number_goes_to_a_finding() {
    assert_eq!(after(":4<cr>").row(), Some(RowId(4)));
    let wrong = after(":12<cr>");
    assert_eq!(
        wrong.hint.as_deref(),
        Some("there is no finding 12: they run from 1 to 5")
    );
}

#[test]
fn verdicts_are_shown_and_hidden() {
    let model = after("3");
    assert_eq!(model.items.len(), 5);
    assert_eq!(model.findings, [FindingId(0), FindingId(1)]);
    assert_eq!(after("30").items.len(), 10);
    assert_eq!(after("12345").items, [Item::Opening]);
    assert!(drawn_text("12345").contains("every row is hidden"));
    assert_eq!(after("6").items.len(), 13);
    assert!(drawn_text("6G").contains("list of other headlines"));
}

#[test]
fn the_cursor_stays_on_its_row_when_others_go() {
    assert_eq!(after("jjjj3").row(), Some(RowId(3)));
    assert_eq!(
        after("jjj3").row(),
        Some(RowId(3)),
        "the next one when its own goes"
    );
    assert_eq!(after("jjjjv").row(), Some(RowId(3)));
}

fn drawn_text(script: &str) -> String {
    glyphs(&drawn(&after(script), Palette::Dark))
}

#[test]
fn the_search_counts_by_outlet_and_goes_around() {
    let model = after("/ferry<cr>");
    let search = model.search.as_ref().unwrap();
    assert_eq!(search.count("·"), "1/2 · A 1 · B 1");
    assert_eq!(model.row(), Some(RowId(5)));
    assert!(drawn_text("/ferry<cr>").contains("/ferry 1/2"));
    assert_eq!(after("/ferry<cr>n").column, 1);
    assert!(
        after("/ferry<cr>nn")
            .hint
            .is_some_and(|hint| hint.contains("around"))
    );
    assert_eq!(after("/CARS<cr>").hint.as_deref(), Some("not found: CARS"));
    assert!(
        after("5/ferry<cr>")
            .hint
            .is_some_and(|hint| hint.contains("not shown (2)"))
    );
    assert_eq!(after("6/ferry<cr>").search.unwrap().hits.len(), 3);
    assert_eq!(after("/ferry<esc>").search, None);
    assert!(after("n").hint.is_some());
}

#[test]
fn q_closes_what_is_open_and_then_quits() {
    for open in ["?", "f", "<cr>"] {
        let mut model = after(open);
        assert_eq!(update(&mut model, Message::Close), Effect::None, "{open}");
        assert_eq!(model.mode, Mode::Read);
        assert_eq!(update(&mut model, Message::Close), Effect::Quit, "{open}");
    }
    let mut model = after("/ab");
    assert_eq!(keymap::lookup(&model, Key::Char('q')), Message::Insert('q'));
    assert_eq!(update(&mut model, Message::Quit), Effect::Quit);
}

#[test]
fn findings_are_filtered_by_kind_outlet_and_words() {
    let model = after("f<cr>q");
    assert_eq!(
        model.findings,
        [FindingId(0)],
        "the first entry is the numbers"
    );
    assert!(drawn_text("f<cr>q").contains("(filtered)"));
    assert_eq!(after("&cost<cr>").findings, [FindingId(4)]);
    assert_eq!(after("&cost<cr>F").findings.len(), 5);
    assert_eq!(after("&nothing like it<cr>").findings.len(), 0);
    assert!(
        after("&nothing like it<cr>]")
            .hint
            .is_some_and(|hint| hint.contains('F'))
    );
}

#[test]
fn no_key_does_nothing_silently() {
    for context in ["", "<tab>", "<tab><tab>", "?", "f"] {
        let mut model = after(context);
        let message = keymap::lookup(&model, Key::Char('%'));
        update(&mut model, message);
        assert!(
            model.hint.is_some_and(|hint| hint.starts_with('%')),
            "{context}"
        );
    }
    for dead in ["g k", "Gj", "+++", "<cr><cr>", "n", "N", "F"] {
        assert!(after(&dead.replace(' ', "")).hint.is_some(), "{dead}");
    }
}

#[test]
fn arrows_enter_escape_tab_and_question_mark_reach_everything_in_the_text() {
    assert_eq!(after("<down><down>").row(), Some(RowId(1)));
    assert_eq!(after("<right>").column, 1);
    assert_eq!(after("<tab><down><down><cr>").row(), Some(RowId(1)));
    assert!(matches!(after("?<down>").mode, Mode::Help { .. }));
}

#[test]
fn the_carousel_turns_to_every_outlet() {
    let story = large(8, 4);
    let letters = |script: &str| {
        let model = played(&story, script, 120, 40);
        lines::letters(&areas::shown(&model))
    };
    assert_eq!(letters(""), "A B C");
    assert_eq!(letters("ll"), "A B C");
    assert_eq!(letters("lll"), "B C D");
    assert_eq!(letters("h"), "H A B");
    assert_eq!(letters("+"), "A B");
    assert_eq!(letters("++"), "A");
    assert_eq!(letters("++_"), "A B");
    let shown = glyphs(&drawn(&played(&story, "h", 120, 40), Palette::Dark));
    assert!(shown.contains("H A B of A-H"));
}

#[test]
fn the_unified_layout_shows_every_pair() {
    let story = large(4, 3);
    let mut model = played(&story, "vv", 80, 24);
    assert_eq!(areas::layout(&model), Layout::Unified);
    let mut pairs = Vec::new();
    for _ in 0..12 {
        pairs.push(model.pair());
        update(&mut model, Message::Column(Way::On));
    }
    assert_eq!(model.pair(), pairs[0]);
    pairs.sort_unstable();
    pairs.dedup();
    assert_eq!(pairs.len(), 12);
}

#[test]
fn enter_goes_on_to_where_it_is_told_elsewhere() {
    let model = after("Gk<cr><cr>");
    assert_eq!((model.row(), model.column), (Some(RowId(8)), 0));
    assert!(after("Gk1<cr>3<cr>").hint.is_some());
}

#[test]
fn a_resize_keeps_the_place() {
    let mut model = after("]]]/cars<cr>");
    let before = (model.at, model.finding, model.search.clone());
    for (width, height) in [(40, 10), (1, 1), (200, 60), (118, 40)] {
        update(&mut model, Message::Size(width, height));
        assert_eq!((model.at, model.finding, model.search.clone()), before);
        assert!(model.height < 4 || glyphs(&drawn(&model, Palette::Mono)).contains('▌'));
    }
}

#[test]
fn a_row_higher_than_the_screen_is_read_to_its_end() {
    let story = large(16, 3);
    let mut model = played(&story, "", 60, 12);
    while model.at == 0 {
        update(&mut model, Message::Step(Way::On));
    }
    let mut seen = vec![false; lines::height(&model, 1)];
    while model.at == 1 {
        let page = usize::from(areas::areas(&model).body.height);
        seen.iter_mut()
            .skip(model.top.line)
            .take(page)
            .for_each(|line| *line = true);
        update(&mut model, Message::Step(Way::On));
    }
    assert!(seen.iter().all(|line| *line));
}

#[test]
fn paging_shows_every_line() {
    let story = bridge();
    for (width, height) in [(40, 10), (80, 24), (118, 40)] {
        let mut model = played(&story, "", width, height);
        let page = usize::from(areas::areas(&model).body.height);
        let mut seen: Vec<Vec<bool>> = (0..model.items.len())
            .map(|n| vec![false; lines::height(&model, n)])
            .collect();
        for _ in 0..60 {
            let lines = seen.iter_mut().enumerate().flat_map(|(item, lines)| {
                lines
                    .iter_mut()
                    .enumerate()
                    .map(move |(line, seen)| ((item, line), seen))
            });
            let top = (model.top.item, model.top.line);
            lines
                .filter(|(at, _)| *at >= top)
                .take(page)
                .for_each(|(_, seen)| *seen = true);
            update(&mut model, Message::Page(Way::On));
        }
        assert!(
            seen.iter().flatten().all(|seen| *seen),
            "at {width}x{height}"
        );
        assert_eq!(model.at, model.items.len() - 1);
    }
}

#[test]
fn nothing_that_steers_a_terminal_is_drawn() {
    for script in [
        "", "j", "jj<cr>", "6G", "f", "<tab>", "vvp", "Tj", "Lj", "O", "Aj", ":",
    ] {
        let model = played(&hostile(), script, 80, 24);
        let buffer = drawn(&model, Palette::Dark);
        for cell in &buffer.content {
            let bad = |c: char| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c);
            assert!(
                !cell.symbol().contains(bad),
                "{:?} after {script}",
                cell.symbol()
            );
        }
    }
}

#[test]
fn an_empty_comparison_can_be_looked_at() {
    let empty = empty();
    for script in [
        "", "jkG", "]", "<tab>j", "<cr>", "/x<cr>n", "f<cr>", "vvv", "lh", ":1<cr>", "6123",
        "TLOA", "aP'<lt>>",
    ] {
        drawn(&played(&empty, script, 80, 24), Palette::Dark);
    }
}
