//! Sentences that count those whom an event touched.

use crate::findings::{only, story};
use parallax::model::{Comparison, EvidenceKind, Finding, FindingKind, Link};

/// Why the sentences of two outlets are linked that do so because both count; `None` where none is.
fn counted(one: &str, other: &str) -> Option<String> {
    let story = story(&[one, other]);
    linked(&story)
}

fn linked(story: &Comparison) -> Option<String> {
    let counts = |kind: EvidenceKind| kind == EvidenceKind::Toll;
    let mut links = story.links.iter();
    let link = links.find(|link| link.evidence.iter().any(|it| counts(it.kind)))?;
    Some(link.why())
}

#[test]
fn sentences_that_count_the_same_people_are_linked_however_little_else_they_share() {
    for (one, other, why) in [
        (
            "A judge will ask why so few got away when 23 perished, the minister said.",
            "Fishermen heard the first cries after dark; the loss of 19 lives followed.",
            "both count the dead (19, 23)",
        ),
        (
            "The toll of Wednesday’s loss off the northern cape rose to 250, officials said.",
            "At least 247 people were killed when the ferry went down, rescuers told reporters.",
            "both count the dead (247, 250)",
        ),
        (
            "Another 270 passengers were being treated for injuries.",
            "The head of the agency, in the capital, spoke of 365 people in hospital.",
            "both count the hurt (270, 365)",
        ),
        (
            "The owner is to shed a third of its crews; 400 jobs were cut last night.",
            "As the line shrinks, it drops 450 positions, a union warned.",
            "both count jobs cut (400, 450)",
        ),
    ] {
        let found = counted(one, other).unwrap_or_else(|| panic!("{one}"));
        assert!(found.starts_with(why), "{found}");
    }
}

#[test]
fn counts_of_other_people_and_other_events_link_nothing() {
    let night = "Fishermen heard the first cries after dark; the loss of 19 lives followed.";
    for other in [
        // Others.
        "The police, who held 19 men for an hour, know no more than the fishermen do.",
        // Far too many to be the same.
        "A judge will ask why so few got away when 230 perished, the minister said.",
        // Another year's.
        "In 2009 a storm off the cape killed 21 sailors on one night.",
        // A team's.
        "This season the eleven of Port Sella have won 21 and lost 19 at home.",
        // Not what the article says first.
        "The report says 40 people died, among them 19 who perished below deck.",
    ] {
        assert_eq!(counted(night, other), None, "{other}");
    }
    let few = "Fishermen heard the first cries after dark; two people were killed.";
    let other = "A judge will ask why so few got away when two perished, the minister said.";
    assert_eq!(counted(few, other), None);
}

#[test]
fn sentences_with_nearly_the_same_long_number_are_linked() {
    let sprint = "She crossed the line after 19.78 seconds, the crew of the launch noted.";
    let record = "In 19.79 seconds the young swimmer took back what had been lost in spring.";
    let story = story(&[sprint, record]);
    let why = "number “19.78 seconds”, “19.79 seconds”";
    let link = story.links.iter().find(|link| link.why().starts_with(why));
    assert!(
        link.is_some_and(|link| link.score >= 0.8),
        "{:?}",
        story.links
    );
    let (finding, _) = only(&story, FindingKind::Number);
    assert_eq!(finding.values, ["19.78 second", "19.79 second"]);
}

#[test]
fn short_numbers_and_those_further_apart_link_nothing() {
    let sprint = "She crossed the line after 19.78 seconds, the crew of the launch noted.";
    for other in [
        "In 20.02 seconds the young swimmer took back what had been lost in spring.",
        "In 20 seconds the young swimmer took back what had been lost in spring.",
        "For 19.79 dollars the young swimmer took back what had been lost in spring.",
    ] {
        let story = story(&[sprint, other]);
        let numbers = story
            .links
            .iter()
            .filter(|link| link.why().contains("19.78"));
        assert_eq!(numbers.count(), 0, "{other}");
    }
}

