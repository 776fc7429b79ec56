//! ratatui's own widgets as lines: drawn off the screen, so that they scroll with the text around
//! them and are coloured by the theme like everything else.

use super::role::Role;
use super::styled::Line;
use crate::model::RowVerdict;
use crate::text::wrap;
use crate::tui::state::Signs;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use ratatui::symbols::bar;
use ratatui::widgets::{LineGauge, Sparkline, Widget};

/// The roles that widgets are drawn with; the number of each stands for it in a cell's colour.
const INKS: [Role; 7] = [
    Role::Quiet,
    Role::Strong,
    Role::Verdict(RowVerdict::Agree),
    Role::Verdict(RowVerdict::Diverge),
    Role::Verdict(RowVerdict::Partial),
    Role::Verdict(RowVerdict::Single),
    Role::Verdict(RowVerdict::Unsure),
];

/// The style that stands for a role in a widget; plain text where the role is none of the inks.
pub(super) fn ink(role: Role) -> Style {
    let number = INKS.iter().position(|it| *it == role);
    number.map_or_else(Style::new, |n| Style::new().fg(Color::Indexed(n as u8)))
}

/// A widget as so many lines of a width.
pub(super) fn drawn(widget: impl Widget, width: usize, height: usize) -> Vec<Line> {
    let size = |cells: usize| u16::try_from(cells).unwrap_or(u16::MAX);
    let area = Rect::new(0, 0, size(width), size(height));
    let mut buffer = Buffer::empty(area);
    widget.render(area, &mut buffer);
    let rows = buffer.content.chunks(width.max(1)).take(height);
    rows.map(|row| {
        let mut line = Line::default();
        let mut next = 0;
        for (x, cell) in row.iter().enumerate() {
            // A blank says nothing, and a wide sign stands for the cells that it covers.
            if x < next || cell.symbol() == " " {
                continue;
            }
            next = x + wrap::cells(cell.symbol()).max(1);
            let role = match cell.fg {
                Color::Indexed(n) => INKS.get(usize::from(n)).copied().unwrap_or(Role::Text),
                _ => Role::Text,
            };
            match line.0.last_mut() {
                Some(last) if last.role == role && last.x + wrap::cells(&last.text) == x => {
                    last.text.push_str(cell.symbol());
                }
                _ => line.put(x, cell.symbol(), role),
            }
        }
        line
    })
    .collect()
}

/// A share (0 to 1) as a line that is thick so far.
pub(super) fn gauge(share: f64, width: usize, signs: Signs) -> Line {
    let [filled, unfilled] = if signs.ascii {
        ["#", "."]
    } else {
        ["━", "─"]
    };
    let gauge = LineGauge::default()
        .ratio(share.clamp(0.0, 1.0))
        .label("")
        .filled_symbol(filled)
        .unfilled_symbol(unfilled)
        .unfilled_style(ink(Role::Quiet));
    // The widget leaves a cell blank after its label, though it has none.
    let mut lines = drawn(gauge, width + 1, 1);
    lines.pop().unwrap_or_default()
}

/// Counts along the story, the highest of them `most`.
pub(super) fn spark(counts: &[u64], most: u64, role: Role, signs: Signs) -> Line {
    let levels = if signs.ascii {
        bar::Set {
            full: "#",
            seven_eighths: "#",
            three_quarters: "*",
            five_eighths: "*",
            half: "+",
            three_eighths: "+",
            one_quarter: "-",
            one_eighth: "-",
            empty: " ",
        }
    } else {
        bar::NINE_LEVELS
    };
    let line = Sparkline::default()
        .data(counts.iter().copied())
        .max(most)
        .bar_set(levels)
        .style(ink(role));
    let mut lines = drawn(line, counts.len(), 1);
    lines.pop().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Role, drawn, gauge, spark};
    use crate::tui::state::Signs;
    use ratatui::text::Line;

    fn text(line: &super::Line) -> Vec<(usize, &str, Role)> {
        let pieces = line.0.iter();
        pieces.map(|it| (it.x, it.text.as_str(), it.role)).collect()
    }

    #[test]
    fn a_gauge_is_thick_so_far() {
        let half = gauge(0.5, 4, Signs::UNICODE);
        assert_eq!(text(&half), [(1, "━━", Role::Text), (3, "──", Role::Quiet)]);
        assert_eq!(text(&gauge(9.0, 3, Signs::ASCII)), [(1, "###", Role::Text)]);
        assert_eq!(text(&gauge(0.0, 2, Signs::ASCII)), [(1, "..", Role::Quiet)]);
        assert!(text(&gauge(0.5, 0, Signs::ASCII)).is_empty());
    }

    #[test]
    fn a_spark_is_as_high_as_its_count() {
        let line = spark(&[0, 1, 2, 4], 4, Role::Strong, Signs::UNICODE);
        assert_eq!(text(&line), [(1, "▂▄█", Role::Strong)]);
        let ascii = spark(&[4, 0, 1], 4, Role::Text, Signs::ASCII);
        assert_eq!(text(&ascii), [(0, "#", Role::Text), (2, "-", Role::Text)]);
        assert!(text(&spark(&[], 0, Role::Text, Signs::ASCII)).is_empty());
    }

    #[test]
    fn wide_signs_keep_their_place() {
        let lines = drawn(Line::from("市b c"), 6, 1);
        assert_eq!(
            text(&lines[0]),
            [(0, "市b", Role::Text), (4, "c", Role::Text)]
        );
    }
}
