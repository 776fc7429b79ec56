//! Where articles come from: files, directories, story files, standard input, web addresses.

use crate::load::error::{LoadError, MAX_BYTES, MOST_ARTICLES};
use crate::load::formats::format::{DOCUMENTS, ENDINGS, ending};
use crate::load::raw::Declared;
use crate::load::sources::fetch;
use crate::load::sources::origin::{Address, Item, Origin};
use crate::load::sources::story::{self, Story};
use crate::model::Field;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Where an article, or a directory of articles, comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The outlet's name, where the user gave it.
    pub outlet: Option<String>,
    /// What to read.
    pub origin: Origin,
}

/// The directory in which pages are saved that no story file names.
const PAGES: &str = "parallax-pages";

impl Source {
    /// The source that an argument names: a path, `-`, a web address, or one of these behind
    /// `NAME=`. A path that exists is a path, even with a `=` in it, and an address may hold one.
    pub fn parse(arg: &str) -> Self {
        let named = arg
            .split_once('=')
            .filter(|(name, rest)| !name.trim().is_empty() && !rest.is_empty())
            .filter(|_| !Path::new(arg).exists() && !is_address(arg));
        let (outlet, place) = match named {
            Some((name, rest)) => (Some(name.trim().to_owned()), rest),
            None => (None, arg),
        };
        let origin = match place {
            "-" => Origin::Stdin,
            url if is_address(url) => Origin::Web(Address::new(url, Path::new(PAGES))),
            path => Origin::Path(PathBuf::from(path)),
        };
        Self { outlet, origin }
    }

    /// What there is to read: the articles of a story file, a directory's article files in the order
    /// of their names, or the one thing that the source names.
    pub(in crate::load) fn items(&self) -> Result<(Story, Vec<Item>), LoadError> {
        let mut given = Declared::default();
        if let Some(outlet) = &self.outlet {
            given.say(Field::Outlet, outlet, "the command line");
        }
        let item = |origin: Origin| Item {
            name: origin.name(),
            given: given.clone(),
            origin,
        };
        if let Some((file, folder)) = self.story_file() {
            let origin = Origin::Path(file);
            let bytes = bytes(&origin)?;
            let text = String::from_utf8_lossy(&bytes);
            return story::read(&origin.name(), &folder, text.trim_start_matches('\u{feff}'));
        }
        let items = match &self.origin {
            Origin::Path(path) if path.is_dir() => {
                let files = article_files(path)
                    .map_err(|error| LoadError::of(&self.origin.name(), &error))?;
                if files.is_empty() {
                    let name = self.origin.name();
                    return Err(LoadError::NoArticles { name });
                }
                if files.len() > MOST_ARTICLES {
                    let (name, files) = (self.origin.name(), files.len());
                    return Err(LoadError::TooManyFiles { name, files });
                }
                files
                    .into_iter()
                    .map(|file| item(Origin::Path(file)))
                    .collect()
            }
            origin => vec![item(origin.clone())],
        };
        Ok((Story::default(), items))
    }

    /// The story file that the source is or holds, and the directory in which it stands.
    fn story_file(&self) -> Option<(PathBuf, PathBuf)> {
        let Origin::Path(path) = &self.origin else {
            return None;
        };
        let inside = path.join(story::NAME);
        if inside.is_file() {
            return Some((inside, path.clone()));
        }
        let folder = path.parent().map(Path::to_path_buf).unwrap_or_default();
        (ending(path).as_deref() == Some("toml")).then(|| (path.clone(), folder))
    }
}

/// Whether an argument is a web address.
fn is_address(arg: &str) -> bool {
    let lower = arg.get(..8).unwrap_or(arg).to_ascii_lowercase();
    lower.starts_with("http://") || lower.starts_with("https://")
}

/// The bytes of what is read; a page of the web is fetched and saved first.
pub(in crate::load) fn bytes(origin: &Origin) -> Result<Vec<u8>, LoadError> {
    let name = origin.name();
    let read = || match origin {
        Origin::Path(path) => file(path),
        Origin::Stdin => limited(io::stdin().lock(), 0),
        Origin::Web(address) => file(&fetch::file(address)),
    };
    if let Origin::Web(address) = origin {
        fetch::fetch(address)?;
    }
    match read() {
        Ok(bytes) if bytes.len() as u64 > MAX_BYTES => Err(LoadError::TooLarge { name }),
        Ok(bytes) => Ok(bytes),
        Err(error) => Err(LoadError::of(&name, &error)),
    }
}

/// The same of a file.
fn file(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    let length = file.metadata().map_or(0, |it| it.len().min(MAX_BYTES));
    limited(file, length as usize + 1)
}

/// At most one byte more than an article may have; there are likely to be fewer than `likely`.
fn limited(from: impl Read, likely: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(likely);
    from.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The article files in a directory, sorted, with the documents that are to be refused by name;
/// hidden ones are left out.
fn article_files(directory: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        let hidden = path
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with('.'));
        let ending = ending(&path).unwrap_or_default();
        let mut known = ENDINGS.iter().chain(&DOCUMENTS);
        if !hidden && known.any(|it| *it == ending) && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
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
