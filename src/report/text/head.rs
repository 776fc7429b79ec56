//! What stands before and after the passages.

use crate::model::{Comparison, RowVerdict};
use crate::report::page::{Page, Rich, Role};
use crate::report::phrases;
use crate::report::summary::{Summary, counted};
use crate::survey::headline_notes;
use std::io;

/// The verdicts as they are counted: from what is told alike to what is not told.
const ORDER: [RowVerdict; 5] = [
    RowVerdict::Agree,
    RowVerdict::Diverge,
    RowVerdict::Partial,
    RowVerdict::Single,
    RowVerdict::Unsure,
];

/// What this is.
pub(super) fn title(page: &mut Page<'_>, comparison: &Comparison) -> io::Result<()> {
    let articles = counted(comparison.articles.len(), "article");
    let title = format!("Parallax report: {articles} on one story");
    page.put("", &Rich::default().with(&title, Role::Heading))
}

/// The articles with their headlines one under the other.
pub(super) fn articles(
    page: &mut Page<'_>,
    comparison: &Comparison,
    summary: &Summary<'_>,
) -> io::Result<()> {
    page.heading("The articles")?;
    for (article, counts) in comparison.articles.iter().zip(&summary.articles) {
        let name = Rich::default().with(&article.outlet, Role::Outlet);
        page.put(&format!("{}  ", article.id), &name)?;
        let headline = article.headline().unwrap_or("(no headline found)");
        page.put("   ", &Rich::default().with(headline, Role::Words))?;
        for note in headline_notes(comparison, article.id) {
            page.remark("   ", &note)?;
        }
        page.remark("   ", &phrases::imprint(article, counts))?;
        if let Some(line) = phrases::set_aside(article, counts) {
            page.remark("   ", &line)?;
        }
    }
    Ok(())
}

/// What the reader must know before trusting the rest.
pub(super) fn warnings(page: &mut Page<'_>, comparison: &Comparison) -> io::Result<()> {
    if comparison.warnings.is_empty() {
        return Ok(());
    }
    page.heading("Mind this first")?;
    for warning in &comparison.warnings {
        page.say("!  ", &phrases::warning(warning))?;
    }
    Ok(())
}

/// The counts.
pub(super) fn counts(
    page: &mut Page<'_>,
    comparison: &Comparison,
    summary: &Summary<'_>,
) -> io::Result<()> {
    page.heading("In short")?;
    for verdict in ORDER {
        let count = summary.verdicts.get(&verdict).copied().unwrap_or_default();
        if count > 0 {
            let passages = if count == 1 { "passage" } else { "passages" };
            let told = phrases::verdict(verdict, comparison.articles.len());
            page.say(&format!("{count:>4}  "), &format!("{passages} {told}"))?;
        }
    }
    match phrases::across(comparison, page.look).len() {
        0 => {}
        1 => page.say("   1  ", "conflict between passages that are not paired")?,
        count => page.say(
            &format!("{count:>4}  "),
            "conflicts between passages that are not paired",
        )?,
    }
    if let Some(kinds) = phrases::kinds(summary) {
        page.say("Findings: ", &kinds)?;
    }
    for (lead, figures) in phrases::shares(summary) {
        page.say(lead, &figures)?;
    }
    for line in phrases::one_voice(comparison) {
        page.say("", &line)?;
    }
    if !page.look.colour {
        page.say(
            "",
            "Where outlets word a passage much alike, the words that differ stand in [brackets].",
        )?;
    }
    Ok(())
}

/// What the verdicts rest on.
pub(super) fn method(page: &mut Page<'_>, comparison: &Comparison) -> io::Result<()> {
    page.heading("How this was compared")?;
    page.remark("", &phrases::method(comparison))
}
