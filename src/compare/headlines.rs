//! Amounts of headlines against the text below them: "12 dead" over "at least 14 people died".
//!
//! What the text gives anywhere, or what can be true together with it, is no contradiction; nor is an
//! amount of which the text gives no like.

use super::amounts::fit::compatible;
use super::amounts::told::{Told, told};
use super::amounts::values;
use super::reading::{Readings, RowOf, tokens};
use crate::model::{Article, Comparison, Fact, FactKind, Finding, FindingKind, Severity};

/// So many words around an amount of the text must stand around that of the headline, too, where
/// neither counts those whom the event touched: a text gives many amounts, and no link says which
/// sentence the headline is about.
const AROUND: usize = 2;

/// The amounts that headlines give otherwise than their texts.
pub(super) fn findings(
    comparison: &Comparison,
    counting: &Readings,
    row_of: &RowOf,
) -> Vec<Finding> {
    let amounts = &comparison.facts.headline_amounts;
    let headlines = amounts.chunk_by(|x, y| x.sentence.article == y.sentence.article);
    let found = headlines.filter_map(|amounts| {
        let article = comparison.article(amounts.first()?.sentence.article);
        Some(of_headline(comparison, counting, row_of, article, amounts))
    });
    found.flatten().collect()
}

/// Whether an amount of the text can be true together with a claim of the headline.
fn fits(told: &Told<'_>, claim: &Told<'_>) -> bool {
    counts_as(told, claim) && compatible(told.amount, claim.amount)
        || values::fits(claim, told.fact)
}

/// Whether an amount counts those whom the event touched in the same way as a claim.
fn counts_as(told: &Told<'_>, claim: &Told<'_>) -> bool {
    claim.kind.is_some() && told.kind == claim.kind
}

fn of_headline(
    comparison: &Comparison,
    counting: &Readings,
    row_of: &RowOf,
    article: &Article,
    amounts: &[Fact],
) -> Vec<Finding> {
    let language = article.language.as_deref();
    let headline = article.headline.map_or_else(Vec::new, |span| {
        tokens(article.slice(span), span.start, language)
    });
    let mut claims = told(amounts, &headline);
    claims.retain(|claim| !values::anywhere(comparison, article.id, claim));
    if claims.is_empty() {
        return Vec::new();
    }
    let of_sentence = |id| told(comparison.facts_of(id), counting.tokens(id));
    let text: Vec<Told<'_>> = article.sentence_ids().flat_map(of_sentence).collect();
    let at_odds = claims
        .iter()
        .filter(|claim| !text.iter().any(|it| fits(it, claim)));
    let found = at_odds.filter_map(|claim| {
        let rival = rival(claim, &text)?;
        let words = |it: &Told<'_>| article.slice(it.fact.span);
        Some(Finding {
            kind: FindingKind::Number,
            severity: Severity::Notable,
            row: *row_of.get(&rival.fact.sentence)?,
            articles: vec![article.id],
            places: vec![values::side(rival).place],
            values: Vec::new(),
            importance: None,
            why: format!(
                "{}’s headline → its text: “{}” → “{}”",
                article.outlet,
                words(claim),
                words(rival)
            ),
        })
    });
    found.collect()
}

/// The amount of a text that is of the same thing as one of its headline: the first that counts those
/// whom the event touched, else the one with most words around it in common.
fn rival<'a, 'b>(claim: &Told<'_>, text: &'a [Told<'b>]) -> Option<&'a Told<'b>> {
    let counts =
        |it: &&Told<'_>| counts_as(it, claim) && values::of_one_toll(it.amount, claim.amount);
    let counted = text.iter().find(counts);
    counted.or_else(|| {
        // Of what a share is one, headlines seldom say.
        if claim.fact.kind == FactKind::Percent {
            return None;
        }
        let best = values::best(claim, &text.iter())?;
        (values::shared(claim, best) >= AROUND).then_some(best)
    })
}
