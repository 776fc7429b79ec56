//! A reader's corrections, applied: before the alignment to what it is given, after the comparison
//! to its verdicts.
//!
//! ```text
//! Corrections ─plan─▶ articles, Forced ─(facts, align, compare)─▶ Comparison ─conclude─▶ Comparison
//! ```
//!
//! A correction names passages by their words. One whose words are gone, or fit several passages,
//! is not applied but listed with the reason: never a guess, and nothing is dropped.

pub mod anchor;
mod bonds;
mod texts;
mod verdicts;

pub use texts::doubts;
pub use verdicts::verdicts_of;

use crate::model::{
    Anchor, Article, BlockRole, Comparison, Correction, Corrections, Field, Forced, Outcome, Part,
    Reason, Sentence, SentenceId, Warning,
};
use bonds::Bonds;
use std::sync::Arc;

/// What corrections ask of the stages, and what is left for [`conclude`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// What they ask of the alignment.
    pub forced: Forced,
    /// Each of them, with the present names of outlets, and what became of it so far.
    entries: Vec<(Arc<Correction>, Outcome)>,
    /// Each of them as it was said.
    said: Vec<Arc<Correction>>,
    /// What the reader must know of the texts that they are about.
    warnings: Vec<Warning>,
}

/// Applies what is said of blocks to the articles, and finds the sentences of the rest.
pub fn plan(mut articles: Vec<Article>, corrections: &Corrections) -> (Vec<Article>, Plan) {
    let warnings = texts::doubts(&articles, corrections);
    let names = texts::renamed(&articles, corrections);
    let now = |outlet: &str| names.get(outlet).cloned();
    let said = corrections.all().to_vec();
    let mut entries: Vec<(Arc<Correction>, Outcome)> = said
        .iter()
        .map(|correction| {
            let current = if names.is_empty() {
                Arc::clone(correction)
            } else {
                Arc::new(correction.renamed(&now))
            };
            (current, Outcome::Applied)
        })
        .collect();
    for (correction, outcome) in &mut entries {
        if let Correction::Flip { block, to } = &**correction
            && let Err(why) = flip(&mut articles, block, *to)
        {
            *outcome = Outcome::Stale(why);
        }
    }
    let mut bonds = Bonds::default();
    for (at, (correction, outcome)) in entries.iter_mut().enumerate() {
        if let Err(why) = bind(&mut bonds, &articles, correction, at) {
            *outcome = Outcome::Stale(why);
        }
    }
    let in_force = bonds.in_force();
    for (at, (correction, outcome)) in entries.iter_mut().enumerate() {
        if is_bond(correction) && *outcome == Outcome::Applied && !in_force.contains(&at) {
            *outcome = Outcome::Overruled;
        }
    }
    let plan = Plan {
        forced: bonds.forced(),
        entries,
        said,
        warnings,
    };
    (articles, plan)
}

/// Applies what is said of rows and findings, and notes what became of each correction.
pub fn conclude(mut comparison: Comparison, plan: Plan) -> Comparison {
    verdicts::apply(&mut comparison, plan.entries);
    let entries = comparison.corrected.entries.iter_mut();
    for ((correction, _), said) in entries.zip(plan.said) {
        *correction = said;
    }
    comparison.warnings.extend(plan.warnings);
    comparison
}

/// Whether a correction puts sentences together or takes them apart.
const fn is_bond(correction: &Correction) -> bool {
    matches!(
        correction,
        Correction::Pin { .. }
            | Correction::Cut { .. }
            | Correction::Alone { .. }
            | Correction::Split { .. }
            | Correction::Join { .. }
    )
}

/// Takes a block for a part of the article, or for none.
fn flip(articles: &mut [Article], anchor: &Anchor, to: Part) -> Result<(), String> {
    let (article, at) = anchor::block(articles, anchor)?;
    let id = article.id;
    let Some(article) = articles.get_mut(id.index()) else {
        return Ok(());
    };
    let Some(block) = article.blocks.get_mut(at) else {
        return Ok(());
    };
    let before = block.role;
    match (before, to) {
        (BlockRole::Body, Part::Article) | (BlockRole::Furniture(_), Part::Furniture) => {
            return Ok(());
        }
        (_, Part::Article) => block.role = BlockRole::Body,
        (_, Part::Furniture) => block.role = BlockRole::Furniture(Reason::Reader),
    }
    let span = block.span;
    let fields = &mut article.reading.fields;
    // What was read in the block was not there.
    if article.headline.is_some_and(|it| span.contains(it)) {
        article.headline = None;
        fields.remove(&Field::Headline);
    }
    let in_text = |from: &String| from == Field::IN_THE_TEXT;
    if before == BlockRole::Byline && fields.get(&Field::Byline).is_some_and(in_text) {
        article.byline = None;
        fields.remove(&Field::Byline);
    }
    let language = article.language.as_deref();
    article.sentences = Sentence::of_body(&article.text, &article.blocks, language);
    Ok(())
}

/// Adds what a correction puts together or takes apart.
fn bind(
    bonds: &mut Bonds,
    articles: &[Article],
    correction: &Correction,
    by: usize,
) -> Result<(), String> {
    let one = |it: &Anchor| anchor::sentence(articles, it);
    let many =
        |all: &[Anchor]| -> Result<Vec<SentenceId>, String> { all.iter().map(one).collect() };
    let pairs: Vec<(SentenceId, SentenceId)> = match correction {
        Correction::Alone { sentence } => {
            bonds.set_alone(one(sentence)?, by);
            return Ok(());
        }
        Correction::Pin { sentences } | Correction::Join { sentences } => {
            let ids = many(sentences)?;
            ids.iter()
                .copied()
                .zip(ids.iter().copied().skip(1))
                .collect()
        }
        Correction::Cut { sentence, from } => {
            let own = one(sentence)?;
            many(from)?.into_iter().map(|other| (own, other)).collect()
        }
        Correction::Split { sentences } => {
            let ids = many(sentences)?;
            let others = |n: usize| ids.iter().copied().skip(n + 1);
            let each = ids.iter().copied().enumerate();
            let pairs = each.flat_map(|(n, a)| others(n).map(move |b| (a, b)));
            pairs.filter(|(a, b)| a.article != b.article).collect()
        }
        _ => return Ok(()),
    };
    let pairs: Vec<_> = pairs.into_iter().filter(|(a, b)| a != b).collect();
    if pairs.is_empty() {
        return Err("it does not name two passages".to_owned());
    }
    for (a, b) in pairs {
        match correction {
            Correction::Pin { .. } => bonds.join(a, b, true, by),
            Correction::Join { .. } => bonds.join(a, b, false, by),
            _ => bonds.part(a, b, by),
        }
    }
    Ok(())
}
