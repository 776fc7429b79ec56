//! What is found in whole articles; the small stories of its files say who speaks, in all the ways
//! of telling it.

mod cases;
mod conversations;
mod going;
mod nations;
mod people;
mod promises;
mod reported;
mod roles;
mod speaking;
mod statements;

use super::find;
use super::testing::paragraphs;
use crate::model::{Article, Facts, QuoteKind};
use proptest::prelude::*;

/// The quotes of an article as (words, kind, speaker).
fn quotes(article: Article) -> Vec<(String, QuoteKind, String)> {
    let articles = [article];
    let found = find(&articles);
    let all = found.quotes.iter();
    all.map(|quote| {
        let speaker = quote.speaker.as_ref().map_or("-", |s| &s.name);
        let words = articles[0].slice(quote.span);
        (words.to_owned(), quote.kind, speaker.to_owned())
    })
    .collect()
}

fn speakers(sentences: &[&str]) -> Vec<String> {
    quotes(paragraphs(&[sentences]))
        .into_iter()
        .map(|(_, _, who)| who)
        .collect()
}

#[test]
fn the_subject_of_the_verb_speaks() {
    for (text, speaker) in [
        ("“We stay,” Ann Lee told Norland Radio.", "Ann Lee"),
        ("“We stay,” said Ann Lee, a friend of Paul Ono.", "Ann Lee"),
        (
            "Ann Lee, who beat Paul Ono last year, said: “We stay.”",
            "Ann Lee",
        ),
        (
            "The plan, said Ann Lee, a lawyer, is “a very bad joke”.",
            "Ann Lee",
        ),
        (
            "Ann Lee left the talks with Paul Ono, calling them “a very bad joke.”",
            "Ann Lee",
        ),
        (
            "According to Ann Lee, the talks were “a very bad joke.”",
            "Ann Lee",
        ),
        (
            "“We stay,” a spokesman for Paul Ono said.",
            "a spokesman for Paul Ono",
        ),
        ("“We stay,” said Ono spokesman Uri Lind.", "Uri Lind"),
        ("“They stay,” the report said.", "the report"),
    ] {
        assert_eq!(speakers(&[text]), [speaker], "{text}");
    }
}

#[test]
fn a_speaker_is_carried_over() {
    let text = [
        "“We stay,” Ann Lee told Paul Ono.",
        "“We always did.",
        "We will,” she added.",
        "“So there.”",
    ];
    assert_eq!(speakers(&text), ["Ann Lee"; 4]);
    let closed = ["Paul Ono left.", "“We stay.", "We will,” Ann Lee said."];
    assert_eq!(speakers(&closed), ["Ann Lee"; 2]);
    let office = [
        "Sen. Ann Lee of Ohio met Gov. Paul Ono.",
        "The senator called it “a waste of time”.",
    ];
    assert_eq!(speakers(&office), ["Ann Lee"]);
}

#[test]
fn lost_marks_are_made_good_where_the_paragraph_shows_its_speaker() {
    let article = paragraphs(&[
        &["The union will strike, said its leader Ann Lee."],
        &[
            "We have waited a year.",
            "Our members are tired.",
            "Lee stated.",
        ],
        &["Mayor Paul Ono answered the union, too:"],
        &[
            "They know my door.",
            "It is up to them to come in.",
            "he said.",
        ],
    ]);
    let found = quotes(article);
    let unmarked: Vec<_> = found
        .iter()
        .filter(|q| q.1 == QuoteKind::Unmarked)
        .collect();
    let all: Vec<_> = unmarked
        .iter()
        .map(|q| (q.0.as_str(), q.2.as_str()))
        .collect();
    assert_eq!(
        all,
        [
            ("The union will strike", "Ann Lee"),
            ("We have waited a year.", "Ann Lee"),
            ("Our members are tired.", "Ann Lee"),
            ("They know my door.", "Paul Ono"),
            ("It is up to them to come in.", "Paul Ono"),
        ]
    );
}

#[test]
fn reported_speech_is_no_quotation() {
    let found = quotes(paragraphs(&[
        &["Ann Lee said that the talks had failed."],
        &["“We have waited for a year now,” she added."],
        &["The talks had failed, officials said."],
    ]));
    let kinds: Vec<_> = found
        .iter()
        .map(|q| (q.0.as_str(), q.1, q.2.as_str()))
        .collect();
    assert_eq!(
        kinds,
        [
            ("the talks had failed", QuoteKind::Indirect, "Ann Lee"),
            (
                "We have waited for a year now,",
                QuoteKind::Direct,
                "Ann Lee"
            ),
            ("The talks had failed", QuoteKind::Indirect, "officials"),
        ]
    );
}

