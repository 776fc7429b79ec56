//! Each kind of finding on sentences made for it, and what looks like one and is none.
//!
//! The sentences stand in short articles of invented outlets, so that the whole engine decides.

use parallax::load;
use parallax::model::{
    Absence, ArticleId, Comparison, Finding, FindingKind, RowVerdict, Settings, Severity,
};
use parallax::pipeline;

/// What every article of these stories tells beside the sentence under test: enough for a story.
pub(crate) const REST: [&str; 3] = [
    "The harbour of Port Sella was closed for the night, its master Ines Calloway said.",
    "Divers will search the wreck again at first light, the coastguard of Norrland announced.",
    "The owner, Westmere Lines, has run ships to the island of Skerra since 1954.",
];

/// A story of outlets that tell `passages`, each with the rest after it.
pub(crate) fn story(passages: &[&str]) -> Comparison {
    let text = |passage: &&str| {
        let paragraphs: Vec<&str> = [*passage].into_iter().chain(REST).collect();
        format!("Ship lost off Skerra\n\n{}\n", paragraphs.join("\n\n"))
    };
    texts(&passages.iter().map(text).collect::<Vec<_>>())
}

pub(crate) fn texts(texts: &[String]) -> Comparison {
    let articles = (0..).zip(texts).map(|(n, text)| {
        let name = format!("outlet-{n}.txt");
        load::article(ArticleId(n), &name, None, text.as_bytes()).unwrap()
    });
    pipeline::compare(articles.collect(), Vec::new(), &Settings::default())
}

pub(crate) fn of(story: &Comparison, kind: FindingKind) -> Vec<&Finding> {
    let findings = story.findings.iter();
    findings.filter(|finding| finding.kind == kind).collect()
}

/// The words that the only finding of a kind is about.
pub(crate) fn only(story: &Comparison, kind: FindingKind) -> (&Finding, Vec<&str>) {
    let found = of(story, kind);
    let [finding] = found.as_slice() else {
        panic!("{kind:?}: {found:?}");
    };
    let places = finding.places.iter();
    let words = places.map(|place| story.article(place.article).slice(place.span));
    (finding, words.collect())
}

pub(crate) fn diverges(story: &Comparison, finding: &Finding) -> bool {
    story.row(finding.row).verdict == RowVerdict::Diverge
}

#[test]
fn counts_of_one_thing_conflict() {
    let story = story(&[
        "The ferry Blue Heron sank off Skerra on its way to Port Sella and 19 people died.",
        "The ferry Blue Heron sank off Skerra on its way to Port Sella and 23 passengers died.",
    ]);
    let (finding, words) = only(&story, FindingKind::Number);
    assert_eq!(words, ["19 people", "23 passengers"]);
    assert_eq!(finding.values, ["19 people", "23 people"]);
    assert_eq!(finding.severity, Severity::Major);
    assert!(diverges(&story, finding));
}

/// The words of the number findings of two articles that tell different things.
pub(crate) fn counted(one: &str, other: &str) -> Vec<String> {
    let story = story(&[one, other]);
    let of_numbers = of(&story, FindingKind::Number);
    let places = of_numbers.iter().flat_map(|finding| &finding.places);
    let words = places.map(|place| story.article(place.article).slice(place.span).to_owned());
    words.collect()
}

#[test]
fn tolls_conflict_wherever_they_stand() {
    let inquiry = "A judge will ask why so few got away when 23 perished, the minister said.";
    let night = "Fishermen heard the first cries after dark; the loss of 19 lives followed.";
    assert_eq!(counted(inquiry, night), ["23 perished", "19 lives"]);
    let held = "The police, who held 19 men for an hour, know no more than the fishermen do.";
    let mourned = "Some 19 families mourned on the quay, where a priest died in the spring.";
    let bound = "Fishermen heard the first cries; at least 19 had perished by the morning.";
    let both = "The first report of 19 dead was wrong: 23 perished, the coastguard said later.";
    let exact = "At least 19 died in the night; the toll rose to 19 perished by noon.";
    assert_eq!(counted(inquiry, exact), ["23 perished", "19 perished"]);
    for other in [held, mourned, bound, both] {
        assert!(counted(inquiry, other).is_empty(), "{other}");
    }
}

