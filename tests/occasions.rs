//! Quotations that look changed or cut and are not: other occasions, further sayings, quotations
//! inside of quotations, and what outlets put in brackets.

use crate::quotes::story;
use parallax::model::{Comparison, Finding, FindingKind};

/// What is said to be changed in quotations, or left out of them.
fn changed(story: &Comparison) -> Vec<&str> {
    let kinds = [FindingKind::QuoteAltered, FindingKind::QuoteTrimmed];
    let of_quotes = |it: &&Finding| kinds.contains(&it.kind);
    let found = story.findings.iter().filter(of_quotes);
    found.map(|it| it.why.as_str()).collect()
}

#[test]
fn what_was_written_and_what_was_spoken_are_two_utterances() {
    let told = |how: &str| {
        story(&[
            "“Our aim is to be the best line for people along the coast of Skerra,” Ines Calloway told pilots on a call.",
            &format!(
                "“By joining hands we make the best line for people who live anywhere on the coast of Skerra,” Ines Calloway said {how}."
            ),
        ])
    };
    assert_eq!(changed(&told("on Monday")).len(), 1);
    assert!(changed(&told("in a statement")).is_empty());
}

#[test]
fn what_the_speaker_says_again_and_again_is_no_change() {
    let here = "“We will run the harbour until such time as we can find a safe and lasting master,” Ines Calloway told reporters.";
    let once = "“We will hold the harbour until such time as a lasting master can be found,” Ines Calloway told reporters.";
    let again = "“So we will hold it until such time as we run it, until such time as a lasting master can be found,” Ines Calloway said.";
    assert!(!changed(&story(&[here, once])).is_empty());
    let twice = format!("{once} {again}");
    let story = story(&[here, &twice]);
    assert!(changed(&story).is_empty(), "{:?}", changed(&story));
}

#[test]
fn of_a_quotation_inside_another_nothing_is_left_out() {
    let inner = "a bitter race between the two lines, with new bids for a number of weeks";
    let story = story(&[
        &format!(
            "According to the Skerra Mail, “an insider familiar with the haggling said it was ‘{inner}.’”"
        ),
        &format!(
            "The two lines had been in a race, “{inner},” one unnamed person told the Skerra Mail on Monday."
        ),
    ]);
    assert!(changed(&story).is_empty(), "{:?}", changed(&story));
}

#[test]
fn what_an_outlet_puts_in_brackets_nobody_said() {
    let told = |master: &str| {
        format!(
            "“The wreck off the cape was found by {master} Piet Roe before the storm began,” Ines Calloway said."
        )
    };
    let plain = told("");
    let found = |master: &str| changed(&story(&[&plain, &told(master)])).len();
    assert_eq!(found("the old light keeper"), 1);
    assert_eq!(found("(the old light keeper)"), 0);
}

#[test]
fn a_name_and_its_first_letters_are_one_name() {
    let told = |name: &str| {
        format!(
            "“The board of the {name} struck the biggest blow against the coast,” Ines Calloway said."
        )
    };
    let found = |name: &str| changed(&story(&[&told("SPU"), &told(name)])).len();
    assert_eq!(found("Skerra Pilots Union (SPU)"), 0);
    assert_eq!(found("Skerra Pilots Union"), 0);
    assert_eq!(found("Norland Cooks Guild"), 1);
}

#[test]
fn a_small_word_is_not_left_out() {
    let long = "“In the face of this looming danger, a pre-emptive sailing of every well-kept ferry of the old north-east fleet became needful,” Ines Calloway said.";
    let short = long.replace(" this ", " ").replace('-', "");
    let story = story(&[long, &short]);
    let trimmed = |it: &&Finding| it.kind == FindingKind::QuoteTrimmed;
    assert_eq!(story.findings.iter().filter(trimmed).count(), 0);
}
