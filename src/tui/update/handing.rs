//! What is handed on to the world outside, and what comes back.

use super::{copy, prompt, renew};
use crate::tui::state::Model;
use crate::tui::state::message::{Answer, Effect, Opened, Prompt};

/// Takes what came of an effect.
pub fn hear(model: &mut Model, answer: Answer) {
    match answer {
        Answer::Told(text) => model.tell(text),
        Answer::Exists(file) => {
            prompt::ask(model, Prompt::Overwrite);
            model.taken = Some(file);
        }
        Answer::Compared(story) => renew::renew(model, story),
    }
}

/// Opens the selected sentence in the reader's editor, where it came from a file.
pub(super) fn edit(model: &mut Model) -> Effect {
    let why = match copy::place(model) {
        Err(why) => why,
        Ok((article, _)) if article.source == "-" => {
            let outlet = &article.outlet;
            format!("{outlet} came from standard input: there is no file to open")
        }
        Ok((article, _)) if article.source.contains("://") => {
            let outlet = &article.outlet;
            format!("{outlet} came from the web: there is no file of yours to open")
        }
        Ok((article, id)) => {
            let sentence = article.sentences.get(id.index as usize);
            return Effect::Edit(Opened {
                file: article.source.clone(),
                line: sentence.map_or(1, |it| it.line),
            });
        }
    };
    model.tell(why);
    Effect::None
}

/// Reads the files again.
pub(super) fn reload(model: &mut Model) -> Effect {
    model.tell("reading the files again");
    Effect::Reload
}
