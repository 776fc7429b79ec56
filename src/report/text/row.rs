//! One passage: who states it in which words, who does not, and why that is said.

use super::corrected;
use crate::model::{
    Absence, ArticleId, Comparison, Finding, FindingKind, Nearest, Row, RowId, RowVerdict,
    SentenceId,
};
use crate::report::page::{MARGIN, Page, Rich, Role};
use crate::report::passage::{Passage, standing_out};
use crate::report::phrases::{self, outlet, position};
use crate::text::{diff::own_words, fold};
use std::collections::BTreeMap;
use std::io;

/// The margin with the number of a row, or with the first and the last of several.
fn number(rows: &[RowId]) -> String {
    let numbers = match rows {
        [] => String::new(),
        [id] => id.to_string(),
        [first, .., last] => format!("{first}-{last}"),
    };
    format!("{numbers:>5}  ")
}

/// A row that several outlets state.
pub(super) fn told(page: &mut Page<'_>, comparison: &Comparison, id: RowId) -> io::Result<()> {
    let row = comparison.row(id);
    let diverges = row.verdict == RowVerdict::Diverge;
    // An omission shows as such; a conflict with a passage of another row among the conflicts.
    let mut found = page.look.of_row(comparison, row);
    found.retain(|finding| {
        finding.kind != FindingKind::Omission && comparison.is_of_one_row(finding)
    });
    page.blank()?;
    let mut lead = number(&[id]);
    if diverges && !found.is_empty() {
        page.put(
            &lead,
            &Rich::default().with(&phrases::kinds_of(&found), Role::Kind),
        )?;
        MARGIN.clone_into(&mut lead);
    }
    for passages in alike(Passage::of_row(comparison, row)) {
        let rich = who(comparison, &passages);
        let Some(passage) = passages.first() else {
            continue;
        };
        page.put(
            &lead,
            &rich.with_marked(&passage.text, &passage.marks, page.look),
        )?;
        MARGIN.clone_into(&mut lead);
    }
    for line in phrases::elsewhere(comparison, row) {
        page.remark(MARGIN, &line)?;
    }
    for line in phrases::missing(comparison, row, usize::MAX) {
        page.remark(MARGIN, &line)?;
    }
    reasons(page, &found)?;
    match phrases::links(comparison, row) {
        Some(links) => page.remark(MARGIN, &links)?,
        None => page.remark(MARGIN, &row.why)?,
    }
    corrected::row(page, comparison, id)
}

/// Whether a row that one outlet alone states goes on the paragraph of the row before it.
pub(super) fn continues(comparison: &Comparison, before: RowId, id: RowId) -> bool {
    let (first, second) = (comparison.row(before), comparison.row(id));
    let said = &comparison.corrected.rows;
    if said.contains_key(&before) || said.contains_key(&id) {
        return false;
    }
    let quiet = |row: &Row| {
        let mut found = row.findings.iter().map(|id| comparison.finding(*id).kind);
        row.elsewhere.is_empty() && found.all(|kind| kind == FindingKind::Omission)
    };
    let paragraph = |id: SentenceId| {
        let sentences = &comparison.article(id.article).sentences;
        sentences
            .get(id.index as usize)
            .map(|sentence| sentence.paragraph)
    };
    match (first.sentences().last(), second.sentences().next()) {
        (Some(last), Some(next)) => {
            last.article == next.article
                && last.index + 1 == next.index
                && paragraph(last) == paragraph(next)
                && quiet(first)
                && quiet(second)
        }
        _ => false,
    }
}

