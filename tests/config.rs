//! Options and keys from the command line, the environment and the settings file.

use crate::support::desk::Desk;
use std::fs;

/// A desk with a settings file in the settings folder.
fn desk(settings: &str) -> Desk {
    let desk = Desk::new();
    let folder = desk.path("settings").join("parallax");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("config.toml"), settings).unwrap();
    desk
}

/// What `parallax config` says of an option or an action: its value, and who chose it.
fn said(desk: &Desk, args: &[&str], env: &[(&str, &str)], name: &str) -> String {
    let mut command = desk.command(&[&["config"], args].concat());
    let output = command.envs(env.iter().copied()).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let err = String::from_utf8_lossy(&output.stderr);
    let start = format!("{name} = ");
    let line = text.lines().find_map(|line| line.strip_prefix(&start));
    let line = line.unwrap_or_else(|| panic!("no {name} in: {text}{err}"));
    let (value, whence) = line.split_once('#').unwrap();
    format!("{} {}", value.trim(), whence.trim())
}

#[test]
fn without_a_file_all_is_as_usual() {
    let desk = Desk::new();
    let text = desk.run(&["config"]);
    let text = text.ends_with(0);
    assert!(text.contains("config.toml (there is none)"), "{text}");
    assert_eq!(said(&desk, &[], &[], "theme"), "\"dark\" default");
    assert_eq!(
        said(&desk, &[], &[], "next-finding"),
        "[\"]\", \".\"] default: next finding"
    );
}

#[test]
fn files_can_be_watched_without_being_asked_each_time() {
    assert_eq!(said(&Desk::new(), &[], &[], "watch"), "false default");
    let desk = desk("watch = true\n");
    assert_eq!(said(&desk, &[], &[], "watch"), "true settings file");
    let asked = [("PARALLAX_WATCH", "no")];
    assert_eq!(
        said(&desk, &[], &asked, "watch"),
        "false environment: PARALLAX_WATCH"
    );
    let flag = said(&desk, &["--watch"], &asked, "watch");
    assert_eq!(flag, "true command line: --watch");
}

#[test]
fn flags_go_before_the_environment_and_that_before_the_file() {
    let desk = desk("theme = \"light\"\nwidth = 100\ncolor = \"always\"\n");
    let theme = |args: &[&str], env: &[(&str, &str)]| said(&desk, args, env, "theme");
    assert_eq!(theme(&[], &[]), "\"light\" settings file");
    let asked = [("PARALLAX_THEME", "high-contrast")];
    assert_eq!(
        theme(&[], &asked),
        "\"high-contrast\" environment: PARALLAX_THEME"
    );
    assert_eq!(
        theme(&["--theme", "colour-blind"], &asked),
        "\"colour-blind\" command line: --theme"
    );
    let no_color = [("NO_COLOR", "1")];
    assert_eq!(theme(&[], &no_color), "\"mono\" environment: NO_COLOR");
    assert_eq!(
        theme(&["--theme", "light"], &no_color),
        "\"light\" command line: --theme"
    );
    assert_eq!(
        said(&desk, &[], &no_color, "colour"),
        "\"never\" environment: NO_COLOR"
    );
    assert_eq!(
        theme(&["--color", "never", "--theme", "light"], &[]),
        "\"mono\" command line: --color"
    );
    assert_eq!(said(&desk, &[], &[], "width"), "100 settings file");
    assert_eq!(
        said(&desk, &["--width", "60"], &[], "width"),
        "60 command line: --width"
    );
}

#[test]
fn a_light_ground_gets_the_light_theme() {
    let desk = Desk::new();
    let env = [("COLORFGBG", "0;15")];
    assert_eq!(
        said(&desk, &[], &env, "theme"),
        "\"light\" COLORFGBG tells the ground"
    );
}

#[test]
fn what_is_printed_can_be_read_again() {
    let first =
        desk("layout = \"matrix\"\nascii = true\n[keys]\nfold = [\"Z\", \"F6\"]\nhelp = \"H\"\n");
    let printed = first.run(&["config"]);
    let printed = printed.ends_with(0).to_owned();
    assert!(printed.contains("fold = [\"Z\", \"f6\"]"), "{printed}");
    let second = desk(&printed);
    let again = second.run(&["config"]);
    let values = |text: &str| -> Vec<String> {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        let values = lines.map(|line| line.split(" #").next().unwrap_or_default());
        values.map(|value| value.trim().to_owned()).collect()
    };
    assert_eq!(values(&printed), values(again.ends_with(0)));
}

#[test]
fn the_file_reaches_the_report() {
    let desk = desk("width = 50\n");
    let report = desk.run(&["report", "post.txt", "times.txt"]);
    let widest = |text: &str| text.lines().map(|line| line.chars().count()).max();
    assert!(widest(report.ends_with(0)) <= Some(50));
    let wide = desk.run(&["report", "--width", "70", "post.txt", "times.txt"]);
    assert!(widest(wide.ends_with(0)) > Some(50));
}

#[test]
fn what_is_wrong_with_the_file_is_said_with_the_nearest_right_name() {
    for (settings, words) in [
        ("them = \"dark\"", &["config.toml", "“them”", "“theme”"][..]),
        (
            "theme = \"drak\"",
            &["config.toml: theme", "“drak”", "dark"],
        ),
        ("theme = [1]", &["theme", "text"]),
        ("width = 3", &["width", "“3”", "20"]),
        ("theme = ", &["config.toml, line 1"]),
        (
            "\n[keys]\nnext-findin = [\"x\"]",
            &["“next-findin”", "“next-finding”"],
        ),
        (
            "[keys]\nfold = [\"entre\"]",
            &["fold", "“entre”", "“enter”"],
        ),
        (
            "[keys]\nfold = [\"v\"]",
            &["config.toml", "“v”", "“fold”", "“layout”"],
        ),
        ("[keys]\nfold = 3", &["fold", "list of keys"]),
        ("keys = 3", &["keys", "[keys]"]),
    ] {
        desk(settings).run(&["config"]).fails_with(words);
        desk(settings)
            .run(&["report", "post.txt", "times.txt"])
            .fails_with(words);
    }
}

#[test]
fn a_file_that_is_named_must_be_there() {
    let desk = Desk::new();
    desk.put("mine.toml", "theme = \"mono\"\n");
    assert_eq!(
        said(&desk, &["--config", "mine.toml"], &[], "theme"),
        "\"mono\" settings file"
    );
    desk.run(&["config", "--config", "none.toml"])
        .fails_with(&["none.toml"]);
}

#[test]
fn a_broken_file_does_not_hinder_what_needs_none() {
    let desk = desk("nonsense");
    desk.run(&["man"]).ends_with(0);
    desk.run(&["completions", "bash"]).ends_with(0);
}
