//! What the terminal shows, what happens to it, and how other threads reach it.

use crate::tui::state::Key;
use crate::tui::state::message::Way;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::Event;
use std::io;
use std::process::Command;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};

/// What is shown: a state that takes what happens and can be drawn.
pub trait App {
    /// What other threads have to tell it.
    type News: Send + 'static;

    /// Takes what happened, and says what the terminal has to do.
    fn take(&mut self, input: Input<Self::News>) -> Act;

    /// How long to wait before it hears [`Input::Beat`]; `None` is for ever.
    fn beat(&self) -> Option<Duration> {
        None
    }

    /// Whether it listens to the mouse.
    fn mouse(&self) -> bool {
        false
    }

    /// Draws it; reads only.
    fn draw(&self, buffer: &mut Buffer);
}

/// What the terminal has to do.
#[derive(Debug)]
pub enum Act {
    /// Draw.
    Draw,
    /// Draw everything anew.
    Redraw,
    /// Stop until the shell goes on.
    Suspend,
    /// Send this to the terminal as it is.
    Send(String),
    /// Leave the terminal to a program until it ends.
    Hand(Command),
    /// Leave.
    Quit,
}

/// What happens to an [`App`].
#[derive(Clone, Debug, PartialEq)]
pub enum Input<N> {
    /// A key was pressed.
    Key(Key),
    /// The mouse was pressed at a column and a row.
    Click(u16, u16),
    /// It was moved there while pressed.
    Drag(u16, u16),
    /// It was let go.
    Release,
    /// Its wheel was turned there.
    Wheel(Way, u16, u16),
    /// The terminal has another size: columns, rows.
    Size(u16, u16),
    /// Another thread has something to tell.
    News(N),
    /// Nothing happened for as long as the app wanted to wait.
    Beat,
    /// The program that had the terminal has ended, or why it did not run.
    Handed(Result<(), String>),
}

/// What wakes the loop.
pub(super) enum Wake<N> {
    /// Terminal events that came together.
    Events(Vec<Event>),
    /// The terminal cannot be read any more.
    Lost(io::Error),
    /// A signal.
    #[cfg(unix)]
    Signal(i32),
    /// What another thread tells.
    News(N),
}

/// Where an [`App`] hears from other threads.
pub struct Inbox<N> {
    pub(super) send: Sender<Wake<N>>,
    pub(super) woken: Receiver<Wake<N>>,
}

impl<N: Send + 'static> Default for Inbox<N> {
    fn default() -> Self {
        let (send, woken) = mpsc::channel();
        Self { send, woken }
    }
}

impl<N: Send + 'static> Inbox<N> {
    /// A way to tell news from another thread.
    pub fn teller(&self) -> Teller<N> {
        Teller(self.send.clone())
    }

    /// The next news, if any come before `end`.
    pub fn wait(&self, end: Instant) -> Option<N> {
        let left = end.saturating_duration_since(Instant::now());
        match self.woken.recv_timeout(left) {
            Ok(Wake::News(news)) => Some(news),
            _ => None,
        }
    }
}

/// A way to tell news from another thread.
pub struct Teller<N>(Sender<Wake<N>>);

impl<N> Clone for Teller<N> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<N> Teller<N> {
    /// Tells it; nobody minds when it is not heard any more.
    pub fn tell(&self, news: N) {
        let _ = self.0.send(Wake::News(news));
    }
}
