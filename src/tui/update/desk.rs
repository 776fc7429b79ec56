//! Putting corrections into force, saving them, and leaving with them saved.

use super::prompt;
use crate::correct::anchor;
use crate::model::{Anchor, Correction, Corrections, RowId, SentenceId};
use crate::text::clean::clean;
use crate::tui::state::message::{Effect, Prompt, Way};
use crate::tui::state::{Kept, Mode, Model, Pane};

/// Puts a correction into force.
pub(super) fn put(model: &mut Model, correction: Correction, told: String) -> Effect {
    let next = model.desk.corrections.with(correction);
    replace(model, next, told)
}

pub(super) fn replace(model: &mut Model, next: Corrections, told: String) -> Effect {
    if next == *model.desk.corrections {
        model.tell("that is so already");
        return Effect::None;
    }
    model.desk.put(next);
    model.tell(format!("{told}: comparing again"));
    model.desk.told = Some(told);
    Effect::Correct
}

/// Takes the last correction back, or does it again.
pub(super) fn step(model: &mut Model, way: Way) -> Effect {
    let (done, told) = match way {
        Way::Back => (model.desk.undo(), "undone"),
        Way::On => (model.desk.redo(), "done again"),
    };
    if !done {
        model.tell(match way {
            Way::Back => "nothing to undo",
            Way::On => "nothing to do again",
        });
        return Effect::None;
    }
    let (before, after) = (model.desk.done.len(), model.desk.undone.len());
    let told = format!("{told}, {before} to undo, {after} to do again");
    model.tell(format!("{told}: comparing again"));
    model.desk.told = Some(told);
    Effect::Correct
}

pub(super) fn sentences(model: &Model, ids: &[SentenceId]) -> Vec<Anchor> {
    anchor::of_sentences(&model.story.articles, ids.iter().copied())
}

/// The sentences of a row by their ids.
pub(super) fn members(model: &Model, id: RowId) -> Vec<SentenceId> {
    let row = model.story.rows.get(id.index());
    row.map_or_else(Vec::new, |row| row.sentences().collect())
}

pub(super) fn passages(model: &Model, id: RowId) -> Vec<Anchor> {
    sentences(model, &members(model, id))
}

/// Leaves, unless corrections would be lost: then asks first where to save them.
pub(super) fn leave(model: &mut Model) -> Effect {
    let asked = matches!(
        model.mode,
        Mode::Prompt {
            prompt: Prompt::File,
            ..
        }
    );
    if asked || !model.desk.is_unsaved() {
        return Effect::Quit;
    }
    model.desk.leaving = true;
    model.pane = Pane::Text;
    prompt::ask(model, Prompt::File);
    let why = match &model.desk.kept {
        Kept::Failed(why) => format!(" ({why})"),
        _ => String::new(),
    };
    model.tell(format!(
        "NOT SAVED: name a file; ^C leaves without, Esc stays{why}"
    ));
    Effect::None
}

/// Notes whether the corrections were saved, and why not; what is to be done then.
pub fn saved(model: &mut Model, done: Result<(), String>) -> Effect {
    let leaving = std::mem::take(&mut model.desk.leaving);
    match done {
        Ok(()) => {
            model.desk.kept = Kept::Saved;
            if leaving {
                return Effect::Quit;
            }
            let told = match model.desk.corrections.all().len() {
                0 => "no corrections to save".to_owned(),
                _ => format!("{} in {}", model.kept(), clean(&model.desk.file)),
            };
            model.tell(told);
        }
        Err(why) => {
            let why = clean(&why);
            model.tell(format!("NOT SAVED: {why}"));
            model.desk.kept = Kept::Failed(why);
        }
    }
    Effect::None
}
