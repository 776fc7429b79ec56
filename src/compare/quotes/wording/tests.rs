//! What is an alteration and what is none.

use super::{Manner, alterations, bare, cuts};

fn shown<'a>(left: &'a str, right: &'a str) -> Vec<(&'a str, &'a str)> {
    alterations(left, right, None, Manner::Whole)
        .iter()
        .filter(|found| found.telling)
        .map(|found| {
            (
                bare(found.change.a.of(left)),
                bare(found.change.b.of(right)),
            )
        })
        .collect()
}

#[test]
fn changed_words_are_shown_and_cuts_are_not() {
    assert_eq!(
        shown(
            "they will find a settlement and halt this cruel, cruel feud",
            "We hope they will reach a settlement and end this bitter feud, at last"
        ),
        [
            ("find", "reach"),
            ("halt", "end"),
            ("cruel, cruel", "bitter")
        ]
    );
    assert_eq!(
        shown("We refuse his offer.", "By now we refuse his plan."),
        [("offer", "plan")]
    );
    assert_eq!(
        shown(
            "It is up to them to come to a deal and stop this feud.",
            "Now the task belongs to them to reach a deal and end this feud"
        ),
        [("come to", "reach"), ("stop", "end")]
    );
    assert_eq!(shown("a risky road", "a very risky road"), [("", "very")]);
}

#[test]
fn what_leaves_the_meaning_alone_is_no_alteration() {
    for (left, right) in [
        (
            "a mistake on the part of the board",
            "a mistake, on part of the board",
        ),
        ("Sen. Ono likes the plan", "Senator Ono likes the plan"),
        ("They left Mérin on foot", "They left Merin on foot"),
        (
            "we thank #portsella for this",
            "we thank Port Sella for this",
        ),
        ("our health care is poor", "our healthcare is poor"),
        ("we met Yousuf at the gate", "we met Yusuf at the gate"),
        ("he lives in St Ives now", "he lives in Saint Ives now"),
        ("I knew you'd say that to me", "he knew I’d say that to me"),
        (
            "we tried ... and we failed",
            "we tried hard and long and we failed",
        ),
        ("if they [the board] vote today", "if they vote today"),
        ("we will vote.", "we will vote and I am glad of it."),
    ] {
        assert!(shown(left, right).is_empty(), "{left} / {right}");
    }
}

#[test]
fn negations_and_modals_say_something() {
    assert_eq!(
        shown("the plan will work now", "the plan may work now"),
        [("will", "may")]
    );
    assert_eq!(
        shown("the plan does work now", "the plan doesn't work now").len(),
        1
    );
}

#[test]
fn what_is_worked_into_a_sentence_may_follow_its_grammar() {
    for (left, right) in [
        ("harmful to the town hall", "harmful for the town hall"),
        ("it runs on and will stall", "it running on and would stall"),
    ] {
        let telling = |manner| {
            let found = alterations(left, right, None, manner);
            found.iter().any(|f| f.telling)
        };
        assert!(
            telling(Manner::Whole) && !telling(Manner::WorkedIn),
            "{left}"
        );
    }
}

#[test]
fn of_what_is_told_over_freely_only_a_framed_word_counts() {
    let found = |left, right| {
        let found = alterations(left, right, None, Manner::Retold);
        let both = |it: &super::Alteration| (it.change.a.of(left), it.change.b.of(right));
        found.iter().map(both).collect::<Vec<_>>()
    };
    assert_eq!(
        found(
            "Now it is time that they present and refine solid plans on how the feud will end",
            "For now both sides must present and refine detailed plans to end this old feud"
        ),
        [("solid", "detailed")]
    );
    assert!(
        found(
            "we need to find a way to live",
            "he has to build a way to the sea"
        )
        .is_empty()
    );
}

#[test]
fn what_is_cut_is_named_without_what_the_outlet_put_in_brackets() {
    let long = "First, we tried hard, and then we failed (at sea) as we all know";
    let pieces = |short: &str| -> Vec<String> {
        let cuts = cuts(long, short).into_iter();
        cuts.map(|cut| cut.of(long).to_owned()).collect()
    };
    assert_eq!(
        pieces("we tried hard"),
        ["First,", ", and then we failed (at sea) as we all know"]
    );
    assert_eq!(
        pieces("First, we tried hard, and then we failed as we all know"),
        [""; 0]
    );
}
