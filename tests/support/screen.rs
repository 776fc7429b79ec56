//! Screens as text: the signs first, then every run of a style with the words it is put on.

use parallax::model::Comparison;
use parallax::tui::state::Reading;
use parallax::tui::{Key, Model, Palette, Signs, Theme, reading, state::keymap, update, view};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use std::fmt::Write;
use std::sync::Arc;

/// The model after the keys of a script.
pub(crate) fn played(story: &Comparison, script: &str, width: u16, height: u16) -> Model {
    played_with(story, script, width, height, Signs::UNICODE)
}

fn played_with(story: &Comparison, script: &str, width: u16, height: u16, signs: Signs) -> Model {
    let mut model = Model::new(Arc::new(story.clone()), signs, width, height);
    for key in Key::script(script).expect("a script of known keys") {
        let message = keymap::lookup(&model, key);
        update(&mut model, message);
    }
    model
}

/// The buffer that a model is drawn onto.
pub(crate) fn drawn(model: &Model, palette: Palette) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, model.width, model.height));
    view(model, Theme::new(palette), &mut buffer);
    buffer
}

/// The screen after the keys of a script: signs, then styles.
pub(crate) fn screen(story: &Comparison, script: &str, width: u16, height: u16) -> String {
    let model = played(story, script, width, height);
    let buffer = drawn(&model, model.palette);
    format!("{}\n{}", glyphs(&buffer), styles(&buffer))
}

/// The screen of a terminal that shows ASCII and no colour.
pub(crate) fn ascii_screen(story: &Comparison, script: &str, width: u16, height: u16) -> String {
    let model = played_with(story, script, width, height, Signs::ASCII);
    glyphs(&drawn(&model, Palette::Mono))
}

/// The screen while articles are read: signs, then styles.
pub(crate) fn reading_screen(what: &Reading, width: u16, height: u16) -> String {
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    reading(what, Signs::UNICODE, Theme::new(Palette::Dark), &mut buffer);
    format!("{}\n{}", glyphs(&buffer), styles(&buffer))
}

/// The signs of a buffer, a line a row, without blanks at the ends.
pub(crate) fn glyphs(buffer: &Buffer) -> String {
    let mut lines = Vec::new();
    for row in rows(buffer) {
        let line: String = symbols(row).map(|(_, cell)| cell.symbol()).collect();
        lines.push(line.trim_end().to_owned());
    }
    lines.join("\n") + "\n"
}

/// The runs of one style that are not plain, each with its row, its first cell and its words.
fn styles(buffer: &Buffer) -> String {
    let mut out = String::new();
    for (y, row) in rows(buffer).enumerate() {
        let mut run: Option<(usize, String, String)> = None;
        for (x, cell) in symbols(row) {
            let style = style(cell);
            match &mut run {
                Some((_, last, words)) if *last == style => words.push_str(cell.symbol()),
                _ => {
                    flush(&mut out, y, run.take());
                    run = Some((x, style, cell.symbol().to_owned()));
                }
            }
        }
        flush(&mut out, y, run);
    }
    out
}

fn flush(out: &mut String, y: usize, run: Option<(usize, String, String)>) {
    if let Some((x, style, words)) = run
        && !style.is_empty()
    {
        let words = words.trim_end();
        writeln!(out, "{y:>2},{x:<3} {style:<24} {words}").expect("a string takes all");
    }
}

fn rows(buffer: &Buffer) -> impl Iterator<Item = &[Cell]> {
    buffer.content.chunks(usize::from(buffer.area.width).max(1))
}

/// The cells of a row, but for those that a wide character before them covers.
fn symbols(row: &[Cell]) -> impl Iterator<Item = (usize, &Cell)> {
    let mut next = 0;
    row.iter().enumerate().filter(move |(x, cell)| {
        let shown = *x >= next;
        if shown {
            next = x + parallax::text::wrap::cells(cell.symbol()).max(1);
        }
        shown
    })
}

fn style(cell: &Cell) -> String {
    let mut words = Vec::new();
    for (modifier, word) in [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "dim"),
        (Modifier::ITALIC, "italic"),
        (Modifier::UNDERLINED, "underlined"),
        (Modifier::REVERSED, "reversed"),
        (Modifier::CROSSED_OUT, "struck"),
    ] {
        if cell.modifier.contains(modifier) {
            words.push(word.to_owned());
        }
    }
    if cell.fg != Color::Reset {
        words.push(format!("{:?}", cell.fg).to_lowercase());
    }
    if cell.bg != Color::Reset {
        words.push(format!("on {:?}", cell.bg).to_lowercase());
    }
    words.join(" ")
}
