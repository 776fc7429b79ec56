//! The terminal itself: taken, drawn on, handed to others, given back.

use super::app::{App, Input};
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::event::{DisableMouseCapture, EnableMouseCapture};
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::crossterm::{cursor, execute};
use ratatui::layout::{Position, Rect};
use ratatui::{DefaultTerminal, Terminal};
use std::io::{self, Write};
use std::panic;
use std::process::Command;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether another program has the terminal, and with it the signals that its keys send.
pub(super) static HANDED: AtomicBool = AtomicBool::new(false);

/// Whether the terminal is taken; there is but one.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Takes the terminal: keys come one by one, and what was on the screen is kept for later.
fn take() -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, cursor::Hide)
}

/// Gives the terminal back, once however often it is called.
pub(super) fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        // Where one of the steps fails, the others are tried all the same.
        let _ = execute!(
            io::stdout(),
            DisableMouseCapture,
            cursor::Show,
            LeaveAlternateScreen
        );
        let _ = disable_raw_mode();
    }
}

/// Gives the terminal back before the reason of a panic is printed, whichever thread panics.
fn give_back_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let print = panic::take_hook();
        panic::set_hook(Box::new(move |reason| {
            give_back();
            print(reason);
        }));
    });
}

/// Sends the terminal something that is not drawn.
pub(super) fn send(text: &str) -> io::Result<()> {
    let mut out = io::stdout();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// The terminal while it is taken; given back when this goes out of scope.
pub(super) struct Screen {
    terminal: DefaultTerminal,
    /// Whether the mouse is listened to.
    mouse: bool,
}

impl Screen {
    pub(super) fn open() -> io::Result<Self> {
        give_back_on_panic();
        let terminal = Terminal::new(CrosstermBackend::new(io::stdout()));
        let taken = take().and(terminal);
        if taken.is_err() {
            give_back();
        }
        taken.map(|terminal| Self {
            terminal,
            mouse: false,
        })
    }

    pub(super) fn draw<A: App>(&mut self, app: &mut A, size: &mut (u16, u16)) -> io::Result<()> {
        if app.mouse() != self.mouse {
            self.mouse = app.mouse();
            if self.mouse {
                execute!(io::stdout(), EnableMouseCapture)?;
            } else {
                execute!(io::stdout(), DisableMouseCapture)?;
            }
        }
        self.terminal.draw(|frame| {
            let area = frame.area();
            // Between the resize and its event the app would be of another size.
            if (area.width, area.height) != *size {
                *size = (area.width, area.height);
                app.take(Input::Size(area.width, area.height));
            }
            app.draw(frame.buffer_mut());
        })?;
        Ok(())
    }

    /// Forgets what is on the screen, so that the next frame draws all of it.
    pub(super) fn forget(&mut self) -> io::Result<()> {
        let size = self.terminal.size()?;
        self.terminal.resize(Rect::from((Position::ORIGIN, size)))
    }

    /// Leaves the terminal to a program until it ends, and says what came of it.
    pub(super) fn hand(&mut self, mut command: Command) -> io::Result<Result<(), String>> {
        give_back();
        HANDED.store(true, Ordering::SeqCst);
        let ended = command.status();
        HANDED.store(false, Ordering::SeqCst);
        self.reopen()?;
        Ok(match ended {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(status.to_string()),
            Err(error) => Err(error.to_string()),
        })
    }

    /// Takes the terminal again after somebody else had it.
    pub(super) fn reopen(&mut self) -> io::Result<()> {
        take()?;
        // The next frame asks for the mouse again.
        self.mouse = false;
        self.forget()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}
