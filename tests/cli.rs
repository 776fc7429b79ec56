//! The command line: what is printed where, and with which exit status.

use crate::support::desk::{Desk, POST, TIMES};
use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::Stdio;

#[test]
fn without_a_terminal_the_text_report_is_printed() {
    let desk = Desk::new();
    let plain = desk.run(&["post.txt", "times.txt"]);
    let report = desk.run(&["report", "post.txt", "times.txt"]);
    assert!(
        plain
            .ends_with(0)
            .starts_with("Parallax report: 2 articles")
    );
    assert_eq!(plain.out, report.out);
    assert!(plain.out.lines().all(|line| line.chars().count() <= 80));
    assert!(plain.err.is_empty() && !plain.out.contains('\u{1b}'));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let desk = Desk::new();
    let args = [
        "report",
        "--format",
        "json",
        "--with-text",
        "post.txt",
        "times.txt",
    ];
    let first = desk.run(&args);
    let json: serde_json::Value = serde_json::from_str(first.ends_with(0)).unwrap();
    assert_eq!(json["schema"], "parallax.report/1");
    assert_eq!(json["articles"][1]["source"], "times.txt");
    assert_eq!(first.out, desk.run(&args).out);
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    let desk = Desk::new();
    let story = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/merger");
    let run = |threads: &str| {
        let mut command = desk.command(&["report", "--format", "json"]);
        command.arg(&story).env("RAYON_NUM_THREADS", threads);
        let output = command.output().unwrap();
        assert!(output.status.success());
        output.stdout
    };
    let alone = run("1");
    assert!(alone.len() > 10_000);
    for threads in ["2", "7"] {
        assert!(
            run(threads) == alone,
            "{threads} threads say something else"
        );
    }
}

#[test]
fn an_outlet_can_be_named_and_an_article_piped() {
    let desk = Desk::new();
    let run = desk.run_with(&["report", "Elm Post=post.txt", "Elm Times=-"], TIMES);
    assert!(run.ends_with(0).contains("A  Elm Post\n") && run.out.contains("B  Elm Times\n"));
}

#[test]
fn a_folder_stands_for_its_articles() {
    let desk = Desk::new();
    let run = desk.run(&["report", "--summary", "."]);
    assert!(run.ends_with(0).starts_with("2 articles, "));
    assert_eq!(run.out.lines().count(), 1);
}

#[test]
fn files_that_cannot_be_read_are_named_with_a_remedy() {
    let desk = Desk::new();
    desk.put("empty.txt", "");
    desk.put(
        "program.txt",
        b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x03\x00",
    );
    fs::create_dir(desk.path("none")).unwrap();
    for (bad, remedy) in [
        ("gone.txt", "check the path"),
        ("empty.txt", "is empty"),
        ("program.txt", "not text"),
        ("none", "no article files"),
    ] {
        desk.run(&["report", bad, "post.txt"])
            .fails_with(&[bad, remedy, "two articles"]);
        desk.run(&["inspect", bad]).fails_with(&[bad, remedy]);
    }
    desk.run(&["post.txt"]).fails_with(&["at least two"]);
    desk.run_with(&["report", "-", "-"], POST)
        .fails_with(&["standard input"]);
}

#[test]
#[cfg(unix)]
fn a_file_that_may_not_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    fs::set_permissions(desk.path("post.txt"), fs::Permissions::from_mode(0o0)).unwrap();
    if fs::read(desk.path("post.txt")).is_ok() {
        return; // root may read everything
    }
    desk.run(&["report", "post.txt", "times.txt"])
        .fails_with(&["post.txt", "permission"]);
}

#[test]
fn one_bad_file_among_several_is_a_warning() {
    let desk = Desk::new();
    let run = desk.run(&["report", "post.txt", "gone.txt", "times.txt"]);
    assert!(
        run.err.starts_with("parallax: warning: gone.txt: "),
        "{}",
        run.err
    );
    assert!(run.ends_with(0).contains("MIND THIS FIRST\n!  gone.txt: "));
}