/// Rows that follow each other in one paragraph and that one outlet alone states.
pub(super) fn alone(
    page: &mut Page<'_>,
    comparison: &Comparison,
    teller: ArticleId,
    run: &[RowId],
) -> io::Result<()> {
    let rows: Vec<&Row> = run.iter().map(|id| comparison.row(*id)).collect();
    let Some(row) = rows.first() else {
        return Ok(());
    };
    let sentences: Vec<_> = rows.iter().flat_map(|row| row.sentences()).collect();
    let passage = Passage::new(comparison, teller, &sentences);
    let place = position(comparison, teller, &passage.paragraphs);
    page.blank()?;
    let rich = Rich::plain(&format!("{place}: ")).with(&passage.text, Role::Words);
    page.put(&number(run), &rich)?;
    for line in phrases::elsewhere(comparison, row) {
        page.remark(MARGIN, &line)?;
    }
    let mut near: BTreeMap<ArticleId, &Nearest> = BTreeMap::new();
    for found in rows.iter().flat_map(|row| row.nearest.values()) {
        let best = near.entry(found.sentence.article).or_insert(found);
        if (found.absence, found.score) > (best.absence, best.score) {
            *best = found;
        }
    }
    let (doubtful, clear): (Vec<_>, Vec<_>) = near
        .into_values()
        .partition(|near| near.absence == Absence::Doubtful);
    if !doubtful.is_empty() {
        let near = phrases::nearest(comparison, doubtful);
        page.remark(
            MARGIN,
            &format!("not clearly stated elsewhere, perhaps in {near}"),
        )?;
    }
    if !clear.is_empty() {
        let near = phrases::nearest(comparison, clear);
        page.remark(MARGIN, &format!("nearest elsewhere: {near}"))?;
    } else if rows
        .iter()
        .any(|row| row.nearest.is_empty() && !row.omitted_by.is_empty())
    {
        page.remark(MARGIN, "nearest elsewhere: none that shares anything")?;
    }
    let mut found = page.look.of_row(comparison, row);
    found.retain(|finding| finding.kind != FindingKind::Omission && !finding.kind.diverges());
    reasons(page, &found)?;
    run.iter()
        .try_for_each(|id| corrected::row(page, comparison, *id))
}

/// A conflict between passages that stand in different rows: the sentences it is about.
pub(super) fn conflict(
    page: &mut Page<'_>,
    comparison: &Comparison,
    id: RowId,
    finding: &Finding,
) -> io::Result<()> {
    page.blank()?;
    let kind = Rich::default().with(finding.kind.words(), Role::Kind);
    page.put(&number(&[id]), &kind)?;
    let passages: Vec<_> = finding
        .places
        .iter()
        .map(|place| {
            let article = comparison.article(place.article);
            let sentences = article.sentence_ids().zip(&article.sentences);
            let about = sentences.filter(|(_, sentence)| sentence.span.overlaps(place.span));
            let about: Vec<_> = about.map(|(id, _)| id).collect();
            Passage::new(comparison, place.article, &about)
        })
        .collect();
    let texts: Vec<_> = passages
        .iter()
        .map(|passage| passage.text.as_str())
        .collect();
    for (passage, own) in passages.iter().zip(own_words(&texts)) {
        let rich = who(comparison, std::slice::from_ref(passage));
        let marks = standing_out(own, &passage.text);
        page.put(MARGIN, &rich.with_marked(&passage.text, &marks, page.look))?;
    }
    reasons(page, &[finding])
}

/// Why findings are findings, each reason once.
fn reasons(page: &mut Page<'_>, findings: &[&Finding]) -> io::Result<()> {
    for (kind, why) in phrases::reasons(findings) {
        let kind = Rich::default().with(&format!("{}: ", kind.words()), Role::Kind);
        page.put(MARGIN, &kind.with(why, Role::Plain))?;
    }
    Ok(())
}

/// Passages grouped by their words, so that the same ones stand there once.
fn alike(passages: Vec<Passage>) -> Vec<Vec<Passage>> {
    let mut groups: Vec<Vec<Passage>> = Vec::new();
    for passage in passages {
        let same = |group: &&mut Vec<Passage>| {
            let first = group.first();
            first.is_some_and(|first| fold::same(&first.text, &passage.text))
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
    for (rank, passage) in passages.iter().enumerate() {
        let position = position(comparison, passage.article, &passage.paragraphs);
        rich = rich
            .with(if rank == 0 { "" } else { "; " }, Role::Plain)
            .with(&outlet(comparison, passage.article), Role::Outlet)
            .with(&format!(", {position}"), Role::Plain);
    }
    rich.with(": ", Role::Plain)
}
