//! Times of day that differ.

use crate::findings::{REST, of, only, story, texts};
use parallax::model::FindingKind;

fn ends(one: &str, other: &str) -> [String; 2] {
    [one, other].map(|end| format!("The ferry Blue Heron sank in the storm off Skerra {end}."))
}

#[test]
fn times_of_one_thing_differ() {
    let [one, other] = ends("at 3:36 am on Tuesday", "at 3.42 a.m.");
    let story = story(&[&one, &other]);
    let (finding, words) = only(&story, FindingKind::Date);
    assert_eq!(words, ["3:36 am", "3.42 a.m."]);
    assert_eq!(finding.values, ["03:36", "03:42"]);
}

#[test]
fn times_that_can_be_one_do_not() {
    for (one, other) in [
        ("at 3:36 am", "at 03:36"),
        ("at 3:36 pm", "at 15:36"),
        ("at 3:36 am", "at 3:30 am"),
        ("at 3:36 am", "shortly before 3 am"),
        ("at 3:36 am", "at 2:36 GMT"),
        ("at 3:36 am", "at 3:42 am, and the tug came at 5:10 am"),
    ] {
        let [one, other] = ends(one, other);
        let story = story(&[&one, &other]);
        assert!(of(&story, FindingKind::Date).is_empty(), "{one} / {other}");
    }
}

#[test]
fn a_day_of_the_week_is_one_day_however_it_is_told() {
    let told = |leaves: &str| {
        let paragraph = format!("The ferry Blue Heron {leaves} Skerra for Port Sella on Monday.");
        let rest = REST.join("\n\n");
        format!("Ship lost off Skerra\n\nMay 2, 2025\n\n{paragraph}\n\n{rest}\n")
    };
    let story = texts(&[told("will leave"), told("leaves")]);
    let days = story.facts.facts.iter().map(|fact| &fact.value);
    let days: Vec<_> = days
        .filter(|it| format!("{it:?}").contains("weekday: Some(1)"))
        .collect();
    assert_ne!(days.first(), days.last());
    assert!(of(&story, FindingKind::Date).is_empty());
}
