//! What a reader says of rows and findings, set beside what the machine says.

use super::anchor;
use super::is_bond;
use crate::model::{
    Anchor, Article, Comparison, Correction, FindingAnchor, FindingId, LinkVerdict, Outcome, Part,
    Rejected, Row, RowId, RowVerdict, Said, SentenceId, Severity, Target,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What is said of findings, by their numbers before any of them is taken away.
#[derive(Default)]
struct OfFindings {
    rejected: BTreeMap<FindingId, String>,
    said: BTreeMap<FindingId, Said>,
}

/// Applies what is said of rows and findings.
pub(super) fn apply(comparison: &mut Comparison, mut entries: Vec<(Arc<Correction>, Outcome)>) {
    let wanted = entries.iter().any(|(it, _)| is_on_finding(it));
    let anchors: Vec<FindingAnchor> = comparison
        .findings
        .iter()
        .filter(|_| wanted)
        .map(|finding| anchor::of_finding(&comparison.articles, finding))
        .collect();
    let mut of = OfFindings::default();
    for (correction, outcome) in &mut entries {
        if *outcome == Outcome::Applied
            && let Err(why) = on_finding(&mut of, &anchors, correction)
        {
            *outcome = Outcome::Stale(why);
        }
    }
    let machine: Vec<RowVerdict> = comparison.rows.iter().map(|row| row.verdict).collect();
    let rows = Rows::of(comparison);
    take_back(comparison, &of.rejected);
    for (correction, outcome) in &mut entries {
        if *outcome == Outcome::Applied
            && let Err(why) = on_row(comparison, &rows, &machine, correction)
        {
            *outcome = Outcome::Stale(why);
        }
    }
    remove(comparison, of);
    comparison.corrected.entries = entries;
}

/// Whether a correction is on a finding.
const fn is_on_finding(correction: &Correction) -> bool {
    matches!(
        correction,
        Correction::Reject { .. }
            | Correction::Confirm { .. }
            | Correction::Note {
                on: Target::Finding(_),
                ..
            }
    )
}

/// Notes what a correction says of a finding.
fn on_finding(
    of: &mut OfFindings,
    anchors: &[FindingAnchor],
    correction: &Correction,
) -> Result<(), String> {
    match correction {
        Correction::Reject { finding, reason } => {
            for id in named(anchors, finding)? {
                of.rejected.insert(id, reason.clone());
                of.said.entry(id).or_default().reviewed = false;
            }
        }
        Correction::Confirm { finding } => {
            for id in named(anchors, finding)? {
                of.rejected.remove(&id);
                of.said.entry(id).or_default().reviewed = true;
            }
        }
        Correction::Note {
            on: Target::Finding(finding),
            text,
        } => {
            for id in named(anchors, finding)? {
                of.said.entry(id).or_default().notes.push(text.clone());
            }
        }
        _ => {}
    }
    Ok(())
}

/// The findings that are named: all of the same words, else the only one that is nearly so.
fn named(anchors: &[FindingAnchor], wanted: &FindingAnchor) -> Result<Vec<FindingId>, String> {
    let those = |fits: &dyn Fn(&FindingAnchor) -> bool| -> Vec<FindingId> {
        let ids = (0..).map(FindingId).zip(anchors);
        ids.filter(|(_, it)| fits(it)).map(|(id, _)| id).collect()
    };
    let same = those(&|it| it == wanted);
    if !same.is_empty() {
        return Ok(same);
    }
    match those(&|it| anchor::alike(it, wanted)).as_slice() {
        [one] => Ok(vec![*one]),
        [] => Err(format!(
            "there is no such finding ({})",
            wanted.kind.words()
        )),
        several => Err(format!(
            "{} findings ({}) are much like it",
            several.len(),
            wanted.kind.words()
        )),
    }
}

/// Which row holds each sentence.
struct Rows(BTreeMap<SentenceId, RowId>);

impl Rows {
    fn of(comparison: &Comparison) -> Self {
        let rows = (0..).map(RowId).zip(&comparison.rows);
        let sentences = rows.flat_map(|(id, row)| row.sentences().map(move |it| (it, id)));
        Self(sentences.collect())
    }

    /// The row that holds all sentences that are named.
    fn named(&self, articles: &[Article], wanted: &[Anchor]) -> Result<RowId, String> {
        let mut found = BTreeSet::new();
        for it in wanted {
            let id = anchor::sentence(articles, it)?;
            found.extend(self.0.get(&id).copied());
        }
        match (found.pop_first(), found.is_empty()) {
            (Some(row), true) => Ok(row),
            (None, _) => Err("it names no passage".to_owned()),
            _ => Err("its passages stand in different rows now".to_owned()),
        }
    }
}

/// Notes what a correction says of a row. `machine` holds the verdicts without any of them.
fn on_row(
    comparison: &mut Comparison,
    rows: &Rows,
    machine: &[RowVerdict],
    correction: &Correction,
) -> Result<(), String> {
    let said = |id: RowId| machine.get(id.index()).copied();
    match correction {
        Correction::Override {
            row,
            verdict,
            reason,
            ..
        } => {
            let id = rows.named(&comparison.articles, row)?;
            overrule(comparison, id, said(id), *verdict, reason)?;
        }
        Correction::Review {
            row,
            machine: before,
            ..
        } => {
            let id = rows.named(&comparison.articles, row)?;
            if let Some(now) = said(id).filter(|now| now != before) {
                return Err(format!(
                    "the machine's verdict was “{}” then and is “{}” now",
                    before.word(),
                    now.word()
                ));
            }
            comparison.corrected.rows.entry(id).or_default().reviewed = true;
        }
        Correction::Note {
            on: Target::Row(row),
            text,
        } => {
            let id = rows.named(&comparison.articles, row)?;
            let said = comparison.corrected.rows.entry(id).or_default();
            said.notes.push(text.clone());
        }
        _ => by_hand(comparison, rows, correction),
    }
    Ok(())
}

/// Marks the rows whose passages a correction put together or took apart.
fn by_hand(comparison: &mut Comparison, rows: &Rows, correction: &Correction) {
    let mut touched = BTreeSet::new();
    if is_bond(correction) {
        let sentences = correction.passages().into_iter();
        let ids = sentences.filter_map(|it| anchor::sentence(&comparison.articles, it).ok());
        touched.extend(ids.filter_map(|id| rows.0.get(&id).copied()));
    } else if let Correction::Flip {
        block,
        to: Part::Article,
    } = correction
        && let Ok((article, at)) = anchor::block(&comparison.articles, block)
        && let Some(block) = article.blocks.get(at)
    {
        let sentences = article.sentence_ids().zip(&article.sentences);
        let inside = sentences.filter(|(_, it)| block.span.contains(it.span));
        touched.extend(inside.filter_map(|(id, _)| rows.0.get(&id).copied()));
    }
    for id in touched {
        comparison.corrected.rows.entry(id).or_default().by_hand = true;
    }
}

/// Gives a row the reader's verdict.
fn overrule(
    comparison: &mut Comparison,
    id: RowId,
    machine: Option<RowVerdict>,
    verdict: RowVerdict,
    reason: &str,
) -> Result<(), String> {
    let outlets = comparison.articles.len();
    let Some(row) = comparison.rows.get_mut(id.index()) else {
        return Ok(());
    };
    if !verdicts_of(row, outlets).contains(&verdict) {
        let tellers = row.tellers();
        return Err(format!(
            "a row told by {tellers} of {outlets} outlets cannot be “{}”",
            verdict.word()
        ));
    }
    row.verdict = verdict;
    let said = comparison.corrected.rows.entry(id).or_default();
    said.machine = machine.filter(|it| *it != verdict);
    said.reviewed = true;
    reason.clone_into(&mut said.reason);
    Ok(())
}

/// The verdicts that a row can have, told as it is.
pub fn verdicts_of(row: &Row, outlets: usize) -> Vec<RowVerdict> {
    match row.tellers() {
        0 | 1 => vec![RowVerdict::Single, RowVerdict::Unsure],
        some if some < outlets => {
            vec![RowVerdict::Diverge, RowVerdict::Partial, RowVerdict::Unsure]
        }
        _ => vec![RowVerdict::Diverge, RowVerdict::Agree, RowVerdict::Unsure],
    }
}

/// Takes the verdict "diverge" back from rows whose differences the reader takes for none.
fn take_back(comparison: &mut Comparison, rejected: &BTreeMap<FindingId, String>) {
    let outlets = comparison.articles.len();
    let differs = |row: &Row, id: &FindingId, all: &[crate::model::Finding]| {
        all.get(id.index()).is_some_and(|it| {
            let inside = it.articles.iter().all(|a| row.cells.contains_key(a));
            it.kind.diverges() && it.severity >= Severity::Notable && inside
        })
    };
    for (id, row) in (0..).map(RowId).zip(&mut comparison.rows) {
        let all = &comparison.findings;
        let (out, left): (Vec<&FindingId>, Vec<&FindingId>) = row
            .findings
            .iter()
            .filter(|it| differs(row, it, all))
            .partition(|it| rejected.contains_key(it));
        if row.verdict != RowVerdict::Diverge || out.is_empty() || !left.is_empty() {
            continue;
        }
        let told = row.tellers();
        (row.verdict, row.why) = if told == outlets {
            (RowVerdict::Agree, "told by all outlets".to_owned())
        } else {
            let why = format!("told by {told} of {outlets} outlets");
            (RowVerdict::Partial, why)
        };
        let said = comparison.corrected.rows.entry(id).or_default();
        said.machine = Some(RowVerdict::Diverge);
        "what the machine found to differ was rejected".clone_into(&mut said.reason);
        let own: BTreeSet<SentenceId> = row.sentences().collect();
        let links = comparison.links.iter_mut();
        for link in links.filter(|it| own.contains(&it.a) && own.contains(&it.b)) {
            if link.verdict == LinkVerdict::Diverge {
                link.verdict = LinkVerdict::Agree;
            }
        }
    }
}

/// Takes the rejected findings away, and numbers the others anew.
fn remove(comparison: &mut Comparison, mut of: OfFindings) {
    let mut numbers = BTreeMap::new();
    let mut kept = Vec::new();
    for (id, finding) in (0..)
        .map(FindingId)
        .zip(std::mem::take(&mut comparison.findings))
    {
        let said = of.said.remove(&id);
        if let Some(reason) = of.rejected.remove(&id) {
            comparison.corrected.rejected.push(Rejected {
                finding,
                reason,
                notes: said.unwrap_or_default().notes,
            });
            continue;
        }
        let number = FindingId(kept.len() as u32);
        numbers.insert(id, number);
        if let Some(said) = said {
            comparison.corrected.findings.insert(number, said);
        }
        kept.push(finding);
    }
    comparison.findings = kept;
    for row in &mut comparison.rows {
        let ids = std::mem::take(&mut row.findings).into_iter();
        row.findings = ids.filter_map(|id| numbers.get(&id).copied()).collect();
    }
}
