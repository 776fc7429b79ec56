//! Findings to verdicts.

use crate::model::{
    Article, Comparison, Finding, FindingId, Link, LinkVerdict, Place, Row, RowVerdict, SentenceId,
    Severity,
};

/// Puts the findings in order and raises the verdicts of the rows and links that they touch.
pub(super) fn judge(comparison: &mut Comparison, mut findings: Vec<Finding>) {
    findings.sort_by(|x, y| {
        (x.row, x.kind, &x.articles, &x.places).cmp(&(y.row, y.kind, &y.articles, &y.places))
    });
    findings.dedup();
    for (at, finding) in findings.iter().enumerate() {
        let of_row = comparison.is_of_one_row(finding);
        let Some(row) = comparison.rows.get_mut(finding.row.index()) else {
            continue;
        };
        row.findings.push(FindingId(at as u32));
        if !finding.kind.diverges() {
            continue;
        }
        if finding.severity < Severity::Notable {
            note(row, finding);
            continue;
        }
        // That one outlet says a thing in two ways sets no two outlets against each other.
        if of_row && finding.articles.len() > 1 {
            raise(row, finding);
        }
        let sides = sides(finding, &comparison.articles);
        each_linked(&mut comparison.links, &sides, |link| {
            if link.verdict == LinkVerdict::Agree {
                link.verdict = LinkVerdict::Diverge;
            }
        });
    }
    comparison.findings = findings;
}

/// Says of a finding that is too slight for a verdict that it is there, of several of one kind, which
/// follow each other, once.
fn note(row: &mut Row, finding: &Finding) {
    let kind = finding.kind.words();
    if row.verdict != RowVerdict::Diverge && !row.why.ends_with(kind) {
        row.why = format!("{}; noted, too slight to decide: {kind}", row.why);
    }
}

/// Gives a row the verdict of a finding.
fn raise(row: &mut Row, finding: &Finding) {
    if row.verdict == RowVerdict::Diverge {
        row.why = format!("{}; {}", row.why, finding.why);
    } else if row.verdict != RowVerdict::Unsure {
        row.verdict = RowVerdict::Diverge;
        row.why.clone_from(&finding.why);
    }
}

/// A sentence that holds words of a finding, and what they say where that can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Side<'a> {
    sentence: SentenceId,
    value: Option<&'a str>,
}

/// The sides of a finding, by sentence.
fn sides<'a>(finding: &'a Finding, articles: &[Article]) -> Vec<Side<'a>> {
    let values = finding.values.iter().map(|value| Some(value.as_str()));
    let of = |(place, value): (&Place, Option<&'a str>)| {
        let article = articles.get(place.article.index())?;
        let ids = article.sentence_ids().zip(&article.sentences);
        let holding = ids.filter(|(_, sentence)| sentence.span.overlaps(place.span));
        let side = move |(sentence, _)| Side { sentence, value };
        Some(holding.map(side).collect::<Vec<_>>())
    };
    let places = finding.places.iter();
    let mut sides: Vec<_> = places
        .zip(values.chain(std::iter::repeat(None)))
        .filter_map(of)
        .flatten()
        .collect();
    sides.sort_unstable();
    sides
}

/// Does `f` to the links, which are sorted, between different sides, which are sorted too.
fn each_linked(links: &mut [Link], sides: &[Side<'_>], mut f: impl FnMut(&mut Link)) {
    let differ = |x: &Side<'_>, y: &Side<'_>| x.value.is_none() || x.value != y.value;
    let of = |id: SentenceId| {
        let start = sides.partition_point(|side| side.sentence < id);
        let rest = sides.get(start..).unwrap_or_default().iter();
        rest.take_while(move |side| side.sentence == id)
    };
    for own in sides.chunk_by(|x, y| x.sentence == y.sentence) {
        let Some(id) = own.first().map(|side| side.sentence) else {
            continue;
        };
        let start = links.partition_point(|link| link.a < id);
        let end = links.partition_point(|link| link.a <= id);
        let run = links.get_mut(start..end).unwrap_or_default().iter_mut();
        run.filter(|link| own.iter().any(|x| of(link.b).any(|y| differ(x, y))))
            .for_each(&mut f);
    }
}
