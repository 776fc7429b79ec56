//! Story files (`story.toml`): which articles tell a story, what is known of them, and how the
//! names in it are spelled.

use crate::load::error::LoadError;
use crate::load::formats::fields;
use crate::load::raw::Declared;
use crate::load::sources::origin::{Address, Item, Origin};
use crate::model::{Field, Vocabulary};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Component, Path};

/// The name of the story file of a directory.
pub const NAME: &str = "story.toml";

/// The directory beside a story file in which the pages are kept that it names.
const PAGES: &str = "pages";

/// A story file.
///
/// ```toml
/// title = "The ferry strike"
/// notes = "Second week."
/// furniture = ["Sign up for"]       # lines that begin so are no part of an article
/// speech_verbs = ["deadpanned"]     # reporting verbs that the word lists lack
///
/// [[article]]
/// outlet = "Elm Post"
/// file = "post.html"                # beside the story file
/// url = "https://post.example/1"    # fetched where there is no file
/// byline = "Jane Roe"
/// published = "2031-03-04"
/// language = "en"
/// headline = "Ferry crews stay ashore"
/// notes = "front page"
///
/// [names]                           # the form that stands for all, and how else it is spelled
/// "Mara Quist" = ["Mayor Quist", "M. Quist"]
/// ```
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    title: Option<String>,
    notes: Option<String>,
    #[serde(default, rename = "article")]
    articles: Vec<Entry>,
    #[serde(default)]
    furniture: Vec<String>,
    #[serde(default)]
    speech_verbs: Vec<String>,
    #[serde(default)]
    names: BTreeMap<String, Vec<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    outlet: Option<String>,
    file: Option<String>,
    url: Option<String>,
    headline: Option<String>,
    byline: Option<String>,
    published: Option<String>,
    language: Option<String>,
    notes: Option<String>,
}

/// What a story file says beside its articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Story {
    /// What to call the story.
    pub title: Option<String>,
    /// Notes on the story and its articles, each with the article's outlet or file.
    pub notes: Vec<String>,
    /// Words that it adds to the word lists.
    pub words: Vocabulary,
}

impl Story {
    /// Adds what another story file says.
    pub(in crate::load) fn add(&mut self, other: Self) {
        self.title = self.title.take().or(other.title);
        self.notes.extend(other.notes);
        self.words.add(&other.words);
    }
}

/// Reads the story file `text`, named `name`, whose files stand in `folder`.
pub(in crate::load) fn read(
    name: &str,
    folder: &Path,
    text: &str,
) -> Result<(Story, Vec<Item>), LoadError> {
    let malformed = |what: String| LoadError::Malformed {
        name: name.to_owned(),
        what,
        remedy: "see “What it reads” in the README for its form",
    };
    let file: File = toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| {
            let before = text.get(..span.start).unwrap_or_default();
            before.bytes().filter(|byte| *byte == b'\n').count() + 1
        });
        malformed(format!(
            "line {line} of this story file: {}",
            error.message()
        ))
    })?;
    if file.articles.is_empty() {
        return Err(malformed("this story file names no [[article]]".to_owned()));
    }
    let mut story = Story {
        title: file.title,
        notes: file.notes.into_iter().collect(),
        words: Vocabulary {
            names: spellings(file.names),
            furniture: file.furniture,
            speech_verbs: file.speech_verbs,
        },
    };
    let mut items = Vec::new();
    for (number, entry) in (1..).zip(file.articles) {
        let origin = match (&entry.file, &entry.url) {
            (Some(file), _) if is_outside(Path::new(file)) => {
                let what = format!(
                    "article {number} of this story file, “{file}”, is not in the story's own folder"
                );
                return Err(malformed(what));
            }
            (Some(file), _) => Origin::Path(folder.join(file)),
            (None, Some(url)) => Origin::Web(Address::new(url, &folder.join(PAGES))),
            (None, None) => {
                let what = format!("article {number} of this story file has neither file nor url");
                return Err(malformed(what));
            }
        };
        let called = entry.outlet.clone().unwrap_or_else(|| origin.name());
        story
            .notes
            .extend(entry.notes.as_ref().map(|note| format!("{called}: {note}")));
        let given = entry
            .declared()
            .map_err(|what| malformed(format!("article {number}: {what}")))?;
        items.push(Item {
            name: origin.name(),
            given,
            origin,
        });
    }
    Ok((story, items))
}

