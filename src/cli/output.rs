//! Reports written into files: whole or not at all, and never over something by accident.

use super::error::Error;
use crate::store;
use std::fs;
use std::io;
use std::path::Path;

/// Refuses a file that exists, unless overwriting is allowed.
///
/// Done before the work as well as after it, so that nobody waits for a refusal.
pub(super) fn check(file: &Path, force: bool) -> Result<(), Error> {
    if file.is_dir() {
        return Err(
            Error::new(format!("{}: is a folder", file.display())).hint("name a file in it")
        );
    }
    if file.is_file() && !force {
        return Err(Error::new(format!("{}: exists already", file.display()))
            .hint("name another file, or add --force to overwrite it"));
    }
    Ok(())
}

/// Puts `bytes` into `file`.
///
/// In one step; what is no plain file (a device, a pipe) is written into as it is. A file that came to be there since
/// the first check is refused again, unless overwriting is allowed.
pub(super) fn write(file: &Path, bytes: &[u8], force: bool) -> Result<(), Error> {
    check(file, force)?;
    let failed = |error: io::Error| Error::writing(file, &error);
    if file.exists() && !file.is_file() {
        return fs::write(file, bytes).map_err(failed);
    }
    store::replace(file, bytes).map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::{check, write};
    use std::fs;

    #[test]
    fn a_file_is_replaced_whole_and_only_when_allowed() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("report.txt");
        assert!(check(&file, false).is_ok());
        write(&file, b"first", false).unwrap();
        let refusal = check(&file, false).unwrap_err().to_string();
        assert!(
            refusal.contains("report.txt") && refusal.contains("--force"),
            "{refusal}"
        );
        assert!(write(&file, b"second", false).is_err());
        assert_eq!(fs::read(&file).unwrap(), b"first");
        assert!(check(&file, true).is_ok());
        write(&file, b"second", true).unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"second");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_that_is_not_there_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("none").join("report.txt");
        let error = write(&file, b"", false).unwrap_err().to_string();
        assert!(
            error.contains("report.txt") && error.contains("no such file"),
            "{error}"
        );
    }
}
