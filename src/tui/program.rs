//! The program as the terminal sees it: first what is being read, then the comparison.

use super::runtime::{self, App, Inbox, Input};
use super::state::{Key, Reading, keymap};
use super::view::reading;
use super::{Effect, Message, Model, Options, Signs, Theme, Trouble, update, view};
use crate::model::Comparison;
use crate::pipeline::Stage;
use ratatui::buffer::Buffer;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

/// How long nothing is shown: a story that is compared within it opens without a flicker, and what
/// is wrong with the arguments is said without taking the screen first.
const PATIENCE: Duration = Duration::from_millis(50);

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
    signs: Signs,
    mouse: bool,
    theme: Theme,
    size: (u16, u16),
    trouble: Option<Trouble<E>>,
}

/// Shows what `work` compares until the reader leaves; the terminal is given back whatever happens.
///
/// `work` runs on a thread of its own, so that the reader sees at once what is being read
/// (`sources`) and can leave at any time; it is given a function that tells how far it has come.
pub fn run<E: Send + 'static>(
    sources: Vec<String>,
    work: impl FnOnce(&mut dyn FnMut(Stage)) -> Result<Comparison, E> + Send + 'static,
    options: Options,
) -> Result<(), Trouble<E>> {
    let signs = if options.ascii {
        Signs::ASCII
    } else {
        Signs::UNICODE
    };
    let mut program = Program {
        shown: Shown::Reading(Reading {
            sources,
            stage: None,
        }),
        signs,
        mouse: options.mouse,
        theme: Theme::new(options.palette),
        size: (80, 24),
        trouble: None,
    };
    let inbox = Inbox::default();
    let tell = inbox.teller();
    thread::spawn(move || {
        let work = || work(&mut |stage| tell(News::Stage(stage)));
        let done = panic::catch_unwind(AssertUnwindSafe(work));
        tell(done.map_or(News::BrokeOff, |done| News::Done(Box::new(done))));
    });
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

impl<E> Program<E> {
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
            (News::Done(done), _) => match *done {
                Ok(story) => {
                    let (width, height) = self.size;
                    let mut model = Model::new(Arc::new(story), self.signs, width, height);
                    model.mouse = self.mouse;
                    self.shown = Shown::Story(Box::new(model));
                }
                Err(error) => return self.fail(Trouble::Work(error)),
            },
        }
        Effect::None
    }

    fn fail(&mut self, trouble: Trouble<E>) -> Effect {
        self.trouble = Some(trouble);
        Effect::Quit
    }
}

impl<E: Send + 'static> App for Program<E> {
    type News = News<E>;

    fn take(&mut self, input: Input<News<E>>) -> Effect {
        match input {
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
        }
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