#[test]
fn counts_that_can_both_be_true_do_not() {
    for (one, other) in [
        ("at least 19 people died", "20 people died"),
        ("about 20 people died", "19 people died"),
        (
            "more than 200 people were on board",
            "214 people were on board",
        ),
        (
            "34.6 percent of the hull burned",
            "35 percent of the hull burned",
        ),
        ("fares rose 3 percent", "fares rose 3 percentage points"),
        ("two people died of 31 on board", "31 people were on board"),
    ] {
        let sentence =
            |end: &str| format!("When the ferry Blue Heron sank off Skerra on Tuesday, {end}.");
        let story = story(&[&sentence(one), &sentence(other)]);
        assert!(
            of(&story, FindingKind::Number).is_empty(),
            "{one} / {other}: {:?}",
            story.findings
        );
    }
}

#[test]
fn shares_of_different_things_do_not_conflict() {
    let story = story(&[
        "Westmere Lines sold its ship yard for a price 14 percent above the closing price of Friday.",
        "Westmere Lines sold its ship yard for a price 17 percent more than the first bid in June.",
    ]);
    assert!(
        of(&story, FindingKind::Number).is_empty(),
        "{:?}",
        story.findings
    );
}

#[test]
fn a_conflict_with_copies_of_one_text_is_one_finding() {
    let wire = "The ferry Blue Heron sank within minutes of leaving Port Sella on Tuesday night and 19 people died, the coastguard said in a statement.";
    let own = "On Tuesday night 23 people died when the ferry Blue Heron, minutes out of Port Sella, sank, the coastguard said in a statement.";
    let story = story(&[wire, wire, own]);
    let (finding, _) = only(&story, FindingKind::Number);
    assert_eq!(finding.articles.len(), 3);
    assert!(
        finding.why.contains("outlet-0 and outlet-1: “19 people”"),
        "{}",
        finding.why
    );
    assert!(!story.shared_origin.is_empty());
    let row = story.row(finding.row);
    assert!(row.why.contains("outlet-"), "{}", row.why);
}

#[test]
fn what_one_states_and_another_denies_is_a_polarity() {
    let story = story(&[
        "The yard of Westmere Lines at Port Sella will close within two years of the loss, an internal paper shows.",
        "The yard of Westmere Lines at Port Sella will not close after the loss, its director said.",
    ]);
    let (finding, words) = only(&story, FindingKind::Polarity);
    assert_eq!(words, ["will close", "not close"]);
    assert!(diverges(&story, finding));
}

#[test]
fn a_denial_of_something_else_is_none() {
    for (one, other) in [
        (
            "The ferry Blue Heron sank off Skerra and did not send a call for help, the coastguard said.",
            "The ferry Blue Heron sank off Skerra, and the coastguard said that it failed to send a call for help.",
        ),
        (
            "The night ferries to Skerra will not run this week, Westmere Lines said.",
            "One ferry an hour to Port Sella will run this week, Westmere Lines said.",
        ),
    ] {
        let story = story(&[one, other]);
        assert!(
            of(&story, FindingKind::Polarity).is_empty(),
            "{:?}",
            story.findings
        );
    }
}

#[test]
fn a_name_in_two_spellings_is_one_finding() {
    let sentence = |name: &str| {
        format!(
            "The captain of the ferry Blue Heron, {name}, was the last to leave the ship, the coastguard said."
        )
    };
    let (one, other) = (sentence("Marta Eilander"), sentence("Martha Eilender"));
    let story = story(&[&one, &one, &other]);
    let (finding, _) = only(&story, FindingKind::Name);
    assert_eq!(finding.articles.len(), 3);
}

#[test]
fn a_name_of_another_script_may_be_spelt_otherwise_and_accents_may_be_left_out() {
    let told = |one: &str, other: &str| {
        let sentence = |name: &str| {
            format!(
                "The captain of the ferry Blue Heron, {name}, was the last to leave the ship, the coastguard said."
            )
        };
        let story = story(&[&sentence(one), &sentence(other)]);
        let found = of(&story, FindingKind::Name);
        found
            .first()
            .map(|finding| (finding.severity, diverges(&story, finding)))
    };
    let slight = Some((Severity::Minor, false));
    assert_eq!(told("Yousuf Haddan", "Yusuf Hadan"), slight);
    let grave = Some((Severity::Notable, true));
    assert_eq!(told("Marta Eilander", "Martha Eilender"), grave);
    assert_eq!(told("Ana Quiñóez", "Ana Quinoez"), None);
}

#[test]
fn another_place_of_the_same_thing_is_shown() {
    let story = story(&[
        "The burnt hull of the Blue Heron was towed to Lisbon by two tugs on Wednesday.",
        "The burnt hull of the Blue Heron was towed to Dublin by two tugs on Wednesday.",
    ]);
    let (_, words) = only(&story, FindingKind::Place);
    assert_eq!(words, ["Lisbon", "Dublin"]);
}

