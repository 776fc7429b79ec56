//! How far two readers agree.

use super::chance::random;
use super::{compared, find, named, one, row_of, three};
use parallax::agreement::{Kind, Measure, measure};
use parallax::correct::anchor;
use parallax::model::{Comparison, Correction, Corrections, RowVerdict};
use proptest::prelude::*;

fn of(kind: Kind, a: &Corrections, b: &Corrections) -> Measure {
    let mut all = measure(a, b).into_iter();
    all.find(|it| it.kind == kind).unwrap()
}

fn plain() -> Comparison {
    compared(three(), &Corrections::default())
}

#[test]
fn whoever_leaves_a_reviewed_row_as_it_is_keeps_its_passages_together() {
    let story = plain();
    let [a, b] = [find(&story, "In all, 14"), find(&story, "In all, 19")];
    let review = one(Correction::Review {
        row: anchor::of_row(&story.articles, row_of(&story, a)),
        verdict: RowVerdict::Diverge,
        machine: RowVerdict::Diverge,
    });
    let cut = one(Correction::Cut {
        sentence: anchor::of_sentence(&story.articles, a).unwrap(),
        from: named(&story.articles, [b]),
    });
    let pairs = of(Kind::Pairs, &review, &cut);
    assert_eq!((pairs.both, pairs.agreed, pairs.alone), (1, 0, [0, 0]));
    assert_eq!(pairs.disagreements[0].said, ["together", "apart"]);
    // One always says the one, the other always the other: no more than chance.
    assert_eq!(pairs.kappa, Some(0.0));
    assert_eq!(of(Kind::Rows, &review, &cut).alone, [1, 0]);
}

#[test]
fn a_passage_that_matches_nothing_is_apart_from_whatever_the_other_pairs_it_with() {
    let story = plain();
    let [a, b] = [find(&story, "The bakery"), find(&story, "Bread was")];
    let pin = one(Correction::Pin {
        sentences: named(&story.articles, [a, b]),
    });
    let alone = one(Correction::Alone {
        sentence: anchor::of_sentence(&story.articles, b).unwrap(),
    });
    let pairs = of(Kind::Pairs, &alone, &pin);
    assert_eq!(pairs.disagreements[0].said, ["apart", "together"]);
    // Who says so first and pairs them later has paired them.
    let both: Corrections = [&alone, &pin]
        .into_iter()
        .flat_map(|it| it.all().iter().map(|it| Correction::clone(it)))
        .collect();
    assert_eq!(of(Kind::Pairs, &both, &pin).agreed, 1);
}

#[test]
fn findings_that_one_reader_alone_judged_are_counted_and_no_more() {
    let story = plain();
    let finding = anchor::of_finding(&story.articles, &story.findings[0]);
    let confirm = one(Correction::Confirm {
        finding: finding.clone(),
    });
    let reject = one(Correction::Reject {
        finding,
        reason: String::new(),
    });
    let none = Corrections::default();
    let findings = of(Kind::Findings, &confirm, &none);
    assert_eq!((findings.both, findings.alone), (0, [1, 0]));
    assert_eq!((findings.agreement, findings.kappa), (None, None));
    assert_eq!(of(Kind::Findings, &confirm, &reject).agreement, Some(0.0));
    assert_eq!(of(Kind::Findings, &reject, &reject).agreement, Some(1.0));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn neither_reader_comes_first(a in random(&plain()), b in random(&plain())) {
        let (a, b): (Corrections, Corrections) = (a.into_iter().collect(), b.into_iter().collect());
        for (x, y) in measure(&a, &b).into_iter().zip(measure(&b, &a)) {
            prop_assert_eq!((x.both, x.agreed, x.kappa), (y.both, y.agreed, y.kappa));
            prop_assert_eq!(x.alone, [y.alone[1], y.alone[0]]);
            prop_assert!(x.kappa.is_none_or(|it| (-1.0..=1.0).contains(&it)));
        }
        for own in measure(&a, &a) {
            prop_assert!(own.disagreements.is_empty() && own.alone == [0, 0]);
            prop_assert!(own.kappa.is_none_or(|it| it == 1.0));
        }
    }
}
