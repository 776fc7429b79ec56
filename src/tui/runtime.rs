//! The terminal: the only place that reads events, draws on a real screen, and gives the terminal
//! back however the program ends.

use super::state::Key;
use super::state::message::{Effect, Way};
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{
    self, DisableMouseCapture, EnableMouseCapture, Event, MouseButton, MouseEventKind,
};
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::crossterm::{cursor, execute};
use ratatui::layout::{Position, Rect};
use ratatui::{DefaultTerminal, Terminal};
use std::io;
use std::panic;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

/// What is shown: a state that takes what happens and can be drawn.
pub trait App {
    /// What other threads have to tell it.
    type News: Send + 'static;

    /// Takes what happened, and says what the terminal has to do.
    fn take(&mut self, input: Input<Self::News>) -> Effect;

    /// Whether it listens to the mouse.
    fn mouse(&self) -> bool {
        false
    }

    /// Draws it; reads only.
    fn draw(&self, buffer: &mut Buffer);
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
}

/// What wakes the loop.
enum Wake<N> {
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
    send: Sender<Wake<N>>,
    woken: Receiver<Wake<N>>,
}

impl<N: Send + 'static> Default for Inbox<N> {
    fn default() -> Self {
        let (send, woken) = mpsc::channel();
        Self { send, woken }
    }
}

impl<N: Send + 'static> Inbox<N> {
    /// A way to tell news from another thread; nobody minds when they are not heard any more.
    pub fn teller(&self) -> impl Fn(N) + Send + 'static {
        let send = self.send.clone();
        move |news| {
            let _ = send.send(Wake::News(news));
        }
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

/// Whether the terminal is taken; there is but one.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Takes the terminal: keys come one by one, and what was on the screen is kept for later.
fn take() -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, cursor::Hide)
}

/// Gives the terminal back, once however often it is called.
fn give_back() {
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

/// The terminal while it is taken; given back when this goes out of scope.
struct Screen {
    terminal: DefaultTerminal,
    /// Whether the mouse is listened to.
    mouse: bool,
}

impl Screen {
    fn open() -> io::Result<Self> {
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

    fn draw<A: App>(&mut self, app: &mut A, size: &mut (u16, u16)) -> io::Result<()> {
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
    fn forget(&mut self) -> io::Result<()> {
        let size = self.terminal.size()?;
        self.terminal.resize(Rect::from((Position::ORIGIN, size)))
    }

    /// Takes the terminal again after somebody else had it.
    fn reopen(&mut self) -> io::Result<()> {
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
        let wake = woken
            .recv()
            .map_err(|_| io::Error::other("nothing reads the terminal"))?;
        let mut inputs = Vec::new();
        let mut read = false;
        match wake {
            Wake::Lost(error) => return Err(error),
            Wake::Events(events) => {
                inputs.extend(events.iter().filter_map(input));
                read = true;
            }
            Wake::News(news) => inputs.push(Input::News(news)),
            #[cfg(unix)]
            Wake::Signal(signal_hook::consts::SIGTSTP) => suspend(screen)?,
            #[cfg(unix)]
            Wake::Signal(signal_hook::consts::SIGCONT) => screen.reopen()?,
            #[cfg(unix)]
            Wake::Signal(signal) => return Ok(Some(signal)),
        }
        for input in inputs {
            if let Input::Size(width, height) = input {
                size = (width, height);
            }
            match app.take(input) {
                // What an app saves or works out it does itself.
                Effect::None | Effect::Correct | Effect::Save => {}
                Effect::Redraw => screen.forget()?,
                Effect::Suspend => suspend(screen)?,
                Effect::Quit => return Ok(None),
            }
        }
        screen.draw(app, &mut size)?;
        if read {
            let _ = ready.send(());
        }
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
