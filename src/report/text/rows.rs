//! The passages, section by section.

use super::{outlet, outlets, position};
use crate::model::{
    ArticleId, Comparison, Finding, FindingKind, Nearest, Row, RowId, RowVerdict, SentenceId,
    Severity,
};
use crate::report::page::{Page, Rich, Role};
use crate::report::passage::Passage;
use std::collections::BTreeMap;
use std::io;

/// The margin left of passages; row numbers stand in it.
const MARGIN: &str = "     ";

/// All rows of one verdict, those with the gravest findings first where there are findings.
pub(super) fn section(
    page: &mut Page<'_>,
    comparison: &Comparison,
    verdict: RowVerdict,
) -> io::Result<()> {
    let rows = chosen(page, comparison, verdict);
    if rows.is_empty() {
        return Ok(());
    }
    let two = comparison.articles.len() == 2;
    let title = match verdict {
        RowVerdict::Agree if two => "Both state",
        RowVerdict::Agree => "All state",
        RowVerdict::Diverge => "Where they diverge",
        RowVerdict::Partial => "Only some state",
        RowVerdict::Single => "One alone states",
        RowVerdict::Unsure => "Unsure: may or may not correspond",
    };
    page.heading(&format!("{title} ({})", rows.len()))?;
    match verdict {
        RowVerdict::Diverge => diverging(page, comparison, rows),
        RowVerdict::Partial => by_outlets(page, comparison, &rows),
        RowVerdict::Single => by_outlet(page, comparison, &rows),
        RowVerdict::Agree | RowVerdict::Unsure => {
            rows.iter().try_for_each(|id| told(page, comparison, *id))
        }
    }
}

/// The rows of one verdict that are shown.
fn chosen(page: &Page<'_>, comparison: &Comparison, verdict: RowVerdict) -> Vec<RowId> {
    let rows = comparison
        .rows
        .iter()
        .zip(0..)
        .map(|(row, id)| (row, RowId(id)));
    rows.filter(|(row, _)| row.verdict == verdict)
        .filter(|(row, _)| {
            page.look.only.is_empty() || findings(page, comparison, row).next().is_some()
        })
        .map(|(_, id)| id)
        .collect()
}

/// The findings of a row that are shown.
fn findings<'a>(
    page: &Page<'_>,
    comparison: &'a Comparison,
    row: &'a Row,
) -> impl Iterator<Item = &'a Finding> {
    let look = page.look;
    let all = row.findings.iter().map(|id| comparison.finding(*id));
    all.filter(move |finding| look.shows(finding.kind))
}

/// Rows told differently, the gravest first.
fn diverging(page: &mut Page<'_>, comparison: &Comparison, rows: Vec<RowId>) -> io::Result<()> {
    if !page.look.colour {
        page.remark("", "Words that differ stand in [brackets].")?;
    }
    let gravity = |id: &RowId| {
        let row = comparison.row(*id);
        let found = row
            .findings
            .iter()
            .map(|id| comparison.finding(*id).severity);
        std::cmp::Reverse(found.max().unwrap_or(Severity::Minor))
    };
    let mut rows = rows;
    rows.sort_by_key(gravity);
    rows.iter().try_for_each(|id| told(page, comparison, *id))
}

/// Rows told by some, grouped by who tells them.
fn by_outlets(page: &mut Page<'_>, comparison: &Comparison, rows: &[RowId]) -> io::Result<()> {
    let mut groups: BTreeMap<Vec<ArticleId>, Vec<RowId>> = BTreeMap::new();
    for id in rows {
        let row = comparison.row(*id);
        let tellers = row.cells.keys().chain(row.elsewhere.keys()).copied();
        let mut tellers: Vec<_> = tellers.collect();
        tellers.sort_unstable();
        groups.entry(tellers).or_default().push(*id);
    }
    for (tellers, rows) in groups {
        let title = format!("{} state ({})", outlets(comparison, &tellers), rows.len());
        page.blank()?;
        page.put("", &Rich::default().with(&title, Role::Heading))?;
        rows.iter().try_for_each(|id| told(page, comparison, *id))?;
    }
    Ok(())
}

/// Rows told by one, grouped by who tells them.
fn by_outlet(page: &mut Page<'_>, comparison: &Comparison, rows: &[RowId]) -> io::Result<()> {
    let mut groups: BTreeMap<ArticleId, Vec<RowId>> = BTreeMap::new();
    for id in rows {
        if let Some(teller) = comparison.row(*id).cells.keys().next() {
            groups.entry(*teller).or_default().push(*id);
        }
    }
    for (teller, rows) in groups {
        let title = format!(
            "Only {} states ({})",
            outlet(comparison, teller),
            rows.len()
        );
        page.blank()?;
        page.put("", &Rich::default().with(&title, Role::Heading))?;
        rows.iter().try_for_each(|id| told(page, comparison, *id))?;
    }
    Ok(())
}

