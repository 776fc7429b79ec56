//! Imports point down, and files stay small enough to be read at one sitting.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The layers from the bottom up; modules on one line do not know each other.
const LAYERS: [&[&str]; 8] = [
    &["text", "parallel", "store"],
    &["model"],
    &["load", "facts", "align", "compare", "correct", "agreement"],
    &["pipeline", "survey"],
    &["session"],
    &["report", "linear", "tui", "train"],
    &["cli"],
    &["main", "lib"],
];

/// The files that a newcomer can hold in the head at once.
const MOST_LINES: usize = 400;

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// The modules of the crate that `source` names after `crate::` or the crate's own name, single
/// or in braces; comments do not count.
fn imports(source: &str) -> Vec<String> {
    let code: String = source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| [line.split(" //").next().unwrap_or_default(), "\n"])
        .collect();
    let word = |text: &str| -> String {
        let text = text.trim_start().chars();
        text.take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect()
    };
    let mut found = Vec::new();
    for after in ["crate::", "parallax::"]
        .iter()
        .flat_map(|root| code.split(root).skip(1))
    {
        match after.trim_start().strip_prefix('{') {
            Some(group) => found.extend(top_level(group).iter().map(|item| word(item))),
            None => found.push(word(after)),
        }
    }
    found
}

/// The items of a group in braces, without those of the groups inside it.
pub(crate) fn top_level(group: &str) -> Vec<String> {
    let (mut items, mut depth) = (vec![String::new()], 0);
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => items.push(String::new()),
            _ if depth == 0 => items.last_mut().unwrap().push(c),
            _ => {}
        }
    }
    items
}

/// What `source`, a file of `module`, imports from its own layer or from above it.
fn violations(module: &str, source: &str) -> Vec<String> {
    let own = layer(module).unwrap_or_else(|| panic!("{module} stands in no layer"));
    let wrong = |other: &String| other != module && layer(other).is_some_and(|it| it >= own);
    imports(source).into_iter().filter(wrong).collect()
}

pub(crate) fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn imports_point_down() {
    let src = root().join("src");
    let mut wrong = Vec::new();
    for file in rust_files(&src) {
        let inside = file.strip_prefix(&src).unwrap();
        let first = inside.iter().next().unwrap().to_str().unwrap();
        let module = first.trim_end_matches(".rs");
        let found = violations(module, &fs::read_to_string(&file).unwrap());
        if !found.is_empty() {
            wrong.push(format!("{} must not know {found:?}", inside.display()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The layers of the terminal from the bottom up; those on one line do not know each other.
const TERMINAL: [&[&str]; 5] = [
    &["state"],
    &["lines"],
    &["update", "view"],
    &["runtime", "outside"],
    &["program"],
];

/// The files of the terminal (`lines/cell`; `lines` for a folder's own) with those that each names.
fn terminal_imports() -> BTreeMap<String, Vec<String>> {
    let src = root().join("src/tui");
    let files = rust_files(&src);
    let name = |file: &PathBuf| {
        let inside = file.strip_prefix(&src).unwrap().to_str().unwrap();
        let name = inside.trim_end_matches(".rs");
        name.trim_end_matches("/mod").to_owned()
    };
    let known: Vec<String> = files.iter().map(name).collect();
    let mut imports = BTreeMap::new();
    for (file, own) in files.iter().zip(&known) {
        let source = fs::read_to_string(file).unwrap();
        let code = source.split("#[cfg(test)]").next().unwrap();
        let folder = own.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut named = Vec::new();
        for (prefix, base) in [("crate::tui::", ""), ("super::", folder)] {
            for after in code.split(prefix).skip(1) {
                let group = after.strip_prefix('{').map(top_level);
                for item in group.unwrap_or_else(|| vec![after.to_owned()]) {
                    named.push(file_of(&format!("{base}/{}", item.trim()), &known));
                }
            }
        }
        // A folder's file knows what it is made of.
        let inside = format!("{own}/");
        named.extend(
            known
                .iter()
                .filter(|file| file.starts_with(&inside))
                .cloned(),
        );
        imports.insert(own.clone(), named);
    }
    imports
}

/// The file that a path such as `lines/cell::marks` leads to; what a folder re-exports is its own.
fn file_of(path: &str, known: &[String]) -> String {
    let path = path.trim_start_matches('/').replace("::", "/");
    let letters = path
        .chars()
        .take_while(|c| c.is_alphanumeric() || "_/".contains(*c));
    let mut parts: Vec<String> = letters
        .collect::<String>()
        .split('/')
        .map(str::to_owned)
        .collect();
    parts.truncate(2);
    while !parts.is_empty() && !known.contains(&parts.join("/")) {
        parts.pop();
    }
    parts.join("/")
}

#[test]
fn the_terminal_reads_as_layers() {
    let rank = |file: &str| {
        let first = file.split('/').next().unwrap_or_default();
        TERMINAL.iter().position(|layer| layer.contains(&first))
    };
    let mut imports = terminal_imports();
    imports.remove("mod");
    let mut wrong = Vec::new();
    for (file, named) in &imports {
        let own = file.split('/').next().unwrap();
        let above = |other: &&String| !other.starts_with(own) && rank(other) >= rank(file);
        let known = named.iter().filter(|other| rank(other).is_some());
        wrong.extend(
            known
                .filter(above)
                .map(|other| format!("{file} must not know {other}")),
        );
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    // Files that need nothing are taken away until none is left, or until a circle is.
    while let Some(free) = imports
        .iter()
        .find(|(_, named)| named.iter().all(|other| !imports.contains_key(other)))
        .map(|(file, _)| file.clone())
    {
        imports.remove(&free);
    }
    assert!(
        imports.is_empty(),
        "files that need each other: {imports:#?}"
    );
}

#[test]
fn files_are_short() {
    let folders = ["src", "tests"].map(|folder| rust_files(&root().join(folder)));
    let lines = |file: &PathBuf| fs::read_to_string(file).unwrap().lines().count();
    let sized = folders.iter().flatten().map(|file| (file, lines(file)));
    let long: Vec<_> = sized.filter(|(_, lines)| *lines > MOST_LINES).collect();
    assert!(long.is_empty(), "{MOST_LINES} lines at most: {long:#?}");
}

#[test]
fn the_check_finds_what_it_is_for() {
    for (module, planted) in [
        ("text", "use crate::model::Article;"),
        ("load", "use crate::facts;"),
        (
            "align",
            "use crate::{model::{self, Link}, text::Span, compare::wording};",
        ),
        ("report", "fn f() { crate::tui::run() }"),
        (
            "tui",
            "use crate::pipeline::{\n    compare,\n};\nuse crate::{\n    report,\n};",
        ),
        ("model", "use parallax::align::align;"),
    ] {
        assert!(
            !violations(module, planted).is_empty(),
            "{module}: {planted}"
        );
    }
    for (module, fine) in [
        ("tui", "use crate::{model::Article, text::{Span, wrap}};"),
        ("align", "use crate::model::{Link, report};"),
        ("text", "use crate::text::Span; // not crate::model"),
        ("cli", "use crate::{load, pipeline, report, tui};"),
    ] {
        assert!(violations(module, fine).is_empty(), "{module}: {fine}");
    }
}
