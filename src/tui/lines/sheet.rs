//! What the text of one item is laid out on: its columns, and what one article tells of a row.

use super::cell;
use super::passage::{self, Mark};
use super::places::{self, absence, elsewhere, sentence_position};
use super::role::Role;
use super::styled::{Line, Piece, Styled};
use crate::model::{Article, ArticleId, Row};
use crate::text::wrap;
use crate::tui::state::areas::{self, GUTTER};
use crate::tui::state::{Layout, Model};

/// What the layout of one item depends on.
pub(super) struct Sheet<'a> {
    pub(super) model: &'a Model,
    pub(super) index: usize,
    pub(super) width: usize,
    /// Whether words are emphasised.
    pub(super) marked: bool,
    /// Where the columns begin and how wide they are.
    pub(super) columns: Vec<(usize, usize)>,
    pub(super) shown: Vec<ArticleId>,
}

impl Sheet<'_> {
    /// Draws the lines between the columns where a line leaves room for them.
    pub(super) fn rule(&self, line: &mut Line) {
        let mut rules: Vec<usize> = self.columns.iter().skip(1).map(|(x, _)| x - 2).collect();
        rules.retain(|x| {
            let covered = |p: &Piece| p.x <= *x && *x <= p.x + wrap::cells(&p.text);
            !line.0.iter().any(covered)
        });
        for x in rules {
            line.put(x, self.model.signs.vertical, Role::Rule);
        }
        line.0.sort_by_key(|piece| piece.x);
    }

    /// Something of every shown article: beside each other in columns, else one under the other.
    pub(super) fn by_article<const N: usize>(
        &self,
        of: impl Fn(&Article) -> [Styled; N],
    ) -> Vec<Line> {
        let articles = self
            .shown
            .iter()
            .filter_map(|id| self.model.story.articles.get(id.index()));
        let texts = articles.map(|article| (article.id, of(article)));
        if areas::layout(self.model) == Layout::Split {
            let cells = texts.zip(&self.columns).map(|((_, texts), (_, width))| {
                texts
                    .iter()
                    .flat_map(|text| text.lines(*width, 0))
                    .collect()
            });
            return self.level(cells.collect());
        }
        let lines = texts.flat_map(|(id, texts)| {
            let letter = format!("{id} ");
            texts
                .into_iter()
                .filter(|text| !text.is_empty())
                .enumerate()
                .flat_map(move |(n, text)| {
                    let label = if n == 0 {
                        letter.clone()
                    } else {
                        " ".repeat(letter.len())
                    };
                    self.labelled(&label, &text)
                })
        });
        lines.collect()
    }

    /// A text after a label that stands out to the left of its lines.
    pub(super) fn labelled(&self, label: &str, text: &Styled) -> Vec<Line> {
        let width = self.width.saturating_sub(GUTTER + label.len()).max(1);
        let mut lines: Vec<Line> = text
            .lines(width, 0)
            .into_iter()
            .map(|line| line.shifted(GUTTER + label.len()))
            .collect();
        if let Some(first) = lines.first_mut() {
            first.0.insert(
                0,
                Piece {
                    x: GUTTER,
                    text: label.to_owned(),
                    role: Role::Strong,
                },
            );
        }
        lines
    }

    /// The cells of the columns, level to the line.
    pub(super) fn level(&self, cells: Vec<Vec<Line>>) -> Vec<Line> {
        let height = cells.iter().map(Vec::len).max().unwrap_or(0);
        let mut lines = vec![Line::default(); height];
        for (cell, (x, _)) in cells.into_iter().zip(&self.columns) {
            for (line, part) in lines.iter_mut().zip(cell) {
                line.put_line(*x, part);
            }
        }
        lines
    }

    /// The words of a row to emphasise.
    pub(super) fn marks(&self, row: &Row) -> Vec<Mark> {
        if self.marked {
            cell::marks(self.model, self.index, row, &self.shown)
        } else {
            Vec::new()
        }
    }

    /// What one article tells of a row: a text a passage, or a word on where or that it does not.
    pub(super) fn cell(&self, row: &Row, article: ArticleId, marks: &[Mark]) -> Vec<Styled> {
        let (model, story) = (self.model, &self.model.story);
        if let Some(ids) = row.cells.get(&article) {
            let told = passage::passages(story, ids).into_iter().map(|passage| {
                let place = places::position(story, article, passage.paragraph, model.signs);
                let mut text = Styled::of(&format!("{place} "), Role::Quiet);
                text.append(cell::marked(
                    model,
                    article,
                    passage.span,
                    marks,
                    Role::Text,
                ));
                text
            });
            return told.collect();
        }
        if let Some(sentence) = row.elsewhere.get(&article) {
            let columns = areas::layout(model) == Layout::Split;
            let place = Styled::of(&elsewhere(model, *sentence, columns), Role::Quiet);
            // On demand the far passage stands beside what it tells, as a ghost of itself.
            let ghost = || Styled::of(story.sentence(*sentence), Role::Quiet);
            return std::iter::once(place)
                .chain(model.nearest.then(ghost))
                .collect();
        }
        if row.absence(article).is_none() {
            return vec![Styled::of("-", Role::Quiet)];
        }
        let mut text = Styled::of(&absence(model, row, article), Role::Absent);
        let Some(nearest) = row.nearest.get(&article).filter(|_| model.nearest) else {
            return vec![text];
        };
        let why = if row.is_perhaps_told_by(article) {
            format!(": {}", nearest.why)
        } else {
            let place = sentence_position(model, nearest.sentence);
            let dot = model.signs.dot;
            format!(
                " {dot} nearest {place}, {:.2}: {}",
                nearest.score, nearest.why
            )
        };
        text.push(&why, Role::Quiet);
        vec![
            text,
            Styled::of(story.sentence(nearest.sentence), Role::Quiet),
        ]
    }
}
