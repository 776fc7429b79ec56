//! Amounts of headlines against the text below them: "12 dead" over "at least 14 people died".
//!
//! What the text gives anywhere, or what can be true together with it, is no contradiction; nor is an
//! amount of which the text gives no like.

use super::fit::compatible;
use super::reading::{Readings, RowOf, Token, tokens};
use super::tolls::{self, Kind};
use super::values::{self, Told};
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

/// An amount of the text, and what it counts.
struct Given<'a> {
    told: Told<'a>,
    kind: Option<Kind>,
}

impl Given<'_> {
    /// Whether it can be true together with an amount of the same things.
    fn fits(&self, claim: &Given<'_>) -> bool {
        self.counts_as(claim) && compatible(self.told.amount, claim.told.amount)
            || values::fits(&claim.told, self.told.fact)
    }

    /// Whether it counts those whom the event touched in the same way.
    fn counts_as(&self, claim: &Given<'_>) -> bool {
        claim.kind.is_some() && self.kind == claim.kind
    }
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
    let mut claims = given(amounts, &headline);
    claims.retain(|claim| !values::anywhere(comparison, article.id, &claim.told));
    if claims.is_empty() {
        return Vec::new();
    }
    let of_sentence = |id| given(comparison.facts_of(id), counting.tokens(id));
    let text: Vec<Given<'_>> = article.sentence_ids().flat_map(of_sentence).collect();
    let at_odds = claims
        .iter()
        .filter(|claim| !text.iter().any(|it| it.fits(claim)));
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
                words(&claim.told),
                words(rival)
            ),
        })
    });
    found.collect()
}

/// The amounts of a sentence or a headline.
fn given<'a>(facts: &'a [Fact], tokens: &'a [Token]) -> Vec<Given<'a>> {
    let given = |told| Given {
        kind: tolls::kind(&told, tokens),
        told,
    };
    values::told(facts, tokens).into_iter().map(given).collect()
}

/// The amount of a text that is of the same thing as one of its headline: the first that counts those
/// whom the event touched, else the one with most words around it in common.
fn rival<'a, 'b>(claim: &Given<'_>, text: &'a [Given<'b>]) -> Option<&'a Told<'b>> {
    let counts = |it: &&Given<'_>| {
        it.counts_as(claim) && values::of_one_size(it.told.amount, claim.told.amount)
    };
    let counted = text.iter().find(counts).map(|it| &it.told);
    counted.or_else(|| {
        // Of what a share is one, headlines seldom say.
        if claim.told.fact.kind == FactKind::Percent {
            return None;
        }
        let best = values::best(&claim.told, &text.iter().map(|it| &it.told))?;
        (values::shared(&claim.told, best) >= AROUND).then_some(best)
    })
}
