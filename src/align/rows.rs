//! Links to rows.

use super::profile::Profiles;
use crate::model::Settings;

/// A scored pair of sentences, by their places in the story.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scored {
    pub i: usize,
    pub j: usize,
    pub score: f64,
}

/// The scored pairs of a story, found from either sentence.
pub(super) struct Scores {
    partners: Vec<Vec<(usize, f64)>>,
}

impl Scores {
    pub(super) fn new(sentences: usize, pairs: &[Scored]) -> Self {
        let mut partners = vec![Vec::new(); sentences];
        for pair in pairs {
            partners[pair.i].push((pair.j, pair.score));
            partners[pair.j].push((pair.i, pair.score));
        }
        for list in &mut partners {
            list.sort_unstable_by_key(|(partner, _)| *partner);
        }
        Self { partners }
    }

    /// The score of a pair; 0 where it is no candidate.
    fn of(&self, i: usize, j: usize) -> f64 {
        let list = &self.partners[i];
        let at = list.binary_search_by_key(&j, |(partner, _)| *partner);
        at.ok()
            .and_then(|at| list.get(at))
            .map_or(0.0, |(_, score)| *score)
    }

    /// The partners of `i` in the article whose sentences are `range`.
    pub(super) fn within(
        &self,
        i: usize,
        range: &std::ops::Range<usize>,
    ) -> impl Iterator<Item = (usize, f64)> + '_ {
        let list = &self.partners[i];
        let start = list.partition_point(|(partner, _)| *partner < range.start);
        let end = list.partition_point(|(partner, _)| *partner < range.end);
        list.get(start..end).unwrap_or_default().iter().copied()
    }

    /// The chance that the article whose sentences are `range` tells what `members` tell, the fullest
    /// of which has `words` words.
    ///
    /// If the pairs were independent it were p = `1 - Π (1 - score)`. They are not: a long sentence
    /// has many weak partners that are no partners. Fitted to what readers of 29 stories marked as
    /// told or as left out, by logistic regression on the logit of p and on ln(1 + words); leaving one
    /// story out it lifts the F1 of what is left out from .775 to .791. Below [`FAINT`] nothing is
    /// told, however short it is.
    pub(super) fn told(
        &self,
        members: &[usize],
        range: &std::ops::Range<usize>,
        words: usize,
    ) -> f64 {
        let any = |&i: &usize| {
            1.0 - self
                .within(i, range)
                .map(|(_, score)| 1.0 - score)
                .product::<f64>()
        };
        let any = members.iter().map(any).fold(0.0, f64::max);
        if any < FAINT {
            return 0.0;
        }
        let odds = (any / (1.0 - any).max(0.001)).ln();
        let length = ((1.0 + words as f64) / 20.0).ln();
        1.0 / (1.0 + (1.75 * length - 0.758 * odds).exp())
    }
}

/// An article none of whose sentences comes nearer than this to a piece, all scores taken together,
/// does not tell it.
const FAINT: f64 = 0.15;

/// The mean score that two groups must have over all their pairs of different articles to become
/// one row: a sentence joins because it fits the row, not because it fits one member.
const COHESION: f64 = 0.25;

/// How many content words beside names an unsure pair must share to be shown side by side: that
/// two sentences name somebody does not make them tell the same.
const BESIDE_NAMES: usize = 2;

/// How far apart sentences of one article may stand and still share a row.
const REACH: usize = 3;

/// How many sentences of one article a row holds at most.
const MOST: usize = 4;

