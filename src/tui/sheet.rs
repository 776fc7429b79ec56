//! The lines of one item of the text pane.

use super::areas::{self, GUTTER};
use super::cell::{self, Mark};
use super::model::{Layout, Model};
use super::rows::{Item, elsewhere, letters, sentence_position, shifted};
use super::styled::{Line, Piece, Styled};
use super::theme::Role;
use super::unified;
use crate::model::{Article, ArticleId, FindingKind, Row, RowId, RowVerdict};
use crate::text::wrap;

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
    pub(super) fn item(&self, item: Item) -> Vec<Line> {
        match item {
            Item::Opening => self.opening(),
            Item::Furniture(number) => self.furniture(number),
            Item::Row(id) => self
                .model
                .story
                .rows
                .get(id.index())
                .map_or_else(Vec::new, |row| {
                    let mut lines = vec![self.title(id, row)];
                    if !self.is_folded(row) {
                        lines.extend(self.row(row));
                    }
                    lines
                }),
        }
    }

    fn is_folded(&self, row: &Row) -> bool {
        self.model.folded && row.verdict == RowVerdict::Agree
    }

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

    /// Warnings, then the headlines.
    fn opening(&self) -> Vec<Line> {
        let model = self.model;
        let mut lines = Vec::new();
        let room = self.width.saturating_sub(GUTTER);
        for warning in &model.story.warnings {
            let mut text = Styled::of("! ", Role::Hint);
            if let Some(source) = &warning.source {
                text.push(source, Role::Strong);
                text.push(": ", Role::Text);
            }
            text.push(&warning.text, Role::Text);
            lines.extend(
                text.lines(room, 2)
                    .into_iter()
                    .map(|line| shifted(line, GUTTER)),
            );
        }
        let marks: Vec<Mark> = cell::hits(model, self.index).collect();
        let headline = |article: &Article| {
            let mut text = Styled::default();
            match article.headline {
                Some(span) => {
                    text = cell::marked(model, article.id, span, &marks, Role::Strong);
                }
                None => text.push("no headline", Role::Absent),
            }
            let mut under = Styled::default();
            for part in [&article.byline, &article.published].into_iter().flatten() {
                if !under.is_empty() {
                    under.push(&format!(" {} ", model.signs.dot), Role::Quiet);
                }
                under.push(part, Role::Quiet);
            }
            [text, under]
        };
        lines.extend(self.by_article(headline));
        if lines.is_empty() {
            lines.push(shifted(
                Styled::of("nothing to compare", Role::Quiet).clipped(room, ""),
                GUTTER,
            ));
        }
        lines
    }

    /// The block of this number that was set aside, of each article.
    fn furniture(&self, number: u32) -> Vec<Line> {
        let model = self.model;
        let mut title = Styled::of("furniture", Role::Strong);
        let note = format!(" {} set aside, not compared", model.signs.dot);
        title.push(&note, Role::Quiet);
        let room = self.width.saturating_sub(GUTTER);
        let mut lines = vec![shifted(title.clipped(room, model.signs.ellipsis), GUTTER)];
        let marks: Vec<Mark> = cell::hits(model, self.index).collect();
        lines.extend(self.by_article(|article| {
            article.furniture().nth(number as usize).map_or_else(
                Default::default,
                |(block, why)| {
                    let text = cell::marked(model, article.id, block.span, &marks, Role::Quiet);
                    [
                        Styled::of(&format!("({})", why.words()), Role::Absent),
                        text,
                    ]
                },
            )
        }));
        lines
    }

    /// Something of every shown article: beside each other in columns, else one under the other.
    fn by_article<const N: usize>(&self, of: impl Fn(&Article) -> [Styled; N]) -> Vec<Line> {
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
            .map(|line| shifted(line, GUTTER + label.len()))
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
    fn level(&self, cells: Vec<Vec<Line>>) -> Vec<Line> {
        let height = cells.iter().map(Vec::len).max().unwrap_or(0);
        let mut lines = vec![Line::default(); height];
        for (cell, (x, _)) in cells.into_iter().zip(&self.columns) {
            for (line, part) in lines.iter_mut().zip(cell) {
                line.put_line(*x, part);
            }
        }
        lines
    }

    /// The line over a row: its number, its verdict, what differs, who does not tell it.
    fn title(&self, id: RowId, row: &Row) -> Line {
        let (model, story) = (self.model, &self.model.story);
        let dot = format!(" {} ", model.signs.dot);
        let mut title = Styled::default();
        let sign = model.signs.verdict(row.verdict);
        title.push(
            &format!("{sign} {}", row.verdict.word()),
            Role::Verdict(row.verdict),
        );
        let mut kinds: Vec<FindingKind> = row
            .findings
            .iter()
            .filter_map(|id| story.findings.get(id.index()).map(|finding| finding.kind))
            .filter(|kind| *kind != FindingKind::Omission)
            .collect();
        kinds.sort_unstable();
        kinds.dedup();
        for kind in kinds {
            title.push(&dot, Role::Quiet);
            title.push(kind.words(), Role::Strong);
        }
        if row.verdict == RowVerdict::Single {
            let only = row.cells.keys().copied().collect::<Vec<_>>();
            title.push(&format!("{dot}only {}", letters(&only)), Role::Quiet);
        } else if !row.omitted_by.is_empty() {
            title.push(
                &format!("{dot}not by {}", letters(&row.omitted_by)),
                Role::Quiet,
            );
        }
        if row.verdict == RowVerdict::Unsure {
            title.push(&format!("{dot}perhaps the same"), Role::Quiet);
        }
        title.push(&format!("{dot}row {id}"), Role::Quiet);
        if self.is_folded(row) {
            let sentence = row.sentences().next().map_or("", |id| story.sentence(id));
            title.push(&format!("{dot}{sentence}"), Role::Text);
        }
        let room = self.width.saturating_sub(GUTTER);
        shifted(title.clipped(room, model.signs.ellipsis), GUTTER)
    }

    /// What the articles tell of a row.
    fn row(&self, row: &Row) -> Vec<Line> {
        let layout = areas::layout(self.model);
        if layout == Layout::Unified {
            return unified::row(self, row);
        }
        let marks = self.marks(row);
        if layout == Layout::Split {
            let cells = self
                .shown
                .iter()
                .zip(&self.columns)
                .map(|(article, (_, width))| {
                    let texts = self.cell(row, *article, &marks);
                    texts
                        .iter()
                        .flat_map(|text| text.lines(*width, 0))
                        .collect()
                });
            return self.level(cells.collect());
        }
        self.stacked(row, &marks)
    }

    /// The words of a row to emphasise.
    pub(super) fn marks(&self, row: &Row) -> Vec<Mark> {
        if self.marked {
            cell::marks(self.model, self.index, row, &self.shown)
        } else {
            Vec::new()
        }
    }

    /// What the articles tell of a row, one under the other.
    fn stacked(&self, row: &Row, marks: &[Mark]) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut silent = Vec::new();
        for article in &self.shown {
            let told = row.cells.contains_key(article) || row.elsewhere.contains_key(article);
            if !told && !self.model.nearest {
                silent.push(*article);
                continue;
            }
            for (n, text) in self.cell(row, *article, marks).iter().enumerate() {
                let letter = format!("{article} ");
                let label = if n == 0 {
                    letter
                } else {
                    " ".repeat(letter.len())
                };
                lines.extend(self.labelled(&label, text));
            }
        }
        let omitted: Vec<_> = silent
            .into_iter()
            .filter(|a| row.omitted_by.contains(a))
            .collect();
        if !omitted.is_empty() {
            let label = format!("{} ", letters(&omitted));
            lines.extend(self.labelled(&label, &Styled::of("not stated", Role::Absent)));
        }
        lines
    }

    /// What one article tells of a row: a text a passage, or a word on where or that it does not.
    pub(super) fn cell(&self, row: &Row, article: ArticleId, marks: &[Mark]) -> Vec<Styled> {
        let (model, story) = (self.model, &self.model.story);
        if let Some(ids) = row.cells.get(&article) {
            let told = cell::passages(story, ids).into_iter().map(|passage| {
                let place = cell::position(story, article, passage.paragraph, model.signs);
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
            return vec![Styled::of(&elsewhere(model, *sentence), Role::Quiet)];
        }
        if !row.omitted_by.contains(&article) {
            return vec![Styled::of("-", Role::Quiet)];
        }
        let mut text = Styled::of("not stated", Role::Absent);
        let Some(nearest) = row.nearest.get(&article).filter(|_| model.nearest) else {
            return vec![text];
        };
        let place = sentence_position(model, nearest.sentence);
        let why = format!(
            " {} nearest {place}, {:.2}: {}",
            model.signs.dot, nearest.score, nearest.why
        );
        text.push(&why, Role::Quiet);
        vec![
            text,
            Styled::of(story.sentence(nearest.sentence), Role::Quiet),
        ]
    }
}
