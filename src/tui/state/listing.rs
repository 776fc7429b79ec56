//! What the text pane lists, and the model that a story is opened with.

use super::areas;
use super::claim::Claim;
use super::colours::Palette;
use super::desk::Desk;
use super::filter::Filter;
use super::item::{Item, Section};
use super::keys::Keymap;
use super::message::Class;
use super::model::{Anchor, Emphasis, Layout, Mode, Model, Pane};
use super::signs::Signs;
use super::view::{Order, View};
use crate::model::{
    Article, BlockRole, Comparison, FindingId, Row, RowId, RowVerdict, SentenceId, Severity,
};
use crate::survey::shift;
use crate::text::diff::Lens;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

impl Model {
    /// A model at the beginning of a story.
    pub fn new(story: Arc<Comparison>, signs: Signs, width: u16, height: u16) -> Self {
        let furniture = story.articles.iter().map(furniture_share).collect();
        let claim = Claim::new(&story.settings);
        let mut model = Self {
            other: usize::from(story.articles.len() > 1),
            columns: story.articles.len().max(1),
            story: story.into(),
            width,
            height,
            signs,
            palette: Palette::default(),
            keymap: Keymap::default(),
            mode: Mode::Read,
            pane: Pane::Text,
            view: View::Text,
            order: Order::Story,
            pair_only: false,
            jumps: Default::default(),
            last_row: None,
            figures: None,
            ledger: None,
            layout: None,
            column: 0,
            first: 0,
            filter: Filter::default(),
            items: Vec::new(),
            verdicts: Vec::new(),
            heights: Vec::new(),
            places: BTreeMap::new(),
            at: 0,
            top: Anchor::default(),
            findings: Vec::new(),
            finding: None,
            detail_top: 0,
            open: false,
            taller: 0,
            borders: Vec::new(),
            mouse: false,
            held: None,
            emphasis: Emphasis::Selected,
            lens: Lens::default(),
            claim,
            folded: false,
            nearest: false,
            search: None,
            taken: None,
            hint: None,
            furniture,
            desk: Desk::default(),
        };
        model.items = list(&model);
        model.places = places(&model, &model.items);
        model.verdicts = verdicts(&model);
        model.findings = findings(&model);
        model
    }
}

/// What the text pane lists.
pub fn list(model: &Model) -> Vec<Item> {
    let mut items = vec![Item::Opening];
    match model.view {
        View::Text => {
            items.extend(rows(model).into_iter().map(Item::Row));
            if model.filter.furniture {
                let articles = model.story.articles.iter();
                let most = articles.map(|it| it.furniture().count()).max();
                items.extend((0..most.unwrap_or(0) as u32).map(Item::Furniture));
            }
        }
        View::Matrix => items.extend(rows(model).into_iter().map(Item::Row)),
        View::Quotes => items.extend(said(model)),
        View::Overview => {
            let shifts = model.figures.as_ref().map_or(0, |it| it.shifts.len());
            for section in Section::ALL {
                items.push(Item::Section(section));
                if section == Section::Prominence {
                    items.extend((0..shifts as u32).map(Item::Shift));
                }
            }
        }
        View::Original => items.extend(original(model)),
    }
    items
}

/// Where each row is among the items, or the first piece of it.
pub fn places(model: &Model, items: &[Item]) -> BTreeMap<RowId, usize> {
    let mut places = BTreeMap::new();
    for (place, item) in items.iter().enumerate() {
        if let Some(row) = model.row_of(*item) {
            places.entry(row).or_insert(place);
        }
    }
    places
}

/// The findings that pass the filter, in the order of their rows.
pub fn findings(model: &Model) -> Vec<FindingId> {
    let mut findings = model.filter.findings(&model.story);
    findings.sort_by_cached_key(|id| model.finding_order(*id));
    findings
}

/// The verdict of each item that the text pane lists.
pub fn verdicts(model: &Model) -> Vec<Option<RowVerdict>> {
    let items = model.items.iter();
    items.map(|item| model.verdict_of(*item)).collect()
}

