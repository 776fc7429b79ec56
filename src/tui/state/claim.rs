//! From which chance on the reader has links claimed.

use super::message::Way;
use crate::model::Settings;

/// From which chance on a link is claimed: in percent, as the reader steps through whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    /// As the reader wants it.
    pub from: u8,
    /// As it is unless the reader wants it otherwise.
    pub usual: u8,
}

impl Claim {
    /// By how much one step changes it.
    const STEP: u8 = 5;
    /// The highest: from certainty on nothing would be claimed.
    const MOST: u8 = 95;

    /// The usual one of a story with these settings.
    pub fn new(settings: &Settings) -> Self {
        let usual = percent(settings.confident);
        Self { from: usual, usual }
    }

    /// One step higher or lower, never below what is shown as unsure; `None` at the end.
    pub fn stepped(self, way: Way, settings: &Settings) -> Option<Self> {
        let from = match way {
            Way::On => self.from.saturating_add(Self::STEP).min(Self::MOST),
            Way::Back => self
                .from
                .saturating_sub(Self::STEP)
                .max(percent(settings.unsure)),
        };
        (from != self.from).then_some(Self { from, ..self })
    }

    /// The chance, 0 to 1.
    pub fn chance(self) -> f64 {
        f64::from(self.from) / 100.0
    }
}

#[allow(clippy::cast_sign_loss, reason = "a chance is not negative")]
fn percent(chance: f64) -> u8 {
    (chance * 100.0).round() as u8
}
