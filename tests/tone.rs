//! How certain outlets are, and in what words they put it.

use crate::findings::{diverges, of, only, story};
use parallax::model::FindingKind;

#[test]
fn how_certain_outlets_are_is_shown() {
    let story = story(&[
        "The fire on the ferry Blue Heron may have started in a lorry on the car deck, investigators said.",
        "Investigators have confirmed that the fire on the ferry Blue Heron began in a lorry on the car deck.",
    ]);
    let (finding, words) = only(&story, FindingKind::Certainty);
    assert_eq!(words, ["may have started", "have confirmed"]);
    assert_eq!(finding.values, ["possible", "certain"]);
    assert!(
        !diverges(&story, finding),
        "a hedge alone is no contradiction"
    );
}

#[test]
fn will_and_may_of_one_thing_diverge() {
    let story = story(&[
        "A freeze on hiring at Westmere Lines will begin in July and cover every ship of the fleet.",
        "A hiring freeze at Westmere Lines may begin in July and cover most ships of the fleet.",
    ]);
    let (finding, words) = only(&story, FindingKind::Certainty);
    assert_eq!(words, ["will begin", "may begin"]);
    assert!(diverges(&story, finding));
}

#[test]
fn loaded_words_and_verbs_are_shown_and_no_more() {
    let loaded = story(&[
        "Hundreds of protesters blocked the quay of Port Sella on Monday, demanding lifeboats on the ferry Blue Heron.",
        "Hundreds of rioters blocked the quay of Port Sella on Monday, demanding lifeboats on the ferry Blue Heron.",
    ]);
    let (finding, words) = only(&loaded, FindingKind::Characterisation);
    assert_eq!(words, ["protesters", "rioters"]);
    assert!(!diverges(&loaded, finding));
    let verbs = story(&[
        "Tamsin Orrey said that the lifeboats of the ferry Blue Heron had not been tested since March.",
        "Tamsin Orrey admitted that the lifeboats of the ferry Blue Heron had not been tested since March.",
    ]);
    let (finding, words) = only(&verbs, FindingKind::Characterisation);
    assert_eq!(words, ["said", "admitted"]);
    assert_eq!(finding.values, ["neutral", "admission"]);
}

#[test]
fn what_is_claimed_is_not_stated() {
    let told = |plain: &str| {
        story(&[
            "The captain of the ferry Blue Heron was allegedly framed by his own crew, the Skerra court heard.",
            &format!(
                "The Skerra court heard {plain} framed by his own crew of the ferry Blue Heron."
            ),
        ])
    };
    let stated = told("how the captain was");
    assert_eq!(of(&stated, FindingKind::Certainty).len(), 1);
    let claimed = told("claims that the captain was");
    assert!(of(&claimed, FindingKind::Certainty).is_empty());
}

#[test]
fn other_deeds_of_one_subject_are_not_less_certain() {
    for (one, other) in [
        (
            "The pilots of Port Sella might end up staying where they are, but their leaders made no such promise on Tuesday night.",
            "The pilots of Port Sella will get a year to decide about making the same move to another harbour.",
        ),
        (
            "Ann Olden, the former harbour master of Skerra, is accused of the worst thefts of the strike at the port.",
            "Ann Olden, the former harbour master of Skerra, was convicted over the worst strike at the port since 1962.",
        ),
    ] {
        let story = story(&[one, other]);
        let found = of(&story, FindingKind::Certainty);
        assert!(found.is_empty(), "{found:?}");
    }
}

#[test]
fn a_rank_that_one_outlet_holds_likely_is_less_certain() {
    let story = story(&[
        "The fire is believed to be the first on a ferry of Westmere Lines off Skerra since 1959.",
        "It was the first fire on a ferry of Westmere Lines off Skerra since 1959.",
    ]);
    let (finding, words) = only(&story, FindingKind::Certainty);
    assert_eq!(words, ["believed to be the first", "first"]);
    assert_eq!(finding.values, ["alleged", "stated"]);
}

#[test]
fn who_uses_both_words_avoids_neither() {
    let quay = |who: &str| {
        format!(
            "Hundreds of {who} blocked the quay of Port Sella on Monday, demanding lifeboats on the ferry Blue Heron."
        )
    };
    let found = |more: &str| {
        let told = format!("{} {more}", quay("protesters"));
        of(
            &story(&[&told, &quay("rioters")]),
            FindingKind::Characterisation,
        )
        .len()
    };
    assert_eq!(found("By night the rioters had gone home."), 0);
    // What somebody else calls them is not the outlet's word.
    assert_eq!(found("“The rioters have gone home,” Ann Olden said."), 1);
}

#[test]
fn verbs_of_two_utterances_do_not_differ() {
    let story = story(&[
        "At Port Sella, Tamsin Orrey of Westmere Lines warned owners of ferries that modern harbours mean more to them than fares.",
        "At Port Sella, Tamsin Orrey of Westmere Lines called the move of the ferries “a painful process”.",
    ]);
    let found = of(&story, FindingKind::Characterisation);
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn what_a_side_claims_contradicts_no_ruling() {
    let told = |how: &str, be: &str| {
        format!(
            "{how} that showing the film of the ferry Blue Heron {be} allowed by the harbour charter."
        )
    };
    let ruled = told("The jury in Port Sella decided", "wasn’t");
    let claimed = story(&[&ruled, &told("Lawyers of Westmere Lines claimed", "was")]);
    assert!(of(&claimed, FindingKind::Polarity).is_empty());
    let stated = story(&[&ruled, &told("The jury in Port Sella decided", "was")]);
    assert_eq!(of(&stated, FindingKind::Polarity).len(), 1);
}

#[test]
fn what_may_be_added_is_the_verb_and_not_what_follows_it() {
    let story = story(&[
        "The jury in Port Sella could still add punitive damages over the ferry Blue Heron next week.",
        "Westmere Lines pays more when punitive damages over the ferry Blue Heron are set in Port Sella next week.",
    ]);
    let found = of(&story, FindingKind::Certainty);
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn what_is_not_proven_is_not_certain() {
    let told = |proof: &str| {
        story(&[
            "The fire on the ferry Blue Heron may have started in a lorry on the car deck, investigators said.",
            &format!(
                "That the fire on the ferry Blue Heron started in a lorry on the car deck is {proof} proven, investigators said."
            ),
        ])
    };
    let certain = |proof: &str| {
        let story = told(proof);
        let mut found = of(&story, FindingKind::Certainty).into_iter();
        found.any(|it| it.values.iter().any(|value| value == "certain"))
    };
    assert!(certain("fully"));
    assert!(!certain("not fully"));
}

#[test]
fn what_an_adjective_leaves_open_is_not_stated() {
    let told = |link: &str| {
        story(&[
            "The fire on the ferry Blue Heron may be linked to a lorry on the car deck, a report for Skerra says.",
            &format!(
                "A report for Skerra tells of {link} of the fire on the ferry Blue Heron to a lorry on the car deck."
            ),
        ])
    };
    assert_eq!(of(&told("the link"), FindingKind::Certainty).len(), 1);
    assert!(of(&told("the possible link"), FindingKind::Certainty).is_empty());
}

#[test]
fn the_verb_that_gives_a_quotation_hedges_nothing_behind_it() {
    let story = story(&[
        "“The ferry Blue Heron was overloaded with lorries,” alleged the harbour official on Monday.",
        "The harbour official met the crew of the ferry Blue Heron, overloaded with lorries, on Monday.",
    ]);
    let found = of(&story, FindingKind::Certainty);
    assert!(found.is_empty(), "{found:?}");
}
