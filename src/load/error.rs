//! What can go wrong while articles are read, and what to do about it.

use std::io::{self, ErrorKind};
use thiserror::Error;

/// Larger files are no news articles, whatever they are.
pub(super) const MAX_BYTES: u64 = 64 << 20;

/// So many articles are read from one file or folder; a collection of more is no story.
pub(super) const MOST_ARTICLES: usize = 1000;

/// So many articles are compared; each is held against each other one.
pub(super) const MOST_COMPARED: usize = 100;

/// Why an article could not be read. Its text names the file, what is wrong, and the remedy.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum LoadError {
    /// There is no such file.
    #[error("{name}: there is no such file; check the path")]
    Missing {
        /// The file as the user named it.
        name: String,
    },
    /// The file may not be read.
    #[error("{name}: permission denied; make the file readable for you, or copy it")]
    Denied {
        /// The file as the user named it.
        name: String,
    },
    /// Reading failed for another reason.
    #[error("{name}: could not be read ({why}); copy the file somewhere else and try again")]
    Io {
        /// The file as the user named it.
        name: String,
        /// What the system said.
        why: String,
    },
    /// A directory holds nothing that looks like an article.
    #[error(
        "{name}: no article files in this directory; put .txt, .html, .md or .json files there, or \
         name the files one by one"
    )]
    NoArticles {
        /// The directory as the user named it.
        name: String,
    },
    /// The file, or what came from standard input, holds no text at all.
    #[error("{name}: {}", empty(.name))]
    Empty {
        /// The file as the user named it.
        name: String,
    },
    /// The file is not text.
    #[error("{name}: this is {what}, not text; save the article's text as a .txt file")]
    NotText {
        /// The file as the user named it.
        name: String,
        /// What it is instead, as far as can be told.
        what: &'static str,
    },
    /// The file's format holds no article, or is broken.
    #[error("{name}: {what}; {remedy}")]
    Malformed {
        /// The file as the user named it, and where in it.
        name: String,
        /// What is wrong.
        what: String,
        /// What to do about it.
        remedy: &'static str,
    },
    /// A web page could not be fetched.
    #[error("{name}: {what}; {remedy}")]
    Unfetched {
        /// Its address.
        name: String,
        /// What is wrong.
        what: String,
        /// What to do about it.
        remedy: &'static str,
    },
    /// No known encoding makes text of the file.
    #[error("{name}: not readable in any known encoding; save the file as UTF-8")]
    Undecodable {
        /// The file as the user named it.
        name: String,
    },
    /// The file is larger than 64 MB.
    #[error("{name}: larger than {} MB; save the article alone", MAX_BYTES >> 20)]
    TooLarge {
        /// The file as the user named it.
        name: String,
    },
    /// Standard input was named more than once, but can be read only once.
    #[error("-: standard input can be read only once; give the other articles as files")]
    StdinTwice,
    /// A directory holds more article files than one story has.
    #[error(
        "{name}: there are {files} article files in this directory, and more than {MOST_ARTICLES} are \
         not read at once; name some of them, or put each story's into a directory of its own"
    )]
    TooManyFiles {
        /// The directory as the user named it.
        name: String,
        /// How many there are.
        files: usize,
    },
    /// There are more articles than can be compared.
    #[error(
        "there are {articles} articles, but one comparison takes at most {MOST_COMPARED}; name those \
         of one story"
    )]
    TooMany {
        /// How many there are.
        articles: usize,
    },
    /// Fewer than two articles are left to compare.
    #[error("{}", too_few(*.readable, .problems))]
    TooFew {
        /// How many articles could be read.
        readable: usize,
        /// What was wrong with the others.
        problems: Vec<LoadError>,
    },
}

impl LoadError {
    /// What went wrong in reading what the user named `name`.
    pub(super) fn of(name: &str, error: &io::Error) -> Self {
        let name = name.to_owned();
        match error.kind() {
            ErrorKind::NotFound => Self::Missing { name },
            ErrorKind::PermissionDenied => Self::Denied { name },
            ErrorKind::IsADirectory => Self::Malformed {
                name,
                what: "this is a directory".to_owned(),
                remedy: "name the article files in it",
            },
            _ => {
                let why = error.to_string();
                let why = why.split(" (os error").next().unwrap_or_default();
                Self::Io {
                    name,
                    why: why.to_lowercase(),
                }
            }
        }
    }

    /// The file it is about, as the user named it, if it is about one.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Missing { name }
            | Self::Denied { name }
            | Self::Io { name, .. }
            | Self::NoArticles { name }
            | Self::Empty { name }
            | Self::NotText { name, .. }
            | Self::Malformed { name, .. }
            | Self::Unfetched { name, .. }
            | Self::Undecodable { name }
            | Self::TooLarge { name }
            | Self::TooManyFiles { name, .. } => Some(name),
            Self::StdinTwice => Some("-"),
            Self::TooFew { .. } | Self::TooMany { .. } => None,
        }
    }
}

fn empty(name: &str) -> &'static str {
    match name {
        "-" => "nothing came from standard input; pipe an article into it",
        _ => "the file is empty; save the article's text in it",
    }
}

fn too_few(readable: usize, problems: &[LoadError]) -> String {
    let found = match readable {
        0 => "no readable article",
        _ => "only one readable article",
    };
    let mut text = format!("{found}, but a comparison needs at least two; name another file");
    for problem in problems {
        text.push_str("\n  ");
        text.push_str(&problem.to_string());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::LoadError;

    #[test]
    fn too_few_lists_every_problem() {
        let error = LoadError::TooFew {
            readable: 1,
            problems: vec![
                LoadError::Missing {
                    name: "a.txt".into(),
                },
                LoadError::Empty {
                    name: "b.txt".into(),
                },
            ],
        };
        let text = error.to_string();
        assert!(text.starts_with("only one readable article, but a comparison needs at least two"));
        assert!(text.contains("\n  a.txt: there is no such file"));
        assert!(text.contains("\n  b.txt: the file is empty"));
    }
}
