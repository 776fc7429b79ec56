//! Small stories of who speaks in a statement, of subjects among other nouns, and of those who are
//! taken up again.

use crate::facts::find;
use crate::facts::testing::{check, paragraphs, speakers};

#[test]
fn the_issuer_speaks_in_a_statement() {
    check(&[
        (
            &[
                "Olden's family issued the following statement after the ruling was read:",
                "“We will always love her.”",
            ],
            &["Olden's family"],
        ),
        (
            &[
                "The team sent out a brief statement.",
                "The night was wet.",
                "“We are sorry for it all,” the statement read.",
            ],
            &["The team"],
        ),
        (
            &[
                "A statement from her agent to Norland Radio confirmed that she “died at home”.",
                "“We ask for peace,” the statement read.",
            ],
            &["her agent", "her agent"],
        ),
        (
            &[
                "A brief Harbour Department statement did not say why, saying only that “it was late”.",
            ],
            &["Harbour Department"],
        ),
        // A post says nothing for the platform, and "the" paper may carry another's statement.
        (
            &["A brief Facebook post did not say why, saying only that “it was late”."],
            &["A brief Facebook post"],
        ),
        // Nobody is named who issued it.
        (&["“They stay,” the statement said."], &["the statement"]),
    ]);
}

#[test]
fn according_to_his_agent_is_not_according_to_him() {
    check(&[
        (
            &["Wim Osk died at home, according to his helmsman."],
            &["his helmsman"],
        ),
        (
            &["According to her legal counsel, Ann Olden may leave in the spring."],
            &["her legal counsel"],
        ),
    ]);
}

#[test]
fn a_relative_clause_has_its_own_subject() {
    check(&[
        (
            &[
                "The ruling followed a hearing, in which the state argued Olden should pay for all of it.",
            ],
            &["the state"],
        ),
        (
            &[
                "Rolf Tann trusted Wim Osk, the head of harbour services, who argued the pier could stand.",
            ],
            &["Wim Osk"],
        ),
    ]);
    let text = "The motion passed in the council in Ostmark which was left by the towns said Skerra was free.";
    assert!(!speakers(&[text]).contains(&"Ostmark".to_owned()));
}

#[test]
fn a_role_without_an_article_is_no_subject() {
    check(&[
        (
            &["Ann Olden, policy manager at Norland Ferries responded, “We need pilots!”"],
            &["Ann Olden"],
        ),
        (
            &["Harbour Nights star Wes Olden led the mourning and said he was “very sad”."],
            &["Wes Olden"],
        ),
    ]);
}

#[test]
fn a_comma_parts_a_phrase_from_the_next_subject() {
    check(&[(
        &["The jet was lost in the accident, rescue officials said Monday."],
        &["officials"],
    )]);
    check(&[(
        &["“It was late,” the tall, quiet man said."],
        &["the tall, quiet man"],
    )]);
}

#[test]
fn the_noun_that_the_verb_follows_speaks() {
    check(&[
        (
            &["The party's chief whip said “the vote was unfair to us”."],
            &["The party's chief whip"],
        ),
        (
            &["The social media titan announced “a smaller team”."],
            &["The social media titan"],
        ),
        (
            &["However, Skerra's state ferry authority said “the pier was safe”."],
            &["Skerra's state ferry authority"],
        ),
        (
            &[
                "Wim Osk boarded.",
                "The passenger ferry was late.",
                "He called it “a very bad day”.",
            ],
            &["Wim Osk"],
        ),
    ]);
}

#[test]
fn they_are_those_whom_the_sentence_is_about() {
    check(&[(
        &[
            "The skipper's family offered its prayers to Elmford residents.",
            "“We are sorry,” they said.",
        ],
        &["The skipper's family"],
    )]);
}

#[test]
fn she_is_the_one_of_known_gender_unless_she_speaks() {
    let lawyer = "A lawyer for the family confirmed that Clara Venn had left.";
    check(&[
        (
            &[
                lawyer,
                "She has two sons.",
                "She called the island “a fine place”.",
            ],
            &["Clara Venn"],
        ),
        (&[lawyer, "“It is a loss,” she said."], &["A lawyer"]),
    ]);
}