#[test]
fn the_same_article_twice_is_said_to_be_so() {
    let desk = Desk::new();
    desk.put("copy.txt", POST);
    let run = desk.run(&["report", "post.txt", "copy.txt"]);
    assert!(run.ends_with(0).contains("MIND THIS FIRST"), "{}", run.out);
}

#[test]
fn the_exit_status_tells_of_differences_only_when_asked() {
    let desk = Desk::new();
    let args =
        |more: &[&'static str]| [&["report", "--summary", "post.txt", "times.txt"], more].concat();
    desk.run(&args(&[])).ends_with(0);
    desk.run(&args(&["--exit-code"])).ends_with(1);
    desk.run(&args(&["--fail-on", "quote_altered,date"]))
        .ends_with(1);
    desk.run(&args(&["--fail-on", "date"])).ends_with(0);
    let usage = desk.run(&args(&["--fail-on", "mood"]));
    assert_eq!(usage.status, Some(2));
    assert!(usage.err.contains("mood") && usage.err.contains("--help"));
}

#[test]
fn a_report_file_is_not_overwritten_by_accident() {
    let desk = Desk::new();
    let args = ["report", "-o", "story.txt", "post.txt", "times.txt"];
    assert_eq!(desk.run(&args).ends_with(0), "");
    let written = fs::read_to_string(desk.path("story.txt")).unwrap();
    assert_eq!(written, desk.run(&["report", "post.txt", "times.txt"]).out);
    desk.put("story.txt", "mine");
    desk.run(&args).fails_with(&["story.txt", "--force"]);
    assert_eq!(fs::read_to_string(desk.path("story.txt")).unwrap(), "mine");
    desk.run(&[&args[..], &["--force"]].concat()).ends_with(0);
    assert_eq!(fs::read_to_string(desk.path("story.txt")).unwrap(), written);
    desk.run(&["report", "-o", "no/folder.txt", "post.txt", "times.txt"])
        .fails_with(&["no/folder.txt", "check the folder"]);
}

#[test]
fn colour_is_written_when_it_is_asked_for() {
    let desk = Desk::new();
    let run = desk.run(&["report", "--color", "always", "post.txt", "times.txt"]);
    assert!(run.ends_with(0).contains("\u{1b}[1m"));
    let run = desk.run(&["report", "--color", "auto", "post.txt", "times.txt"]);
    assert!(!run.ends_with(0).contains('\u{1b}'));
}

#[test]
fn links_are_claimed_from_the_chance_that_was_asked_for() {
    let desk = Desk::new();
    let counts = |chance: &[&str]| {
        let usual = ["report", "--format", "json", "post.txt", "times.txt"];
        let run = desk.run(&[&usual[..], chance].concat());
        let report: serde_json::Value = serde_json::from_str(run.ends_with(0)).unwrap();
        let links = report["links"].as_array().unwrap();
        let claimed = |link: &&serde_json::Value| link["verdict"] != "unsure";
        (links.iter().filter(claimed).count(), links.len())
    };
    let (usual, all) = counts(&[]);
    assert!(usual > 0);
    assert_eq!(counts(&["--claim-from", "1"]), (0, all));
    let run = desk.run(&["report", "--claim-from", "0.9", "post.txt", "times.txt"]);
    assert!(run.ends_with(0).contains("from a score of 0.90"));
    let run = desk.run(&["report", "--claim-from", "0.1", "post.txt", "times.txt"]);
    assert_eq!(run.status, Some(2));
    assert!(run.err.contains("between 0.2 and 1"), "{}", run.err);
}

#[test]
fn a_reader_who_stops_reading_is_no_trouble() {
    let desk = Desk::new();
    // Long enough that it cannot all wait in the pipe.
    let long = POST.repeat(40).replace("Monday", "Tuesday");
    desk.put("long.txt", long);
    let mut command = desk.command(&[
        "report",
        "--format",
        "json",
        "--min-score",
        "0",
        "long.txt",
        "times.txt",
    ]);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 1];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(
        (output.status.code(), output.stderr.as_slice()),
        (Some(0), &b""[..])
    );
}

