//! What an article may be read from.

use crate::load::raw::Declared;
use std::path::{Path, PathBuf};

/// What to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A file, a directory of files, or a story file.
    Path(PathBuf),
    /// Standard input.
    Stdin,
    /// A page in the web.
    Web(Address),
}

/// A page in the web, and where it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// Its address.
    pub url: String,
    /// The directory in which it is saved, so that it can be read again without the web.
    pub folder: PathBuf,
    /// Fetch it even if it is saved already.
    pub again: bool,
}

/// One thing to read as one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::load) struct Item {
    /// As the user named it; for a file of a directory, with the directory.
    pub name: String,
    /// What the user says of it.
    pub given: Declared,
    pub origin: Origin,
}

impl Address {
    /// The page at `url`, saved in `folder`.
    pub fn new(url: &str, folder: &Path) -> Self {
        Self {
            url: url.to_owned(),
            folder: folder.to_path_buf(),
            again: false,
        }
    }
}

impl Origin {
    /// As the user named it.
    pub(in crate::load) fn name(&self) -> String {
        match self {
            Self::Path(path) => path.display().to_string(),
            Self::Stdin => "-".to_owned(),
            Self::Web(address) => address.url.clone(),
        }
    }
}
