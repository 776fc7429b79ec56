//! Small interviews and transcripts, and what only looks like one.

use crate::facts::find;
use crate::facts::testing::paragraphs;
use crate::model::QuoteKind;

/// The words without marks of an article, each with its speaker.
fn spoken(text: &[&[&str]]) -> Vec<(String, String)> {
    let articles = [paragraphs(text)];
    let quotes = find(&articles).quotes.into_iter();
    let quotes = quotes.filter(|q| q.kind == QuoteKind::Unmarked);
    quotes
        .map(|q| {
            let speaker = q.speaker.map_or("-".to_owned(), |s| s.name);
            (articles[0].slice(q.span).to_owned(), speaker)
        })
        .collect()
}

fn by(pairs: &[(String, String)]) -> Vec<(&str, &str)> {
    pairs
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect()
}

const INTRODUCTION: &[&str] = &[
    "Ilse Orb has run the harbour for years.",
    "Orb met Carl Ono.",
];

#[test]
fn answers_are_the_guests_and_questions_are_the_outlets() {
    let found = spoken(&[
        INTRODUCTION,
        &["Q: Why did you close the pier?"],
        &["A: Because it was rotten.", "I had no choice."],
        &["We had warned them twice."],
        &["Orb laughs."],
        &["Q: And now?"],
        &["A: They called it “a ruin”, and so it is."],
        &["The pier opens in May."],
    ]);
    let wanted = [
        ("Because it was rotten.", "Ilse Orb"),
        ("I had no choice.", "Ilse Orb"),
        ("We had warned them twice.", "Ilse Orb"),
        ("They called it “a ruin”, and so it is.", "Ilse Orb"),
    ];
    assert_eq!(by(&found), wanted);
}

#[test]
fn a_label_names_the_speaker() {
    let found = spoken(&[
        &["CLARA VENN, HOST: The pier is closed."],
        &["ILSE ORB: Thank you for having me."],
        &["(SOUNDBITE OF HAMMERING)"],
        &["VENN: And now?"],
        &["ORB: Now we wait."],
    ]);
    let speakers: Vec<_> = found.iter().map(|(_, who)| who.to_lowercase()).collect();
    assert_eq!(
        speakers,
        ["clara venn", "ilse orb", "clara venn", "ilse orb"]
    );
    assert_eq!(found[3].0, "Now we wait.");
}

#[test]
fn answers_follow_questions_that_stand_alone() {
    let found = spoken(&[
        INTRODUCTION,
        &["Why did you close the pier?"],
        &["It was rotten.", "I had no choice."],
        &["Did the town listen to you?"],
        &["Not to me."],
        &["What will you do then?"],
        &["I will sleep."],
        &["The pier opens in May."],
    ]);
    let wanted = [
        ("It was rotten.", "Ilse Orb"),
        ("I had no choice.", "Ilse Orb"),
        ("Not to me.", "Ilse Orb"),
        ("I will sleep.", "Ilse Orb"),
    ];
    assert_eq!(by(&found), wanted);
}

#[test]
fn lists_and_columns_are_no_conversation() {
    let list: &[&[&str]] = &[
        &["Ilse Orb meets Carl Ono on Sunday."],
        &["Venue: Elmford Hall."],
        &["Referee: Clara Venn."],
        &["Verdict: Orb wins."],
    ];
    let check: &[&[&str]] = &[
        &["ORB: “We built forty schools.”"],
        &["THE FACTS: They built twelve of them."],
        &["ONO: “The harbour pays.”"],
        &["THE FACTS: Ilse Orb and Carl Ono lost money."],
        &["ORB: “We will win.”"],
    ];
    let column: &[&[&str]] = &[
        &["Ilse Orb closed the pier."],
        &["Why did she do it?"],
        &["I asked around."],
        &["Who pays for it?"],
        &["We all do."],
        &["What comes next?"],
        &["I will wait."],
    ];
    let table: &[&[&str]] = &[
        &["Employees: 15,100 full-time"],
        &["Boats: 32"],
        &["Employees: 3,000"],
        &["Source: Ferry reports"],
    ];
    for text in [list, check, column, table] {
        assert!(spoken(text).is_empty(), "{:?}", spoken(text));
    }
}
