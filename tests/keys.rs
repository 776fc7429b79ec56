//! Other keys than the usual ones, themes, and the help.

use crate::screens::sample;
use crate::support::screen::{drawn, glyphs, played};
use crate::support::stories::{bridge, empty, large};
use parallax::model::Comparison;
use parallax::tui::state::message::Way;
use parallax::tui::state::{Mode, keymap};
use parallax::tui::{Effect, Key, Keymap, Message, Model, Palette, Signs, update};
use std::sync::Arc;

/// The model after some keys, with other keys for some actions.
fn with(story: &Comparison, keys: &[(&str, &[&str])], script: &str) -> Model {
    let wanted = keys.iter().map(|(name, keys)| (*name, keys.to_vec()));
    let mut model = Model::new(Arc::new(story.clone()), Signs::UNICODE, 118, 40);
    model.keymap = Keymap::with(wanted).unwrap();
    for key in Key::script(script).unwrap() {
        let message = keymap::lookup(&model, key);
        update(&mut model, message);
    }
    model
}

fn shown(model: &Model) -> String {
    glyphs(&drawn(model, model.palette))
}

#[test]
fn other_keys_stand_wherever_keys_are_named() {
    let keys: &[(&str, &[&str])] = &[
        ("next-finding", &["ctrl-n", "F6"]),
        ("show-all", &["#"]),
        ("clear-filters", &["X"]),
    ];
    let footer = shown(&with(&bridge(), keys, ""));
    assert!(footer.contains("^N/[ finding"), "{footer}");
    let help = shown(&with(&bridge(), keys, "?"));
    assert!(help.contains("^N F6           next finding"), "{help}");
    let commands = shown(&with(&bridge(), keys, ":next finding"));
    assert!(commands.contains("^N"), "{commands}");
    let hidden = with(&bridge(), keys, "3");
    assert!(
        hidden
            .hint
            .as_ref()
            .is_some_and(|hint| hint.contains("# shows all"))
    );
    let departed = shown(&with(&bridge(), keys, "3jk"));
    assert!(
        departed.contains("4 rows hidden (#)") || departed.contains("hidden (#)"),
        "{departed}"
    );
    let none = with(&bridge(), keys, "&zzz<cr><c-n>");
    assert!(none.hint.is_some_and(|hint| hint.contains("X clears it")));
    let unbound = with(&bridge(), keys, "]");
    assert!(
        unbound
            .hint
            .is_some_and(|hint| hint.starts_with("] has no meaning"))
    );
}

#[test]
fn an_action_without_keys_is_left_to_the_commands() {
    let model = with(&bridge(), &[("fold", &[])], "z");
    assert!(!model.folded && model.hint.is_some());
    let model = with(&bridge(), &[("fold", &[])], ":fold<cr>");
    assert!(model.folded);
    assert!(shown(&model).contains("agreeing rows are unfolded") || model.hint.is_some());
}

#[test]
fn the_theme_goes_around_and_says_which() {
    let mut model = played(&bridge(), "", 118, 40);
    let mut seen = vec![model.palette];
    for _ in 1..Palette::ALL.len() {
        update(&mut model, Message::Theme);
        assert!(
            model
                .hint
                .as_ref()
                .is_some_and(|hint| hint.contains(model.palette.name()))
        );
        seen.push(model.palette);
    }
    assert_eq!(seen, Palette::ALL);
    update(&mut model, Message::Theme);
    assert_eq!(model.palette, Palette::Dark);
}

#[test]
fn the_help_is_searched_while_typing() {
    let lines = |script: &str| {
        let text = shown(&played(&bridge(), script, 118, 60));
        text.lines()
            .filter(|line| line.trim_start().starts_with('│'))
            .count()
    };
    let text = shown(&played(&bridge(), "?/same kind", 118, 60));
    assert!(text.contains("next finding of the same kind"), "{text}");
    assert!(!text.contains("fold or unfold"), "{text}");
    let kept = played(&bridge(), "?/same kind<cr>", 118, 60);
    assert!(matches!(&kept.mode, Mode::Help { words, .. } if words == "same kind"));
    let by_key = shown(&played(&bridge(), "?/^p<cr>", 118, 60));
    assert!(by_key.contains("any command by its words"), "{by_key}");
    assert!(lines("?/same kind") <= lines("?"));
    let none = shown(&played(&bridge(), "?/xyzzy<cr>", 118, 60));
    assert!(none.contains("nothing in the help holds xyzzy"), "{none}");
    let whole = played(&bridge(), "?/same<cr><esc>", 118, 60);
    assert!(matches!(&whole.mode, Mode::Help { words, .. } if words.is_empty()));
    assert_eq!(
        played(&bridge(), "?/same<cr><esc><esc>", 118, 60).mode,
        Mode::Read
    );
}

