//! Findings to verdicts.

use crate::model::{
    Article, Comparison, Finding, FindingId, Link, LinkVerdict, RowVerdict, SentenceId, Severity,
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
        let touched: Vec<SentenceId> = row
            .sentences()
            .filter(|&id| touches(finding, id, &comparison.articles))
            .collect();
        for link in linked(&mut comparison.links, &touched) {
            if link.verdict == LinkVerdict::Agree {
                link.verdict = LinkVerdict::Diverge;
            }
        }
    }
    comparison.findings = findings;
}

/// The links between some sentences, which are sorted.
fn linked<'a>(links: &'a mut [Link], ids: &'a [SentenceId]) -> impl Iterator<Item = &'a mut Link> {
    let start = links.partition_point(|link| ids.first().is_some_and(|first| link.a < *first));
    let end = links.partition_point(|link| ids.last().is_some_and(|last| link.a <= *last));
    let run = links.get_mut(start..end).unwrap_or_default();
    let both = |link: &&mut Link| {
        [link.a, link.b]
            .iter()
            .all(|id| ids.binary_search(id).is_ok())
    };
    run.iter_mut().filter(both)
}

/// Whether a sentence holds words of a finding.
fn touches(finding: &Finding, id: SentenceId, articles: &[Article]) -> bool {
    let article = articles.get(id.article.index());
    let sentence = article.and_then(|a| a.sentences.get(id.index as usize));
    sentence.is_some_and(|sentence| {
        let mut own = finding
            .places
            .iter()
            .filter(|place| place.article == id.article);
        own.any(|place| place.span.overlaps(sentence.span))
    })
}
