//! What the screen depends on before there is a comparison.

use super::key::Key;
use crate::pipeline::Stage;

/// Articles that are being read and compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// What is read, as the user named it.
    pub sources: Vec<String>,
    /// How far it has come; `None` before the first word of it.
    pub stage: Option<Stage>,
    /// The key that leaves, beside Esc.
    pub close: Option<Key>,
}
