//! What the reader corrects. Each correction is a value; the runtime compares the story again.

use super::{bonds, desk, judge};
use crate::tui::state::Model;
use crate::tui::state::message::{Effect, Message, Way};

/// Does what a message about corrections asks for.
pub(super) fn correct(model: &mut Model, message: Message) -> Effect {
    match message {
        Message::Pick(way) => bonds::pick(model, way),
        Message::Mark => bonds::mark(model),
        Message::Cut => return bonds::cut(model),
        Message::Split => return bonds::split(model),
        Message::Flip => return bonds::flip(model),
        Message::Judge => judge::judge(model),
        Message::Review => return judge::review(model),
        Message::Undo => return desk::step(model, Way::Back),
        Message::Redo => return desk::step(model, Way::On),
        Message::Save => return Effect::Save,
        _ => {}
    }
    Effect::None
}
