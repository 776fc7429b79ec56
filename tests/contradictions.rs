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
fn a_name_that_is_spelt_otherwise_is_no_other_speaker() {
    let told = |who: &str| {
        format!("“We shall raise the Blue Heron before the winter storms,” {who} said in Skerra.")
    };
    let pair = |one: &str, other: &str| story(&[&told(one), &told(other)]);
    let spelt = pair("Marta Eilers", "Martha Ehlers");
    assert!(of(&spelt, FindingKind::Attribution).is_empty());
    let (_, words) = only(&spelt, FindingKind::Name);
    assert_eq!(words, ["Marta Eilers", "Martha Ehlers"]);
    let two = pair("Marta Eilers", "Peter Angove");
    assert_eq!(of(&two, FindingKind::Attribution).len(), 1);
}

#[test]
fn two_speakers_at_one_venue_are_told_once_and_not_of_a_network() {
    let clashes = |one: &str, other: &str| {
        let story = story(&[one, other]);
        let of_speakers = of(&story, FindingKind::Attribution).into_iter();
        of_speakers
            .map(|finding| finding.why.clone())
            .collect::<Vec<_>>()
    };
    let hopes = |who: &str, venue: &str| {
        format!("{who} told {venue} that the Blue Heron will be raised before the winter storms.")
    };
    let fears = |who: &str, venue: &str| {
        format!("The Blue Heron will be raised too late for the winter storms, {who} told {venue}.")
    };
    let known = |told: String| format!("{told} “The divers are tired,” Ann Olden said.");
    let at_radio = clashes(
        &hopes("Ann Olden", "Radio Skerra"),
        &known(fears("Piet Roe", "Radio Skerra")),
    );
    assert_eq!(at_radio.len(), 1, "{at_radio:?}");
    assert!(at_radio[0].starts_with("Radio Skerra: "), "{at_radio:?}");
    let own = clashes(
        &hopes("Ann Olden", "Radio Skerra"),
        &fears("Piet Roe", "Radio Skerra"),
    );
    assert!(own.is_empty(), "{own:?}");
    let posted = clashes(
        &hopes("Ann Olden", "Facebook"),
        &known(fears("Piet Roe", "Facebook")),
    );
    assert!(posted.is_empty(), "{posted:?}");
    let words = "“The Blue Heron will be raised before the winter storms,”";
    let quoted = |who: &str| format!("{words} {who} told Radio Skerra.");
    let said = clashes(&quoted("Ann Olden"), &quoted("Peter Roe"));
    assert_eq!(said.len(), 1, "{said:?}");
}

