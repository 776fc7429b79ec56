//! What stands on the screen after some keys: signs, then styles.

use crate::support::screen::{ascii_screen, reading_screen, screen};
use crate::support::stories::{bridge, empty, large};
use parallax::load::{Source, load};
use parallax::model::{Comparison, Settings};
use parallax::pipeline::{self, Stage};
use parallax::tui::Key;
use parallax::tui::state::Reading;

/// Takes a snapshot of the screen after the keys of each script.
macro_rules! screens {
    ($($name:ident: $story:expr, $script:expr, $width:expr, $height:expr;)+) => {$(
        #[test]
        fn $name() {
            insta::assert_snapshot!(screen(&$story, $script, $width, $height));
        }
    )+};
}

screens! {
    opening_120x40: bridge(), "", 120, 40;
    opening_80x24: bridge(), "", 80, 24;
    opening_40x10: bridge(), "", 40, 10;
    opening_1x1: bridge(), "", 1, 1;
    second_finding_120x40: bridge(), "]]", 120, 40;
    second_finding_80x24: bridge(), "]]", 80, 24;
    second_finding_40x10: bridge(), "]]", 40, 10;
    every_row_emphasised_120x40: bridge(), "dj", 120, 40;
    detail_open_80x24: bridge(), "jj<cr>", 80, 24;
    detail_of_what_is_told_elsewhere_80x24: bridge(), "jjjjjjjj<cr>", 80, 24;
    findings_80x24: bridge(), "<tab>jj", 80, 24;
    findings_beside_the_text_200x50: bridge(), "<tab>j", 200, 50;
    nearest_passages_120x40: bridge(), "pjjj", 120, 40;
    unified_80x24: bridge(), "vvj", 80, 24;
    split_when_asked_for_80x24: bridge(), "vj", 80, 24;
    furniture_80x24: bridge(), "6G", 80, 24;
    agreeing_rows_folded_80x24: bridge(), "z123", 80, 24;
    search_being_typed_80x24: bridge(), "/crack", 80, 24;
    search_80x24: bridge(), "/crack<cr>n", 80, 24;
    wording_menu_80x24: bridge(), "jifl", 80, 24;
    wording_menu_40x10: bridge(), "jij", 40, 10;
    letters_unified_80x24: bridge(), "vvjifl<esc>", 80, 24;
    filter_menu_80x24: bridge(), "fj<cr>", 80, 24;
    help_80x24: bridge(), "?", 80, 24;
    help_40x10: bridge(), "? ", 40, 10;
    help_being_searched_80x24: bridge(), "?/outlet", 80, 24;
    theme_light_80x24: bridge(), "]t", 80, 24;
    theme_colour_blind_80x24: bridge(), "]tt", 80, 24;
    theme_high_contrast_80x24: bridge(), "]ttt", 80, 24;
    theme_mono_80x24: bridge(), "]tttt", 80, 24;
    everything_hidden_80x24: bridge(), "12345", 80, 24;
    eight_outlets_120x40: large(8, 6), "jll", 120, 40;
    sixteen_outlets_80x24: large(16, 400), "G", 80, 24;
    no_story_80x24: empty(), "", 80, 24;
    matrix_80x24: bridge(), "Tjj", 80, 24;
    matrix_120x40: bridge(), "Tjj", 120, 40;
    matrix_200x50: bridge(), "Tjj", 200, 50;
    matrix_40x10: bridge(), "Tjj", 40, 10;
    matrix_of_sixteen_outlets_80x24: large(16, 400), "Tjj", 80, 24;
    quotes_80x24: bridge(), "Ljj", 80, 24;
    quotes_120x40: bridge(), "Ljj", 120, 40;
    quotes_200x50: bridge(), "Ljj", 200, 50;
    overview_80x24: bridge(), "Ojj", 80, 24;
    overview_120x40: bridge(), "Ojj", 120, 40;
    overview_200x50: large(6, 40), "Ojj", 200, 50;
    article_80x24: bridge(), "Ajjj", 80, 24;
    article_120x40: bridge(), "Ajjj", 120, 40;
    article_200x50: bridge(), "Ajjj", 200, 50;
    commands_80x24: bridge(), ":out", 80, 24;
    pair_of_three_120x40: large(3, 6), "lPj", 120, 40;
}

#[test]
fn what_is_being_read_80x24() {
    let sources = (1..=10).map(|n| format!("story/outlet-{n}.txt"));
    let reading = Reading {
        sources: sources.collect(),
        stage: Some(Stage::Reading { read: 3, of: 10 }),
        close: Some(Key::Char('q')),
    };
    insta::assert_snapshot!(reading_screen(&reading, 80, 24));
    let low = reading_screen(&reading, 40, 4);
    assert!(low.contains("leaves at once"), "{low}");
}

/// A story of the samples, compared by the engine.
pub(crate) fn sample(name: &str) -> Comparison {
    let folder = format!("{}/samples/{name}", env!("CARGO_MANIFEST_DIR"));
    let mut loaded = load(&[Source::parse(&folder)]).expect("a sample story");
    for article in &mut loaded.articles {
        // The place of the checkout is no part of the screen.
        article.source = article.source.replace(&folder, name);
    }
    pipeline::compare(loaded.articles, loaded.warnings, &Settings::default())
}

#[test]
fn terminals_of_ascii_have_brackets_around_what_differs() {
    let shown = ascii_screen(&bridge(), "j", 118, 30);
    assert!(shown.is_ascii(), "{shown}");
    insta::assert_snapshot!(shown);
}

#[test]
fn every_sample_can_be_walked_through() {
    for name in ["ferry", "merger", "bruecke"] {
        let story = sample(name);
        for finding in 1..=story.findings.len() {
            let shown = screen(&story, &format!(":{finding}<cr>"), 120, 40);
            let counter = format!("{finding} of {}", story.findings.len());
            assert!(shown.contains(&counter), "{name}: {shown}");
        }
    }
}