#[test]
fn every_action_has_one_name() {
    let mut names: Vec<_> = keymap::BINDINGS
        .iter()
        .filter_map(|it| Some((it.name()?, it.message)))
        .collect();
    names.sort_unstable();
    names.dedup();
    for pair in names.windows(2) {
        assert!(pair[0].0 != pair[1].0 && pair[0].1 != pair[1].1, "{pair:?}");
    }
    for binding in keymap::BINDINGS {
        let typing = binding.contexts.contains(&keymap::Context::Line);
        let found = names.iter().any(|(_, message)| *message == binding.message);
        assert!(typing || found, "{:?} has no name", binding.message);
    }
    let next = Message::Finding(Way::On);
    assert_eq!(played(&bridge(), "", 80, 24).key(next), "]");
}

#[test]
fn the_filter_menu_has_speakers_and_names_and_scrolls() {
    use parallax::tui::state::filter::{Entry, entries};
    let story = bridge();
    let all = entries(&story);
    let place =
        |wanted: &dyn Fn(&Entry) -> bool| all.iter().position(|(it, _)| wanted(it)).unwrap();
    let brandt = place(&|it| matches!(it, Entry::Speaker(name) if name == "Ilse Brandt"));
    let choose = format!("f{}<cr>q", "j".repeat(brandt));
    let model = played(&story, &choose, 80, 24);
    assert!(!model.findings.is_empty() && model.findings.len() < story.findings.len());
    for id in &model.findings {
        let row = story.row(story.findings[id.index()].row);
        let quotes = row.sentences().flat_map(|id| story.quotes_of(id));
        let mut names = quotes.filter_map(|it| it.speaker.as_ref());
        assert!(names.any(|it| it.name == "Ilse Brandt"));
    }
    let low = played(&story, "fG", 80, 8);
    let shown = glyphs(&drawn(&low, Palette::Mono));
    let (last, _) = all.last().unwrap();
    let last = match last {
        Entry::Name(name) | Entry::Speaker(name) => name.clone(),
        _ => "B  Daily Tide".to_owned(),
    };
    assert!(shown.contains(&last), "{last}: {shown}");
    assert!(
        shown.contains(&format!("{} of {}", all.len(), all.len())),
        "{shown}"
    );
    assert!(played(&story, "fG<pgdn>", 80, 8).hint.is_some());
    assert_eq!(
        played(&story, "fG<pgup><pgup><pgup><pgup>g", 80, 8).mode,
        Mode::Menu { at: 0 }
    );
}

#[test]
fn whatever_a_key_does_not_do_it_says() {
    let places = [
        "",
        "j",
        "G",
        "<tab>",
        "<tab><tab>",
        "<cr>",
        "T",
        "TG",
        "L",
        "Lj",
        "LG",
        "O",
        "OG",
        "A",
        "AG",
        "f",
        "fG",
        "?",
        "?G",
        "?/zzz<cr>",
        ":",
        ":zzz",
        "/",
        "&",
        "y",
        "w",
        "vv",
        "12345",
        "P",
        "6G",
    ];
    let mut silent = Vec::new();
    for (name, story) in [
        ("bridge", bridge()),
        ("one", large(1, 2)),
        ("three", large(3, 2)),
        ("none", empty()),
    ] {
        for place in places {
            let before = played(&story, place, 100, 30);
            for binding in keymap::bindings(keymap::Context::of(&before)) {
                let mut model = before.clone();
                model.hint = None;
                let plain = model.clone();
                let done = update(&mut model, binding.message);
                if done == Effect::None && model == plain {
                    silent.push(format!("{name} after {place}: {:?}", binding.message));
                }
            }
        }
    }
    assert!(silent.is_empty(), "{silent:#?}");
}

#[test]
fn a_name_stands_once_in_the_filter_menu_however_it_is_printed() {
    use parallax::text::fold::fold;
    use parallax::tui::state::filter::{Entry, entries};
    let story = sample("wire");
    let all = entries(&story);
    let names = all
        .iter()
        .enumerate()
        .filter_map(|(n, (entry, count))| match entry {
            Entry::Speaker(name) => Some((fold(name), n, *count)),
            _ => None,
        });
    let mut seen = Vec::new();
    for (name, n, count) in names {
        assert!(!seen.contains(&name), "{name} stands twice");
        let model = played(&story, &format!("f{}<cr>q", "j".repeat(n)), 80, 24);
        assert_eq!(model.findings.len(), count, "{name}");
        seen.push(name);
    }
}
