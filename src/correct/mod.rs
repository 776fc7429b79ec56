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
mod verdicts;

pub use verdicts::verdicts_of;

use crate::model::{
    Anchor, Article, BlockRole, Comparison, Correction, Corrections, Forced, Outcome, Part, Reason,
    Sentence, SentenceId,
};
use bonds::Bonds;
use std::sync::Arc;

/// What corrections ask of the stages, and what is left for [`conclude`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// What they ask of the alignment.
    pub forced: Forced,
    /// Each of them with what became of it so far.
    entries: Vec<(Arc<Correction>, Outcome)>,
}

/// Applies what is said of blocks to the articles, and finds the sentences of the rest.
pub fn plan(mut articles: Vec<Article>, corrections: &Corrections) -> (Vec<Article>, Plan) {
    let all = corrections.all();
    let mut entries: Vec<(Arc<Correction>, Outcome)> = all
        .iter()
        .map(|correction| (Arc::clone(correction), Outcome::Applied))
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
    let forced = bonds.forced();
    (articles, Plan { forced, entries })
}

/// Applies what is said of rows and findings, and notes what became of each correction.
pub fn conclude(mut comparison: Comparison, plan: Plan) -> Comparison {
    verdicts::apply(&mut comparison, plan.entries);
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
    match (block.role, to) {
        (BlockRole::Furniture(_), Part::Article) => block.role = BlockRole::Body,
        (BlockRole::Body, Part::Furniture) => block.role = BlockRole::Furniture(Reason::Reader),
        (BlockRole::Headline, _) => return Err("the block is read as the headline now".to_owned()),
        (BlockRole::Byline, _) => return Err("the block is read as the byline now".to_owned()),
        _ => return Ok(()),
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
