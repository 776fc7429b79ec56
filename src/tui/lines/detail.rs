//! The detail pane: what is known of the selected row.

use super::cell;
use super::linked;
use super::places;
use super::role::Role;
use super::said;
use super::styled::{Line, Styled};
use crate::model::{ArticleId, FindingKind, Quote, QuoteId, Row, RowId, SentenceId};
use crate::text::clean::clean;
use crate::tui::state::Item;
use crate::tui::state::Model;
use crate::tui::state::areas;
use std::ops::Range;

/// How far the lines of a section stand right of its label.
const INDENT: usize = 10;

/// The lines of the detail pane, `most` of them and a few more at most: those of a row of many
/// outlets go on for long, and each is work.
pub fn lines(model: &Model, most: usize) -> Vec<Line> {
    let mut page = Page::new(model, most);
    match (model.row(), model.item()) {
        (Some(id), _) => {
            page.head(id);
            if let Some(row) = model.story.rows.get(id.index()) {
                page.row(row);
            }
        }
        (None, Some(Item::Furniture(_))) => {
            let note = "text in the file that is not the article: never compared, never counted \
                        as left out";
            page.section("aside", &Styled::of(note, Role::Text));
        }
        (None, Some(_)) => page.opening(),
        (None, None) => {}
    }
    page.lines
}

/// The lines of the detail pane that are about the finding where the reader stands; empty where
/// none is in it.
pub fn finding_lines(model: &Model) -> Range<usize> {
    let mut page = Page::new(model, usize::MAX);
    if let Some(id) = model.row() {
        page.head(id);
    }
    page.here
}

struct Page<'a> {
    model: &'a Model,
    width: usize,
    most: usize,
    lines: Vec<Line>,
    /// The lines about the finding where the reader stands.
    here: Range<usize>,
}

impl<'a> Page<'a> {
    fn new(model: &'a Model, most: usize) -> Self {
        Self {
            model,
            width: usize::from(areas::areas(model).lower.width).saturating_sub(1),
            most,
            lines: Vec::new(),
            here: 0..0,
        }
    }

    /// What the reader said of a row, its verdict's reason, and its findings.
    fn head(&mut self, id: RowId) {
        for (label, text) in said::of_detail(self.model, id) {
            self.section(label, &text);
        }
        if let Some(row) = self.model.story.rows.get(id.index()) {
            if !self.findings_say(&row.why, row) {
                self.section("why", &Styled::of(&row.why, Role::Text));
            }
            self.findings(row);
        }
    }

    /// Whether a reason says only what the findings of the row say, which stand below it.
    fn findings_say(&self, why: &str, row: &Row) -> bool {
        let findings = row.findings.iter();
        let found = findings.filter_map(|id| self.model.story.findings.get(id.index()));
        let rest = found.fold(why.to_owned(), |rest, it| rest.replace(&it.why, ""));
        rest.chars().all(|c| c == ';' || c == ' ')
    }

    /// Whether nobody asks for more lines.
    fn is_full(&self) -> bool {
        self.lines.len() >= self.most
    }

    /// Adds a text under a label; an empty label goes on with the section before.
    fn section(&mut self, label: &str, text: &Styled) {
        let indent = if self.width >= INDENT + 20 { INDENT } else { 2 };
        let mut lines = text.lines(self.width.saturating_sub(indent).max(1), 0);
        for (n, line) in lines.drain(..).enumerate() {
            let mut out = Line::default();
            if n == 0 && !label.is_empty() {
                if indent == 2 {
                    out.put(0, label, Role::Quiet);
                    self.lines.push(std::mem::take(&mut out));
                } else {
                    out.put(1, label, Role::Quiet);
                }
            }
            out.put_line(indent, line);
            self.lines.push(out);
        }
    }

