//! Why a sidecar could not be read or written.

use std::path::PathBuf;
use thiserror::Error;

/// Why a sidecar could not be read or written. Each names the file and says what to do; none of them
/// changes it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SessionError {
    /// It cannot be read.
    #[error("{}: {why}; check the path and its permissions", file.display())]
    Unreadable {
        /// The sidecar.
        file: PathBuf,
        /// What the system says.
        why: String,
    },
    /// It is no sidecar, or a broken one.
    #[error(
        "{}: line {line} of these corrections: {what}; mend it, name another file with --session, \
         or leave it aside with --no-session",
        file.display()
    )]
    Broken {
        /// The sidecar.
        file: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong.
        what: String,
    },
    /// A newer version wrote it.
    #[error(
        "{}: these corrections are {schema}, which this version of parallax does not know; use a \
         newer one, or leave them aside with --no-session",
        file.display()
    )]
    Newer {
        /// The sidecar.
        file: PathBuf,
        /// What it says it is.
        schema: String,
    },
    /// Somebody else wrote it meanwhile.
    #[error(
        "{}: somebody else has changed it since it was read, so it is left as it is; save into \
         another file",
        file.display()
    )]
    Changed {
        /// The sidecar.
        file: PathBuf,
    },
    /// It is another file, which is there already.
    #[error("{}: exists already, so it is left as it is; save into another file", file.display())]
    Exists {
        /// The sidecar.
        file: PathBuf,
    },
    /// It cannot be written.
    #[error(
        "{}: {why}; check the folder, its permissions and the space left, or save into another file",
        file.display()
    )]
    Unwritable {
        /// The sidecar.
        file: PathBuf,
        /// What the system says.
        why: String,
    },
}
