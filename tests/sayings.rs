//! Short sayings, whose few words say little by themselves.

use crate::quotes::{groups, story, texts};

#[test]
fn a_short_saying_that_goes_on_with_what_both_tell_is_one_utterance() {
    let same = |before: &str| {
        let story = texts(&[
            "The divers must present and refine concrete plans to raise the Blue Heron, Ann Olden said. \
             All that’s going to be up to them. Olden stated.\n\nThe wreck lies deep."
                .to_owned(),
            format!(
                "{before} Its up to them to decide, Olden told reporters.\n\n\
                 A new ship is built in the north, and will sail in spring."
            ),
        ]);
        let groups = groups(&story);
        let mut texts = groups.iter().flat_map(|(_, texts)| texts);
        texts.any(|text| text.contains("up to them"))
    };
    assert!(same(
        "The divers must present and refine specific plans to raise the Blue Heron, Ann Olden said."
    ));
    assert!(!same(
        "Westmere Lines has paid a levy since 1954, according to Ann Olden."
    ));
}

#[test]
fn short_sayings_of_one_speaker_stand_side_by_side() {
    let told = |words: &str| {
        let story = texts(&[
            "Divers wait for calm off Skerra, said Ann Olden, who leads them. The wreck lies deep.\n\n\
             All that’s going to be up to them. Olden stated."
                .to_owned(),
            format!(
                "Westmere Lines has paid a levy since 1954, according to Ann Olden.\n\n{words}\n\n\
                 A new ship is built in the north, and will sail in spring."
            ),
        ]);
        story.links.iter().any(|link| {
            let ends = [link.a, link.b].map(|id| story.sentence(id));
            ends.iter().all(|text| text.contains("up to them"))
        })
    };
    assert!(told("Its up to them to decide, Olden told reporters."));
    assert!(!told("Its up to them to decide, Roe told reporters."));
}

#[test]
fn short_words_of_one_speaker_are_one_utterance_where_the_same_is_told() {
    let told = |passage: &str, other: &str| groups(&story(&[passage, other])).len();
    let one = "“We did it,” said Ines Calloway, who led the divers to the wreck of the Blue Heron.";
    let other =
        "“We did it,” said Ines Calloway, head of the divers at the wreck of the Blue Heron.";
    assert_eq!(told(one, other), 1);
    let anothers = "“We did it,” said Piet Roe, who sold the boots of the divers in the town.";
    assert_eq!(told(one, anothers), 0);
}