/// Names with their other spellings, from a table of these.
pub fn spellings(names: BTreeMap<String, Vec<String>>) -> Vec<Vec<String>> {
    let names = names.into_iter();
    let all = names.map(|(name, others)| [vec![name], others].concat());
    all.collect()
}

/// Whether a path leads out of the folder of the story file. Who passes a story on must not get a
/// reader's other files into the report.
fn is_outside(file: &Path) -> bool {
    let inside = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
    !file.components().all(inside)
}

impl Entry {
    /// What it says of its article, or what of that cannot be.
    fn declared(&self) -> Result<Declared, String> {
        let mut declared = Declared::default();
        for (field, name, value) in [
            (Field::Outlet, "outlet", &self.outlet),
            (Field::Headline, "headline", &self.headline),
            (Field::Byline, "byline", &self.byline),
            (Field::Published, "published", &self.published),
            (Field::Url, "url", &self.url),
            (Field::Language, "language", &self.language),
        ] {
            if let Some(value) = value {
                let accepted = fields::accept(field, std::slice::from_ref(value));
                let accepted = accepted.ok_or_else(|| format!("“{value}” cannot be its {name}"))?;
                declared.say(field, &accepted, "the story file");
            }
        }
        Ok(declared)
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::load::sources::origin::{Address, Origin};
    use crate::model::Field;
    use std::path::{Path, PathBuf};

    const FILE: &str = "title = 'Rain'\nnotes = 'A wet week.'\n\
        [[article]]\noutlet = 'Gazette'\nfile = 'a.html'\npublished = '2031-03-04'\nnotes = 'page 1'\n\
        [[article]]\nurl = 'https://herald.example/rain'\n\
        [names]\n'Mara Quist' = ['M. Quist']\n";

    #[test]
    fn articles_names_and_notes() {
        let (story, items) = read("s/story.toml", Path::new("s"), FILE).unwrap();
        assert_eq!(story.notes, ["A wet week.", "Gazette: page 1"]);
        assert_eq!(story.words.names, [["Mara Quist", "M. Quist"]]);
        let origins: Vec<_> = items.iter().map(|item| item.origin.clone()).collect();
        let page = Address::new("https://herald.example/rain", Path::new("s/pages"));
        assert_eq!(
            origins,
            [Origin::Path(PathBuf::from("s/a.html")), Origin::Web(page)]
        );
        assert_eq!(items[0].given.get(Field::Published), Some("2031-03-04"));
        assert_eq!(items[0].given.from(Field::Outlet), Some("the story file"));
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        for (text, words) in [
            ("[[article]\n", "line 1"),
            ("title = 'x'\n[[article]]\nfiel = 'a'\n", "line 3"),
            ("title = 'x'", "no [[article]]"),
            (
                "[[article]]\nfile = '/etc/passwd'\n",
                "“/etc/passwd”, is not in",
            ),
            (
                "[[article]]\nfile = 'a/../../b.txt'\n",
                "is not in the story's own folder",
            ),
            (
                "[[article]]\noutlet = 'x'\n",
                "article 1 of this story file has neither",
            ),
            (
                "[[article]]\nfile = 'a'\npublished = 'soon'\n",
                "“soon” cannot be its published",
            ),
        ] {
            let error = read("story.toml", Path::new(""), text)
                .unwrap_err()
                .to_string();
            assert!(error.contains(words) && error.contains("README"), "{error}");
        }
    }
}
