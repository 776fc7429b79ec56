//! The matrix: a line a row, a cell an outlet.

use super::places::{is_perhaps_stated, sentence_position};
use super::role::Role;
use super::said;
use super::styled::{Line, Styled};
use crate::model::{ArticleId, Finding, Row, RowId, RowVerdict};
use crate::text::wrap;
use crate::tui::state::areas::{self, GUTTER};
use crate::tui::state::{Model, Signs};

/// A cell narrower than this holds a sign alone.
const WORDED: usize = 8;

/// The signs of the cells.
struct Told {
    alike: &'static str,
    differently: &'static str,
    alone: &'static str,
    copied: &'static str,
    elsewhere: &'static str,
    perhaps: &'static str,
    not: &'static str,
}

const fn told(signs: Signs) -> Told {
    if signs.ascii {
        Told {
            alike: "=",
            differently: "!",
            alone: "1",
            copied: "\"",
            elsewhere: ">",
            perhaps: "?",
            not: ".",
        }
    } else {
        Told {
            alike: "=",
            differently: "≠",
            alone: "●",
            copied: "≡",
            elsewhere: "↗",
            perhaps: "?",
            not: "·",
        }
    }
}

/// How to read the matrix.
pub(super) fn opening(model: &Model, width: usize) -> Vec<Line> {
    let told = told(model.signs);
    let mut text = Styled::default();
    for (sign, role, words) in [
        (told.alike, Role::Text, "alike"),
        (told.differently, Role::Differs, "differently"),
        (told.alone, Role::Strong, "alone"),
        (told.copied, Role::Text, "the same text, one voice"),
        (told.elsewhere, Role::Quiet, "in another row"),
        (told.perhaps, Role::Absent, "perhaps"),
        (told.not, Role::Quiet, "not told"),
    ] {
        if !text.is_empty() {
            text.push("   ", Role::Quiet);
        }
        text.push(sign, role);
        text.push(&format!(" {words}"), Role::Quiet);
    }
    let lines = text.lines(width.saturating_sub(GUTTER).max(1), 0);
    lines.into_iter().map(|line| line.shifted(GUTTER)).collect()
}

/// A row in few words, and how each outlet tells it.
pub(super) fn row(model: &Model, id: RowId, width: usize) -> Vec<Line> {
    let story = &model.story;
    let Some(row) = story.rows.get(id.index()) else {
        return vec![Line::default()];
    };
    let ((start, label), cells) = areas::grid(model, width);
    let mut line = Line::default();
    let sign = model.signs.verdict(row.verdict).to_string();
    line.put(GUTTER, sign, Role::Verdict(row.verdict));
    let sentence = row.sentences().next().map_or("", |id| story.sentence(id));
    let mut words = Styled::of(&said::sign_of_row(model, id), Role::Hint);
    words.push(sentence, Role::Text);
    line.put_line(
        start,
        words.clipped(label.saturating_sub(1), model.signs.ellipsis),
    );
    for (article, (x, wide)) in areas::shown(model).into_iter().zip(cells) {
        let text = cell(model, row, article, wide);
        line.put_line(x, text.clipped(wide, model.signs.ellipsis));
    }
    vec![line]
}

/// How one outlet tells a row.
fn cell(model: &Model, row: &Row, article: ArticleId, wide: usize) -> Styled {
    let told = told(model.signs);
    let worded = |sign: &str, role: Role, words: &str, quiet: Role| {
        let mut text = Styled::of(sign, role);
        if wide >= WORDED {
            text.push(&format!(" {words}"), quiet);
        }
        text
    };
    let Some(ids) = row.cells.get(&article) else {
        if let Some(id) = row.elsewhere.get(&article) {
            let place = sentence_position(model, *id);
            return worded(told.elsewhere, Role::Quiet, &place, Role::Quiet);
        }
        return if is_perhaps_stated(row, article) {
            worded(told.perhaps, Role::Absent, "perhaps", Role::Absent)
        } else {
            Styled::of(told.not, Role::Quiet)
        };
    };
    let place = ids
        .first()
        .map_or_else(String::new, |id| sentence_position(model, *id));
    if row.verdict == RowVerdict::Unsure {
        return worded(told.perhaps, Role::Absent, &place, Role::Quiet);
    }
    if let Some(value) = value(model, row, article, wide.saturating_sub(2)) {
        return worded(told.differently, Role::Differs, value, Role::Differs);
    }
    let mut groups = ids.iter().filter_map(|id| model.story.origin(*id));
    let copied = groups.any(|group| group.iter().any(|id| id.article != article));
    match (row.cells.len(), copied) {
        (1, _) => worded(told.alone, Role::Strong, &place, Role::Quiet),
        (_, true) => worded(told.copied, Role::Text, &place, Role::Quiet),
        (_, false) => worded(told.alike, Role::Text, &place, Role::Quiet),
    }
}

/// What an outlet tells differently in a row, the weightiest first: its own words where `room` is
/// enough for them, else what kind of thing it is.
fn value<'a>(model: &'a Model, row: &Row, article: ArticleId, room: usize) -> Option<&'a str> {
    let story = &model.story;
    let findings = row
        .findings
        .iter()
        .filter_map(|id| story.findings.get(id.index()));
    let mut about: Vec<&Finding> = findings
        .filter(|it| it.kind.diverges() && it.articles.contains(&article))
        .collect();
    about.sort_by_key(|it| std::cmp::Reverse(it.severity));
    let finding = about.first()?;
    let place = finding.places.iter().find(|place| place.article == article);
    let words = place.and_then(|place| {
        let text = story.articles.get(article.index())?.slice(place.span);
        let fits = !text.is_empty() && wrap::cells(text) <= room;
        fits.then_some(text)
    });
    Some(words.unwrap_or_else(|| finding.kind.words()))
}
