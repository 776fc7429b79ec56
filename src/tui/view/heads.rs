//! The lines over the text: which outlet stands where, and its headline.

use super::draw;
use super::theme::Theme;
use crate::model::ArticleId;
use crate::tui::lines::{self, Line, Role, Styled};
use crate::tui::state::areas::{self, GUTTER};
use crate::tui::state::{Layout, Model, Pane};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the outlets and their headlines: over their columns, or one under the other where there
/// are no columns.
pub(super) fn draw(model: &Model, theme: Theme, area: Rect, buf: &mut Buffer) {
    let ellipsis = model.signs.ellipsis;
    let shown = areas::shown(model);
    let width = usize::from(area.width);
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
    Styled::of(&format!("{id}  {outlet}"), role)
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
