//! What was typed.

use super::texts::{
    ABOUT, AGREEMENT_HELP, ARTICLES_HELP, CONFIG_HELP, EXAMPLES, REPORT_EXAMPLES, STORIES_HELP,
    TRAIN_HELP,
};
use crate::model::{FindingKind, SentenceId, Settings};
use crate::report::Judged;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};
use std::path::PathBuf;

/// The command line.
#[derive(Debug, Parser)]
#[command(
    name = "parallax",
    version,
    about = ABOUT,
    long_about = format!("{ABOUT}\n\n{ARTICLES_HELP}"),
    after_help = EXAMPLES,
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    disable_help_subcommand = true,
    max_term_width = 100
)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub articles: Articles,
    #[command(flatten)]
    pub session: SessionArgs,
    #[command(flatten)]
    pub look: LookArgs,
    #[command(flatten)]
    pub screen: ScreenArgs,
}

/// What to do, where it is not to open the split view.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print what the articles agree on, tell differently, and leave out
    #[command(after_help = format!("{REPORT_EXAMPLES}\n\n{ARTICLES_HELP}"))]
    Report(Report),
    /// Print how files were read: metadata, sentences, quotes, facts, and what was set aside
    #[command(after_help = ARTICLES_HELP)]
    Inspect(Inspect),
    /// Compare many stories: a story a line in, a JSON report a line out
    #[command(after_help = STORIES_HELP)]
    Batch(Batch),
    /// Measure how far two readers agree who corrected the same comparison
    #[command(after_help = AGREEMENT_HELP)]
    Agreement(Agreement),
    /// Fit the model that pairs sentences to annotated stories, and measure it
    #[command(after_help = TRAIN_HELP)]
    Train(Train),
    /// Print the JSON Schema of the JSON report
    Schema,
    /// Print the options and keys in force, and where each comes from
    #[command(after_help = CONFIG_HELP)]
    Config(Config),
    /// Print a completion script for a shell
    Completions {
        /// The shell to complete for
        shell: clap_complete::Shell,
    },
    /// Print the manual page, of one command if it is named
    Man {
        /// The command
        #[arg(value_parser = ["report", "inspect", "batch", "agreement", "train", "schema", "config", "completions", "man"])]
        command: Option<String>,
    },
}

/// The articles to compare.
#[derive(Debug, Args)]
pub(super) struct Articles {
    /// Article files, folders, web addresses, "-", or NAME=ARTICLE
    #[arg(value_name = "ARTICLE", required = true, value_hint = ValueHint::AnyPath)]
    pub names: Vec<String>,
    /// Keep fetched web pages in this folder and read them from there [default: parallax-pages]
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub pages: Option<PathBuf>,
    /// Fetch web pages even if they are kept already
    #[arg(long)]
    pub fetch_again: bool,
}

/// Where a reader's corrections are kept.
#[derive(Debug, Args)]
pub(super) struct SessionArgs {
    /// Go by the corrections in this file [default: NAME.parallax.toml beside the articles]
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub session: Option<PathBuf>,
    /// Go by no corrections
    #[arg(long, conflicts_with = "session")]
    pub no_session: bool,
}

/// How the output looks.
#[derive(Debug, Default, Args)]
pub(super) struct LookArgs {
    /// When to use colours.
    #[arg(
        long,
        value_name = "WHEN",
        visible_alias = "colour",
        help = "When to use colours; auto heeds NO_COLOR and CLICOLOR [default: auto]"
    )]
    pub color: Option<When>,
    /// The longest line of printed text, in columns [default: 80, less in a narrower terminal]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(20..))]
    pub width: Option<u16>,
    /// Draw lines and signs in ASCII, as is done where the locale is not UTF-8
    #[arg(long)]
    pub ascii: bool,
    /// Read options and keys from this file instead of the one in the settings folder
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub config: Option<PathBuf>,
}

