//! The terminal: the only place that reads events, draws on a real screen, and gives the terminal
//! back however the program ends.

use super::state::message::{Effect, Message};
use super::state::{Key, Model, keymap};
use super::update::update;
use super::view::{Theme, view};
use ratatui::DefaultTerminal;
use ratatui::crossterm::event::{self, Event};
use ratatui::layout::Rect;
use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

/// What wakes the loop.
enum Wake {
    /// Terminal events that came together.
    Events(Vec<Event>),
    /// The terminal cannot be read any more.
    Lost(io::Error),
    /// A signal.
    #[cfg(unix)]
    Signal(i32),
}

/// Gives the terminal back when it goes out of scope: at the end, on errors, on panics.
struct Screen(DefaultTerminal);

impl Screen {
    fn open() -> io::Result<Self> {
        ratatui::try_init().map(Self)
    }

    fn draw(&mut self, model: &mut Model, theme: Theme) -> io::Result<()> {
        self.0.draw(|frame| {
            let area = frame.area();
            // Between the resize and its event the model would be of another size.
            if (area.width, area.height) != (model.width, model.height) {
                update(model, Message::Size(area.width, area.height));
            }
            view(model, theme, frame.buffer_mut());
        })?;
        Ok(())
    }

    /// Forgets what is on the screen, so that the next frame draws all of it.
    fn forget(&mut self) -> io::Result<()> {
        let size = self.0.size()?;
        self.0
            .resize(Rect::from((ratatui::layout::Position::ORIGIN, size)))
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        ratatui::restore();
    }
}

/// Shows a model until the reader leaves.
pub(super) fn run(make: impl FnOnce(u16, u16) -> Model, theme: Theme) -> io::Result<()> {
    let mut screen = Screen::open()?;
    let size = screen.0.size()?;
    let mut model = make(size.width, size.height);
    let (wake, woken) = mpsc::channel();
    let ready = read_events(wake.clone());
    watch_signals(wake)?;
    screen.draw(&mut model, theme)?;
    let _ = ready.send(());
    let end = serve(&mut screen, &mut model, theme, &woken, &ready);
    drop(screen);
    match end? {
        Some(signal) => die_of(signal),
        None => Ok(()),
    }
}

/// The loop: waits, updates, draws. Ends with the signal that ended it, if one did.
fn serve(
    screen: &mut Screen,
    model: &mut Model,
    theme: Theme,
    woken: &Receiver<Wake>,
    ready: &Sender<()>,
) -> io::Result<Option<i32>> {
    loop {
        let wake = woken
            .recv()
            .map_err(|_| io::Error::other("nothing reads the terminal"))?;
        match wake {
            Wake::Lost(error) => return Err(error),
            Wake::Events(events) => {
                for event in events {
                    match effect(model, &event) {
                        Effect::None => {}
                        Effect::Redraw => screen.forget()?,
                        Effect::Suspend => suspend(screen)?,
                        Effect::Quit => return Ok(None),
                    }
                }
                screen.draw(model, theme)?;
                let _ = ready.send(());
            }
            #[cfg(unix)]
            Wake::Signal(signal) => match signal {
                signal_hook::consts::SIGTSTP => {
                    suspend(screen)?;
                    screen.draw(model, theme)?;
                }
                signal_hook::consts::SIGCONT => {
                    reopen(screen)?;
                    screen.draw(model, theme)?;
                }
                signal => return Ok(Some(signal)),
            },
        }
    }
}

/// What an event does to the model.
fn effect(model: &mut Model, event: &Event) -> Effect {
    match event {
        Event::Resize(width, height) => update(model, Message::Size(*width, *height)),
        Event::Key(key) => Key::of_event(*key).map_or(Effect::None, |key| {
            let message = keymap::lookup(model, key);
            update(model, message)
        }),
        _ => Effect::None,
    }
}

/// Reads events on a thread of its own, and none until it is told that the last ones were
/// handled: what another program is to read while this one is suspended is left to it.
fn read_events(wake: Sender<Wake>) -> Sender<()> {
    let (ready, handled) = mpsc::channel();
    thread::spawn(move || {
        while handled.recv().is_ok() {
            let told = match read_batch() {
                Ok(events) => Wake::Events(events),
                Err(error) => Wake::Lost(error),
            };
            if wake.send(told).is_err() {
                break;
            }
        }
    });
    ready
}

/// The next event with all that wait behind it, so that held keys are drawn once.
fn read_batch() -> io::Result<Vec<Event>> {
    let mut events = vec![event::read()?];
    while event::poll(Duration::ZERO)? {
        events.push(event::read()?);
    }
    Ok(events)
}

/// Turns signals into wakes.
#[cfg(unix)]
fn watch_signals(wake: Sender<Wake>) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
    let mut signals =
        signal_hook::iterator::Signals::new([SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP])?;
    thread::spawn(move || {
        for signal in signals.forever() {
            if wake.send(Wake::Signal(signal)).is_err() {
                break;
            }
        }
    });
    Ok(())
}

/// Hands the terminal to the shell and stops; comes back when the shell goes on with the program.
#[cfg(unix)]
fn suspend(screen: &mut Screen) -> io::Result<()> {
    ratatui::restore();
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
    reopen(screen)
}

/// Takes the terminal again after somebody else had it.
fn reopen(screen: &mut Screen) -> io::Result<()> {
    screen.0 = ratatui::try_init()?;
    screen.forget()
}

/// Ends the program the way the signal would have, now that the terminal is given back.
#[cfg(unix)]
fn die_of(signal: i32) -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(signal)
}

#[cfg(not(unix))]
fn watch_signals(_: Sender<Wake>) -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
fn suspend(screen: &mut Screen) -> io::Result<()> {
    screen.forget()
}

#[cfg(not(unix))]
fn die_of(_: i32) -> io::Result<()> {
    Ok(())
}
