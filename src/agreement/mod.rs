//! How far two readers agree who corrected the same comparison.
//!
//! A unit is what a reader can judge: a row, a finding, a pair of passages, a block. Of the units
//! that both judged, the share on which they say the same is counted, and Cohen's kappa, which takes
//! off what chance alone would give: κ = (p₀ − pₑ) / (1 − pₑ), where p₀ is that share and pₑ the
//! sum, over all judgements, of the product of how often either reader gives it (J. Cohen, “A
//! coefficient of agreement for nominal scales”, Educational and Psychological Measurement 20, 1960,
//! pages 37 to 46).
//!
//! Whoever reviewed a row and left it as it is has judged it as the machine did: its verdict, and
//! that its passages belong together.

use crate::model::{Anchor, Correction, Corrections, FindingAnchor, Part, RowVerdict};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What can be judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The verdict of a row.
    Rows,
    /// Whether a finding is one.
    Findings,
    /// Whether two passages belong together.
    Pairs,
    /// Whether a block is part of the article.
    Blocks,
}

impl Kind {
    /// All of them, in the order of reports.
    pub const ALL: [Self; 4] = [Self::Rows, Self::Findings, Self::Pairs, Self::Blocks];

    /// It in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Rows => "verdicts of rows",
            Self::Findings => "findings confirmed or rejected",
            Self::Pairs => "passages put together or kept apart",
            Self::Blocks => "blocks taken for the article or for furniture",
        }
    }
}

/// A passage: who prints it, and its words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Passage {
    /// The outlet.
    pub outlet: String,
    /// Its words.
    pub words: String,
}

/// One thing that can be judged: the same for both readers, whatever the order of the articles.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Unit {
    kind: Kind,
    /// Of a finding, its kind and outlets.
    about: String,
    passages: Vec<Passage>,
}

/// A unit of which the readers say different things.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Disagreement {
    /// Of a finding, its kind and outlets; else empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// The passages that it is about.
    pub passages: Vec<Passage>,
    /// What each reader says.
    pub said: [&'static str; 2],
}

/// The agreement on units of one kind.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Measure {
    /// Their kind.
    pub kind: Kind,
    /// How many both readers judged.
    pub both: usize,
    /// How many each reader alone judged.
    pub alone: [usize; 2],
    /// On how many they agree.
    pub agreed: usize,
    /// The share of those, 0 to 1; `None` where no unit was judged by both.
    pub agreement: Option<f64>,
    /// Cohen's kappa, −1 to 1; `None` where it is not defined: no unit was judged by both, or both
    /// give one judgement throughout.
    pub kappa: Option<f64>,
    /// What they disagree on.
    pub disagreements: Vec<Disagreement>,
}

/// Measures how far two readers agree, kind by kind.
pub fn measure(a: &Corrections, b: &Corrections) -> Vec<Measure> {
    let (mut first, mut second) = (Judged::of(a), Judged::of(b));
    let pairs = |it: &Judged| -> Vec<Unit> {
        let units = it.said.keys().filter(|unit| unit.kind == Kind::Pairs);
        units.cloned().collect()
    };
    let (of_first, of_second) = (pairs(&first), pairs(&second));
    first.part(of_second);
    second.part(of_first);
    let kinds = Kind::ALL.into_iter();
    kinds
        .map(|kind| of_kind(kind, &first.said, &second.said))
        .collect()
}

/// What one reader judged.
#[derive(Default)]
struct Judged {
    said: BTreeMap<Unit, &'static str>,
    /// Passages that match nothing.
    alone: BTreeSet<Passage>,
}

const TOGETHER: &str = "together";
const APART: &str = "apart";

impl Judged {
    /// Of judgements on one unit, the last one.
    fn of(corrections: &Corrections) -> Self {
        let mut judged = Self::default();
        for correction in corrections.all() {
            judged.take(correction);
        }
        judged
    }

    fn take(&mut self, correction: &Correction) {
        match correction {
            Correction::Pin { sentences } | Correction::Join { sentences } => {
                self.say_of_pairs(sentences, TOGETHER);
            }
            Correction::Split { sentences } => self.say_of_pairs(sentences, APART),
            Correction::Cut { sentence, from } => {
                for other in from {
                    self.say_of_pairs(&[sentence.clone(), other.clone()], APART);
                }
            }
            Correction::Alone { sentence } => {
                let passage = passage(sentence);
                for (unit, said) in &mut self.said {
                    if unit.kind == Kind::Pairs && unit.passages.contains(&passage) {
                        *said = APART;
                    }
                }
                self.alone.insert(passage);
            }
            Correction::Flip { block, to } => {
                let said = match to {
                    Part::Article => "article",
                    Part::Furniture => "furniture",
                };
                self.say(Kind::Blocks, String::new(), vec![passage(block)], said);
            }
            Correction::Override { row, verdict, .. } | Correction::Review { row, verdict, .. } => {
                let passages = row.iter().map(passage).collect();
                self.say(Kind::Rows, String::new(), passages, verdict.word());
                if *verdict != RowVerdict::Unsure {
                    self.say_of_pairs(row, TOGETHER);
                }
            }
            Correction::Confirm { finding } => self.say_of_finding(finding, "right"),
            Correction::Reject { finding, .. } => self.say_of_finding(finding, "none"),
            Correction::Note { .. } => {}
        }
    }

    fn say(&mut self, kind: Kind, about: String, mut passages: Vec<Passage>, said: &'static str) {
        passages.sort_unstable();
        let unit = Unit {
            kind,
            about,
            passages,
        };
        self.said.insert(unit, said);
    }

