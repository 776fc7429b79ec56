//! A program that panics while it has the terminal: on `p` where it takes keys, on `t` in a thread
//! beside it. `tests/terminal.rs` runs it and looks at what it leaves behind.

use parallax::tui::Key;
use parallax::tui::runtime::{Act, App, Inbox, Input, drive};
use ratatui::buffer::Buffer;
use ratatui::style::Style;
use std::io;
use std::thread;

struct Panics;

impl App for Panics {
    type News = ();

    #[allow(clippy::panic, reason = "it is what this program is for")]
    fn take(&mut self, input: Input<()>) -> Act {
        match input {
            Input::Key(Key::Char('p')) => panic!("out of order"),
            Input::Key(Key::Char('t')) => {
                let _ = thread::spawn(|| panic!("out of order")).join();
                Act::Quit
            }
            _ => Act::Draw,
        }
    }

    fn draw(&self, buffer: &mut Buffer) {
        buffer.set_string(0, 0, "ready", Style::default());
    }
}

fn main() -> io::Result<()> {
    drive(&mut Panics, Inbox::default())
}
