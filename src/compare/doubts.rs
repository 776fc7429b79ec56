//! What makes a comparison doubtful as a whole.

use crate::model::{Article, ArticleId, Comparison, LinkVerdict, Warning};
use crate::text::fold;

/// A share of told sentences below which articles hardly tell one event.
const ONE_EVENT: f64 = 0.08;

/// What the reader must know before trusting the comparison.
pub(super) fn doubts(comparison: &Comparison) -> Vec<Warning> {
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
    warnings.extend(languages(articles));
    for a in articles.iter().filter(|a| !a.sentences.is_empty()) {
        let share = told_share(comparison, a.id);
        if share < ONE_EVENT && articles.len() > 1 && !opens_alike(comparison, a.id) {
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

/// What is less sure where the articles are in several languages.
fn languages(articles: &[Article]) -> Option<Warning> {
    let known = || articles.iter().filter_map(Article::language_code);
    let first = known().next()?;
    if known().all(|code| code == first) {
        return None;
    }
    let named = articles.iter().filter_map(|article| {
        let code = article.language_code()?;
        Some(format!("{} ({code})", article.outlet))
    });
    let named: Vec<String> = named.collect();
    let text = format!(
        "the articles are in several languages, {}: between them only names, numbers, dates and quotes align passages, and wording is not compared",
        named.join(", ")
    );
    Some(Warning { source: None, text })
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

/// So many sentences open an article.
const OPENING: u32 = 3;

/// Whether an article opens with what another opens with: then both tell one event, however little
/// else they share.
fn opens_alike(comparison: &Comparison, id: ArticleId) -> bool {
    comparison.links.iter().any(|link| {
        let ends = [link.a, link.b];
        let claimed = link.verdict != LinkVerdict::Unsure;
        let opens = ends.iter().all(|end| end.index < OPENING);
        claimed && opens && ends.iter().any(|end| end.article == id)
    })
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
