//! The screens in the README are those of the program.
//!
//! A line `<!-- screen STORY WIDTHxHEIGHT KEYS -->` stands before each: what stands in the block
//! after it is drawn from a sample story after these keys.

use crate::screens::sample;
use crate::support::screen::{drawn, glyphs, played};
use parallax::tui::Palette;
use std::fs;
use std::path::Path;

const MARK: &str = "<!-- screen ";

/// The README with its screens drawn anew, and how many there are.
fn drawn_anew(readme: &str) -> (String, usize) {
    let mut out = String::new();
    let mut screens = 0;
    let mut lines = readme.lines();
    while let Some(line) = lines.next() {
        out += &(line.to_owned() + "\n");
        let Some(what) = line.strip_prefix(MARK) else {
            continue;
        };
        let what = what.strip_suffix(" -->").expect("the mark ends");
        let mut parts = what.splitn(3, ' ');
        let story = parts.next().expect("a story");
        let (width, height) = parts
            .next()
            .and_then(|it| it.split_once('x'))
            .expect("a size");
        let keys = parts.next().unwrap_or_default();
        let (width, height) = (width.parse().unwrap(), height.parse().unwrap());
        let model = played(&sample(story), keys, width, height);
        assert_eq!(lines.next(), Some("```text"), "a block after {line}");
        let screen = glyphs(&drawn(&model, Palette::Mono));
        out += &["```text\n", &screen, "```\n"].concat();
        while lines.next().expect("the block ends") != "```" {}
        screens += 1;
    }
    (out, screens)
}

#[test]
fn the_screens_of_the_readme_are_those_of_the_program() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let (right, screens) = drawn_anew(&readme);
    assert_eq!(screens, 12);
    if right != readme {
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("README.md");
        fs::write(&file, right).unwrap();
        panic!(
            "screens have changed: read {} and put it in place",
            file.display()
        );
    }
}
