//! Small stories of who is who: roles, kin, bodies of several words, and who is taken up again.

use crate::facts::find;
use crate::facts::testing::{check, names, paragraphs, speakers};
use crate::model::FactKind;

#[test]
fn a_role_is_no_part_of_the_name_and_takes_it_up_again() {
    check(&[
        (
            &["Astronaut Ilse Orb landed.", "“It was dark,” Orb said."],
            &["Ilse Orb"],
        ),
        (
            &[
                "Striker Uwe Lomm met coach Rolf Tann.",
                "“We ran,” the striker said.",
            ],
            &["Uwe Lomm"],
        ),
        (
            &[
                "Wim Osk, the skipper, came late.",
                "Rolf Tann left.",
                "“We sank,” the skipper said.",
            ],
            &["Wim Osk"],
        ),
        (
            &[
                "The museum's director, Ilse Orb, disagreed.",
                "“It is safe,” she insisted.",
            ],
            &["Ilse Orb"],
        ),
        (
            &[
                "Her tutor of nine years, Wim Osk, remembered her.",
                "“She was late,” he said.",
            ],
            &["Wim Osk"],
        ),
        (
            &["Superfan Clara Venn wept.", "“I wept,” Venn said."],
            &["Clara Venn"],
        ),
        (
            &["“It rained,” said Elmford net mender Clara Venn."],
            &["Clara Venn"],
        ),
    ]);
}

#[test]
fn kin_are_persons_with_a_gender() {
    check(&[
        (
            &[
                "Rolf Tann left early.",
                "His sister Ulla stayed.",
                "“I was cold,” she told the Gazette.",
            ],
            &["Ulla"],
        ),
        (
            &[
                "Rolf Tann was told at noon.",
                "Tann's mother, Ulla, wept.",
                "“He is a child,” she said.",
            ],
            &["Ulla"],
        ),
        (
            &[
                "Clara Venn sings.",
                "Her father, a baker, disapproved.",
                "“That is noise,” she remembered him saying.",
            ],
            &["Her father"],
        ),
        (
            &[
                "Rolf Tann fell.",
                "“He was kind,” said his wife, Clara Venn.",
            ],
            &["Clara Venn"],
        ),
        (
            &[
                "Rolf Tann fell.",
                "He always wanted to fly, said his stepfather, Uwe Lomm.",
            ],
            &["Uwe Lomm"],
        ),
    ]);
    let words = find(&[paragraphs(&[&[
        "Rolf Tann fell.",
        "He always wanted to fly, said his wife, Clara Venn.",
    ]])]);
    let spans = words.quotes.iter().map(|quote| quote.span);
    let lengths: Vec<usize> = spans.map(|span| span.end - span.start).collect();
    assert_eq!(lengths, ["He always wanted to fly".len()]);
}

#[test]
fn a_stated_aim_is_no_saying() {
    let found = find(&[paragraphs(&[&[
        "All are angry after threats by Uwe Lomm to bring “ice and rain”, and Norland’s stated plan to wait.",
    ]])]);
    let verbs: Vec<_> = found.quotes.iter().map(|quote| &quote.verb).collect();
    assert_eq!(verbs, [&None]);
}

#[test]
fn a_place_before_an_office_is_no_given_name() {
    let named = names("They met Alberta Premier Uwe Lomm in Norhaven.");
    assert!(
        named.contains(&("Uwe Lomm".to_owned(), FactKind::Person)),
        "{named:?}"
    );
    let firm = names("The boats of National Net Cargo sank.");
    assert_eq!(firm, [("National Net Cargo".to_owned(), FactKind::Name)]);
    let adviser = names("They met National Security Adviser Uwe Lomm.");
    assert!(
        adviser.contains(&("Uwe Lomm".to_owned(), FactKind::Person)),
        "{adviser:?}"
    );
    let drill = names("The U.S.-Norlandian drill ended.");
    assert!(
        drill.iter().all(|(_, kind)| *kind != FactKind::Person),
        "{drill:?}"
    );
}

#[test]
fn somebody_described_who_speaks_is_he_or_she() {
    check(&[
        (
            &[
                "Clara Venn led the march.",
                "A patient at Ostmark Hospital, who asked not to be named, said she had waited.",
                "“I am in pain,” she said.",
            ],
            &["A patient at Ostmark Hospital"],
        ),
        (
            &[
                "A spokesman for the union Ostbund said talks had failed.",
                "“We wait,” the spokesman said.",
            ],
            &["A spokesman for the union Ostbund"],
        ),
        (
            &["A Department for Labour official said it was “too early”."],
            &["A Department for Labour official"],
        ),
        // One who is "the …" already may be whoever was named.
        (
            &[
                "Wim Osk won the sprint.",
                "The runner said he was tired.",
                "“I slept badly,” he said.",
            ],
            &["Wim Osk"],
        ),
    ]);
}

#[test]
fn an_age_and_a_nation_take_up_whom_the_text_is_about() {
    check(&[
        (
            &[
                "Clara Venn won.",
                "“I ran,” the 34-year-old told Radio Ostmark.",
            ],
            &["Clara Venn"],
        ),
        (
            &[
                "Wim Osk lost.",
                "“I fell,” said the Dane, who rode for Elmford.",
            ],
            &["Wim Osk"],
        ),
        (
            &[
                "Wim Osk spoke for an hour.",
                "The presidential hopeful promised “no new wars”.",
            ],
            &["Wim Osk"],
        ),
        // An apposition says more of whom it follows.
        (
            &[
                "Wim Osk left.",
                "Clara Venn, the top Republican on the panel, said it was “a shame”.",
            ],
            &["Clara Venn"],
        ),
    ]);
}

