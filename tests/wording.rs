//! How closely wording is compared: what the reader ignores is marked nowhere.

use crate::screens::sample;
use crate::support::screen::{drawn, glyphs, played};
use crate::support::stories::{bridge, empty};
use crate::support::story::{article, link, quote, row};
use parallax::model::{Comparison, LinkVerdict, QuoteKind, Relation, RowVerdict, SameQuote};
use parallax::tui::state::Mode;
use parallax::tui::{Message, Model, Palette, renew, update};
use proptest::prelude::*;
use ratatui::style::Modifier;
use std::sync::{Arc, LazyLock};

/// Two outlets that print one sentence in several dresses, one of them in six copies more.
fn dressed(outlets: u32) -> Comparison {
    let mut story = Comparison {
        articles: (0..outlets)
            .map(|n| {
                let body = if n == 0 {
                    "“The strikes won’t end today,” the Mayor of the old town said."
                } else {
                    "\"The strike won't end today\" the mayor of the old town says."
                };
                article(n, &format!("Post {n}"), "Strike", &[body], &[])
            })
            .collect(),
        ..empty()
    };
    let cells: Vec<String> = story
        .articles
        .iter()
        .map(|it| format!("{}1", it.id))
        .collect();
    row(&mut story, RowVerdict::Agree, &cells.join(" "), "linked");
    link(&mut story, "A1", "B1", 0.9, LinkVerdict::Agree, "linked");
    let first = quote(
        &mut story,
        "A1",
        "The strikes won’t end today",
        QuoteKind::Direct,
    );
    let second = quote(
        &mut story,
        "B1",
        "The strike won't end today",
        QuoteKind::Direct,
    );
    story.same_quotes.push(SameQuote {
        members: vec![first, second],
        relation: Relation::Altered,
    });
    story
}

