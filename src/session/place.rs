//! Where the sidecar of a story is, where nobody names one.

use crate::load::{Origin, Source};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// What the names of sidecars end in.
const ENDING: &str = "parallax.toml";

/// How many articles a name lists.
const LISTED: usize = 4;

/// The sidecar of what is compared:
///
/// - of a folder or its story file, in the folder and named after it: `ferry/ferry.parallax.toml`;
/// - of files, named after all and beside the one that comes first by name, in whatever order they
///   are given: `post+times.parallax.toml`;
/// - of anything else, `story.parallax.toml` where the program runs.
pub fn beside(sources: &[Source]) -> PathBuf {
    let paths: Vec<&Path> = sources
        .iter()
        .filter_map(|source| match &source.origin {
            Origin::Path(path) => Some(path.as_path()),
            Origin::Stdin | Origin::Web(_) => None,
        })
        .collect();
    if let [only] = paths.as_slice()
        && let Some(folder) = folder_of(only)
    {
        return folder.join(format!("{}.{ENDING}", name_of(folder)));
    }
    let Some(first) = paths.iter().min() else {
        return PathBuf::from(format!("story.{ENDING}"));
    };
    let mut stems: Vec<String> = paths.iter().map(|path| word(path.file_stem())).collect();
    stems.sort_unstable();
    let more = stems.len().saturating_sub(LISTED);
    stems.truncate(LISTED);
    let mut name = stems.join("+");
    if more > 0 {
        name = format!("{name}+{more}-more");
    }
    first.with_file_name(format!("{name}.{ENDING}"))
}

/// The folder of a story that a path stands for.
fn folder_of(path: &Path) -> Option<&Path> {
    if path.is_dir() {
        return Some(path);
    }
    if path.extension() != Some(OsStr::new("toml")) {
        return None;
    }
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    Some(folder.unwrap_or(Path::new(".")))
}

/// A folder's own name, also of `.` and `..`.
fn name_of(folder: &Path) -> String {
    let whole = folder.canonicalize();
    let whole = whole.as_deref().unwrap_or(folder);
    word(whole.file_name())
}

fn word(name: Option<&OsStr>) -> String {
    name.map_or_else(
        || "story".to_owned(),
        |name| name.to_string_lossy().into_owned(),
    )
}
