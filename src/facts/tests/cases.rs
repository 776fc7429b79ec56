//! Small stories of who says what, one for each way of telling it.

use crate::facts::find;
use crate::facts::testing::paragraphs;
use crate::model::{Article, QuoteKind};

/// The quotes of an article as (speaker, words, kind).
fn said(article: Article) -> Vec<(String, String, QuoteKind)> {
    let articles = [article];
    let found = find(&articles);
    let quotes = found.quotes.iter().map(|quote| {
        let speaker = quote.speaker.as_ref().map_or("-", |s| &s.name);
        let words = articles[0].slice(quote.span);
        (speaker.to_owned(), words.to_owned(), quote.kind)
    });
    quotes.collect()
}

fn speakers(language: &str, lines: &[&[&str]]) -> Vec<String> {
    let mut article = paragraphs(lines);
    article.language = Some(language.to_owned());
    said(article).into_iter().map(|(who, ..)| who).collect()
}

fn english(sentences: &[&str]) -> Vec<String> {
    speakers("en", &[sentences])
}

#[test]
fn a_place_that_stands_apart_from_the_verb_says_nothing() {
    let text = ["Two lorries met in Ostmark, said in the worst crash in years."];
    assert!(english(&text).is_empty());
    let text = ["“The worst crash in years,” police in Ostmark said."];
    assert_eq!(english(&text), ["police"]);
}

#[test]
fn they_are_those_who_were_described_last() {
    let text = [
        "Officials closed the bridge.",
        "The driver, they said, is among the dead.",
    ];
    assert_eq!(english(&text), ["Officials"]);
    assert_eq!(english(&["“We are shocked,” they said."]), ["-"]);
}

#[test]
fn he_is_the_one_who_stands_free() {
    let text = [
        "After Paul Ono's speech, his rival Carl Venn answered in Elmford.",
        "“We have heard enough of this,” he said.",
    ];
    assert_eq!(english(&text), ["Carl Venn"]);
    let text =
        ["In reply to Paul Ono's speech, Carl Venn left, as he put it, saying “never again”."];
    assert_eq!(english(&text), ["Carl Venn"]);
}

#[test]
fn a_sentence_is_about_whom_it_names_behind_its_opening_clause() {
    let text = [
        "Rita Solm lost the race.",
        "When asked if he was sad, Paul Ono left.",
        "“I am not,” he said.",
    ];
    assert_eq!(english(&text), ["Paul Ono"]);
    let text = ["After Paul Ono said his piece, Judge Carl Venn spoke of “a long night” and left."];
    assert_eq!(english(&text), ["Carl Venn"]);
}

#[test]
fn what_somebody_owns_wins_or_is_nicknamed_does_not_speak() {
    let text = ["The sheriff whose department has the case said nobody was hurt in the fire."];
    assert_eq!(english(&text), ["The sheriff"]);
    assert!(english(&["Carl Venn claimed a bronze medal, just ahead of the others."]).is_empty());
    let text = [
        "Paul Ono ran in his ‘Lightning Ono’ shirt.",
        "“It was cold,” Ono said.",
    ];
    assert_eq!(english(&text).last().map(String::as_str), Some("Paul Ono"));
}

#[test]
fn who_stands_behind_by_speaks() {
    let text = ["The deal was described by Rita Solm as “a long and costly mistake”."];
    assert_eq!(english(&text), ["Rita Solm"]);
}

#[test]
fn who_is_the_one_named_before_it() {
    let text =
        ["The talks failed for Carl Venn – who went so far as to call the union “a rabble”."];
    assert_eq!(english(&text), ["Carl Venn"]);
    let text =
        ["Clara Venn, the former mayor of Ostmark, who said the deal is “a bad joke”, left."];
    assert_eq!(english(&text), ["Clara Venn"]);
}

