//! One passage: who states it in which words, who does not, and why that is said.

use super::{corrected, outlet, outlets, position};
use crate::model::{
    Absence, ArticleId, Comparison, Finding, FindingKind, Link, Nearest, Row, RowId, RowVerdict,
    SentenceId,
};
use crate::report::page::{Page, Rich, Role};
use crate::report::passage::{Passage, standing_out};
use crate::text::{diff::own_words, fold};
use std::collections::BTreeMap;
use std::io;

/// The margin left of passages; row numbers stand in it.
pub(super) const MARGIN: &str = "       ";

/// Of more links than this beside the best, only the weakest is named.
const MOST_LINKS: usize = 2;

/// The margin with the number of a row, or with the first and the last of several.
fn number(rows: &[RowId]) -> String {
    let numbers = match rows {
        [] => String::new(),
        [id] => id.to_string(),
        [first, .., last] => format!("{first}-{last}"),
    };
    format!("{numbers:>5}  ")
}

/// The findings of a row that are shown.
pub(super) fn findings<'a>(
    page: &Page<'_>,
    comparison: &'a Comparison,
    row: &Row,
) -> Vec<&'a Finding> {
    let all = row.findings.iter().map(|id| comparison.finding(*id));
    all.filter(|finding| page.look.shows(finding.kind))
        .collect()
}

/// Whether a finding is about passages of its own row only.
pub(super) fn within(row: &Row, finding: &Finding) -> bool {
    finding
        .articles
        .iter()
        .all(|article| row.cells.contains_key(article))
}

