//! Small stories of reported speech: by which verbs, where it begins and where it ends.

use crate::facts::find;
use crate::facts::testing::paragraphs;
use crate::model::QuoteKind;

/// The words without marks of an article of one paragraph, each with its speaker.
fn reported(sentences: &[&str]) -> Vec<(String, String)> {
    let articles = [paragraphs(&[sentences])];
    let quotes = find(&articles).quotes.into_iter();
    let quotes = quotes.filter(|q| matches!(q.kind, QuoteKind::Indirect | QuoteKind::Unmarked));
    quotes
        .map(|q| {
            let speaker = q.speaker.map_or("-".to_owned(), |s| s.name);
            (speaker, articles[0].slice(q.span).to_owned())
        })
        .collect()
}

/// Checks who says what in each of some sentences, at most one thing in each.
#[track_caller]
fn check(cases: &[(&str, &str, &str)]) {
    for (text, who, words) in cases {
        let found = reported(&[text]);
        let found: Vec<_> = found
            .iter()
            .map(|(a, b)| (a.as_str(), b.as_str()))
            .collect();
        assert_eq!(found, [(*who, *words)], "{text}");
    }
}

#[track_caller]
fn check_none(cases: &[&str]) {
    for text in cases {
        assert!(
            reported(&[text]).is_empty(),
            "{text} {:?}",
            reported(&[text])
        );
    }
}

#[test]
fn a_relative_clause_is_nothing_said() {
    check_none(&[
        "Norland Ferries has announced a plan that includes forty new boats.",
        "Norland Ferries posted its first loss in a run of luck that one supposes is over.",
        "Divers continued to search a ferry that sank off Skerra at dawn.",
    ]);
    check(&[
        (
            "Ann Olden admitted full blame for the fall but insisted she was unaware that the pier was shut.",
            "Ann Olden",
            "she was unaware that the pier was shut",
        ),
        (
            "Ann Olden told the board on Monday that the pier was shut.",
            "Ann Olden",
            "the pier was shut",
        ),
        (
            "Ann Olden announced late last week that the pier was shut.",
            "Ann Olden",
            "the pier was shut",
        ),
        (
            "Ann Olden said he would take that matter up in the spring.",
            "Ann Olden",
            "he would take that matter up in the spring",
        ),
    ]);
}

#[test]
fn what_is_added_is_no_speech_without_a_clause() {
    check_none(&["Ann Olden adds another point for the team as she nets a shot."]);
    check(&[(
        "Ann Olden added the pier was still shut.",
        "Ann Olden",
        "the pier was still shut",
    )]);
}

#[test]
fn a_clause_follows_whoever_is_told() {
    check(&[
        (
            "Ann Olden told the chamber Skerra is facing a hard winter.",
            "Ann Olden",
            "Skerra is facing a hard winter",
        ),
        (
            "Ann Olden told reporters she would leave in the spring.",
            "Ann Olden",
            "she would leave in the spring",
        ),
        (
            "Ann Olden told the board this week that the pier was shut.",
            "Ann Olden",
            "the pier was shut",
        ),
    ]);
    check_none(&[
        "Asked why she had let the ship return to sea, Olden walked to her car without replying.",
    ]);
    check_none(&["Ann Olden told the crew to say nothing while the pier was shut."]);
    let told = find(&[paragraphs(&[&[
        "Ann Olden told voters she had not seen it.",
    ]])])
    .quotes;
    assert_eq!(told[0].venue.as_deref(), Some("voters"));
}

#[test]
fn a_paper_reports_but_a_report_is_a_noun() {
    check(&[
        (
            "The Elm Times reported 40 people were still missing.",
            "Elm Times",
            "40 people were still missing",
        ),
        (
            "Forty people were still missing, the Elm Times reported.",
            "Elm Times",
            "Forty people were still missing",
        ),
    ]);
    check_none(&[
        "Ann Olden rejected reports that the pier was shut.",
        "Forty people were reported missing when the pier fell.",
    ]);
}

#[test]
fn when_and_where_are_no_part_of_what_is_said() {
    check(&[
        (
            "Shareholders will receive 49 crowns a share, the two companies said in a statement Wednesday.",
            "two companies",
            "Shareholders will receive 49 crowns a share",
        ),
        (
            "A dealer briefed on the matter said the guards had also seen rats.",
            "A dealer",
            "the guards had also seen rats",
        ),
        (
            "Wim Osk was held on the pier, officials said at a press conference in the old town hall of Skerra.",
            "officials",
            "Wim Osk was held on the pier",
        ),
        (
            "Ann Olden was offered a post, a source with knowledge of the matter said on Friday.",
            "a source",
            "Ann Olden was offered a post",
        ),
    ]);
}

#[test]
fn the_words_end_before_their_tag() {
    check(&[
        (
            "No blast was heard as the pier fell, Ann Olden said, as rain set in.",
            "Ann Olden",
            "No blast was heard as the pier fell",
        ),
        (
            "Ann Olden said she was tired of it all, according to the Elm Times.",
            "Ann Olden",
            "she was tired of it all",
        ),
        (
            "I was ready for it and I did it, Ann Olden said, according to a report by the club of the town, the Elm Harriers.",
            "Ann Olden",
            "I was ready for it and I did it",
        ),
        (
            "The driver, officials said, is among the dead.",
            "officials",
            "The driver, officials said, is among the dead",
        ),
    ]);
}

