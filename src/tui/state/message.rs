//! What can be asked of the model, and what it asks of the world.

use super::closely::Nicety;
use super::key::Key;
use super::view::View;
use crate::model::{Comparison, RowVerdict};
use std::sync::Arc;

/// A direction along the reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// Towards the beginning.
    Back,
    /// Towards the end.
    On,
}

/// A class of rows that can be shown or hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Rows of one verdict.
    Verdict(RowVerdict),
    /// What was set aside.
    Furniture,
}

/// What a line typed at the foot of the screen is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Prompt {
    /// Words to search for.
    Search,
    /// Words that findings must hold.
    Filter,
    /// The number of a finding, or words of what to do.
    Command,
    /// A note on a row or a finding.
    Note,
    /// Why a verdict is another, or a finding none.
    Reason,
    /// The file that is to keep the corrections.
    File,
    /// Words to look for in the help.
    Help,
    /// The file to write a report into.
    Write,
    /// Whether that file may be overwritten, or the name of another.
    Overwrite,
}

/// An intention of the reader, or a change of the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Message {
    /// One step in the focused pane.
    Step(Way),
    /// One line.
    Line(Way),
    /// Half a page.
    HalfPage(Way),
    /// A page.
    Page(Way),
    /// To one of the ends.
    End(Way),
    /// To the next finding.
    Finding(Way),
    /// To the next finding of the same kind.
    SameKind(Way),
    /// To the next outlet.
    Column(Way),
    /// To the next pane.
    Pane(Way),
    /// Into what is selected.
    Open,
    /// Out of it; never quits.
    Back,
    /// Out of it; quits when there is nothing to leave.
    Close,
    /// Quits at once.
    Quit,
    /// Shows or hides a class of rows.
    Toggle(Class),
    /// Shows all rows.
    ShowAll,
    /// Takes every filter off.
    ClearFilters,
    /// Opens the filter menu.
    Menu,
    /// Opens the menu of how closely wording is compared, or closes it.
    Closely,
    /// Ignores something in the wording, or has it shown.
    Ignore(Nicety),
    /// Claims links from a higher chance on, or from a lower.
    Claim(Way),
    /// Switches the menu's entry.
    Choose,
    /// Opens a line to type in.
    Ask(Prompt),
    /// A typed character.
    Insert(char),
    /// Takes the last character back.
    Erase,
    /// Takes the last word back.
    EraseWord,
    /// Takes the whole line back.
    EraseAll,
    /// Does what the line was typed for.
    Submit,
    /// To the next place that the search found.
    Hit(Way),
    /// Another layout.
    Layout,
    /// Another view; from there, back to the text.
    View(View),
    /// Another order of the rows.
    Order,
    /// Two outlets alone, or all again.
    Pair,
    /// To where the other outlet tells what the selected row holds.
    Far,
    /// Back to where the reader jumped from, or forth again.
    Jump(Way),
    /// A wider or narrower pane.
    Resize(Way),
    /// Folds or unfolds agreeing text.
    Fold,
    /// Emphasises differing words in the selected row, in all rows, in none.
    Emphasis,
    /// Shows or hides the nearest passage where something is not stated.
    Nearest,
    /// To the next sentence of the row.
    Pick(Way),
    /// Marks the sentence, to be paired with another.
    Mark,
    /// Takes the sentence out of its row.
    Cut,
    /// Takes the row apart, or joins it with that of the marked sentence.
    Split,
    /// Takes the block for furniture, or for the article.
    Flip,
    /// Opens the verdicts to choose from.
    Judge,
    /// Marks the row or finding as reviewed.
    Review,
    /// Takes the last correction back.
    Undo,
    /// Does it again.
    Redo,
    /// Saves the corrections.
    Save,
    /// Asks what to copy.
    Copying,
    /// Copies it.
    Copy(Clip),
    /// Opens the selected sentence in the reader's editor.
    Edit,
    /// Reads the files again.
    Reload,
    /// Another theme.
    Theme,
    /// Opens the help.
    Help,
    /// Draws everything anew.
    Redraw,
    /// Hands the terminal back to the shell for a while.
    Suspend,
    /// Listens to the mouse, or leaves it to the terminal.
    Mouse,
    /// The mouse was pressed at a column and a row of the screen.
    Click(u16, u16),
    /// It was moved there while pressed.
    Drag(u16, u16),
    /// It was let go.
    Release,
    /// Its wheel was turned there.
    Wheel(Way, u16, u16),
    /// The terminal has another size: columns, rows.
    Size(u16, u16),
    /// A key that means nothing here.
    Unbound(Key),
}

/// What the runtime has to do after an update.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing but drawing.
    None,
    /// Draw everything anew.
    Redraw,
    /// Hand the terminal back and stop until the shell goes on.
    Suspend,
    /// Save the corrections and compare the story again with them.
    Correct,
    /// Compare the story again, from another chance on.
    Compare,
    /// Save the corrections.
    Save,
    /// Put something where the reader can paste it from.
    Copy(Copied),
    /// Open a file in the reader's editor.
    Edit(Opened),
    /// Write a report.
    Write(Written),
    /// Read the files again and compare them.
    Reload,
    /// Leave.
    Quit,
}

/// What can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clip {
    /// The versions of one utterance.
    Quote,
    /// A finding with its passages.
    Finding,
    /// What the outlet with the attention tells here.
    Sentence,
    /// Where it stands.
    Reference,
}

impl Clip {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Quote, Self::Finding, Self::Sentence, Self::Reference];

    /// It in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Quote => "the quotes",
            Self::Finding => "the finding",
            Self::Sentence => "the sentence",
            Self::Reference => "the reference",
        }
    }
}

/// Something copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// What it is, in words.
    pub what: &'static str,
    /// The Markdown, without control characters but line breaks.
    pub text: String,
}

/// A place in a file to open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The file, as the reader named it.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
}

/// A report to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Into which file, as it was typed.
    pub file: String,
    /// Whether it may take the place of one that is there.
    pub overwrite: bool,
}

/// What came of an effect.
#[derive(Clone, Debug)]
pub enum Answer {
    /// Something to tell the reader.
    Told(String),
    /// The report was not written, as this file is there already.
    Exists(String),
    /// The files were read again.
    Compared(Arc<Comparison>),
}
