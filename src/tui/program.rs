//! The program as the terminal sees it: first what is being read, then the comparison; and what it
//! does beside the screen.

use super::outside::stamps::Stamps;
use super::outside::{clipboard, editor};
use super::runtime::{self, Act, App, Inbox, Input, Teller};
use super::state::message::{Answer, Copied, Opened, Written};
use super::state::{Key, Reading, keymap};
use super::view::reading;
use super::{
    Effect, Job, Keeper, Message, Model, Options, Order, Saved, Signs, Start, Theme, Trouble, Work,
    Write, hear, update, view,
};
use crate::model::{Comparison, Settings};
use crate::pipeline::Stage;
use ratatui::buffer::Buffer;
use std::fmt::Display;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::{Duration, Instant};

/// How long nothing is shown: a story that is compared within it opens without a flicker, and what
/// is wrong with the arguments is said without taking the screen first.
const PATIENCE: Duration = Duration::from_millis(50);
/// How often files that are watched are looked at.
const BEAT: Duration = Duration::from_secs(1);

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
    /// The files and folders that are known to be read, beside those of the articles.
    files: Vec<PathBuf>,
    write: Write<E>,
    keeper: Keeper,
    orders: Sender<Order>,
    options: Options,
    size: (u16, u16),
    /// Whether the articles are being compared.
    busy: bool,
    /// The files as they were when they were read last.
    read: Stamps,
    /// The files as they were when they were looked at last.
    seen: Stamps,
    trouble: Option<Trouble<E>>,
}

/// Shows what a job compares until the reader leaves; the terminal is given back whatever happens.
///
/// The work is done on a thread of its own, so that the reader sees at once what is being read and
/// can leave at any time; it is given a function that tells how far it has come. It is asked again
/// after each correction and for each reload, and the story stays on the screen meanwhile.
pub fn run<E: Display + Send + 'static>(job: Job<E>, options: Options) -> Result<(), Trouble<E>> {
    let inbox = Inbox::default();
    let mut program = Program {
        shown: Shown::Reading(Reading {
            sources: job.sources,
            stage: None,
            close: options.keymap.key_of(Message::Close),
        }),
        files: job.files,
        write: job.write,
        keeper: job.keeper,
        orders: serve(job.work, inbox.teller()),
        options,
        size: (80, 24),
        busy: false,
        read: Stamps::default(),
        seen: Stamps::default(),
        trouble: None,
    };
    program.order(true);
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
fn serve<E: Send + 'static>(mut work: Work<E>, teller: Teller<News<E>>) -> Sender<Order> {
    let (orders, wanted) = mpsc::channel::<Order>();
    thread::spawn(move || {
        while let Ok(mut order) = wanted.recv() {
            while let Ok(later) = wanted.try_recv() {
                let reread = order.reread || later.reread;
                order = Order { reread, ..later };
            }
            let work = || work(&order, &mut |stage| teller.tell(News::Stage(stage)));
            let done = panic::catch_unwind(AssertUnwindSafe(work));
            teller.tell(done.map_or(News::BrokeOff, |done| News::Done(Box::new(done))));
        }
    });
    orders
}

