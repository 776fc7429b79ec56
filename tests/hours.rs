//! Times of day that differ.

use crate::findings::{of, only, story};
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