#[test]
fn a_street_and_its_town_are_one_place() {
    let story = story(&[
        "The burnt hull of the Blue Heron was shown to its owners in Quay Street, Elmford, by two divers on Wednesday.",
        "The burnt hull of the Blue Heron was shown to its owners in Elmford by two divers on Wednesday.",
    ]);
    assert!(of(&story, FindingKind::Place).is_empty());
}

#[test]
fn another_date_of_the_same_thing_diverges() {
    let story = story(&[
        "The inquiry into the loss of the Blue Heron opens in Port Sella on 4 March, the ministry said.",
        "The inquiry into the loss of the Blue Heron opens in Port Sella on 11 March, the ministry said.",
    ]);
    let (finding, words) = only(&story, FindingKind::Date);
    assert_eq!(words, ["4 March", "11 March"]);
    assert!(diverges(&story, finding));
}

#[test]
fn what_is_left_out_is_worded_by_how_sure_that_is() {
    let story = story(&[
        "Dermot Haig of the Seafarers’ Union accused Westmere Lines of saving 2 million crowns on lifeboats for the Blue Heron.",
        "The queen of Norrland sent flowers.",
    ]);
    let omissions = of(&story, FindingKind::Omission);
    assert!(!omissions.is_empty());
    for finding in omissions {
        let row = story.row(finding.row);
        for &outlet in &finding.articles {
            let doubtful = row.absence(outlet) == Some(Absence::Doubtful);
            let said =
                ["does not state this", "does not clearly state this"][usize::from(doubtful)];
            assert!(finding.why.contains(said), "{}", finding.why);
        }
    }
}

#[test]
fn pieces_that_say_much_are_the_important_ones() {
    let story = story(&[
        "Dermot Haig of the Seafarers’ Union and Judith Amory of Skerra council accused Westmere Lines of saving 2 million crowns on lifeboats for the Blue Heron, pumps and radio sets.",
        "Flowers were sent.",
    ]);
    let importance = |words: &str| {
        let holds = |finding: &&&Finding| {
            story
                .row(finding.row)
                .sentences()
                .any(|s| story.sentence(s).contains(words))
        };
        let found = of(&story, FindingKind::Omission);
        found
            .iter()
            .find(holds)
            .and_then(|finding| finding.importance)
    };
    assert!(importance("Dermot Haig") >= Some(60));
    assert!(importance("Dermot Haig") > importance("Flowers"));
}

#[test]
fn wording_is_not_compared_between_languages() {
    let english = "Ship lost off Skerra\n\nThe ferry Blue Heron of Westmere Lines sank off Skerra on 4 March \
                   with 214 people on board.\n\nThe coastguard said on Tuesday that it would go on with \
                   the search for the crew of the ship.\n";
    let german = "Schiff vor Skerra gesunken\n\nDie Fähre Blue Heron der Westmere Lines ist am 4. März vor \
                  Skerra mit 214 Menschen an Bord gesunken.\n\nDie Küstenwache will nach der Mannschaft des \
                  Schiffes weiter suchen, teilte sie am Dienstag mit.\n";
    let story = texts(&[english.to_owned(), german.to_owned()]);
    let languages = story.articles.iter().map(|it| it.language_code());
    assert_eq!(languages.collect::<Vec<_>>(), [Some("en"), Some("de")]);
    let warned = story
        .warnings
        .iter()
        .any(|it| it.text.contains("wording is not compared"));
    assert!(warned, "{:?}", story.warnings);
    let link = story
        .links
        .first()
        .expect("names, numbers and the date align");
    assert!(!story.speak_alike(link.a.article, link.b.article));
    let mut json = Vec::new();
    let look = parallax::report::Look::default();
    parallax::report::write(&story, parallax::report::Format::Json, &look, &mut json).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
    assert!(json["links"][0].get("wording").is_none());
}

#[test]
fn who_opens_alike_tells_one_event_however_little_else_is_shared() {
    let lead = "The ferry Blue Heron sank off Skerra on Tuesday night with 19 people on board, the coastguard said.";
    let others = |of: &str| vec![of; 16].join("\n\n");
    let doubts = |first: &str, second: &str| {
        let body = |lead: &str, of: &str| format!("Skerra today\n\n{lead}\n\n{}", others(of));
        let story = texts(&[
            body(first, "A warden polished brass lamps."),
            body(second, "Figs ripened in every garden."),
        ]);
        let hardly = |text: &str| text.starts_with("hardly anything");
        story.warnings.iter().filter(|it| hardly(&it.text)).count()
    };
    assert_eq!(doubts(lead, lead), 0);
    let strike = "Bakers in Elmford went on strike over flour on Friday morning, their guild said.";
    assert_eq!(doubts(lead, strike), 2);
}
