//! Files written whole or not at all.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Puts `bytes` into `file` in one step: whoever reads it finds the old bytes or the new ones, even
/// if the program or the machine stops meanwhile. A link to a file stays one.
pub(crate) fn replace(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let file = fs::canonicalize(file).unwrap_or_else(|_| file.to_path_buf());
    let beside = beside(&file);
    let written = File::create(&beside).and_then(|mut new| {
        new.write_all(bytes)?;
        if let Ok(old) = fs::metadata(&file) {
            new.set_permissions(old.permissions())?;
        }
        new.sync_all()
    });
    let placed = written.and_then(|()| fs::rename(&beside, &file));
    if placed.is_err() {
        // The first error is the one to tell; a rest that cannot be removed is a lesser one.
        let _ = fs::remove_file(&beside);
    }
    placed
}

/// A hidden name in the same folder, as only there one step can rename it.
fn beside(file: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(file.file_name().unwrap_or_default());
    name.push(format!(".{}.part", std::process::id()));
    file.with_file_name(name)
}
