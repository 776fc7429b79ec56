//! How likely it is that two quotes give one utterance.

use super::versions::Version;
use crate::model::{Link, QuoteKind, SentenceId, Settings, link_of};
use std::sync::LazyLock;

/// From this chance on two quotes are taken for one utterance. The F1 of cross-validation is flat
/// between 0.25 and 0.5.
pub(super) const SAME: f64 = 0.35;

/// Two quotes below this chance never stand in one group, whatever a third one says.
pub(super) const APART: f64 = 0.1;

/// The chance with which the sentences of two quotes count as linked that are not.
const UNLINKED: f64 = 0.05;

/// The longest common run of words that counts.
const LONGEST_RUN: usize = 8;

/// Quotes with this many content words, all of them the same, are one utterance, whoever speaks
/// and wherever they stand; fewer are enough when they are the same to the letter.
const MANY: usize = 5;
const FEW: usize = 3;

/// Share of the shorter quote's content words that is "all of them".
const ALL: f64 = 0.85;

/// What speaks for and against one utterance, in the order of [`NAMES`].
type Features = [f64; NAMES.len()];

const NAMES: [&str; 7] = [
    // The log odds that their sentences state the same.
    "link",
    // The share of the shorter quote's words that stand in the other one in the same order.
    "order",
    // Whether both are known to have one speaker, or two.
    "same_speaker",
    "other_speaker",
    // Whether both are reported speech, whose words are the reporters' own.
    "both_reported",
    // Whether one is some words only.
    "fragment",
    // How many words the longest run is that both share.
    "run",
];

/// Share of the shorter clause's words that two clauses of one speaker in linked sentences have in
/// the same order when they are one utterance.
const HALF: f64 = 0.5;

/// The same where the link has at least the score [`SURE`].
const IN_SURE: f64 = 0.35;
const SURE: f64 = 0.8;

/// The same where one is reported and at least [`WORDS`] words stand together in both.
const IN_ORDER: f64 = 0.4;
const WORDS: usize = 3;

/// The weights of the features; the last one is the intercept.
static WEIGHTS: LazyLock<(Features, f64)> = LazyLock::new(|| {
    let mut weights = (Features::default(), 0.0);
    for line in include_str!("data/same_utterance.txt").lines() {
        let Some((name, weight)) = line.split_once(' ') else {
            continue;
        };
        let place = NAMES.iter().position(|known| *known == name);
        let slot = place.and_then(|at| weights.0.get_mut(at));
        match (slot, weight.parse()) {
            (Some(slot), Ok(weight)) => *slot = weight,
            (None, Ok(weight)) if name == "intercept" => weights.1 = weight,
            _ => {}
        }
    }
    weights
});

/// The links between sentences, and from which score on they count.
#[derive(Clone, Copy)]
pub(super) struct Links<'a> {
    /// By `a`, then `b`.
    pub links: &'a [Link],
    pub settings: &'a Settings,
}

impl Links<'_> {
    /// The score of the link between the sentences of two quotes, if it is `least` or more.
    fn score(&self, x: &Version, y: &Version, least: f64) -> Option<f64> {
        let link = link_of(self.links, x.sentence, y.sentence);
        link.map(|link| link.score).filter(|score| *score >= least)
    }

    /// The same where the two go on with what a claimed link says that the sentences before them tell
    /// alike, in the same few words.
    fn going_on(&self, x: &Version, y: &Version) -> Option<f64> {
        let before = |v: &Version| {
            let index = v.sentence.index.checked_sub(1)?;
            Some(SentenceId {
                index,
                ..v.sentence
            })
        };
        let link = link_of(self.links, before(x)?, before(y)?)?;
        let goes_on = link.score >= self.settings.confident && x.run(y).len() >= WORDS;
        self.score(x, y, self.settings.unsure).filter(|_| goes_on)
    }
}