    /// The articles of the story and the thresholds.
    fn opening(&mut self) {
        let story = &self.model.story;
        for (n, article) in story.articles.iter().enumerate() {
            if self.is_full() {
                return;
            }
            let mut text = Styled::of(&format!("{} {}", article.id, article.outlet), Role::Strong);
            let words = story.words(article.id).all;
            let aside = self.model.furniture.get(n).copied().unwrap_or(0);
            let dot = self.model.signs.dot;
            let facts = format!(
                " {dot} {} paragraphs, {} sentences {dot} {words} words, {aside} % of them set aside {dot} {}",
                article.paragraphs(),
                article.sentences.len(),
                article.source,
            );
            text.push(&facts, Role::Text);
            self.section(if n == 0 { "articles" } else { "" }, &text);
        }
        let kept = self.model.kept();
        if !kept.is_empty() {
            let file = match self.model.desk.file.as_str() {
                "" => String::new(),
                file => format!(" ({})", clean(file)),
            };
            self.section("reader", &Styled::of(&format!("{kept}{file}"), Role::Text));
        }
        let settings = story.settings;
        let thresholds = format!(
            "claimed from {:.2} on, shown as unsure from {:.2} on",
            settings.confident, settings.unsure
        );
        self.section("links", &Styled::of(&thresholds, Role::Text));
    }

    /// What speaks for the row: where it is told and where not, links, quotes.
    fn row(&mut self, row: &Row) {
        self.places(row);
        self.silence(row);
        self.links(row);
        self.quotes(row);
        self.origin(row);
    }

    fn findings(&mut self, row: &Row) {
        let model = self.model;
        for (n, id) in row.findings.iter().enumerate() {
            if self.is_full() {
                return;
            }
            let Some(finding) = model.story.findings.get(id.index()) else {
                continue;
            };
            let here = model.finding == Some(*id);
            let role = if here { Role::Focus } else { Role::Strong };
            let mut text = Styled::of(&format!("{id} {}", finding.kind.words()), role);
            text.push(
                &format!(" ({}) ", places::letters(&finding.articles)),
                Role::Quiet,
            );
            text.push(&finding.why, Role::Text);
            let start = self.lines.len();
            self.section(if n == 0 { "finding" } else { "" }, &text);
            if here {
                self.here = start..self.lines.len();
            }
        }
    }

    /// Where the articles tell it: what stands on top in one may be buried in another.
    fn places(&mut self, row: &Row) {
        let story = &self.model.story;
        let told: Vec<String> = row
            .cells
            .iter()
            .filter_map(|(article, ids)| {
                let sentence = sentence(self.model, *ids.first()?)?;
                let all = story.articles.get(article.index())?.paragraphs();
                let place = format!(
                    "{}{} of {all}",
                    self.model.signs.paragraph,
                    sentence.paragraph + 1
                );
                Some(format!("{article} {place}, line {}", sentence.line))
            })
            .collect();
        let told = told.join(&format!(" {} ", self.model.signs.dot));
        self.section("told", &Styled::of(&told, Role::Text));
    }

    /// Who does not tell it, and what comes nearest; who tells it elsewhere.
    fn silence(&mut self, row: &Row) {
        let model = self.model;
        for id in row.elsewhere.values() {
            let mut text = Styled::of(&places::elsewhere(model, *id, true), Role::Text);
            text.push(&format!(": {}", model.story.sentence(*id)), Role::Quiet);
            self.section("also", &text);
        }
        let articles = model.story.articles.iter().map(|article| article.id);
        for article in &articles
            .filter(|id| row.absence(*id).is_some())
            .collect::<Vec<_>>()
        {
            if self.is_full() {
                return;
            }
            let mut text = Styled::of(&format!("{article} "), Role::Strong);
            text.push(&places::absence(model, row, *article), Role::Absent);
            if let Some(nearest) = row.nearest.get(article) {
                let place = places::sentence_position(model, nearest.sentence);
                let at = format!(" {} nearest {} {place}", model.signs.dot, nearest.sentence);
                text.push(&at, Role::Text);
                // The finding above has the rest in its reason.
                if !is_found_left_out(model, row, *article) {
                    let why = format!(", {:.2}: {}", nearest.score, nearest.why);
                    text.push(&why, Role::Text);
                }
                let words = model.story.sentence(nearest.sentence);
                text.push(&format!(" {} {words}", model.signs.dot), Role::Quiet);
            }
            self.section("not told", &text);
        }
    }

