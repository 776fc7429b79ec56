//! The matrix: a line a row, a cell an outlet.

use super::places::sentence_position;
use super::role::Role;
use super::said;
use super::styled::{Line, Styled};
use crate::model::{ArticleId, Finding, Row, RowId};
use crate::survey::{self, Told};
use crate::text::wrap;
use crate::tui::state::areas::{self, GUTTER};
use crate::tui::state::{Model, Signs};

/// A cell narrower than this holds a sign alone.
const WORDED: usize = 8;

/// The signs of the cells.
struct CellSigns {
    alike: &'static str,
    differently: &'static str,
    alone: &'static str,
    copied: &'static str,
    elsewhere: &'static str,
    perhaps: &'static str,
    not: &'static str,
}

const fn cell_signs(signs: Signs) -> CellSigns {
    if signs.ascii {
        CellSigns {
            alike: "=",
            differently: "!",
            alone: "1",
            copied: "\"",
            elsewhere: ">",
            perhaps: "?",
            not: ".",
        }
    } else {
        CellSigns {
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
    let told = cell_signs(model.signs);
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
    let signs = cell_signs(model.signs);
    let worded = |sign: &str, role: Role, words: &str, quiet: Role| {
        let mut text = Styled::of(sign, role);
        if wide >= WORDED {
            text.push(&format!(" {words}"), quiet);
        }
        text
    };
    let first = row.cells.get(&article).and_then(|ids| ids.first());
    let place = first.map_or_else(String::new, |id| sentence_position(model, *id));
    let copied = |id| {
        let mut group = model.story.origin(id).into_iter().flatten();
        group.any(|id| id.article != article)
    };
    match survey::told(&model.story, row, article, copied) {
        Told::Alike => worded(signs.alike, Role::Text, &place, Role::Quiet),
        Told::Differently(finding) => {
            let words = words(model, finding, article, wide.saturating_sub(2));
            worded(signs.differently, Role::Differs, words, Role::Differs)
        }
        Told::Alone => worded(signs.alone, Role::Strong, &place, Role::Quiet),
        Told::Copied => worded(signs.copied, Role::Text, &place, Role::Quiet),
        Told::Unsure => worded(signs.perhaps, Role::Absent, &place, Role::Quiet),
        Told::Elsewhere(id) => {
            let place = sentence_position(model, id);
            worded(signs.elsewhere, Role::Quiet, &place, Role::Quiet)
        }
        Told::Perhaps => worded(signs.perhaps, Role::Absent, "perhaps", Role::Absent),
        Told::Not => Styled::of(signs.not, Role::Quiet),
    }
}

/// What an outlet tells differently: its own words where `room` is enough for them, else what kind
/// of thing it is.
fn words<'a>(model: &'a Model, finding: &Finding, article: ArticleId, room: usize) -> &'a str {
    let place = finding.places.iter().find(|place| place.article == article);
    let words = place.and_then(|place| {
        let text = model.story.articles.get(article.index())?.slice(place.span);
        let fits = !text.is_empty() && wrap::cells(text) <= room;
        fits.then_some(text)
    });
    words.unwrap_or_else(|| finding.kind.words())
}
