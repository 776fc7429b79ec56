//! The help: written from the key table.

use super::role::Role;
use super::styled::{Line, Styled};
use crate::text::fold::fold;
use crate::tui::state::keymap::{self, Binding, Context};
use crate::tui::state::message::Prompt;
use crate::tui::state::{Mode, Model};
use ratatui::layout::Rect;

/// How wide the column of the keys is.
const KEYS: usize = 16;

/// Where the help stands on the screen.
pub fn area(model: &Model) -> Rect {
    let width = model.width.min(84);
    let height = model
        .height
        .saturating_sub(if model.height > 12 { 2 } else { 0 });
    Rect::new(
        (model.width - width) / 2,
        (model.height - height) / 2,
        width,
        height,
    )
}

/// The last line that the help can begin with.
pub fn last_top(model: &Model) -> usize {
    let rows = usize::from(area(model).height.saturating_sub(2));
    lines(model).len().saturating_sub(rows)
}

/// The lines of the help: the keys of the pane that has the focus first; only the entries that
/// hold what was searched for.
pub fn lines(model: &Model) -> Vec<Line> {
    let width = usize::from(area(model).width.saturating_sub(4)).max(1);
    let words = words(model);
    let here = Context::below(model);
    let others = Context::ALL.into_iter().filter(|context| *context != here);
    let mut lines = Vec::new();
    let mut seen = Vec::new();
    for context in std::iter::once(here).chain(others) {
        let mut fresh = keymap::BINDINGS
            .iter()
            .enumerate()
            .filter(|(n, binding)| binding.contexts.contains(&context) && !seen.contains(n))
            .filter(|(_, binding)| holds(model, binding, &words))
            .collect::<Vec<_>>();
        if fresh.is_empty() {
            continue;
        }
        seen.extend(fresh.iter().map(|(n, _)| *n));
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        lines.extend(Styled::of(context.heading(), Role::Focus).lines(width, 0));
        for (_, binding) in fresh.drain(..) {
            lines.extend(entry(&keys(model, binding), binding.help, width));
        }
    }
    if lines.is_empty() {
        let told = format!("nothing in the help holds {}", words.join(" "));
        lines.extend(Styled::of(&told, Role::Hint).lines(width, 0));
    }
    lines
}

/// The words that entries must hold, folded: those that are being typed, or were.
fn words(model: &Model) -> Vec<String> {
    let text = match &model.mode {
        Mode::Help { words, .. } => words,
        Mode::Prompt {
            prompt: Prompt::Help,
            text,
            ..
        } => text,
        _ => return Vec::new(),
    };
    fold(text).split_whitespace().map(str::to_owned).collect()
}

/// Whether an entry holds all the words, in what it says or as its key.
fn holds(model: &Model, binding: &'static Binding, words: &[String]) -> bool {
    let text = fold(binding.help);
    let keys = model.keymap.keys(binding);
    let is_key = |word: &String| keys.iter().any(|key| fold(&key.to_string()) == *word);
    words.iter().all(|word| text.contains(word) || is_key(word))
}

fn keys(model: &Model, binding: &'static Binding) -> String {
    let keys = model.keymap.keys(binding).iter();
    keys.map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// A line of the help, or two where the keys leave no room.
fn entry(keys: &str, help: &str, width: usize) -> Vec<Line> {
    let keys = Styled::of(keys, Role::Key);
    let indent = if width > 2 * KEYS { KEYS } else { 2 };
    let mut lines = Styled::of(help, Role::Text).lines((width - indent.min(width)).max(1), 0);
    for line in &mut lines {
        *line = std::mem::take(line).shifted(indent);
    }
    if keys.cells() < indent {
        if let (Some(first), Some(head)) =
            (lines.first_mut(), keys.lines(width, 0).into_iter().next())
        {
            first.0.splice(0..0, head.0);
        }
    } else {
        lines.splice(0..0, keys.lines(width, 0));
    }
    lines
}
