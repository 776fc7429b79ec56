//! Statements that outlets have from other sources.
//!
//! Words in quotation marks that stand in two mouths are the quotes' business; here it is what
//! outlets only report: "according to the ministry" here, "police said" there.

use crate::compare::clash::{Clash, Side};
use crate::compare::reading::Pair;
use crate::model::{
    Comparison, FactKind, FindingKind, Place, Quote, QuoteKind, SentenceId, Severity, Value,
};
use crate::text::fold::fold;
use crate::text::stopwords::is_function_word;
use std::collections::BTreeSet;

/// Which share of the content words two sentences must share to be one statement of two sources.
const SAME: f64 = 0.5;

/// Statements that linked sentences of a row have from other sources.
pub(in crate::compare) fn clash(comparison: &Comparison, pair: &Pair<'_>) -> Option<Clash> {
    let (x, y) = (source(comparison, pair.a)?, source(comparison, pair.b)?);
    let reported = [x, y].iter().any(|quote| quote.kind == QuoteKind::Indirect);
    if !reported || pair.overlap < SAME || may_be_one(comparison, x, y) {
        return None;
    }
    Some(Clash {
        kind: FindingKind::Attribution,
        severity: Severity::Minor,
        row: pair.row,
        sides: vec![side(x)?, side(y)?],
        explained: false,
    })
}

/// The only quote of a sentence, if it has a speaker whom the same article names.
fn source(comparison: &Comparison, id: SentenceId) -> Option<&Quote> {
    match comparison.quotes_of(id) {
        [quote] => {
            Some(quote).filter(|quote| quote.speaker.as_ref().is_some_and(|s| s.span.is_some()))
        }
        _ => None,
    }
}

/// Whether two speakers may be one: they share a word of their names, or one of them is no more
/// than described.
fn may_be_one(comparison: &Comparison, x: &Quote, y: &Quote) -> bool {
    let words = |quote: &Quote| -> BTreeSet<String> {
        let name = quote
            .speaker
            .as_ref()
            .map_or(String::new(), |s| fold(&s.name));
        let words = name
            .split(|c: char| !c.is_alphanumeric())
            .map(str::to_owned);
        words
            .filter(|word| !word.is_empty() && !is_function_word(word, None))
            .collect()
    };
    !words(x).is_disjoint(&words(y)) || !is_named(comparison, x) || !is_named(comparison, y)
}

/// Whether the speaker of a quote is somebody, or some body, known by name.
fn is_named(comparison: &Comparison, quote: &Quote) -> bool {
    let name = quote.speaker.as_ref().map(|speaker| &speaker.name);
    comparison.facts.facts.iter().any(|fact| {
        matches!(fact.kind, FactKind::Person | FactKind::Organisation)
            && matches!(&fact.value, Value::Name(known) if Some(known) == name)
    })
}

fn side(quote: &Quote) -> Option<Side> {
    let speaker = quote.speaker.as_ref()?;
    Some(Side {
        place: Place {
            article: quote.sentence.article,
            span: speaker.span?,
        },
        value: speaker.name.clone(),
    })
}