/// One row: its findings' kinds, what each outlet says, what is missing where, and why.
fn told(page: &mut Page<'_>, comparison: &Comparison, id: RowId) -> io::Result<()> {
    let row = comparison.row(id);
    page.blank()?;
    let mut number = format!("{id:>3}  ");
    let found: Vec<_> = findings(page, comparison, row)
        .filter(|finding| finding.kind != FindingKind::Omission)
        .collect();
    let title = kinds(&found);
    if row.verdict == RowVerdict::Diverge && !title.is_empty() {
        page.put(&number, &Rich::default().with(&title, Role::Kind))?;
        MARGIN.clone_into(&mut number);
    }
    for passages in alike(Passage::of_row(comparison, row)) {
        let rich = who(comparison, &passages);
        let Some(passage) = passages.first() else {
            continue;
        };
        let marks: &[_] = match row.verdict {
            RowVerdict::Diverge | RowVerdict::Unsure => &passage.marks,
            _ => &[],
        };
        page.put(&number, &rich.with_marked(&passage.text, marks, page.look))?;
        MARGIN.clone_into(&mut number);
    }
    for (article, sentence) in &row.elsewhere {
        page.remark(MARGIN, &elsewhere(comparison, *article, *sentence))?;
    }
    missing(page, comparison, row)?;
    for finding in &found {
        let kind = format!("{}: ", finding.kind.words());
        let rich = Rich::default().with(&kind, Role::Kind);
        page.put(MARGIN, &rich.with(&finding.why, Role::Plain))?;
    }
    if row.cells.len() > 1 {
        page.remark(&format!("{MARGIN}why: "), &row.why)?;
    }
    Ok(())
}

/// The kinds of some findings, each once.
fn kinds(findings: &[&Finding]) -> String {
    let mut kinds: Vec<_> = findings
        .iter()
        .map(|finding| finding.kind.words())
        .collect();
    kinds.dedup();
    kinds.join(" · ")
}

/// Passages grouped by their text, so that the same words stand there once.
fn alike(passages: Vec<Passage>) -> Vec<Vec<Passage>> {
    let mut groups: Vec<Vec<Passage>> = Vec::new();
    for passage in passages {
        let same = |group: &&mut Vec<Passage>| {
            group
                .first()
                .is_some_and(|first| first.text == passage.text)
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push(passage),
            None => groups.push(vec![passage]),
        }
    }
    groups
}

/// Who states a passage, and where.
fn who(comparison: &Comparison, passages: &[Passage]) -> Rich {
    let mut rich = Rich::default();
    for (place, passage) in passages.iter().enumerate() {
        let position = position(comparison, passage.article, &passage.paragraphs);
        let before = if place == 0 { "" } else { "; " };
        rich = rich
            .with(before, Role::Plain)
            .with(&outlet(comparison, passage.article), Role::Outlet)
            .with(&format!(", {position}"), Role::Plain);
    }
    rich.with(": ", Role::Plain)
}

/// Where an outlet tells what stands in another row.
fn elsewhere(comparison: &Comparison, article: ArticleId, sentence: SentenceId) -> String {
    let place = place(comparison, sentence);
    let rows = comparison.rows.iter().zip(0..);
    let row = rows
        .filter(|(row, _)| row.sentences().any(|other| other == sentence))
        .map(|(_, id)| format!(", see {}", RowId(id)))
        .next()
        .unwrap_or_default();
    format!("{} states it in {place}{row}", outlet(comparison, article))
}

/// Which outlets do not state a row, and what comes nearest in each.
///
/// Told by one, a row is missing in all others; then only the nearest of all is given in words.
fn missing(page: &mut Page<'_>, comparison: &Comparison, row: &Row) -> io::Result<()> {
    if row.verdict != RowVerdict::Single {
        return row.omitted_by.iter().try_for_each(|id| {
            let near = row.nearest.get(id);
            let near = near.map_or("nothing comes near".to_owned(), |near| {
                format!("nearest is {}", nearest(comparison, near))
            });
            let text = format!("{} does not state this: {near}", outlet(comparison, *id));
            page.remark(MARGIN, &text)
        });
    }
    let mut near: Vec<&Nearest> = row.nearest.values().collect();
    near.sort_by(|x, y| y.score.total_cmp(&x.score));
    let near: Vec<_> = near
        .iter()
        .enumerate()
        .map(|(rank, near)| {
            let outlet = near.sentence.article;
            if rank == 0 {
                format!("{outlet} {}", nearest(comparison, near))
            } else {
                let place = place(comparison, near.sentence);
                format!("{outlet} {place} ({:.2})", near.score)
            }
        })
        .collect();
    if near.is_empty() {
        return page.remark(MARGIN, "nothing elsewhere comes near");
    }
    page.remark(MARGIN, &format!("nearest elsewhere: {}", near.join("; ")))
}

/// "¶6 of 8 (0.13): shares “Ferry”".
fn nearest(comparison: &Comparison, near: &Nearest) -> String {
    let place = place(comparison, near.sentence);
    let why = if near.why.is_empty() {
        String::new()
    } else {
        format!(": {}", near.why)
    };
    format!("{place} ({:.2}){why}", near.score)
}

/// The paragraph of a sentence.
fn place(comparison: &Comparison, id: SentenceId) -> String {
    let article = comparison.article(id.article);
    let sentence = article.sentences.get(id.index as usize);
    let paragraph = sentence.map_or(0, |sentence| sentence.paragraph + 1);
    position(comparison, id.article, &[paragraph])
}
