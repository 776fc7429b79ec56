//! The screen while the articles are read and compared.

use super::draw;
use super::theme::Theme;
use crate::pipeline::Stage;
use crate::tui::lines::{Line, Role, Styled};
use crate::tui::state::{Reading, Signs, count};
use ratatui::buffer::Buffer;

/// The most sources that are named.
const NAMED: usize = 8;

/// Draws what is being read, how far it is, and how to leave.
pub fn reading(reading: &Reading, signs: Signs, theme: Theme, buf: &mut Buffer) {
    let width = usize::from(buf.area.width);
    let mut texts = vec![
        Styled::of(" parallax", Role::Strong),
        Styled::default(),
        stage(reading.stage),
    ];
    for source in reading.sources.iter().take(NAMED) {
        texts.push(Styled::of(&format!("   {source}"), Role::Quiet));
    }
    let more = reading.sources.len().saturating_sub(NAMED);
    if more > 0 {
        texts.push(Styled::of(&format!("   and {more} more"), Role::Quiet));
    }
    let mut leave = Styled::of(" ", Role::Quiet);
    if let Some(key) = reading.close {
        leave.push(&key.to_string(), Role::Key);
        leave.push(" or ", Role::Quiet);
    }
    leave.push("Esc", Role::Key);
    leave.push(" leaves at once", Role::Quiet);
    let low = usize::from(buf.area.height) < texts.len() + 2;
    texts.push(Styled::default());
    texts.insert(if low { 0 } else { texts.len() }, leave);
    let lines: Vec<Line> = texts
        .iter()
        .map(|text| text.clipped(width, signs.ellipsis))
        .collect();
    draw::lines(lines, theme, buf.area, buf);
}

fn stage(stage: Option<Stage>) -> Styled {
    let (word, of) = match stage {
        None => ("opening the files", String::new()),
        Some(Stage::Reading { read, of }) => {
            ("reading", format!(" {read} of {}", count(of, "file")))
        }
        Some(Stage::Finding) => ("looking for facts and quotations", String::new()),
        Some(Stage::Aligning) => ("aligning the articles, sentence by sentence", String::new()),
        Some(Stage::Comparing) => ("comparing what they tell", String::new()),
    };
    let mut text = Styled::of(&format!(" {word}"), Role::Focus);
    text.push(&of, Role::Text);
    text
}