/// Puts every sentence into one group, best links first, and every tag ("he said.") with the
/// sentence before it; groups are rising, in order of their
/// first sentence. The second value of a group says whether it rests on unsure links only.
pub(super) fn group(
    profiles: &Profiles,
    scores: &Scores,
    pairs: &[Scored],
    settings: &Settings,
) -> Vec<(Vec<usize>, bool)> {
    let n = profiles.sentences.len();
    let mut groups: Vec<(Vec<usize>, bool)> = (0..n).map(|i| (vec![i], false)).collect();
    let mut group_of: Vec<usize> = (0..n).collect();
    let tag = |i: usize| profiles.sentences[i].tag;
    let mut ranked: Vec<&Scored> = pairs
        .iter()
        .filter(|pair| pair.score >= settings.unsure && !tag(pair.i) && !tag(pair.j))
        .collect();
    ranked.sort_by(|x, y| {
        y.score
            .total_cmp(&x.score)
            .then((x.i, x.j).cmp(&(y.i, y.j)))
    });
    for pair in ranked {
        let (x, y) = (
            group_of[pair.i].min(group_of[pair.j]),
            group_of[pair.i].max(group_of[pair.j]),
        );
        let sure = pair.score >= settings.confident;
        let fits = if sure {
            fit(profiles, scores, &groups[x].0, &groups[y].0)
        } else {
            groups[x].0.len() == 1
                && groups[y].0.len() == 1
                && beside_names(profiles, pair.i, pair.j) >= BESIDE_NAMES
        };
        if x == y || !fits {
            continue;
        }
        let moved = std::mem::take(&mut groups[y].0);
        for &sentence in &moved {
            group_of[sentence] = x;
        }
        groups[x].0.extend(moved);
        groups[x].0.sort_unstable();
        groups[x].1 = !sure;
    }
    for at in (1..n).filter(|&at| tag(at)) {
        let to = group_of[at - 1];
        group_of[at] = to;
        groups[at].0.clear();
        groups[to].0.push(at);
        groups[to].0.sort_unstable();
    }
    groups.retain(|(members, _)| !members.is_empty());
    groups
}

/// How many content words two sentences share that stand in no name.
fn beside_names(profiles: &Profiles, i: usize, j: usize) -> usize {
    let (a, b) = (&profiles.sentences[i], &profiles.sentences[j]);
    let shared = a.content.iter().map(|(stem, _)| stem);
    let shared = shared.filter(|stem| b.content.binary_search_by_key(*stem, |c| c.0).is_ok());
    shared
        .filter(|stem| !a.named.contains(stem) && !b.named.contains(stem))
        .count()
}

/// Whether two groups belong into one row.
fn fit(profiles: &Profiles, scores: &Scores, x: &[usize], y: &[usize]) -> bool {
    let (mut sum, mut count) = (0.0, 0u32);
    for &i in x {
        for &j in y {
            if profiles.article_of(i) != profiles.article_of(j) {
                sum += scores.of(i, j);
                count += 1;
            } else if i.abs_diff(j) > REACH {
                return false;
            }
        }
    }
    let crowded = |article: usize| {
        let range = profiles.range(article);
        x.iter().chain(y).filter(|i| range.contains(i)).count() > MOST
    };
    count > 0
        && sum / f64::from(count) >= COHESION
        && !x.iter().any(|&i| crowded(profiles.article_of(i)))
}

/// The groups in reading order: those of the first article in its order, and each other one after
/// the group that holds the sentence before its own first one.
pub(super) fn reading_order(profiles: &Profiles, groups: &[(Vec<usize>, bool)]) -> Vec<usize> {
    let mut group_of = vec![0; profiles.sentences.len()];
    for (at, (members, _)) in groups.iter().enumerate() {
        for &member in members {
            group_of[member] = at;
        }
    }
    // A list linked by "comes after": `next[g + 1]` follows group g, `next[0]` is the first.
    let mut next: Vec<Option<usize>> = vec![None; groups.len() + 1];
    let mut placed = vec![false; groups.len()];
    for article in 0..profiles.starts.len().saturating_sub(1) {
        let mut before = None;
        for sentence in profiles.range(article) {
            let group = group_of[sentence];
            if !placed[group] {
                let slot = before.map_or(0, |group: usize| group + 1);
                next[group + 1] = next[slot];
                next[slot] = Some(group);
                placed[group] = true;
            }
            before = Some(group);
        }
    }
    let mut order = Vec::with_capacity(groups.len());
    let mut at = next.first().copied().flatten();
    while let Some(group) = at {
        order.push(group);
        at = next[group + 1];
    }
    order
}