#[test]
fn telling_is_no_lost_speech() {
    let found = quotes(paragraphs(&[
        &[
            "The mayor sent the union two letters.",
            "(Ann Lee did not respond.)",
        ],
        &["The strike went on.", "Later, Lee tweeted about it."],
    ]));
    assert!(
        found.iter().all(|q| q.1 != QuoteKind::Unmarked),
        "{found:?}"
    );
}

#[test]
fn scare_quotes_and_titles_are_no_quotes() {
    for text in [
        "The so-called “quiet room” was full.",
        "A lone “no” vote was cast.",
        "He was on the show “Norland in the Morning” today.",
        "Ann Lee heard the wreck as a “hum” in the night.",
        "Ann Lee recorded the distinctive “low hum” as the wreck turned.",
    ] {
        assert!(speakers(&[text]).is_empty(), "{text}");
    }
    // What something is, or is made, somebody says.
    for text in [
        "Ann Lee spoke to the board. It was a “farce”.",
        "Ann Lee spoke to the board. It made the deal “profitable”.",
    ] {
        assert_eq!(speakers(&[text]).len(), 1, "{text}");
    }
}

#[test]
fn who_is_accused_or_described_does_not_speak() {
    for text in [
        "Ann Lee was accused of “selling seats on a ship that was not hers”.",
        "Skerra is described as “a town that nobody leaves but by the sea”.",
        "The town saw an “obvious and sharp decline” in the weeks after Ann Lee began working there.",
    ] {
        let found = find(&[paragraphs(&[&[text]])]).quotes;
        assert_eq!(found.len(), 1, "{text}");
        assert!(found[0].speaker.is_none(), "{text} {found:?}");
    }
    let text = "Skerra was described by Ann Lee as “a town that nobody leaves but by the sea”.";
    let found = find(&[paragraphs(&[&[text]])]).quotes;
    assert!(found.iter().all(|q| q.speaker.is_some()), "{found:?}");
}

#[test]
fn what_somebody_goes_on_to_do_and_a_day_are_no_venue() {
    for text in [
        "Ann Lee went on to call the plan “a very bad joke”.",
        "Ann Lee on Saturday accused social media of “a very bad joke”.",
    ] {
        let found = find(&[paragraphs(&[&[text]])]).quotes;
        let venues: Vec<_> = found.iter().filter_map(|q| q.venue.as_deref()).collect();
        assert!(venues.is_empty(), "{text} {venues:?}");
    }
}

#[test]
fn audience_and_occasion_are_the_venue() {
    for (text, venue) in [
        (
            "“We stay,” Ann Lee told Norland Radio on Monday.",
            "Norland Radio",
        ),
        ("“We stay,” Ann Lee told reporters.", "reporters"),
        (
            "In an interview with Norland Radio, Ann Lee said “we will stay”.",
            "Norland Radio",
        ),
        ("“We stay,” Ann Lee said in a statement.", "a statement"),
    ] {
        let found = find(&[paragraphs(&[&[text]])]);
        let venues: Vec<_> = found
            .quotes
            .iter()
            .filter_map(|q| q.venue.as_deref())
            .collect();
        assert_eq!(venues, [venue], "{text}");
    }
}

fn in_place(articles: &[Article], found: &Facts) -> bool {
    let fits = |sentence: crate::model::SentenceId, span: crate::text::Span| {
        let article = &articles[sentence.article.index()];
        let all = article.sentences.get(sentence.index as usize);
        all.is_some_and(|s| s.span.contains(span)) && !article.slice(span).is_empty()
    };
    found.facts.iter().all(|f| fits(f.sentence, f.span))
        && found.quotes.iter().all(|q| fits(q.sentence, q.span))
}

proptest! {
    #[test]
    fn whatever_the_text_all_lies_in_its_sentence(
        text in prop::collection::vec(prop::collection::vec(
            r#"([A-Z][a-z]{0,3}|said|told|he|the president|["“”«»‘’'„`]|[0-9]{1,4}|two|million|per cent|May|of|\$|[-—.,:()]|.| ){1,12}"#,
            1..4,
        ), 1..4),
        published in prop::option::of("(2025-05-0[1-9]|.{0,12})"),
    ) {
        let lines: Vec<Vec<&str>> = text.iter().map(|p| p.iter().map(String::as_str).collect()).collect();
        let all: Vec<&[&str]> = lines.iter().map(Vec::as_slice).collect();
        let mut article = paragraphs(&all);
        article.published = published;
        let articles = [article];
        prop_assert!(in_place(&articles, &find(&articles)));
    }
}
