//! What a piece of the screen means; how that looks is the theme's matter.

use crate::model::RowVerdict;

/// What a piece of text on the screen means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The articles' own words.
    Text,
    /// Labels, and what was set aside.
    Quiet,
    /// Outlet names and headings.
    Strong,
    /// What has the reader's attention: the focused pane, column or list entry.
    Focus,
    /// Lines between panes.
    Rule,
    /// A row's verdict.
    Verdict(RowVerdict),
    /// That an outlet does not tell something.
    Absent,
    /// Words that no other outlet of the row has.
    Wording,
    /// Words that a finding is about: told differently.
    Differs,
    /// Words that a finding is about: left out by others.
    LeftOut,
    /// Unified layout: words of the first outlet that the second does not have.
    Removed,
    /// Unified layout: words of the second outlet that the first does not have.
    Added,
    /// A sentence that the reader chose or marked, to correct it.
    Picked,
    /// A place that the search found.
    Hit,
    /// The place of the search where the reader stands.
    CurrentHit,
    /// A key in the footer or the help.
    Key,
    /// Something to tell the reader now.
    Hint,
}
