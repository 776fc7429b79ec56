//! Findings to verdicts.

use crate::model::{
    Article, Comparison, Finding, FindingId, Link, LinkVerdict, Row, RowVerdict, SentenceId,
    Severity,
};

/// Puts the findings in order and raises the verdicts of the rows and links that they touch.
pub(super) fn judge(comparison: &mut Comparison, mut findings: Vec<Finding>) {
    findings.sort_by(|x, y| {
        (x.row, x.kind, &x.articles, &x.places).cmp(&(y.row, y.kind, &y.articles, &y.places))
    });
    findings.dedup();
    for (at, finding) in findings.iter().enumerate() {
        let Some(row) = comparison.rows.get_mut(finding.row.index()) else {
            continue;
        };
        row.findings.push(FindingId(at as u32));
        let diverges = finding.kind.diverges() && finding.severity >= Severity::Notable;
        let inside = finding
            .articles
            .iter()
            .all(|article| row.cells.contains_key(article));
        if !diverges || !inside {
            continue;
        }
        if row.verdict == RowVerdict::Diverge {
            row.why = format!("{}; {}", row.why, finding.why);
        } else if row.verdict != RowVerdict::Unsure {
            row.verdict = RowVerdict::Diverge;
            row.why.clone_from(&finding.why);
        }
        for link in linked(&mut comparison.links, row) {
            if link.verdict == LinkVerdict::Agree
                && touches(finding, row, link, &comparison.articles)
            {
                link.verdict = LinkVerdict::Diverge;
            }
        }
    }
    comparison.findings = findings;
}

/// The links whose earlier sentence stands in a row.
fn linked<'a>(links: &'a mut [Link], row: &Row) -> impl Iterator<Item = &'a mut Link> {
    let own: Vec<SentenceId> = row.sentences().collect();
    let start = links.partition_point(|link| own.first().is_some_and(|first| link.a < *first));
    let end = links.partition_point(|link| own.last().is_some_and(|last| link.a <= *last));
    let run = links.get_mut(start..end).unwrap_or_default();
    run.iter_mut()
        .filter(move |link| own.binary_search(&link.a).is_ok())
}

/// Whether a finding is about the two sentences of a link: they stand in its row and hold words
/// of it on both sides.
fn touches(finding: &Finding, row: &Row, link: &Link, articles: &[Article]) -> bool {
    let holds = |id: SentenceId| {
        let inside = row
            .cells
            .get(&id.article)
            .is_some_and(|cell| cell.contains(&id));
        let sentence = articles
            .get(id.article.index())
            .and_then(|a| a.sentences.get(id.index as usize));
        inside
            && sentence.is_some_and(|sentence| {
                finding
                    .places
                    .iter()
                    .any(|place| place.article == id.article && place.span.overlaps(sentence.span))
            })
    };
    holds(link.a) && holds(link.b)
}
