//! What is handed on from inside: copies, the editor, reports, files that are read again.

use crate::support::screen::{drawn, glyphs, played};
use crate::support::stories::{bridge, empty, hostile, large};
use parallax::model::{ArticleId, Comparison, RowId};
use parallax::tui::state::message::{Answer, Clip, Copied, Opened, Prompt, Written};
use parallax::tui::state::{Item, Mode, View, keymap};
use parallax::tui::{Effect, Key, Message, Model, Palette, hear, state::areas, update};
use std::sync::Arc;

fn after(script: &str) -> Model {
    played(&bridge(), script, 118, 40)
}

/// What the last key of a script asks the program for.
fn effect(story: &Comparison, script: &str) -> (Model, Effect) {
    let mut model = played(story, "", 118, 40);
    let mut last = Effect::None;
    for key in Key::script(script).unwrap() {
        let message = keymap::lookup(&model, key);
        last = update(&mut model, message);
    }
    (model, last)
}

fn copied(story: &Comparison, script: &str) -> String {
    match effect(story, script) {
        (_, Effect::Copy(Copied { text, .. })) => text,
        (model, other) => panic!("{other:?}, told {:?}", model.hint),
    }
}

#[test]
fn what_is_copied_is_markdown_with_its_source() {
    insta::assert_snapshot!(copied(&bridge(), "]]yq"));
    insta::assert_snapshot!(copied(&bridge(), "]yf"));
    insta::assert_snapshot!(copied(&bridge(), "]yr"));
    let sentence = copied(&bridge(), "]lys");
    assert!(
        sentence.starts_with("> Old Mill Bridge will be closed for two weeks"),
        "{sentence}"
    );
    assert!(
        sentence.contains("— *Daily Tide*, “Cracks shut Old Mill Bridge”"),
        "{sentence}"
    );
}

#[test]
fn the_ledger_and_the_article_are_copied_from_too() {
    assert!(copied(&bridge(), "Ljjyq").contains("Ilse Brandt, in *Daily Tide*"));
    let sentence = copied(&bridge(), "Ajjjys");
    assert!(
        sentence.starts_with("> ") && sentence.contains("*Harbour Post*"),
        "{sentence}"
    );
}

#[test]
fn where_there_is_nothing_to_copy_it_is_said_and_nothing_happens() {
    for (script, words) in [
        ("yq", "nobody is quoted"),
        ("yf", "choose a row"),
        ("ys", "choose a row"),
        ("jjjlys", "turn to another outlet"),
        ("jjjyf", ""),
    ] {
        let (model, done) = effect(&bridge(), script);
        if words.is_empty() {
            continue;
        }
        assert_eq!(done, Effect::None, "{script}");
        assert_eq!(model.mode, Mode::Read);
        let hint = model.hint.unwrap_or_default();
        assert!(hint.contains(words), "{script}: {hint}");
    }
    for clip in Clip::ALL {
        let mut model = played(&empty(), "y", 80, 24);
        assert_eq!(update(&mut model, Message::Copy(clip)), Effect::None);
        assert!(model.hint.is_some());
    }
}

#[test]
fn the_question_names_its_keys_and_is_left_with_escape() {
    let shown = glyphs(&drawn(&after("y"), Palette::Mono));
    let footer = shown.lines().last().unwrap();
    assert_eq!(
        footer.trim(),
        "copy q quotes  f finding  s sentence  r reference"
    );
    assert_eq!(after("y<esc>").mode, Mode::Read);
    assert!(after("yz").hint.is_some_and(|hint| hint.starts_with('z')));
}

#[test]
fn nothing_hostile_is_copied() {
    for clip in ["yq", "yf", "ys", "yr"] {
        for row in ["j", "jj", "jjj"] {
            let (_, done) = effect(&hostile(), &format!("{row}{clip}"));
            let Effect::Copy(copied) = done else { continue };
            let bad = |c: char| {
                (c.is_control() && c != '\n')
                    || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            };
            assert!(!copied.text.contains(bad), "{:?}", copied.text);
            assert!(!copied.text.contains("<script"), "{}", copied.text);
        }
    }
}

#[test]
fn the_editor_opens_the_sentence_of_the_outlet_that_has_the_attention() {
    let opened = |script: &str| match effect(&bridge(), script) {
        (_, Effect::Edit(opened)) => opened,
        (model, other) => panic!("{other:?}, told {:?}", model.hint),
    };
    let first = opened("]e");
    let story = bridge();
    assert_eq!(
        first,
        Opened {
            file: story.articles[0].source.clone(),
            line: story.articles[0].sentences[0].line
        }
    );
    assert_eq!(opened("]le").file, story.articles[1].source);
    assert_eq!(opened("Ajjje").file, story.articles[0].source);
}

#[test]
fn what_came_from_elsewhere_has_no_file_to_open() {
    for (source, words) in [("-", "standard input"), ("https://a.example/b", "the web")] {
        let mut story = bridge();
        story.articles[0].source = source.to_owned();
        let (model, done) = effect(&story, "]e");
        assert_eq!(done, Effect::None);
        assert!(model.hint.is_some_and(|hint| hint.contains(words)));
    }
    assert!(
        after("e")
            .hint
            .is_some_and(|hint| hint.contains("choose a row"))
    );
}

