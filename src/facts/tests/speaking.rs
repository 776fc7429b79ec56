//! Small stories of who speaks: whom a pronoun means beside a question, who is taken up by the word
//! that brought him in, and nouns that look like verbs.

use crate::facts::find;
use crate::facts::testing::{check, names, paragraphs};
use crate::model::{FactKind, QuoteKind};

/// The speakers of an article's marked quotations, one paragraph for each text.
fn by_paragraph(texts: &[&str]) -> Vec<String> {
    let texts: Vec<[&str; 1]> = texts.iter().map(|text| [*text]).collect();
    let lines: Vec<&[&str]> = texts.iter().map(<[&str; 1]>::as_slice).collect();
    let quotes = find(&[paragraphs(&lines)]).quotes.into_iter();
    let quotes = quotes.filter(|q| q.kind != QuoteKind::Indirect && !q.continued);
    let names = quotes.map(|q| q.speaker.map_or_else(|| "-".to_owned(), |s| s.name));
    names.collect()
}

#[test]
fn who_asks_for_a_living_does_not_answer() {
    assert_eq!(
        by_paragraph(&[
            "Harbour pilot Wim Osk told the inquiry that the fog was thick.",
            "“Did you see the light?” counsel asked.",
            "“Not once,” he said.",
        ]),
        ["counsel", "Wim Osk"]
    );
    assert_eq!(
        by_paragraph(&[
            "Clara Venn told the court she had slept.",
            "“For how long?” the judge asked.",
            "“Two hours,” she said.",
        ]),
        ["the judge", "Clara Venn"]
    );
}

#[test]
fn a_reply_comes_from_whom_the_text_says_else_from_who_did_not_ask() {
    check(&[
        (
            &["“It never was safe,” came the reply from engineer Wim Osk."],
            &["Wim Osk"],
        ),
        (
            &["Wim Osk paused.", "“Not for gold,” came the answer."],
            &["Wim Osk"],
        ),
        (
            &[
                "“We all trusted him,” said Clara Venn.",
                "Wim Osk asked who had read the bill.",
                "“Nobody did, sir,” came the answer.",
            ],
            &["Clara Venn", "Clara Venn"],
        ),
    ]);
}

#[test]
fn she_is_neither_whom_she_tells_nor_whom_she_speaks_of() {
    check(&[
        (
            &[
                "Clara Venn blew a kiss.",
                "Judge Ulla Orb watched.",
                "“See you soon,” she told the judge.",
            ],
            &["Clara Venn"],
        ),
        (
            &[
                "The captain, Wim Osk, told the radio that all was well.",
                "That angered the mayor, Clara Venn.",
                "The captain, she said, should “come here and say it”.",
            ],
            &["Clara Venn"],
        ),
    ]);
}

#[test]
fn a_paragraph_that_turns_to_somebody_lets_them_speak() {
    assert_eq!(
        by_paragraph(&[
            "“I saw it,” said Wim Osk.",
            "Osk's lawyer, Clara Venn, pounced. “Which was it?”",
        ]),
        ["Wim Osk", "Clara Venn"]
    );
}

#[test]
fn the_word_that_brought_somebody_in_takes_them_up() {
    check(&[
        (
            &[
                "Officials met prop Uwe Lomm after the match.",
                "“Bit high,” the big prop conceded.",
            ],
            &["Uwe Lomm"],
        ),
        (
            &[
                "Uwe Lomm, a welder from Elmford, had stayed.",
                "Rolf Tann left.",
                "“It was warm,” the welder said.",
            ],
            &["Uwe Lomm"],
        ),
        // A body beside a name is not the person.
        (
            &[
                "Elmford district attorney Uwe Lomm left.",
                "The district cited what it called “a hole”.",
            ],
            &["The district"],
        ),
    ]);
}

#[test]
fn a_description_is_taken_whole() {
    check(&[
        (
            &["“I am sorry,” said the pale and thin former student."],
            &["the pale and thin former student"],
        ),
        (
            &["“You cannot be both,” a bench of Justices R. K. Saran and Lila Menton remarked."],
            &["a bench of Justices R. K. Saran and Lila Menton"],
        ),
        (&["“I have wool,” said a man named Walt."], &["Walt"]),
        (
            &["Club great Uwe Lomm, whose jokes are famous, tweeted: “Turn it off.”"],
            &["Uwe Lomm"],
        ),
        (
            &[
                "Ostmark antitrust chief Clara Venn, asked about it in Elmford, cautioned that size “is no virtue”.",
            ],
            &["Clara Venn"],
        ),
        (
            &["The Reform Bloc, whose chair has called it “a tax on rain”, voted against."],
            &["chair"],
        ),
    ]);
}