/// The rows that pass the filter and have something to show, in the order asked for.
fn rows(model: &Model) -> Vec<RowId> {
    let story = &model.story;
    let pair = model.pair_only || areas::layout(model) == Layout::Unified;
    let (a, b) = model.pair();
    let told = |row: &Row| !pair || row.cells.contains_key(&a) || row.cells.contains_key(&b);
    let shown = |row: &Row| told(row) && model.filter.shows(Class::Verdict(row.verdict));
    let open = |id: RowId| !(model.filter.unreviewed && model.is_reviewed(id));
    let all = (0..).map(RowId).zip(&story.rows);
    let mut rows: Vec<(RowId, &Row)> = all.filter(|(id, row)| open(*id) && shown(row)).collect();
    match model.order {
        Order::Story => {}
        Order::Article(article) => rows.sort_by_key(|(_, row)| {
            let first = row.cells.get(&article).and_then(|ids| ids.first());
            (first.is_none(), first.copied())
        }),
        Order::Importance => rows.sort_by_key(|(_, row)| Reverse(importance(story, row))),
        Order::Coverage => rows.sort_by_key(|(_, row)| Reverse(row.cells.len())),
        Order::Prominence => {
            let claimed = story.claimed();
            let width = |id| shift(story, &claimed, id).map_or(0.0, |it| it.width);
            let widths: BTreeMap<RowId, f64> =
                rows.iter().map(|(id, _)| (*id, width(*id))).collect();
            let of = |id: RowId| widths.get(&id).copied().unwrap_or_default();
            rows.sort_by(|a, b| of(b.0).total_cmp(&of(a.0)));
        }
    }
    rows.into_iter().map(|(id, _)| id).collect()
}

/// How much a row matters: by its weightiest finding of something told differently, then by its
/// weightiest finding of any kind, then by how many tell it.
fn importance(story: &Comparison, row: &Row) -> (Option<Severity>, Option<Severity>, usize) {
    let findings = || {
        row.findings
            .iter()
            .filter_map(|id| story.findings.get(id.index()))
    };
    let diverging = findings().filter(|it| it.kind.diverges());
    (
        diverging.map(|it| it.severity).max(),
        findings().map(|it| it.severity).max(),
        row.cells.len(),
    )
}

/// Speakers with the utterances that the filter lets through.
fn said(model: &Model) -> Vec<Item> {
    let mut items = Vec::new();
    let Some(ledger) = &model.ledger else {
        return items;
    };
    for (n, voice) in (0..).zip(&ledger.voices) {
        let shown = |n: &u32| {
            let row = model.row_of(Item::Utterance(*n));
            let row = row.and_then(|id| model.story.rows.get(id.index()));
            row.is_none_or(|row| model.filter.shows(Class::Verdict(row.verdict)))
        };
        let utterances: Vec<u32> = voice.utterances.clone().filter(shown).collect();
        if !utterances.is_empty() {
            items.push(Item::Speaker(n));
            items.extend(utterances.into_iter().map(Item::Utterance));
        }
    }
    items
}

/// The sentences and blocks of the article that has the attention, in the order of the file.
fn original(model: &Model) -> Vec<Item> {
    let Some(article) = model.story.articles.get(model.column) else {
        return Vec::new();
    };
    let mut items = Vec::new();
    for (n, block) in (0..).zip(&article.blocks) {
        if block.role == BlockRole::Body {
            let before = |end| article.sentences.partition_point(|it| it.span.start < end);
            let ids = before(block.span.start)..before(block.span.end);
            let id = |index| SentenceId::new(article.id, index as u32);
            items.extend(ids.map(|index| Item::Sentence(id(index))));
        } else {
            items.push(Item::Block(n));
        }
    }
    items
}

/// How much of an article is furniture, in percent of its words.
pub fn furniture_share(article: &Article) -> usize {
    let words = article.words();
    (words.aside * 100 + words.all / 2) / words.all.max(1)
}
