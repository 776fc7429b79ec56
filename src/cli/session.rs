//! The sidecar that a command goes by.

use super::args::SessionArgs;
use super::error::Error;
use crate::load::Source;
use crate::model::Corrections;
use crate::session::{self, Session, SessionError};
use crate::text::clean::clean;
use std::path::Path;

impl From<SessionError> for Error {
    fn from(error: SessionError) -> Self {
        Self::new(error.to_string())
    }
}

/// The sidecar that was named, or else the one beside the articles; `None` where none is wanted.
pub(super) fn open(
    typed: &SessionArgs,
    sources: &[Source],
) -> Result<Option<(Session, Corrections)>, Error> {
    if typed.no_session {
        return Ok(None);
    }
    let file = match &typed.session {
        Some(file) => file.clone(),
        None => session::beside(sources),
    };
    Ok(Some(Session::open(&file)?))
}

/// A file as reports name it: without what must not reach a terminal.
pub(super) fn name(file: &Path) -> String {
    clean(&file.display().to_string()).replace('\n', " ")
}

/// The corrections in the sidecar that was named, which must be there, or in the one beside the
/// articles if it is there; with its name.
pub(super) fn read(
    typed: &SessionArgs,
    sources: &[Source],
) -> Result<(Corrections, Option<String>), Error> {
    if let Some(file) = &typed.session {
        return Ok((Session::read(file)?, Some(name(file))));
    }
    Ok(match open(typed, sources)? {
        Some((session, corrections)) if session.exists() => {
            (corrections, Some(name(session.file())))
        }
        _ => (Corrections::default(), None),
    })
}
