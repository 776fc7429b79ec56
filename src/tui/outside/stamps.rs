//! Whether files have changed.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// How files were when they were looked at; equal to another where none has changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamps(Vec<Option<Stamp>>);

/// How one was.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Stamp {
    /// When a file was written last, and how long it was.
    File(Option<SystemTime>, u64),
    /// What is in a folder, but for hidden files: editors keep theirs there.
    Folder(Vec<OsString>),
}

impl Stamps {
    /// Those of files and folders as they are now; what is not there has none.
    pub fn of(files: &[PathBuf]) -> Self {
        Self(files.iter().map(|file| stamp(file)).collect())
    }
}

fn stamp(file: &Path) -> Option<Stamp> {
    let known = fs::metadata(file).ok()?;
    if !known.is_dir() {
        return Some(Stamp::File(known.modified().ok(), known.len()));
    }
    let entries = fs::read_dir(file).ok()?.flatten();
    let names = entries.map(|entry| entry.file_name());
    let mut names: Vec<OsString> = names
        .filter(|name| !name.to_string_lossy().starts_with('.'))
        .collect();
    names.sort();
    Some(Stamp::Folder(names))
}

#[cfg(test)]
mod tests {
    use super::Stamps;
    use std::fs;

    #[test]
    fn a_file_that_grows_comes_or_goes_has_changed() {
        let folder = tempfile::tempdir().unwrap();
        let files = [folder.path().join("a.txt"), folder.path().join("b.txt")];
        let none = Stamps::of(&files);
        fs::write(&files[0], "one").unwrap();
        let one = Stamps::of(&files);
        assert_ne!(none, one);
        assert_eq!(one, Stamps::of(&files));
        fs::write(&files[0], "one and more").unwrap();
        assert_ne!(one, Stamps::of(&files));
        let within = [folder.path().to_path_buf()];
        let before = Stamps::of(&within);
        fs::write(folder.path().join(".a.txt.swp"), "").unwrap();
        assert_eq!(before, Stamps::of(&within), "an editor's own file");
        fs::write(&files[1], "two").unwrap();
        assert_ne!(before, Stamps::of(&within));
    }
}
