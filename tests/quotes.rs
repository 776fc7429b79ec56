//! The same utterance in several outlets, and how its versions differ.
//!
//! Each story has its versions in short articles of invented outlets, so that the whole engine
//! decides.

use parallax::model::{
    ArticleId, Comparison, Finding, FindingKind, LinkVerdict, Relation, SentenceId, Settings,
    Severity,
};
use parallax::report::{self, Form, Look};
use parallax::{align, load, pipeline};

/// What every article of these stories tells beside the words under test.
const REST: [&str; 3] = [
    "The harbour of Port Sella was closed for the night after the ferry Blue Heron sank.",
    "The owner, Westmere Lines, has run ships to the island of Skerra since 1954.",
    "“There is no trace of the cargo,” Paul Ono, the master of the harbour, told Radio Sella.",
];

/// A story of outlets that tell `passages`, each with the rest around it.
pub(crate) fn story(passages: &[&str]) -> Comparison {
    let text = |passage: &&str| [REST[0], passage, REST[1], REST[2]].join("\n\n");
    texts(&passages.iter().map(text).collect::<Vec<_>>())
}

/// A story of outlets that tell these paragraphs.
pub(crate) fn texts(texts: &[String]) -> Comparison {
    let articles = (0..).zip(texts).map(|(n, text)| {
        let text = format!("Ship lost off Skerra\n\n{text}\n");
        let name = format!("outlet-{n}.txt");
        load::article(ArticleId(n), &name, None, text.as_bytes()).unwrap()
    });
    pipeline::compare(articles.collect(), Vec::new(), &Settings::default())
}

/// The groups of versions with their relation, but for those of the rest.
pub(crate) fn groups(story: &Comparison) -> Vec<(Relation, Vec<&str>)> {
    let groups = story.same_quotes.iter().map(|same| {
        let texts = same.members.iter().map(|id| {
            let quote = story.quote(*id);
            story.article(quote.sentence.article).slice(quote.span)
        });
        (same.relation, texts.collect::<Vec<_>>())
    });
    groups
        .filter(|(_, texts)| !texts.iter().any(|text| text.contains("cargo")))
        .collect()
}

fn of(story: &Comparison, kind: FindingKind) -> Vec<&Finding> {
    let findings = story.findings.iter();
    findings.filter(|finding| finding.kind == kind).collect()
}

/// What is said of a pair to somebody who doubts it.
fn explained(story: &Comparison, pair: (SentenceId, SentenceId)) -> String {
    let explanation = align::explain(&story.articles, &story.facts, pair);
    let look = Look {
        width: 1000,
        ..Look::default()
    };
    let mut out = Vec::new();
    report::why(
        story,
        pair,
        explanation.as_ref(),
        Form::Text,
        &look,
        &mut out,
    )
    .unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn sentences_that_give_one_utterance_are_linked_however_little_else_they_share() {
    let linked = |given: &str, surname: &str| {
        let rest = [
            REST[0],
            REST[1],
            REST[2],
            "Divers will search the wreck again at first light, the coastguard announced.",
            "Schools on Skerra stayed shut, and candles stood in every window of the town.",
        ];
        let charge = "Under grey skies, with half of the boats of the island still out, the mayor, \
             Ines Calloway, told a packed hall that the board had been warned in writing, had sold \
             three hundred seats for a ship of two hundred, and was “a con”.";
        let saying = format!(
            "“The people of this island know a con when they see one, and no board will sell them \
             another ship,” said {surname}, who is up for election in the spring and has spoken against \
             the line for years."
        );
        let quay = format!("{given} {surname} was on the quay.");
        let one = [&rest[..1], &[charge], &rest[1..]].concat().join("\n\n");
        let other = [&rest[..], &[&quay, &saying]].concat().join("\n\n");
        let story = texts(&[one, other]);
        let links = story.links.iter();
        let claimed = links.filter(|link| link.verdict != LinkVerdict::Unsure);
        let of_saying = claimed.filter(|link| story.sentence(link.b).contains("a con when"));
        let explained = of_saying.map(|link| explained(&story, (link.a, link.b)));
        explained.collect::<Vec<_>>()
    };
    let hers = linked("Ines", "Calloway");
    assert_eq!(hers.len(), 1, "{hers:?}");
    for part in [
        "linked: chance 0.",
        "; put at 0.80",
        "one utterance of Ines Calloway",
    ] {
        assert!(hers[0].contains(part), "{part}: {hers:?}");
    }
    let anothers = linked("Paul", "Ono");
    assert!(anothers.is_empty(), "{anothers:?}");
}

#[test]
fn the_same_words_are_one_utterance() {
    let relation = |typed: &str| {
        let story = story(&[
            "“We’ll raise the Blue Heron before the winter storms,” Ines Calloway said.",
            typed,
        ]);
        let groups = groups(&story);
        assert_eq!(groups.len(), 1, "{groups:?}");
        groups[0].0
    };
    let same = "“We’ll raise the Blue Heron before the winter storms,” Ines Calloway said.";
    assert_eq!(relation(same), Relation::Verbatim);
    let typed = "\"We'll raise the Blue Heron before the winter storms\", said Ines Calloway.";
    assert_eq!(relation(typed), Relation::Typography);
}

#[test]
fn a_changed_word_is_found_and_tells_the_row_apart() {
    let story = story(&[
        "“We will raise the Blue Heron before the winter storms,” Ines Calloway said.",
        "“We will raise the Blue Heron before the autumn storms,” Ines Calloway said.",
    ]);
    let found = of(&story, FindingKind::QuoteAltered);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].severity, Severity::Notable);
    assert_eq!(
        found[0].why,
        "Ines Calloway, outlet-0 → outlet-1: “winter” → “autumn”"
    );
    assert_eq!(found[0].values, ["winter", "autumn"]);
    assert!(
        story
            .links
            .iter()
            .any(|link| link.verdict == LinkVerdict::Diverge)
    );
}

