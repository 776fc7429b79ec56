//! How good scores are, by what readers marked.

use super::gold::Grade;

/// A candidate pair of a story with its score and what readers made of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Judged {
    /// The number of its story.
    pub story: usize,
    pub score: f64,
    /// `None` where no reader paired the two.
    pub grade: Option<Grade>,
}

/// How many pairs readers made in a story, candidates or not.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Made {
    pub any: usize,
    pub strong: usize,
}

/// Precision and recall of the pairs at and above a score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cut {
    pub precision: f64,
    pub recall: f64,
}

impl Cut {
    /// Of `claimed` pairs `right`, of `made` to find.
    fn of(right: usize, claimed: usize, made: usize) -> Self {
        let part = |whole: usize| right as f64 / whole.max(1) as f64;
        Self {
            precision: part(claimed),
            recall: part(made),
        }
    }

    /// The harmonic mean of precision and recall.
    pub(super) fn f1(self) -> f64 {
        2.0 * self.precision * self.recall / (self.precision + self.recall).max(1e-9)
    }
}

/// Mean over the stories of the average precision of any pairs, and of strong ones with the weak
/// ones left out. A pair that is no candidate counts as never found.
pub(super) fn mean_average_precision(pairs: &[Judged], made: &[Made]) -> (f64, f64) {
    let mean =
        |keep: fn(&Judged) -> bool, right: fn(&Judged) -> bool, total: fn(&Made) -> usize| {
            let stories: Vec<f64> = made
                .iter()
                .enumerate()
                .filter(|(_, made)| total(made) > 0)
                .map(|(story, made)| {
                    let own = pairs
                        .iter()
                        .filter(|pair| pair.story == story && keep(pair));
                    average_precision(own.map(|pair| (pair.score, right(pair))), total(made))
                })
                .collect();
            stories.iter().sum::<f64>() / stories.len().max(1) as f64
        };
    let strong: fn(&Judged) -> bool = |pair| pair.grade == Some(Grade::Strong);
    (
        mean(|_| true, |pair| pair.grade.is_some(), |made| made.any),
        mean(
            |pair| pair.grade != Some(Grade::Weak),
            strong,
            |made| made.strong,
        ),
    )
}

/// The mean, over the `total` right ones, of the precision at the place of each.
fn average_precision(scored: impl Iterator<Item = (f64, bool)>, total: usize) -> f64 {
    let mut ranked: Vec<(f64, bool)> = scored.collect();
    ranked.sort_by(|x, y| y.0.total_cmp(&x.0));
    let (mut found, mut sum) = (0usize, 0.0);
    for (place, (_, right)) in ranked.iter().enumerate() {
        if *right {
            found += 1;
            sum += found as f64 / (place + 1) as f64;
        }
    }
    sum / total.max(1) as f64
}

/// Precision and recall of any pairs, and of strong ones with the weak ones left out, when the
/// pairs from `least` on are claimed.
pub(super) fn cut(pairs: &[Judged], made: &[Made], least: f64) -> (Cut, Cut) {
    let claimed: Vec<&Judged> = pairs.iter().filter(|pair| pair.score >= least).collect();
    let count = |grade: Option<Grade>| claimed.iter().filter(|pair| pair.grade == grade).count();
    let (none, weak, strong) = (
        count(None),
        count(Some(Grade::Weak)),
        count(Some(Grade::Strong)),
    );
    let any = made.iter().map(|made| made.any).sum();
    let all_strong = made.iter().map(|made| made.strong).sum();
    (
        Cut::of(weak + strong, claimed.len(), any),
        Cut::of(strong, strong + none, all_strong),
    )
}

/// The pairs whose score lies in one tenth of the scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Tenth {
    pub pairs: usize,
    /// Their mean score.
    pub said: f64,
    /// The share that readers made.
    pub right: f64,
}

/// What scores say and what is right, for each tenth of the scale.
pub(super) fn calibration(pairs: &[Judged]) -> Vec<Tenth> {
    (0..10)
        .map(|tenth| {
            let (least, most) = (f64::from(tenth) / 10.0, f64::from(tenth + 1) / 10.0);
            let own = pairs
                .iter()
                .filter(|pair| pair.score >= least && (pair.score < most || tenth == 9));
            let own: Vec<&Judged> = own.collect();
            let n = own.len().max(1) as f64;
            Tenth {
                pairs: own.len(),
                said: own.iter().map(|pair| pair.score).sum::<f64>() / n,
                right: own.iter().filter(|pair| pair.grade.is_some()).count() as f64 / n,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Grade, Judged, Made, calibration, cut, mean_average_precision};

    const fn judged(story: usize, score: f64, grade: Option<Grade>) -> Judged {
        Judged {
            story,
            score,
            grade,
        }
    }

    const PAIRS: [Judged; 5] = [
        judged(0, 0.9, Some(Grade::Strong)),
        judged(0, 0.8, None),
        judged(0, 0.7, Some(Grade::Weak)),
        judged(1, 0.6, Some(Grade::Strong)),
        judged(1, 0.1, None),
    ];
    const MADE: [Made; 2] = [Made { any: 2, strong: 1 }, Made { any: 2, strong: 1 }];

    #[test]
    fn average_precision_is_that_of_the_books() {
        let (any, strong) = mean_average_precision(&PAIRS, &MADE);
        // Story 0: (1/1 + 2/3) / 2; story 1: one of two found, at the first place.
        assert!((any - f64::midpoint(5.0 / 6.0, 0.5)).abs() < 1e-12);
        assert!((strong - 1.0).abs() < 1e-12);
    }

    #[test]
    fn claims_are_counted_against_all_that_readers_made() {
        let (any, strong) = cut(&PAIRS, &MADE, 0.5);
        assert_eq!((any.precision, any.recall), (0.75, 0.75));
        assert!((any.f1() - 0.75).abs() < 1e-12);
        assert!((strong.precision - 2.0 / 3.0).abs() < 1e-12);
        assert!((strong.recall - 1.0).abs() < 1e-12);
    }

    #[test]
    fn calibration_sets_what_is_said_beside_what_is_right() {
        let tenths = calibration(&PAIRS);
        assert_eq!(tenths.iter().map(|tenth| tenth.pairs).sum::<usize>(), 5);
        assert!((tenths[9].said - 0.9).abs() < 1e-12 && (tenths[9].right - 1.0).abs() < 1e-12);
    }
}
