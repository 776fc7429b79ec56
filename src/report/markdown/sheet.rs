//! Teaching sheets in Markdown.

use super::escape::escaped;
use crate::model::Comparison;
use crate::report::phrases::outlet;
use crate::report::sheet::{Exercise, QUESTIONS, Sheet, TASK};
use std::io::{self, Write};

/// A line to write on, which no renderer takes for a rule or for emphasis.
const BLANK: &str = "\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_";

/// A worksheet or its key.
pub(super) fn write(
    comparison: &Comparison,
    sheet: Sheet,
    exercises: &[Exercise],
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "# {}\n", sheet.title())?;
    if sheet == Sheet::Worksheet {
        writeln!(out, "Name: {BLANK}\n\n{TASK}\n")?;
    }
    for article in &comparison.articles {
        let headline = article.headline().unwrap_or("(no headline found)");
        let name = escaped(&outlet(comparison, article.id));
        writeln!(out, "- **{}** — {}", name.trim(), escaped(headline))?;
    }
    for exercise in exercises {
        writeln!(out, "\n## {}\n", exercise.number)?;
        match sheet {
            Sheet::Worksheet => {
                for (id, passage) in &exercise.passages {
                    let name = escaped(&outlet(comparison, *id));
                    let text = passage.as_ref().map_or("", |passage| &passage.text);
                    writeln!(out, "**{}**\n\n> {}\n", name.trim(), escaped(text))?;
                }
                for question in QUESTIONS {
                    writeln!(out, "{question}\n\n{BLANK}{BLANK}\n")?;
                }
            }
            Sheet::Key => {
                for answer in &exercise.answers {
                    writeln!(out, "- {}", escaped(answer))?;
                }
            }
        }
    }
    Ok(())
}
