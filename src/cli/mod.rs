//! The command line: what was typed in, output and exit status out.
//!
//! The only layer that knows the environment, standard output and exit statuses: 0 done, 1
//! differences were found and asked after, 2 trouble. Whoever stops reading the output has had
//! enough, so a broken pipe is no trouble.

mod agreement;
mod args;
mod batch;
mod config;
mod error;
mod options;
mod output;
mod screen;
mod session;
mod texts;

use crate::load::{self, LoadError, Origin, Source};
use crate::model::{
    Article, ArticleId, Comparison, Corrections, SentenceId, Settings, Vocabulary, Warning,
};
use crate::pipeline;
use crate::report::{self, Format, Sheet};
use crate::{align, correct, facts, train};
use args::{Cli, Command, Form};
use clap::{CommandFactory, Parser};
use config::Preferences;
use error::{Error, printable};
use options::Surroundings;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

/// How a command ended that had no trouble.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// As it should.
    Done,
    /// It found the differences that it was to report by its exit status.
    Differences,
    /// Some of its files could not be read; that has been said.
    Incomplete,
}

impl Outcome {
    const fn status(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Differences => 1,
            Self::Incomplete => 2,
        }
    }
}

/// Runs the command line of this process.
pub fn main() -> ExitCode {
    let mut out = io::BufWriter::new(io::stdout());
    ExitCode::from(run(std::env::args_os(), &mut out, &mut io::stderr()))
}

/// Does what `args` (the program's name first) ask for and gives the exit status.
pub fn run(
    args: impl IntoIterator<Item = OsString>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    let done = match Cli::try_parse_from(args) {
        Ok(cli) => obey(cli, out, err),
        Err(error) => return usage(&error, out, err),
    };
    match done.and_then(|outcome| Ok(out.flush().map(|()| outcome)?)) {
        Ok(outcome) => outcome.status(),
        Err(error) if error.is_broken_pipe() => 0,
        Err(error) => {
            // Where not even stderr can be written to, the exit status says it all.
            let _ = writeln!(err, "{error}");
            2
        }
    }
}

/// Prints help where it was asked for, and what is wrong with the arguments where not.
fn usage(error: &clap::Error, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    let asked_for = !error.use_stderr();
    let say = |to: &mut dyn Write| write!(to, "{}", error.render()).and_then(|()| to.flush());
    let written = if asked_for { say(out) } else { say(err) };
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => 2,
        _ if asked_for => 0,
        _ => 2,
    }
}

fn obey(mut cli: Cli, out: &mut dyn Write, err: &mut dyn Write) -> Result<Outcome, Error> {
    let here = Surroundings::of_process();
    let preferences = Preferences::read(&mut cli, here, &options::variable)?;
    match cli.command {
        None if cli.screen.linear => screen::aloud(&cli, &preferences, out, err),
        None if here.terminal => screen::view(&cli, &preferences),
        None => {
            let sources = sources(&cli.articles);
            let (corrections, kept_in) = session::read(&cli.session, &sources)?;
            let settings = Settings::default();
            let words = preferences.words();
            let mut comparison = compare(&sources, words, settings, &corrections, err)?;
            comparison.corrected.kept_in = kept_in;
            let look = here.look(&cli.look, false);
            report::write(&comparison, report::Format::Text, &look, out)?;
            Ok(Outcome::Done)
        }
        Some(Command::Report(typed)) => print_report(&typed, &preferences, here, out, err),
        Some(Command::Inspect(typed)) => inspect(&typed, preferences.words(), here, out, err),
        Some(Command::Batch(typed)) => batch::run(&typed, out, err),
        Some(Command::Agreement(typed)) => agreement::run(&typed, here, out),
        Some(Command::Train(typed)) => fit(&typed, out),
        Some(Command::Schema) => {
            out.write_all(report::SCHEMA.as_bytes())?;
            Ok(Outcome::Done)
        }
        Some(Command::Config(_)) => {
            preferences.write(out)?;
            Ok(Outcome::Done)
        }
        Some(Command::Completions { shell }) => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "parallax", &mut script);
            out.write_all(&script)?;
            Ok(Outcome::Done)
        }
        Some(Command::Man { command }) => {
            man(command.as_deref(), out)?;
            Ok(Outcome::Done)
        }
    }
}