#[test]
fn a_name_that_says_he_is_a_persons() {
    check(&[
        (
            &[
                "Rolf Tann moved for 89 crowns.",
                "The fee for Zanno was paid at once.",
                "Zanno said he has joined “a very great club”.",
                "“I am happy,” he added.",
            ],
            &["Zanno", "Zanno"],
        ),
        // The firm speaks of him who is named before.
        (
            &[
                "Rolf Tann left Sevco.",
                "Sevco said he had “a very fine mind”.",
                "“I am happy,” he added.",
            ],
            &["Sevco", "Rolf Tann"],
        ),
    ]);
}

#[test]
fn an_office_with_its_field_is_the_one_who_has_it() {
    check(&[
        (
            &[
                "Elm County District Attorney Clara Venn met Wim Osk.",
                "“It was hard,” the district attorney added.",
            ],
            &["Clara Venn"],
        ),
        (
            &[
                "Elm County Attorney Clara Venn met Wim Osk.",
                "“It was hard,” the district attorney added.",
            ],
            &["the district attorney"],
        ),
    ]);
}

#[test]
fn a_body_is_taken_up_by_what_it_is_and_by_it() {
    check(&[
        (
            &[
                "Norland Ferries Inc. lost a boat.",
                "“We are sorry,” the ferry giant said.",
            ],
            &["Norland Ferries Inc"],
        ),
        (
            &[
                "Local media showed the pier.",
                "Forty boats were lost, the Skerra News Agency reports.",
                "It said forty men were trapped.",
            ],
            &["Skerra News Agency", "Skerra News Agency"],
        ),
    ]);
}

#[test]
fn the_one_described_is_he_where_nobody_is_named() {
    check(&[(
        &["The harbour pilot spoke of men whom he called “callous thieves”."],
        &["The harbour pilot"],
    )]);
}

#[test]
fn a_sentence_that_only_names_the_speaker_closes_the_words() {
    check(&[
        (
            &[
                "Clerks were angry.",
                "“I was right.”",
                "Jeff Osk, one of the firm's former clerks, tweeted.",
            ],
            &["Jeff Osk"],
        ),
        (
            &[
                "“I was right,” Ann Olden said.",
                "“So be it.”",
                "Jeff Osk added: “Never.”",
            ],
            &["Ann Olden", "Ann Olden", "Jeff Osk"],
        ),
    ]);
}

#[test]
fn a_nickname_is_nobodys_words() {
    for text in [
        "Wim Osk, 77, dubbed the “Master” by his friends, was late.",
        "Officials announced the arrest of the notorious “Harbour Light Thief,” a man of forty.",
    ] {
        assert!(speakers(&[text]).is_empty(), "{text}");
    }
    check(&[(
        &["Wim Osk called it “the Great Pier,” and left."],
        &["Wim Osk"],
    )]);
}

#[test]
fn single_marks_that_open_again_run_over_paragraphs() {
    let article = paragraphs(&[
        &["Her family said in a statement: 'We can confirm that she died at home."],
        &["'We would ask for peace at this time.'"],
        &["The crew's boat left."],
    ]);
    let found = find(std::slice::from_ref(&article)).quotes;
    let words: Vec<_> = found.iter().map(|q| article.slice(q.span)).collect();
    assert_eq!(
        words,
        [
            "We can confirm that she died at home.",
            "We would ask for peace at this time."
        ]
    );
    assert!(found[1].continued);
    // An apostrophe where the next paragraph opens with a quotation of its own.
    let plain = paragraphs(&[
        &["They sang of the 'hood and the harbour."],
        &["'We sang,' Ann Olden said."],
    ]);
    assert_eq!(find(&[plain]).quotes.len(), 1);
}

#[test]
fn two_who_are_one_subject_speak_together() {
    check(&[
        (
            &["The ferry company and crew have always argued that the pier is “far too low”."],
            &["The ferry company and crew"],
        ),
        // Another clause begins with the second one.
        (
            &["Ann Olden phoned the board and police said the pier was “far too low”."],
            &["police"],
        ),
        (
            &["The board left, and police said the pier was “far too low”."],
            &["police"],
        ),
    ]);
}