#[test]
fn a_large_number_in_full_and_shortened_links_its_sentences_and_is_no_contradiction() {
    let full = "Over seven years the couple gave $14,959,450 to good causes, their papers show.";
    for (short, linked) in [
        (
            "Charity got nearly $15 million of it, the former envoy let it be known.",
            true,
        ),
        (
            "Charity got $14 million of it, the former envoy let it be known.",
            true,
        ),
        (
            "Charity got $14.5 million of it, the former envoy let it be known.",
            false,
        ),
        (
            "Charity got $10 million of it, the former envoy let it be known.",
            false,
        ),
    ] {
        let story = story(&[full, short]);
        let found = story
            .links
            .iter()
            .any(|link| link.why().contains("number “$14,959,450”") && link.score >= 0.8);
        assert_eq!(found, linked, "{short}");
        let numbers = |it: &&Finding| it.kind == FindingKind::Number;
        assert_eq!(story.findings.iter().filter(numbers).count(), 0, "{short}");
    }
}

#[test]
fn two_short_sums_that_differ_are_still_a_contradiction() {
    let story = story(&[
        "The owner paid $15 million for the harbour of Port Sella, the council said.",
        "The owner paid $15.9 million for the harbour of Port Sella, the council said.",
    ]);
    let (finding, _) = only(&story, FindingKind::Number);
    assert_eq!(finding.values, ["15000000 USD", "15900000 USD"]);
}

/// The words of the only number finding of a story.
fn at_odds(texts: &[&str]) -> Vec<String> {
    let story = story(texts);
    let (_, words) = only(&story, FindingKind::Number);
    words.into_iter().map(str::to_owned).collect()
}

#[test]
fn lower_bounds_that_lie_far_apart_contradict_each_other() {
    let found = at_odds(&[
        "A quake killed at least 272 people on the island of Skerra.",
        "A quake killed more than 400 people on the island of Skerra. The toll stood at 443.",
    ]);
    assert_eq!(found, ["at least 272 people", "more than 400 people"]);
    let near = counted_numbers(
        "A quake killed at least 19 people on the island of Skerra.",
        "A quake killed 20 people on the island of Skerra.",
    );
    assert_eq!(near, 0);
}

#[test]
fn a_toll_is_of_the_dead_however_long_the_phrase_and_what_both_say_of_the_past_hides_nothing() {
    let before = "A raid last week left 32 people dead.";
    let found = at_odds(&[
        &format!(
            "The death toll from a huge bomb in a cart at the old harbour gate in the north of Port Sella rose to at least six on Friday. {before}"
        ),
        &format!(
            "At least two people died when a cart blew up at the gate of Port Sella. {before}"
        ),
    ]);
    assert_eq!(found, ["at least six", "At least two people"]);
}

#[test]
fn deaths_and_lives_are_people_who_died() {
    let storm = "Storms passed over the island of Skerra on Tuesday and claimed three lives.";
    let other = "Two people were killed by storms on Skerra, and three deaths in all were told.";
    assert_eq!(counted_numbers(storm, other), 0);
}

#[test]
fn the_trapped_are_not_the_hurt() {
    let numbers = counted_numbers(
        "Five people were left trapped in the tram after it came off the tracks in Skerra.",
        "Eight people were badly injured in the tram after it came off the tracks in Skerra.",
    );
    assert_eq!(numbers, 0);
}

fn counted_numbers(one: &str, other: &str) -> usize {
    let story = story(&[one, other]);
    let numbers = |it: &&Finding| it.kind == FindingKind::Number;
    story.findings.iter().filter(numbers).count()
}

#[test]
fn the_counts_with_which_articles_open_contradict_however_far_apart() {
    let few = "A strong wave tore a pier in the north of Skerra on Tuesday, killing at least two people and trapping dozens of others.";
    let many = "A wave struck the island of Skerra early on Tuesday, killing at least 30 people, the harbour master said.";
    assert_eq!(
        at_odds(&[few, many]),
        ["at least two people", "at least 30 people"]
    );
    // Of a part of the event, or of another, one tells further down.
    let part = format!("The island of Skerra woke to ruins and grief. {few}");
    assert_eq!(counted_numbers(&part, many), 0);
    // A bound of the whole, and the number of a part.
    let exact = few.replace("at least two", "two");
    assert_eq!(counted_numbers(&exact, many), 0);
}

#[test]
fn dozens_and_hundreds_are_no_word_for_each_other() {
    let told = |count: &str| {
        format!(
            "Rescuers used ladders to search the wreck off Skerra, with {count} taken to hospital, an officer said."
        )
    };
    let story = story(&[&told("dozens"), &told("hundreds")]);
    let link = story
        .links
        .iter()
        .find(|link| link.why().contains("ladders"));
    let why = link.map(Link::why).unwrap_or_default();
    assert!(!why.is_empty() && !why.contains('~'), "{why}");
}