/// Reads the articles and compares them, with a reader's corrections; what was wrong with single
/// files goes to `err`.
fn compare(
    sources: &[Source],
    words: &Vocabulary,
    settings: Settings,
    corrections: &Corrections,
    err: &mut dyn Write,
) -> Result<Comparison, Error> {
    let loaded = load::load_telling(sources, words, &mut |_, _| {})?;
    let doubts = correct::doubts(&loaded.articles, corrections);
    for warning in loaded.warnings.iter().chain(&doubts) {
        warn(warning, err);
    }
    let (articles, warnings) = (loaded.articles, loaded.warnings);
    let told = &mut |_| {};
    Ok(pipeline::compare_telling(
        articles,
        warnings,
        &settings,
        corrections,
        told,
    ))
}

/// The settings that the engine was measured with, but for what was typed.
fn settings(typed: &args::Bounds) -> Settings {
    let measured = Settings::default();
    Settings {
        confident: typed.claim_from.unwrap_or(measured.confident),
        min_score: typed.min_score.unwrap_or(measured.min_score),
        ..measured
    }
}

/// The sources that were typed, with where their pages are kept.
fn sources(typed: &args::Articles) -> Vec<Source> {
    let parsed = typed.names.iter().map(|name| Source::parse(name));
    let placed = parsed.map(|mut source| {
        if let Origin::Web(address) = &mut source.origin {
            address.again = typed.fetch_again;
            if let Some(folder) = &typed.pages {
                address.folder.clone_from(folder);
            }
        }
        source
    });
    placed.collect()
}

fn warn(warning: &Warning, err: &mut dyn Write) {
    let text = match &warning.source {
        Some(source) => format!("{source}: {}", warning.text),
        None => warning.text.clone(),
    };
    // A warning that cannot be shown stands in the report all the same.
    let _ = writeln!(err, "parallax: warning: {}", printable(&text));
}

