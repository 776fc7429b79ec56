//! Corrections on the command line.

use super::{find, named, one};
use crate::support::desk::{Desk, POST, TIMES};
use parallax::correct::anchor;
use parallax::load;
use parallax::model::{
    ArticleId, BlockRole, Comparison, Correction, Corrections, Part, RowVerdict, Settings,
};
use parallax::{pipeline, session};

/// The two articles of a desk, compared.
fn story() -> Comparison {
    let texts = [("post.txt", POST), ("times.txt", TIMES)];
    let articles = (0..)
        .map(ArticleId)
        .zip(texts)
        .map(|(id, (name, text))| load::article(id, name, None, text.as_bytes()).unwrap());
    pipeline::compare(articles.collect(), Vec::new(), &Settings::default())
}

/// A reader who overrides the verdict of the mayor's row, and one who finds it right.
fn readers() -> [Corrections; 2] {
    let story = story();
    let row = story.row_of(find(&story, "“They must come")).unwrap();
    let machine = story.row(row).verdict;
    let passages = anchor::of_row(&story.articles, story.row(row));
    let crews = story.row_of(find(&story, "Ferry crews")).unwrap();
    let crews = story.row(crews);
    let both = one(Correction::Review {
        row: anchor::of_row(&story.articles, crews),
        verdict: crews.verdict,
        machine: crews.verdict,
    });
    let first = both.with(Correction::Override {
        row: passages.clone(),
        verdict: RowVerdict::Unsure,
        machine,
        reason: "the \u{202e}wording tells nothing".to_owned(),
    });
    let second = both
        .with(Correction::Review {
            row: passages,
            verdict: machine,
            machine,
        })
        .with(Correction::Alone {
            sentence: named(&story.articles, [find(&story, "Hoteliers")]).remove(0),
        });
    [first, second]
}

fn desk() -> Desk {
    let desk = Desk::new();
    let [first, second] = readers();
    desk.put("first.toml", session::print(&first).unwrap());
    desk.put("second.toml", session::print(&second).unwrap());
    desk
}

#[test]
fn a_report_goes_by_the_sidecar_that_is_named_or_stands_beside() {
    let desk = desk();
    let plain = desk
        .run(&["report", "post.txt", "times.txt"])
        .ends_with(0)
        .to_owned();
    assert!(!plain.contains("Corrected by a reader"));
    let named = desk.run(&["report", "--session", "first.toml", "post.txt", "times.txt"]);
    let named = named
        .ends_with(0)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    assert!(
        named.contains("The corrections in first.toml are applied."),
        "{named}"
    );
    assert!(
        named.contains("The reader says “unsure”, the machine")
            && named.contains("wording tells nothing"),
        "{named}"
    );
    assert!(!named.contains('\u{202e}'));

    std::fs::rename(
        desk.path("first.toml"),
        desk.path("post+times.parallax.toml"),
    )
    .unwrap();
    for files in [["post.txt", "times.txt"], ["times.txt", "post.txt"]] {
        let beside = desk.run(&["report", files[0], files[1]]);
        assert!(beside.ends_with(0).contains("post+times.parallax.toml"));
    }
    let without = desk.run(&["report", "--no-session", "post.txt", "times.txt"]);
    assert_eq!(without.ends_with(0), plain);
}

#[test]
fn json_says_both_verdicts() {
    let desk = desk();
    let run = desk.run(&[
        "report",
        "--format",
        "json",
        "--session",
        "first.toml",
        "post.txt",
        "times.txt",
    ]);
    let json: serde_json::Value = serde_json::from_str(run.ends_with(0)).unwrap();
    let rows = json["rows"].as_array().unwrap();
    let said: Vec<_> = rows
        .iter()
        .filter(|row| row["reader"]["machine_verdict"].is_string())
        .collect();
    assert_eq!(said.len(), 1);
    assert_eq!(
        (&said[0]["verdict"], &said[0]["reader"]["machine_verdict"]),
        (&"unsure".into(), &"diverge".into())
    );
    assert_eq!(json["corrections"]["file"], "first.toml");
    assert_eq!(json["corrections"]["reviewed_rows"], 2);
    assert_eq!(json["corrections"]["entries"][0]["outcome"], "applied");
}

