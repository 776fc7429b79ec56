//! Small stories of those who are taken up again by what they are, and of speakers no list knows.

use crate::facts::find;
use crate::facts::testing::{check, names, paragraphs, speakers};
use crate::model::FactKind;

#[test]
fn a_role_with_its_body_is_the_one_who_has_it() {
    check(&[
        (
            &[
                "Elmford manager Wim Osk shook hands with Ostmark manager Rolf Tann.",
                "“We ran out of legs,” the Elmford boss said.",
            ],
            &["Wim Osk"],
        ),
        (
            &[
                "Carl Ono, the Norland Union leader, met Clara Venn.",
                "The Union leader called it “a good start”.",
            ],
            &["Carl Ono"],
        ),
        // Of whom nothing is said yet.
        (
            &[
                "His opposite number, Wim Osk, was less happy.",
                "“We threw it away,” said the Elmford boss, whose side led at noon.",
            ],
            &["Wim Osk"],
        ),
        // Two have it, and neither of this body.
        (
            &[
                "Elmford manager Wim Osk met Ostmark manager Rolf Tann.",
                "“We will see,” the Norhaven manager said.",
            ],
            &["the Norhaven manager"],
        ),
    ]);
}

#[test]
fn a_trade_takes_up_whom_the_text_is_about() {
    check(&[
        (
            &[
                "Uwe Lomm scored twice.",
                "“I hit it and hoped,” the striker laughed.",
            ],
            &["Uwe Lomm"],
        ),
        (
            &[
                "Clara Venn met Carl Ono at a fair.",
                "The actress joked that he “danced like a door”.",
            ],
            &["Clara Venn"],
        ),
        // "Who" says which one.
        (
            &[
                "Uwe Lomm scored twice.",
                "“It was luck,” said the striker who came on for him.",
            ],
            &["the striker"],
        ),
    ]);
}

#[test]
fn who_is_asked_answers() {
    check(&[
        (
            &[
                "Carl Ono took the stand.",
                "“Was it you?” Judge Rolf Tann asked.",
                "“It was not,” he replied.",
            ],
            &["Rolf Tann", "Carl Ono"],
        ),
        (
            &[
                "Clara Venn was asked whether she would stay.",
                "“Ask the sea,” she replied.",
            ],
            &["Clara Venn"],
        ),
    ]);
}

#[test]
fn the_subject_of_a_reporting_verb_speaks_whatever_it_is() {
    check(&[
        (&["A bargee said it was “too wet”."], &["A bargee"]),
        (&["“It was too wet for us,” said a bargee."], &["a bargee"]),
        (
            &["“It was too wet for us,” said the pale and weary student, leaving."],
            &["the pale and weary student"],
        ),
        (
            &["SEATTLE. NORLINFORM Ann Lee said it was “too wet”."],
            &["Ann Lee"],
        ),
        (
            &[
                "Carl Ono left.",
                "A trapper in Norhaven, asking for no name, said the snow was late.",
                "“It will come,” he added.",
            ],
            &["A trapper"],
        ),
        (
            &["The petition, filed in Norhaven, accuses the harbour of “a long silence”."],
            &["The petition"],
        ),
        (
            &[
                "Carl Ono resigned.",
                "The Chancellor said he had been “a friend to all”.",
            ],
            &["The Chancellor"],
        ),
        (
            &["The union's harbour chief called it “a sad day for all”."],
            &["The union's harbour chief"],
        ),
        (
            &[
                "Carl Ono's family spoke at noon.",
                "“He sang to the end,” they said.",
            ],
            &["Carl Ono's family"],
        ),
    ]);
}

#[test]
fn what_another_verb_or_preposition_governs_is_no_subject() {
    check(&[
        (
            &["Clara Venn gave a statement over the weekend saying that she had never met him."],
            &["Clara Venn"],
        ),
        (
            &["A clerk in Elm Rapids, who feared for her job, said it was “a shame”."],
            &["A clerk"],
        ),
        (
            &[
                "Clara Venn's story was long.",
                "A panel found her account “hard to follow”.",
            ],
            &["A panel"],
        ),
    ]);
}

#[test]
fn what_a_paper_passes_on_is_the_persons_who_said_it() {
    check(&[
        (
            &[
                "The Elm Gazette wrote that on Monday Clara Venn said that the talks had failed again.",
            ],
            &["Clara Venn"],
        ),
        (
            &[
                "The Elm Gazette wrote that the envoy Clara Venn had said that the talks had failed again.",
            ],
            &["Clara Venn"],
        ),
    ]);
}

#[test]
fn what_a_law_or_a_charge_calls_something_is_not_its_speech() {
    assert!(speakers(&["Norland has a law that treats tenants as “lesser guests”."]).is_empty());
    check(&[(
        &["Carl Ono took part in what prosecutors call “a scheme of lies”."],
        &["prosecutors"],
    )]);
}