#[test]
fn a_saying_belongs_to_its_owner() {
    let text = ["The board withdrew after Carl Venn’s claim that the pier is “a heap of rust”."];
    assert_eq!(english(&text), ["Carl Venn"]);
    let text = ["There were warnings from Clara Venn that the pier is “a heap of rust”."];
    assert_eq!(english(&text), ["Clara Venn"]);
}

#[test]
fn the_people_of_a_body_speak_for_themselves() {
    let text = ["Senior Norland officials warned that it was “a grave mistake”."];
    assert_eq!(english(&text), ["Senior Norland officials"]);
}

#[test]
fn a_paragraph_that_she_said_closes_is_hers() {
    let lines: [&[&str]; 2] = [
        &["Mayor Clara Venn spoke in the evening."],
        &[
            "We will find out how this could happen.",
            "Nobody should fear a bridge.",
            "I was there myself an hour ago, she said.",
        ],
    ];
    let found = said(paragraphs(&lines));
    assert!(
        found
            .iter()
            .all(|q| q.0 == "Clara Venn" && q.2 == QuoteKind::Unmarked)
    );
    assert_eq!(found.len(), 3);
    let lines: [&[&str]; 2] = [
        &["The owner Carl Venn answered."],
        &["The bus was checked in May.", "It had new brakes. he said."],
    ];
    let found = said(paragraphs(&lines));
    let all: Vec<_> = found.iter().map(|q| (q.0.as_str(), q.1.as_str())).collect();
    assert_eq!(
        all,
        [
            ("Carl Venn", "The bus was checked in May."),
            ("Carl Venn", "It had new brakes")
        ]
    );
}

#[test]
fn what_stands_between_two_of_one_speaker_is_hers_if_it_tells_what_is() {
    let text = [
        "Mayor Anna Reed, at the quay in Elmford, warned against high hopes.",
        "The bridge is not the end of our worries.",
        "My town will judge the plan by the first flood, Ms. Reed stated.",
    ];
    assert_eq!(english(&text), ["Anna Reed", "Anna Reed"]);
    let text = [
        "Mayor Anna Reed, at the quay in Elmford, warned against high hopes.",
        "The bridge fell in the spring flood.",
        "My town will judge the plan by the first flood, Ms. Reed stated.",
    ];
    assert_eq!(english(&text), ["Anna Reed"]);
}

#[test]
fn telling_before_a_reported_close_is_not_speech() {
    let lines: [&[&str]; 1] = [&[
        "The bridge was built in 1961.",
        "Three of its piers are cracked, the city said.",
    ]];
    let found = said(paragraphs(&lines));
    assert!(found.iter().all(|q| !q.1.contains("1961")), "{found:?}");
}

#[test]
fn reported_speech_goes_on_between_two_of_one_speaker() {
    let text = [
        "According to Ms. Venn, the bridge will be torn down.",
        "The council must now find the money for a new one.",
        "It is up to them to decide, Venn told reporters.",
    ];
    assert_eq!(english(&text), ["Venn"; 3]);
    // A fact of the outlet's own, and somebody else's doing.
    let text = [
        "According to Ms. Venn, the bridge will be torn down.",
        "The bridge was built in 1961.",
        "Paul Ono must pay for it.",
        "It is up to them to decide, Venn told reporters.",
    ];
    assert_eq!(english(&text), ["Venn"; 2]);
}

#[test]
fn german_speakers_are_found() {
    for (text, speaker) in [
        (
            "„So etwas haben wir nie gesehen“, sagte Sprecher Ruprecht Vohl.",
            "Ruprecht Vohl",
        ),
        (
            "„Die Brücke wird abgerissen“, so Bürgermeisterin Clara Venn.",
            "Clara Venn",
        ),
        (
            "Nach Angaben von Polizeisprecherin Ute Lahn war die Straße glatt.",
            "Ute Lahn",
        ),
        (
            "Laut Clara Venn soll der Bau zwei Jahre dauern.",
            "Clara Venn",
        ),
        (
            "Das sei „eine sehr schlechte Nachricht“, teilte ein Sprecher der Bahn mit.",
            "ein Sprecher der Bahn",
        ),
        (
            "Der Sprecher der Stadt, Ole Brandt, erklärte, die Brücke sei geprüft.",
            "Ole Brandt",
        ),
        (
            "Clara Venn sagte, dass die Brücke gesperrt bleibt.",
            "Clara Venn",
        ),
    ] {
        assert_eq!(speakers("de", &[&[text]]), [speaker], "{text}");
    }
    let text = [
        "Der Fahrer habe nicht gebremst, sagte Sprecher Ruprecht Vohl.",
        "Er sei unter den Toten.",
    ];
    assert_eq!(speakers("de", &[&text]), ["Ruprecht Vohl"; 2]);
}

