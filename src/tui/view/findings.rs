//! The list of findings.

use super::draw;
use super::theme::Theme;
use crate::model::{Comparison, Finding, FindingId, FindingKind, Place};
use crate::tui::lines;
use crate::tui::lines::Role;
use crate::tui::lines::Styled;
use crate::tui::state::message::Message;
use crate::tui::state::{Model, Pane, areas};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the list beside the text, under a heading.
pub(super) fn draw_side(model: &Model, theme: Theme, area: Rect, buf: &mut Buffer) {
    let focused = model.pane == Pane::Findings;
    let role = if focused { Role::Focus } else { Role::Strong };
    let heading = Styled::of(" Findings", role).clipped(usize::from(area.width), "");
    draw::line(
        &heading,
        theme,
        Rect {
            height: area.height.min(1),
            ..area
        },
        buf,
    );
    draw(model, theme, below(area, 1), buf);
}

/// An area without its first lines.
fn below(area: Rect, lines: u16) -> Rect {
    let lines = lines.min(area.height);
    Rect {
        y: area.y + lines,
        height: area.height - lines,
        ..area
    }
}

/// Draws the findings that pass the filter, a line each, the current one in view.
pub(super) fn draw(model: &Model, theme: Theme, area: Rect, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let height = usize::from(area.height);
    let at = model.finding_place();
    let top = areas::list_top(at.unwrap_or(0), model.findings.len(), height);
    let shown = model.findings.iter().enumerate().skip(top);
    for (y, (place, id)) in (area.y..area.bottom()).zip(shown) {
        let line = entry(model, *id, at == Some(place));
        let line = line.clipped(usize::from(area.width), model.signs.ellipsis);
        draw::line(
            &line,
            theme,
            Rect {
                y,
                height: 1,
                ..area
            },
            buf,
        );
    }
    if model.findings.is_empty() {
        let none = if model.story.findings.is_empty() {
            "no findings".to_owned()
        } else {
            let key = model.key(Message::ClearFilters);
            format!("no finding passes the filter: {key} takes it off")
        };
        let line = Styled::of(&none, Role::Quiet).clipped(usize::from(area.width), "");
        draw::line(&line, theme, area, buf);
    }
}

/// A finding on one line.
fn entry(model: &Model, id: FindingId, here: bool) -> Styled {
    let story = &model.story;
    let mut text = Styled::of(if here { model.signs.cursor } else { " " }, Role::Focus);
    let Some(finding) = story.findings.get(id.index()) else {
        return text;
    };
    let digits = story.findings.len().to_string().len();
    text.push(&format!("{:>digits$} ", id.to_string()), Role::Quiet);
    if let Some(row) = story.rows.get(finding.row.index()) {
        let sign = model.signs.verdict(row.verdict);
        text.push(&format!("{sign} "), Role::Verdict(row.verdict));
    }
    text.push(&lines::sign_of(model, id), Role::Hint);
    let focused = here && model.pane == Pane::Findings;
    text.push(
        finding.kind.words(),
        if focused { Role::Focus } else { Role::Strong },
    );
    let left_out = finding.kind == FindingKind::Omission;
    let by = if left_out { "by " } else { "" };
    text.push(
        &format!(" {by}{}  ", lines::letters(&finding.articles)),
        Role::Quiet,
    );
    let gist = gist(story, finding);
    let said = if gist.is_empty() { &finding.why } else { &gist };
    text.push(said, Role::Text);
    text
}

/// What tells a finding from others of its kind in a few words: those that are left out, those that
/// outlets have in each other's place. Empty where only its reason says it.
fn gist(story: &Comparison, finding: &Finding) -> String {
    let words = |place: &Place| {
        let article = story.articles.get(place.article.index());
        article.map_or("", |article| article.slice(place.span))
    };
    match finding.kind {
        FindingKind::Omission => finding.places.first().map_or("", words).to_owned(),
        FindingKind::DetailOmission => {
            let mut all: Vec<&str> = Vec::new();
            for words in finding.places.iter().map(words) {
                if !all.contains(&words) {
                    all.push(words);
                }
            }
            all.join(", ")
        }
        FindingKind::Attribution | FindingKind::QuoteTrimmed | FindingKind::Prominence => {
            String::new()
        }
        kind => {
            let mut sides: Vec<(&str, &str)> = Vec::new();
            for (place, value) in finding.places.iter().zip(&finding.values) {
                let whole = kind == FindingKind::QuoteAltered;
                let shown = if whole { value } else { words(place) };
                let shown = if shown.is_empty() { "(none)" } else { shown };
                if !sides.iter().any(|(known, _)| known == value) {
                    sides.push((value, shown));
                }
            }
            let shown: Vec<&str> = sides.iter().map(|(_, shown)| *shown).collect();
            shown.join(" / ")
        }
    }
}
