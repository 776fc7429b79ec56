//! Small stories of names that somebody gives of himself, of those who are heard or known by their
//! nation, and of who goes on where no verb says it.

use super::super::testing::{check, paragraphs};
use crate::facts::find;

/// Who speaks in the marks of an article, a paragraph each; "-" where nobody is named.
fn by_paragraph(texts: &[&str]) -> Vec<String> {
    let lines: Vec<[&str; 1]> = texts.iter().map(|text| [*text]).collect();
    let lines: Vec<&[&str]> = lines.iter().map(|line| &line[..]).collect();
    let quotes = find(&[paragraphs(&lines)]).quotes.into_iter();
    let marked = quotes.filter(|q| q.verb.is_none());
    marked
        .map(|q| q.speaker.map_or("-".to_owned(), |s| s.name))
        .collect()
}

#[test]
fn a_name_that_somebody_gives_is_theirs() {
    check(&[
        (
            &[
                "“I saw the mast fall,” said a 71-year-old neighbor who gave his name as Osk.",
                "“Then I ran,” he said.",
            ],
            &["Osk", "Osk"],
        ),
        (
            &["“I saw the mast fall,” said a baker who asked to be identified only as Osk."],
            &["Osk"],
        ),
        (
            &["“I saw the mast fall,” said a baker who gave only his first name, Osk."],
            &["Osk"],
        ),
        // The man whom he saw is another.
        (
            &["“I saw the mast fall,” said a baker who had seen the man known as Osk."],
            &["a baker"],
        ),
    ]);
}

#[test]
fn one_of_several_speaks_behind_the_verb_as_well() {
    check(&[
        (
            &[
                "Two bakers ran to the pier.",
                "“We were far too late,” said one of the bakers, Piet Roe.",
            ],
            &["Piet Roe"],
        ),
        (
            &[
                "Two bakers ran to the pier.",
                "“We were far too late,” said one of the bakers.",
            ],
            &["one of the bakers"],
        ),
    ]);
}

#[test]
fn who_is_heard_says_what_was_heard() {
    check(&[
        (
            &[
                "Judge Al Ono ruled that a letter to Ann Olden that he heard Carl Lee say “we are sinking” is void.",
            ],
            &["Carl Lee"],
        ),
        (
            &["The clerk who heard Piet Roe said “we are sinking” was a joke."],
            &["The clerk"],
        ),
    ]);
}

#[test]
fn the_name_at_the_end_of_its_nouns_speaks() {
    check(&[(
        &["“There are six cabins,” said Norland fire department information officer Ann Olden."],
        &["Ann Olden"],
    )]);
}

#[test]
fn an_official_of_a_nation_is_the_only_one_whom_the_text_names() {
    check(&[
        (
            &[
                "Kenya's Foreign Secretary Piet Roe said “we were late”.",
                "Major-General Al Ono of Estonia called it “a lie”.",
                "“We were there first,” said the Kenyan official.",
            ],
            &["Piet Roe", "Al Ono", "Piet Roe"],
        ),
        // There are two whom it may mean.
        (
            &[
                "Kenya's Foreign Secretary Piet Roe met Kenya's Prime Minister Ann Olden.",
                "“We were there first,” said the Kenyan official.",
            ],
            &["the Kenyan official"],
        ),
        (
            &[
                "Kenya's Foreign Secretary Piet Roe spoke to a Kenyan official.",
                "“We were there first,” said the Kenyan official.",
            ],
            &["the Kenyan official"],
        ),
    ]);
}

#[test]
fn what_is_only_named_beside_marks_says_nothing() {
    check(&[
        (
            &[
                "“We need a lot more hands,” Ann Olden said.",
                "“It is far too late to do a lot more work” on the Blue Heron.",
            ],
            &["Ann Olden", "Ann Olden"],
        ),
        (
            &[
                "The storm struck the main pier of the Blue Heron, sinking “a very large number” of boats.",
            ],
            &["-"],
        ),
    ]);
}

#[test]
fn who_was_quoted_goes_on_behind_what_a_country_says() {
    assert_eq!(
        by_paragraph(&[
            "“We raised the boat at noon,” Ann Olden told reporters.",
            "Estonia admitted that the boat was raised.",
            "“We are resolved to raise them all.”",
        ]),
        ["Ann Olden"]
    );
}

#[test]
fn initials_are_no_small_word() {
    let found = find(&[paragraphs(&[&[
        "The recent storm followed a similar one, WHO Director-General Ann Olden said in a letter.",
    ]])]);
    let speaker = found.quotes.first().and_then(|q| q.speaker.as_ref());
    assert_eq!(speaker.map(|s| s.name.as_str()), Some("Ann Olden"));
}

#[test]
fn a_body_in_capitals_is_told_from_others_by_its_owner() {
    check(&[(
        &["“We will raise the boats,” the Government of Norland said in a letter."],
        &["the Government of Norland"],
    )]);
}

#[test]
fn the_article_of_another_noun_is_no_part_of_several() {
    check(&[
        (
            &["The boats may all be blue, a plan harbour officials say they are still weighing."],
            &["harbour officials"],
        ),
        (
            &["A dozen harbour officials said they still like the plan."],
            &["A dozen harbour officials"],
        ),
    ]);
}

#[test]
fn a_term_of_the_law_before_its_noun_is_nobodys_words() {
    assert_eq!(
        by_marks(
            "The prosecutor's office will on Monday begin its main case, the effort to convict Piet Roe of “slow-tide” murder."
        ),
        Vec::<String>::new()
    );
    assert_eq!(
        by_marks("The prosecutor's office called it a “slow-tide” murder."),
        ["The prosecutor's office"]
    );
}

#[test]
fn a_name_of_both_may_be_hers() {
    check(&[(
        &[
            "The captain is Ann Olden, not Al Ono.",
            "“That is dangerous,” said Rene Orb, the former clerk.",
            "The town has lost its hand, she said.",
        ],
        &["Rene Orb", "Rene Orb"],
    )]);
}

/// Who speaks in the marks of a sentence.
fn by_marks(text: &str) -> Vec<String> {
    let quotes = find(&[paragraphs(&[&[text]])]).quotes.into_iter();
    quotes
        .map(|q| q.speaker.map_or("-".to_owned(), |s| s.name))
        .collect()
}