#[test]
fn a_change_is_one_finding_however_many_outlets_print_the_other_words() {
    let words = "“We will raise the Blue Heron before the winter storms and the ice,” \
                 Ines Calloway said.";
    let changed = "“We will lift the Blue Heron before the autumn storms and the ice,” \
                   Ines Calloway said.";
    let story = story(&[words, words, changed, words]);
    let found = of(&story, FindingKind::QuoteAltered);
    assert_eq!(found.len(), 1, "{found:?}");
    let why = "Ines Calloway, outlet-0, outlet-1 and outlet-3 → outlet-2: “raise” → “lift”, “winter” → “autumn”";
    assert_eq!(found[0].why, why);
    let diverge = |a: u32, b: u32| {
        let between = story
            .links
            .iter()
            .filter(|link| (link.a.article.0, link.b.article.0) == (a, b));
        between
            .filter(|link| link.verdict == LinkVerdict::Diverge)
            .count()
    };
    assert_eq!([diverge(0, 2), diverge(1, 2), diverge(2, 3)], [1, 1, 1]);
    assert_eq!([diverge(0, 1), diverge(0, 3), diverge(1, 3)], [0, 0, 0]);
}

#[test]
fn further_words_of_the_speaker_are_no_change_of_what_both_quote() {
    let story = story(&[
        "“We need to keep the channel open,” Ines Calloway said.",
        "“We need to keep the channel open. We want the channel open,” Ines Calloway said.",
    ]);
    assert!(of(&story, FindingKind::QuoteAltered).is_empty());
}

#[test]
fn an_article_or_a_comma_is_no_change() {
    let story = story(&[
        "“We will raise the Blue Heron before the winter storms,” Ines Calloway said.",
        "“We will raise the Blue Heron, before winter storms,” Ines Calloway said.",
    ]);
    assert_eq!(groups(&story).len(), 1);
    assert!(of(&story, FindingKind::QuoteAltered).is_empty());
}

#[test]
fn words_worked_into_a_sentence_may_follow_its_grammar() {
    let story = story(&[
        "“The wreck will block the channel for months,” Ines Calloway said on Monday.",
        "Ines Calloway said on Monday that the wreck “would block the channel for months”.",
    ]);
    assert_eq!(groups(&story).len(), 1);
    assert!(of(&story, FindingKind::QuoteAltered).is_empty());
}

#[test]
fn what_is_left_out_is_named_unless_it_stands_elsewhere() {
    let whole = "“We will raise the Blue Heron before the winter storms, and Westmere will pay every \
                 crown of it,” Ines Calloway said.";
    let part = "“We will raise the Blue Heron before the winter storms,” Ines Calloway said.";
    let cut = story(&[whole, part]);
    assert_eq!(groups(&cut).first().map(|g| g.0), Some(Relation::Trimmed));
    let found = of(&cut, FindingKind::QuoteTrimmed);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0]
            .why
            .contains("and Westmere will pay every crown of it"),
        "{}",
        found[0].why
    );
}

#[test]
fn what_one_quotes_another_may_report() {
    let story = story(&[
        "“We are not going to fly around the island at the drop of a hat to please the owners,” \
         Ines Calloway said.",
        "Ines Calloway said that the coastguard would no longer fly around the island to please \
         owners.",
    ]);
    let found = groups(&story);
    assert_eq!(
        found.iter().map(|g| g.0).collect::<Vec<_>>(),
        [Relation::Indirect]
    );
}

#[test]
fn half_alike_sentences_make_no_chain() {
    let story = story(&[
        "“The channel is not safe for any ship,” Ines Calloway said.\n\n“The crew of any ship knows \
         the rules of the harbour,” she added.",
        "“The rules of the harbour are older than the island,” Ines Calloway said.",
    ]);
    for (_, texts) in groups(&story) {
        assert!(!texts.iter().any(|t| t.contains("channel")), "{texts:?}");
    }
}

