//! A story read in the terminal: in the split view, or line by line.

use super::args::Cli;
use super::config::Preferences;
use super::error::Error;
use super::{Outcome, compare, output, session, sources};
use crate::load::{self, Origin, Source};
use crate::model::{Settings, Vocabulary};
use crate::pipeline::{Stage, Work};
use crate::{linear, report, tui};
use std::io::{self, IsTerminal, Write};

/// Says one finding at a time.
pub(super) fn aloud(
    cli: &Cli,
    preferences: &Preferences,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Outcome, Error> {
    let sources = sources(&cli.articles);
    if sources.iter().any(|it| it.origin == Origin::Stdin) {
        return Err(Error::new(
            "--linear takes commands from standard input, so no article can come from there",
        )
        .hint("name a file instead of “-”"));
    }
    let (corrections, _) = session::read(&cli.session, &sources)?;
    let words = preferences.words();
    let comparison = compare(&sources, words, Settings::default(), &corrections, err)?;
    let asks = io::stdin().is_terminal();
    linear::run(&comparison, asks, &mut io::stdin().lock(), out)?;
    Ok(Outcome::Done)
}

/// Opens the split view.
pub(super) fn view(cli: &Cli, preferences: &Preferences) -> Result<Outcome, Error> {
    let sources = sources(&cli.articles);
    let paths = sources.iter().filter_map(|it| match &it.origin {
        Origin::Path(path) => Some([path.clone(), path.join(load::STORY)]),
        _ => None,
    });
    let job = tui::Job {
        sources: cli.articles.names.clone(),
        files: paths.flatten().collect(),
        keeper: keeper(cli, &sources)?,
        work: work(sources, preferences.words().clone())?,
        write: writer(preferences),
    };
    let options = preferences.options();
    tui::run(job, options).map_err(|trouble| match trouble {
        tui::Trouble::Work(error) => error,
        tui::Trouble::BrokeOff => {
            Error::new("the comparison broke off: this is a fault of parallax")
        }
        tui::Trouble::Terminal(error) => {
            Error::new(format!("the terminal cannot be used: {error}"))
                .hint("“parallax report” prints the same without it")
        }
    })?;
    Ok(Outcome::Done)
}

/// Keeps what the reader corrects.
fn keeper(cli: &Cli, sources: &[Source]) -> Result<tui::Keeper, Error> {
    let (session, corrections) = session::open(&cli.session, sources)?.unzip();
    Ok(tui::Keeper {
        session,
        corrections: corrections.unwrap_or_default(),
    })
}

/// Reads the sources and compares them, as often as it is asked to.
fn work(mut sources: Vec<Source>, words: Vocabulary) -> Result<tui::Work<Error>, Error> {
    // Standard input may be the keyboard: it is read before the terminal is taken.
    let piped = sources.iter().any(|it| it.origin == Origin::Stdin);
    let before = piped.then(|| load::load_telling(&sources, &words, &mut |_, _| {}));
    let before = before.transpose()?;
    let mut work = before.map(Work::new);
    let mut begun = false;
    Ok(Box::new(
        move |order: &tui::Order, tell: &mut dyn FnMut(Stage)| {
            let again = order.reread && std::mem::replace(&mut begun, true);
            let work = match &mut work {
                Some(_) if piped && again => {
                    return Err(Error::new("standard input cannot be read again"));
                }
                Some(work) if piped || !again => work,
                stale => {
                    let told = &mut |read, of| tell(Stage::Reading { read, of });
                    let loaded = load::load_telling(&sources, &words, told)?;
                    for source in &mut sources {
                        // What is wanted anew is fetched once.
                        if let Origin::Web(address) = &mut source.origin {
                            address.again = false;
                        }
                    }
                    stale.insert(Work::new(loaded))
                }
            };
            Ok(work.compare(&order.corrections, &order.settings, tell))
        },
    ))
}

/// Writes reports from inside the split view, in the form that the file's ending asks for.
fn writer(preferences: &Preferences) -> tui::Write<Error> {
    let look = preferences.file_look();
    Box::new(move |comparison, file, overwrite| {
        let format = report::Format::of_path(file).ok_or_else(|| {
            let endings = report::Format::ENDINGS.map(|(ending, _)| format!(".{ending}"));
            let endings = endings.join(", ");
            Error::new(format!("{}: a report ends in {endings}", file.display()))
        })?;
        if file.is_file() && !overwrite {
            return Ok(tui::Saved::Exists);
        }
        output::check(file, overwrite)?;
        let mut text = Vec::new();
        report::write(comparison, format, &look, &mut text)?;
        output::write(file, &text, overwrite)?;
        Ok(tui::Saved::Written)
    })
}