#[test]
fn letters_and_words_beside_a_name_are_no_part_of_it() {
    let person = |name: &str| (name.to_owned(), FactKind::Person);
    assert_eq!(
        names("Clara Venn KC met Carl Ono."),
        [person("Clara Venn"), person("Carl Ono")]
    );
    assert_eq!(
        names("Actors Clara Venn and Carl Ono came."),
        [person("Clara Venn"), person("Carl Ono")]
    );
    let body = |name: &str| (name.to_owned(), FactKind::Organisation);
    assert_eq!(names("Former FBI men laughed."), [body("FBI")]);
    assert_eq!(names("Troubled NATO met."), [body("NATO")]);
    assert_eq!(
        names("They met in Bishop Street."),
        [("Bishop Street".to_owned(), FactKind::Place)]
    );
    assert_eq!(
        names("She was on Channel 4."),
        [("Channel 4".to_owned(), FactKind::Name)]
    );
}

#[test]
fn a_venue_is_said_with_its_own_preposition() {
    for (text, setting) in [
        (
            "“We stay,” Clara Venn said in a speech to the chamber.",
            "in a speech",
        ),
        ("“We stay,” Clara Venn said at a rally.", "at a rally"),
        (
            "“We stay,” Clara Venn told Norland Radio.",
            "to Norland Radio",
        ),
    ] {
        let quotes = find(&[paragraphs(&[&[text]])]).quotes;
        assert_eq!(quotes[0].setting().as_deref(), Some(setting), "{text}");
    }
}

#[test]
fn a_name_and_a_colon_name_the_speaker() {
    check(&[(
        &[
            "“You knew of it,” Judge Rolf Tann said.",
            "Clara Venn: “I did not.”",
        ],
        &["Rolf Tann", "Clara Venn"],
    )]);
}

#[test]
fn what_nobody_says_is_not_reported() {
    for text in [
        "The same cannot be said of the old harbour wall.",
        "Clara Venn left after he read that there were fires in the hills.",
    ] {
        assert!(
            speakers(&[text]).is_empty(),
            "{text} {:?}",
            speakers(&[text])
        );
    }
}

#[test]
fn what_is_told_in_passing_of_the_one_who_speaks() {
    check(&[
        (
            &[
                "Ola Quist, the Labour MP for Elmford Central, who backs the plan, said it was “a start”.",
            ],
            &["Ola Quist"],
        ),
        (
            &[
                "Carl Ono left.",
                "One of the guards said he was “not himself”.",
            ],
            &["One of the guards"],
        ),
    ]);
    for text in [
        "Clara Venn played a nun in “Harbour” and a thief after that.",
        "In a video of May 23, Clara Venn declared herself a candidate.",
    ] {
        assert!(
            speakers(&[text]).is_empty(),
            "{text} {:?}",
            speakers(&[text])
        );
    }
}

#[test]
fn he_is_whoever_spoke_by_an_office() {
    check(&[
        (
            &[
                "Carl Ono served tea.",
                "The mayor, who came at noon, said help was near.",
                "“There will be a fund,” he told them.",
            ],
            &["The mayor"],
        ),
        (
            &[
                "Clara Venn was a singer.",
                "Born Clara Ono in Elmford, Venn left early.",
                "“I ran,” she said.",
            ],
            &["Clara Venn"],
        ),
    ]);
}

#[test]
fn an_office_that_nobody_has_yet_is_its_own() {
    check(&[
        (
            &[
                "Carl Ono met Clara Venn.",
                "The Norland Bank chief said it was “a warning”.",
            ],
            &["The Norland Bank chief"],
        ),
        (
            &[
                "Carl Ono met Clara Venn.",
                "The Norland Bank chief, Rolf Tann, said it was “a warning”.",
            ],
            &["Rolf Tann"],
        ),
        (
            &["Channel 4 said the show was “under review”."],
            &["Channel 4"],
        ),
        (
            &["The bank robber's sister, a baker, said he was “gentle”."],
            &["The bank robber's sister"],
        ),
        (
            &["Carl Ono, described by police as “armed and calm”, ran."],
            &["police"],
        ),
    ]);
}

#[test]
fn according_to_is_of_what_stands_behind_it() {
    check(&[
        (
            &["Danish officials claim the roll-out makes for a “quiet” harbour."],
            &["Danish officials"],
        ),
        (
            &["According to court testimony, Clara Venn “never slept”."],
            &["court testimony"],
        ),
    ]);
    assert!(speakers(&["According to plan, Clara Venn left the harbour by boat."]).is_empty());
}
