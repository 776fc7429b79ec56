//! Where articles come from: files, directories, standard input.

use super::error::{LoadError, MAX_BYTES};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

/// Files of a directory with these endings are articles.
const ENDINGS: [&str; 2] = ["txt", "text"];

/// Where an article, or a directory of articles, comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The outlet's name, where the user gave it.
    pub outlet: Option<String>,
    /// What to read.
    pub origin: Origin,
}

/// What to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A file, or a directory of files.
    Path(PathBuf),
    /// Standard input.
    Stdin,
}

/// One thing to read as one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// As the user named it; for a file of a directory, with the directory.
    pub name: String,
    pub outlet: Option<String>,
    pub origin: Origin,
}

impl Source {
    /// The source that an argument names: `path`, `-`, `NAME=path` or `NAME=-`. A path that exists
    /// is a path, even with a `=` in it.
    pub fn parse(arg: &str) -> Self {
        let named = arg
            .split_once('=')
            .filter(|(name, rest)| !name.trim().is_empty() && !rest.is_empty())
            .filter(|_| !Path::new(arg).exists());
        let (outlet, place) = match named {
            Some((name, rest)) => (Some(name.trim().to_owned()), rest),
            None => (None, arg),
        };
        let origin = match place {
            "-" => Origin::Stdin,
            path => Origin::Path(PathBuf::from(path)),
        };
        Self { outlet, origin }
    }

    /// What there is to read: a directory's article files in the order of their names, or the one
    /// thing that the source names.
    pub(super) fn items(&self) -> Result<Vec<Item>, LoadError> {
        let item = |origin: Origin| Item {
            name: origin.name(),
            outlet: self.outlet.clone(),
            origin,
        };
        match &self.origin {
            Origin::Path(path) if path.is_dir() => {
                let files =
                    article_files(path).map_err(|error| trouble(&self.origin.name(), &error))?;
                if files.is_empty() {
                    let name = self.origin.name();
                    return Err(LoadError::NoArticles { name });
                }
                Ok(files
                    .into_iter()
                    .map(|file| item(Origin::Path(file)))
                    .collect())
            }
            origin => Ok(vec![item(origin.clone())]),
        }
    }
}

impl Origin {
    /// As the user named it.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Path(path) => path.display().to_string(),
            Self::Stdin => "-".to_owned(),
        }
    }

    /// Its bytes.
    pub(super) fn bytes(&self) -> Result<Vec<u8>, LoadError> {
        let read = || match self {
            Self::Path(path) => limited(File::open(path)?),
            Self::Stdin => limited(io::stdin().lock()),
        };
        let name = self.name();
        match read() {
            Ok(bytes) if bytes.len() as u64 > MAX_BYTES => Err(LoadError::TooLarge { name }),
            Ok(bytes) => Ok(bytes),
            Err(error) => Err(trouble(&name, &error)),
        }
    }
}

/// At most one byte more than an article may have.
fn limited(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The article files in a directory, sorted; hidden ones are left out.
fn article_files(directory: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        let hidden = path
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with('.'));
        let ending = path
            .extension()
            .map(|ending| ending.to_string_lossy().to_lowercase());
        if !hidden && ending.is_some_and(|e| ENDINGS.contains(&e.as_str())) && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn trouble(name: &str, error: &io::Error) -> LoadError {
    let name = name.to_owned();
    match error.kind() {
        ErrorKind::NotFound => LoadError::Missing { name },
        ErrorKind::PermissionDenied => LoadError::Denied { name },
        _ => LoadError::Io {
            name,
            why: error.to_string(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{Origin, Source};
    use std::path::PathBuf;

    fn parsed(arg: &str) -> (Option<String>, Origin) {
        let source = Source::parse(arg);
        (source.outlet, source.origin)
    }

    #[test]
    fn arguments_name_outlet_and_place() {
        let path = |path: &str| Origin::Path(PathBuf::from(path));
        let outlet = |name: &str| Some(name.to_owned());
        assert_eq!(parsed("a.txt"), (None, path("a.txt")));
        assert_eq!(parsed("-"), (None, Origin::Stdin));
        assert_eq!(
            parsed("The Gazette=a.txt"),
            (outlet("The Gazette"), path("a.txt"))
        );
        assert_eq!(parsed("Gazette=-"), (outlet("Gazette"), Origin::Stdin));
        assert_eq!(
            parsed("Gazette=a=b.txt"),
            (outlet("Gazette"), path("a=b.txt"))
        );
        assert_eq!(parsed("=a.txt"), (None, path("=a.txt")));
    }

    #[test]
    fn a_path_that_exists_wins() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("x=y.txt");
        std::fs::write(&path, "x").unwrap();
        let arg = path.to_str().unwrap();
        assert_eq!(parsed(arg), (None, Origin::Path(path.clone())));
    }
}
