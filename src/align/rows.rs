//! Links to rows.

use super::evidence::longest_run;
use super::graph::Graph;
use super::profile::Profiles;
use crate::model::{Forced, Settings};
use std::collections::BTreeSet;
use std::ops::Range;

/// The scores of the pairs of a graph.
pub(super) struct Scores<'a> {
    pub graph: &'a Graph,
    /// By pair.
    pub scores: Vec<f64>,
}

impl Scores<'_> {
    /// The score of a pair; 0 where it is no candidate.
    fn of(&self, i: usize, j: usize) -> f64 {
        self.graph.pair(i, j).map_or(0.0, |pair| self.scores[pair])
    }

    /// The partners of `i` in the article whose sentences are `range`; those that may be none are
    /// left out.
    pub(super) fn within(
        &self,
        i: usize,
        range: &Range<usize>,
    ) -> impl Iterator<Item = (usize, f64)> + '_ {
        let partners = self.graph.within(i, range).iter();
        let scored = partners.map(|partner| (partner.sentence(), self.scores[partner.pair()]));
        scored.filter(|(_, score)| *score > 0.0)
    }

    /// The chance that the article whose sentences are `range` tells what `members` tell: the mean of
    /// what each says, since all tell one piece. On 29 stories it lifts the F1 of what is left out
    /// from .796, where the fullest spoke for all, to .799.
    pub(super) fn told(&self, profiles: &Profiles, members: &[usize], range: &Range<usize>) -> f64 {
        // "He said." says nothing of its own.
        let tag = |i: &&usize| profiles.sentences[**i].tag;
        let whole = members.iter().filter(|i| !tag(i));
        let told = whole.map(|&i| self.told_of(i, range, profiles.sentences[i].stems.len()));
        let told: Vec<f64> = told.collect();
        told.iter().sum::<f64>() / told.len().max(1) as f64
    }

    /// The chance that the article whose sentences are `range` tells what the sentence `i` of `words`
    /// words tells.
    ///
    /// If the pairs were independent it were p = `1 - Π (1 - score)`. They are not: a long sentence
    /// has many weak partners that are no partners. Fitted to what readers of 29 stories marked as
    /// told or as left out, by logistic regression on the logit of p and on ln(1 + words); leaving one
    /// story out it lifts the F1 of what is left out from .775 to .791. Below [`FAINT`] nothing is
    /// told, however short it is.
    fn told_of(&self, i: usize, range: &Range<usize>, words: usize) -> f64 {
        let none = self.within(i, range).map(|(_, score)| 1.0 - score);
        let any = 1.0 - none.product::<f64>();
        if any < FAINT {
            return 0.0;
        }
        let odds = (any / (1.0 - any).max(0.001)).ln();
        let length = ((1.0 + words as f64) / 20.0).ln();
        1.0 / (1.0 + (1.75 * length - 0.758 * odds).exp())
    }
}

/// The pairs with at least this score, by number.
pub(super) fn from(scores: &[f64], least: f64) -> Vec<usize> {
    let listed = |score: f64| score >= least && score > 0.0;
    (0..scores.len())
        .filter(|pair| listed(scores[*pair]))
        .collect()
}

/// An article none of whose sentences comes nearer than this to a piece, all scores taken together,
/// does not tell it.
const FAINT: f64 = 0.15;

/// The mean score that two groups must have over all their pairs of different articles to become
/// one row: a sentence joins because it fits the row, not because it fits one member.
const COHESION: f64 = 0.25;

/// From this score on two articles meet in a row, of which most pairs of articles do. Of 150 pairs
/// below it whose two sentences are both linked to a third, readers of 29 stories paired 16: the
/// third tells two things, and each of the two one of them.
const MEETING: f64 = 0.15;

/// How many content words beside names an unsure pair must share to be shown side by side: that
/// two sentences name somebody does not make them tell the same.
const BESIDE_NAMES: usize = 2;

/// How many words in a row make a saying of one speaker known again.
const SAYING: usize = 3;

/// How far apart sentences of one article may stand and still share a row.
const REACH: usize = 3;

/// How many sentences of one article a row holds at most.
const MOST: usize = 4;