#[test]
fn a_paper_passes_on_what_a_person_says() {
    check(&[
        (
            "The Elm Times wrote that on November 14 the Skerra envoy Ann Olden said that the pier was shut.",
            "Ann Olden",
            "the pier was shut",
        ),
        (
            "The Elm Times reported that Ann Olden met men who said they had seen it.",
            "Elm Times",
            "Ann Olden met men who said they had seen it",
        ),
        (
            "The pier would stay shut, Ann Olden announced on Friday, the Elm Times reports.",
            "Ann Olden",
            "The pier would stay shut",
        ),
    ]);
}

#[test]
fn whoever_speaks_behind_a_colon_is_another() {
    check(&[(
        "Nobody was as calm as Ann Olden said she would be: the crew insisted they had seen rats.",
        "Ann Olden",
        "she would be",
    )]);
}

#[test]
fn votes_are_cast_according_to_what_nobody_says() {
    check_none(&[
        "Members of the house voted according to party lines.",
        "Members were asked to vote according to the wishes of their party.",
    ]);
    check(&[(
        "Members were asked to vote, according to their leader.",
        "their leader",
        "Members were asked to vote",
    )]);
}

#[test]
fn a_clause_of_its_own_is_no_bare_tag() {
    let found = reported(&[
        "The pier fell at dawn.",
        "The town was asleep.",
        "Wim Osk is the mayor of Skerra.",
        "He said cranes would come.",
    ]);
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn what_is_said_around_its_speaker_is_whole_and_without_him() {
    check(&[
        (
            "Even in calm seas, says Ann Olden, a pilot of Skerra, the ferry is hard to steer.",
            "Ann Olden",
            "the ferry is hard to steer",
        ),
        (
            "In the letter, according to Ann Olden, he was called a liar.",
            "Ann Olden",
            "he was called a liar",
        ),
        (
            "Once the ferry was full, Ann Olden said, the crew had no way to turn.",
            "Ann Olden",
            "Once the ferry was full, Ann Olden said, the crew had no way to turn",
        ),
        (
            "The owners denied all blame for the ferry, saying Piet Roe, who had left in May, was its \
             only master, Ann Olden said.",
            "Ann Olden",
            "The owners denied all blame for the ferry, saying Piet Roe, who had left in May, was its \
             only master",
        ),
    ]);
}

#[test]
fn a_dateline_is_nothing_said() {
    check(&[
        (
            "PORT SELLA, May 3 (Norland News) — The ferry was lost, officials said.",
            "officials",
            "The ferry was lost",
        ),
        (
            "The ferry was old — and it was lost, officials said.",
            "officials",
            "The ferry was old — and it was lost",
        ),
    ]);
}

#[test]
fn reported_words_end_where_another_speaks() {
    check(&[
        (
            "Ann Olden said that the pier was shut, but Piet Roe has said that it was open.",
            "Ann Olden",
            "the pier was shut",
        ),
        (
            "Ann Olden said that the pier was shut, and Piet Roe had told them that it was safe.",
            "Ann Olden",
            "the pier was shut, and Piet Roe had told them that it was safe",
        ),
    ]);
}

#[test]
fn what_is_told_of_a_confession_is_not_said_by_who_confessed() {
    check(&[(
        "Little of it will matter since Norland Police says Osk confessed to a priest and the owners \
         said that his coat was found.",
        "Norland Police",
        "Osk confessed to a priest",
    )]);
}

#[test]
fn what_somebody_has_said_closes_a_sentence_as_what_they_said_does() {
    check(&[
        (
            "The boats will rot in the bay, Ann Olden has said.",
            "Ann Olden",
            "The boats will rot in the bay",
        ),
        (
            "Harbour officials estimate that the boats will be gone by noon.",
            "Harbour officials",
            "the boats will be gone by noon",
        ),
        // The verb stands on both sides of who speaks.
        (
            "The strike could also, some Skerra pilots say, help keep the boats at home.",
            "some Skerra pilots",
            "The strike could also, some Skerra pilots say, help keep the boats at home",
        ),
        (
            "The boats could be kept at home, some Skerra pilots say, with help from the board.",
            "some Skerra pilots",
            "The boats could be kept at home",
        ),
    ]);
    check_none(&[
        "The boats will rot in the bay, as Ann Olden has said.",
        "The boats will rot in the bay, Ann Olden has been told.",
        "The boats had an estimated worth that nobody knew.",
    ]);
}

#[test]
fn how_far_something_is_so_is_a_part_of_what_is_said() {
    check(&[
        (
            "Many pilots said it was unlikely that the mayor would let the boats go.",
            "Many pilots",
            "it was unlikely that the mayor would let the boats go",
        ),
        (
            "Ann Olden acknowledged there was no sign that the boats would go.",
            "Ann Olden",
            "there was no sign that the boats would go",
        ),
        (
            "Ann Olden said on Monday that the boats would go.",
            "Ann Olden",
            "the boats would go",
        ),
    ]);
}

#[test]
fn who_speaks_at_the_end_is_nothing_said() {
    check(&[
        (
            "The pilots are alone in that no boat will wait, said Ann Olden, a professor at the Norland School of Tides.",
            "Ann Olden",
            "The pilots are alone in that no boat will wait",
        ),
        (
            "Fog can play a big part for the tides said Norland harbour attorney Ann Olden.",
            "Ann Olden",
            "Fog can play a big part for the tides",
        ),
    ]);
}
