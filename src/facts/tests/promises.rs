//! Small stories of words that another's noun gives, of "it", of those who are counted, and of what
//! stands in marks without being said.

use super::speakers;
use crate::facts::find;
use crate::facts::testing::{check, paragraphs};

#[test]
fn a_pledge_gives_the_words_of_whoever_makes_it() {
    check(&[
        (
            &[
                "Mayor Ann Olden spoke first.",
                "“I am all for it,” said Piet Roe, a baker, backing the mayor's pledge to build a “floating market” in the bay.",
            ],
            &["Piet Roe", "Ann Olden"],
        ),
        (
            &["Piet Roe derided Ann Olden's threat to “sink every boat in the bay”."],
            &["Ann Olden"],
        ),
    ]);
    check(&[
        // What is said of a pledge is not of whoever made it.
        (
            &["Piet Roe said Ann Olden's pledge to build a market was “a very bad joke”."],
            &["Piet Roe"],
        ),
        (
            &["Piet Roe called Ann Olden's pledge to sail, which was in print, “a very bad joke”."],
            &["Piet Roe"],
        ),
    ]);
}

#[test]
fn a_verb_that_is_done_to_somebody_gives_no_words_beside_one_that_does() {
    check(&[
        (
            &[
                "Ann Olden called the race “unfair” and said those who forget why Piet Roe is hailed are “far too kind.”",
            ],
            &["Ann Olden", "Ann Olden"],
        ),
        (
            &["Ann Olden said the race was late and Piet Roe praised it as “far too kind.”"],
            &["Piet Roe"],
        ),
    ]);
}

#[test]
fn it_is_what_the_sentence_before_is_about() {
    check(&[
        (
            &[
                "The Skerra Times said so of Fjordline.",
                "Fjordline raised its bid for the boats on Monday.",
                "It also pledged to pay a “significant” sum to the crews.",
            ],
            &["Fjordline"],
        ),
        // Somebody else speaks in it.
        (
            &[
                "Fjordline was late again, the Skerra Harbour Board said.",
                "It added that the boats were “far too old” for the bay.",
            ],
            &["Skerra Harbour Board"],
        ),
        // "News" is no plural.
        (
            &[
                "Harbour officials said the boats were lost.",
                "The Orra news agency in Skerra said that they had run aground.",
                "It said that members of the crew were “very tired.”",
            ],
            &["The Orra news agency"],
        ),
        (
            &[
                "The Orra news agency was late.",
                "Harbour officials said the boats were “lost.”",
                "They said that it was “very late.”",
            ],
            &["Harbour officials", "Harbour officials"],
        ),
    ]);
}

#[test]
fn they_are_not_those_of_whom_they_speak() {
    check(&[
        (
            &[
                "Ann Olden's lawyers argued that the boats were hers.",
                "They say that she built them.",
                "She had left the bay with her family, they argued.",
            ],
            &["Ann Olden's lawyers"; 3],
        ),
        // Who speaks in the sentence itself is meant.
        (
            &[
                "Ann Olden's lawyers argued that the boats were “hers”.",
                "The officials came late because they said it was “dark”.",
            ],
            &["Ann Olden's lawyers", "The officials"],
        ),
    ]);
}

#[test]
fn what_may_not_be_there_says_nothing() {
    check(&[
        (
            &[
                "Piet Roe, one of Olden's lawyers, said any testimony from Brack, who was ill, would be late.",
            ],
            &["Piet Roe"],
        ),
        (
            &["The boats, said a witness from Skerra, who was ill, were late."],
            &["a witness from Skerra"],
        ),
    ]);
}

#[test]
fn she_is_the_woman_who_was_just_brought_in() {
    check(&[
        (
            &[
                "“It is late,” said Anton Roe, a baker.",
                "Tarvonda, who has sailed for ten years, came too.",
                "“We stay,” she said, “all night.”",
            ],
            &["Anton Roe", "Tarvonda", "Tarvonda"],
        ),
        (
            &["Tarvonda, 34, came by.", "“We stay,” she said."],
            &["Tarvonda"],
        ),
        // A man is never meant; and of a team "who have" is said.
        (
            &[
                "“It is late,” said Peter Roe, a baker.",
                "“We stay,” she said.",
            ],
            &["Peter Roe", "-"],
        ),
        (
            &[
                "“It is late,” said Peter Roe, a baker.",
                "Skarrows, who have won twice, came too.",
                "“We stay,” he said.",
            ],
            &["Peter Roe", "Peter Roe"],
        ),
    ]);
}

#[test]
fn a_place_says_where_somebody_speaks() {
    check(&[
        (
            &[
                "The small boat shop based in Denmark, a mile away, issued a call urging all to stay “on the pier.”",
            ],
            &[],
        ),
        (
            &[
                "The small boat center based in Denmark, a mile away, issued a call urging all to stay “on the pier.”",
            ],
            &["The small boat center"],
        ),
        (
            &["Denmark issued a call urging all to stay “on the pier.”"],
            &["Denmark"],
        ),
    ]);
}

#[test]
fn those_who_are_counted_say_nothing() {
    let text = "The pier will be built, according to an early tally of votes cast in Skerra.";
    assert!(speakers(&[text]).is_empty());
    check(&[
        (
            &["The pier will be built, according to a tally of voters by the Harbour Board."],
            &["Harbour Board"],
        ),
        (
            &["The pier will be built, according to a friend of the mayor."],
            &["a friend"],
        ),
    ]);
}

#[test]
fn what_somebody_is_to_address_is_no_venue() {
    let venue = |text: &str| {
        let quotes = find(&[paragraphs(&[&[text]])]).quotes;
        quotes.first().and_then(|quote| quote.venue.clone())
    };
    let text = "Ann Olden said that she wants Piet Roe to address the lack of boats in Skerra.";
    assert_eq!(venue(text), None);
    let text = "Ann Olden said in an address that the lack of boats was a shame.";
    assert_eq!(venue(text).as_deref(), Some("an address"));
}

#[test]
fn what_marks_set_before_a_noun_is_not_said() {
    for text in [
        "Ann Olden drives old buses and new “hands-free” Norland trams.",
        "Ann Olden said that she would have her “B” ticket stamped soon.",
    ] {
        assert!(speakers(&[text]).is_empty(), "{text}");
    }
    check(&[
        (
            &["Ann Olden called it a “hands-free” Norland depot."],
            &["Ann Olden"],
        ),
        (&["“I,” Ann Olden said."], &["Ann Olden"]),
    ]);
}