    fn say_of_finding(&mut self, finding: &FindingAnchor, said: &'static str) {
        let about = format!("{} ({})", finding.kind.words(), finding.outlets.join(", "));
        let passages = finding.places.iter().map(passage).collect();
        self.say(Kind::Findings, about, passages, said);
    }

    /// Says something of each two passages of different outlets.
    fn say_of_pairs(&mut self, sentences: &[Anchor], said: &'static str) {
        for (n, a) in sentences.iter().enumerate() {
            for b in sentences
                .iter()
                .skip(n + 1)
                .filter(|b| b.outlet != a.outlet)
            {
                let pair = vec![passage(a), passage(b)];
                if said == TOGETHER {
                    self.alone.retain(|it| !pair.contains(it));
                }
                self.say(Kind::Pairs, String::new(), pair, said);
            }
        }
    }

    /// Of the pairs that the other reader judged, those with a passage that matches nothing are
    /// apart.
    fn part(&mut self, pairs: Vec<Unit>) {
        for unit in pairs {
            if unit.passages.iter().any(|it| self.alone.contains(it)) {
                self.said.entry(unit).or_insert(APART);
            }
        }
    }
}

fn passage(anchor: &Anchor) -> Passage {
    Passage {
        outlet: anchor.outlet.clone(),
        words: anchor.words.clone(),
    }
}

fn of_kind(
    kind: Kind,
    first: &BTreeMap<Unit, &'static str>,
    second: &BTreeMap<Unit, &'static str>,
) -> Measure {
    let of = |said: &BTreeMap<Unit, &'static str>, other: &BTreeMap<Unit, &'static str>| {
        let units = said.keys().filter(|unit| unit.kind == kind);
        units.filter(|unit| !other.contains_key(unit)).count()
    };
    let both: Vec<(&Unit, [&'static str; 2])> = first
        .iter()
        .filter(|(unit, _)| unit.kind == kind)
        .filter_map(|(unit, a)| Some((unit, [*a, *second.get(unit)?])))
        .collect();
    let disagreements: Vec<Disagreement> = both
        .iter()
        .filter(|(_, [a, b])| a != b)
        .map(|(unit, said)| Disagreement {
            about: unit.about.clone(),
            passages: unit.passages.clone(),
            said: *said,
        })
        .collect();
    let said: Vec<[&str; 2]> = both.iter().map(|(_, said)| *said).collect();
    let agreed = both.len() - disagreements.len();
    Measure {
        kind,
        both: both.len(),
        alone: [of(first, second), of(second, first)],
        agreed,
        agreement: (!both.is_empty()).then(|| agreed as f64 / both.len() as f64),
        kappa: kappa(&said),
        disagreements,
    }
}

/// Cohen's kappa of pairs of judgements; `None` where chance alone would give full agreement.
pub fn kappa(said: &[[&str; 2]]) -> Option<f64> {
    let mut counts: BTreeMap<&str, [u32; 2]> = BTreeMap::new();
    let mut same = 0;
    for [a, b] in said {
        counts.entry(a).or_default()[0] += 1;
        counts.entry(b).or_default()[1] += 1;
        same += u32::from(a == b);
    }
    // Whether both give one judgement throughout is a question of counts, not of fractions.
    if counts.len() < 2 {
        return None;
    }
    let all = said.len() as f64;
    let observed = f64::from(same) / all;
    let by_chance = counts.values().map(|[a, b]| f64::from(*a) * f64::from(*b));
    let expected = by_chance.sum::<f64>() / (all * all);
    Some((observed - expected) / (1.0 - expected))
}

#[cfg(test)]
mod tests {
    use super::kappa;

    /// So many pairs of each of the four combinations of yes and no.
    fn table(counts: [usize; 4]) -> Vec<[&'static str; 2]> {
        let cells = [["yes", "yes"], ["yes", "no"], ["no", "yes"], ["no", "no"]];
        let each = cells.into_iter().zip(counts);
        each.flat_map(|(cell, n)| vec![cell; n]).collect()
    }

    /// Worked out by hand: 20 + 15 of 50 the same, p₀ = 0.7; yes by 25 and by 30 of 50,
    /// pₑ = 0.5 · 0.6 + 0.5 · 0.4 = 0.5; κ = 0.2 / 0.5 = 0.4.
    #[test]
    fn kappa_is_as_worked_out_by_hand() {
        let got = kappa(&table([20, 5, 10, 15])).unwrap();
        assert!((got - 0.4).abs() < 1e-12, "{got}");
    }

    /// p₀ = 0.6 in both; pₑ = 0.54 and 0.46, so that κ = 0.06 / 0.46 and 0.14 / 0.54.
    #[test]
    fn the_same_share_is_worth_less_where_chance_gives_more() {
        let even = kappa(&table([45, 15, 25, 15])).unwrap();
        let odd = kappa(&table([25, 35, 5, 35])).unwrap();
        assert!((even - 0.06 / 0.46).abs() < 1e-12 && (odd - 0.14 / 0.54).abs() < 1e-12);
    }

    #[test]
    fn extremes() {
        assert_eq!(kappa(&table([3, 0, 0, 2])), Some(1.0));
        assert_eq!(kappa(&table([0, 2, 2, 0])), Some(-1.0));
        assert_eq!(kappa(&table([4, 0, 0, 0])), None);
        assert_eq!(kappa(&[]), None);
        // One reader always says yes, the other never does: nothing is left to chance.
        assert_eq!(kappa(&table([0, 3, 0, 0])), Some(0.0));
    }
}