/// How the split view is drawn.
#[derive(Debug, Default, Args)]
pub(super) struct ScreenArgs {
    /// The theme: dark, light, colour-blind, high-contrast, mono, or auto for dark or light
    #[arg(long, value_name = "NAME")]
    pub theme: Option<String>,
    /// What to begin with: split, unified, stacked, matrix, or auto for what fits
    #[arg(long, value_name = "NAME")]
    pub layout: Option<String>,
    /// Say one finding at a time in plain lines, for screen readers; commands are typed as lines
    #[arg(long)]
    pub linear: bool,
    /// Read files that change again without being asked
    #[arg(long)]
    pub watch: bool,
    /// Whether the mouse is listened to: on or off
    #[arg(long, value_name = "WHEN")]
    pub mouse: Option<String>,
}

/// `parallax config`.
#[derive(Debug, Args)]
pub(super) struct Config {
    #[command(flatten)]
    pub look: LookArgs,
    #[command(flatten)]
    pub screen: ScreenArgs,
}

/// `parallax report`.
#[derive(Debug, Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(super) struct Report {
    #[command(flatten)]
    pub articles: Articles,
    #[command(flatten)]
    pub session: SessionArgs,
    /// The form of the report [default: by the ending of --output's FILE, else text]
    #[arg(short, long, value_name = "FORMAT")]
    pub format: Option<Format>,
    /// Write to a file (.txt, .md, .html, .json, .csv) instead of standard output
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
    /// Let --output overwrite an existing file
    #[arg(long, requires = "output")]
    pub force: bool,
    #[command(flatten)]
    pub look: LookArgs,
    /// Show findings of these kinds only, and the passages with them; or those that you reviewed
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_parser = chosen())]
    pub only: Vec<Only>,
    #[command(flatten)]
    pub bounds: Bounds,
    /// Exit with 1 if there is any finding (of those shown)
    #[arg(long)]
    pub exit_code: bool,
    /// Exit with 1 if there is a finding of one of these kinds (as for --only)
    #[arg(
        long,
        value_name = "KIND",
        value_delimiter = ',',
        value_parser = kinds(),
        hide_possible_values = true
    )]
    pub fail_on: Vec<FindingKind>,
    /// Print the counts only: in one line, with a table of the outlets where the format has tables
    #[arg(long)]
    pub summary: bool,
    /// Print a teaching sheet instead: the passages side by side, with room to mark what differs
    #[arg(long, conflicts_with_all = ["summary", "key"])]
    pub worksheet: bool,
    /// Print the answers to the teaching sheet
    #[arg(long, conflicts_with = "summary")]
    pub key: bool,
    /// Put each article's cleaned text, to which the spans refer, into the JSON report
    #[arg(long)]
    pub with_text: bool,
}

/// From which chance on links count.
#[derive(Debug, Args)]
pub(super) struct Bounds {
    /// Claim that two passages state the same from this chance on, 0.2 to 1 [default: 0.5]
    #[arg(long, value_name = "X", value_parser = claim)]
    pub claim_from: Option<f64>,
    /// List links down to this score, 0 to 1, in the JSON report; 0 lists all candidates
    #[arg(long, value_name = "X", value_parser = score)]
    pub min_score: Option<f64>,
}

/// `parallax inspect`.
#[derive(Debug, Args)]
pub(super) struct Inspect {
    #[command(flatten)]
    pub articles: Articles,
    #[command(flatten)]
    pub session: SessionArgs,
    /// Compare the articles and say why two sentences are linked or not
    #[arg(long, value_name = "A3:B5", value_parser = pair)]
    pub why: Option<(SentenceId, SentenceId)>,
    /// The form of the output
    #[arg(short, long, value_name = "FORMAT", default_value = "text")]
    pub format: Form,
    #[command(flatten)]
    pub look: LookArgs,
    /// Put each article's cleaned text, to which the spans refer, into the JSON
    #[arg(long)]
    pub with_text: bool,
    /// Print the paragraphs of the article and nothing else
    #[arg(long, conflicts_with = "with_text")]
    pub body_only: bool,
}

/// `parallax batch`.
#[derive(Debug, Args)]
pub(super) struct Batch {
    /// A file of stories in JSON Lines, or "-"
    #[arg(value_name = "STORIES", default_value = "-", value_hint = ValueHint::FilePath)]
    pub stories: String,
    /// Go by no corrections, though they stand beside a story's articles
    #[arg(long)]
    pub no_session: bool,
    #[command(flatten)]
    pub bounds: Bounds,
    /// Put each article's cleaned text, to which the spans refer, into the reports
    #[arg(long)]
    pub with_text: bool,
}