    fn links(&mut self, row: &Row) {
        let model = self.model;
        let ids: Vec<SentenceId> = row.sentences().collect();
        let mut label = "linked";
        for id in &ids {
            for link in model
                .story
                .links_from(*id)
                .iter()
                .filter(|link| ids.contains(&link.b))
            {
                if self.is_full() {
                    return;
                }
                let mut text = Styled::of(&format!("{}-{} ", link.a, link.b), Role::Strong);
                text.push(
                    &format!("{:.2} {} ", link.score, linked::word(link.verdict)),
                    Role::Quiet,
                );
                text.push(&link.why(), Role::Text);
                self.section(std::mem::take(&mut label), &text);
                if model.open {
                    self.section("", &linked::weights(model, link));
                }
                let differs = linked::differences(model, link);
                self.section("", &differs);
            }
        }
    }

    /// Who says it, and the versions of each utterance.
    fn quotes(&mut self, row: &Row) {
        let model = self.model;
        let story = &model.story;
        let mut label = "quotes";
        let mut listed: Vec<QuoteId> = Vec::new();
        for id in row.sentences().flat_map(|id| story.quote_ids(id)) {
            if self.is_full() {
                return;
            }
            if listed.contains(&id) {
                continue;
            }
            let mut members = vec![id];
            if let Some(same) = story.same_quote(id) {
                let relation = format!("one utterance, {}", same.relation.word());
                let relation = Styled::of(&relation, Role::Strong);
                self.section(std::mem::take(&mut label), &relation);
                members.clone_from(&same.members);
            }
            for quote in members.iter().filter_map(|id| quote(model, *id)) {
                self.section(std::mem::take(&mut label), &quoted(model, quote));
            }
            listed.extend(members);
        }
    }

    /// Sentences that are one text printed by several.
    fn origin(&mut self, row: &Row) {
        let ids: Vec<SentenceId> = row.sentences().collect();
        let mut groups: Vec<&[SentenceId]> = Vec::new();
        for id in &ids {
            groups.extend(
                self.model
                    .story
                    .origin(*id)
                    .filter(|it| !groups.contains(it)),
            );
        }
        for group in groups {
            let members = group.iter().filter(|id| ids.contains(id));
            let here: Vec<ArticleId> = members.map(|id| id.article).collect();
            if here.len() > 1 {
                let letters = places::letters(&here);
                let text = format!("{letters} print nearly the same text: one voice");
                self.section("origin", &Styled::of(&text, Role::Text));
            }
        }
    }
}

/// Whether a finding says of an article that it leaves a row out.
fn is_found_left_out(model: &Model, row: &Row, article: ArticleId) -> bool {
    let findings = row.findings.iter().map(|id| model.story.finding(*id));
    let mut omissions = findings.filter(|it| it.kind == FindingKind::Omission);
    omissions.any(|it| it.articles.contains(&article))
}

/// A quote with whose it is and how it is given.
fn quoted(model: &Model, quote: &Quote) -> Styled {
    let article = quote.sentence.article;
    let mut text = Styled::of(&format!("{article} "), Role::Strong);
    text.push(
        quote
            .speaker
            .as_ref()
            .map_or("speaker not named", |s| &s.name),
        Role::Text,
    );
    if let Some(verb) = &quote.verb {
        text.push(&format!(" ({verb})"), Role::Quiet);
    }
    if let Some(setting) = quote.setting() {
        text.push(&format!(" {setting}"), Role::Quiet);
    }
    text.push(&format!(", {}: ", quote.kind.manner()), Role::Quiet);
    text.append(cell::marked(model, article, quote.span, &[], Role::Text));
    text
}

fn quote(model: &Model, id: QuoteId) -> Option<&Quote> {
    model.story.facts.quotes.get(id.index())
}

fn sentence(model: &Model, id: SentenceId) -> Option<&crate::model::Sentence> {
    model
        .story
        .articles
        .get(id.article.index())?
        .sentences
        .get(id.index as usize)
}
