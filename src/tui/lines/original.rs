//! One article as it was read: verdicts in the margin, furniture with its reasons.

use super::cell;
use super::passage::Mark;
use super::role::Role;
use super::sheet::Sheet;
use super::styled::{Line, Styled};
use crate::model::{Article, ArticleId, BlockRole, Row, SentenceId};
use crate::text::wrap;
use crate::tui::state::areas::GUTTER;
use crate::tui::state::{Item, Model, count};

/// Cells before the text: the cursor, the verdict, the paragraph.
const MARGIN: usize = 10;
/// Cells after the text, for where others tell it.
const OTHERS: usize = 18;
/// Below this width that has no room beside the text.
const WIDE: usize = 72;
/// Longer lines are hard to read.
const LONGEST: usize = 90;

/// Where the text of an article ends, and whether the places of others stand beside it.
fn room(width: usize) -> (usize, bool) {
    let beside = width >= WIDE;
    let taken = MARGIN + if beside { OTHERS } else { 0 };
    (width.saturating_sub(taken).clamp(1, LONGEST), beside)
}

/// Where the article comes from and what was made of it.
pub(super) fn opening(model: &Model, width: usize) -> Vec<Line> {
    let Some(article) = model.story.articles.get(model.column) else {
        return vec![Line::default()];
    };
    let aside = count(article.furniture().count(), "block");
    let facts = [
        Some(article.source.clone()),
        article.byline.clone(),
        article.published.clone(),
        article.language.clone(),
        Some(format!("{aside} set aside")),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    let facts = facts.join(&format!(" {} ", model.signs.dot));
    let lines = Styled::of(&facts, Role::Quiet).lines(width.saturating_sub(GUTTER).max(1), 0);
    let mut lines: Vec<Line> = lines.into_iter().map(|line| line.shifted(GUTTER)).collect();
    lines.push(Line::default());
    lines
}

impl Sheet<'_> {
    /// A block that is no part of the article's body.
    pub(super) fn block(&self, number: u32) -> Vec<Line> {
        let model = self.model;
        let article = model.story.articles.get(model.column);
        let Some((article, block)) =
            article.and_then(|it| Some((it, it.blocks.get(number as usize)?)))
        else {
            return vec![Line::default()];
        };
        let marks: Vec<Mark> = cell::hits(model, self.index).collect();
        let (role, reason) = match block.role {
            BlockRole::Headline => (Role::Strong, ""),
            BlockRole::Byline => (Role::Quiet, ""),
            BlockRole::Body => (Role::Text, ""),
            BlockRole::Furniture(reason) => (Role::Quiet, reason.words()),
        };
        let mut text = cell::marked(model, article.id, block.span, &marks, role);
        // Of a run set aside for one reason, the first says it.
        let before = number
            .checked_sub(1)
            .and_then(|n| article.blocks.get(n as usize));
        let said = before.is_some_and(|it| it.role == block.role);
        if !reason.is_empty() && !said {
            text.push(&format!("  ({reason})"), Role::Absent);
        }
        let mut lines = shifted(&text, room(self.width).0);
        if !reason.is_empty()
            && let Some(first) = lines.first_mut()
        {
            first.0.insert(
                0,
                super::styled::Piece {
                    x: GUTTER,
                    text: model.signs.dot.to_owned(),
                    role: Role::Quiet,
                },
            );
        }
        // What is set aside in a run stands close.
        let next = model.items.get(self.index + 1);
        if reason.is_empty() || !matches!(next, Some(Item::Block(_))) {
            lines.push(Line::default());
        }
        lines
    }

    /// A sentence with its row's verdict, and where others tell it.
    pub(super) fn sentence(&self, id: SentenceId) -> Vec<Line> {
        let model = self.model;
        let story = &model.story;
        let article = story.articles.get(id.article.index());
        let at = id.index as usize;
        let Some((article, sentence)) = article.and_then(|it| Some((it, it.sentences.get(at)?)))
        else {
            return vec![Line::default()];
        };
        let row = story.row_of(id).and_then(|row| story.rows.get(row.index()));
        let marks = row.map_or_else(
            || cell::hits(model, self.index).collect(),
            |row| self.marks(row),
        );
        let text = cell::marked(model, id.article, sentence.span, &marks, Role::Text);
        let (wide, beside) = room(self.width);
        let mut lines = shifted(&text, wide);
        if let Some(first) = lines.first_mut() {
            let mut margin = Line::default();
            if let Some(row) = row {
                let sign = model.signs.verdict(row.verdict).to_string();
                margin.put(GUTTER, sign, Role::Verdict(row.verdict));
            }
            if begins_paragraph(article, at) {
                let place = format!("{}{}", model.signs.paragraph, sentence.paragraph + 1);
                margin.put(GUTTER + 2, place, Role::Quiet);
            }
            first.0.splice(0..0, margin.0);
            if let (true, Some(row)) = (beside, row) {
                let others = Styled::of(&others(model, row, id.article), Role::Quiet);
                let others = others.clipped(OTHERS - 2, model.signs.ellipsis);
                first.put_line(MARGIN + wide + 2, others);
            }
        }
        let next = article.sentences.get(at + 1);
        if next.is_none_or(|next| next.paragraph != sentence.paragraph) {
            lines.push(Line::default());
        }
        lines
    }
}

fn begins_paragraph(article: &Article, at: usize) -> bool {
    let paragraph = |n: usize| article.sentences.get(n).map(|it| it.paragraph);
    at.checked_sub(1)
        .is_none_or(|before| paragraph(before) != paragraph(at))
}

/// The lines of a text beside the margin.
fn shifted(text: &Styled, width: usize) -> Vec<Line> {
    let lines = text.lines(width, 0).into_iter();
    lines.map(|line| line.shifted(MARGIN)).collect()
}

/// Where others tell a row: `B ¶2 C ¶5`.
fn others(model: &Model, row: &Row, own: ArticleId) -> String {
    let mut places = Vec::new();
    for (article, ids) in &row.cells {
        let sentence = ids.first().and_then(|id| {
            let article = model.story.articles.get(article.index())?;
            article.sentences.get(id.index as usize)
        });
        if let (true, Some(sentence)) = (*article != own, sentence) {
            let sign = model.signs.paragraph;
            places.push(format!("{article} {sign}{}", sentence.paragraph + 1));
        }
    }
    if places.is_empty() {
        return "-".to_owned();
    }
    let all = places.join(" ");
    if wrap::cells(&all) <= OTHERS - 2 {
        return all;
    }
    let letters: Vec<ArticleId> = row.cells.keys().copied().filter(|it| *it != own).collect();
    super::places::letters(&letters)
}