/// `parallax agreement`.
#[derive(Debug, Args)]
pub(super) struct Agreement {
    /// The corrections of one reader
    #[arg(value_name = "A.toml", value_hint = ValueHint::FilePath)]
    pub first: PathBuf,
    /// The corrections of the other
    #[arg(value_name = "B.toml", value_hint = ValueHint::FilePath)]
    pub second: PathBuf,
    /// The form of the output
    #[arg(short, long, value_name = "FORMAT", default_value = "text")]
    pub format: Form,
    /// Write to a file instead of standard output
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
    /// Let --output overwrite an existing file
    #[arg(long, requires = "output")]
    pub force: bool,
    /// Exit with 1 if there is any disagreement
    #[arg(long)]
    pub exit_code: bool,
    #[command(flatten)]
    pub look: LookArgs,
}

/// `parallax train`.
#[derive(Debug, Args)]
pub(super) struct Train {
    /// A folder with a folder for each story
    #[arg(value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    pub folder: PathBuf,
    /// In how many parts the stories are split for cross-validation
    #[arg(long, value_name = "N", default_value = "10", value_parser = clap::value_parser!(u8).range(2..))]
    pub folds: u8,
    /// Measure the model without each kind of evidence, too
    #[arg(long)]
    pub ablate: bool,
    /// Write the weights to a file
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
    /// Let --output overwrite an existing file
    #[arg(long, requires = "output")]
    pub force: bool,
}

/// When to do a thing that depends on the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum When {
    Auto,
    Always,
    Never,
}

/// The form of printed output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    Text,
    Json,
}

/// The form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Text,
    Markdown,
    Html,
    Json,
    Csv,
}

impl Report {
    /// The kinds of findings that are asked for; none for all.
    pub(super) fn kinds(&self) -> Vec<FindingKind> {
        let kinds = self.only.iter().filter_map(|only| match only {
            Only::Kind(kind) => Some(*kind),
            Only::Judged(_) => None,
        });
        kinds.collect()
    }

    /// What a reader must have said of the findings that are asked for.
    pub(super) fn judged(&self) -> Option<Judged> {
        self.only.iter().find_map(|only| match only {
            Only::Judged(judged) => Some(*judged),
            Only::Kind(_) => None,
        })
    }
}

/// What `--only` asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Only {
    Kind(FindingKind),
    Judged(Judged),
}

/// Kinds of findings, and what a reader says of findings, by their ids.
fn chosen() -> impl TypedValueParser<Value = Only> {
    let all = || {
        let kinds = FindingKind::ALL.into_iter();
        let kinds = kinds.map(|kind| (kind.id(), Only::Kind(kind)));
        kinds.chain(Judged::ALL.map(|judged| (judged.id(), Only::Judged(judged))))
    };
    let ids = all().map(|(id, _)| id);
    PossibleValuesParser::new(ids).try_map(move |id| {
        let found = all().find(|(known, _)| *known == id);
        found.map(|(_, only)| only).ok_or("no such kind")
    })
}

/// Kinds of findings by their ids.
fn kinds() -> impl TypedValueParser<Value = FindingKind> {
    PossibleValuesParser::new(FindingKind::ALL.map(FindingKind::id)).try_map(|id| {
        let mut all = FindingKind::ALL.into_iter();
        all.find(|kind| kind.id() == id).ok_or("no such kind")
    })
}

/// Two sentences of different articles.
fn pair(text: &str) -> Result<(SentenceId, SentenceId), String> {
    let (a, b) = text
        .split_once(':')
        .ok_or("two sentences are named by their letters and numbers: A3:B5")?;
    let (a, b): (SentenceId, SentenceId) = (a.parse()?, b.parse()?);
    if a.article == b.article {
        return Err("the two sentences must stand in different articles".to_owned());
    }
    Ok((a, b))
}

fn claim(text: &str) -> Result<f64, String> {
    let least = Settings::default().unsure;
    match text.parse() {
        Ok(chance) if (least..=1.0).contains(&chance) => Ok(chance),
        _ => Err(format!(
            "links are claimed from a chance between {least} and 1 on"
        )),
    }
}

fn score(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(score) if (0.0..=1.0).contains(&score) => Ok(score),
        _ => Err("a score is a number from 0 to 1".to_owned()),
    }
}
