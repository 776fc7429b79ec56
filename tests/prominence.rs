//! What one outlet opens with and another buries.

use crate::findings::{REST, of, texts};
use parallax::model::{FindingKind, Severity};
use parallax::survey::Figures;

const PIECE: &str =
    "Westmere Lines had failed two safety inspections of the Blue Heron last year, papers show.";

const FILLER: [&str; 4] = [
    "Fishermen hauled the first survivors out of the cold water before dawn.",
    "The mayor opened the sports hall to relatives, who brought blankets and soup.",
    "Trains between the capital and the coast were late for other reasons.",
    "A choir sang in the market square on Thursday evening.",
];

fn article(headline: &str, parts: &[&str]) -> String {
    format!("{headline}\n\n{}\n", parts.join("\n\n"))
}

/// An article with the piece on top.
fn opening() -> String {
    let parts = [&[PIECE], &REST[..], &FILLER].concat();
    article(
        "Lost ferry Blue Heron failed two safety inspections",
        &parts,
    )
}

#[test]
fn the_largest_shift_is_the_prominence() {
    let parts = [&REST[..], &FILLER, &[PIECE]].concat();
    let story = texts(&[opening(), article("Ship lost off Skerra", &parts)]);
    let found = of(&story, FindingKind::Prominence);
    let why: Vec<&str> = found.iter().map(|finding| finding.why.as_str()).collect();
    assert_eq!(why, ["the headline of outlet-0; ¶8 of 8 in outlet-1"]);
    assert!(found.iter().all(|it| it.severity == Severity::Minor));
    assert_eq!(Figures::new(&story).shifts.len(), 1);
}

#[test]
fn who_opens_with_a_piece_and_comes_back_to_it_does_not_bury_it() {
    let again = "Papers show that the Blue Heron of Westmere Lines had failed two safety inspections last year.";
    let parts = [&[PIECE], &REST[..], &FILLER, &[again]].concat();
    let story = texts(&[opening(), article("Ship lost off Skerra", &parts)]);
    let apart = story
        .rows
        .iter()
        .any(|row| row.cells.len() == 1 && !row.elsewhere.is_empty());
    assert!(apart, "the piece stands in two rows");
    assert!(of(&story, FindingKind::Prominence).is_empty());
    assert!(Figures::new(&story).shifts.is_empty());
}

#[test]
fn who_tells_a_passage_in_another_place_may_leave_a_clause_of_it_out() {
    let again = "Papers show that the Blue Heron of Westmere Lines had failed two safety inspections \
                 last year, alarming several retired pilots.";
    let parts = [&[PIECE], &REST[..], &FILLER, &[again]].concat();
    let story = texts(&[opening(), article("Ship lost off Skerra", &parts)]);
    let found = of(&story, FindingKind::DetailOmission);
    let why: Vec<&str> = found.iter().map(|finding| finding.why.as_str()).collect();
    assert_eq!(
        why,
        ["outlet-0 does not give where it tells this (¶1): “alarming several retired pilots”"]
    );
}