#[test]
fn every_form_says_what_the_reader_said() {
    let desk = desk();
    let report = |form: &str| {
        let session = ["report", "--format", form, "--session", "first.toml"];
        let run = desk.run(&[&session[..], &["post.txt", "times.txt"]].concat());
        run.ends_with(0).to_owned()
    };
    crate::schema::check(&serde_json::from_str(&report("json")).unwrap()).unwrap();
    for form in ["text", "markdown", "html"] {
        let report = report(form);
        // Lines may be broken anywhere.
        let words: Vec<&str> = report.split_whitespace().collect();
        let report = words.join(" ");
        for said in [
            "Corrected by a reader",
            "The reader says “unsure”, the machine “diverge”",
        ] {
            let (report, said) = (report.to_lowercase(), said.to_lowercase());
            assert!(report.contains(&said), "{form}: {said}");
        }
    }
    let csv = report("csv");
    let mut table = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    let heads = table.headers().unwrap().clone();
    let at = heads.iter().position(|it| it == "machine_verdict").unwrap();
    let rows: Vec<_> = table.records().map(Result::unwrap).collect();
    assert!(rows.iter().any(|row| &row[at] == "diverge"));
}

#[test]
fn a_sidecar_that_is_missing_or_broken_is_trouble() {
    let desk = desk();
    desk.run(&["report", "--session", "none.toml", "post.txt", "times.txt"])
        .fails_with(&["none.toml", "no such file"]);
    desk.put("bad.toml", "schema = 3");
    desk.run(&["report", "--session", "bad.toml", "post.txt", "times.txt"])
        .fails_with(&["bad.toml", "schema", "--no-session"]);
    desk.run(&["agreement", "first.toml", "bad.toml"])
        .fails_with(&["bad.toml"]);
}

#[test]
fn two_readers_are_compared() {
    let desk = desk();
    insta::assert_snapshot!(
        desk.run(&["agreement", "first.toml", "second.toml"])
            .ends_with(0)
    );
    let run = desk.run(&[
        "agreement",
        "--format",
        "json",
        "--exit-code",
        "first.toml",
        "second.toml",
    ]);
    let json: serde_json::Value = serde_json::from_str(run.ends_with(1)).unwrap();
    assert_eq!(json["schema"], "parallax.agreement/1");
    let rows = &json["kinds"][0];
    // Both judged two rows and agree on one: by hand, p₀ = 1/2 and pₑ = 1/2 · 1/2, so κ = 1/3.
    assert_eq!((&rows["both"], &rows["agreed"]), (&2.into(), &1.into()));
    assert_eq!(rows["kappa"], 0.3333);
    assert_eq!(
        rows["disagreements"][0]["said"],
        serde_json::json!(["unsure", "diverge"])
    );
    desk.run(&["agreement", "--exit-code", "first.toml", "first.toml"])
        .ends_with(0);
}

#[test]
fn no_file_name_reaches_the_terminal_as_an_escape() {
    let desk = desk();
    let odd = "o\u{1b}[31m\u{202e}.toml";
    std::fs::rename(desk.path("first.toml"), desk.path(odd)).unwrap();
    for run in [
        desk.run(&["report", "--session", odd, "post.txt", "times.txt"]),
        desk.run(&["agreement", odd, "second.toml"]),
    ] {
        let out = run.ends_with(0);
        assert!(
            out.contains("o.toml") && !out.contains(['\u{1b}', '\u{202e}']),
            "{out}"
        );
    }
}