impl<E: Display + Send + 'static> Program<E> {
    /// Has the story compared with what the reader corrected and wants claimed by now, and the
    /// files read before where `reread`; what comes of it is news.
    fn order(&mut self, reread: bool) {
        self.busy = true;
        if reread {
            self.read = Stamps::of(&self.files());
            self.seen = self.read.clone();
        }
        let mut settings = Settings::default();
        let corrections = match &self.shown {
            Shown::Story(model) => {
                settings.confident = model.claim.chance();
                Arc::clone(&model.desk.corrections)
            }
            Shown::Reading(_) => Arc::new(self.keeper.corrections.clone()),
        };
        // Where the thread is gone, its end has been told.
        let _ = self.orders.send(Order {
            corrections,
            settings,
            reread,
        });
    }

    fn save(&mut self) -> Act {
        let Shown::Story(model) = &mut self.shown else {
            return Act::Draw;
        };
        match self.keeper.save(model) {
            Effect::Quit => Act::Quit,
            _ => Act::Draw,
        }
    }

    /// The files that the articles come from, as far as they are known.
    fn files(&self) -> Vec<PathBuf> {
        let mut files = self.files.clone();
        if let Shown::Story(model) = &self.shown {
            let articles = model.story.articles.iter();
            files.extend(articles.map(|it| PathBuf::from(&it.source)));
        }
        files
    }

    fn message(&mut self, message: Message) -> Act {
        let effect = match &mut self.shown {
            Shown::Story(model) => update(model, message),
            Shown::Reading(_) => match message {
                Message::Quit | Message::Close | Message::Back => Effect::Quit,
                Message::Suspend => Effect::Suspend,
                Message::Redraw => Effect::Redraw,
                _ => Effect::None,
            },
        };
        match effect {
            Effect::None => Act::Draw,
            Effect::Redraw => Act::Redraw,
            Effect::Suspend => Act::Suspend,
            Effect::Quit => Act::Quit,
            Effect::Reload if self.busy => Act::Draw,
            Effect::Reload => {
                self.order(true);
                Act::Draw
            }
            Effect::Correct => {
                if let Shown::Story(model) = &mut self.shown {
                    self.keeper.autosave(model);
                }
                self.order(false);
                Act::Draw
            }
            Effect::Compare => {
                self.order(false);
                Act::Draw
            }
            Effect::Save => self.save(),
            Effect::Copy(copied) => self.copy(&copied),
            Effect::Edit(opened) => self.edit(&opened),
            Effect::Write(report) => self.write(&report),
        }
    }

    fn answer(&mut self, answer: Answer) -> Act {
        if let Shown::Story(model) = &mut self.shown {
            hear(model, answer);
        }
        Act::Draw
    }

    fn told(&mut self, text: impl Into<String>) -> Act {
        self.answer(Answer::Told(text.into()))
    }

    fn copy(&mut self, copied: &Copied) -> Act {
        let (what, carrier) = (copied.what, self.options.place.clipboard);
        if let Some(sequence) = carrier.sequence(&copied.text) {
            self.told(format!("{what}: copied {}", carrier.told()));
            return Act::Send(sequence);
        }
        match clipboard::append(Path::new("."), &copied.text) {
            Ok(file) => {
                let file = file.file_name().unwrap_or_default().to_string_lossy();
                self.told(format!("{what}: added to the file {file}"))
            }
            Err(error) => self.told(format!(
                "{what}: not copied, no file can be written: {error}"
            )),
        }
    }

    fn edit(&mut self, opened: &Opened) -> Act {
        if !Path::new(&opened.file).is_file() {
            return self.told(format!("{}: there is no such file any more", opened.file));
        }
        let editor = self.options.place.editor.as_deref();
        Act::Hand(editor::command(editor, &opened.file, opened.line))
    }

    /// Goes on after the reader was in the editor.
    fn edited(&mut self, ended: Result<(), String>) -> Act {
        if let Err(why) = ended {
            return self.told(format!(
                "the editor did not do: {why}; $VISUAL or $EDITOR names it"
            ));
        }
        if Stamps::of(&self.files()) == self.read {
            return self.told("nothing was changed");
        }
        let Shown::Story(model) = &self.shown else {
            return Act::Draw;
        };
        let key = model.key(Message::Reload);
        self.told(format!("a file has changed: {key} reads it again"))
    }

    fn write(&mut self, report: &Written) -> Act {
        let Shown::Story(model) = &self.shown else {
            return Act::Draw;
        };
        let file = Path::new(&report.file);
        let answer = match (self.write)(&model.story, file, report.overwrite) {
            Ok(Saved::Written) => Answer::Told(format!("written: {}", report.file)),
            Ok(Saved::Exists) => Answer::Exists(report.file.clone()),
            Err(why) => Answer::Told(format!("{why:#}")),
        };
        self.answer(answer)
    }

    /// Reads changed files again, once they have been left alone for a beat.
    fn look(&mut self) -> Act {
        let now = Stamps::of(&self.files());
        let quiet = now == self.seen;
        self.seen = now;
        if quiet && self.seen != self.read && !self.busy {
            self.order(true);
        }
        Act::Draw
    }

    /// What a key asks for; while nothing is compared, those that leave do.
    fn key(&self, key: Key) -> Message {
        match &self.shown {
            Shown::Story(model) => keymap::lookup(model, key),
            Shown::Reading(_) => {
                let bound = self.options.keymap.bound(keymap::Context::Text, key);
                bound.map_or(Message::Unbound(key), |binding| binding.message)
            }
        }
    }

    fn news(&mut self, news: News<E>) -> Act {
        if !matches!(news, News::Stage(_)) {
            self.busy = false;
        }
        match (news, &mut self.shown) {
            (News::Stage(stage), Shown::Reading(reading)) => reading.stage = Some(stage),
            (News::Stage(_), Shown::Story(_)) => {}
            (News::Done(done), Shown::Reading(_)) => match *done {
                Ok(story) => {
                    self.shown = Shown::Story(Box::new(self.opened(story)));
                    // Only now all of the files are known.
                    self.read = Stamps::of(&self.files());
                    self.seen = self.read.clone();
                }
                Err(error) => return self.fail(Trouble::Work(error)),
            },
            (News::Done(done), Shown::Story(_)) => {
                return match *done {
                    Ok(story) => {
                        let act = self.answer(Answer::Compared(Arc::new(story)));
                        self.read = Stamps::of(&self.files());
                        act
                    }
                    Err(error) => self.told(format!("not read again: {error:#}")),
                };
            }
            (News::BrokeOff, Shown::Reading(_)) => return self.fail(Trouble::BrokeOff),
            (News::BrokeOff, Shown::Story(_)) => {
                return self.told("not compared again: this is a fault of parallax");
            }
        }
        Act::Draw
    }

    /// The model that a story is opened with.
    fn opened(&self, story: Comparison) -> Model {
        let (width, height) = self.size;
        let mut model = Model::new(Arc::new(story), self.signs(), width, height);
        model.mouse = self.options.mouse;
        model.palette = self.options.palette;
        model.keymap = self.options.keymap.clone();
        match self.options.start {
            Some(Start::Layout(layout)) => model.layout = Some(layout),
            Some(Start::View(view)) => {
                update(&mut model, Message::View(view));
            }
            None => {}
        }
        update(&mut model, Message::Size(width, height));
        model.hint = None;
        self.keeper.take_up(&mut model);
        model
    }

    fn signs(&self) -> Signs {
        if self.options.ascii {
            Signs::ASCII
        } else {
            Signs::UNICODE
        }
    }

    fn fail(&mut self, trouble: Trouble<E>) -> Act {
        self.trouble = Some(trouble);
        Act::Quit
    }
}

impl<E: Display + Send + 'static> App for Program<E> {
    type News = News<E>;

    fn take(&mut self, input: Input<News<E>>) -> Act {
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
            Input::Beat => self.look(),
            Input::Handed(ended) => self.edited(ended),
        }
    }

    fn beat(&self) -> Option<Duration> {
        self.options.watch.then_some(BEAT)
    }

    fn mouse(&self) -> bool {
        matches!(&self.shown, Shown::Story(model) if model.mouse)
    }

    fn draw(&self, buffer: &mut Buffer) {
        match &self.shown {
            Shown::Reading(what) => {
                let theme = Theme::new(self.options.palette);
                reading(what, self.signs(), theme, buffer);
            }
            Shown::Story(model) => view(model, Theme::new(model.palette), buffer),
        }
    }
}
