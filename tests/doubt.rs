//! What the program tells people who doubt it: how files were read, why a pair is linked or not.

use crate::support::desk::Desk;

#[test]
fn inspection_shows_what_was_found_in_a_file() {
    let desk = Desk::new();
    let run = desk.run(&["inspect", "post.txt"]);
    assert!(
        run.ends_with(0)
            .contains("headline: Ferry strike enters second week")
    );
    assert!(run.out.contains("quote of Mara Quist"), "{}", run.out);
    let json = desk.run(&["inspect", "--format", "json", "post.txt", "times.txt"]);
    let json: serde_json::Value = serde_json::from_str(json.ends_with(0)).unwrap();
    assert_eq!(json["articles"][1]["sentences"][0]["id"], "B1");
}

#[test]
fn what_is_counted_is_shown_as_the_article_writes_it() {
    let desk = Desk::new();
    let text = "Ferry lost\n\nOne of the 18 people swam about 27km. Almost 400 gulls saw it. Elm scored \
                and won 7-1.\n\nIt weighed 43 kg.\n";
    desk.put("gull.txt", text);
    let run = desk.run(&["inspect", "gull.txt"]);
    let shown = run.ends_with(0);
    for part in [
        "= about 27 km",
        "“One” = 1 people",
        "= nearly 400 gulls",
        "“43 kg”",
        "= 7 to 1 score",
    ] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    // As it is written there it need not be said again.
    assert!(!shown.contains("43 kilo"), "{shown}");
}

#[test]
fn a_pair_of_sentences_is_explained_and_a_wrong_one_refused() {
    let desk = Desk::new();
    let ask = |pair| desk.run(&["inspect", "--why", pair, "post.txt", "times.txt"]);
    let run = ask("B1:A3");
    let text = run.ends_with(0);
    for part in [
        "linked",
        "chance",
        "start: most pairs",
        "1 / (1 + exp(-log odds))",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let args = [
        "inspect",
        "--format",
        "json",
        "--why",
        "A3:B1",
        "post.txt",
        "times.txt",
    ];
    let json: serde_json::Value = serde_json::from_str(desk.run(&args).ends_with(0)).unwrap();
    let odds = json["features"].as_array().unwrap().iter();
    let sum: f64 = odds.map(|it| it["log_odds"].as_f64().unwrap()).sum();
    let chance = 1.0 / (1.0 + (-(sum + json["start"].as_f64().unwrap())).exp());
    assert!(
        (chance - json["score"].as_f64().unwrap()).abs() < 1e-9,
        "{json}"
    );
    for (wrong, remedy) in [("A1:A2", "different articles"), ("A1", "A3:B5")] {
        let run = ask(wrong);
        assert_eq!(run.status, Some(2));
        assert!(run.err.contains(remedy), "{}", run.err);
    }
    ask("A1:B99").fails_with(&["no sentence B99", "parallax inspect"]);
    ask("A1:C1").fails_with(&["there are 2 articles"]);
}

#[test]
fn training_needs_annotated_stories() {
    let desk = Desk::new();
    desk.run(&["train", "."])
        .fails_with(&["gold.json", "train --help"]);
}
