//! The last line: what is being typed, else a hint, else the keys of the focused pane.

use super::draw;
use super::theme::Theme;
use crate::tui::lines::{self, Role, Styled};
use crate::tui::state::departures::departures;
use crate::tui::state::keymap::Context;
use crate::tui::state::message::Prompt;
use crate::tui::state::{Mode, Model, areas};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the footer.
pub(super) fn draw(model: &Model, theme: Theme, area: Rect, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    if let Mode::Prompt {
        prompt: what, text, ..
    } = &model.mode
    {
        prompt(model, theme, *what, text, area, buf);
        return;
    }
    let width = usize::from(area.width);
    let count = model
        .search
        .as_ref()
        .map(|search| {
            Styled::of(
                &format!("/{} {} ", search.query, search.count(model.signs.dot)),
                Role::Quiet,
            )
        })
        .unwrap_or_default();
    let room = width.saturating_sub(count.cells() + 1);
    let left = match &model.hint {
        Some(hint) => Styled::of(&format!(" {hint}"), Role::Hint),
        // Where there is no line over the text, what it would say stands here.
        None if areas::areas(model).upper_rule.is_empty() && !departures(model).is_empty() => {
            lines::modes(model)
        }
        None if model.mode == Mode::Copy => {
            let mut text = Styled::of(" copy", Role::Hint);
            text.append(keys(model, room.saturating_sub(5)));
            text
        }
        None => keys(model, room),
    };
    draw::line(
        &left.clipped(room.max(1), model.signs.ellipsis),
        theme,
        area,
        buf,
    );
    let x = (width.saturating_sub(count.cells())) as u16;
    let right = Rect {
        x: area.x + x.min(area.width),
        width: area.width.saturating_sub(x),
        ..area
    };
    draw::line(&count.clipped(width, ""), theme, right, buf);
}

/// As many keys as fit, whole; the last two, help and quit, rather than those before them.
fn keys(model: &Model, room: usize) -> Styled {
    let mut foot = model.keymap.foot(Context::of(model));
    loop {
        let mut text = Styled::default();
        for (keys, word) in &foot {
            text.push(if text.is_empty() { " " } else { "  " }, Role::Text);
            text.push(keys, Role::Key);
            text.push(&format!(" {word}"), Role::Quiet);
        }
        if text.cells() <= room || foot.is_empty() {
            return text;
        }
        foot.remove(foot.len().saturating_sub(3));
    }
}

/// Draws what is being typed; its end stays in view.
pub(super) fn prompt(
    model: &Model,
    theme: Theme,
    prompt: Prompt,
    typed: &str,
    area: Rect,
    buf: &mut Buffer,
) {
    let (sign, hint) = match prompt {
        Prompt::Search => ("/", "words to search for; Enter goes there, Esc leaves"),
        Prompt::Filter => ("&", "words that findings must hold; empty shows all"),
        Prompt::Help => ("/", "words of the help; Enter keeps them, Esc shows all"),
        Prompt::Write => (
            "write ",
            "the file of the report; its ending chooses the format",
        ),
        Prompt::Overwrite => ("", ""),
        Prompt::Command => (
            ":",
            "words of a command, or the number of a finding; Enter does it",
        ),
        Prompt::Note => ("note: ", "Enter keeps it; empty takes the note away"),
        Prompt::Reason => (
            "why: ",
            "your reason, which reports will give; Enter decides",
        ),
        Prompt::File => ("save in: ", "a new file; Enter saves, Esc does not"),
    };
    let mut text = Styled::of(sign, Role::Key);
    if let (Prompt::Overwrite, Some(file)) = (prompt, &model.taken) {
        let question = format!(" {file} is there already; overwrite it? y, or another name: ");
        text.push(&question, Role::Hint);
    }
    text.push(typed, Role::Strong);
    text.push(" ", Role::Hit);
    match (&model.hint, &model.search) {
        (Some(hint), _) => text.push(&format!("   {hint}"), Role::Hint),
        (None, Some(search)) if prompt == Prompt::Search => {
            text.push(
                &format!("   {}", search.count(model.signs.dot)),
                Role::Quiet,
            );
        }
        _ => text.push(&format!("   {hint}"), Role::Quiet),
    }
    draw::line(
        &text.clipped(usize::from(area.width), model.signs.ellipsis),
        theme,
        area,
        buf,
    );
}
