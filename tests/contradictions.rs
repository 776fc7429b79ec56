//! What contradicts, and what only looks like it, between passages that need not stand in one row.

use crate::findings::{counted, of, only, story};
use parallax::model::FindingKind;

#[test]
fn counts_of_what_is_cut_conflict_wherever_they_stand() {
    let cut = counted(
        "Westmere Lines will cancel 1,400 trains after the storm.",
        "The timetable is thin this week: 1,900 services drop out of it, travellers read.",
    );
    assert_eq!(cut, ["1,400 trains", "1,900 services"]);
    let other = counted(
        "Westmere Lines will cancel 1,400 trains after the storm.",
        "The timetable is thin this week: 1,900 services run late, travellers read.",
    );
    assert!(other.is_empty(), "{other:?}");
}

#[test]
fn one_office_with_two_given_names_is_a_name() {
    let told =
        |who: &str| format!("{who} said the ferry Blue Heron lies off Skerra in ten metres.");
    let pair = |one: &str, other: &str| story(&[&told(one), &told(other)]);
    let sheriffs = pair("Sheriff Jim Olden", "Sheriff Joe Olden");
    let (_, words) = only(&sheriffs, FindingKind::Name);
    assert_eq!(words, ["Jim Olden", "Joe Olden"]);
    let two = pair("Sheriff Jim Olden", "Engineer Ann Olden");
    assert!(of(&two, FindingKind::Name).is_empty());
}

#[test]
fn the_day_of_an_event_is_not_the_day_of_its_telling() {
    let dates = |one: &str, other: &str| of(&story(&[one, other]), FindingKind::Date).len();
    let of_event = "The count of the dead in Wednesday's wreck of the Blue Heron rose to 25.";
    let told = "The count of the dead in the wreck of the Blue Heron rose to 25 on Thursday.";
    let on = "The count of the dead in the wreck of the Blue Heron rose to 25 on Wednesday.";
    assert_eq!(dates(of_event, told), 0);
    assert_eq!(dates(on, told), 1);
}

#[test]
fn a_number_that_is_given_elsewhere_rounded_is_no_conflict() {
    let rates = counted(
        "The Westmere family paid an effective tax rate of 35.7 percent for the year.",
        "The Westmere family paid an effective tax rate of 31.55 percent over eight years. \
         For the last year the rate was 35.72, with all that the town takes.",
    );
    assert!(rates.is_empty(), "{rates:?}");
}