#[test]
fn hope_here_and_doubt_there_is_a_contradiction() {
    let polar = |one: &str, other: &str| of(&story(&[one, other]), FindingKind::Polarity).len();
    let hopeful =
        "The engineer Ann Olden spoke with optimism of raising the Blue Heron off Skerra.";
    let doubtful = "Raising the Blue Heron off Skerra is unlikely, the engineer Ann Olden said.";
    let denied = "Raising the Blue Heron off Skerra is not unlikely, the engineer Ann Olden said.";
    let other = "Raising the Blue Heron off Skerra is unlikely, the mayor said.";
    assert_eq!(polar(hopeful, doubtful), 1);
    assert_eq!(polar(hopeful, denied), 0);
    let likely = "The engineer Ann Olden, its likely master, spoke of raising the Blue Heron.";
    assert_eq!(polar(likely, doubtful), 0);
    assert_eq!(polar(hopeful, other), 0);
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

#[test]
fn what_is_ahead_for_one_outlet_and_done_for_another_diverges() {
    let dates = |one: &str, other: &str| {
        let story = story(&[one, other]);
        let of_dates = of(&story, FindingKind::Date).into_iter();
        of_dates.map(|it| it.why.clone()).collect::<Vec<_>>()
    };
    let ahead = "Skerra council is set to vote to overrule the mayor's ban on night ferries.";
    let done = "Skerra council voted by nine to four to overrule the mayor's ban on night ferries.";
    let found = dates(ahead, done);
    assert_eq!(found.len(), 1);
    assert!(
        found[0].contains("“is set to vote” (still ahead)"),
        "{found:?}"
    );
    assert!(found[0].contains("“voted” (done)"), "{found:?}");
    let open = "Skerra council has not voted to overrule the mayor's ban on night ferries.";
    let quoted =
        "“The council is set to vote to overrule my ban on night ferries,” the mayor said.";
    let plan = "Skerra council will vote on Friday to overrule the mayor's ban on night ferries.";
    let before = "On Monday Skerra council voted to overrule the mayor's ban on night ferries.";
    for (one, other) in [(ahead, open), (quoted, done), (ahead, ahead)] {
        assert!(dates(one, other).is_empty(), "{one} {other}");
    }
    let occasions = dates(plan, before);
    assert!(
        occasions.iter().all(|why| !why.contains("ahead")),
        "{occasions:?}"
    );
}

#[test]
fn tolls_that_grew_fast_and_lower_bounds_far_apart_conflict() {
    let killed = |count: &str| format!("The storm off Skerra killed {count} people, police said.");
    let numbers = |one: &str, other: &str| counted(&killed(one), &killed(other)).len();
    assert_eq!(numbers("at least 688", "at least 1,865"), 2);
    assert_eq!(numbers("at least 718", "more than 1,800"), 2);
    assert_eq!(numbers("40", "140"), 2);
    assert_eq!(numbers("at least 40", "140"), 0);
    assert_eq!(numbers("at least 19", "20"), 0);
    assert_eq!(numbers("more than 100", "184"), 0);
    let aboard = counted(
        "Hundreds are missing after a ferry with more than 400 passengers sank off Skerra.",
        "Divers look for 290 people missing since a ferry sank off Skerra.",
    );
    assert!(aboard.is_empty(), "{aboard:?}");
}

#[test]
fn a_sentence_that_tells_of_a_second_day_by_the_first_contradicts_no_day() {
    let dates = |one: &str, other: &str| of(&story(&[one, other]), FindingKind::Date).len();
    let storm = "A storm sank three boats in the harbour of Skerra on Tuesday, police said.";
    let other = "A storm sank three boats in the harbour of Skerra on Wednesday";
    assert_eq!(dates(storm, &format!("{other}, police said.")), 1);
    let after = format!("{other}, a day after the feast, police said.");
    assert_eq!(dates(storm, &after), 0);
}

#[test]
fn equal_words_for_a_day_are_one_day_and_who_gives_both_contradicts_nobody() {
    let dates = |texts: &[String]| of(&crate::findings::texts(texts), FindingKind::Date).len();
    let posted =
        |date: &str, text: &str| format!("Inquiry into the Blue Heron\n\n{date}\n\n{text}\n");
    let told = "The master of the Blue Heron was too ill on April 2 to be heard in Skerra.";
    let later = "The master of the Blue Heron was too ill on April 9 to be heard in Skerra.";
    let of = |year: &str, text: &str| posted(&format!("Published: June 4, {year}"), text);
    assert_eq!(dates(&[of("2016", told), of("2018", told)]), 0);
    assert_eq!(dates(&[of("2016", told), of("2016", later)]), 1);
    let both =
        "On April 9, a week after he was too ill on April 2, the master was heard in Skerra.";
    assert_eq!(dates(&[of("2016", told), of("2016", both)]), 0);
}

#[test]
fn a_missed_number_is_shown_with_the_only_one_of_its_kind() {
    let jury = "The jury in Port Sella heard Ann Olden and took three hours over the Blue Heron.";
    let short = "The jury in Port Sella heard Ann Olden over the Blue Heron.";
    let told = |rest: &str| {
        let story = story(&[jury, &format!("{short}\n\n{rest}")]);
        let details = of(&story, FindingKind::DetailOmission).into_iter();
        details.map(|it| it.why.clone()).collect::<Vec<_>>()
    };
    let rival = told("After two hours in a cold room they were done.");
    assert_eq!(
        rival,
        ["outlet-1 does not give here: “three hours” (but ¶2: “two hours”)"]
    );
    let many = told("The cook ate for two hours.\n\nThe guards slept for four hours.");
    assert_eq!(many, ["outlet-1 does not give here: “three hours”"]);
    // Another measure that far off is of something else.
    let other = told("After seven hours in a cold room the guards slept.");
    assert_eq!(other, many);
}

#[test]
fn who_quotes_one_statement_prints_no_common_text() {
    let statement = "“We are sad beyond words to say that the Blue Heron was lost in the night with \
                     most of her crew, and we ask for quiet,” Ann Olden said.";
    let text = |rest: &str| format!("Ship lost off Skerra\n\n{rest}\n\n{statement}\n");
    let story = crate::findings::texts(&[
        text("The ferry Blue Heron sank off the island of Skerra on Monday night."),
        text("Divers looked for survivors of the ferry Blue Heron all through Tuesday."),
    ]);
    let of_statement = |group: &Vec<_>| group.iter().any(|&id| story.sentence(id) == statement);
    assert!(!story.shared_origin.iter().any(of_statement));
}

#[test]
fn a_count_of_people_holds_against_one_whose_fate_stands_further_off() {
    let numbers = counted(
        "By night 50 people, including the master of the ferry, were confirmed dead off Skerra.",
        "The ferry sank off Skerra, killing 51 people including the master of the ferry.",
    );
    assert_eq!(numbers, ["50 people", "51 people"]);
}

#[test]
fn an_utterance_with_many_other_words_looks_translated() {
    let told = |words: [&str; 3]| {
        let [reach, end, cruel] = words;
        format!(
            "“It is up to them to {reach} a deal, to {end} this {cruel} feud and to open the port of \
             Sella,” Tamsin Orrey said on Monday."
        )
    };
    let of_two = |other: [&str; 3]| {
        let story = story(&[&told(["come to", "stop", "cruel"]), &told(other)]);
        let altered = of(&story, FindingKind::QuoteAltered).into_iter();
        altered.map(|it| it.why.clone()).collect::<Vec<_>>()
    };
    assert_eq!(
        of_two(["reach", "end", "bitter"]),
        [
            "Tamsin Orrey, outlet-0 → outlet-1: “come to” → “reach”, “stop” → “end”, “cruel” → \
             “bitter”; it looks translated anew"
        ]
    );
    assert_eq!(
        of_two(["come to", "stop", "bitter"]),
        ["Tamsin Orrey, outlet-0 → outlet-1: “cruel” → “bitter”"]
    );
}
