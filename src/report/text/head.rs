//! What stands before and after the passages.

use super::outlets;
use crate::model::{Article, ArticleId, Comparison, Reason, RowVerdict};
use crate::report::page::{Page, Rich, Role};
use crate::report::summary::{ArticleCounts, Summary, counted};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io;

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
        page.remark("   ", &facts(article, counts))?;
        if let Some(line) = set_aside(article, counts) {
            page.remark("   ", &line)?;
        }
    }
    Ok(())
}

/// Date, author and size of an article.
fn facts(article: &Article, counts: &ArticleCounts<'_>) -> String {
    let byline = article.byline.as_deref().map(|name| format!("by {name}"));
    let size = format!(
        "{} in {}, {}",
        counted(counts.words, "word"),
        counted(counts.sentences, "sentence"),
        counted(counts.paragraphs as usize, "paragraph"),
    );
    let known = [article.published.clone(), byline, Some(size)];
    known.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// How much of the file was taken for something else than the article, and as what.
fn set_aside(article: &Article, counts: &ArticleCounts<'_>) -> Option<String> {
    let mut reasons: BTreeMap<Reason, usize> = BTreeMap::new();
    for (_, reason) in article.furniture() {
        *reasons.entry(reason).or_default() += 1;
    }
    let mut reasons: Vec<_> = reasons.into_iter().collect();
    reasons.sort_by_key(|(_, count)| Reverse(*count));
    let reasons: Vec<_> = reasons
        .into_iter()
        .map(|(reason, count)| match count {
            1 => reason.words().to_owned(),
            _ => format!("{} ({count} times)", reason.words()),
        })
        .collect();
    (!reasons.is_empty()).then(|| {
        let share = counts.furniture * 100.0;
        let reasons = reasons.join(", ");
        format!("{share:.0} % of the file's words set aside as not the article: {reasons}")
    })
}

/// What the reader must know before trusting the rest.
pub(super) fn warnings(page: &mut Page<'_>, comparison: &Comparison) -> io::Result<()> {
    if comparison.warnings.is_empty() {
        return Ok(());
    }
    page.heading("Mind this first")?;
    for warning in &comparison.warnings {
        let text = match &warning.source {
            Some(source) => format!("{source}: {}", warning.text),
            None => warning.text.clone(),
        };
        page.say("!  ", &text)?;
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
    let two = comparison.articles.len() == 2;
    let all = if two { "both" } else { "all" };
    for (verdict, told) in [
        (RowVerdict::Agree, format!("that {all} state alike")),
        (RowVerdict::Diverge, "told differently".to_owned()),
        (
            RowVerdict::Partial,
            "that some state and others do not".to_owned(),
        ),
        (
            RowVerdict::Single,
            "that one outlet alone states".to_owned(),
        ),
        (
            RowVerdict::Unsure,
            "that may or may not correspond".to_owned(),
        ),
    ] {
        let count = summary.verdicts.get(&verdict).copied().unwrap_or_default();
        if count > 0 {
            let passages = if count == 1 { "passage" } else { "passages" };
            page.say(&format!("{count:>4}  "), &format!("{passages} {told}"))?;
        }
    }
    if !summary.kinds.is_empty() {
        let kinds: Vec<_> = summary
            .kinds
            .iter()
            .map(|(kind, count)| format!("{count} {}", kind.words()))
            .collect();
        page.say("Findings: ", &kinds.join(", "))?;
    }
    shares(page, summary)?;
    one_voice(page, comparison)?;
    if !page.look.colour {
        page.say(
            "",
            "Where outlets word a passage much alike, the words that differ stand in [brackets].",
        )?;
    }
    Ok(())
}

/// How much of each outlet the others tell too.
fn shares(page: &mut Page<'_>, summary: &Summary<'_>) -> io::Result<()> {
    let each = |say: &dyn Fn(&ArticleCounts<'_>) -> String| {
        let parts: Vec<_> = summary.articles.iter().map(say).collect();
        parts.join(", ")
    };
    page.say(
        "Told by another outlet too: ",
        &each(&|it| format!("{:.0} % of {}", it.coverage * 100.0, it.id)),
    )?;
    page.say(
        "Stated by it alone: ",
        &each(&|it| format!("{} {}", it.id, it.alone)),
    )?;
    if summary.articles.len() > 2 {
        page.say(
            "Stated by others only: ",
            &each(&|it| format!("{} {}", it.id, it.omits)),
        )?;
    }
    Ok(())
}

/// Passages that outlets print nearly word for word alike, which speaks for one source.
fn one_voice(page: &mut Page<'_>, comparison: &Comparison) -> io::Result<()> {
    let mut groups: BTreeMap<Vec<ArticleId>, usize> = BTreeMap::new();
    for sentences in &comparison.shared_origin {
        let mut ids: Vec<_> = sentences.iter().map(|id| id.article).collect();
        ids.sort_unstable();
        ids.dedup();
        *groups.entry(ids).or_default() += 1;
    }
    for (ids, count) in groups {
        let outlets = outlets(comparison, &ids);
        let passages = counted(count, "passage");
        page.say(
            "",
            &format!("{outlets} share {passages} almost word for word: one voice, not several."),
        )?;
    }
    Ok(())
}

/// What the verdicts rest on.
pub(super) fn method(page: &mut Page<'_>, comparison: &Comparison) -> io::Result<()> {
    let settings = comparison.settings;
    page.heading("How this was compared")?;
    page.remark(
        "",
        &format!(
            "Two sentences are said to state the same from a score of {:.2} (0 to 1) on, and are \
             shown as unsure from {:.2} on. An outlet is said not to state a passage when the \
             chance that it does is below {:.2}; its nearest sentence is named with its score, as one that may state it where that is at least \
             {:.2}. \
             What was set aside is neither compared nor counted. parallax {} compares what \
             outlets state; it rates no outlet and does not say who is right.",
            settings.confident,
            settings.unsure,
            settings.told,
            settings.unsure,
            env!("CARGO_PKG_VERSION"),
        ),
    )
}
