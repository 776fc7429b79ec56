//! The lines over the text: which outlet stands where, and its headline.

use super::draw;
use super::theme::Theme;
use crate::model::ArticleId;
use crate::tui::lines::{self, Line, Role, Styled};
use crate::tui::state::areas::{self, GUTTER};
use crate::tui::state::message::{Message, Way};
use crate::tui::state::{Layout, Model, Pane, View};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the outlets and their headlines: over their columns, or one under the other where there
/// are no columns.
pub(super) fn draw(model: &Model, theme: Theme, area: Rect, buf: &mut Buffer) {
    let ellipsis = model.signs.ellipsis;
    let shown = areas::shown(model);
    let width = usize::from(area.width);
    if model.view != View::Text {
        look(model, theme, area, buf);
        return;
    }
    let right = which(model, &shown).clipped(width, ellipsis);
    let end = width.saturating_sub(right.end() + 2);
    let layout = areas::layout(model);
    if layout == Layout::Split {
        for (id, (x, wide)) in shown.iter().zip(areas::columns(model, width)) {
            let name = name(model, *id).clipped(wide.min(end.saturating_sub(x)), ellipsis);
            let below = headline(model, *id, wide, usize::from(area.height.saturating_sub(1)));
            let column = std::iter::once(name).chain(below);
            draw::lines(column, theme, draw::shift(area, x), buf);
        }
    } else {
        let unified = layout == Layout::Unified;
        let own_lines = areas::has_headlines(model);
        let mut texts = vec![Styled::default()];
        for (n, id) in shown.iter().enumerate() {
            if own_lines && n > 0 {
                texts.push(Styled::default());
            }
            let Some(text) = texts.last_mut() else {
                continue;
            };
            match (unified, own_lines) {
                (true, true) if n == 1 => text.push("with the differences of  ", Role::Quiet),
                (true, false) if n == 1 => text.push("  with the differences of  ", Role::Quiet),
                (false, false) if n > 0 => text.push("   ", Role::Quiet),
                _ => {}
            }
            text.append(name(model, *id));
            if own_lines {
                let article = model.story.articles.get(id.index());
                let headline = article.and_then(|it| it.headline()).unwrap_or_default();
                text.push(&format!("  {headline}"), Role::Text);
            }
        }
        let width = |n| if n == 0 { end } else { width };
        let lines = texts
            .iter()
            .enumerate()
            .map(|(n, text)| text.clipped(width(n).saturating_sub(GUTTER), ellipsis));
        draw::lines(lines, theme, draw::shift(area, GUTTER), buf);
    }
    let x = width.saturating_sub(right.end() + 1);
    draw::line(&right, theme, draw::shift(area, x), buf);
}

/// Draws what stands over the other views.
fn look(model: &Model, theme: Theme, area: Rect, buf: &mut Buffer) {
    let (signs, width) = (model.signs, usize::from(area.width));
    let shown = areas::shown(model);
    match model.view {
        View::Matrix => {
            let ((start, label), cells) = areas::grid(model, width);
            let turned = which(model, &shown);
            let title = if turned.is_empty() {
                Styled::of("Who tells what", Role::Strong)
            } else {
                turned
            };
            let title = title.clipped(label.saturating_sub(1), signs.ellipsis);
            draw::line(&title, theme, draw::shift(area, start), buf);
            for (id, (x, wide)) in shown.iter().zip(cells) {
                let full = name(model, *id);
                let letter = Styled::of(&id.to_string(), full.role().unwrap_or(Role::Strong));
                let text = if wide < 8 { letter } else { full };
                let line = text.clipped(wide, signs.ellipsis);
                draw::line(&line, theme, draw::shift(area, x), buf);
            }
        }
        View::Original => {
            let id = ArticleId(model.column as u32);
            let mut text = name(model, id);
            let keys = [Way::Back, Way::On].map(|way| model.key(Message::Column(way)));
            let turn = keys.join("/");
            text.push(
                &format!("  {} of {}, {turn} turn", model.column + 1, model.outlets()),
                Role::Quiet,
            );
            let rows = usize::from(area.height.saturating_sub(1));
            let room = width.saturating_sub(GUTTER);
            let below = headline(model, id, room, rows);
            let lines = std::iter::once(text.clipped(room, signs.ellipsis)).chain(below);
            draw::lines(lines, theme, draw::shift(area, GUTTER), buf);
        }
        View::Quotes => title("Who says what", theme, area, buf),
        View::Overview | View::Text => title("The story at a glance", theme, area, buf),
    }
}

fn title(words: &str, theme: Theme, area: Rect, buf: &mut Buffer) {
    let line = Styled::of(words, Role::Strong).clipped(usize::from(area.width), "");
    draw::line(&line, theme, draw::shift(area, GUTTER), buf);
}

/// A headline on at most `rows` lines.
fn headline(model: &Model, id: ArticleId, width: usize, rows: usize) -> Vec<Line> {
    let article = model.story.articles.get(id.index());
    let words = article.and_then(|it| it.headline()).unwrap_or_default();
    Styled::of(words, Role::Text).within(width, rows, model.signs.ellipsis)
}

/// An outlet with its letter.
fn name(model: &Model, id: ArticleId) -> Styled {
    let attended = id.index() == model.column && model.pane == Pane::Text;
    let role = if attended { Role::Focus } else { Role::Strong };
    let article = model.story.articles.get(id.index());
    let outlet = article.map_or("", |article| article.outlet.as_str());
    let gap = if model.view == View::Text { "  " } else { " " };
    Styled::of(&format!("{id}{gap}{outlet}"), role)
}

/// Which of the outlets are on the screen, where not all are.
fn which(model: &Model, shown: &[ArticleId]) -> Styled {
    match model.story.articles.as_slice() {
        [first, .., last] if shown.len() < model.outlets() => {
            let text = format!("{} of {}-{}", lines::letters(shown), first.id, last.id);
            Styled::of(&text, Role::Quiet)
        }
        _ => Styled::default(),
    }
}
