//! The first lines: what is compared, how much of it agrees, where the reader stands.

use super::draw;
use super::theme::Theme;
use crate::tui::lines::Role;
use crate::tui::lines::Styled;
use crate::tui::state::message::Class;
use crate::tui::state::{Model, count as number};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the title line: as much of it as fits, the counts in words rather than the names, which
/// stand over the columns too.
pub(super) fn draw(model: &Model, theme: Theme, area: Rect, buf: &mut Buffer) {
    let width = usize::from(area.width);
    let place = place(model);
    let room = width.saturating_sub(place.cells() + 2);
    let versions = [
        (true, true, true),
        (false, true, true),
        (false, true, false),
        (false, false, false),
    ];
    let title = versions
        .into_iter()
        .map(|(names, words, furniture)| title(model, names, words, furniture))
        .find(|title| title.cells() <= room)
        .unwrap_or_else(|| title(model, false, false, false));
    let left = title.clipped(room, model.signs.ellipsis);
    draw::line(&left, theme, area, buf);
    let right = place.clipped(width, model.signs.ellipsis);
    let x = width.saturating_sub(right.end() + 1) as u16;
    draw::line(
        &right,
        theme,
        Rect {
            x: area.x + x,
            width: area.width - x.min(area.width),
            ..area
        },
        buf,
    );
}

fn title(model: &Model, names: bool, words: bool, furniture: bool) -> Styled {
    let mut title = Styled::of(" ", Role::Text);
    let signs = model.signs;
    if names {
        title.push("parallax  ", Role::Quiet);
        let outlets: Vec<&str> = model
            .story
            .articles
            .iter()
            .map(|a| a.outlet.as_str())
            .collect();
        let names = match outlets.len() {
            0..=3 => outlets.join(&format!(" {} ", signs.times)),
            many => format!("{many} outlets"),
        };
        title.push(&names, Role::Strong);
        title.push("  ", Role::Text);
    }
    for (verdict, count) in model.story.counts() {
        let shown = model.filter.shows(Class::Verdict(verdict));
        if count == 0 {
            continue;
        }
        let mut text = format!("{} {count}", signs.verdict(verdict));
        if words {
            text += " ";
            text += verdict.word();
        }
        if shown {
            title.push(&text, Role::Verdict(verdict));
        } else {
            title.push(&format!("({text})"), Role::Quiet);
        }
        title.push("  ", Role::Text);
    }
    if furniture && model.furniture.iter().any(|share| *share > 0) {
        let shares: Vec<String> = match model.furniture.as_slice() {
            few if few.len() <= 4 => few.iter().map(|share| format!("{share} %")).collect(),
            many => [many.iter().min(), many.iter().max()]
                .into_iter()
                .flatten()
                .map(|share| format!("{share} %"))
                .collect(),
        };
        let between = if model.furniture.len() <= 4 {
            " / "
        } else {
            " to "
        };
        title.push(
            &format!("{} furniture {}", signs.dot, shares.join(between)),
            Role::Quiet,
        );
    }
    title
}

/// Where the reader stands among the findings.
fn place(model: &Model) -> Styled {
    let count = model.findings.len();
    let mut text = match model.finding_place() {
        Some(place) => Styled::of(&format!("{} of {count}", place + 1), Role::Strong),
        None => Styled::of(&number(count, "finding"), Role::Quiet),
    };
    if model.filter.narrows() {
        text.push(" (filtered)", Role::Hint);
    }
    if model.is_behind() {
        text.push(&format!(" {} comparing again", model.signs.dot), Role::Hint);
    }
    let corrections = model.kept();
    if !corrections.is_empty() {
        text.push(&format!(" {} ", model.signs.dot), Role::Quiet);
        text.push(
            &corrections,
            if model.desk.is_unsaved() {
                Role::Hint
            } else {
                Role::Quiet
            },
        );
    }
    text
}
