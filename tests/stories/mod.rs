//! Golden stories: what comes out for every folder of `samples/`, and what a reader expects to.
//!
//! [`digest`] and the text report are snapshots: they show every change. The tables `expected.txt`
//! and `not_yet.txt` are read off `samples/README.md` by hand and say which output is *right*;
//! [`expect`] holds their language.

mod digest;
mod expect;

use expect::Expectation;
use insta::Settings as Snapshots;
use parallax::load::{Source, load};
use parallax::model::{Comparison, Settings};
use parallax::pipeline;
use parallax::report::{self, Format, Look};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

/// What must be found today: a change that loses one of these is a change for the worse.
const EXPECTED: &str = include_str!("expected.txt");

/// What a reader finds and the engine does not, yet. An entry that is found has to move.
const NOT_YET: &str = include_str!("not_yet.txt");

/// The stories of `samples/`, compared once for all tests.
pub(crate) static STORIES: LazyLock<BTreeMap<String, Comparison>> = LazyLock::new(|| {
    let names = folders().into_iter();
    names.map(|name| (name.clone(), compared(&name))).collect()
});

fn root(inside: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(inside)
}

fn folders() -> Vec<String> {
    let entries = fs::read_dir(root("samples")).unwrap().map(Result::unwrap);
    let folders = entries.filter(|entry| entry.path().is_dir());
    folders
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect()
}

fn compared(name: &str) -> Comparison {
    let folder = root("samples").join(name).display().to_string();
    let mut loaded = load(&[Source::parse(&folder)]).expect("a sample story");
    for article in &mut loaded.articles {
        // The place of the checkout is no part of the story.
        article.source = article.source.replace(&folder, name);
    }
    pipeline::compare(loaded.articles, loaded.warnings, &Settings::default())
}

fn text_report(story: &Comparison) -> String {
    let mut out = Vec::new();
    report::write(story, Format::Text, &Look::default(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// Compares what `show` makes of every story with its snapshot `<story>_<what>`.
fn snapshots(what: &str, show: impl Fn(&Comparison) -> String) {
    let mut settings = Snapshots::clone_current();
    settings.set_snapshot_path("../snapshots/stories");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for (name, story) in &*STORIES {
        let shown = show(story);
        settings.bind(|| insta::assert_snapshot!(format!("{name}_{what}"), shown));
    }
}

#[test]
fn text_reports() {
    snapshots("report", text_report);
}

#[test]
fn rows_and_findings() {
    snapshots("digest", digest::of);
}

#[test]
fn every_story_has_its_snapshots_and_no_other_is_there() {
    let entries = fs::read_dir(root("tests/snapshots/stories")).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let there: BTreeSet<String> = paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "snap"))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    let wanted = folders()
        .into_iter()
        .flat_map(|story| ["digest", "report"].map(|what| format!("{story}_{what}")));
    assert_eq!(there, wanted.collect::<BTreeSet<_>>());
}

/// The entries of a table with what is wrong with each, if anything is.
fn checked(table: &'static str) -> Vec<(Expectation, Result<(), String>)> {
    let entries = expect::read(table).into_iter();
    entries
        .map(|entry| {
            let story = STORIES.get(entry.story).expect("a story of samples/");
            let result = entry.check(story);
            (entry, result)
        })
        .collect()
}

#[test]
fn what_a_reader_expects_is_found() {
    let lost: Vec<String> = checked(EXPECTED)
        .into_iter()
        .filter_map(|(entry, result)| Some(format!("{entry}\n    {}", result.err()?)))
        .collect();
    assert!(lost.is_empty(), "{} lost:\n{}", lost.len(), lost.join("\n"));
}

#[test]
fn what_is_not_yet_found_is_still_not_found() {
    let found: Vec<String> = checked(NOT_YET)
        .into_iter()
        .filter(|(_, result)| result.is_ok())
        .map(|(entry, _)| entry.to_string())
        .collect();
    let entries = found.join("\n");
    assert!(
        found.is_empty(),
        "found by now: move it to EXPECTED (tests/stories/expected.txt):\n{entries}"
    );
}

/// Prints why each entry of `not_yet.txt` fails: `cargo test stories::what_is_missing -- --ignored --nocapture`.
#[test]
#[ignore = "a list to read, not a check"]
fn what_is_missing() {
    for (entry, result) in checked(NOT_YET) {
        println!("{entry}\n    {}", result.err().unwrap_or_default());
    }
}

#[test]
fn every_story_is_expected_of() {
    let told: BTreeSet<&str> = expect::read(EXPECTED).iter().map(|it| it.story).collect();
    let stories = folders();
    assert_eq!(told, stories.iter().map(String::as_str).collect());
}
