//! No two files need each other, directly or round about: each can be read before those that use it.

use crate::layers::{root, rust_files, top_level};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// The path of a file's module: `facts::marks`, or `facts` for the file of a folder.
type Module = Vec<String>;

/// A path such as `a::b` as its parts.
fn parts(path: &str) -> Module {
    let end = path.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
    let named = path.get(..end.unwrap_or(path.len())).unwrap_or_default();
    let parts = named.split("::").filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

/// The paths that `code`, that of `module`, names from the root of the crate or from the folders
/// above it, in braces or not.
fn named(module: &[String], code: &str) -> Vec<Module> {
    let mut paths = Vec::new();
    for (prefix, up) in [("crate::", None), ("super::", Some(1))] {
        for (at, _) in code.match_indices(prefix) {
            let (before, mut after) = (&code[..at], &code[at + prefix.len()..]);
            if before.ends_with("super::") || before.ends_with(char::is_alphanumeric) {
                continue;
            }
            let mut up = up.map_or(module.len(), |up: usize| up);
            while let Some(rest) = after.strip_prefix("super::") {
                (after, up) = (rest, up + 1);
            }
            let base = &module[..module.len().saturating_sub(up)];
            let group = after.strip_prefix('{').map(top_level);
            for item in group.unwrap_or_else(|| vec![after.to_owned()]) {
                paths.push([base, &parts(item.trim())].concat());
            }
        }
    }
    paths
}

/// The modules that each module needs, but for those above it in the folders, whose parts it is, and
/// those below it, of which it is made.
fn needs(sources: &BTreeMap<Module, String>) -> BTreeMap<&Module, BTreeSet<&Module>> {
    let of = |(module, source): (_, &String)| {
        let module: &Module = module;
        let code = source.split("#[cfg(test)]\nmod tests").next();
        let lines = code.unwrap_or_default().lines();
        let code: Vec<&str> = lines
            .filter(|it| !it.trim_start().starts_with("//"))
            .collect();
        let file = |path: Module| {
            let known = (1..=path.len()).rev().map(|end| path[..end].to_vec());
            known
                .filter_map(|path| sources.get_key_value(&path))
                .map(|(file, _)| file)
                .next()
        };
        let needed = named(module, &code.join("\n")).into_iter().filter_map(file);
        let apart = |other: &&Module| !other.starts_with(module) && !module.starts_with(other);
        (module, needed.filter(apart).collect())
    };
    sources.iter().map(of).collect()
}

/// What needs each other: that which is left when all that needs nothing more is taken away, again and
/// again, and then all that nobody needs.
fn circles(mut left: BTreeMap<Module, BTreeSet<Module>>) -> Vec<String> {
    loop {
        let (keys, before): (BTreeSet<_>, _) = (left.keys().cloned().collect(), left.len());
        let needed: BTreeSet<_> = left.values().flatten().cloned().collect();
        left.retain(|module, needs| needed.contains(module) && !needs.is_disjoint(&keys));
        if left.len() == before {
            break;
        }
    }
    left.keys().map(|module| module.join("::")).collect()
}

/// What the first parts of the paths, so many, need of each other.
fn folded(
    needs: &BTreeMap<&Module, BTreeSet<&Module>>,
    parts: usize,
) -> BTreeMap<Module, BTreeSet<Module>> {
    let folder = |module: &Module| module[..module.len().min(parts)].to_vec();
    let mut all: BTreeMap<Module, BTreeSet<Module>> = BTreeMap::new();
    for (module, needs) in needs {
        let own = folder(module);
        let needs = needs.iter().map(|it| folder(it)).filter(|it| *it != own);
        all.entry(own.clone()).or_default().extend(needs);
    }
    all
}

/// The files of the crate by their modules.
fn sources() -> BTreeMap<Module, String> {
    let src = root().join("src");
    let files = rust_files(&src).into_iter().map(|file| {
        let inside = file.strip_prefix(&src).unwrap().to_str().unwrap();
        let name = inside.trim_end_matches(".rs").trim_end_matches("/mod");
        let module = name.split('/').map(str::to_owned).collect();
        (module, fs::read_to_string(&file).unwrap())
    });
    files.collect()
}

#[test]
fn no_files_need_each_other() {
    let found = circles(folded(&needs(&sources()), usize::MAX));
    assert!(found.is_empty(), "files that need each other: {found:#?}");
}

#[test]
fn no_folders_of_one_layer_need_each_other() {
    for layer in ["load", "facts", "compare"] {
        let mut folders = folded(&needs(&sources()), 2);
        folders.retain(|module, _| module[0] == layer);
        let found = circles(folders);
        assert!(found.is_empty(), "folders that need each other: {found:#?}");
    }
}

#[test]
fn the_check_finds_circles_and_nothing_else() {
    let of = |files: &[(&str, &str)], deep: usize| {
        let files = files.iter();
        let files = files.map(|(module, source)| (parts(module), (*source).to_owned()));
        circles(folded(&needs(&files.collect()), deep))
    };
    let house = |files: &[(&str, &str)]| of(files, usize::MAX);
    let planted = [
        ("a", "mod b; mod c;"),
        ("a::b", "use super::c::{X, Y};"),
        ("a::c", "fn f() { crate::d::g() }"),
        ("d", "use crate::{a::b, e};"),
        ("e", "// use crate::d;"),
    ];
    assert_eq!(house(&planted), ["a::b", "a::c", "d"]);
    let fine = [
        ("a", "use b::X;"),
        ("a::b", "use super::{Y, c};"),
        (
            "a::c",
            "use super::super::d;\n#[cfg(test)]\nmod tests { use crate::a::b; }",
        ),
        ("d", "use crate::a::Y;"),
    ];
    assert!(house(&fine).is_empty(), "{:?}", house(&fine));
    let folders = [
        ("a::b::x", "use crate::a::c::y::X;"),
        ("a::b::w", ""),
        ("a::c::y", ""),
        ("a::c::z", "use crate::a::b::w::W;"),
    ];
    assert!(house(&folders).is_empty());
    assert_eq!(of(&folders, 2), ["a::b", "a::c"]);
}
