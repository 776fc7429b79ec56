//! Whether files have changed.

use std::fs;
use std::path::PathBuf;
use std::time::SystemTime;

/// When files were written last, and how long they were; equal to another where none has changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamps(Vec<Option<(Option<SystemTime>, u64)>>);

impl Stamps {
    /// Those of the files as they are now; a file that is not there has none.
    pub fn of(files: &[PathBuf]) -> Self {
        let stamp = |file: &PathBuf| {
            let known = fs::metadata(file).ok()?;
            Some((known.modified().ok(), known.len()))
        };
        Self(files.iter().map(stamp).collect())
    }
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
    }
}
