//! Details that an outlet leaves out of a piece that it tells.

use crate::findings::{of, story};
use parallax::model::{ArticleId, FindingKind, Settings, Severity};
use parallax::{load, pipeline};

#[test]
fn a_detail_says_where_else_it_is_given_and_a_reason_is_one() {
    let story = story(&[
        "The ferry Blue Heron sank off Skerra with 31 lorries because of a leak in the bow door, divers found.",
        "The ferry Blue Heron sank off Skerra with all its lorries, divers found.",
    ]);
    let found = of(&story, FindingKind::DetailOmission);
    let why: Vec<&str> = found.iter().map(|finding| finding.why.as_str()).collect();
    assert_eq!(
        why,
        [
            "outlet-1 does not give here: “31 lorries”, the reason “because of a leak in the bow door”"
        ]
    );
}

#[test]
fn a_clause_of_which_an_outlet_has_no_word_is_left_out() {
    let left_out = |headline: &str, other: &str| {
        let one = "The ferry Blue Heron sank off Skerra on Friday, stranding hundreds of islanders \
                   overnight.";
        let texts = [(headline, one), ("Ship lost", other)];
        let articles = (0..).zip(texts).map(|(n, (headline, text))| {
            let text = format!("{headline}\n\n{text}\n\nThe wreck lies deep.\n");
            let name = format!("outlet-{n}.txt");
            load::article(ArticleId(n), &name, None, text.as_bytes()).unwrap()
        });
        let story = pipeline::compare(articles.collect(), Vec::new(), &Settings::default());
        let found = of(&story, FindingKind::DetailOmission).into_iter();
        found
            .map(|it| (it.why.clone(), it.severity))
            .collect::<Vec<_>>()
    };
    let gone = "outlet-1 does not give here: “stranding hundreds of islanders overnight”";
    let other = "The ferry Blue Heron sank off Skerra on Friday.";
    assert_eq!(
        left_out("Ship lost", other),
        [(gone.to_owned(), Severity::Minor)]
    );
    let headlined = format!("{gone} (in the headline of A)");
    assert_eq!(
        left_out("Islanders cut off", other),
        [(headlined, Severity::Notable)]
    );
    // In other words, here or anywhere.
    let elsewhere = format!("{other} Some islanders slept on the quay.");
    assert!(left_out("Ship lost", &elsewhere).is_empty());
    let here =
        "The ferry Blue Heron sank off Skerra on Friday, and many dozens spent the night there.";
    assert!(left_out("Ship lost", here).is_empty());
}

#[test]
fn what_is_told_differently_or_without_marks_is_not_left_out() {
    let left_out = |one: &str, other: &str| {
        let story = story(&[one, other]);
        let found = of(&story, FindingKind::DetailOmission).into_iter();
        found.map(|it| it.why.clone()).collect::<Vec<_>>()
    };
    let lorries = |count: u32, told: &str| {
        format!("The ferry Blue Heron sank off Skerra with {count} lorries, divers {told}.")
    };
    assert!(left_out(&lorries(31, "found"), &lorries(45, "found")).is_empty());
    assert!(left_out(&lorries(31, "said on Friday"), &lorries(31, "said")).is_empty());
    let master = |name: &str| {
        format!(
            "The ferry Blue Heron sank off Skerra; her master, {name}, was the last to leave her."
        )
    };
    assert!(left_out(&master("Marta Eilander"), &master("Marta Eilender")).is_empty());
    let words = "Her bow door was never shut on that night";
    let marked = format!("“{words},” said the mate of the Blue Heron, Rosa Imrie.");
    let bare = format!("{words}, it seems, as the mate of the Blue Heron, Rosa Imrie, saw it.");
    assert!(left_out(&marked, &bare).is_empty());
}
