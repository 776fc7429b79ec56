//! One finding at a time, in plain lines.

use crate::support::desk::Desk;
use crate::support::stories::{bridge, hostile, large};
use parallax::linear::{self, State};
use parallax::model::Comparison;

/// What is said to the lines of a script.
fn said(story: &Comparison, script: &str) -> String {
    let mut out = Vec::new();
    linear::run(story, false, &mut script.as_bytes(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_walk_through_a_story() {
    insta::assert_snapshot!(said(
        &bridge(),
        "?\nn\nw\n\nq\np\np\n3\nw\nl\ng 9\nnonsense\nx\nn\n"
    ));
}

#[test]
fn the_end_of_the_input_leaves() {
    assert_eq!(said(&bridge(), ""), linear::opening(&bridge()));
    assert!(said(&bridge(), "g 2").contains("Finding 2 of 5"));
}

#[test]
fn every_finding_is_reached_one_after_the_other() {
    let story = large(6, 20);
    let mut state = State::default();
    for at in 0..story.findings.len() {
        let (next, text) = linear::answer(&story, state, "n");
        assert_eq!(next.at, Some(at));
        assert!(
            text.starts_with(&format!("Finding {} of ", at + 1)),
            "{text}"
        );
        state = next;
    }
    assert!(linear::answer(&story, state, "n").1.contains("last"));
}

#[test]
fn long_lists_come_in_parts() {
    let story = large(6, 90);
    let all = story.findings.len();
    assert!(all > 20, "{all}");
    let (_, first) = linear::answer(&story, State::default(), "l");
    assert!(first.contains("l 21 goes on"), "{first}");
    let (_, next) = linear::answer(&story, State::default(), "l 21");
    assert!(next.starts_with("21, "), "{next}");
}

#[test]
fn nothing_that_steers_a_terminal_is_said() {
    let text = said(&hostile(), "n\nw\nq\nn\nw\nq\nl\ns\n\u{1b}[2J\n");
    let bad = |c: char| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c);
    assert!(!text.contains(bad), "{text:?}");
}

#[test]
fn the_program_reads_commands_from_a_pipe() {
    let desk = Desk::new();
    let run = desk.run_with(&["--linear", "post.txt", "times.txt"], "n\nx\n");
    let text = run.ends_with(0);
    assert!(text.contains("Finding 1 of "), "{text}");
    assert!(!text.contains('\u{1b}'), "{text:?}");
    desk.run(&["--linear", "-", "times.txt"])
        .fails_with(&["standard input", "“-”"]);
}
