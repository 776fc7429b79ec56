//! The text: a row under the other, each outlet's words beside or under those of the others.

use super::cell;
use super::passage::Mark;
use super::places::letters;
use super::role::Role;
use super::said;
use super::sheet::Sheet;
use super::styled::{Line, Styled};
use super::unified;
use crate::model::{Article, FindingKind, Row, RowId, RowVerdict};
use crate::text::wrap;
use crate::tui::state::areas::{self, GUTTER};
use crate::tui::state::{Item, Layout, count};

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
            _ => Vec::new(),
        }
    }

    fn is_folded(&self, row: &Row) -> bool {
        self.model.folded && row.verdict == RowVerdict::Agree
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
                    .map(|line| line.shifted(GUTTER)),
            );
        }
        for (correction, why) in model.story.corrected.stale() {
            let mut text = Styled::of("! ", Role::Hint);
            text.push("correction not applied: ", Role::Strong);
            text.push(&format!("{}: {why}", correction.named()), Role::Text);
            let stale = text.lines(room, 2).into_iter();
            lines.extend(stale.map(|line| line.shifted(GUTTER)));
        }
        let marks: Vec<Mark> = cell::hits(model, self.index).collect();
        let headline = |article: &Article| {
            let mut text = Styled::default();
            match article.headline {
                // It stands over the column, and is repeated only to show what was found in it.
                Some(_) if marks.is_empty() && self.has_in_sight(article) => {}
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
            if !under.is_empty() {
                under.push(&format!(" {} ", model.signs.dot), Role::Quiet);
            }
            let paragraphs = count(article.paragraphs() as usize, "paragraph");
            let sentences = count(article.sentences.len(), "sentence");
            under.push(&format!("{paragraphs}, {sentences}"), Role::Quiet);
            [text, under]
        };
        lines.extend(self.by_article(headline));
        if lines.is_empty() {
            lines.push(
                Styled::of("nothing to compare", Role::Quiet)
                    .clipped(room, "")
                    .shifted(GUTTER),
            );
        }
        lines
    }

    /// Whether the whole of an article's headline stands over the text.
    fn has_in_sight(&self, article: &Article) -> bool {
        let model = self.model;
        if !areas::has_headlines(model) {
            return false;
        }
        if areas::layout(model) != Layout::Split {
            let second = areas::layout(model) == Layout::Unified && article.id == model.pair().1;
            let lead = if second {
                "with the differences of  "
            } else {
                ""
            };
            let name = format!("{lead}{}  {}  ", article.id, article.outlet);
            let room = self.width.saturating_sub(GUTTER + wrap::cells(&name));
            return model.story.headline_cells(article.id) <= room;
        }
        let column = self.shown.iter().position(|id| *id == article.id);
        let width = column
            .and_then(|n| self.columns.get(n))
            .map_or(0, |it| it.1);
        let words = article.headline().unwrap_or_default();
        wrap::wrap(words, width).len() <= 2
    }

    /// The block of this number that was set aside, of each article.
    fn furniture(&self, number: u32) -> Vec<Line> {
        let model = self.model;
        let mut title = Styled::of("furniture", Role::Strong);
        let note = format!(" {} set aside, not compared", model.signs.dot);
        title.push(&note, Role::Quiet);
        let room = self.width.saturating_sub(GUTTER);
        let mut lines = vec![title.clipped(room, model.signs.ellipsis).shifted(GUTTER)];
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
        title.append(said::of_title(model, id));
        title.push(&format!("{dot}row {id}"), Role::Quiet);
        if self.is_folded(row) {
            let sentence = row.sentences().next().map_or("", |id| story.sentence(id));
            title.push(&format!("{dot}{sentence}"), Role::Text);
        }
        let room = self.width.saturating_sub(GUTTER);
        title.clipped(room, model.signs.ellipsis).shifted(GUTTER)
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
            let mut cells: Vec<Vec<Line>> = cells.collect();
            self.show_ghosts(row, &mut cells);
            return self.level(cells);
        }
        self.stacked(row, &marks)
    }

    /// Shows in the selected row what an outlet tells of it elsewhere, as a ghost of the far passage,
    /// as far as the row leaves room: the page must not jump when it is selected.
    fn show_ghosts(&self, row: &Row, cells: &mut [Vec<Line>]) {
        // Where nearest passages are shown, the whole ghost stands there already.
        if self.model.at != self.index || self.model.nearest {
            return;
        }
        let height = cells.iter().map(Vec::len).max().unwrap_or(0);
        let places = self.shown.iter().zip(&self.columns);
        for ((article, (_, width)), cell) in places.zip(cells) {
            if let Some(far) = row.elsewhere.get(article) {
                let room = height.saturating_sub(cell.len());
                let ghost = Styled::of(self.model.story.sentence(*far), Role::Quiet);
                cell.extend(ghost.within(*width, room, self.model.signs.ellipsis));
            }
        }
    }

    /// What the articles tell of a row, one under the other.
    fn stacked(&self, row: &Row, marks: &[Mark]) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut silent = Vec::new();
        for article in &self.shown {
            let told = row.cells.contains_key(article) || row.elsewhere.contains_key(article);
            if !told && !self.model.nearest && !row.is_perhaps_told_by(*article) {
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
}
