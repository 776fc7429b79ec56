//! The settings file.

use crate::cli::error::Error;
use crate::load::spellings;
use crate::model::Vocabulary;
use crate::tui::Keymap;
use crate::tui::state::remap::nearest;
use etcetera::{BaseStrategy, choose_base_strategy};
use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use toml::{Table, Value};

/// The options that a settings file can hold.
const OPTIONS: [&str; 7] = [
    "theme", "colour", "ascii", "mouse", "watch", "width", "layout",
];

/// Its tables.
const TABLES: [&str; 2] = ["keys", "names"];

/// Its lists of words.
const LISTS: [&str; 2] = ["furniture", "speech_verbs"];

/// The settings file.
#[derive(Clone, Debug, Default)]
pub(super) struct File {
    /// Where it is, or would be.
    pub(super) path: Option<PathBuf>,
    /// Whether it is there.
    pub(super) exists: bool,
    /// What it says of each option, as text.
    pub(super) options: BTreeMap<String, String>,
    /// The keys that it gives to actions.
    pub(super) keys: BTreeMap<String, Vec<String>>,
    /// The words that it adds to the word lists.
    pub(super) words: Vocabulary,
}

impl File {
    /// The file that is named, else the one in the settings folder, which need not be there.
    pub(super) fn read(named: Option<&Path>) -> Result<Self, Error> {
        let usual = || {
            let folders = choose_base_strategy().ok()?;
            Some(folders.config_dir().join("parallax").join("config.toml"))
        };
        let Some(path) = named.map(Path::to_path_buf).or_else(usual) else {
            return Ok(Self::default());
        };
        let mut file = Self {
            path: Some(path.clone()),
            ..Self::default()
        };
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound && named.is_none() => {
                return Ok(file);
            }
            Err(error) => return Err(Error::reading(&path.display().to_string(), &error)),
        };
        file.exists = true;
        file.take(&text)?;
        Ok(file)
    }

    pub(super) fn name(&self) -> String {
        let path = self.path.as_ref();
        path.map(|it| it.display().to_string()).unwrap_or_default()
    }

    /// Takes what the text of the file says.
    fn take(&mut self, text: &str) -> Result<(), Error> {
        let table: Table = text.parse().map_err(|error: toml::de::Error| {
            let line = error.span().map_or(1, |span| line_of(text, span.start));
            Error::new(format!("{}, line {line}: {}", self.name(), error.message()))
                .hint("“parallax config” prints what a settings file looks like")
        })?;
        for (name, value) in &table {
            match value {
                Value::Table(keys) if name == "keys" => self.take_keys(keys)?,
                Value::Table(names) if name == "names" => {
                    let names = self.lists(names, "a list of spellings, such as [\"Kiev\"]")?;
                    self.words.names = spellings(names);
                }
                _ if TABLES.contains(&name.as_str()) => {
                    return Err(self.odd(name, &format!("a table: [{name}]")));
                }
                _ if name == "furniture" => self.words.furniture = self.phrases(name, value)?,
                _ if name == "speech_verbs" => {
                    self.words.speech_verbs = self.phrases(name, value)?;
                }
                Value::String(text) => self.take_option(name, text.clone())?,
                Value::Boolean(value) => self.take_option(name, value.to_string())?,
                Value::Integer(value) => self.take_option(name, value.to_string())?,
                _ => {
                    // An unknown name is told as such, whatever stands behind it.
                    self.take_option(name, String::new())?;
                    return Err(self.odd(name, "text, a number, true or false"));
                }
            }
        }
        Ok(())
    }

    fn take_option(&mut self, name: &str, text: String) -> Result<(), Error> {
        let known = name.replace("color", "colour");
        if !OPTIONS.contains(&known.as_str()) {
            let all = OPTIONS.into_iter().chain(TABLES).chain(LISTS);
            let near = nearest(name, all).unwrap_or_default();
            return Err(
                Error::new(format!("{}: there is no option “{name}”", self.name()))
                    .hint(format!("the nearest is “{near}”")),
            );
        }
        self.options.insert(known, text);
        Ok(())
    }

    fn take_keys(&mut self, keys: &Table) -> Result<(), Error> {
        self.keys = self.lists(keys, "a list of keys, such as [\"]\", \"ctrl-n\"]")?;
        Ok(())
    }

    fn phrases(&self, name: &str, value: &Value) -> Result<Vec<String>, Error> {
        let wanted = "a list of phrases, such as [\"Sign up for\"]";
        texts(value).ok_or_else(|| self.odd(name, wanted))
    }

    /// A table of lists of texts.
    fn lists(&self, table: &Table, wanted: &str) -> Result<BTreeMap<String, Vec<String>>, Error> {
        let lists = table.iter().map(|(name, value)| {
            let list = texts(value).ok_or_else(|| self.odd(name, wanted))?;
            Ok((name.clone(), list))
        });
        lists.collect()
    }

    fn odd(&self, name: &str, wanted: &str) -> Error {
        Error::new(format!("{}: {name} is not {wanted}", self.name()))
            .hint("“parallax config” prints what a settings file looks like")
    }

    pub(super) fn keymap(&self) -> Result<Keymap, Error> {
        if self.keys.is_empty() {
            return Ok(Keymap::default());
        }
        let keys = self.keys.iter();
        let keys =
            keys.map(|(name, keys)| (name.as_str(), keys.iter().map(String::as_str).collect()));
        Keymap::with(keys).map_err(|trouble| {
            Error::new(format!("{}: {trouble}", self.name()))
                .hint("“parallax config” lists the actions and their keys")
        })
    }
}

/// A list of texts, or one for itself.
fn texts(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::String(text) => Some(vec![text.clone()]),
        Value::Array(all) => {
            let all = all.iter().map(|it| it.as_str().map(str::to_owned));
            all.collect()
        }
        _ => None,
    }
}

/// The line of a byte, from 1.
fn line_of(text: &str, byte: usize) -> usize {
    let before = text.bytes().take(byte);
    before.filter(|it| *it == b'\n').count() + 1
}
