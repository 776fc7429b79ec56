//! Other keys than those of the table: what the reader's settings ask for, checked.

use super::key::Key;
use super::keymap::{BINDINGS, Binding, Context, bindings};
use super::keys::Keymap;
use std::collections::BTreeMap;
use thiserror::Error;

/// What is wrong with keys that were asked for; it names the action and the key.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum KeyTrouble {
    /// No action has this name.
    #[error("there is no action “{name}”; the nearest is “{nearest}”")]
    Action {
        /// As it was written.
        name: String,
        /// The right one that comes nearest.
        nearest: &'static str,
    },
    /// No key has this name.
    #[error("{action}: there is no key “{name}”; the nearest is “{nearest}”")]
    Key {
        /// Whose key it was to be.
        action: &'static str,
        /// As it was written.
        name: String,
        /// The right one that comes nearest.
        nearest: String,
    },
    /// Two actions want one key in one place.
    #[error(
        "the key “{key}” is asked for by both “{first}” and “{second}”; give one of them another"
    )]
    Conflict {
        /// The key by its name.
        key: String,
        /// The one action.
        first: &'static str,
        /// The other.
        second: &'static str,
    },
}

impl Keymap {
    /// The keys of the table with those changed that `wanted` names: actions with their keys, both
    /// by name. An action that gets no key is left to the commands.
    pub fn with<'a>(
        wanted: impl IntoIterator<Item = (&'a str, Vec<&'a str>)>,
    ) -> Result<Self, KeyTrouble> {
        let mut changed = BTreeMap::new();
        for (name, keys) in wanted {
            let mut known = actions().map(|(known, _)| known);
            let action = known.find(|known| *known == name);
            let action = action.ok_or_else(|| KeyTrouble::Action {
                name: name.to_owned(),
                nearest: nearest(name, actions().map(|(known, _)| known)).unwrap_or_default(),
            })?;
            let keys = keys.into_iter().map(|key| {
                Key::named(key).ok_or_else(|| KeyTrouble::Key {
                    action,
                    name: key.to_owned(),
                    nearest: nearest(key, Key::names()).unwrap_or_default(),
                })
            });
            changed.insert(action, keys.collect::<Result<_, _>>()?);
        }
        let keymap = Self::new(changed);
        match Context::ALL.into_iter().find_map(|it| keymap.conflict(it)) {
            Some(conflict) => Err(conflict),
            None => Ok(keymap),
        }
    }

    /// The first key that two entries of a context share.
    fn conflict(&self, context: Context) -> Option<KeyTrouble> {
        let mut taken: BTreeMap<Key, &'static Binding> = BTreeMap::new();
        for binding in bindings(context) {
            for key in self.keys(binding) {
                if let Some(other) = taken.insert(*key, binding) {
                    return Some(KeyTrouble::Conflict {
                        key: key.name(),
                        first: other.what(),
                        second: binding.what(),
                    });
                }
            }
        }
        None
    }
}

/// The actions that can have other keys, each once, with their usual keys.
pub fn actions() -> impl Iterator<Item = (&'static str, &'static Binding)> {
    let mut seen = Vec::new();
    let named = BINDINGS.iter().filter_map(|it| Some((it.name()?, it)));
    named.filter(move |(name, _)| {
        let fresh = !seen.contains(name);
        if fresh {
            seen.push(*name);
        }
        fresh
    })
}

/// The one of `known` that a misspelt name comes nearest to.
pub fn nearest<T: AsRef<str>>(name: &str, known: impl Iterator<Item = T>) -> Option<T> {
    let name = name.to_lowercase();
    known
        .map(|known| (strsim::jaro_winkler(&name, known.as_ref()), known))
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::{Context, Key, Keymap, actions};
    use crate::tui::state::message::{Message, Way};

    fn trouble(action: &str, keys: &[&str]) -> String {
        let wanted = [(action, keys.to_vec())];
        Keymap::with(wanted).unwrap_err().to_string()
    }

    #[test]
    fn other_keys_take_the_place_of_the_usual_ones() {
        let keymap = Keymap::with([("next-finding", vec!["ctrl-n", "F7"])]).unwrap();
        let next = Message::Finding(Way::On);
        assert_eq!(keymap.key_of(next), Some(Key::Ctrl('n')));
        for context in [Context::Text, Context::Findings] {
            let asks = |key| keymap.bound(context, key).map(|it| it.message);
            assert_eq!(asks(Key::F(7)), Some(next));
            assert_eq!(asks(Key::Char(']')), None);
            assert_eq!(asks(Key::Char('[')), Some(Message::Finding(Way::Back)));
        }
        assert!(
            keymap
                .foot(Context::Text)
                .contains(&("^N/[".to_owned(), "finding"))
        );
    }

    #[test]
    fn what_is_wrong_is_said_by_name() {
        assert_eq!(
            trouble("next-findings", &["x"]),
            "there is no action “next-findings”; the nearest is “next-finding”"
        );
        assert_eq!(
            trouble("fold", &["page-up"]),
            "fold: there is no key “page-up”; the nearest is “pageup”"
        );
        let conflict = trouble("fold", &["j"]);
        for word in ["“j”", "“down”", "“fold”"] {
            assert!(conflict.contains(word), "{conflict}");
        }
    }

    #[test]
    fn keys_that_lead_out_and_those_of_typing_stay() {
        assert!(actions().all(|(_, it)| !it.contexts.contains(&Context::Line)));
        assert!(trouble("fold", &["ctrl-c"]).contains("“quit at once”"));
        assert!(trouble("fold", &["esc"]).contains("“back, step by step"));
    }

    #[test]
    fn exchanged_keys_are_no_conflict() {
        let wanted = [("fold", vec!["d"]), ("emphasis", vec!["z"])];
        assert!(Keymap::with(wanted).is_ok());
    }
}