#[test]
fn another_clause_gives_other_words() {
    check(&[(
        &[
            "Raul Etter called the price “full but not silly”, whereas analyst Clara Venn said in a note that it was cheap.",
        ],
        &["Raul Etter"],
    )]);
}

#[test]
fn a_noun_for_something_said_is_no_verb() {
    check(&[
        (
            &["Racist remarks were heard, and Clara Venn called it “a bad night”."],
            &["Clara Venn"],
        ),
        (
            &["Ulla Orb reposted the picture with the comment: “Never again.”"],
            &["Ulla Orb"],
        ),
    ]);
    let found = find(&[paragraphs(&[&[
        "The group, led by Clara Venn, wrote a letter.",
    ]])]);
    assert!(found.quotes.is_empty(), "{:?}", found.quotes);
}

#[test]
fn a_surname_alone_is_whom_the_article_is_about() {
    check(&[(
        &[
            "Dora Marl sang for fifty years.",
            "Her daughter Kim Marl wept.",
            "Marl left school at 14.",
            "“I was sacked for singing,” she once told the Gazette.",
        ],
        &["Dora Marl"],
    )]);
}

#[test]
fn a_nickname_in_marks_belongs_to_the_name() {
    let text = "Dora “Dee” Ossel spent years there.";
    assert_eq!(
        names(text),
        [("Dora “Dee” Ossel".to_owned(), FactKind::Person)]
    );
    check(&[(
        &[
            "“Nobody wanted it,” says Dora “Dee” Ossel, who was there.",
            "“I told them,” Ossel says.",
        ],
        &["Dora “Dee” Ossel", "Dora “Dee” Ossel"],
    )]);
}

#[test]
fn a_thing_told_further_and_a_word_as_a_word_are_no_speech() {
    for text in [
        "Clara Venn passed a month of the “quiet fix” that keeps the ferry afloat.",
        "“Rage” is a word that Clara Venn never used.",
    ] {
        let found = find(&[paragraphs(&[&[text]])]);
        let marked = found
            .quotes
            .iter()
            .filter(|q| q.kind != QuoteKind::Indirect);
        assert_eq!(marked.count(), 0, "{text}");
    }
}

#[test]
fn what_runs_the_school_speaks_and_not_the_school() {
    check(&[
        (
            &["The trust that now runs Elmford School said it was “deeply sorry”."],
            &["The trust"],
        ),
        (
            &["A surgeon who treated Clara Venn said it was “a close thing”."],
            &["A surgeon"],
        ),
        (
            &["Clara Venn, who aides say left, called it “a close thing”."],
            &["Clara Venn"],
        ),
        (
            &["Staff are poor, says a report highlighting the “alarming rise” of rents."],
            &["a report"],
        ),
    ]);
}

#[test]
fn more_said_of_somebody_known_takes_them_up() {
    check(&[
        (
            &[
                "Clara Venn grabbed the cat.",
                "“Your hands think,” the retired librarian said.",
            ],
            &["Clara Venn"],
        ),
        (
            &[
                "Clara Venn came at dawn.",
                "“I counted nine,” the 63-year-old Ostmark weaver told Radio Elm.",
            ],
            &["Clara Venn"],
        ),
        (
            &[
                "Nothing moved, though one pilot was hopeful.",
                "“Which Sunday?” he asked.",
            ],
            &["one pilot"],
        ),
    ]);
}

#[test]
fn a_question_is_answered_by_the_other() {
    assert_eq!(
        by_paragraph(&[
            "“I saw him,” said Wim Osk.",
            "“Did you see a smile?” asked Clara Venn.",
            "“I saw what I saw.”",
        ]),
        ["Wim Osk", "Clara Venn", "Wim Osk"]
    );
    assert_eq!(
        by_paragraph(&[
            "“Whose hand is it?” asked Clara Venn.",
            "“It appears to be mine,” Wim Osk replied.",
            "“Appears?”",
            "“It is mine.”",
        ]),
        ["Clara Venn", "Wim Osk", "Clara Venn", "Wim Osk"]
    );
}

#[test]
fn a_work_takes_up_whoever_made_it() {
    check(&[(
        &[
            "Clara Venn has cancelled her tour.",
            "The “Glass Weather” singer said she was “grounded for now”.",
        ],
        &["Clara Venn"],
    )]);
}
