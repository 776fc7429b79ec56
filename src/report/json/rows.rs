//! Links, rows and findings.

use super::corrected::{self, Reader};
use super::quotes::{Passage, wording};
use crate::model::{
    Absence, Article, ArticleId, Comparison, EvidenceKind, Finding, FindingId, FindingKind, Link,
    LinkVerdict, Place, RowId, RowVerdict, SentenceId, Severity,
};
use crate::parallel;
use crate::report::Look;
use crate::report::summary::rounded;
use crate::text::diff::Change;
use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

#[derive(Serialize)]
struct LinkView<'a> {
    a: SentenceId,
    b: SentenceId,
    score: f64,
    verdict: LinkVerdict,
    why: String,
    evidence: Vec<EvidenceView<'a>>,
    /// Left out where the score claims nothing: candidates are listed to be ranked, not read.
    #[serde(skip_serializing_if = "Option::is_none")]
    wording: Option<Vec<Change>>,
}

#[derive(Serialize)]
struct EvidenceView<'a> {
    kind: EvidenceKind,
    text: &'a str,
    weight: f64,
}

#[derive(Serialize)]
pub(super) struct RowView<'a> {
    id: RowId,
    verdict: RowVerdict,
    why: &'a str,
    cells: &'a BTreeMap<ArticleId, Vec<SentenceId>>,
    elsewhere: &'a BTreeMap<ArticleId, SentenceId>,
    omitted_by: &'a [ArticleId],
    nearest: BTreeMap<ArticleId, NearestView<'a>>,
    findings: Vec<FindingId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reader: Option<Reader<'a>>,
}

#[derive(Serialize)]
struct NearestView<'a> {
    sentence: SentenceId,
    score: f64,
    absence: Absence,
    why: &'a str,
}

#[derive(Serialize)]
pub(super) struct FindingView<'a> {
    id: FindingId,
    kind: FindingKind,
    severity: Severity,
    row: RowId,
    articles: &'a [ArticleId],
    spans: Vec<PlaceView<'a>>,
    /// 0 to 1, of pieces that are left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    importance: Option<f64>,
    why: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reader: Option<Reader<'a>>,
}

#[derive(Serialize)]
struct PlaceView<'a> {
    #[serde(flatten)]
    place: Place,
    /// What it says in comparable form, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
}

/// So many links are worded before they are written: a long story has a hundred thousand.
const AT_ONCE: usize = 8192;

/// Fewer links, or articles, than this are not worth a thread.
const WORTH: usize = 8;
const ARTICLES: usize = 2;

/// All links, with the wording of those that are shown.
pub(super) struct Links<'a>(pub &'a Comparison);

impl Serialize for Links<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let comparison = self.0;
        let articles = &comparison.articles;
        let texts = parallel::map(articles, ARTICLES, |_, article| passages(article));
        let text = |id: SentenceId| {
            let article = texts.get(id.article.index())?;
            article.get(id.index as usize)
        };
        let is_worded = |link: &Link| {
            let alike = comparison.speak_alike(link.a.article, link.b.article);
            alike && link.score >= comparison.settings.unsure
        };
        let worded = |_, link: &Link| {
            let both = || text(link.a).zip(text(link.b));
            let both = is_worded(link).then(both).flatten();
            both.map(|(a, b)| wording(a, b))
        };
        let mut list = to.serialize_seq(Some(comparison.links.len()))?;
        for links in comparison.links.chunks(AT_ONCE) {
            let wordings = parallel::map(links, WORTH, worded);
            for (link, wording) in links.iter().zip(wordings) {
                list.serialize_element(&LinkView {
                    a: link.a,
                    b: link.b,
                    score: rounded(link.score),
                    verdict: link.verdict,
                    why: link.why(),
                    evidence: evidence(link),
                    wording,
                })?;
            }
        }
        list.end()
    }
}

fn passages(article: &Article) -> Vec<Passage<'_>> {
    let sentences = article.sentences.iter();
    sentences
        .map(|sentence| Passage::new(article, sentence.span))
        .collect()
}

fn evidence(link: &Link) -> Vec<EvidenceView<'_>> {
    link.evidence
        .iter()
        .map(|evidence| EvidenceView {
            kind: evidence.kind,
            text: &evidence.text,
            weight: rounded(evidence.weight),
        })
        .collect()
}

/// All rows; of their findings those that are shown.
pub(super) fn rows<'a>(comparison: &'a Comparison, look: &Look) -> Vec<RowView<'a>> {
    let ids = (0..).map(RowId);
    ids.zip(&comparison.rows)
        .map(|(id, row)| RowView {
            id,
            verdict: row.verdict,
            why: &row.why,
            cells: &row.cells,
            elsewhere: &row.elsewhere,
            omitted_by: &row.omitted_by,
            nearest: row
                .nearest
                .iter()
                .map(|(article, nearest)| {
                    let view = NearestView {
                        sentence: nearest.sentence,
                        score: rounded(nearest.score),
                        absence: nearest.absence,
                        why: &nearest.why,
                    };
                    (*article, view)
                })
                .collect(),
            findings: row
                .findings
                .iter()
                .copied()
                .filter(|id| look.has(comparison, *id))
                .collect(),
            reader: corrected::of_row(comparison, id),
        })
        .collect()
}

/// The findings that are shown.
pub(super) fn findings<'a>(comparison: &'a Comparison, look: &Look) -> Vec<FindingView<'a>> {
    let ids = (0..).map(FindingId);
    ids.zip(&comparison.findings)
        .filter(|(id, _)| look.has(comparison, *id))
        .map(|(id, finding)| FindingView {
            id,
            kind: finding.kind,
            severity: finding.severity,
            row: finding.row,
            articles: &finding.articles,
            spans: places(finding),
            importance: finding.importance.map(|share| f64::from(share) / 100.0),
            why: &finding.why,
            reader: corrected::of_finding(comparison, id),
        })
        .collect()
}

/// The places of a finding, each with its value.
fn places(finding: &Finding) -> Vec<PlaceView<'_>> {
    let values = finding.values.iter().map(|value| Some(value.as_str()));
    let values = values.chain(std::iter::repeat(None));
    let places = finding.places.iter().zip(values);
    places
        .map(|(&place, value)| PlaceView { place, value })
        .collect()
}
