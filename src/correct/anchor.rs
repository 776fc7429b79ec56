//! Passages by their words: made, and found again.

use crate::model::{Anchor, Article, Finding, FindingAnchor, Row, SentenceId};
use crate::text::Span;

/// How many words on either side tell equal passages apart.
const AROUND: usize = 6;

/// How alike (0 to 1) an edited passage must be to the one that was named.
const ALIKE: f64 = 0.75;

/// How alike it must be where what stands around it is unchanged.
const ALIKE_IN_PLACE: f64 = 0.5;

/// By how much it must be more alike than any other.
const CLEARLY: f64 = 0.1;

/// The passage that stands at `span` of an article.
pub fn of_span(article: &Article, span: Span) -> Anchor {
    let before = Span::new(0, span.start).of(&article.text);
    let after = Span::new(span.end, article.text.len()).of(&article.text);
    let mut last: Vec<&str> = before.split_whitespace().rev().take(AROUND).collect();
    last.reverse();
    let first: Vec<&str> = after.split_whitespace().take(AROUND).collect();
    Anchor {
        outlet: article.outlet.clone(),
        words: article.slice(span).to_owned(),
        before: last.join(" "),
        after: first.join(" "),
    }
}

/// A sentence; `None` where the articles have none of this id.
pub fn of_sentence(articles: &[Article], id: SentenceId) -> Option<Anchor> {
    let article = articles.get(id.article.index())?;
    let sentence = article.sentences.get(id.index as usize)?;
    Some(of_span(article, sentence.span))
}

/// Some sentences, in rising order.
pub fn of_sentences(
    articles: &[Article],
    ids: impl IntoIterator<Item = SentenceId>,
) -> Vec<Anchor> {
    let ids = ids.into_iter();
    let mut anchors: Vec<Anchor> = ids.filter_map(|id| of_sentence(articles, id)).collect();
    anchors.sort_unstable();
    anchors
}

/// The sentences of a row, in rising order.
pub fn of_row(articles: &[Article], row: &Row) -> Vec<Anchor> {
    of_sentences(articles, row.sentences())
}

/// A finding.
pub fn of_finding(articles: &[Article], finding: &Finding) -> FindingAnchor {
    let outlets = finding.articles.iter();
    let outlets = outlets.filter_map(|id| articles.get(id.index()));
    let mut outlets: Vec<String> = outlets.map(|article| article.outlet.clone()).collect();
    outlets.sort_unstable();
    let places = finding.places.iter();
    let places = places.filter_map(|place| {
        let article = articles.get(place.article.index())?;
        Some(of_span(article, place.span))
    });
    let mut places: Vec<Anchor> = places.collect();
    places.sort_unstable();
    FindingAnchor {
        kind: finding.kind,
        outlets,
        places,
    }
}

/// The sentence that is named, or why none is.
pub fn sentence(articles: &[Article], anchor: &Anchor) -> Result<SentenceId, String> {
    let article = article(articles, anchor)?;
    let spans: Vec<Span> = article.sentences.iter().map(|it| it.span).collect();
    let index = among(article, &spans, anchor)?;
    Ok(SentenceId::new(article.id, index as u32))
}

/// The block that is named with its article, or why none is.
pub(super) fn block<'a>(
    articles: &'a [Article],
    anchor: &Anchor,
) -> Result<(&'a Article, usize), String> {
    let article = article(articles, anchor)?;
    let spans: Vec<Span> = article.blocks.iter().map(|it| it.span).collect();
    Ok((article, among(article, &spans, anchor)?))
}

/// The article that is named, or that there is none.
fn article<'a>(articles: &'a [Article], anchor: &Anchor) -> Result<&'a Article, String> {
    let mut articles = articles.iter();
    let found = articles.find(|article| article.outlet == anchor.outlet);
    found.ok_or_else(|| format!("there is no article of {}", anchor.outlet))
}

/// Which of some passages of an article is the one that is named: the only one with its words, else
/// the one among those with the same surroundings, else the one that is clearly most like it.
fn among(article: &Article, spans: &[Span], anchor: &Anchor) -> Result<usize, String> {
    let places = spans.iter().enumerate();
    let same: Vec<(usize, Anchor)> = places
        .filter(|(_, span)| article.slice(**span) == anchor.words)
        .map(|(at, span)| (at, of_span(article, *span)))
        .collect();
    match same.as_slice() {
        [] => most_like(article, spans, anchor),
        [(at, _)] => Ok(*at),
        several => {
            let sides = |it: &Anchor| {
                usize::from(it.before == anchor.before) + usize::from(it.after == anchor.after)
            };
            let best = several.iter().map(|(_, it)| sides(it)).max().unwrap_or(0);
            let mut fitting = several.iter().filter(|(_, it)| sides(it) == best);
            match (fitting.next(), fitting.next()) {
                (Some((at, _)), None) => Ok(*at),
                _ => Err(format!(
                    "the words stand {} times in the article of {}",
                    several.len(),
                    anchor.outlet
                )),
            }
        }
    }
}

/// The passage that is clearly most like one that is not there word for word.
fn most_like(article: &Article, spans: &[Span], anchor: &Anchor) -> Result<usize, String> {
    let mut ranked: Vec<(f64, usize)> = spans
        .iter()
        .map(|span| likeness(article.slice(*span), &anchor.words))
        .zip(0..)
        .collect();
    ranked.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
    let second = ranked.get(1).map_or(0.0, |it| it.0);
    let found = ranked.first().filter(|(best, at)| {
        let around = spans.get(*at).map(|span| of_span(article, *span));
        let in_place =
            around.is_some_and(|it| it.before == anchor.before && it.after == anchor.after);
        let least = if in_place { ALIKE_IN_PLACE } else { ALIKE };
        *best >= least && best - second >= CLEARLY
    });
    let missing = || {
        format!(
            "the words are no longer in the article of {}",
            anchor.outlet
        )
    };
    found.map(|(_, at)| *at).ok_or_else(missing)
}

/// How alike two texts are, 0 to 1. What can be seen to be quite unlike is not measured.
fn likeness(a: &str, b: &str) -> f64 {
    let (short, long) = (a.len().min(b.len()), a.len().max(b.len()));
    if short * 2 < long || strsim::sorensen_dice(a, b) < ALIKE_IN_PLACE {
        return 0.0;
    }
    strsim::normalized_levenshtein(a, b)
}

/// Whether two anchors name what may be one finding: the same words, or long ones nearly the same,
/// in nearly the same surroundings.
pub(super) fn alike(a: &FindingAnchor, b: &FindingAnchor) -> bool {
    let place = |(x, y): (&Anchor, &Anchor)| {
        let words = x.words == y.words
            || (x.words.split_whitespace().count() > AROUND
                && likeness(&x.words, &y.words) >= ALIKE);
        let around = |it: &Anchor| format!("{} {} {}", it.before, it.words, it.after);
        x.outlet == y.outlet && words && likeness(&around(x), &around(y)) >= ALIKE
    };
    a.kind == b.kind
        && a.outlets == b.outlets
        && a.places.len() == b.places.len()
        && a.places.iter().zip(&b.places).all(place)
}
