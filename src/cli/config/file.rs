//! The settings file.

use crate::cli::error::Error;
use crate::tui::Keymap;
use crate::tui::state::remap::nearest;
use etcetera::{BaseStrategy, choose_base_strategy};
use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use toml::{Table, Value};

/// The options that a settings file can hold beside `[keys]`.
const OPTIONS: [&str; 7] = [
    "theme", "colour", "ascii", "mouse", "watch", "width", "layout",
];

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
                _ if name == "keys" => return Err(self.odd("keys", "a table: [keys]")),
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
            let all = OPTIONS.into_iter().chain(["keys"]);
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
        let wanted = "a list of keys, such as [\"]\", \"ctrl-n\"]";
        for (action, value) in keys {
            let named = match value {
                Value::String(key) => vec![key.clone()],
                Value::Array(keys) => {
                    let keys = keys.iter().map(|key| key.as_str().map(str::to_owned));
                    let keys: Option<Vec<String>> = keys.collect();
                    keys.ok_or_else(|| self.odd(action, wanted))?
                }
                _ => return Err(self.odd(action, wanted)),
            };
            self.keys.insert(action.clone(), named);
        }
        Ok(())
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

/// The line of a byte, from 1.
fn line_of(text: &str, byte: usize) -> usize {
    let before = text.bytes().take(byte);
    before.filter(|it| *it == b'\n').count() + 1
}
