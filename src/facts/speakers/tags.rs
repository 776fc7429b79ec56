//! Sentences that only say who speaks: "Lee stated.", "Lee, one of the pilots, tweeted."

use super::cues::{ACCORDING, Cue};
use super::referent::{Manner, Who};
use super::scene::Scene;
use crate::facts::page::lists::Class;

/// A sentence that is nothing but "Lee stated." or "he said": who, and the verb.
pub(in crate::facts) fn bare<'s>(
    scene: &'s Scene<'_>,
    sentence: usize,
) -> Option<(Option<Who>, &'s Cue)> {
    let page = scene.page;
    let range = page.sentence(sentence);
    let cue = scene
        .cues(sentence)
        .iter()
        .find(|cue| !cue.weak && cue.lemma != ACCORDING)?;
    // "Lee, one of the pilots of the harbour, stated."
    let comma = |at: &usize| page.token(*at).is_some_and(|t| t.key == ",");
    let mut aside = (range.start..cue.tokens.start).filter(comma);
    let aside = aside.next().zip(aside.next_back());
    let aside = aside.map_or(0, |(first, last)| last - first);
    let words = page.slice(range.clone()).iter();
    let words = words.filter(|t| t.is_word()).count().saturating_sub(aside);
    let object = page.slice(cue.tokens.end..range.end);
    // "He said cranes would come" is no bare attribution.
    let open = object.iter().any(|t| {
        t.class.is(Class::AUXILIARY)
            || t.is_one_of(&[":", ",", "...", "…", "about", "of"])
            || page.is_frame("that", &t.key)
    });
    // "(Lee did not respond.)"
    let helped = page
        .slice(range.start..cue.tokens.start)
        .iter()
        .any(|t| t.class.is(Class::AUXILIARY));
    let subject = scene.references(sentence).first()?;
    (words <= 7
        && !open
        && !helped
        && subject.manner <= Manner::Described
        && object.iter().filter(|t| t.is_word()).count() <= 3)
        .then(|| (scene.subject(sentence, cue, true), cue))
}
