//! Ages, measures, scores and ordinals that outlets give differently.

use crate::findings::{counted, of, only, story, texts};
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

#[test]
fn a_number_that_is_given_without_its_noun_is_no_other_number() {
    let one = "One bell had the weight of 29 sheep, the two bells of Skerra hung in one tower.";
    let found = |other: &str| counted(one, other);
    let bells = "The two bells of Skerra hung in one tower, with the weight of 62 sheep";
    assert_eq!(found(&format!("{bells}.")), ["29 sheep", "62 sheep"]);
    let open = format!("{bells}. The first bell was 36 times as heavy as one, the other 29.");
    assert!(found(&open).is_empty());
}

#[test]
fn more_than_so_much_is_not_nearly_so_much() {
    let told =
        |how: &str| format!("The Blue Heron lay {how} a thousand years in the ice of Skerra.");
    assert_eq!(counted(&told("more than"), &told("almost")).len(), 2);
    assert!(counted(&told("about"), &told("almost")).is_empty());
}

/// What the reasons say that the outlets leave out.
fn left_out(one: &str, other: &str) -> String {
    let story = texts(&[one, other].map(|text| format!("Ship lost off Skerra\n\n{text}\n")));
    let left_out = of(&story, FindingKind::DetailOmission);
    let why = left_out.iter().map(|finding| finding.why.as_str());
    why.collect::<Vec<_>>().join("; ")
}

#[test]
fn a_conversion_in_brackets_says_nothing_more() {
    let told = |depth: &str| format!("The Blue Heron lies {depth} deep off the harbour of Skerra.");
    let out = left_out(&told("26.8 feet (8.2 metres)"), &told("26.8 feet"));
    assert!(out.is_empty(), "{out}");
    let out = left_out(&told("26.8 feet (8.2 metres)"), &told("8.2 metres"));
    assert!(out.is_empty(), "{out}");
}

#[test]
fn who_gives_the_number_does_not_leave_out_that_it_is_more_than_so_much() {
    let told = "The ferry Blue Heron ran onto the rocks off Skerra";
    let rough = format!("{told} with more than 20 goats and Ann Maria Olden aboard.");
    let swam = "By noon the village had counted 22 goats, which ate its kale.";
    let out = left_out(&rough, &format!("{told} in the night.\n\n{swam}"));
    assert!(out.contains("Ann Maria Olden"), "{out}");
    let given = !out.contains("more than 20") || out.contains("“more than 20 goats” (elsewhere");
    assert!(given, "{out}");
}

#[test]
fn a_number_of_another_measure_is_not_given_elsewhere() {
    let told = "The ferry Blue Heron ran onto the rocks off Skerra";
    let skipper = format!("{told} with a 60-year-old skipper and Ann Maria Olden aboard.");
    let snow = format!("{told} in the night.\n\nThere were 60 cm of snow on the quay.");
    let out = left_out(&skipper, &snow);
    assert!(out.contains("“60-year-old”"), "{out}");
    assert!(!out.contains("elsewhere"), "{out}");
    let baker = "In the village nobody woke but a 53-year-old baker, who heard no cry.";
    let out = left_out(&skipper, &format!("{told} in the night.\n\n{baker}"));
    assert!(
        out.contains("“60-year-old”") && !out.contains("53"),
        "{out}"
    );
}
