//! The program as the terminal sees it: first what is being read, then the comparison.

use super::runtime::{self, App, Inbox, Input};
use super::state::{Key, Reading, keymap};
use super::view::reading;
use super::{
    Desk, Effect, Message, Model, Options, Signs, Theme, Trouble, renew, saved, update, view,
};
use crate::model::{Comparison, Corrections};
use crate::pipeline::Stage;
use crate::session::Session;
use crate::text::clean::clean;
use ratatui::buffer::Buffer;
use std::fmt::Display;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::{Duration, Instant};

/// How long nothing is shown: a story that is compared within it opens without a flicker, and what
/// is wrong with the arguments is said without taking the screen first.
const PATIENCE: Duration = Duration::from_millis(50);

/// What the thread that compares is asked for.
#[derive(Clone, Debug, Default)]
pub struct Order {
    /// What the reader corrected.
    pub corrections: Arc<Corrections>,
    /// Whether the articles are to be read anew.
    pub reread: bool,
}

/// Where the reader's corrections are kept, and what is kept there.
#[derive(Clone, Debug, Default)]
pub struct Keeper {
    /// The sidecar; `None` keeps them nowhere until the reader names a file.
    pub session: Option<Session>,
    /// The corrections to begin with.
    pub corrections: Corrections,
}

/// What the thread that compares has to tell.
enum News<E> {
    Stage(Stage),
    Done(Box<Result<Comparison, E>>),
    BrokeOff,
}

/// What is on the screen.
enum Shown {
    Reading(Reading),
    Story(Box<Model>),
}

struct Program<E> {
    shown: Shown,
    keeper: Keeper,
    orders: Sender<Order>,
    signs: Signs,
    mouse: bool,
    theme: Theme,
    size: (u16, u16),
    trouble: Option<Trouble<E>>,
}

/// Shows what `work` compares until the reader leaves; the terminal is given back whatever happens.
///
/// `work` runs on a thread of its own, so that the reader sees at once what is being read
/// (`sources`) and can leave at any time; it is given a function that tells how far it has come. It
/// is asked again after each correction, and the story stays on the screen meanwhile.
pub fn run<E: Display + Send + 'static>(
    sources: Vec<String>,
    work: impl FnMut(&Order, &mut dyn FnMut(Stage)) -> Result<Comparison, E> + Send + 'static,
    keeper: Keeper,
    options: Options,
) -> Result<(), Trouble<E>> {
    let signs = if options.ascii {
        Signs::ASCII
    } else {
        Signs::UNICODE
    };
    let inbox = Inbox::default();
    let orders = serve(work, inbox.teller());
    let mut program = Program {
        shown: Shown::Reading(Reading {
            sources,
            stage: None,
        }),
        keeper,
        orders,
        signs,
        mouse: options.mouse,
        theme: Theme::new(options.palette),
        size: (80, 24),
        trouble: None,
    };
    program.order(false);
    let end = Instant::now() + PATIENCE;
    while let Some(news) = inbox.wait(end) {
        program.take(Input::News(news));
        if program.trouble.is_some() || matches!(program.shown, Shown::Story(_)) {
            break;
        }
    }
    if program.trouble.is_none() {
        runtime::drive(&mut program, inbox).map_err(Trouble::Terminal)?;
    }
    program.trouble.map_or(Ok(()), Err)
}

/// Works on a thread of its own; of orders that wait, on the last one.
fn serve<E: Send + 'static>(
    mut work: impl FnMut(&Order, &mut dyn FnMut(Stage)) -> Result<Comparison, E> + Send + 'static,
    tell: impl Fn(News<E>) + Send + 'static,
) -> Sender<Order> {
    let (orders, wanted) = mpsc::channel::<Order>();
    thread::spawn(move || {
        while let Ok(mut order) = wanted.recv() {
            while let Ok(later) = wanted.try_recv() {
                let reread = order.reread || later.reread;
                order = Order { reread, ..later };
            }
            let work = || work(&order, &mut |stage| tell(News::Stage(stage)));
            let done = panic::catch_unwind(AssertUnwindSafe(work));
            tell(done.map_or(News::BrokeOff, |done| News::Done(Box::new(done))));
        }
    });
    orders
}

impl<E: Display> Program<E> {
    /// Has the story compared again with what is corrected by now.
    fn order(&mut self, reread: bool) {
        let corrections = match &self.shown {
            Shown::Story(model) => Arc::clone(&model.desk.corrections),
            Shown::Reading(_) => Arc::new(self.keeper.corrections.clone()),
        };
        // Where the thread is gone, its end has been told.
        let _ = self.orders.send(Order {
            corrections,
            reread,
        });
    }

    /// Does what is the program's own to do; what is left for the terminal.
    fn perform(&mut self, effect: Effect) -> Effect {
        match effect {
            Effect::Correct => {
                self.autosave();
                self.order(false);
                Effect::None
            }
            Effect::Save => self.save(),
            other => other,
        }
    }

