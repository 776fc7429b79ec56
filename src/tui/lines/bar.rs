//! Bars within a line of text, and shades: a number beside which its size is seen. What stands on
//! its own is drawn by a widget (`widget`).

use crate::tui::state::Signs;

/// A bar of `share` (0 to 1) of `width` cells, to the eighth of a cell.
pub(super) fn bar(share: f64, width: usize, signs: Signs) -> String {
    if signs.ascii {
        return "#".repeat(part(share, width));
    }
    let eighths = part(share, width * 8);
    let level = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let last = level.get(eighths % 8).copied().unwrap_or_default();
    format!("{}{last}", "█".repeat(eighths / 8))
}

/// The number of steps, out of `all`, that comes nearest to `share`.
#[allow(clippy::cast_sign_loss, reason = "a share that is held at 0 and above")]
fn part(share: f64, all: usize) -> usize {
    (share.clamp(0.0, 1.0) * all as f64).round() as usize
}

/// A shade that is the denser the larger `share` (0 to 1) is.
pub(super) fn shade(share: f64, signs: Signs) -> &'static str {
    let shades = if signs.ascii {
        [" ", ".", ":", "*", "#"]
    } else {
        [" ", "░", "▒", "▓", "█"]
    };
    let level = (share.clamp(0.0, 1.0) * shades.len() as f64).floor();
    let level = (0..shades.len())
        .rev()
        .find(|n| *n as f64 <= level)
        .unwrap_or(0);
    shades
        .get(level.min(shades.len() - 1))
        .copied()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{bar, shade};
    use crate::tui::state::Signs;

    #[test]
    fn a_bar_is_as_long_as_its_share() {
        assert_eq!(bar(0.5, 4, Signs::UNICODE), "██");
        assert_eq!(bar(0.3, 4, Signs::UNICODE), "█▎");
        assert_eq!(bar(9.0, 4, Signs::ASCII), "####");
        assert_eq!(bar(0.0, 4, Signs::UNICODE), "");
    }

    #[test]
    fn shades_grow_with_the_share() {
        let shades = [0.0, 0.25, 0.5, 0.75, 1.0].map(|share| shade(share, Signs::UNICODE));
        assert_eq!(shades, [" ", "░", "▒", "▓", "█"]);
    }
}
