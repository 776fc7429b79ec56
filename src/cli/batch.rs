//! Many stories in one run: a story a line in, a report a line out.

use super::args::{self, SessionArgs};
use super::compare;
use super::error::{Error, printable};
use super::{Outcome, session, settings};
use crate::load::Source;
use crate::model::Vocabulary;
use crate::report::{self, Look};
use serde::Deserialize;
use serde_json::{Value, json};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::PathBuf;

/// A line of the input.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    /// What to call it; comes back with its report.
    #[serde(default)]
    story: Value,
    /// Files and folders, as on the command line.
    articles: Vec<String>,
    /// The corrections to go by, instead of those beside the articles.
    session: Option<PathBuf>,
}

/// Compares story after story and writes each report as soon as it is made. A story that cannot be
/// compared gets a line with the reason, and the others go on.
pub(super) fn run(
    typed: &args::Batch,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Outcome, Error> {
    let mut outcome = Outcome::Done;
    let look = Look {
        with_text: typed.with_text,
        ..Look::default()
    };
    for line in lines(&typed.stories)? {
        let line = line.map_err(|error| Error::new(format!("{}: {error}", typed.stories)))?;
        if line.trim().is_empty() {
            continue;
        }
        let (name, compared) = match serde_json::from_str::<Line>(&line) {
            Ok(story) => {
                let compared = comparable(&story).and_then(|()| {
                    let parsed = story.articles.iter().map(|article| Source::parse(article));
                    let sources: Vec<_> = parsed.collect();
                    let kept = SessionArgs {
                        session: story.session.clone(),
                        no_session: typed.no_session,
                    };
                    let (corrections, kept_in) = session::read(&kept, &sources)?;
                    let settings = settings(&typed.bounds);
                    let words = Vocabulary::default();
                    let mut comparison = compare(&sources, &words, settings, &corrections, err)?;
                    comparison.corrected.kept_in = kept_in;
                    Ok(comparison)
                });
                (story.story, compared)
            }
            Err(error) => (Value::Null, Err(not_a_story(&error))),
        };
        match compared {
            Ok(comparison) => report::write_line(&comparison, &name, &look, out)?,
            Err(error) => {
                outcome = Outcome::Incomplete;
                let reason = printable(error.message());
                writeln!(out, "{}", json!({"story": name, "error": reason}))?;
            }
        }
        out.flush()?;
    }
    Ok(outcome)
}

/// The lines of a file, or of standard input for "-".
fn lines(stories: &str) -> Result<Box<dyn Iterator<Item = io::Result<String>>>, Error> {
    if stories == "-" {
        return Ok(Box::new(io::stdin().lock().lines()));
    }
    let file = File::open(stories).map_err(|error| Error::reading(stories, &error))?;
    Ok(Box::new(BufReader::new(file).lines()))
}

/// Standard input holds the stories, so no article can come from there.
fn comparable(story: &Line) -> Result<(), Error> {
    let piped = |article: &String| article == "-" || article.ends_with("=-");
    if story.articles.iter().any(piped) {
        return Err(Error::new(
            "articles of a batch must be files; “-” is not one",
        ));
    }
    Ok(())
}

fn not_a_story(error: &serde_json::Error) -> Error {
    let example = r#"{"story": "name", "articles": ["a.txt", "b.txt"]}"#;
    Error::new(format!(
        "not a story ({error}); a line looks like {example}"
    ))
}
