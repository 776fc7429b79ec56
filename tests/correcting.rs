//! The keys that correct: what they do to the model, and that nothing is lost.

use crate::corrections::{compared, find, three};
use crate::support::screen::{drawn, glyphs};
use crate::walks::{check, messages};
use parallax::load::{self, Loaded};
use parallax::model::{
    Article, ArticleId, Comparison, Corrections, Row, RowVerdict, SentenceId, Settings,
};
use parallax::pipeline::{Work, compare_telling};
use parallax::tui::state::{Item, Kept, Mode, keymap};
use parallax::tui::{Effect, Key, Message, Model, Palette, Signs, renew, saved, update};
use proptest::prelude::*;
use std::sync::Arc;

/// The program without its terminal and files.
pub(crate) struct Reader {
    pub(crate) model: Model,
    work: Work,
    /// Whether files can be written.
    writes: bool,
    quit: bool,
}

impl Reader {
    pub(crate) fn new() -> Self {
        Self::of(three())
    }

    pub(crate) fn of(articles: Vec<Article>) -> Self {
        let mut work = Work::new(Loaded {
            articles,
            ..Loaded::default()
        });
        let (none, usual) = (Corrections::default(), Settings::default());
        let story = work.compare(&none, &usual, &mut |_| {});
        let mut model = Model::new(Arc::new(story), Signs::UNICODE, 118, 40);
        "story.parallax.toml".clone_into(&mut model.desk.file);
        Self {
            model,
            work,
            writes: true,
            quit: false,
        }
    }

    fn save(&mut self) {
        let done = if self.writes {
            Ok(())
        } else {
            Err("the disk is full".to_owned())
        };
        let effect = saved(&mut self.model, done);
        self.quit |= effect == Effect::Quit;
    }

    /// The thresholds that the reader wants.
    fn settings(&self) -> Settings {
        Settings {
            confident: self.model.claim.chance(),
            ..Settings::default()
        }
    }

    fn compare(&mut self) {
        let corrections = Arc::clone(&self.model.desk.corrections);
        let settings = self.settings();
        let story = self.work.compare(&corrections, &settings, &mut |_| {});
        renew(&mut self.model, Arc::new(story));
    }

    fn send(&mut self, message: Message) {
        match update(&mut self.model, message) {
            Effect::Correct => {
                self.save();
                self.compare();
            }
            Effect::Compare => self.compare(),
            Effect::Save => self.save(),
            Effect::Quit => self.quit = true,
            _ => {}
        }
    }

    /// Presses the keys of a script.
    pub(crate) fn press(&mut self, script: &str) -> &mut Self {
        for key in Key::script(script).unwrap() {
            let message = keymap::lookup(&self.model, key);
            self.send(message);
        }
        self
    }

    fn acts(&self) -> Vec<&'static str> {
        let all = self.model.desk.corrections.all().iter();
        all.map(|it| it.words()).collect()
    }

    fn hint(&self) -> &str {
        self.model.hint.as_deref().unwrap_or_default()
    }

    fn screen(&self) -> String {
        glyphs(&drawn(&self.model, Palette::Mono))
    }

    fn row(&self, words: &str) -> &Row {
        row(&self.model.story, words)
    }
}

fn pressed(script: &str) -> Reader {
    let mut reader = Reader::new();
    reader.press(script);
    reader
}

/// The row of the sentence that begins with some words.
fn row<'a>(story: &'a Comparison, words: &str) -> &'a Row {
    story.row(story.row_of(find(story, words)).unwrap())
}

#[test]
fn marks_and_enter_pair_two_passages() {
    let reader = pressed("/bakery<cr>m/bread was<cr>m");
    assert_eq!(reader.model.desk.marked.len(), 2);
    assert!(reader.hint().contains("Enter does"), "{}", reader.hint());
    let reader = pressed("/bakery<cr>m/bread was<cr>m<cr>");
    assert_eq!(reader.acts(), ["paired"]);
    assert_eq!(reader.row("The bakery").cells.len(), 2);
    assert!(reader.hint().contains("told by some"), "{}", reader.hint());
    assert!(reader.model.desk.marked.is_empty() && reader.screen().contains("by hand"));
    assert!(reader.screen().contains("1 correction saved"));
    assert!(pressed("/bakery<cr>m<esc>").model.desk.marked.is_empty());
}

#[test]
fn a_marked_passage_matches_nothing_on_0() {
    let reader = pressed("/crews in<cr>m0");
    assert_eq!(reader.acts(), ["matches nothing"]);
    assert_eq!(reader.row("Ferry crews").cells.len(), 1);
}