    /// Saves where there is a file to save in, and tells of it only where that fails.
    fn autosave(&mut self) {
        let Shown::Story(model) = &mut self.shown else {
            return;
        };
        if model.desk.file.is_empty() {
            return;
        }
        let hint = model.hint.clone();
        let done = keep(&mut self.keeper.session, model);
        let failed = done.is_err();
        saved(model, done);
        if !failed {
            model.hint = hint;
        }
    }

    fn save(&mut self) -> Effect {
        match &mut self.shown {
            Shown::Story(model) => {
                let done = keep(&mut self.keeper.session, model);
                saved(model, done)
            }
            Shown::Reading(_) => Effect::None,
        }
    }

    fn message(&mut self, message: Message) -> Effect {
        match &mut self.shown {
            Shown::Story(model) => update(model, message),
            Shown::Reading(_) => match message {
                Message::Quit | Message::Close | Message::Back => Effect::Quit,
                Message::Suspend => Effect::Suspend,
                Message::Redraw => Effect::Redraw,
                _ => Effect::None,
            },
        }
    }

    /// What a key asks for; while nothing is compared, those that leave do.
    fn key(&self, key: Key) -> Message {
        match &self.shown {
            Shown::Story(model) => keymap::lookup(model, key),
            Shown::Reading(_) => keymap::bindings(keymap::Context::Text)
                .find(|binding| binding.keys.contains(&key))
                .map_or(Message::Unbound(key), |binding| binding.message),
        }
    }

    fn news(&mut self, news: News<E>) -> Effect {
        match (news, &mut self.shown) {
            (News::Stage(stage), Shown::Reading(reading)) => reading.stage = Some(stage),
            (News::Stage(_), Shown::Story(_)) => {}
            (News::BrokeOff, _) => return self.fail(Trouble::BrokeOff),
            (News::Done(done), Shown::Story(model)) => match *done {
                Ok(story) => renew(model, Arc::new(story)),
                Err(error) => model.tell(error.to_string()),
            },
            (News::Done(done), Shown::Reading(_)) => match *done {
                Ok(story) => self.open(story),
                Err(error) => return self.fail(Trouble::Work(error)),
            },
        }
        Effect::None
    }

    /// Shows the story for the first time.
    fn open(&mut self, story: Comparison) {
        let (width, height) = self.size;
        let mut model = Model::new(Arc::new(story), self.signs, width, height);
        model.mouse = self.mouse;
        let session = self.keeper.session.as_ref();
        let file = session.map_or_else(String::new, |it| it.file().display().to_string());
        model.desk = Desk::new(self.keeper.corrections.clone(), &file);
        if !model.desk.corrections.all().is_empty() {
            let kept = model.kept();
            let file = clean(&file);
            let stale = match model.story.corrected.stale().count() {
                0 => String::new(),
                stale => format!("; {stale} do not fit any more, see above"),
            };
            model.tell(format!("{kept} in {file} are applied{stale}"));
        }
        self.shown = Shown::Story(Box::new(model));
    }

    fn fail(&mut self, trouble: Trouble<E>) -> Effect {
        self.trouble = Some(trouble);
        Effect::Quit
    }
}

/// Writes the corrections into the file that the reader wants.
fn keep(session: &mut Option<Session>, model: &Model) -> Result<(), String> {
    let file = Path::new(&model.desk.file);
    if file.as_os_str().is_empty() {
        return Err("no file was named; q asks for one".to_owned());
    }
    let kept = match session {
        Some(kept) if kept.file() == file => kept,
        other => other.insert(Session::elsewhere(file)),
    };
    kept.save(&model.desk.corrections)
        .map_err(|error| error.to_string())
}

impl<E: Display + Send + 'static> App for Program<E> {
    type News = News<E>;

    fn take(&mut self, input: Input<News<E>>) -> Effect {
        let effect = match input {
            Input::Key(key) => {
                let message = self.key(key);
                self.message(message)
            }
            Input::Size(width, height) => {
                self.size = (width, height);
                self.message(Message::Size(width, height))
            }
            Input::Click(x, y) => self.message(Message::Click(x, y)),
            Input::Drag(x, y) => self.message(Message::Drag(x, y)),
            Input::Release => self.message(Message::Release),
            Input::Wheel(way, x, y) => self.message(Message::Wheel(way, x, y)),
            Input::News(news) => self.news(news),
        };
        self.perform(effect)
    }

    fn mouse(&self) -> bool {
        matches!(&self.shown, Shown::Story(model) if model.mouse)
    }

    fn draw(&self, buffer: &mut Buffer) {
        match &self.shown {
            Shown::Reading(what) => reading(what, self.signs, self.theme, buffer),
            Shown::Story(model) => view(model, self.theme, buffer),
        }
    }
}