/// What is underlined or struck on the screen below its heads: differing words.
fn marked(model: &Model) -> Vec<String> {
    let buffer = drawn(model, Palette::Mono);
    let marks = Modifier::UNDERLINED | Modifier::CROSSED_OUT;
    let mut runs = vec![String::new()];
    for cell in &buffer.content {
        match runs.last_mut() {
            Some(run) if cell.modifier.intersects(marks) => run.push_str(cell.symbol()),
            Some(run) if !run.is_empty() => runs.push(String::new()),
            _ => {}
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

fn after(keys: &str, width: u16, height: u16) -> Vec<String> {
    marked(&played(&dressed(2), keys, width, height))
}

#[test]
fn what_is_ignored_is_marked_in_no_layout() {
    // Small, so that no detail pane repeats it.
    for layout in ["", "v"] {
        let shown = |keys: &str| {
            let mut words = after(&format!("{layout}j{keys}<esc>"), 90, 9);
            words.sort_unstable();
            words
        };
        assert_eq!(shown("i"), ["said", "says", "strike", "strikes"]);
        assert_eq!(shown("if"), ["said", "says"], "two stems");
        let [case, marks, forms] = ["ic", "ip", "it"].map(shown);
        assert!(case.contains(&"Mayor".to_owned()), "{case:?}");
        assert!(marks.contains(&",".to_owned()), "{marks:?}");
        assert!(forms.contains(&"strikes won’t".to_owned()), "{forms:?}");
        assert_eq!(shown("il"), ["s", "said", "says"], "two say little alike");
        assert_eq!(shown("iff"), shown("i"), "the same key takes it back");
    }
    let unified = |keys: &str| after(&format!("vvj{keys}<esc>"), 90, 9);
    assert_eq!(
        unified("i"),
        ["[-strikes-]", "{+strike+}", "[-said-]", "{+says+}"]
    );
    assert_eq!(unified("if"), ["[-said-]", "{+says+}"]);
    assert_eq!(unified("il"), ["[-s-]", "[-said-]", "{+says+}"]);
}

#[test]
fn quotes_and_detail_are_looked_at_through_the_same_lens() {
    let shown = |keys: &str| after(&format!("L{keys}<esc>jj"), 90, 9);
    assert_eq!(shown("i"), ["altered", "strikes", "strike"]);
    assert_eq!(shown("if"), ["altered"]);
    assert_eq!(shown("il"), ["altered", "s"]);
    let detail = |keys: &str| {
        let model = played(&dressed(2), &format!("j{keys}<esc><cr>"), 100, 50);
        glyphs(&drawn(&model, Palette::Mono))
    };
    assert!(detail("i").contains("differs: strikes → strike · said → says"));
    assert!(detail("if").contains("differs: said → says"));
    assert!(detail("ip").contains("without ,"));
}

#[test]
fn of_many_outlets_words_are_looked_up_through_the_lens() {
    let story = dressed(7);
    let shown = |keys: &str| marked(&played(&story, &format!("G{keys}<esc>"), 90, 15));
    assert_eq!(shown("i")[..2], ["strikes", "said"]);
    assert_eq!(shown("if")[..1], ["said"]);
    assert_eq!(shown("ic")[..2], ["strikes", "Mayor"]);
}

#[test]
fn the_choice_is_said_until_it_ends_and_kept_meanwhile() {
    let text = |model: &Model| glyphs(&drawn(model, Palette::Mono));
    let mut model = played(&bridge(), "jifl<esc>j", 118, 40);
    assert!(text(&model).contains("word forms ignored, letter by letter (i) · Esc back"));
    update(&mut model, Message::Size(80, 24));
    renew(&mut model, Arc::new(bridge()));
    assert!(model.lens.forms && model.lens.letters);
    update(&mut model, Message::Back);
    assert!(
        model
            .hint
            .as_ref()
            .is_some_and(|it| it.contains("as usual"))
    );
    assert!(!text(&model).contains("word forms"));
    let open = played(&bridge(), "i", 118, 40);
    let shown = text(&open);
    assert!(shown.contains("[x] c  ignore case") && shown.contains("[ ] f  ignore word forms"));
    assert!(shown.contains("verdicts stay"));
    assert_eq!(played(&bridge(), "ii", 118, 40).mode, Mode::Read);
    let by_cursor = played(&bridge(), "ijjj<cr>", 118, 40);
    assert!(by_cursor.lens.forms && by_cursor.mode == Mode::Closely { at: 3 });
}

#[test]
fn every_choice_is_among_the_commands() {
    let model = played(&bridge(), ":word forms<cr>", 118, 40);
    assert!(model.lens.forms);
    let listed = glyphs(&drawn(
        &played(&bridge(), ":ignore case", 118, 40),
        Palette::Mono,
    ));
    assert!(listed.contains("i c"), "{listed}");
}

#[test]
fn verdicts_do_not_change_by_it() {
    let plain = played(&bridge(), "", 118, 40);
    let model = played(&bridge(), "icptfl<esc>", 118, 40);
    assert_eq!(plain.story.rows, model.story.rows);
    assert_eq!(plain.findings, model.findings);
}

static STORIES: LazyLock<[Comparison; 3]> =
    LazyLock::new(|| ["budget", "ferry", "wire"].map(sample));

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// On the samples: with everything ignored, what is marked is a part of what is marked with
    /// nothing ignored.
    #[test]
    fn to_ignore_everything_marks_a_part_of_what_is_marked_otherwise(
        story in 0_usize..3,
        layout in prop::sample::select(vec!["", "vvv", "A", "L"]),
        steps in 0_usize..40,
    ) {
        let place = "j".repeat(steps);
        let cells = |keys: &str| {
            let script = format!("{layout}{place}d{keys}<esc>");
            let model = played(&STORIES[story], &script, 150, 9);
            let buffer = drawn(&model, Palette::Mono);
            let marks = Modifier::UNDERLINED;
            buffer.content.iter().map(|it| it.modifier.contains(marks)).collect::<Vec<_>>()
        };
        // By default case, typography and punctuation are ignored, word forms are not.
        let (all, none) = (cells("ifl"), cells("icpt"));
        let beyond = all.iter().zip(&none).filter(|(loose, close)| **loose && !**close).count();
        prop_assert_eq!(beyond, 0);
    }
}