#[test]
fn it_and_one_are_those_spoken_of_last() {
    check(&[
        (
            &[
                "The Ostmark Ferry Company replaced the ramp.",
                "It added that it was “truly sorry”.",
            ],
            &["Ostmark Ferry Company"],
        ),
        (
            &["Several judges spoke of what one called “a tax on rain”."],
            &["Several judges"],
        ),
    ]);
}

#[test]
fn whose_words_another_verb_gives() {
    check(&[
        (
            &["The book quoted his wife, Lady Ulla, as saying that he “counted spoons”."],
            &["Ulla"],
        ),
        (
            &["Wim Osk was quoted as saying that he had “seen worse”."],
            &["Wim Osk"],
        ),
        (
            &["The noise prompted Clara Venn to say that it was “a mistake”."],
            &["Clara Venn"],
        ),
        (
            &["Caught at Elmford telling a guard to “go home”, Rolf Tann was fined."],
            &["Rolf Tann"],
        ),
        (
            &["Cllr Clara Venn (Con, Elmford), who voted against, said: “It is too high.”"],
            &["Clara Venn"],
        ),
    ]);
}

#[test]
fn nobody_speaks_where_the_text_denies_or_supposes_it() {
    for text in [
        "The mayor did not say that the bridge was closed.",
        "Clara Venn declined to say that she would stay in office.",
        "If Clara Venn says she will stay, nobody will be surprised.",
        "Any lawyer arguing a weak case has been told to wait.",
    ] {
        let found = find(&[paragraphs(&[&[text]])]);
        assert!(found.quotes.is_empty(), "{text} {:?}", found.quotes);
    }
}

#[test]
fn a_body_may_have_and_or_a_possessive_in_its_name() {
    for (text, name) in [
        (
            "The Health and Safety Executive came.",
            "Health and Safety Executive",
        ),
        (
            "The Ministry of Labour and Social Care came.",
            "Ministry of Labour and Social Care",
        ),
        ("The Department for Labour came.", "Department for Labour"),
        ("The Elmford Nurses' Union came.", "Elmford Nurses' Union"),
        ("St Ulla's Primary School came.", "St Ulla's Primary School"),
    ] {
        assert_eq!(
            names(text),
            [(name.to_owned(), FactKind::Organisation)],
            "{text}"
        );
    }
    let two = names("The Bank of Norland and Ostmark Council met City Clerk Clara Venn.");
    let two: Vec<_> = two.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(two, ["Bank of Norland", "Ostmark Council", "Clara Venn"]);
}

#[test]
fn the_name_in_a_title_is_nobodys() {
    let text = [
        "Clara Venn recorded “Clara Sings the River” (1974).",
        "“I sing,” Venn said.",
    ];
    assert_eq!(speakers(&text), ["Clara Venn"]);
}

#[test]
fn labels_and_titles_are_not_spoken() {
    for text in [
        "He kept a box labelled “Plans” at home.",
        "Clara Venn recorded “Midnight Laundry” (1971) in Elmford.",
        "She and he created “Scattered Showers” in 1979.",
        "She told the magazine “Groove” of it.",
        "The name “dirty snowball,” coined long ago, is wrong, Clara Venn thinks.",
    ] {
        assert!(speakers(&[text]).is_empty(), "{text}");
    }
}

#[test]
fn what_a_paper_passes_on_is_the_persons_who_said_it() {
    let by = |text: &str| {
        let found = find(&[paragraphs(&[&[text]])]);
        let quotes = found.quotes.into_iter();
        let names = quotes.filter_map(|q| q.speaker.map(|s| s.name));
        names.collect::<Vec<_>>()
    };
    let paper = "The Elm Gazette wrote that yesterday Anna Orb said that the talks in the town had failed again.";
    assert_eq!(by(paper), ["Anna Orb"]);
    let person =
        "Carl Ono wrote that yesterday Anna Orb said that the talks in the town had failed again.";
    assert_eq!(by(person), ["Carl Ono"]);
}

#[test]
fn a_spokesman_speaks_for_his_own_body() {
    check(&[
        // One who is brought in later is "the spokesman", though he has no name.
        (
            &[
                "The guild's spokesman, Uwe Lomm, said nothing.",
                "A ministry spokesman said the ferry had sunk.",
                "“All are safe,” the spokesman said.",
            ],
            &["A ministry spokesman"],
        ),
        (
            &[
                "The guild's spokesman, Uwe Lomm, said nothing.",
                "“All are safe,” the Ostmark spokesman said.",
            ],
            &["the Ostmark spokesman"],
        ),
        (
            &[
                "Uwe Lomm, a spokesman for the guild, said nothing.",
                "“All are safe,” the spokesman said.",
            ],
            &["Uwe Lomm"],
        ),
        (
            &[
                "Clara Venn won.",
                "Uwe Lomm of Norway, the top Democrat on the panel, said it was “a shame”.",
            ],
            &["Uwe Lomm"],
        ),
        // Nor is the lawyer beside a name the one who was named before.
        (
            &[
                "Clara Venn, a lawyer for the mother, opened the case.",
                "Uwe Lomm, the lawyer acting for the ferry, said it was “a lie”.",
            ],
            &["Uwe Lomm"],
        ),
    ]);
}

#[test]
fn a_place_says_where_somebody_speaks() {
    check(&[
        (
            &["A harbour official in west Norway said it was “a bad night”."],
            &["A harbour official"],
        ),
        (
            &["Harbour officials in Oslo, Norway, said it was “a bad night”."],
            &["Harbour officials"],
        ),
    ]);
}
