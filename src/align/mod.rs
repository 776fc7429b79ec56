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
mod graph;
mod joined;
mod likeness;
mod model;
mod profile;
mod relations;
mod rows;

use crate::model::{
    Absence, Alignment, Article, ArticleId, Evidence, EvidenceKind, Facts, Forced, Joined, Link,
    LinkVerdict, Nearest, Row, RowVerdict, SentenceId, Settings,
};
use crate::parallel;
pub use features::Features;
use graph::{Graph, Pair};
use likeness::{Likeness, Probe};
pub use model::Model;
use profile::Profiles;
use relations::Relations;
use rows::Scores;
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

/// Fewer pairs than this are not worth a thread.
const WORTH: usize = 128;

/// Fewer links or rows than this, which tell what they rest on, are not worth a thread.
const SHOWN: usize = 8;

/// Every pair of sentences of different articles that is worth scoring, by `a`, then `b`.
pub fn candidates(articles: &[Article], facts: &Facts) -> Vec<Candidate> {
    let profiles = Profiles::new(articles, facts);
    let graph = graph(&profiles, std::iter::empty());
    let likeness = likeness(&profiles, &graph);
    let relations = Relations::new(&profiles, &graph, &likeness);
    let all: Vec<usize> = (0..graph.pairs.len()).collect();
    let candidates = relations.each(&all, WORTH, |pair, features| {
        let (i, j) = graph.pairs[pair];
        let (a, b) = (profiles.sentences[i].id?, profiles.sentences[j].id?);
        Some(Candidate { a, b, features })
    });
    candidates.into_iter().flatten().collect()
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
    let graph = graph(&profiles, std::iter::empty());
    let likeness = likeness(&profiles, &graph);
    let relations = Relations::new(&profiles, &graph, &likeness);
    let id = |i: usize| profiles.sentences[i].id;
    let is_it = |&(i, j): &Pair| (id(i), id(j)) == (Some(a), Some(b));
    let at = graph.pairs.iter().position(is_it)?;
    let model = Model::built_in();
    let explained = relations.each(&[at], WORTH, |pair, features| {
        let (score, pair) = (model.score(&features), graph.pairs[pair]);
        Explanation {
            evidence: evidence::evidence(articles, &profiles, pair, &features, model, score),
            candidate: Candidate { a, b, features },
            score,
        }
    });
    explained.into_iter().next()
}

/// What the words of a story say about which of its sentences are alike.
pub struct WordProfiles(Profiles);

/// Reads the words of a story, for which its facts need not be known.
pub fn word_profiles(articles: &[Article]) -> WordProfiles {
    WordProfiles(Profiles::of_words(articles))
}

/// The pairs of a story with their chances, of which rows are made.
pub struct Scored {
    profiles: Profiles,
    graph: Graph,
    /// By pair of the graph.
    scores: Vec<f64>,
    /// The pairs that are shown, by `a`, then `b`.
    pub links: Vec<Link>,
}

/// Scores the pairs of a story.
///
/// A long story has some hundred thousand pairs: what is kept of each is little, and their
/// features are worked out a second time for the few that become links. Pairs that are `joined` are
/// linked whatever their score, and what is `forced` on a pair stands for it.
pub fn score(
    articles: &[Article],
    words: WordProfiles,
    facts: &Facts,
    joined: &Joined,
    settings: &Settings,
    forced: &Forced,
) -> Scored {
    let mut profiles = words.0;
    profiles.hold(articles, facts);
    let graph = graph(&profiles, joined.keys().chain(&forced.linked));
    let likeness = likeness(&profiles, &graph);
    profiles.shed();
    let relations = Relations::new(&profiles, &graph, &likeness);
    let model = Model::built_in();
    let all: Vec<usize> = (0..graph.pairs.len()).collect();
    let scores = relations.each(&all, WORTH, |_, features| model.score(&features));
    let scores = rows::with_sayings(&profiles, &graph, scores, settings);
    let scores = enforced(&profiles, &graph, scores, forced);
    let shown = rows::from(&scores, settings.min_score.min(settings.unsure));
    let links = relations.each(&shown, SHOWN, |pair, features| {
        let (score, pair) = (scores[pair], graph.pairs[pair]);
        link(articles, &profiles, pair, &features, score, settings)
    });
    let mut links: Vec<Link> = links.into_iter().flatten().collect();
    for link in &mut links {
        if forced.linked.contains(&(link.a, link.b)) {
            pin(link);
        }
    }
    let mut pairs = Scored {
        profiles,
        graph,
        scores,
        links,
    };
    pairs.join(joined, settings, forced);
    pairs
}

/// The links and rows of scored pairs, of which more may be `joined` now.
pub fn align(
    articles: &[Article],
    mut pairs: Scored,
    joined: &Joined,
    settings: &Settings,
    forced: &Forced,
) -> Alignment {
    pairs.join(joined, settings, forced);
    let profiles = pairs.profiles;
    let scores = Scores {
        graph: &pairs.graph,
        scores: pairs.scores,
    };
    let groups = rows::group(&profiles, &scores, settings, forced);
    let order = rows::reading_order(&profiles, &groups);
    let rows = parallel::map(&order, SHOWN, |_, &at| {
        row(articles, &profiles, &scores, &groups[at], settings)
    });
    Alignment {
        links: pairs.links,
        rows,
    }
}

