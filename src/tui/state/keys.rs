//! What the reader's settings change of the key table.

use super::key::Key;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The keys in force: those of the table, but for the actions that the reader gave others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keymap {
    changed: Arc<BTreeMap<&'static str, Vec<Key>>>,
}

impl Keymap {
    /// Other keys for some actions, by name.
    pub(super) fn new(changed: BTreeMap<&'static str, Vec<Key>>) -> Self {
        Self {
            changed: Arc::new(changed),
        }
    }

    /// The keys that the reader gave an action, where they did.
    pub fn changed(&self, action: &str) -> Option<&[Key]> {
        self.changed.get(action).map(Vec::as_slice)
    }
}
