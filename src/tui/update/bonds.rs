//! Sentences put together and taken apart, blocks set aside.

use super::desk::{members, passages, put, sentences};
use super::{columns, cursor};
use crate::correct::anchor;
use crate::model::{Correction, Part};
use crate::tui::state::message::{Effect, Message, Way};
use crate::tui::state::{Item, Mode, Model};

/// What a message means once sentences are marked, where it means something else then.
pub(super) fn marked(model: &mut Model, message: Message) -> Option<Effect> {
    if model.mode != Mode::Read {
        return None;
    }
    match (message, model.desk.marked.as_slice()) {
        (Message::Open, [a, b]) => {
            let sentences = sentences(model, &[*a, *b]);
            let told = format!("{a} paired with {b}");
            model.desk.marked.clear();
            Some(put(model, Correction::Pin { sentences }, told))
        }
        (Message::ShowAll, [a]) => {
            let sentence = anchor::of_sentence(&model.story.articles, *a)?;
            let told = format!("{a} matches nothing");
            model.desk.marked.clear();
            Some(put(model, Correction::Alone { sentence }, told))
        }
        _ => None,
    }
}

/// To the next sentence of the row.
pub(super) fn pick(model: &mut Model, way: Way) {
    let (Some(row), Some(here)) = (model.row(), model.sentence()) else {
        model.tell("no sentence here: choose a row");
        return;
    };
    let all = members(model, row);
    if matches!(model.item(), Some(Item::Sentence(_))) {
        model.tell("j and k choose the sentence here");
        return;
    }
    let at = all.iter().position(|id| *id == here).unwrap_or(0);
    let next = match way {
        Way::On => (at + 1) % all.len().max(1),
        Way::Back => (at + all.len().max(1) - 1) % all.len().max(1),
    };
    if let Some(id) = all.get(next).copied() {
        model.desk.picked = Some(id);
        columns::show_article(model, id.article);
        cursor::settle(model);
        model.tell(format!(
            "{id}, {} of {} sentences of the row: x takes it out, m marks it",
            next + 1,
            all.len()
        ));
    }
}

/// Marks the sentence, or takes its mark away.
pub(super) fn mark(model: &mut Model) {
    let Some(here) = model.sentence() else {
        model.tell("no sentence to mark here: choose a row");
        return;
    };
    let told = match model.desk.marked.as_slice() {
        [] => {
            model.desk.marked = vec![here];
            format!("{here} marked: m at its counterpart; 0 if it matches nothing; s joins rows")
        }
        [first, ..] if *first == here => {
            model.desk.marked.clear();
            format!("{here} is not marked any more")
        }
        [first, ..] if first.article == here.article => {
            format!("{first} and {here} are of one outlet: s puts them into one row")
        }
        [first, ..] => {
            let first = *first;
            model.desk.marked = vec![first, here];
            format!("pair {first} with {here}? Enter does, Esc does not")
        }
    };
    cursor::settle(model);
    model.tell(told);
}

pub(super) fn cut(model: &mut Model) -> Effect {
    let (Some(row), Some(here)) = (model.row(), model.sentence()) else {
        model.tell("no sentence to take out here: choose a row");
        return Effect::None;
    };
    let mut others = members(model, row);
    others.retain(|id| *id != here);
    let sentence = anchor::of_sentence(&model.story.articles, here);
    let Some(sentence) = sentence.filter(|_| !others.is_empty()) else {
        model.tell("the row has no other sentence: nothing to take it from");
        return Effect::None;
    };
    let from = sentences(model, &others);
    let told = format!("{here} taken out of its row");
    put(model, Correction::Cut { sentence, from }, told)
}

/// Takes the row apart, or joins it with that of the marked sentence.
pub(super) fn split(model: &mut Model) -> Effect {
    let Some(row) = model.row() else {
        model.tell("no row here");
        return Effect::None;
    };
    if let Some(first) = model.desk.marked.first().copied() {
        let other = model.story.row_of(first).filter(|it| *it != row);
        let Some(other) = other else {
            model.tell("both stand in this row already");
            return Effect::None;
        };
        let all = [members(model, other), members(model, row)].concat();
        let sentences = sentences(model, &all);
        model.desk.marked.clear();
        let told = format!("rows {other} and {row} joined");
        return put(model, Correction::Join { sentences }, told);
    }
    let outlets = model
        .story
        .rows
        .get(row.index())
        .map_or(0, |it| it.cells.len());
    if outlets < 2 {
        model.tell("one outlet alone tells the row; m marks a sentence to join rows");
        return Effect::None;
    }
    let sentences = passages(model, row);
    put(
        model,
        Correction::Split { sentences },
        format!("row {row} split"),
    )
}

pub(super) fn flip(model: &mut Model) -> Effect {
    let Some(correction) = model.flip() else {
        model.tell("no block to set aside here: choose a row, or furniture (6 shows it)");
        return Effect::None;
    };
    let told = match &correction {
        Correction::Flip {
            to: Part::Article, ..
        } => "taken for a part of the article",
        _ => "set aside as furniture (6 shows it)",
    };
    put(model, correction, told.to_owned())
}