#[test]
fn a_report_is_written_where_it_is_asked_for_and_never_over_something_unasked() {
    let write = |file: &str, overwrite| {
        Effect::Write(Written {
            file: file.to_owned(),
            overwrite,
        })
    };
    let (_, done) = effect(&bridge(), "w<cr>");
    assert_eq!(done, write("parallax-report.txt", false));
    let (mut model, done) = effect(&bridge(), "w<c-u>a.json<cr>");
    assert_eq!(done, write("a.json", false));
    hear(&mut model, Answer::Exists("a.json".to_owned()));
    assert!(matches!(
        model.mode,
        Mode::Prompt {
            prompt: Prompt::Overwrite,
            ..
        }
    ));
    let shown = glyphs(&drawn(&model, Palette::Mono));
    assert!(
        shown.contains("a.json is there already; overwrite it?"),
        "{shown}"
    );
    let answer = |typed: &str| {
        let mut model = model.clone();
        let mut last = Effect::None;
        for key in Key::script(typed).unwrap() {
            let message = keymap::lookup(&model, key);
            last = update(&mut model, message);
        }
        assert_eq!((model.mode, model.taken), (Mode::Read, None), "{typed}");
        last
    };
    assert_eq!(answer("y<cr>"), write("a.json", true));
    assert_eq!(answer("b.json<cr>"), write("b.json", false));
    assert_eq!(
        answer("a.json<cr>"),
        write("a.json", false),
        "typed again is no yes"
    );
    assert_eq!(answer("<cr>"), Effect::None);
    assert_eq!(answer("<esc>"), Effect::None);
    assert!(
        after("w<esc>")
            .hint
            .is_some_and(|hint| hint.contains("nothing was written"))
    );
}

/// The bridge without its first row that one outlet alone tells, as if a file had changed.
fn changed() -> Comparison {
    let mut story = large(3, 12);
    story.rows.remove(2);
    story.findings.clear();
    for row in &mut story.rows {
        row.findings.clear();
    }
    story
}

#[test]
fn reading_again_keeps_the_place_and_what_the_reader_did() {
    let story = large(3, 12);
    let mut model = played(&story, "jjjjjjjjlz7", 120, 30);
    let words = |model: &Model| -> Vec<String> {
        let row = model.story.row(model.row().unwrap());
        row.sentences()
            .map(|id| model.story.sentence(id).to_owned())
            .collect()
    };
    let before = (words(&model), model.at, cells_above(&model));
    hear(&mut model, Answer::Compared(Arc::new(changed())));
    assert_eq!(words(&model), before.0);
    assert_eq!(model.at, before.1 - 1);
    assert_eq!(
        cells_above(&model),
        before.2,
        "it stays on its line of the screen"
    );
    assert_eq!((model.column, model.folded), (1, true));
    assert!(model.hint.is_some_and(|hint| hint.contains("read again")));
}

/// The line of the text pane on which the selected row begins.
fn cells_above(model: &Model) -> usize {
    use parallax::tui::lines::height;
    let lines: usize = (model.top.item..model.at)
        .map(|item| height(model, item))
        .sum();
    lines - model.top.line
}

#[test]
fn reading_again_keeps_the_view_the_filter_and_the_search() {
    for (script, view) in [
        ("]]T", View::Matrix),
        ("]]A", View::Original),
        ("]]L", View::Quotes),
        ("]]O", View::Overview),
    ] {
        let mut model = after(script);
        let mut story = bridge();
        story.warnings.clear();
        story.rows[7].why.push_str(" again");
        let row = model.row();
        hear(&mut model, Answer::Compared(Arc::new(story)));
        assert_eq!((model.view, model.row()), (view, row), "{script}");
        drawn(&model, Palette::Mono);
    }
    let mut model = after("3/cars<cr>");
    let mut story = bridge();
    story.articles.swap(0, 1);
    story.rows[0].why.push('!');
    let hits = model.search.as_ref().map(|it| it.query.clone());
    hear(&mut model, Answer::Compared(Arc::new(story)));
    assert!(model.filter.is_on());
    assert_eq!(model.search.as_ref().map(|it| it.query.clone()), hits);
}

#[test]
fn what_is_gone_leads_to_what_stood_before_it() {
    let story = large(3, 12);
    let mut model = played(&story, "jjj", 120, 30);
    assert_eq!(model.row(), Some(RowId(2)));
    hear(&mut model, Answer::Compared(Arc::new(changed())));
    assert_eq!(model.row(), Some(RowId(1)));
    let mut model = played(&story, "jjj", 120, 30);
    hear(&mut model, Answer::Compared(Arc::new(empty())));
    assert_eq!(model.item(), Some(Item::Opening));
    drawn(&model, Palette::Mono);
    assert!(areas::shown(&model).len() <= 1 && model.column == ArticleId(0).index());
}

#[test]
fn reading_again_without_a_change_says_so() {
    let mut model = after("jj");
    let before = model.clone();
    hear(&mut model, Answer::Compared(Arc::new(bridge())));
    assert_eq!(model.at, before.at);
    assert!(
        model
            .hint
            .is_some_and(|hint| hint.contains("nothing has changed"))
    );
}
