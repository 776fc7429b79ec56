//! Those who are known by their nation: "the Estonian".

use super::super::testing::{check, names};
use crate::model::FactKind;

#[test]
fn a_noun_of_nation_is_whoever_is_of_it() {
    check(&[
        (
            &[
                "Kenya's Ann Olden and Estonian Piet Roe failed the test, too.",
                "Roe, who rows for a living, has asked for another.",
                "In a statement, the Kenyan said: “I never took any of it.”",
            ],
            &["Ann Olden"],
        ),
        (
            &[
                "Ann Olden of Finland beat Kay Roe by a length.",
                "Roe has won it twice.",
                "“I had no wind at all,” the Finn said.",
            ],
            &["Ann Olden"],
        ),
        // Nobody is said to be from there.
        (
            &[
                "Piet Roe was second.",
                "“I had no wind at all,” the Estonian said.",
            ],
            &["Piet Roe"],
        ),
    ]);
}

#[test]
fn a_noun_of_nation_is_nobody_of_another_and_none_before_its_noun() {
    check(&[
        (
            &[
                "Kenya's Ann Olden was second.",
                "“I had no wind at all,” the Estonian said.",
            ],
            &["the Estonian"],
        ),
        (
            &[
                "Piet Roe beat Ann Olden of Kenya by a length.",
                "“We had no wind at all,” the Kenyan coach said.",
            ],
            &["the Kenyan coach"],
        ),
        (
            &[
                "Piet Roe beat Ann Olden of Kenya by a length.",
                "The Kenyan and Estonian coaches have left, but she said it was “far too late”.",
            ],
            &["Ann Olden"],
        ),
    ]);
}

#[test]
fn an_adjective_of_nation_is_no_part_of_a_name() {
    for text in [
        "It was Jamaican Ann Olden again.",
        "It was Bosnian Serb leader Ann Olden again.",
    ] {
        let found = names(text);
        assert_eq!(
            found,
            [("Ann Olden".to_owned(), FactKind::Person)],
            "{text}"
        );
    }
    // A given name, and a body's.
    assert_eq!(
        names("It was Finn Olden again.")
            .first()
            .map(|it| it.0.as_str()),
        Some("Finn Olden")
    );
    assert_eq!(names("It was the Estonian Board of Trade.").len(), 1);
}
