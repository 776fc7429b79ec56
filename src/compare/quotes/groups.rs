//! Quotes of several articles that give one utterance, brought together.

use super::likeness::{self, APART, Links, Retold, SAME};
use super::versions::{SMALL_WORDS, Version};
use crate::model::{ArticleId, SentenceId};
use crate::parallel;
use std::collections::{BTreeMap, BTreeSet};

/// Fewer pairs than this are not worth a thread.
const WORTH: usize = 32;

/// Content words in more quotes than this say nothing about which two are one utterance.
const COMMON: usize = 60;

/// The chances of pairs of quotes, by their places, the smaller first.
type Chances = BTreeMap<(usize, usize), f64>;

/// Groups of versions of one utterance, each with at least two articles, by place.
///
/// Complete linkage: a group grows only by what may be one utterance with each of its members in
/// other articles, so that a chain of half-alike quotes is no group.
pub(super) fn groups(links: Links<'_>, versions: &[Version]) -> Vec<Vec<usize>> {
    let chances = chances(links, versions);
    let mut ranked: Vec<_> = chances.iter().filter(|(_, p)| **p >= SAME).collect();
    // Of equal chances, the order of the texts decides, not that of the files.
    ranked.sort_by(|(a, p), (b, q)| {
        let texts = |(x, y): &(usize, usize)| {
            let pair = versions.get(*x).zip(versions.get(*y));
            pair.map(|(x, y)| x.texts(y))
        };
        q.total_cmp(p).then_with(|| texts(a).cmp(&texts(b)))
    });
    let mut of: Vec<usize> = (0..versions.len()).collect();
    let mut members: Vec<Vec<usize>> = of.iter().map(|at| vec![*at]).collect();
    for ((x, y), _) in ranked {
        let (Some(&a), Some(&b)) = (of.get(*x), of.get(*y)) else {
            continue;
        };
        if a == b || !fit(versions, &chances, &members, (a, b)) {
            continue;
        }
        let (keep, gone) = (a.min(b), a.max(b));
        let moved = members
            .get_mut(gone)
            .map(std::mem::take)
            .unwrap_or_default();
        for at in &moved {
            if let Some(group) = of.get_mut(*at) {
                *group = keep;
            }
        }
        if let Some(group) = members.get_mut(keep) {
            group.extend(moved);
        }
    }
    members.retain(|group| group.len() > 1);
    for group in &mut members {
        group.sort_unstable();
    }
    members.sort_unstable();
    members
}

/// Whether no two quotes of two groups in different articles are known to be apart.
fn fit(
    versions: &[Version],
    chances: &Chances,
    members: &[Vec<usize>],
    (a, b): (usize, usize),
) -> bool {
    let of = |group: usize| members.get(group).map_or(&[] as &[usize], Vec::as_slice);
    let article = |at: usize| versions.get(at).map(|v| v.article);
    let pairs = of(a)
        .iter()
        .flat_map(|x| of(b).iter().map(move |y| (*x, *y)));
    pairs
        .filter(|(x, y)| article(*x) != article(*y))
        .all(|(x, y)| {
            chances
                .get(&(x.min(y), x.max(y)))
                .is_some_and(|p| *p >= APART)
        })
}

/// The chances of the pairs that may be one utterance at all.
fn chances(links: Links<'_>, versions: &[Version]) -> Chances {
    let mut pairs = pairs(links, versions);
    let printed = printed(versions);
    pairs.retain(|&(at, other)| {
        let both = versions.get(at).zip(versions.get(other));
        both.is_some_and(|(x, y)| !are_two(&printed, x, y))
    });
    let found = parallel::map(&pairs, WORTH, |_, &(at, other)| {
        let (x, y) = versions.get(at).zip(versions.get(other))?;
        let chance = likeness::chance(links, x, y);
        let retold = likeness::retold(links, x, y);
        Some(((at, other), (y.article, x.article), chance, retold))
    });
    let found: Vec<_> = found.into_iter().flatten().collect();
    let mut likeliest: BTreeMap<(usize, ArticleId), f64> = BTreeMap::new();
    for ((at, other), (there, here), chance, _) in &found {
        for key in [(*at, *there), (*other, *here)] {
            let best = likeliest.entry(key).or_default();
            *best = best.max(*chance);
        }
    }
    let raise = |((at, other), (there, here), chance, retold): &_| {
        let best = |key| likeliest.get(&key).is_none_or(|best| chance >= best);
        let same = match retold {
            Retold::Yes => true,
            Retold::IfLikeliest => best((*at, *there)) && best((*other, *here)),
            Retold::No => false,
        };
        let chance: f64 = if same { SAME.max(*chance) } else { *chance };
        ((*at, *other), chance)
    };
    let raised = found.iter().map(raise);
    raised.filter(|(_, chance)| *chance >= APART).collect()
}

/// By folded text the articles that quote it.
fn printed(versions: &[Version]) -> BTreeMap<&str, BTreeSet<ArticleId>> {
    let mut printed: BTreeMap<&str, BTreeSet<ArticleId>> = BTreeMap::new();
    for version in versions {
        printed
            .entry(version.text())
            .or_default()
            .insert(version.article);
    }
    printed
}

/// Whether some article quotes both of two texts, neither a part of the other: then they are two
/// utterances, however alike.
fn are_two(printed: &BTreeMap<&str, BTreeSet<ArticleId>>, x: &Version, y: &Version) -> bool {
    let (short, long) = if x.text().len() < y.text().len() {
        (x.text(), y.text())
    } else {
        (y.text(), x.text())
    };
    let by = |text: &str| printed.get(text);
    let both = by(short).zip(by(long));
    both.is_some_and(|(a, b)| !a.is_disjoint(b)) && !long.contains(short)
}

/// Pairs of quotes of different articles that share a content word that not all quotes have, or a
/// run of small words in linked sentences, in rising order.
fn pairs(links: Links<'_>, versions: &[Version]) -> Vec<(usize, usize)> {
    let words = versions.iter().flat_map(|version| &version.numbers);
    let mut holders: Vec<Vec<usize>> = vec![Vec::new(); words.max().map_or(0, |last| last + 1)];
    let mut places: BTreeMap<SentenceId, Vec<usize>> = BTreeMap::new();
    for (at, version) in versions.iter().enumerate() {
        for &word in &version.numbers {
            if let Some(holders) = holders.get_mut(word) {
                holders.push(at);
            }
        }
        places.entry(version.sentence).or_default().push(at);
    }
    let article = |at: usize| versions.get(at).map(|version| version.article);
    let mut pairs = Vec::new();
    for holders in holders.iter().filter(|holders| holders.len() <= COMMON) {
        for (n, &at) in holders.iter().enumerate() {
            let others = holders.iter().skip(n + 1);
            let apart = others.filter(|other| article(**other) != article(at));
            pairs.extend(apart.map(|&other| (at, other)));
        }
    }
    let at = |id: SentenceId| places.get(&id).map_or(&[] as &[usize], Vec::as_slice);
    for link in links.links {
        for &x in at(link.a) {
            for &y in at(link.b) {
                let both = versions.get(x).zip(versions.get(y));
                if both.is_some_and(|(x, y)| x.run(y).len() >= SMALL_WORDS) {
                    pairs.push((x.min(y), x.max(y)));
                }
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}