/// Sentences in their groups.
struct Groups {
    /// The members of each in rising order, and whether it rests on unsure links only.
    groups: Vec<(Vec<usize>, bool)>,
    /// The group of each sentence.
    of: Vec<usize>,
}

impl Groups {
    /// Makes one of two groups.
    fn merge(&mut self, x: usize, y: usize, unsure: bool) {
        let moved = std::mem::take(&mut self.groups[y].0);
        for &sentence in &moved {
            self.of[sentence] = x;
        }
        self.groups[x].0.extend(moved);
        self.groups[x].0.sort_unstable();
        self.groups[x].1 = unsure;
    }

    /// The groups of two sentences, the earlier first.
    fn both(&self, i: usize, j: usize) -> (usize, usize) {
        (self.of[i].min(self.of[j]), self.of[i].max(self.of[j]))
    }
}

/// Puts every sentence into one group: first those that are forced together, then the best links
/// first, and every tag ("he said.") with the sentence before it; groups are in order of their
/// first sentence. The second value of a group says whether it rests on unsure links only.
pub(super) fn group(
    profiles: &Profiles,
    scores: &Scores<'_>,
    settings: &Settings,
    forced: &Forced,
) -> Vec<(Vec<usize>, bool)> {
    let all = 0..profiles.sentences.len();
    let mut groups = Groups {
        groups: all.clone().map(|i| (vec![i], false)).collect(),
        of: all.clone().collect(),
    };
    for (i, j) in profiles.places(&forced.together) {
        let (x, y) = groups.both(i, j);
        if x != y {
            groups.merge(x, y, false);
        }
    }
    let bound = Bound::of(profiles, forced);
    let tag = |i: usize| profiles.sentences[i].tag && !bound.named[i];
    // Pairs rise with their numbers, and the sort keeps the order of those that are scored alike.
    let mut ranked = from(&scores.scores, settings.unsure);
    ranked.sort_by(|x, y| scores.scores[*y].total_cmp(&scores.scores[*x]));
    for pair in ranked {
        let (i, j) = scores.graph.pairs[pair];
        let (x, y) = groups.both(i, j);
        let both = [x, y].map(|it| groups.groups[it].0.as_slice());
        if x == y || tag(i) || tag(j) || bound.parts(both) {
            continue;
        }
        let sure = scores.scores[pair] >= settings.confident;
        let fits = if sure {
            fit(profiles, scores, both[0], both[1])
        } else {
            both.iter().all(|it| it.len() == 1)
                && (beside_names(profiles, i, j) >= BESIDE_NAMES || is_one_saying(profiles, i, j))
        };
        if !fits {
            continue;
        }
        groups.merge(x, y, !sure);
    }
    for at in all.skip(1).filter(|&at| tag(at)) {
        let (to, unsure) = (groups.of[at - 1], groups.groups[groups.of[at - 1]].1);
        groups.merge(to, at, unsure);
    }
    groups.groups.retain(|(members, _)| !members.is_empty());
    groups.groups
}

/// What is forced, by the places of the sentences.
struct Bound {
    /// Pairs that share no row, the earlier first.
    apart: BTreeSet<(usize, usize)>,
    /// Whether a sentence stands in a row of its own.
    alone: Vec<bool>,
    /// Whether anything is forced on a sentence.
    named: Vec<bool>,
}

impl Bound {
    fn of(profiles: &Profiles, forced: &Forced) -> Self {
        let mut bound = Self {
            apart: profiles.places(&forced.apart).collect(),
            alone: vec![false; profiles.sentences.len()],
            named: vec![false; profiles.sentences.len()],
        };
        for at in forced.alone.iter().map(|id| profiles.place(*id)) {
            bound.alone[at] = true;
            bound.named[at] = true;
        }
        for (i, j) in bound
            .apart
            .iter()
            .copied()
            .chain(profiles.places(&forced.together))
        {
            bound.named[i] = true;
            bound.named[j] = true;
        }
        bound
    }

    /// Whether two groups must not become one.
    fn parts(&self, [x, y]: [&[usize]; 2]) -> bool {
        if x.iter().chain(y).any(|i| self.alone[*i]) {
            return true;
        }
        let parted = |i: usize, j: usize| self.apart.contains(&(i.min(j), i.max(j)));
        !self.apart.is_empty() && x.iter().any(|&i| y.iter().any(|&j| parted(i, j)))
    }
}