/// The chance that two quotes of different articles give one utterance, 0 to 1.
pub(super) fn chance(links: Links<'_>, x: &Version, y: &Version) -> f64 {
    if is_verbatim(x, y) {
        return 1.0;
    }
    let linked = links.score(x, y, links.settings.unsure);
    if [x, y].iter().any(|v| v.content.is_empty()) {
        // "We did it": the same words of one speaker where the same is told.
        let same = x.text() == y.text() && x.shares_speaker(y) && linked.is_some();
        return f64::from(u8::from(same));
    }
    let common = x.share(y);
    // Without a link hardly any weight of words is enough, and most pairs have none.
    if linked.is_none() && common < 0.5 {
        return 0.0;
    }
    let (weights, intercept) = &*WEIGHTS;
    let features = features(x, y, linked.unwrap_or(UNLINKED));
    let sum: f64 = features.iter().zip(weights).map(|(f, w)| f * w).sum();
    1.0 / (1.0 + (-(intercept + sum)).exp())
}

fn features(x: &Version, y: &Version, link: f64) -> Features {
    let is = |kind: QuoteKind| [x.kind, y.kind].iter().filter(|k| **k == kind).count();
    let one = |sign: bool| f64::from(u8::from(sign));
    let odds = (link / (1.001 - link)).ln();
    [
        odds.clamp(-5.0, 5.0),
        x.order(y),
        one(x.shares_speaker(y)),
        one(!x.may_share_speaker(y)),
        one(is(QuoteKind::Indirect) == 2),
        one(is(QuoteKind::Fragment) > 0),
        x.run(y).len().min(LONGEST_RUN) as f64,
    ]
}

/// Whether the words speak for themselves.
fn is_verbatim(x: &Version, y: &Version) -> bool {
    let reported = [x.kind, y.kind].contains(&QuoteKind::Indirect);
    let many = if x.text() == y.text() { FEW } else { MANY };
    let lengths = (x.content.len(), y.content.len());
    let whole = lengths.0.min(lengths.1) * 2 >= lengths.0.max(lengths.1);
    !reported && x.common(y) >= many && x.share(y) >= ALL && (whole || x.shares_speaker(y))
}

/// What a claimed link and a common speaker make of two quotes that the model leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Retold {
    /// Nothing.
    No,
    /// One utterance, when neither has a likelier partner in the other article.
    IfLikeliest,
    /// One utterance.
    Yes,
}

/// Whether two quotes of one speaker in surely linked sentences give one utterance though few words
/// are the same, as when one of them came back from a translation.
///
/// Where both quote whole clauses the link says that the clauses tell the same. Where one reports
/// what the other quotes, a few words in the same place show which part is reported.
pub(super) fn retold(links: Links<'_>, x: &Version, y: &Version) -> Retold {
    let claimed = links.score(x, y, links.settings.confident);
    let claimed = claimed.or_else(|| links.going_on(x, y));
    let says = [x, y].iter().all(|v| !v.content.is_empty());
    let Some(score) = claimed.filter(|_| says && x.shares_speaker(y)) else {
        return Retold::No;
    };
    let whole = |v: &Version| matches!(v.kind, QuoteKind::Direct | QuoteKind::Unmarked);
    let reported = [x.kind, y.kind].contains(&QuoteKind::Indirect);
    let enough = if score >= SURE { IN_SURE } else { HALF };
    if whole(x) && whole(y) && x.order(y) >= enough {
        return Retold::IfLikeliest;
    }
    let run = x.run(y);
    let telling = run.iter().filter(|stem| x.content.contains(*stem)).count();
    let placed = run.len() > WORDS || x.order(y) >= IN_ORDER;
    if (whole(x) || whole(y)) && reported && run.len() >= WORDS && telling >= 2 && placed {
        return Retold::Yes;
    }
    Retold::No
}

#[cfg(test)]
mod tests {
    use super::{NAMES, WEIGHTS};

    #[test]
    fn every_line_of_the_model_is_a_feature_and_every_feature_has_one() {
        let lines = include_str!("data/same_utterance.txt").lines();
        let lines = lines.filter(|line| !line.starts_with('#'));
        let names: Vec<_> = lines.filter_map(|line| line.split(' ').next()).collect();
        assert_eq!(names.first(), Some(&"intercept"));
        assert_eq!(names.get(1..), Some(&NAMES[..]));
        assert!(WEIGHTS.0.iter().all(|weight| *weight != 0.0));
    }
}
