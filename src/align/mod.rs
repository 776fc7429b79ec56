//! Articles and facts to links and rows.
//!
//! Two sentences of different outlets are linked when a reader would say that both state the same
//! thing. Which pairs are worth scoring is decided by shared content (`candidates`); what speaks
//! for and against a pair is a set of numbers ([`Features`]); a small logistic regression turns
//! them into the chance that a reader would pair the two ([`Model`]). Links make rows, each
//! sentence in exactly one (`rows`).
//!
//! [`Model::score`] is the one seam at which another scorer can take over.

mod candidates;
mod evidence;
mod features;
mod model;
mod parallel;
mod profile;
mod relations;
mod rows;

use crate::model::{
    Absence, Alignment, Article, ArticleId, Evidence, Facts, Link, LinkVerdict, Nearest, Row,
    RowVerdict, SentenceId, Settings,
};
pub use features::Features;
pub use model::Model;
use profile::Profiles;
use relations::Relations;
use rows::{Scored, Scores};
use std::collections::BTreeMap;

/// Two sentences of different articles that share content.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// The sentence of the earlier article.
    pub a: SentenceId,
    /// The sentence of the later article.
    pub b: SentenceId,
    /// What speaks for and against the pair.
    pub features: Features,
}

/// Every pair of sentences of different articles that is worth scoring, by `a`, then `b`.
pub fn candidates(articles: &[Article], facts: &Facts) -> Vec<Candidate> {
    let profiles = Profiles::new(articles, facts);
    scored(&profiles)
        .into_iter()
        .map(|(_, candidate)| candidate)
        .collect()
}

/// Why two sentences of different articles are linked or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The pair, the sentence of the earlier article first.
    pub candidate: Candidate,
    /// The chance that a reader would pair the two, 0 to 1.
    pub score: f64,
    /// What the two share, weightiest first.
    pub evidence: Vec<Evidence>,
}

/// Why the two sentences are linked or not; `None` where they stand in one article or share too
/// little to be compared at all.
pub fn explain(
    articles: &[Article],
    facts: &Facts,
    pair: (SentenceId, SentenceId),
) -> Option<Explanation> {
    let (a, b) = (pair.0.min(pair.1), pair.0.max(pair.1));
    let profiles = Profiles::new(articles, facts);
    let mut pairs = scored(&profiles).into_iter();
    let (scored, candidate) = pairs.find(|(_, it)| (it.a, it.b) == (a, b))?;
    let score = scored.score;
    let (model, at) = (Model::built_in(), (scored.i, scored.j));
    Some(Explanation {
        candidate,
        score,
        evidence: evidence::evidence(articles, &profiles, at, &candidate, model, score),
    })
}

/// The links of a story, and the rows that they make.
pub fn align(articles: &[Article], facts: &Facts, settings: &Settings) -> Alignment {
    let profiles = Profiles::new(articles, facts);
    let candidates = scored(&profiles);
    let pairs: Vec<Scored> = candidates.iter().map(|(pair, _)| *pair).collect();
    let scores = Scores::new(profiles.sentences.len(), &pairs);
    let floor = settings.min_score.min(settings.unsure);
    let shown: Vec<_> = candidates
        .iter()
        .filter(|(pair, _)| pair.score >= floor)
        .collect();
    let links = parallel::map(&shown, |_, (pair, candidate)| {
        link(articles, &profiles, *pair, candidate, settings)
    });
    let groups = rows::group(&profiles, &scores, &pairs, settings);
    let rows = rows::reading_order(&profiles, &groups)
        .into_iter()
        .map(|at| row(&profiles, &scores, &groups[at], settings))
        .collect();
    Alignment { links, rows }
}

/// The candidate pairs with their scores.
fn scored(profiles: &Profiles) -> Vec<(Scored, Candidate)> {
    let model = Model::built_in();
    let pairs = candidates::candidates(profiles);
    let own = parallel::map(&pairs, |_, &(i, j)| features::own(profiles, i, j));
    let relations = Relations::new(profiles, &pairs, &own);
    let with_context = |k: usize, own: &Features| {
        let (i, j) = pairs[k];
        let features = relations.complete(k, *own);
        let (a, b) = (profiles.sentences[i].id?, profiles.sentences[j].id?);
        let score = model.score(&features);
        Some((Scored { i, j, score }, Candidate { a, b, features }))
    };
    parallel::map(&own, with_context)
        .into_iter()
        .flatten()
        .collect()
}