/// No reader is sent to look for a piece in a sentence that comes less near, however many such there
/// are.
const NEAR: f64 = 0.05;

/// What a reader is told of a pair by its chance; whether it diverges is not decided here.
fn verdict_of(score: f64, settings: &Settings) -> LinkVerdict {
    if score >= settings.confident {
        LinkVerdict::Agree
    } else {
        LinkVerdict::Unsure
    }
}

/// The pairs that are worth scoring, and others that will be linked.
fn graph<'a>(
    profiles: &Profiles,
    linked: impl Iterator<Item = &'a (SentenceId, SentenceId)>,
) -> Graph {
    let mut pairs = candidates::candidates(profiles);
    let known = pairs.len();
    pairs.extend(linked.map(|&(a, b)| (profiles.place(a), profiles.place(b))));
    if pairs.len() > known {
        pairs.sort_unstable();
        pairs.dedup();
    }
    Graph::new(profiles.sentences.len(), pairs)
}

/// The scores with those of forced pairs in the place of their own: 1 of linked ones, 0 of those
/// that must not be.
fn enforced(profiles: &Profiles, graph: &Graph, mut scores: Vec<f64>, forced: &Forced) -> Vec<f64> {
    if *forced == Forced::default() {
        return scores;
    }
    for (score, &(i, j)) in scores.iter_mut().zip(&graph.pairs) {
        let ids = (profiles.sentences[i].id, profiles.sentences[j].id);
        let (Some(a), Some(b)) = ids else { continue };
        if forced.parts(a, b) {
            *score = 0.0;
        } else if forced.linked.contains(&(a, b)) {
            *score = 1.0;
        }
    }
    scores
}

/// Says of a link that a reader made it, which is all of its score.
fn pin(link: &mut Link) {
    for evidence in &mut link.evidence {
        evidence.weight = 0.0;
    }
    let reader = Evidence {
        kind: EvidenceKind::Reader,
        text: PAIRED.to_owned(),
        weight: 1.0,
    };
    link.evidence.insert(0, reader);
}

/// What is said for a pair that a reader made.
const PAIRED: &str = "paired by a reader";

/// How alike the sentences of each pair are.
fn likeness(profiles: &Profiles, graph: &Graph) -> Vec<Likeness> {
    parallel::map_with(
        &graph.pairs,
        WORTH,
        || Probe::new(profiles),
        |probe, _, &(i, j)| probe.likeness(i, j),
    )
}

/// A pair as a reader sees it; whether it diverges is not decided here.
fn link(
    articles: &[Article],
    profiles: &Profiles,
    (i, j): Pair,
    features: &Features,
    score: f64,
    settings: &Settings,
) -> Option<Link> {
    let model = Model::built_in();
    let evidence = evidence::evidence(articles, profiles, (i, j), features, model, score);
    Some(Link {
        a: profiles.sentences[i].id?,
        b: profiles.sentences[j].id?,
        score,
        verdict: verdict_of(score, settings),
        evidence,
    })
}

/// A group of sentences as a row; whether it diverges is not decided here.
fn row(
    articles: &[Article],
    profiles: &Profiles,
    scores: &Scores<'_>,
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
    let outlets = profiles.articles();
    for article in (0..outlets as u32).map(ArticleId) {
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
        let told = scores.told(profiles, members, &range);
        let whole = rows::is_met_by(profiles, scores, members, &range);
        match best.and_then(|(score, i, j)| Some((score, i, j, profiles.sentences[j].id?))) {
            // A pair that is claimed is told, whatever the other sentences make of it.
            Some((score, _, _, id)) if score >= settings.confident && whole => {
                row.elsewhere.insert(article, id);
            }
            Some((score, i, j, sentence)) => {
                let mut absence = Absence::of(score, settings.unsure);
                let perhaps = told >= settings.told && score >= NEAR;
                if perhaps || score >= settings.confident {
                    absence = Absence::Doubtful;
                } else {
                    row.omitted_by.push(article);
                }
                let why = evidence::nearest_miss(articles, profiles, i, j);
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
    (row.verdict, row.why) = verdict(&row, outlets, *unsure);
    row
}

/// What a reader is told of a row by who tells it, and why.
fn verdict(row: &Row, outlets: usize, unsure: bool) -> (RowVerdict, String) {
    if unsure {
        return (
            RowVerdict::Unsure,
            "perhaps the same, too unsure to claim".to_owned(),
        );
    }
    let also = match row.elsewhere.len() {
        0 => String::new(),
        elsewhere => format!(", by {elsewhere} of them in another passage"),
    };
    match row.tellers() {
        all if all == outlets => (RowVerdict::Agree, format!("told by all outlets{also}")),
        1 => (
            RowVerdict::Single,
            format!("told by one of {outlets} outlets"),
        ),
        some => (
            RowVerdict::Partial,
            format!("told by {some} of {outlets} outlets{also}"),
        ),
    }
}