#[test]
fn control_characters_in_names_never_reach_the_terminal() {
    let desk = Desk::new();
    let run = desk.run(&["report", "\u{1b}[31mgone.txt", "post.txt"]);
    run.fails_with(&["gone.txt"]);
    assert!(!run.err.contains('\u{1b}'));
    let run = desk.run(&["report", "\u{1b}[31mPost=post.txt", "times.txt"]);
    assert!(!run.ends_with(0).contains('\u{1b}'));
}

#[test]
fn help_shows_examples_and_the_exit_status() {
    let desk = Desk::new();
    let help = desk.run(&["--help"]);
    assert!(help.ends_with(0).contains("Examples:") && help.out.contains("Exit status: 0"));
    assert!(help.out.lines().all(|line| line.chars().count() <= 100));
    insta::assert_snapshot!(desk.run(&["report", "--help"]).ends_with(0));
    assert!(
        desk.run(&["--version"])
            .ends_with(0)
            .starts_with("parallax ")
    );
    assert_eq!(desk.run(&[]).status, Some(2));
}

#[test]
fn shells_and_manual_readers_are_served() {
    let desk = Desk::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(
            desk.run(&["completions", shell])
                .ends_with(0)
                .contains("fail-on"),
            "{shell}"
        );
        for new in ["worksheet", "schema"] {
            assert!(
                desk.run(&["completions", shell]).out.contains(new),
                "{shell}"
            );
        }
    }
    assert!(desk.run(&["man"]).ends_with(0).contains(".TH parallax 1"));
    assert!(
        desk.run(&["man", "report"])
            .ends_with(0)
            .contains("fail\\-on")
    );
    assert!(desk.run(&["man", "report"]).out.contains("worksheet"));
    assert!(
        desk.run(&["man", "schema"])
            .ends_with(0)
            .contains("JSON Schema")
    );
}

#[test]
fn a_batch_takes_a_story_a_line_and_goes_on_after_trouble() {
    let desk = Desk::new();
    let stories = r#"{"story": "strike", "articles": ["Elm Post=post.txt", "times.txt"]}

{"story": 2, "articles": ["post.txt", "gone.txt"]}
not a story
{"articles": ["post.txt", "times.txt"]}
"#;
    let run = desk.run_with(&["batch"], stories);
    let lines = run.ends_with(2).lines();
    let lines: Vec<serde_json::Value> = lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 4);
    assert_eq!(lines[0]["story"], "strike");
    assert_eq!(lines[0]["articles"][0]["outlet"], "Elm Post");
    assert_eq!(lines[1]["story"], 2);
    assert!(lines[1]["error"].as_str().unwrap().contains("gone.txt"));
    assert!(lines[2]["error"].as_str().unwrap().contains("articles"));
    assert_eq!(lines[3]["schema"], "parallax.report/1");
    desk.put("stories.jsonl", r#"{"articles": ["."]}"#);
    assert_eq!(
        desk.run(&["batch", "stories.jsonl"])
            .ends_with(0)
            .lines()
            .count(),
        1
    );
    desk.run(&["batch", "none.jsonl"])
        .fails_with(&["none.jsonl", "check the path"]);
}

#[test]
fn the_samples_are_read_without_a_warning() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let desk = Desk::new();
    for story in fs::read_dir(samples)
        .unwrap()
        .map(|entry| entry.unwrap().path())
    {
        if story.is_dir() {
            let run = desk.run(&["report", "--summary", story.to_str().unwrap()]);
            assert!(
                run.ends_with(0).contains("articles") && run.err.is_empty(),
                "{}",
                run.err
            );
        }
    }
}
