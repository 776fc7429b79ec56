//! Pieces that an outlet does not tell.

use crate::model::{
    Absence, ArticleId, Comparison, Fact, FactKind, Finding, FindingKind, Place, RowId, RowVerdict,
    SentenceId, Severity, Value,
};
use crate::text::stopwords::is_function_word;
use std::collections::BTreeSet;
use unicode_segmentation::UnicodeSegmentation;

/// From this importance on a piece that is left out is a major finding, and from the other a
/// notable one.
const MAJOR: u8 = 60;
const NOTABLE: u8 = 35;

/// The omission that a row shows, if some outlet does not tell it.
///
/// `voices` is how many voices tell the row.
pub(in crate::compare) fn finding(
    comparison: &Comparison,
    id: RowId,
    voices: usize,
) -> Option<Finding> {
    let row = comparison.row(id);
    if row.omitted_by.is_empty() || row.verdict == RowVerdict::Unsure {
        return None;
    }
    let places = row
        .sentences()
        .filter_map(|sentence| place(comparison, sentence))
        .collect();
    let parts: Vec<String> = row
        .omitted_by
        .iter()
        .map(|&outlet| part(comparison, id, outlet))
        .collect();
    let importance = importance(comparison, id, voices);
    Some(Finding {
        kind: FindingKind::Omission,
        severity: match importance {
            MAJOR.. => Severity::Major,
            NOTABLE.. => Severity::Notable,
            _ => Severity::Minor,
        },
        row: id,
        articles: row.omitted_by.clone(),
        places,
        values: Vec::new(),
        importance: Some(importance),
        why: parts.join("; "),
    })
}

/// "B does not state this; nearest B12, 0.13 (shares “Trump”, not “decide”)", or, where some sentence
/// may tell it, "B does not clearly state this; perhaps in B4 (0.36: shares …)".
fn part(comparison: &Comparison, id: RowId, outlet: ArticleId) -> String {
    let name = &comparison.article(outlet).outlet;
    match comparison.row(id).nearest.get(&outlet) {
        Some(near) if near.absence == Absence::Doubtful => format!(
            "{name} does not clearly state this; perhaps in {} ({:.2}: {})",
            near.sentence, near.score, near.why
        ),
        Some(near) => format!(
            "{name} does not state this; nearest {}, {:.2} ({})",
            near.sentence, near.score, near.why
        ),
        None => format!("{name} does not state this, nor anything near it"),
    }
}

/// How central the piece that a row tells is to the story, 0 to 100:
///
/// 35 × how much it says (content words of its fullest sentence, 20 being all),
/// 25 × how many people and bodies it names (3 being all), 15 × the share of the other outlets that
/// tell it (those that print one text counted once), 15 × how early it stands (e^(-paragraph/4) where it stands earliest), 10 if it holds a
/// number.
///
/// The weights are those of a logistic regression on 2,300 pieces that readers of 29 stories said an
/// outlet leaves out, each marked as important or not, rounded; left to a story that it did not see,
/// the formula ranks an important piece before another in 73 of 100 cases, and its value is about
/// the share of pieces that readers marked. That a piece is quoted speaks against its importance
/// there, if anything, so quotation marks count for nothing.
fn importance(comparison: &Comparison, id: RowId, voices: usize) -> u8 {
    let row = comparison.row(id);
    let sentences: Vec<SentenceId> = row.sentences().collect();
    let most = |of: &dyn Fn(SentenceId) -> usize, all: usize| {
        let most = sentences.iter().map(|&s| of(s)).max().unwrap_or(0);
        most.min(all) as f64 / all as f64
    };
    let others = comparison.articles.len().saturating_sub(2).max(1);
    let tellers = voices + row.elsewhere.len();
    let told = tellers.saturating_sub(1).min(others) as f64 / others as f64;
    let first = sentences.iter().map(|&s| paragraph(comparison, s)).min();
    let early = (-f64::from(first.unwrap_or(0)) / 4.0).exp();
    let says = most(&|s| content(comparison, s), 20);
    let named = most(&|s| names(comparison, s), 3);
    let number = most(&|s| numbers(comparison, s), 1);
    let sum = 35.0 * says + 25.0 * named + 15.0 * told + 15.0 * early + 10.0 * number;
    (0..=100)
        .rev()
        .find(|&whole| f64::from(whole) <= sum + 0.5)
        .unwrap_or(0)
}

fn paragraph(comparison: &Comparison, id: SentenceId) -> u32 {
    let sentences = &comparison.article(id.article).sentences;
    sentences.get(id.index as usize).map_or(0, |s| s.paragraph)
}

/// How many content words a sentence has.
fn content(comparison: &Comparison, id: SentenceId) -> usize {
    let language = comparison.article(id.article).language.as_deref();
    let words = comparison.sentence(id).unicode_words();
    words
        .filter(|word| !is_function_word(&word.to_lowercase(), language))
        .count()
}

/// How many people and bodies a sentence names.
fn names(comparison: &Comparison, id: SentenceId) -> usize {
    let named = |fact: &&Fact| matches!(fact.kind, FactKind::Person | FactKind::Organisation);
    let facts = comparison.facts_of(id).iter().filter(named);
    let different: BTreeSet<&str> = facts
        .filter_map(|fact| match &fact.value {
            Value::Name(name) => Some(name.as_str()),
            _ => None,
        })
        .collect();
    different.len()
}

/// How many numbers a sentence holds.
fn numbers(comparison: &Comparison, id: SentenceId) -> usize {
    let facts = comparison.facts_of(id).iter();
    facts
        .filter(|fact| matches!(fact.value, Value::Amount(_)))
        .count()
}

/// Where a sentence stands.
pub(in crate::compare) fn place(comparison: &Comparison, id: SentenceId) -> Option<Place> {
    let sentence = comparison
        .article(id.article)
        .sentences
        .get(id.index as usize)?;
    Some(Place {
        article: id.article,
        span: sentence.span,
    })
}
