//! Ages, measures, scores and ordinals that outlets give differently.

use crate::findings::{counted, of, only, story};
use parallax::model::FindingKind;

#[test]
fn ages_of_one_person_differ_wherever_they_stand() {
    let story = story(&[
        "Piet Roe, 47, was jailed for a year for the theft of the harbour bell.",
        "The bell of the chapel rang when the court of the island rose. Piet Roe, 49, wept.",
    ]);
    let (finding, words) = only(&story, FindingKind::Number);
    assert_eq!(words, ["47", "49"]);
    let values = [
        "47 years, the age of Piet Roe",
        "49 years, the age of Piet Roe",
    ];
    assert_eq!(finding.values, values);
}

#[test]
fn ages_of_two_people_do_not_nor_does_one_who_gives_both() {
    for (one, other) in [
        (
            "Piet Roe, 47, was jailed for a year for the theft of the harbour bell.",
            "Ann Olden, 49, was jailed for a year for the theft of the harbour bell.",
        ),
        (
            "Piet Roe, 47, was jailed for a year for the theft of the harbour bell.",
            "Piet Roe, 49, was jailed for the theft of the bell. The 47-year-old Piet Roe wept.",
        ),
    ] {
        assert!(counted(one, other).is_empty(), "{other}");
    }
}

#[test]
fn magnitudes_of_one_quake_differ_and_its_aftershocks_do_not() {
    let near = counted(
        "A magnitude-6.2 quake shook the island, and walls fell.",
        "It was the worst in 40 years: the ground shook with a magnitude of 6.3.",
    );
    assert_eq!(near, ["magnitude-6.2", "magnitude of 6.3"]);
    let after = counted(
        "A magnitude-6.2 quake shook the island, and walls fell.",
        "A magnitude-5.1 aftershock shook the island, and walls fell.",
    );
    assert!(after.is_empty(), "{after:?}");
}

#[test]
fn scores_of_one_thing_differ() {
    let found = counted(
        "Port Sella came back from a 31-9 deficit to beat the Skerra Gulls in the final.",
        "Port Sella beat the Skerra Gulls in the final after a 31-4 deficit.",
    );
    assert_eq!(found, ["31-9", "31-4"]);
}

#[test]
fn scores_of_two_votes_or_in_another_order_do_not() {
    for (one, other) in [
        (
            "The lower house of Norrland voted 211-92 to override the veto of the harbour bill.",
            "The upper house of Norrland voted 88-3 to override the veto of the harbour bill.",
        ),
        (
            "Port Sella won 3 – 1 against the Skerra Gulls in the final.",
            "Port Sella won 3-1 against the Skerra Gulls in the final.",
        ),
    ] {
        assert!(counted(one, other).is_empty(), "{other}");
    }
}

#[test]
fn ordinals_of_one_thing_differ() {
    let found = counted(
        "The crew of the Blue Heron struck in Port Sella for the eighth time this year.",
        "The crew of the Blue Heron struck in Port Sella for the seventh time this year.",
    );
    assert_eq!(found, ["eighth time", "seventh time"]);
}

#[test]
fn an_ordinal_gives_the_number() {
    let story = story(&[
        "Ann Olden of the Skerra Gulls scored against Port Sella after 11 minutes.",
        "Ann Olden of the Skerra Gulls scored against Port Sella in the 11th minute.",
    ]);
    assert!(of(&story, FindingKind::DetailOmission).is_empty());
    assert!(of(&story, FindingKind::Number).is_empty());
}
