//! Words that the user adds: of the settings file, and of a story file.

use crate::support::desk::{Desk, TIMES};
use serde_json::Value;

const STORY: &str = "furniture = [\"Catch up with\"]\nspeech_verbs = [\"deadpanned\", \"fired back\"]\n\
    [[article]]\nfile = \"a.txt\"\n[[article]]\nfile = \"b.txt\"\n\
    [names]\n\"Mara Quist\" = [\"Her Worship\"]\n";

const TEXT: &str = "Ferry strike enters second week\n\n\
    Ferry crews in Port Elm stayed ashore on Monday, the harbour office said.\n\n\
    Catch up with the strike in our evening letter and never miss a crossing.\n\n\
    “The ferry has sailed,” Mara Quist deadpanned. “It was late,” Ann Roe fired back.\n";

fn inspected(desk: &Desk, args: &[&str]) -> Value {
    let run = desk.run(&[&["inspect", "--format", "json"], args].concat());
    serde_json::from_str(run.ends_with(0)).unwrap()
}

/// Who says some words, by which verb.
fn said(json: &Value, words: &str) -> String {
    let quotes = json["quotes"].as_array().unwrap();
    let quote = quotes
        .iter()
        .find(|it| it["text"].as_str().unwrap().contains(words));
    let of = |field: &str| quote.map_or(String::new(), |it| it[field].to_string());
    format!("{} {}", of("speaker"), of("verb")).replace('"', "")
}

fn set_aside(json: &Value) -> Vec<&str> {
    let all = json["articles"][0]["furniture"].as_array().unwrap().iter();
    all.map(|it| it["text"].as_str().unwrap()).collect()
}

#[test]
fn a_story_file_adds_words_for_its_story() {
    let desk = Desk::new();
    desk.put("a.txt", TEXT);
    desk.put("b.txt", TIMES);
    desk.put("story.toml", STORY);
    let json = inspected(&desk, &["story.toml"]);
    assert_eq!(said(&json, "sailed"), "Mara Quist deadpanned");
    assert_eq!(said(&json, "late"), "Ann Roe fired back");
    assert!(set_aside(&json)[0].starts_with("Catch up with"));
    let plain = inspected(&desk, &["a.txt"]);
    assert!(set_aside(&plain).is_empty());
    assert!(!said(&plain, "late").contains("fired back"));
}

#[test]
fn the_settings_file_adds_words_for_all_stories() {
    let desk = Desk::new();
    desk.put("a.txt", TEXT);
    let settings = "furniture = \"Catch up with\"\nspeech_verbs = [\"deadpanned\"]\n\
        [names]\n\"Mara Quist\" = [\"M. Quist\"]\n";
    desk.put("words.toml", settings);
    let json = inspected(&desk, &["--config", "words.toml", "a.txt"]);
    assert_eq!(set_aside(&json).len(), 1);
    assert!(said(&json, "sailed").ends_with("deadpanned"));
    let printed = desk.run(&["config", "--config", "words.toml"]);
    let printed = printed.ends_with(0);
    assert!(
        printed.contains("furniture = [\"Catch up with\"]"),
        "{printed}"
    );
    assert!(
        printed.contains("\"Mara Quist\" = [\"M. Quist\"]"),
        "{printed}"
    );
    // What is printed is a settings file.
    desk.put("again.toml", printed);
    let again = desk.run(&["config", "--config", "again.toml"]);
    let list = |text: &str| text.lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
    let words = |text: &str| {
        list(text)
            .into_iter()
            .filter(|it| it.contains("Quist"))
            .collect::<Vec<_>>()
    };
    assert_eq!(words(again.ends_with(0)), words(printed));
    desk.put("odd.toml", "furniture = 3\n");
    desk.run(&["inspect", "--config", "odd.toml", "post.txt"])
        .fails_with(&["odd.toml: furniture is not a list of phrases"]);
    desk.put("near.toml", "speach_verbs = []\n");
    desk.run(&["inspect", "--config", "near.toml", "post.txt"])
        .fails_with(&["there is no option “speach_verbs”", "“speech_verbs”"]);
}