/// What a report shows whose findings the reader has gone through: the first confirmed, the second
/// rejected, the others not judged.
fn gone_through() -> (Desk, Vec<String>) {
    let desk = Desk::new();
    let story = story();
    let anchors = story.findings.iter().take(2);
    let anchors = anchors.map(|it| anchor::of_finding(&story.articles, it));
    let anchors: Vec<_> = anchors.collect();
    let [first, second] = anchors.try_into().unwrap();
    let said = one(Correction::Confirm { finding: first }).with(Correction::Reject {
        finding: second,
        reason: "no difference".to_owned(),
    });
    desk.put("post+times.parallax.toml", session::print(&said).unwrap());
    let whys = story.findings.iter().map(|it| it.why.clone());
    (desk, whys.collect())
}

#[test]
fn a_report_can_keep_to_what_the_reader_reviewed() {
    let (desk, whys) = gone_through();
    assert!(whys.len() > 2, "{whys:?}");
    let only = |what: &str| {
        let run = desk.run(&[
            "report",
            "-f",
            "json",
            "--only",
            what,
            "post.txt",
            "times.txt",
        ]);
        let json: serde_json::Value = serde_json::from_str(run.ends_with(0)).unwrap();
        crate::schema::check(&json).unwrap();
        let found = json["findings"].as_array().unwrap().iter();
        let found: Vec<String> = found
            .map(|it| it["why"].as_str().unwrap().to_owned())
            .collect();
        (
            found,
            json["corrections"]["rejected"].as_array().unwrap().len(),
        )
    };
    assert_eq!(only("confirmed"), (vec![whys[0].clone()], 1));
    assert_eq!(only("reviewed"), (vec![whys[0].clone()], 1));
    assert_eq!(only("rejected"), (Vec::new(), 1));
    let text = desk.run(&["report", "--only", "rejected", "post.txt", "times.txt"]);
    assert!(text.ends_with(0).contains("no difference"));
    let table = desk.run(&[
        "report",
        "-f",
        "csv",
        "--only",
        "confirmed",
        "post.txt",
        "times.txt",
    ]);
    assert_eq!(table.ends_with(0).lines().count(), 2);
    let fails = [
        "report",
        "--exit-code",
        "--only",
        "rejected",
        "post.txt",
        "times.txt",
    ];
    desk.run(&fails).ends_with(0);
}

#[test]
fn inspect_and_batch_go_by_the_sidecar_too() {
    let desk = Desk::new();
    let story = story();
    let first = &story.articles[0];
    let block = first
        .blocks
        .iter()
        .find(|it| it.role == BlockRole::Body)
        .unwrap();
    let words = first.slice(block.span).to_owned();
    let aside = one(Correction::Flip {
        block: anchor::of_span(first, block.span),
        to: Part::Furniture,
    });
    desk.put("post+times.parallax.toml", session::print(&aside).unwrap());
    let shown = desk.run(&["inspect", "--width", "200", "post.txt", "times.txt"]);
    let shown = shown.ends_with(0);
    assert!(
        shown.contains("set aside (set aside by a reader)"),
        "{shown}"
    );
    assert!(
        shown.contains("post+times.parallax.toml: what these corrections say"),
        "{shown}"
    );
    let bodies = |args: &[&str]| {
        let files = ["inspect", "--body-only", "post.txt", "times.txt"];
        let run = desk.run(&[&files[..], args].concat());
        run.ends_with(0).matches(&words).count()
    };
    assert_eq!(bodies(&[]) + 1, bodies(&["--no-session"]));
    let batch = |args: &[&str], session: &str| {
        let line = format!("{{\"articles\": [\"post.txt\", \"times.txt\"]{session}}}\n");
        let run = desk.run_with(&[&["batch"], args].concat(), &line);
        let json: serde_json::Value = serde_json::from_str(run.ends_with(0)).unwrap();
        json["corrections"]["entries"]
            .as_array()
            .map_or(0, Vec::len)
    };
    assert_eq!(batch(&[], ""), 1);
    assert_eq!(batch(&["--no-session"], ""), 0);
    desk.put(
        "empty.toml",
        session::print(&Corrections::default()).unwrap(),
    );
    assert_eq!(batch(&[], ", \"session\": \"empty.toml\""), 0);
}