#[test]
fn x_takes_the_chosen_sentence_out() {
    let reader = pressed("/crews in<cr>)x");
    let (a, b) = (
        find(&reader.model.story, "Ferry crews"),
        reader.model.sentence(),
    );
    assert_eq!(reader.acts(), ["taken out"]);
    assert_ne!(b, Some(a));
    assert_eq!(reader.row("Ferry crews").cells.len(), 2);
}

#[test]
fn s_splits_a_row_and_joins_it_with_the_marked_one() {
    let reader = pressed("/in all<cr>s");
    assert_eq!(
        (reader.acts(), reader.row("In all, 14").cells.len()),
        (vec!["split"], 1)
    );
    let reader = pressed("/bakery<cr>m/in all<cr>s");
    assert_eq!(reader.acts(), ["joined"]);
    assert_eq!(reader.row("The bakery"), reader.row("In all, 19"));
}

#[test]
fn a_block_goes_and_comes_back() {
    let mut reader = pressed("/bakery<cr>B");
    assert_eq!(reader.acts(), ["set aside"]);
    assert_eq!(reader.model.story.articles[0].furniture().count(), 1);
    // Shown as furniture, the same key brings it back.
    reader.press("<esc>6G");
    assert_eq!(reader.model.item(), Some(Item::Furniture(0)));
    reader.press("B");
    assert_eq!(reader.model.story.articles[0].furniture().count(), 0);
    assert_eq!(reader.acts(), ["taken for the article"]);
    // In the article as read, so does what was taken for the headline.
    let mut reader = pressed("Aggj");
    assert_eq!(reader.model.item(), Some(Item::Block(0)));
    assert!(reader.model.story.articles[0].headline().is_some());
    reader.press("B");
    assert_eq!(reader.model.story.articles[0].headline(), None);
    assert_eq!(reader.acts(), ["taken for the article"]);
}

#[test]
fn a_verdict_is_overridden_with_a_reason_and_given_back() {
    let mut reader = pressed("/in all<cr><esc>o");
    assert_eq!(reader.model.mode, Mode::Judge { at: 0 });
    reader.press("j<cr>counted later<cr>");
    assert_eq!(reader.row("In all, 14").verdict, RowVerdict::Partial);
    let screen = reader.screen();
    assert!(
        screen.contains("by the reader, machine ≠ diverge"),
        "{screen}"
    );
    assert!(screen.contains("counted later"), "{screen}");
    reader.press("ok<cr>");
    assert_eq!(reader.row("In all, 14").verdict, RowVerdict::Diverge);
    assert_eq!(reader.acts(), ["reviewed"]);
}

#[test]
fn a_finding_is_rejected_and_comes_back() {
    let mut reader = pressed("<tab>j");
    let all = reader.model.story.findings.len();
    reader.press("oj<cr>no difference<cr>");
    assert_eq!(reader.acts(), ["finding rejected"]);
    assert_eq!(reader.model.story.findings.len(), all - 1);
    let row = reader.model.story.corrected.rejected[0].finding.row;
    let at = reader.model.places[&row];
    reader.press("<tab><tab>g");
    while reader.model.at < at {
        reader.press("j");
    }
    assert!(reader.screen().contains("no difference"));
    reader.press("o<up><cr>");
    assert_eq!(reader.model.story.findings.len(), all);
}

#[test]
fn r_goes_on_to_the_next_and_what_was_reviewed_can_be_hidden() {
    let mut reader = pressed("jrr");
    assert_eq!(reader.model.story.corrected.reviewed_rows(), 2);
    let here = reader.model.item();
    assert_eq!(here, reader.model.items.get(3).copied());
    reader.press("fk<cr><esc>");
    assert_eq!(reader.model.item(), here);
    assert_eq!(reader.model.items.len(), reader.model.story.rows.len() - 1);
    reader.press("r");
    assert_eq!(reader.model.story.corrected.reviewed_rows(), 3);
    assert_eq!(reader.model.items.len(), reader.model.story.rows.len() - 2);
    reader.press("F");
    assert_eq!(reader.model.items.len(), reader.model.story.rows.len() + 1);
    // Once more takes the mark away.
    reader.press("gjr");
    assert_eq!(reader.model.story.corrected.reviewed_rows(), 2);
}

#[test]
fn notes_are_kept_changed_and_taken_away() {
    let mut reader = pressed("jcask the office<cr>");
    assert!(reader.screen().contains("1 note") && reader.screen().contains("ask the office"));
    reader.press("c again<cr>");
    assert!(reader.screen().contains("ask the office again"));
    assert_eq!(reader.acts(), ["note"]);
    reader.press("c<c-u><cr>");
    assert!(reader.acts().is_empty());
}

