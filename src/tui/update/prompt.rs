//! The line that is typed at the foot of the screen.

use super::{cursor, find, findings, sift};
use crate::model::FindingId;
use crate::tui::state::message::{Message, Prompt};
use crate::tui::state::{Mode, Model};

/// Opens the line.
pub(super) fn ask(model: &mut Model, prompt: Prompt) {
    let text = match prompt {
        Prompt::Filter => model.filter.text.clone(),
        Prompt::Search | Prompt::Goto => String::new(),
    };
    model.mode = Mode::Prompt { prompt, text };
}

/// Does what a key means while the line is typed.
pub(super) fn edit(model: &mut Model, message: Message) {
    let Mode::Prompt { prompt, text } = &mut model.mode else {
        return;
    };
    match message {
        Message::Insert(c) if *prompt == Prompt::Goto && !c.is_ascii_digit() => {
            model.tell("the number of a finding");
            return;
        }
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
    if *prompt == Prompt::Search {
        let query = text.clone();
        sift::search_for(model, query);
        cursor::settle(model);
    }
}

/// Leaves the line as if nothing had been typed.
pub(super) fn leave(model: &mut Model) {
    let prompt = std::mem::replace(&mut model.mode, Mode::Read);
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

/// Does what the line was typed for.
pub(super) fn submit(model: &mut Model) {
    let Mode::Prompt { prompt, text } = std::mem::replace(&mut model.mode, Mode::Read) else {
        return;
    };
    match prompt {
        Prompt::Search => find::begin(model),
        Prompt::Goto => goto(model, &text),
        Prompt::Filter => {
            text.trim().clone_into(&mut model.filter.text);
            sift::apply(model);
            let (left, all) = (model.findings.len(), model.story.findings.len());
            model.tell(format!("{left} of {all} findings"));
        }
    }
}

fn goto(model: &mut Model, text: &str) {
    let all = model.story.findings.len();
    match text.parse::<usize>() {
        Ok(number) if (1..=all).contains(&number) => {
            findings::select_finding(model, FindingId(number as u32 - 1));
        }
        _ if all == 0 => model.tell("there are no findings"),
        _ => model.tell(format!(
            "there is no finding {text}: they run from 1 to {all}"
        )),
    }
}
