//! What two outlets give differently, and findings of it that name every outlet once.

use super::reading::RowOf;
use crate::model::{
    ArticleId, Comparison, Finding, FindingKind, Place, RowId, SentenceId, Severity,
};
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};

/// One outlet's side of a difference.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Side {
    /// The words.
    pub place: Place,
    /// What they say in comparable form: sides with one value are on one side.
    pub value: String,
}

impl Side {
    /// What the words at `span` of an article say.
    pub(super) fn new(article: ArticleId, span: Span, value: &str) -> Self {
        Self {
            place: Place { article, span },
            value: value.to_owned(),
        }
    }
}

/// Two outlets, or more, that give one thing differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clash {
    pub kind: FindingKind,
    pub severity: Severity,
    pub row: RowId,
    pub sides: Vec<Side>,
    /// Whether the reason shows the values beside the words.
    pub explained: bool,
}

/// The findings of some clashes. Clashes of one kind that share a side are one finding: that three
/// outlets print one wire text is no reason to say three times that a fourth differs.
///
/// A finding stands in the row where most of its outlets give their side.
pub(super) fn findings(
    comparison: &Comparison,
    row_of: &RowOf,
    clashes: Vec<Clash>,
) -> Vec<Finding> {
    let mut groups: Vec<Vec<Clash>> = Vec::new();
    for clash in clashes {
        let joins = |group: &Vec<Clash>| group.iter().any(|other| one(other, &clash));
        let (mut joined, rest): (Vec<_>, Vec<_>) = groups.into_iter().partition(joins);
        let mut group: Vec<Clash> = joined.drain(..).flatten().collect();
        group.push(clash);
        groups = rest;
        groups.push(group);
    }
    let found = groups
        .iter()
        .filter_map(|group| finding(comparison, row_of, group));
    found.collect()
}

/// Whether two clashes belong to one finding.
fn one(x: &Clash, y: &Clash) -> bool {
    let share = || x.sides.iter().any(|side| y.sides.contains(side));
    let values = |clash: &Clash| -> BTreeSet<String> {
        clash.sides.iter().map(|side| side.value.clone()).collect()
    };
    let alike = || x.row == y.row && !x.explained && values(x) == values(y);
    x.kind == y.kind && (share() || alike())
}

fn finding(comparison: &Comparison, row_of: &RowOf, group: &[Clash]) -> Option<Finding> {
    let first = group.first()?;
    let sides: BTreeSet<&Side> = group.iter().flat_map(|clash| &clash.sides).collect();
    let articles: BTreeSet<_> = sides.iter().map(|side| side.place.article).collect();
    let row = row(comparison, row_of, &sides).unwrap_or(first.row);
    let is_here = |sentence| row_of.get(&sentence) == Some(&row);
    Some(Finding {
        kind: first.kind,
        severity: group.iter().map(|clash| clash.severity).max()?,
        row,
        articles: articles.into_iter().collect(),
        places: sides.iter().map(|side| side.place).collect(),
        values: sides.iter().map(|side| side.value.clone()).collect(),
        importance: None,
        why: why(comparison, &sides, first.explained, is_here),
    })
}

/// The row where most outlets give one of some sides. Of several it is that of the sentence whose
/// text comes first in the order of characters, so that the order of the files does not decide.
fn row(comparison: &Comparison, row_of: &RowOf, sides: &BTreeSet<&Side>) -> Option<RowId> {
    let mut rows: BTreeMap<RowId, (BTreeSet<ArticleId>, &str)> = BTreeMap::new();
    for place in sides.iter().map(|side| side.place) {
        let Some(sentence) = comparison
            .article(place.article)
            .sentence_at(place.span.start)
        else {
            continue;
        };
        let text = comparison.sentence(sentence);
        if let Some(&row) = row_of.get(&sentence) {
            let (outlets, first) = rows.entry(row).or_insert((BTreeSet::new(), text));
            outlets.insert(place.article);
            *first = text.min(first);
        }
    }
    let best = rows.iter().max_by(|(_, (x, first)), (_, (y, other))| {
        x.len().cmp(&y.len()).then_with(|| other.cmp(first))
    });
    best.map(|(row, _)| *row)
}

/// "The Quay and Elm Times: “19 people”; Harbour Post (¶3): “21”": the paragraph of what stands in
/// another row.
fn why(
    comparison: &Comparison,
    sides: &BTreeSet<&Side>,
    explained: bool,
    is_here: impl Fn(SentenceId) -> bool,
) -> String {
    let mut groups: Vec<(&str, Vec<&Side>)> = Vec::new();
    for side in sides {
        match groups.iter_mut().find(|(value, _)| *value == side.value) {
            Some((_, group)) => group.push(side),
            None => groups.push((&side.value, vec![side])),
        }
    }
    let outlet = |side: &&Side| {
        let article = comparison.article(side.place.article);
        let sentence = article.sentence_at(side.place.span.start);
        let elsewhere = sentence.filter(|id| !is_here(*id));
        let sentence = elsewhere.and_then(|id| article.sentences.get(id.index as usize));
        let at = sentence.map_or_else(String::new, |it| format!(" (¶{})", it.paragraph + 1));
        (&article.outlet, at)
    };
    let part = |(value, group): &(&str, Vec<&Side>)| {
        let mut outlets: BTreeMap<ArticleId, (&String, String)> = BTreeMap::new();
        for side in group {
            let (name, at) = outlet(side);
            let known = outlets.entry(side.place.article);
            let known = known.or_insert_with(|| (name, at.clone()));
            // Who gives it in the row need not be looked up elsewhere.
            if at.is_empty() {
                known.1 = at;
            }
        }
        let outlets: Vec<String> = outlets
            .values()
            .map(|(name, at)| format!("{name}{at}"))
            .collect();
        let outlets: Vec<&str> = outlets.iter().map(String::as_str).collect();
        let place = group.first().map(|side| side.place);
        let words = place.map_or("", |p| comparison.article(p.article).slice(p.span));
        let note = if explained {
            format!(" ({value})")
        } else {
            String::new()
        };
        format!("{}: “{words}”{note}", listed(&outlets))
    };
    groups.iter().map(part).collect::<Vec<_>>().join("; ")
}

/// "A, B and C".
pub(super) fn listed(names: &[&str]) -> String {
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => names.concat(),
    }
}