#[test]
fn the_reader_stays_at_the_same_passage_on_the_same_line() {
    let mut reader = pressed("/hoteliers<cr><esc>");
    let line = |reader: &Reader| {
        let screen = reader.screen();
        screen
            .lines()
            .position(|line| line.starts_with('▌'))
            .unwrap()
    };
    let (before, place) = (line(&reader), reader.model.sentence());
    reader.press("cfar away<cr>");
    assert_eq!((line(&reader), reader.model.sentence()), (before, place));
    let words = |reader: &Reader| {
        let id = reader.model.sentence().unwrap();
        reader.model.story.sentence(id).to_owned()
    };
    reader.press("/choir<cr><esc>");
    let before = words(&reader);
    // Cut rows elsewhere move rows about.
    reader.press("m0");
    assert_eq!(words(&reader), before);
}

#[test]
fn what_cannot_be_saved_is_said_and_asked_for_before_leaving() {
    let mut reader = Reader::new();
    reader.writes = false;
    reader.press("jr");
    assert!(matches!(&reader.model.desk.kept, Kept::Failed(why) if why.contains("full")));
    assert!(reader.screen().contains("1 correction NOT SAVED"));
    reader.press("q");
    assert!(!reader.quit && reader.screen().contains("save in: story.parallax.toml"));
    reader.press("<esc>");
    assert!(!reader.quit);
    reader.press("Q<c-u>other.toml");
    reader.writes = true;
    reader.press("<cr>");
    assert!(reader.quit && reader.model.desk.file == "other.toml");

    let mut reader = Reader::new();
    reader.writes = false;
    reader.press("jrq<c-c>");
    assert!(reader.quit, "whoever wants to leave all the same may");
}

#[test]
fn corrections_that_do_not_fit_stand_above_the_text() {
    let reader = pressed("/bakery<cr>m0");
    let corrections = &reader.model.desk.corrections;
    let mut articles = three();
    let other = "Harbour opens\n\nThe harbour opened at noon. Nobody came to see it.\n";
    articles[0] = load::article(ArticleId(0), "other.txt", None, other.as_bytes()).unwrap();
    let story = compared(articles, corrections);
    let model = Model::new(Arc::new(story), Signs::UNICODE, 118, 40);
    let screen = glyphs(&drawn(&model, Palette::Mono));
    assert!(
        screen.contains("correction not applied: matches nothing “The bakery by the pier"),
        "{screen}"
    );
    assert!(screen.contains("there is no article of"), "{screen}");
}

#[test]
fn a_corrected_screen() {
    let reader = pressed(
        "/bakery<cr>m/bread was<cr>m<cr><esc>cask the baker<cr>/in all<cr><esc>oj<cr>counted later<cr>/bakery<cr><esc>r(",
    );
    insta::assert_snapshot!(reader.screen());
}

/// What the corrections make of the story, with which the screen must be in step.
fn in_step(reader: &mut Reader) {
    let corrections = Arc::clone(&reader.model.desk.corrections);
    let settings = reader.settings();
    let story = compare_telling(three(), Vec::new(), &settings, &corrections, &mut |_| {});
    assert!(*reader.model.story == story);
    crate::laws::lawful(&story);
    let ids: Vec<SentenceId> = story
        .articles
        .iter()
        .flat_map(Article::sentence_ids)
        .collect();
    assert!(reader.model.desk.marked.iter().all(|id| ids.contains(id)));
}

/// Keys that correct, with what leads to them.
const KEYS: [&str; 18] = [
    "m",
    "x",
    "s",
    "B",
    "r",
    "u",
    "<c-r>",
    "jj",
    "l",
    ")",
    "<cr>",
    "m0",
    "oj<cr>why<cr>",
    "cz<cr>",
    "<tab>",
    "A",
    "6G",
    "fk<cr><esc>",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_pressed_can_be_undone_and_done_again(
        sent in proptest::collection::vec(prop_oneof![
            proptest::sample::select(messages()).prop_map(Ok),
            proptest::sample::select(KEYS.to_vec()).prop_map(Err),
        ], 1..40),
    ) {
        let mut reader = Reader::new();
        for sent in sent {
            match sent {
                Ok(message) => reader.send(message),
                Err(keys) => {
                    reader.press(keys);
                }
            }
            check(&reader.model);
            drawn(&reader.model, Palette::Mono);
        }
        in_step(&mut reader);
        reader.model.mode = Mode::Read;
        let last = Arc::clone(&reader.model.desk.corrections);
        let done = reader.model.desk.done.len();
        for _ in 0..done {
            reader.send(Message::Undo);
        }
        prop_assert_eq!(&*reader.model.desk.corrections, &Corrections::default());
        in_step(&mut reader);
        for _ in 0..done {
            reader.send(Message::Redo);
        }
        prop_assert_eq!(&reader.model.desk.corrections, &last);
    }
}
