//! How far two readers agree.

use super::args;
use super::error::Error;
use super::options::Surroundings;
use super::{Outcome, output, session};
use crate::session::Session;
use crate::{agreement, report};
use std::io::Write;

/// Compares two sidecars.
pub(super) fn run(
    typed: &args::Agreement,
    here: Surroundings,
    out: &mut dyn Write,
) -> Result<Outcome, Error> {
    let file = typed.output.as_deref();
    if let Some(file) = file {
        output::check(file, typed.force)?;
    }
    let (a, b) = (Session::read(&typed.first)?, Session::read(&typed.second)?);
    let measures = agreement::measure(&a, &b);
    let names = [&typed.first, &typed.second].map(|file| session::name(file));
    let names = [names[0].as_str(), names[1].as_str()];
    let look = here.look(&typed.look, file.is_some());
    let format = typed.format.into();
    match file {
        Some(file) => {
            let mut text = Vec::new();
            report::agreement(&measures, names, format, &look, &mut text)?;
            output::write(file, &text)?;
        }
        None => report::agreement(&measures, names, format, &look, out)?,
    }
    let differs = measures.iter().any(|it| !it.disagreements.is_empty());
    Ok(if typed.exit_code && differs {
        Outcome::Differences
    } else {
        Outcome::Done
    })
}
