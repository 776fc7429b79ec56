//! The terminal: the only place that reads events, draws on a real screen, and gives the terminal
//! back however the program ends.

mod app;
mod screen;

pub use app::{Act, App, Inbox, Input, Teller};

use super::state::Key;
use super::state::message::Way;
use app::Wake;
use ratatui::crossterm::event::{self, Event, MouseButton, MouseEventKind};
#[cfg(unix)]
use screen::{HANDED, give_back};
use screen::{Screen, send};
use std::collections::VecDeque;
use std::io;
#[cfg(unix)]
use std::sync::atomic::Ordering;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

/// Shows an app until it asks to quit; the terminal is given back whatever happens.
///
/// Ends as a signal would have ended the program, once the terminal is given back.
pub fn drive<A: App>(app: &mut A, inbox: Inbox<A::News>) -> io::Result<()> {
    let mut screen = Screen::open()?;
    let ready = read_events(inbox.send.clone());
    watch_signals(inbox.send)?;
    let end = serve(&mut screen, app, &inbox.woken, &ready);
    drop(screen);
    match end? {
        Some(signal) => die_of(signal),
        None => Ok(()),
    }
}

/// The loop: draws, waits, updates. Ends with the signal that ended it, if one did.
fn serve<A: App>(
    screen: &mut Screen,
    app: &mut A,
    woken: &Receiver<Wake<A::News>>,
    ready: &Sender<()>,
) -> io::Result<Option<i32>> {
    let mut size = (0, 0);
    screen.draw(app, &mut size)?;
    let _ = ready.send(());
    loop {
        let mut inputs = VecDeque::new();
        let mut read = false;
        match next(woken, app.beat())? {
            None => inputs.push_back(Input::Beat),
            Some(Wake::Lost(error)) => return Err(error),
            Some(Wake::Events(events)) => {
                inputs.extend(events.iter().filter_map(input));
                read = true;
            }
            Some(Wake::News(news)) => inputs.push_back(Input::News(news)),
            #[cfg(unix)]
            Some(Wake::Signal(signal_hook::consts::SIGTSTP)) => suspend(screen)?,
            #[cfg(unix)]
            Some(Wake::Signal(signal_hook::consts::SIGCONT)) => screen.reopen()?,
            #[cfg(unix)]
            Some(Wake::Signal(signal)) => return Ok(Some(signal)),
        }
        while let Some(input) = inputs.pop_front() {
            if let Input::Size(width, height) = input {
                size = (width, height);
            }
            match app.take(input) {
                Act::Draw => {}
                Act::Redraw => screen.forget()?,
                Act::Suspend => suspend(screen)?,
                Act::Send(text) => send(&text)?,
                Act::Hand(command) => inputs.push_front(Input::Handed(screen.hand(command)?)),
                Act::Quit => return Ok(None),
            }
        }
        screen.draw(app, &mut size)?;
        if read {
            let _ = ready.send(());
        }
    }
}

/// What wakes the loop next; `None` where nothing does for as long as an app wants to wait.
fn next<N>(woken: &Receiver<Wake<N>>, beat: Option<Duration>) -> io::Result<Option<Wake<N>>> {
    let lost = || io::Error::other("nothing reads the terminal");
    match beat {
        None => woken.recv().map(Some).map_err(|_| lost()),
        Some(beat) => match woken.recv_timeout(beat) {
            Ok(wake) => Ok(Some(wake)),
            Err(RecvTimeoutError::Timeout) => Ok(None),
            Err(RecvTimeoutError::Disconnected) => Err(lost()),
        },
    }
}

/// What an event of the terminal means to an app.
fn input<N>(event: &Event) -> Option<Input<N>> {
    match event {
        Event::Resize(width, height) => Some(Input::Size(*width, *height)),
        Event::Key(key) => Key::of_event(*key).map(Input::Key),
        Event::Mouse(mouse) => {
            let (x, y) = (mouse.column, mouse.row);
            match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => Some(Input::Click(x, y)),
                MouseEventKind::Drag(MouseButton::Left) => Some(Input::Drag(x, y)),
                MouseEventKind::Up(MouseButton::Left) => Some(Input::Release),
                MouseEventKind::ScrollDown => Some(Input::Wheel(Way::On, x, y)),
                MouseEventKind::ScrollUp => Some(Input::Wheel(Way::Back, x, y)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Reads events on a thread of its own, and none until it is told that the last ones were
/// handled: what another program is to read while this one is suspended is left to it.
fn read_events<N: Send + 'static>(wake: Sender<Wake<N>>) -> Sender<()> {
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
fn watch_signals<N: Send + 'static>(wake: Sender<Wake<N>>) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
    let mut signals =
        signal_hook::iterator::Signals::new([SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP])?;
    thread::spawn(move || {
        for signal in signals.forever() {
            // The keys of another program that has the terminal send their signals to both.
            if HANDED.load(Ordering::SeqCst) && matches!(signal, SIGCONT | SIGINT | SIGTSTP) {
                if signal == SIGTSTP {
                    let _ = signal_hook::low_level::emulate_default_handler(signal);
                }
                continue;
            }
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
    give_back();
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
    screen.reopen()
}

/// Ends the program the way the signal would have, now that the terminal is given back.
#[cfg(unix)]
fn die_of(signal: i32) -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(signal)
}

#[cfg(not(unix))]
fn watch_signals<N: Send + 'static>(_: Sender<Wake<N>>) -> io::Result<()> {
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
