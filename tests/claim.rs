//! From which chance on links are claimed, changed while reading.

use crate::correcting::Reader;
use crate::support::screen::{drawn, glyphs, played};
use crate::support::stories::bridge;
use parallax::load::{Source, load};
use parallax::model::{Comparison, RowVerdict};
use parallax::report::{self, Format, Look};
use parallax::tui::{Message, Palette, update};

/// The rows that claim something of more than one outlet.
fn claimed(story: &Comparison) -> usize {
    let rows = story.rows.iter();
    let sure = rows.filter(|it| it.verdict != RowVerdict::Unsure);
    sure.filter(|it| it.cells.len() > 1).count()
}

fn screen(reader: &Reader) -> String {
    glyphs(&drawn(&reader.model, Palette::Mono))
}

#[test]
fn a_higher_chance_claims_less_and_the_way_back_leads_back() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/samples/budget");
    let mut reader = Reader::of(load(&[Source::parse(folder)]).unwrap().articles);
    let before = reader.model.story.clone();
    let mut last = claimed(&before);
    for step in 1..=9 {
        reader.press("i+<esc>");
        let story = &reader.model.story;
        let links = story.links.iter();
        let from = 0.5 + 0.05 * f64::from(step);
        assert!((story.settings.confident - from).abs() < 1e-9);
        assert!(
            links
                .filter(|it| it.verdict != parallax::model::LinkVerdict::Unsure)
                .all(|it| it.score >= story.settings.confident)
        );
        assert!(claimed(story) <= last, "{from}");
        last = claimed(story);
    }
    assert!(last < claimed(&before));
    assert!(
        reader.press("i+<esc>").model.hint.is_none(),
        "the menu is closed"
    );
    assert_eq!(reader.model.claim.from, 95, "as far as it goes");
    reader.press(&format!("i{}<esc>", "-".repeat(9)));
    assert!(*reader.model.story == *before);
    reader.press(&format!("i{}<esc>", "-".repeat(9)));
    assert_eq!(reader.model.claim.from, 20, "never below what is unsure");
    assert!(claimed(&reader.model.story) > claimed(&before));
}

#[test]
fn it_is_said_as_long_as_it_is_not_the_usual_one() {
    let mut reader = Reader::new();
    reader.press("i++");
    assert!(
        reader
            .model
            .hint
            .as_ref()
            .is_some_and(|it| it.starts_with("links claimed from 0.60 on"))
    );
    assert!(screen(&reader).contains("0.60 - + chance from which links are claimed"));
    reader.press("<esc>j");
    assert!(screen(&reader).contains("links claimed from 0.60 (i) · Esc back"));
    let mut out = Vec::new();
    report::write(
        &reader.model.story,
        Format::Text,
        &Look::default(),
        &mut out,
    )
    .unwrap();
    let told = String::from_utf8(out).unwrap().replace('\n', " ");
    assert!(told.contains("from a score of 0.60"), "{told}");
    reader.press("<esc>");
    assert_eq!(reader.model.story.settings.confident, 0.5);
    reader.press("j");
    assert!(!screen(&reader).contains("links claimed"));
}

#[test]
fn corrections_are_kept_under_another_chance() {
    let mut reader = Reader::new();
    reader.press("jrri++<esc>");
    let corrections = reader.model.desk.corrections.clone();
    assert_eq!(corrections.all().len(), 2);
    assert_eq!(reader.model.story.corrected.entries.len(), 2);
    reader.press("u");
    assert_eq!(
        reader.model.story.settings.confident, 0.6,
        "undo is about corrections"
    );
    assert_eq!(reader.model.story.corrected.entries.len(), 1);
}

#[test]
fn the_screen_says_that_it_waits_for_the_comparison() {
    let mut model = played(&bridge(), "i", 118, 40);
    update(
        &mut model,
        Message::Claim(parallax::tui::state::message::Way::On),
    );
    update(&mut model, Message::Back);
    assert!(glyphs(&drawn(&model, Palette::Mono)).contains("comparing again"));
}
