//! The line that is typed at the foot of the screen.

use super::{cursor, find, findings, jumps, sift};
use crate::model::FindingId;
use crate::tui::state::message::{Message, Prompt, Way};
use crate::tui::state::{Mode, Model, palette};

/// Opens the line.
pub(super) fn ask(model: &mut Model, prompt: Prompt) {
    let text = match prompt {
        Prompt::Filter => model.filter.text.clone(),
        Prompt::Search | Prompt::Command => String::new(),
        Prompt::Note | Prompt::Reason | Prompt::File => model.typed_before(prompt),
    };
    model.mode = Mode::Prompt {
        prompt,
        text,
        at: 0,
    };
}

/// Whether the line that is typed is one of a correction.
pub(super) fn is_of_correction(model: &Model) -> bool {
    let Mode::Prompt { prompt, .. } = model.mode else {
        return false;
    };
    matches!(prompt, Prompt::Note | Prompt::Reason | Prompt::File)
}

/// Does what a key means while the line is typed.
pub(super) fn edit(model: &mut Model, message: Message) {
    let Mode::Prompt { prompt, text, at } = &mut model.mode else {
        return;
    };
    match message {
        Message::Insert(c) if !c.is_control() => text.push(c),
        Message::Erase if text.is_empty() => return leave(model),
        Message::Erase => {
            text.pop();
        }
        Message::EraseWord => {
            let kept = text
                .trim_end()
                .rfind(char::is_whitespace)
                .map_or(0, |at| at + 1);
            text.truncate(kept);
        }
        _ => text.clear(),
    }
    *at = 0;
    if *prompt == Prompt::Search {
        let query = text.clone();
        sift::search_for(model, query);
        cursor::settle(model);
    }
}

/// Leaves the line as if nothing had been typed.
pub(super) fn leave(model: &mut Model) {
    let prompt = std::mem::replace(&mut model.mode, Mode::Read);
    model.desk.leaving = false;
    model.desk.choice = None;
    if matches!(
        prompt,
        Mode::Prompt {
            prompt: Prompt::Search,
            ..
        }
    ) {
        sift::end_search(model);
    }
}

/// To the next of the commands listed.
pub(super) fn step(model: &mut Model, way: Way) {
    let count = palette::listed(model).len();
    match &mut model.mode {
        Mode::Prompt {
            prompt: Prompt::Command,
            at,
            ..
        } if count > 0 => {
            *at = match way {
                Way::On => (*at + 1) % count,
                Way::Back => (*at + count - 1) % count,
            };
        }
        _ => model.tell("nothing to choose from here"),
    }
}

/// Does what the line was typed for; what is then to be done, where a command was chosen.
pub(super) fn submit(model: &mut Model) -> Option<Message> {
    let chosen = palette::chosen(model);
    let Mode::Prompt { prompt, text, .. } = std::mem::replace(&mut model.mode, Mode::Read) else {
        return None;
    };
    match prompt {
        Prompt::Search => {
            jumps::leave(model);
            find::begin(model);
        }
        Prompt::Command if text.trim().chars().all(|c| c.is_ascii_digit()) && !text.is_empty() => {
            goto(model, text.trim());
        }
        Prompt::Command => {
            if chosen.is_none() {
                model.tell(format!("no command is called {text}"));
            }
            return chosen;
        }
        Prompt::Filter => {
            text.trim().clone_into(&mut model.filter.text);
            sift::apply(model);
            let (left, all) = (model.findings.len(), model.story.findings.len());
            model.tell(format!("{left} of {all} findings"));
        }
        Prompt::Note | Prompt::Reason | Prompt::File => {}
    }
    None
}

fn goto(model: &mut Model, text: &str) {
    let all = model.story.findings.len();
    match text.parse::<usize>() {
        Ok(number) if (1..=all).contains(&number) => {
            jumps::leave(model);
            findings::select_finding(model, FindingId(number as u32 - 1));
        }
        _ if all == 0 => model.tell("there are no findings"),
        _ => model.tell(format!(
            "there is no finding {text}: they run from 1 to {all}"
        )),
    }
}
