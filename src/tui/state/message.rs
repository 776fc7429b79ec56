//! What can be asked of the model, and what it asks of the world.

use super::key::Key;
use super::view::View;
use crate::model::RowVerdict;

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing but drawing.
    None,
    /// Draw everything anew.
    Redraw,
    /// Hand the terminal back and stop until the shell goes on.
    Suspend,
    /// Save the corrections and compare the story again with them.
    Correct,
    /// Save the corrections.
    Save,
    /// Leave.
    Quit,
}
