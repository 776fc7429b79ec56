//! What is done beside the screen: the clipboard, the reader's editor, corrections kept, files that
//! change.

pub mod clipboard;
pub mod editor;
pub mod keeper;
pub mod stamps;

/// What the program has to know of where it runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// What takes what is sent to the clipboard.
    pub clipboard: clipboard::Carrier,
    /// The command of the reader's editor.
    pub editor: Option<String>,
}