/// Sentences of no more words are sayings where they share a run of them.
const SHORT: usize = 12;

/// The scores, of short sayings of one speaker at least such that they are shown side by side: of the
/// two pairs in 64 stories that are below, readers paired both.
pub(super) fn with_sayings(
    profiles: &Profiles,
    graph: &Graph,
    mut scores: Vec<f64>,
    settings: &Settings,
) -> Vec<f64> {
    let short = |i: usize| profiles.sentences[i].stems.len() <= SHORT;
    for (score, &(i, j)) in scores.iter_mut().zip(&graph.pairs) {
        if *score < settings.unsure && short(i) && short(j) && is_one_saying(profiles, i, j) {
            *score = settings.unsure;
        }
    }
    scores
}

/// Whether two sentences give words of one speaker and share a run of them: "up to them" holds no
/// telling word, and yet is the same saying.
fn is_one_saying(profiles: &Profiles, i: usize, j: usize) -> bool {
    let (a, b) = (&profiles.sentences[i], &profiles.sentences[j]);
    a.speaker.is_some() && a.speaker == b.speaker && longest_run(a, b).len() >= SAYING
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
fn fit(profiles: &Profiles, scores: &Scores<'_>, x: &[usize], y: &[usize]) -> bool {
    let article = |i: usize| profiles.article_of(i);
    let pairs = || x.iter().flat_map(|&i| y.iter().map(move |&j| (i, j)));
    let scattered = pairs().any(|(i, j)| i.abs_diff(j) > REACH && article(i) == article(j));
    let crowded = |own: usize| {
        let members = x.iter().chain(y).filter(|i| article(**i) == own);
        members.count() > MOST
    };
    // What is quickly known comes first.
    if scattered || x.iter().any(|&i| crowded(article(i))) {
        return false;
    }
    let (mut sum, mut count) = (0.0, 0u32);
    for (i, j) in pairs().filter(|(i, j)| article(*i) != article(*j)) {
        sum += scores.of(i, j);
        count += 1;
    }
    count > 0 && sum / f64::from(count) >= COHESION && most_meet(profiles, scores, x, y)
}

/// Whether of the pairs of an article of one group and one of the other more than half meet in the
/// row that the two groups would make.
fn most_meet(profiles: &Profiles, scores: &Scores<'_>, x: &[usize], y: &[usize]) -> bool {
    let articles = |group: &[usize]| -> BTreeSet<usize> {
        group.iter().map(|&i| profiles.article_of(i)).collect()
    };
    let of = |article: usize| {
        let members = x.iter().chain(y).copied();
        members.filter(move |&i| profiles.article_of(i) == article)
    };
    let meet = |p: usize, q: usize| of(p).any(|i| of(q).any(|j| scores.of(i, j) >= MEETING));
    let (ours, theirs) = (articles(x), articles(y));
    let pairs = || {
        ours.iter()
            .flat_map(|&p| theirs.iter().map(move |&q| (p, q)))
    };
    let (mut close, mut all) = (0, 0);
    for (p, q) in pairs().filter(|(p, q)| p != q) {
        close += usize::from(meet(p, q));
        all += 1;
    }
    2 * close > all
}

/// Whether more than half of the articles of a row come near to one that has no sentence in it: what
/// is told of one sentence alone may be no more than what that one tells beside the row's own. Of 42
/// rows of two outlets and more that are met so readers called 28 told by the other one, too, of 33
/// that are not 12.
pub(super) fn is_met_by(
    profiles: &Profiles,
    scores: &Scores<'_>,
    members: &[usize],
    other: &Range<usize>,
) -> bool {
    let meets = |i: usize| scores.within(i, other).any(|(_, score)| score >= MEETING);
    let articles = |members: &[usize]| -> BTreeSet<usize> {
        members.iter().map(|&i| profiles.article_of(i)).collect()
    };
    let close: Vec<usize> = members.iter().copied().filter(|&i| meets(i)).collect();
    2 * articles(&close).len() > articles(members).len()
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
