//! Corrections by chance.

use super::kept::kept;
use super::{POST, QUAY, TIMES, compared, named, read, row_of, text, three, together};
use parallax::correct::anchor;
use parallax::model::{
    Anchor, Article, Comparison, Correction, Corrections, FindingAnchor, Outcome, Part, RowVerdict,
    SentenceId, Target,
};
use proptest::prelude::*;

/// Corrections of all kinds about the sentences of a story, by chance.
pub(super) fn random(story: &Comparison) -> impl Strategy<Value = Vec<Correction>> + use<> {
    let ids: Vec<SentenceId> = story
        .articles
        .iter()
        .flat_map(Article::sentence_ids)
        .collect();
    let articles = story.articles.clone();
    let findings = story.findings.iter();
    let findings = findings.map(|it| anchor::of_finding(&story.articles, it));
    let findings: Vec<FindingAnchor> = findings.collect();
    let finding = move |n: usize| findings[n % findings.len()].clone();
    let pick = (
        0u8..12,
        proptest::sample::subsequence(ids, 2..4),
        any::<bool>(),
    );
    proptest::collection::vec(pick, 0..6).prop_map(move |picked| {
        let made = picked.into_iter().map(|(kind, ids, yes)| {
            let sentences = named(&articles, ids);
            let (first, rest) = sentences.split_first().unwrap();
            let row = sentences.clone();
            match kind {
                0 | 1 => Correction::Pin {
                    sentences: sentences[..2].to_vec(),
                },
                2 => Correction::Cut {
                    sentence: first.clone(),
                    from: rest.to_vec(),
                },
                3 => Correction::Alone {
                    sentence: first.clone(),
                },
                4 => Correction::Split { sentences },
                5 => Correction::Join { sentences },
                6 => Correction::Flip {
                    block: first.clone(),
                    to: if yes { Part::Furniture } else { Part::Article },
                },
                7 => Correction::Override {
                    row,
                    verdict: RowVerdict::Unsure,
                    machine: RowVerdict::Agree,
                    reason: "why not".to_owned(),
                },
                8 => Correction::Review {
                    row,
                    verdict: RowVerdict::Diverge,
                    machine: RowVerdict::Diverge,
                },
                9 => Correction::Reject {
                    finding: finding(sentences.len()),
                    reason: String::new(),
                },
                10 => Correction::Confirm {
                    finding: finding(sentences.len()),
                },
                _ => Correction::Note {
                    on: Target::Row(row),
                    text: "odd “\u{e9}”".to_owned(),
                },
            }
        });
        made.collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn corrections_keep_the_laws(made in random(&compared(three(), &Corrections::default()))) {
        let corrections: Corrections = made.iter().cloned().collect();
        prop_assert_eq!(&kept(&corrections), &corrections);
        let story = compared(three(), &corrections);
        crate::laws::lawful(&story);
        prop_assert_eq!(story.corrected.entries.len(), made.len());
        text(&story);
        // What is said last holds.
        if let (Some(last), Some((_, Outcome::Applied))) = (made.last(), story.corrected.entries.last()) {
            let ids: Vec<SentenceId> = last.passages().into_iter().filter_map(|it| anchor::sentence(&story.articles, it).ok()).collect();
            match last {
                Correction::Pin { .. } | Correction::Join { .. } => prop_assert!(ids.windows(2).all(|it| together(&story, it[0], it[1]))),
                Correction::Cut { .. } => prop_assert!(ids[1..].iter().all(|it| !together(&story, ids[0], *it) && story.link(ids[0], *it).is_none())),
                Correction::Alone { .. } => prop_assert_eq!(row_of(&story, ids[0]).sentences().count(), 1),
                _ => {}
            }
        }
    }

    #[test]
    fn the_order_of_the_files_does_not_matter(made in random(&compared(three(), &Corrections::default()))) {
        let corrections: Corrections = made.into_iter().collect();
        let rows = |texts: &[(&str, &str)]| {
            let story = compared(read(texts), &corrections);
            let mut rows: Vec<(Vec<Anchor>, RowVerdict)> = story.rows.iter().map(|row| (anchor::of_row(&story.articles, row), row.verdict)).collect();
            rows.sort();
            let outcomes: Vec<Outcome> = story.corrected.entries.into_iter().map(|(_, it)| it).collect();
            (rows, outcomes)
        };
        prop_assert_eq!(
            rows(&[("post", POST), ("times", TIMES), ("quay", QUAY)]),
            rows(&[("quay", QUAY), ("post", POST), ("times", TIMES)])
        );
    }
}