/// A pair as a reader sees it; whether it diverges is not decided here.
fn link(
    articles: &[Article],
    profiles: &Profiles,
    pair: Scored,
    candidate: &Candidate,
    settings: &Settings,
) -> Link {
    let pieces = evidence::evidence(
        articles,
        profiles,
        (pair.i, pair.j),
        candidate,
        Model::built_in(),
        pair.score,
    );
    let sure = pair.score >= settings.confident;
    Link {
        a: candidate.a,
        b: candidate.b,
        score: pair.score,
        verdict: if sure {
            LinkVerdict::Agree
        } else {
            LinkVerdict::Unsure
        },
        why: evidence::why(&pieces),
        evidence: pieces,
    }
}

/// A group of sentences as a row; whether it diverges is not decided here.
fn row(
    profiles: &Profiles,
    scores: &Scores,
    (members, unsure): &(Vec<usize>, bool),
    settings: &Settings,
) -> Row {
    let mut row = Row {
        verdict: RowVerdict::Single,
        cells: BTreeMap::new(),
        elsewhere: BTreeMap::new(),
        omitted_by: Vec::new(),
        nearest: BTreeMap::new(),
        findings: Vec::new(),
        why: String::new(),
    };
    for id in members.iter().filter_map(|&i| profiles.sentences[i].id) {
        row.cells.entry(id.article).or_default().push(id);
    }
    let articles = profiles.starts.len() - 1;
    for article in (0..articles as u32).map(ArticleId) {
        if row.cells.contains_key(&article) {
            continue;
        }
        let range = profiles.range(article.index());
        let best = members
            .iter()
            .flat_map(|&i| {
                scores
                    .within(i, &range)
                    .map(move |(j, score)| (score, i, j))
            })
            .max_by(|x, y| x.0.total_cmp(&y.0).then((y.1, y.2).cmp(&(x.1, x.2))));
        let words = members.iter().map(|&i| profiles.sentences[i].stems.len());
        let told = scores.told(members, &range, words.max().unwrap_or(0));
        match best.and_then(|(score, i, j)| Some((score, i, j, profiles.sentences[j].id?))) {
            Some((score, _, _, id)) if told >= settings.told && score >= settings.confident => {
                row.elsewhere.insert(article, id);
            }
            Some((score, i, j, sentence)) => {
                let mut absence = Absence::of(score, settings.unsure);
                if told >= settings.told {
                    absence = Absence::Doubtful;
                } else {
                    row.omitted_by.push(article);
                }
                let why = evidence::nearest_miss(profiles, i, j);
                let near = Nearest {
                    sentence,
                    score,
                    absence,
                    why,
                };
                row.nearest.insert(article, near);
            }
            None => row.omitted_by.push(article),
        }
    }
    (row.verdict, row.why) = verdict(&row, articles, *unsure);
    row
}

/// What a reader is told of a row by who tells it, and why.
fn verdict(row: &Row, articles: usize, unsure: bool) -> (RowVerdict, String) {
    let telling = row.cells.len();
    if unsure {
        return (
            RowVerdict::Unsure,
            "perhaps the same, too unsure to claim".to_owned(),
        );
    }
    if telling == articles {
        return (RowVerdict::Agree, "told by all outlets".to_owned());
    }
    let elsewhere = row.elsewhere.len();
    let also = match elsewhere {
        0 => String::new(),
        _ => format!(", told or touched elsewhere by {elsewhere}"),
    };
    match telling {
        1 => (
            RowVerdict::Single,
            format!("told by one of {articles} outlets{also}"),
        ),
        _ => (
            RowVerdict::Partial,
            format!("told by {telling} of {articles} outlets{also}"),
        ),
    }
}
