//! The ledger of quotes: each utterance once, under whoever says it, as each outlet gives it.

use super::bar::bar;
use super::cell;
use super::passage::Mark;
use super::places::sentence_position;
use super::role::Role;
use super::sheet::Sheet;
use super::styled::{Line, Styled};
use super::wording;
use crate::model::{ArticleId, Quote, QuoteId, Relation};
use crate::text::Span;
use crate::tui::state::areas::GUTTER;
use crate::tui::state::{Item, Ledger, Model, Utterance, count};

/// The widest bar of a speaker's counts.
const BAR: usize = 8;

/// How much is in the ledger.
pub(super) fn opening(model: &Model, width: usize) -> Vec<Line> {
    let mut text = Styled::default();
    match &model.ledger {
        Some(ledger) if !ledger.utterances.is_empty() => {
            let named = ledger
                .voices
                .iter()
                .filter(|it| !it.name.is_empty())
                .count();
            let shared = ledger
                .utterances
                .iter()
                .filter(|it| it.relation.is_some())
                .count();
            let all = count(ledger.utterances.len(), "utterance");
            let by = count(named, "speaker");
            text.push(
                &format!("{all} of {by}; {shared} given by more than one outlet"),
                Role::Quiet,
            );
        }
        _ => text.push("nobody is quoted", Role::Quiet),
    }
    let lines = text.lines(width.saturating_sub(GUTTER).max(1), 0);
    let lines = lines.into_iter().map(|line| line.shifted(GUTTER));
    lines.chain([Line::default()]).collect()
}

/// A speaker, and how many of the utterances each outlet gives.
pub(super) fn speaker(model: &Model, number: u32, width: usize) -> Vec<Line> {
    let voice = model
        .ledger
        .as_ref()
        .and_then(|it| it.voices.get(number as usize));
    let Some(voice) = voice else {
        return vec![Line::default()];
    };
    let name = if voice.name.is_empty() {
        "speaker not named"
    } else {
        &voice.name
    };
    let mut text = Styled::of(name, Role::Strong);
    let said = count(voice.utterances.len(), "utterance");
    text.push(&format!("  {said}  "), Role::Quiet);
    let most = voice.counts.iter().copied().max().unwrap_or(0).max(1);
    for (article, counted) in model.story.articles.iter().zip(&voice.counts) {
        if *counted > 0 {
            let share = *counted as f64 / most as f64;
            let bar = bar(share, most.min(BAR), model.signs);
            text.push(&format!(" {} {counted} ", article.id), Role::Quiet);
            text.push(&bar, Role::Text);
        }
    }
    let room = width.saturating_sub(GUTTER);
    let line = text.clipped(room, model.signs.ellipsis).shifted(GUTTER);
    vec![line]
}

impl Sheet<'_> {
    /// An utterance as each outlet gives it, with the words marked that no other has.
    pub(super) fn utterance(&self, number: u32) -> Vec<Line> {
        let model = self.model;
        let ledger: Option<&Ledger> = model.ledger.as_deref();
        let Some(utterance) = ledger.and_then(|it| it.utterances.get(number as usize)) else {
            return vec![Line::default()];
        };
        let mut marks = if self.marked {
            differing(model, utterance)
        } else {
            Vec::new()
        };
        marks.extend(cell::hits(model, self.index));
        let heading = heading(utterance, model);
        let room = self.width.saturating_sub(GUTTER);
        let mut lines = vec![heading.clipped(room, model.signs.ellipsis).shifted(GUTTER)];
        let mut before = None;
        for quote in members(model, utterance) {
            let article = quote.sentence.article;
            let label = if before == Some(article) {
                "   ".to_owned()
            } else {
                format!(" {article} ")
            };
            before = Some(article);
            lines.extend(self.labelled(&label, &version(model, quote, &marks)));
        }
        if !matches!(model.items.get(self.index + 1), Some(Item::Utterance(_))) {
            lines.push(Line::default());
        }
        lines
    }
}

fn members<'a>(model: &'a Model, said: &'a Utterance) -> impl Iterator<Item = &'a Quote> {
    let get = |id: &QuoteId| model.story.facts.quotes.get(id.index());
    said.members.iter().filter_map(get)
}

/// How the versions differ, and who gives them.
fn heading(utterance: &Utterance, model: &Model) -> Styled {
    let (word, role) = match utterance.relation {
        None => ("told by one", Role::Quiet),
        Some(Relation::Altered) => ("altered", Role::Differs),
        Some(Relation::Trimmed) => ("trimmed", Role::LeftOut),
        Some(Relation::Indirect) => ("reported", Role::Strong),
        Some(relation) => (relation.word(), Role::Strong),
    };
    let mut text = Styled::of(word, role);
    let mut tellers: Vec<ArticleId> = members(model, utterance)
        .map(|quote| quote.sentence.article)
        .collect();
    tellers.dedup();
    if utterance.relation.is_none() {
        let only = super::places::letters(&tellers);
        text.push(&format!(" {} only {only}", model.signs.dot), Role::Quiet);
    }
    text
}

/// One outlet's version: where it stands, how it is given, and the words.
fn version(model: &Model, quote: &Quote, marks: &[Mark]) -> Styled {
    let mut text = Styled::of(&sentence_position(model, quote.sentence), Role::Quiet);
    if let Some(verb) = &quote.verb {
        text.push(&format!(" {verb}"), Role::Quiet);
    }
    if let Some(setting) = quote.setting() {
        text.push(&format!(" {setting}"), Role::Quiet);
    }
    text.push(&format!(", {}: ", quote.kind.manner()), Role::Quiet);
    let article = quote.sentence.article;
    text.append(cell::marked(model, article, quote.span, marks, Role::Text));
    text
}

/// The words of each outlet's version that no other has in their place.
fn differing(model: &Model, utterance: &Utterance) -> Vec<Mark> {
    let mut versions: Vec<(ArticleId, Vec<Span>)> = Vec::new();
    for quote in members(model, utterance) {
        let article = quote.sentence.article;
        match versions.last_mut() {
            Some((last, spans)) if *last == article => spans.push(quote.span),
            _ => versions.push((article, vec![quote.span])),
        }
    }
    wording::own(model, &versions)
}
