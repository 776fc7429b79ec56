//! What keeps a reader's corrections while the story is on the screen.

use crate::model::{Corrections, Text};
use crate::session::Session;
use crate::text::clean::clean;
use crate::tui::state::message::Effect;
use crate::tui::state::{Desk, Model};
use crate::tui::update::saved;
use std::path::Path;

/// Where the reader's corrections are kept, and what is kept there.
#[derive(Clone, Debug, Default)]
pub struct Keeper {
    /// The sidecar; `None` keeps them nowhere until the reader names a file.
    pub session: Option<Session>,
    /// The corrections to begin with.
    pub corrections: Corrections,
}

impl Keeper {
    /// Gives a story that is opened the corrections that were kept.
    pub(in crate::tui) fn take_up(&self, model: &mut Model) {
        let file = self.session.as_ref().map(Session::file);
        let file = file.map_or_else(String::new, |it| it.display().to_string());
        model.desk = Desk::new(self.corrections.clone(), &file);
        if !model.desk.corrections.all().is_empty() {
            let kept = model.kept();
            let file = clean(&file);
            let stale = match model.story.corrected.stale().count() {
                0 => String::new(),
                stale => format!("; {stale} do not fit any more, see above"),
            };
            model.tell(format!("{kept} in {file} are applied{stale}"));
        }
    }

    /// Saves where there is a file to save in, and tells of it only where that fails.
    pub(in crate::tui) fn autosave(&mut self, model: &mut Model) {
        if model.desk.file.is_empty() {
            return;
        }
        let hint = model.hint.clone();
        let done = self.write(model);
        let failed = done.is_err();
        saved(model, done);
        if !failed {
            model.hint = hint;
        }
    }

    /// Saves and tells what came of it; what is to be done then.
    pub(in crate::tui) fn save(&mut self, model: &mut Model) -> Effect {
        let done = self.write(model);
        saved(model, done)
    }

    /// Writes the corrections into the file that the reader wants.
    fn write(&mut self, model: &Model) -> Result<(), String> {
        let file = Path::new(&model.desk.file);
        if file.as_os_str().is_empty() {
            return Err("no file was named; q asks for one".to_owned());
        }
        let kept = match &mut self.session {
            Some(kept) if kept.file() == file => kept,
            other => other.insert(Session::elsewhere(file)),
        };
        let texts = model.story.articles.iter().map(Text::of).collect();
        kept.save(&model.desk.corrections.about(texts))
            .map_err(|error| error.to_string())
    }
}