#[test]
fn what_one_article_quotes_one_after_the_other_is_no_change() {
    let (sought, found) = (
        "“We knew we were looking for a needle in a haystack of wrecks,” Ines Calloway said.",
        "“We found the needle in a haystack of wrecks,” Ines Calloway said.",
    );
    let both = format!("{sought}\n\n{found}");
    let altered = |passages: &[&str]| of(&story(passages), FindingKind::QuoteAltered).len();
    assert_eq!(altered(&[sought, found, &both]), 0);
    assert_eq!(altered(&[sought, found]), 1);
}

#[test]
fn of_reported_words_none_are_altered_nor_missed_beside_the_marks() {
    let findings = |one: &str, other: &str, kind| of(&story(&[one, other]), kind).len();
    assert_eq!(
        findings(
            "The coastguard said the wreck of the Blue Heron would be raised before the winter.",
            "The coastguard said the hull of the Blue Heron would be lifted before the winter.",
            FindingKind::QuoteAltered,
        ),
        0
    );
    // Where one quotes, the other's words are its own, but for those between the same words.
    let quoted = "“We are going to raise the wreck of the Blue Heron before the winter storms come,” Ines \
                  Calloway said.";
    let reported = "Ines Calloway said they were going to raise the wreck of the Blue Heron before the \
                    autumn storms come.";
    assert_eq!(findings(quoted, reported, FindingKind::QuoteAltered), 1);
    let free =
        "Ines Calloway said the wreck of the Blue Heron should be lifted when the storms end.";
    assert_eq!(findings(quoted, free, FindingKind::QuoteAltered), 0);
    let lost = [
        "The wreck of the Blue Heron left up to 32 sailors dead, officials said.",
        "The wreck of the Blue Heron left 32 sailors dead, officials said.",
    ];
    let lost = lost.map(|words| format!("{}\n\n{words}\n\n{}", REST[0], REST[1]));
    assert!(of(&texts(&lost), FindingKind::QuoteAltered).is_empty());
    let whole = "“We will raise the Blue Heron before the winter storms, and Westmere will pay every \
                 crown of it,” Ines Calloway said.";
    let beside = "“We will raise the Blue Heron before the winter storms,” Ines Calloway said, and \
                  that Westmere will pay every crown.";
    assert_eq!(findings(whole, beside, FindingKind::QuoteTrimmed), 0);
}

/// As articles are when copying took every mark away, and one was translated there and back.
#[test]
fn words_of_one_person_are_altered_in_articles_without_any_marks() {
    let altered = |one: &str, other: &str, word: &str| {
        let told = [one, other].map(|words| format!("{}\n\n{words}\n\n{}", REST[0], REST[1]));
        let story = texts(&told);
        let found = of(&story, FindingKind::QuoteAltered);
        assert!(found.iter().any(|it| it.why.contains(word)), "{found:?}");
    };
    altered(
        "It is up to them to come to terms and halt this bitter, bitter strike, Ines Calloway said.",
        "Now it falls to them to reach terms and end this fierce strike, Ines Calloway said.",
        "fierce",
    );
    altered(
        "Ines Calloway spoke. Both need to present and refine concrete plans to end it, she said.",
        "According to Ines Calloway, both must present and refine specific plans to end the strike.",
        "specific",
    );
}

#[test]
fn what_is_left_out_is_named_where_other_words_changed_too() {
    let story = story(&[
        "“We ask that the press both respect the grief of the island at this hour,” Ines Calloway \
         said.",
        "“We ask that the press respect the grief of the island at this hour, and that no reporter \
         photograph the wreck,” Ines Calloway said.",
    ]);
    let found = of(&story, FindingKind::QuoteTrimmed);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].why.contains("no reporter photograph the wreck"));
}

#[test]
fn what_is_reported_stands_without_marks_in_the_report() {
    let story = story(&[
        "Ines Calloway said the wreck of the Blue Heron would be raised before the winter.",
        "“A black night for Skerra,” said Piet Roe, who keeps the light of the island.",
    ]);
    let look = Look {
        width: 1000,
        ..Look::default()
    };
    let mut out = Vec::new();
    report::write(&story, report::Format::Text, &look, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(
        text.contains("¶2 of 4, reported: the wreck of the Blue Heron"),
        "{text}"
    );
    assert!(
        text.contains("¶2 of 4 “A black night for Skerra”"),
        "{text}"
    );
}

#[test]
fn what_was_left_out_inside_is_said_once() {
    let story = story(&[
        "“The owners may break the rules of the harbour, or do whatever they need to get paid,” Ines \
         Calloway said.",
        "“The owners may for the easy money of the summer break the rules of the harbour, or do \
         whatever they need to get paid,” Ines Calloway said.",
    ]);
    let kinds = [FindingKind::QuoteAltered, FindingKind::QuoteTrimmed];
    let found: Vec<_> = kinds.iter().flat_map(|kind| of(&story, *kind)).collect();
    assert_eq!(found.len(), 1, "{found:?}");
}
