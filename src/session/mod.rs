//! The sidecar: a reader's corrections in a file beside the articles, never in them.
//!
//! It is TOML that people can read, mend and compare: one `[[correction]]` after the other, in the
//! order in which they were made, each with the words of the passages it is about. A file that
//! another version, another program or another reader wrote is never overwritten.

mod error;
mod place;

pub use error::SessionError;
pub use place::beside;

use crate::model::{Correction, Corrections, Text};
use crate::store;
use crate::text::clean::clean;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use toml::{Table, Value};

/// What a sidecar of this version begins with.
const SCHEMA: &str = "parallax.session/1";

/// What all versions begin with.
const ANY_SCHEMA: &str = "parallax.session/";

/// What people are told who open it.
const HEAD: &str = "\
# What a reader corrected in a comparison; \"parallax --session FILE ARTICLES\" applies it.
";

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    schema: String,
    #[serde(default, rename = "text", skip_serializing_if = "Vec::is_empty")]
    texts: Vec<Text>,
    #[serde(default, rename = "correction")]
    corrections: Vec<Correction>,
}

/// A sidecar: the file, and what it held when it was read or written last.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    file: PathBuf,
    /// `None` where there was no such file.
    held: Option<Vec<u8>>,
}

impl Session {
    /// Reads a sidecar; one that is not there yet holds no corrections.
    pub fn open(file: &Path) -> Result<(Self, Corrections), SessionError> {
        let held = held(file)?;
        let corrections = match &held {
            Some(bytes) => parse(file, bytes)?,
            None => Corrections::default(),
        };
        let file = file.to_path_buf();
        Ok((Self { file, held }, corrections))
    }

    /// Reads a sidecar that must be there.
    pub fn read(file: &Path) -> Result<Corrections, SessionError> {
        match Self::open(file)? {
            (Self { held: Some(_), .. }, corrections) => Ok(corrections),
            _ => Err(SessionError::Unreadable {
                file: file.to_path_buf(),
                why: "no such file".to_owned(),
            }),
        }
    }

    /// Where it is.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Whether there is such a file.
    pub fn exists(&self) -> bool {
        self.held.is_some()
    }

    /// Writes the corrections into it; not where it holds what this reader has not seen.
    pub fn save(&mut self, corrections: &Corrections) -> Result<(), SessionError> {
        if held(&self.file)? != self.held {
            let file = self.file.clone();
            return Err(match self.held {
                Some(_) => SessionError::Changed { file },
                None => SessionError::Exists { file },
            });
        }
        if self.held.is_none() && corrections.all().is_empty() {
            return Ok(());
        }
        let bytes = print(corrections).map_err(|why| self.unwritable(why))?;
        store::replace(&self.file, bytes.as_bytes())
            .map_err(|error| self.unwritable(plain(&error)))?;
        self.held = Some(bytes.into_bytes());
        Ok(())
    }

    /// The same reader's corrections in another file, which must not be there yet.
    #[must_use]
    pub fn elsewhere(file: &Path) -> Self {
        let file = file.to_path_buf();
        Self { file, held: None }
    }

    fn unwritable(&self, why: String) -> SessionError {
        let file = self.file.clone();
        SessionError::Unwritable { file, why }
    }
}

/// What a file holds; `None` where there is none.
fn held(file: &Path) -> Result<Option<Vec<u8>>, SessionError> {
    match fs::read(file) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unreadable(file, &error)),
    }
}

fn unreadable(file: &Path, error: &io::Error) -> SessionError {
    let (file, why) = (file.to_path_buf(), plain(error));
    SessionError::Unreadable { file, why }
}

/// The system's words without "(os error 2)".
fn plain(error: &io::Error) -> String {
    let text = error.to_string();
    let words = text.split(" (os error").next().unwrap_or_default();
    words.to_lowercase()
}

/// Corrections as they are written.
pub fn print(corrections: &Corrections) -> Result<String, String> {
    let file = File {
        schema: SCHEMA.to_owned(),
        texts: corrections.texts().to_vec(),
        corrections: corrections
            .all()
            .iter()
            .map(|it| Correction::clone(it))
            .collect(),
    };
    let written = toml::to_string(&file).map_err(|error| error.to_string())?;
    Ok(format!("{HEAD}{written}"))
}

/// The corrections in the bytes of `file`.
pub fn parse(file: &Path, bytes: &[u8]) -> Result<Corrections, SessionError> {
    let broken = |line: usize, what: String| SessionError::Broken {
        file: file.to_path_buf(),
        line,
        what: clean(&what).replace('\n', " "),
    };
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
        broken(line_of(good), "it is not UTF-8".to_owned())
    })?;
    let text = text.trim_start_matches('\u{feff}');
    let at = |error: &toml::de::Error| {
        let start = error.span().map_or(0, |span| span.start);
        line_of(text.as_bytes().get(..start).unwrap_or_default())
    };
    let explain = |error: toml::de::Error| broken(at(&error), error.message().to_owned());
    let mut table: Table = toml::from_str(text).map_err(explain)?;
    match table.get("schema").and_then(Value::as_str) {
        Some(SCHEMA) => {}
        Some(schema) if schema.starts_with(ANY_SCHEMA) => {
            let (file, schema) = (file.to_path_buf(), clean(schema));
            return Err(SessionError::Newer { file, schema });
        }
        _ => return Err(broken(1, format!("there is no schema = \"{SCHEMA}\""))),
    }
    // Read twice: the first reading knows the lines, the second has the strings cleaned.
    toml::from_str::<File>(text).map_err(explain)?;
    table.iter_mut().for_each(|(_, value)| tidy(value));
    let read: File = table.try_into().map_err(explain)?;
    let corrections: Corrections = read.corrections.into_iter().collect();
    Ok(corrections.about(read.texts))
}

/// The number of the line that comes after these bytes.
fn line_of(before: &[u8]) -> usize {
    before.split(|byte| *byte == b'\n').count()
}

/// Takes out of all strings what must not reach a terminal.
fn tidy(value: &mut Value) {
    match value {
        Value::String(text) => *text = clean(text).replace('\n', " "),
        Value::Array(all) => all.iter_mut().for_each(tidy),
        Value::Table(table) => table.iter_mut().for_each(|(_, value)| tidy(value)),
        _ => {}
    }
}