#[test]
fn french_and_spanish_speakers_are_found() {
    for (language, text, speaker) in [
        (
            "fr",
            "« Nous n'avons jamais vu cela », a déclaré le porte-parole Rupert Vohl.",
            "Rupert Vohl",
        ),
        (
            "fr",
            "La maire Clara Venn a déclaré que le pont serait détruit.",
            "Clara Venn",
        ),
        (
            "fr",
            "D'après Ole Brandt, les travaux dureront deux ans.",
            "Ole Brandt",
        ),
        (
            "es",
            "«Nunca hemos visto algo así», dijo el portavoz Ruperto Vohl.",
            "Ruperto Vohl",
        ),
        (
            "es",
            "La alcaldesa Clara Venn dijo que el puente será demolido.",
            "Clara Venn",
        ),
        (
            "es",
            "De acuerdo con Ole Brandt, las obras durarán dos años.",
            "Ole Brandt",
        ),
    ] {
        assert_eq!(speakers(language, &[&[text]]), [speaker], "{text}");
    }
}

#[test]
fn names_for_things_are_no_speech() {
    for text in [
        "Ann Lee said the “open door” policy had failed.",
        "Ann Lee spoke of alleged “ghost ferries” that nobody has seen.",
        "Many see her as “honest” and “careful”.",
        "Ann Lee dislikes the words “never” and “always”.",
        "Ann Lee starred in the film “A quiet harbour”.",
    ] {
        assert!(
            english(&[text]).is_empty(),
            "{text}: {:?}",
            english(&[text])
        );
    }
    let german = "Sie nannte den sogenannten „Hafenfrieden“ nicht.";
    assert!(speakers("de", &[&[german]]).is_empty());
}

#[test]
fn a_few_words_of_somebodys_are_speech() {
    for text in [
        "Ann Lee called the plan “timeless” on Monday.",
        "Ann Lee must act on “Ono and others,” she said.",
    ] {
        assert_eq!(english(&[text]), ["Ann Lee"], "{text}");
    }
}

#[test]
fn venues_are_found_in_four_languages() {
    for (language, text, venue) in [
        (
            "en",
            "“We stay,” Ann Lee wrote on social media.",
            "social media",
        ),
        ("en", "“We stay,” Ann Lee told CNN.", "CNN"),
        (
            "de",
            "„Wir bleiben“, sagte Anna Lahn in einem Interview mit Radio Sella.",
            "Radio Sella",
        ),
        (
            "de",
            "„Wir bleiben“, sagte Anna Lahn auf einer Pressekonferenz.",
            "einer Pressekonferenz",
        ),
        (
            "fr",
            "« Nous restons », a affirmé Anne Lahn lors d'une conférence de presse.",
            "une conférence de presse",
        ),
        (
            "es",
            "«Nos quedamos», dijo Ana Lahn en una rueda de prensa.",
            "una rueda de prensa",
        ),
    ] {
        let mut article = paragraphs(&[&[text]]);
        article.language = Some(language.to_owned());
        let found = find(&[article]);
        let venues: Vec<_> = found
            .quotes
            .iter()
            .filter_map(|q| q.venue.as_deref())
            .collect();
        assert_eq!(venues, [venue], "{text}");
    }
}