fn print_report(
    typed: &args::Report,
    preferences: &Preferences,
    here: Surroundings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Outcome, Error> {
    let file = typed.output.as_deref();
    if let Some(file) = file {
        output::check(file, typed.force)?;
    }
    let format = format(typed)?;
    let sources = sources(&typed.articles);
    let (corrections, kept_in) = session::read(&typed.session, &sources)?;
    let settings = settings(&typed.bounds);
    let words = preferences.words();
    let mut comparison = compare(&sources, words, settings, &corrections, err)?;
    comparison.corrected.kept_in = kept_in;
    let look = report::Look {
        only: typed.kinds(),
        judged: typed.judged(),
        with_text: typed.with_text,
        ..here.look(&typed.look, file.is_some())
    };
    let print = |out: &mut dyn Write| match sheet(typed) {
        Some(sheet) => report::write_sheet(&comparison, sheet, format, &look, out),
        None if typed.summary => report::write_summary(&comparison, format, &look, out),
        None => report::write(&comparison, format, &look, out),
    };
    match file {
        Some(file) => {
            let mut text = Vec::new();
            print(&mut text)?;
            output::write(file, &text, typed.force)?;
        }
        None => print(out)?,
    }
    let differs = typed.exit_code && look.findings(&comparison).next().is_some();
    let fails = comparison
        .findings
        .iter()
        .any(|finding| typed.fail_on.contains(&finding.kind));
    Ok(if differs || fails {
        Outcome::Differences
    } else {
        Outcome::Done
    })
}

/// The format that was asked for, or that the file's name says.
fn format(typed: &args::Report) -> Result<Format, Error> {
    let guessed = typed.output.as_deref().and_then(Format::of_path);
    let asked = typed.format.map(Format::from);
    let format = asked.or(guessed).unwrap_or_default();
    let for_people = ![Format::Json, Format::Csv].contains(&format);
    if sheet(typed).is_some() && !for_people {
        return Err(
            Error::new("a teaching sheet is for people, not for programs")
                .hint("choose --format text, markdown or html"),
        );
    }
    Ok(format)
}

/// The teaching sheet that was asked for.
fn sheet(typed: &args::Report) -> Option<Sheet> {
    match (typed.worksheet, typed.key) {
        (true, _) => Some(Sheet::Worksheet),
        (_, true) => Some(Sheet::Key),
        _ => None,
    }
}

/// Shows how files are read; one that cannot be is said to be so and does not stop the others.
fn inspect(
    typed: &args::Inspect,
    words: &Vocabulary,
    here: Surroundings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Outcome, Error> {
    if let Some(pair) = typed.why {
        return why(typed, words, pair, here, out, err);
    }
    let mut articles: Vec<Article> = Vec::new();
    let mut outcome = Outcome::Done;
    let sources = sources(&typed.articles);
    let piped = sources.iter().filter(|it| it.origin == Origin::Stdin);
    if piped.count() > 1 {
        return Err(LoadError::StdinTwice.into());
    }
    let read = if typed.body_only {
        load::read_blocks
    } else {
        load::read
    };
    for read in sources.iter().flat_map(|source| read(source, words)) {
        match read {
            Ok(article) => articles.push(article),
            Err(error) => {
                let _ = writeln!(err, "{}", Error::from(error));
                outcome = Outcome::Incomplete;
            }
        }
    }
    for (article, id) in articles.iter_mut().zip(0..) {
        article.id = ArticleId(id);
    }
    let (corrections, kept_in) = session::read(&typed.session, &sources)?;
    let mut warnings = correct::doubts(&articles, &corrections);
    warnings.extend(kept_in.map(|file| Warning {
        source: Some(file),
        text: "what these corrections say of blocks is applied".to_owned(),
    }));
    let (articles, _) = correct::plan(articles, &corrections);
    if typed.body_only {
        if typed.format != Form::Text {
            return Err(Error::new("--body-only prints plain text").hint("leave out --format"));
        }
        for warning in articles.iter().flat_map(load::notes) {
            warn(&warning, err);
        }
        report::bodies(&articles, out)?;
        return Ok(outcome);
    }
    let found = facts::find(&articles);
    let look = report::Look {
        with_text: typed.with_text,
        ..here.look(&typed.look, false)
    };
    report::inspect(
        &articles,
        &found,
        &warnings,
        typed.format.into(),
        &look,
        out,
    )?;
    Ok(outcome)
}

/// Says why two sentences are linked or not.
fn why(
    typed: &args::Inspect,
    words: &Vocabulary,
    pair: (SentenceId, SentenceId),
    here: Surroundings,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Outcome, Error> {
    let sources = sources(&typed.articles);
    let (corrections, _) = session::read(&typed.session, &sources)?;
    let comparison = compare(&sources, words, Settings::default(), &corrections, err)?;
    let articles = &comparison.articles;
    for id in [pair.0, pair.1] {
        let article = articles.get(id.article.index());
        let sentences = article.map_or(0, |article| article.sentences.len());
        if id.index as usize >= sentences {
            let there = match article {
                Some(article) => format!("{} has {sentences}", article.outlet),
                None => format!("there are {} articles", articles.len()),
            };
            return Err(Error::new(format!("there is no sentence {id}: {there}"))
                .hint("“parallax inspect” lists the sentences with their names"));
        }
    }
    let explanation = align::explain(articles, &comparison.facts, pair);
    let look = here.look(&typed.look, false);
    let format = typed.format.into();
    report::why(&comparison, pair, explanation.as_ref(), format, &look, out)?;
    Ok(Outcome::Done)
}

/// Fits the model that pairs sentences.
fn fit(typed: &args::Train, out: &mut dyn Write) -> Result<Outcome, Error> {
    if let Some(file) = &typed.output {
        output::check(file, typed.force)?;
    }
    let plan = train::Plan {
        folds: usize::from(typed.folds),
        ablate: typed.ablate,
    };
    let trained = train::train(&typed.folder, plan).map_err(|error| {
        Error::new(error.to_string()).hint("“parallax train --help” says what a story is")
    })?;
    out.write_all(trained.measured.as_bytes())?;
    match &typed.output {
        Some(file) => output::write(file, trained.model.as_bytes(), typed.force)?,
        None => write!(out, "\n{}", trained.model)?,
    }
    Ok(Outcome::Done)
}

/// The manual page of the program or of one of its commands.
fn man(command: Option<&str>, out: &mut dyn Write) -> io::Result<()> {
    let mut program = Cli::command();
    program.build();
    let page = command
        .and_then(|name| program.find_subcommand(name))
        .unwrap_or(&program);
    let mut text = Vec::new();
    clap_mangen::Man::new(page.clone()).render(&mut text)?;
    out.write_all(&text)
}
