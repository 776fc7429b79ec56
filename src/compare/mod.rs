//! Links and rows to verdicts and findings.
//!
//! Each file finds findings of its kinds and knows nothing of the others; [`compare`] gathers
//! them, puts them in order, and raises the verdicts of the rows and links that they touch.

mod details;
mod names;
mod omissions;
mod origin;
mod quotes;
mod values;

use crate::model::{
    Alignment, Article, ArticleId, Comparison, Facts, Finding, FindingId, Link, LinkVerdict, Row,
    RowId, RowVerdict, SentenceId, Settings, Severity, Warning,
};
use crate::text::fold;

/// A share of told sentences below which articles hardly tell one event.
const ONE_EVENT: f64 = 0.08;

/// What a story's outlets agree on, tell differently and leave out.
pub fn compare(
    articles: Vec<Article>,
    facts: Facts,
    alignment: Alignment,
    warnings: Vec<Warning>,
    settings: &Settings,
) -> Comparison {
    let mut comparison = Comparison {
        settings: *settings,
        articles,
        facts,
        links: alignment.links,
        rows: alignment.rows,
        warnings,
        ..Comparison::default()
    };
    comparison.same_quotes = quotes::same_quotes(&comparison);
    comparison.shared_origin = origin::shared_origin(&comparison);
    let mut findings = quotes::findings(&comparison);
    let folded: Vec<String> = comparison
        .articles
        .iter()
        .map(|a| fold::fold(&a.text))
        .collect();
    findings.extend(names::findings(&comparison, &folded));
    for at in 0..comparison.rows.len() {
        let row = RowId(at as u32);
        findings.extend(values::findings(&comparison, row));
        findings.extend(details::findings(&comparison, &folded, row));
        findings.extend(omissions::finding(&comparison, row));
    }
    judge(&mut comparison, findings);
    comparison.warnings.extend(doubts(&comparison));
    comparison
}

/// Puts the findings in order and raises the verdicts of the rows and links that they touch.
fn judge(comparison: &mut Comparison, mut findings: Vec<Finding>) {
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
                link.why = format!("{}; differs: {}", link.why, finding.why);
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

/// What the reader must know before trusting the comparison.
fn doubts(comparison: &Comparison) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let articles = &comparison.articles;
    for (at, a) in articles.iter().enumerate() {
        if a.sentences.is_empty() {
            warnings.push(about(
                a,
                "no article text was found: everything in it is set aside".into(),
            ));
        }
        for b in articles.iter().skip(at + 1) {
            if identical(a, b) {
                let text = format!(
                    "{} and {} are the same text, but for typography: compared all the same",
                    a.outlet, b.outlet
                );
                warnings.push(Warning { source: None, text });
            }
        }
    }
    for a in articles.iter().filter(|a| !a.sentences.is_empty()) {
        let share = told_share(comparison, a.id);
        if share < ONE_EVENT && articles.len() > 1 {
            let text = format!(
                "hardly anything in {} is told by another outlet ({:.0} % of its sentences): is it about the same event?",
                a.outlet,
                share * 100.0
            );
            warnings.push(about(a, text));
        }
    }
    warnings
}

/// A warning about one article.
fn about(article: &Article, text: String) -> Warning {
    Warning {
        source: Some(article.source.clone()),
        text,
    }
}

/// Whether two articles have the same sentences but for typography.
fn identical(a: &Article, b: &Article) -> bool {
    a.sentences.len() == b.sentences.len()
        && !a.sentences.is_empty()
        && a.sentences
            .iter()
            .zip(&b.sentences)
            .all(|(x, y)| fold::same(a.slice(x.span), b.slice(y.span)))
}

/// The share of an article's sentences that some other outlet tells, by claimed links.
fn told_share(comparison: &Comparison, id: ArticleId) -> f64 {
    let mut told = vec![false; comparison.article(id).sentences.len()];
    for link in comparison
        .links
        .iter()
        .filter(|link| link.verdict != LinkVerdict::Unsure)
    {
        for end in [link.a, link.b] {
            if end.article == id
                && let Some(place) = told.get_mut(end.index as usize)
            {
                *place = true;
            }
        }
    }
    told.iter().filter(|told| **told).count() as f64 / told.len().max(1) as f64
}
