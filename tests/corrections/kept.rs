//! The sidecar.

use super::{compared, find, named, one, three};
use parallax::correct::anchor;
use parallax::load::Source;
use parallax::model::{Correction, Corrections, FindingKind, Target};
use parallax::session::{self, Session};
use std::path::Path;

pub(super) fn kept(corrections: &Corrections) -> Corrections {
    let written = session::print(corrections).unwrap();
    session::parse(Path::new("x.parallax.toml"), written.as_bytes()).unwrap()
}

#[test]
fn a_sidecar_reads_well() {
    let plain = compared(three(), &Corrections::default());
    let finding = plain
        .findings
        .iter()
        .find(|it| it.kind == FindingKind::Number)
        .unwrap();
    let corrections = one(Correction::Pin {
        sentences: named(
            &plain.articles,
            [find(&plain, "The bakery"), find(&plain, "Bread was")],
        ),
    })
    .with(Correction::Reject {
        finding: anchor::of_finding(&plain.articles, finding),
        reason: "counted at other hours".to_owned(),
    });
    insta::assert_snapshot!(session::print(&corrections).unwrap());
    assert_eq!(kept(&corrections), corrections);
}

#[test]
fn a_sidecar_of_another_version_or_broken_is_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("s.parallax.toml");
    for (text, words) in [
        ("schema = \"parallax.session/2\"\n", "newer"),
        (
            "schema = \"parallax.session/1\"\n\n[[correction]]\nact = \"dance\"\n",
            "line 4",
        ),
        ("schema = \"parallax.session/1\"\nnews = 1\n", "line 2"),
        ("schema = \n", "line 1"),
        ("title = \"x\"\n", "schema"),
    ] {
        std::fs::write(&file, text).unwrap();
        let error = Session::open(&file).unwrap_err().to_string();
        assert!(
            error.contains("s.parallax.toml") && error.contains(words),
            "{error}"
        );
        assert_eq!(std::fs::read_to_string(&file).unwrap(), text);
    }
}

#[test]
fn a_sidecar_that_somebody_else_changed_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("s.parallax.toml");
    let (mut mine, nothing) = Session::open(&file).unwrap();
    mine.save(&nothing).unwrap();
    assert!(!file.exists(), "nothing to keep, so nothing is written");
    let note = |text: &str| {
        one(Correction::Note {
            on: Target::Row(Vec::new()),
            text: text.to_owned(),
        })
    };
    let (mut yours, _) = Session::open(&file).unwrap();
    yours.save(&note("yours")).unwrap();
    let error = mine.save(&note("mine")).unwrap_err().to_string();
    assert!(error.contains("exists already"), "{error}");
    assert_eq!(Session::read(&file).unwrap(), note("yours"));
    yours.save(&note("again")).unwrap();
    std::fs::write(&file, "schema = \"parallax.session/1\"").unwrap();
    let error = yours.save(&note("late")).unwrap_err().to_string();
    assert!(error.contains("somebody else"), "{error}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn nothing_in_a_sidecar_reaches_the_terminal_as_an_escape() {
    let text = "schema = \"parallax.session/1\"\n[[correction]]\nact = \"note\"\ntext = \"a\\u001b[31mb\\u202ec\"\n[[correction.on.row]]\noutlet = \"x\"\nwords = \"y\"\n";
    let read = session::parse(Path::new("x"), text.as_bytes()).unwrap();
    let Correction::Note { text, .. } = &*read.all()[0] else {
        panic!("{read:?}")
    };
    assert_eq!(text, "abc");
}

#[test]
fn a_story_has_one_sidecar_however_it_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let story = folder.path().join("ferry");
    std::fs::create_dir(&story).unwrap();
    let beside = |names: &[&str]| {
        let sources: Vec<Source> = names.iter().map(|name| Source::parse(name)).collect();
        session::beside(&sources)
    };
    let path = |file: &str| story.join(file);
    let name = |path: &Path| path.to_str().unwrap().to_owned();
    let own = path("ferry.parallax.toml");
    assert_eq!(beside(&[&name(&story)]), own);
    assert_eq!(beside(&[&name(&path("story.toml"))]), own);
    let [a, b] = ["a.txt", "b.html"].map(|file| name(&path(file)));
    let both = path("a+b.parallax.toml");
    assert_eq!(beside(&[&a, &b]), both);
    assert_eq!(beside(&[&format!("Post={b}"), &a, "-"]), both);
    let many: Vec<String> = (0..9).map(|n| format!("{n}.txt")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert_eq!(beside(&many), Path::new("0+1+2+3+5-more.parallax.toml"));
    assert_eq!(
        beside(&["-", "https://post.example/1"]),
        Path::new("story.parallax.toml")
    );
}