/// A row that several outlets state.
pub(super) fn told(page: &mut Page<'_>, comparison: &Comparison, id: RowId) -> io::Result<()> {
    let row = comparison.row(id);
    let diverges = row.verdict == RowVerdict::Diverge;
    // An omission shows as such; a conflict with a passage of another row among the conflicts.
    let mut found = findings(page, comparison, row);
    found.retain(|finding| finding.kind != FindingKind::Omission && within(row, finding));
    page.blank()?;
    let mut lead = number(&[id]);
    if diverges && !found.is_empty() {
        page.put(&lead, &Rich::default().with(&kinds(&found), Role::Kind))?;
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
    elsewhere(page, comparison, row)?;
    missing(page, comparison, row)?;
    reasons(page, &found)?;
    match links(comparison, row) {
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
    elsewhere(page, comparison, row)?;
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
        let near = nearest(comparison, doubtful);
        page.remark(
            MARGIN,
            &format!("not clearly stated elsewhere, perhaps in {near}"),
        )?;
    }
    if !clear.is_empty() {
        let near = nearest(comparison, clear);
        page.remark(MARGIN, &format!("nearest elsewhere: {near}"))?;
    } else if rows
        .iter()
        .any(|row| row.nearest.is_empty() && !row.omitted_by.is_empty())
    {
        page.remark(MARGIN, "nearest elsewhere: none that shares anything")?;
    }
    let mut found = findings(page, comparison, row);
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

/// The kinds of some findings, each once.
fn kinds(findings: &[&Finding]) -> String {
    let mut kinds: Vec<_> = findings
        .iter()
        .map(|finding| finding.kind.words())
        .collect();
    kinds.dedup();
    kinds.join(" · ")
}

/// Why findings are findings, each reason once.
fn reasons(page: &mut Page<'_>, findings: &[&Finding]) -> io::Result<()> {
    let mut given = Vec::new();
    for finding in findings {
        let reason = (finding.kind, &finding.why);
        if !given.contains(&reason) {
            given.push(reason);
            let kind = format!("{}: ", finding.kind.words());
            let rich = Rich::default().with(&kind, Role::Kind);
            page.put(MARGIN, &rich.with(&finding.why, Role::Plain))?;
        }
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

/// Outlets that tell a row in a sentence that stands in another one.
fn elsewhere(page: &mut Page<'_>, comparison: &Comparison, row: &Row) -> io::Result<()> {
    for (article, sentence) in &row.elsewhere {
        let place = place(comparison, *sentence);
        let rows = (0..).map(RowId).zip(&comparison.rows);
        let other = rows
            .filter(|(_, other)| other.sentences().any(|id| id == *sentence))
            .map(|(id, _)| format!(": see {id}"))
            .next();
        let other = other.unwrap_or_default();
        let outlet = outlet(comparison, *article);
        page.remark(MARGIN, &format!("also in {outlet}, {place}{other}"))?;
    }
    Ok(())
}

/// Which outlets do not state a row, and which may, with what comes nearest in each.
fn missing(page: &mut Page<'_>, comparison: &Comparison, row: &Row) -> io::Result<()> {
    let near = |absence: Absence| -> Vec<&Nearest> {
        let near = row.nearest.values();
        near.filter(|near| near.absence == absence).collect()
    };
    let doubtful = near(Absence::Doubtful);
    if !doubtful.is_empty() {
        let ids: Vec<_> = doubtful.iter().map(|near| near.sentence.article).collect();
        let (outlets, near) = (outlets(comparison, &ids), nearest(comparison, doubtful));
        let said = Absence::Doubtful.words();
        page.remark(MARGIN, &format!("{said} by {outlets}; perhaps in {near}"))?;
    }
    let omitting = row.omitted_by.iter().copied();
    let silent: Vec<_> = omitting
        .filter(|id| row.absence(*id) == Some(Absence::Clear))
        .collect();
    if silent.is_empty() {
        return Ok(());
    }
    let (outlets, near) = (
        outlets(comparison, &silent),
        nearest(comparison, near(Absence::Clear)),
    );
    let said = Absence::Clear.words();
    page.remark(MARGIN, &format!("{said} by {outlets}; nearest: {near}"))
}

/// "C ¶6 of 8 (0.13): shares “Ferry”; B ¶2 of 4 (0.05): lacks “mast”", the nearest first.
fn nearest(comparison: &Comparison, mut near: Vec<&Nearest>) -> String {
    near.sort_by(|x, y| y.score.total_cmp(&x.score));
    let parts = near.iter().map(|near| {
        let place = place(comparison, near.sentence);
        let why = match near.why.as_str() {
            "" => String::new(),
            why => format!(": {why}"),
        };
        format!("{} {place} ({:.2}){why}", near.sentence.article, near.score)
    });
    let parts: Vec<_> = parts.collect();
    if parts.is_empty() {
        "none that shares anything".to_owned()
    } else {
        parts.join("; ")
    }
}

/// The paragraph of a sentence.
fn place(comparison: &Comparison, id: SentenceId) -> String {
    let article = comparison.article(id.article);
    let sentence = article.sentences.get(id.index as usize);
    let paragraph = sentence.map_or(0, |sentence| sentence.paragraph + 1);
    position(comparison, id.article, &[paragraph])
}

/// "linked A–B 0.98: words “longer”, “Bruce”; A–C 0.54": what holds the passages of a row
/// together, by the best link of each two outlets; the very best with its reason.
fn links(comparison: &Comparison, row: &Row) -> Option<String> {
    let mut best = BTreeMap::new();
    let sentences: Vec<_> = row.sentences().collect();
    for a in &sentences {
        for b in sentences.iter().filter(|b| b.article > a.article) {
            if let Some(link) = comparison.link(*a, *b) {
                let held = best.entry((a.article, b.article)).or_insert(link);
                if link.score > held.score {
                    *held = link;
                }
            }
        }
    }
    let mut best: Vec<_> = best.into_iter().collect();
    best.sort_by(|(_, x), (_, y)| y.score.total_cmp(&x.score));
    let pair =
        |((a, b), link): &((ArticleId, ArticleId), &Link)| format!("{a}–{b} {:.2}", link.score);
    let (first, rest) = best.split_first()?;
    let mut line = format!("linked {}: {}", pair(first), first.1.why);
    match rest {
        [.., weakest] if rest.len() > MOST_LINKS => {
            line = format!("{line}; weakest {}", pair(weakest));
        }
        _ => {
            for link in rest {
                line = format!("{line}; {}", pair(link));
            }
        }
    }
    Some(line)
}
