//! What counts as alike: how closely wording is compared, and from which chance on links are
//! claimed.

use super::cursor;
use crate::tui::state::message::{Effect, Message, Way};
use crate::tui::state::{Claim, Emphasis, Mode, Model, Nicety, View};

/// Opens the menu, or closes it.
pub(super) fn menu(model: &mut Model) {
    model.mode = match model.mode {
        Mode::Closely { .. } => Mode::Read,
        _ => Mode::Closely { at: 0 },
    };
}

/// Ignores something in the wording, or has it shown; verdicts and findings stay as they are.
pub(super) fn ignore(model: &mut Model, nicety: Nicety) {
    nicety.switch(&mut model.lens);
    if let Mode::Closely { at } = &mut model.mode {
        *at = Nicety::ALL
            .iter()
            .position(|it| *it == nicety)
            .unwrap_or(*at);
    }
    cursor::settle(model);
    let state = nicety.state(nicety.is_on(model.lens));
    let seen = match (model.view, model.emphasis) {
        (View::Matrix | View::Overview, _) => "; wording is marked in the text and the quotes",
        (_, Emphasis::None) => "; emphasis is off in the text",
        _ => "; verdicts and findings stay",
    };
    model.tell(format!("wording: {state}{seen}"));
}

/// Claims links from a higher or a lower chance on; the story is compared again.
pub(super) fn claim(model: &mut Model, way: Way) -> Effect {
    if let Mode::Closely { at } = &mut model.mode {
        *at = Nicety::ALL.len();
    }
    let Some(claim) = model.claim.stepped(way, &model.story.settings) else {
        model.tell(match way {
            Way::On => "no link would be claimed from a higher chance on",
            Way::Back => "what is less likely still is shown as unsure at most",
        });
        return Effect::None;
    };
    compare(model, claim)
}

/// Claims links from the usual chance on again.
pub(super) fn claim_as_usual(model: &mut Model) -> Effect {
    let claim = Claim {
        from: model.claim.usual,
        ..model.claim
    };
    compare(model, claim)
}

/// Has the story compared again with links claimed from a chance on.
fn compare(model: &mut Model, claim: Claim) -> Effect {
    model.claim = claim;
    let told = format!("links claimed from {:.2} on", claim.chance());
    model.tell(format!("{told}: comparing again"));
    model.desk.told = Some(told);
    Effect::Compare
}

/// Says which keys change the chance.
pub(super) fn tell_keys(model: &mut Model) {
    let [less, more] = [Way::Back, Way::On].map(|way| model.key(Message::Claim(way)));
    model.tell(format!("{less} and {more} change it"));
}
