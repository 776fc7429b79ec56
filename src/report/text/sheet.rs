//! Teaching sheets in plain lines.

use crate::model::Comparison;
use crate::report::page::{MARGIN, Page, Rich, Role};
use crate::report::phrases::outlet;
use crate::report::sheet::{Exercise, QUESTIONS, Sheet, TASK};
use std::io;

/// The sign of a line to write on.
const BLANK: &str = "_";

/// A worksheet or its key.
pub(super) fn write(
    page: &mut Page<'_>,
    comparison: &Comparison,
    sheet: Sheet,
    exercises: &[Exercise],
) -> io::Result<()> {
    page.put("", &Rich::default().with(sheet.title(), Role::Heading))?;
    if sheet == Sheet::Worksheet {
        page.blank()?;
        line(page, "Name: ")?;
        page.blank()?;
        page.say("", TASK)?;
    }
    page.blank()?;
    for article in &comparison.articles {
        let name = Rich::default().with(&article.outlet, Role::Outlet);
        page.put(&format!("{}  ", article.id), &name)?;
        let headline = article.headline().unwrap_or("(no headline found)");
        page.put("   ", &Rich::default().with(headline, Role::Words))?;
    }
    for exercise in exercises {
        page.blank()?;
        let mut lead = format!("{:>5}  ", exercise.number);
        match sheet {
            Sheet::Worksheet => passages(page, comparison, exercise, &mut lead)?,
            Sheet::Key => {
                for answer in &exercise.answers {
                    page.say(&lead, answer)?;
                    MARGIN.clone_into(&mut lead);
                }
            }
        }
    }
    Ok(())
}

fn passages(
    page: &mut Page<'_>,
    comparison: &Comparison,
    exercise: &Exercise,
    lead: &mut String,
) -> io::Result<()> {
    for (id, passage) in &exercise.passages {
        let rich = Rich::default().with(&outlet(comparison, *id), Role::Outlet);
        let text = passage.as_ref().map_or("", |passage| &passage.text);
        page.put(lead, &rich.with(": ", Role::Plain).with(text, Role::Words))?;
        MARGIN.clone_into(lead);
    }
    for question in QUESTIONS {
        page.blank()?;
        page.say(MARGIN, question)?;
        page.blank()?;
        line(page, MARGIN)?;
    }
    Ok(())
}

/// Words with a line to write on behind them.
fn line(page: &mut Page<'_>, words: &str) -> io::Result<()> {
    let room = page.look.width.saturating_sub(words.chars().count());
    page.line(&format!("{words}{}", BLANK.repeat(room)))
}
