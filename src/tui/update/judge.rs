//! What the reader says of rows and findings: verdicts, reviews, notes.

use super::desk::{passages, put, replace};
use super::{cursor, findings, prompt};
use crate::correct::anchor;
use crate::model::{Correction, Finding, FindingId, RowId, RowVerdict, Target};
use crate::tui::state::message::{Effect, Prompt};
use crate::tui::state::{Choice, Mode, Model, Subject};

/// Opens the verdicts to choose from, at the one in force.
pub(super) fn judge(model: &mut Model) {
    let choices = model.choices();
    if choices.is_empty() {
        model.tell("nothing to judge here: choose a row or a finding");
        return;
    }
    let verdict = model.row().and_then(|id| model.story.rows.get(id.index()));
    let verdict = verdict.map(|row| Choice::Verdict(row.verdict));
    let at = choices.iter().position(|it| Some(*it) == verdict);
    model.mode = Mode::Judge {
        at: at.unwrap_or(0),
    };
}

/// Takes the verdict that the menu is at; where it wants a reason, asks for it.
pub(super) fn choose(model: &mut Model) -> Effect {
    let Mode::Judge { at } = model.mode else {
        return Effect::None;
    };
    model.mode = Mode::Read;
    let Some(choice) = model.choices().get(at).copied() else {
        return Effect::None;
    };
    match (choice, model.subject()) {
        (Choice::Confirm, Some(Subject::Finding(id))) => confirm(model, id),
        (Choice::Restore, Some(Subject::Row(id))) => restore(model, id),
        (Choice::Verdict(verdict), Some(Subject::Row(id)))
            if model.machine_verdict(id) == Some(verdict) =>
        {
            let row = passages(model, id);
            let of_row = |it: &Correction| matches!(it, Correction::Override { row: own, .. } if *own == row);
            let next = model.desk.corrections.keeping(|it| !of_row(it));
            let machine = verdict;
            let next = next.with(Correction::Review {
                row,
                verdict,
                machine,
            });
            let told = format!("row {id}: {}, as the machine says", verdict.word());
            replace(model, next, told)
        }
        _ => {
            model.desk.choice = Some(choice);
            prompt::ask(model, Prompt::Reason);
            Effect::None
        }
    }
}

fn finding(model: &Model, id: FindingId) -> Option<&Finding> {
    model.story.findings.get(id.index())
}

fn confirm(model: &mut Model, id: FindingId) -> Effect {
    let Some(found) = finding(model, id) else {
        return Effect::None;
    };
    let finding = anchor::of_finding(&model.story.articles, found);
    put(
        model,
        Correction::Confirm { finding },
        format!("finding {id} confirmed"),
    )
}

/// Takes back that findings of a row are none.
fn restore(model: &mut Model, id: RowId) -> Effect {
    let rejected = model.story.corrected.rejected.iter();
    let own: Vec<_> = rejected
        .filter(|it| it.finding.row == id)
        .map(|it| anchor::of_finding(&model.story.articles, &it.finding))
        .collect();
    let taken_back =
        |it: &Correction| matches!(it, Correction::Reject { finding, .. } if own.contains(finding));
    let next = model.desk.corrections.keeping(|it| !taken_back(it));
    replace(
        model,
        next,
        "rejected findings are findings again".to_owned(),
    )
}

/// Marks the row or finding as reviewed and goes on to the next; once more takes the mark away.
pub(super) fn review(model: &mut Model) -> Effect {
    match model.subject() {
        Some(Subject::Finding(id)) => {
            let Some(found) = finding(model, id) else {
                return Effect::None;
            };
            let finding = anchor::of_finding(&model.story.articles, found);
            let correction = Correction::Confirm { finding };
            if let Some(effect) = taken_back(model, &correction) {
                return effect;
            }
            let place = model.finding_place().map_or(0, |place| place + 1);
            let next = model.findings.get(place).copied();
            let effect = put(model, correction, format!("finding {id} confirmed"));
            if let Some(next) = next {
                findings::select_finding(model, next);
            }
            effect
        }
        Some(Subject::Row(id)) => {
            let Some(row) = model.story.rows.get(id.index()) else {
                return Effect::None;
            };
            let verdict = row.verdict;
            let machine = model.machine_verdict(id).unwrap_or(verdict);
            let row = passages(model, id);
            let correction = Correction::Review {
                row,
                verdict,
                machine,
            };
            if let Some(effect) = taken_back(model, &correction) {
                return effect;
            }
            let next = (model.at + 1..model.items.len()).find(|at| {
                let row = model.items.get(*at).and_then(|item| model.row_of(*item));
                row.is_some_and(|row| row != id && !model.is_reviewed(row))
            });
            let effect = put(model, correction, format!("row {id} reviewed"));
            if let Some(next) = next {
                cursor::select(model, next);
            }
            effect
        }
        None => {
            model.tell("nothing to review here: choose a row or a finding");
            Effect::None
        }
    }
}

/// Takes a correction back that is in force already.
fn taken_back(model: &mut Model, correction: &Correction) -> Option<Effect> {
    let there = model.desk.corrections.contains(correction);
    let next = model.desk.corrections.keeping(|it| it != correction);
    there.then(|| replace(model, next, "not reviewed".to_owned()))
}

/// Does what a note, a reason or a file was typed for.
pub(super) fn submit(model: &mut Model) -> Effect {
    let Mode::Prompt { prompt, text, .. } = std::mem::replace(&mut model.mode, Mode::Read) else {
        return Effect::None;
    };
    let text = text.trim().to_owned();
    match prompt {
        Prompt::File if text.is_empty() => {
            model.desk.leaving = false;
            model.tell("no file was named: nothing is saved");
            Effect::None
        }
        Prompt::File => {
            model.desk.file = text;
            Effect::Save
        }
        Prompt::Note => note(model, text),
        _ => decide(model, text),
    }
}

fn note(model: &mut Model, text: String) -> Effect {
    let (on, what) = match model.subject() {
        Some(Subject::Row(id)) => (Target::Row(passages(model, id)), format!("row {id}")),
        Some(Subject::Finding(id)) => {
            let Some(found) = finding(model, id) else {
                return Effect::None;
            };
            let anchor = anchor::of_finding(&model.story.articles, found);
            (Target::Finding(anchor), format!("finding {id}"))
        }
        None => {
            model.tell("nothing to note on here: choose a row or a finding");
            return Effect::None;
        }
    };
    let told = if text.is_empty() {
        format!("no note on {what}")
    } else {
        format!("note on {what}")
    };
    put(model, Correction::Note { on, text }, told)
}

/// Gives the row the verdict that was chosen, or rejects the finding.
fn decide(model: &mut Model, reason: String) -> Effect {
    match (model.desk.choice.take(), model.subject()) {
        (Some(Choice::Verdict(verdict)), Some(Subject::Row(id))) => {
            let machine: RowVerdict = model.machine_verdict(id).unwrap_or(verdict);
            let told = format!("row {id}: {}", verdict.word());
            let row = passages(model, id);
            let correction = Correction::Override {
                row,
                verdict,
                machine,
                reason,
            };
            put(model, correction, told)
        }
        (Some(Choice::Reject), Some(Subject::Finding(id))) => {
            let Some(found) = finding(model, id) else {
                return Effect::None;
            };
            let finding = anchor::of_finding(&model.story.articles, found);
            let told = format!("finding {id} rejected");
            put(model, Correction::Reject { finding, reason }, told)
        }
        _ => Effect::None,
    }
}
