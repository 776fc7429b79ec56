//! What the page prints twice: the headline, a byline, a caption, a sentence in large letters beside
//! the paragraph it is taken from.

use crate::load::lines::byline::is_name;
use crate::load::page::{Block, Page};
use crate::model::{BlockRole, Reason};
use crate::text::{fold::fold, sentences};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// Shorter paragraphs may well be said twice.
pub(in crate::load) const SHORTEST_REPEAT: usize = 5;

/// A line without a stop that stands so often in a file is a label, however short.
const LABEL_REPEATS: usize = 3;

/// A paragraph that stands word by word in another one is a pull quote if it has so many words.
const PULL_QUOTE: RangeInclusive<usize> = 8..=80;

/// Who speaks is said behind a pull quote in at most so many words.
const LONGEST_SPEAKER: usize = 8;

/// A line all in capitals is one if it has so many words.
const SHORTEST_SHOUT: usize = 3;

/// The block right under the headline of a pasted text.
///
/// Where it says the headline again it is the article's own heading under the title of the page:
/// the first thing that the outlet tells, to be compared like the rest.
fn opening(page: &Page) -> Option<usize> {
    let headline = page
        .blocks
        .iter()
        .position(|block| block.role == BlockRole::Headline)?;
    let next = headline + 1;
    page.blocks
        .get(next)
        .filter(|block| block.is_body() && !page.titled)
        .map(|_| next)
}

/// Marks blocks that stood in the file before, and those that say again a piece of another.
pub(in crate::load) fn mark(page: &mut Page, byline: Option<&str>) {
    blocks(page, byline);
    pull_quotes(page);
    attributed(page);
}

/// Marks blocks that stood in the file before.
fn blocks(page: &mut Page, byline: Option<&str>) {
    let keys = |page: &Page, role: BlockRole| -> BTreeSet<String> {
        let blocks = page.blocks.iter().filter(|block| block.role == role);
        blocks.map(|block| block.shape.key.clone()).collect()
    };
    let headlines = keys(page, BlockRole::Headline);
    let opening = opening(page);
    let mut bylines = keys(page, BlockRole::Byline);
    bylines.extend(byline.map(fold));
    let labels = labels(page);
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for (at, block) in page.blocks.iter_mut().enumerate() {
        let key = &block.shape.key;
        let long = block.shape.words >= SHORTEST_REPEAT;
        if block.is_body() && opening != Some(at) {
            if headlines.contains(key) {
                block.set_aside(Reason::RepeatedHeadline);
                continue;
            }
            if bylines.contains(key) {
                block.set_aside(Reason::RepeatedByline);
                continue;
            }
            if (long && seen.contains(key)) || (!block.shape.stop && labels.contains(key)) {
                block.set_aside(Reason::Repeated);
                continue;
            }
        }
        if long {
            seen.insert(key.clone());
        }
    }
}

/// What stands in the file [`LABEL_REPEATS`] times or more.
fn labels(page: &Page) -> BTreeSet<String> {
    let mut keys: Vec<_> = page
        .blocks
        .iter()
        .map(|block| block.shape.key.as_str())
        .collect();
    keys.sort_unstable();
    let runs = keys.chunk_by(|one, other| one == other);
    let often = runs.filter(|run| run.len() >= LABEL_REPEATS);
    often
        .filter_map(|run| run.first().map(|key| (*key).to_owned()))
        .collect()
}

/// Marks paragraphs that stand word by word inside a longer one, all of them or as far as dots cut
/// them off or their speaker begins, and those that want nothing of another but its stop.
fn pull_quotes(page: &mut Page) {
    let body = || (0..).zip(&page.blocks).filter(|(_, block)| block.is_body());
    // By their first words: there are many places to look at, and hardly one begins as a quote does.
    let mut quotes: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for (at, block) in body() {
        let Some((key, many)) = quotable(block) else {
            continue;
        };
        let key = key.trim_end_matches("...").trim_end_matches('…');
        let mut key = key.trim_matches(is_margin);
        if has_speaker_below(page, at) {
            key = key.trim_end_matches('.');
        }
        if let Some((before, word, from_word)) = words(key).next() {
            let quote = (at, block, many, before, from_word);
            quotes.entry(word).or_default().push(quote);
        }
    }
    let mut found = Vec::new();
    for (own, block) in body() {
        for (before, word, from_word) in words(&block.shape.key) {
            let same = quotes.get(word).into_iter().flatten();
            let inside = same.filter(|(at, quote, many, start, rest)| {
                let unstopped = block.shape.stop && !quote.shape.stop;
                let after = from_word.strip_prefix(rest);
                *at != own
                    && (*many < block.shape.words || *many == block.shape.words && unstopped)
                    && after.is_some_and(|after| !after.starts_with(char::is_alphanumeric))
                    && before.ends_with(start)
            });
            found.extend(inside.map(|(at, ..)| *at));
        }
    }
    for at in found {
        let named = usize::from(has_speaker_below(page, at));
        page.set_aside(at, at + 1 + named, Reason::Repeated);
    }
}

/// Whether the line below the one at `at` is nothing but who said it, with what that is: "Ann Poe,
/// mayor of Wendham".
fn has_speaker_below(page: &Page, at: usize) -> bool {
    let mut below = page.part(at + 1, at + 2).iter();
    below.any(|it| {
        it.is_body() && !it.shape.stop && it.text().contains(", ") && is_speaker(it.text())
    })
}

/// What of `block` could be a pull quote, folded, and how many words it has.
fn quotable(block: &Block) -> Option<(&str, usize)> {
    let shape = &block.shape;
    let said = || {
        let (_, speaker) = block.text().rsplit_once(". ")?;
        let (said, _) = shape.key.rsplit_once(". ")?;
        let many = said.split(' ').count();
        let fits = (SHORTEST_REPEAT..=*PULL_QUOTE.end()).contains(&many);
        (fits && is_speaker(speaker)).then_some((said, many))
    };
    let behind = if shape.stop { None } else { said() };
    behind.or_else(|| is_quotable(block).then_some((shape.key.as_str(), shape.words)))
}

/// Whether `text` says who speaks: "Ann Poe", "Ann Poe, mayor of Wendham", "Ann Poe's divers".
fn is_speaker(text: &str) -> bool {
    let named = text.split(',').next().unwrap_or_default();
    let ours = |word: &str| {
        word.starts_with(char::is_uppercase) && (word.ends_with("'s") || word.ends_with("’s"))
    };
    let short = text.split(' ').count() <= LONGEST_SPEAKER;
    short && (is_name(named) || named.split(' ').any(ours))
}

/// Whether `block` could be a pull quote: it has as many words as such, or is a few in capitals.
fn is_quotable(block: &Block) -> bool {
    let shape = &block.shape;
    let case = |of: fn(char) -> bool| block.text().contains(of);
    let shouted = !shape.stop && case(char::is_uppercase) && !case(char::is_lowercase);
    PULL_QUOTE.contains(&shape.words) || shouted && shape.words >= SHORTEST_SHOUT
}

/// Marks and blanks around a quotation.
fn is_margin(c: char) -> bool {
    c.is_whitespace() || c == '"' || c == '\''
}

/// Marks a sentence of another paragraph with the name of its speaker behind it, where no stop ends
/// it: "The bridge will never be safe Ann Poe, mayor of Wendham".
fn attributed(page: &mut Page) {
    let body = || (0..).zip(&page.blocks).filter(|(_, block)| block.is_body());
    let open = |block: &Block| !block.shape.stop && PULL_QUOTE.contains(&block.shape.words);
    let candidates: Vec<_> = body().filter(|(_, block)| open(block)).collect();
    if candidates.is_empty() {
        return;
    }
    // By their first words, as above.
    let mut told: BTreeMap<String, Vec<(usize, String)>> = BTreeMap::new();
    for (at, block) in body() {
        for sentence in sentences::split(block.text(), None) {
            let key = fold(sentence.of(block.text()));
            let key = key.trim_matches(|c| is_margin(c) || c == '.');
            if PULL_QUOTE.contains(&key.split(' ').count()) {
                let same = told.entry(first(key).to_owned()).or_default();
                same.push((at, key.to_owned()));
            }
        }
    }
    let says_again = |at: usize, block: &Block| {
        let key = block.shape.key.trim_start_matches(is_margin);
        let others = told.get(first(key)).into_iter().flatten();
        let mut same = others.filter(|(other, sentence)| {
            let rest = key.strip_prefix(sentence.as_str());
            *other != at && rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        });
        same.any(|(_, sentence)| {
            let rest = block.text().split_whitespace();
            let rest: Vec<_> = rest.skip(sentence.split(' ').count()).collect();
            rest.join(" ").split(',').next().is_some_and(is_name)
        })
    };
    let found: Vec<usize> = candidates
        .into_iter()
        .filter(|(at, block)| says_again(*at, block))
        .map(|(at, _)| at)
        .collect();
    for at in found {
        page.set_aside(at, at + 1, Reason::Repeated);
    }
}

/// What `key` begins with, up to the first blank.
fn first(key: &str) -> &str {
    key.split(' ').next().unwrap_or_default()
}

/// The words of `text`, each with what stands before it, and what begins with it.
fn words(text: &str) -> impl Iterator<Item = (&str, &str, &str)> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .filter_map(move |word| {
            let at = word.as_ptr() as usize - text.as_ptr() as usize;
            let (before, from_word) = text.split_at_checked(at)?;
            Some((before, word, from_word))
        })
}

#[cfg(test)]
mod tests {
    use crate::load::furniture::tests::{STORY, aside};
    use crate::model::Reason;

    #[test]
    fn headline_and_byline_printed_again() {
        let text = format!("{STORY}\nCouncil closes old bridge\nJane Roe");
        assert_eq!(
            aside(&text, Reason::RepeatedHeadline),
            ["Council closes old bridge"]
        );
        assert_eq!(aside(&text, Reason::RepeatedByline), ["Jane Roe"]);
    }

    #[test]
    fn a_heading_right_under_the_title_is_the_first_thing_told() {
        let (headline, rest) = STORY.split_once('\n').unwrap();
        let text = format!("{headline}\n{headline}\n{rest}");
        assert!(aside(&text, Reason::RepeatedHeadline).is_empty());
    }

    #[test]
    fn paragraphs_printed_twice_and_pull_quotes() {
        let twice = "The bridge was built in 1931 and carries nine thousand cars a day.";
        assert_eq!(
            aside(&format!("{STORY}\n{twice}"), Reason::Repeated),
            [twice]
        );
        let pulled = "“Nobody was hurt, and nobody will be,” she said";
        assert_eq!(
            aside(&format!("{STORY}\n{pulled}"), Reason::Repeated),
            [pulled]
        );
    }

    #[test]
    fn a_paragraph_that_dots_cut_off_stands_in_the_whole_one() {
        for cut in [
            "Repairs would take a year, the engineer Ann Poe told...",
            "Repairs would take a year, the engineer Ann Poe told…",
        ] {
            assert_eq!(aside(&format!("{STORY}\n{cut}"), Reason::Repeated), [cut]);
        }
    }

    #[test]
    fn a_quote_in_many_marks_is_not_its_own_repetition() {
        let text = format!("{STORY}\n“Poe, who is against the bridge, called it a “deadly trap.””");
        assert!(aside(&text, Reason::Repeated).is_empty());
    }

    #[test]
    fn labels_between_the_paragraphs() {
        let text = STORY.replace('\n', "\nBridge in pictures\n");
        assert_eq!(aside(&text, Reason::Repeated).len(), 3);
    }

    #[test]
    fn what_people_say_twice_stays() {
        let text = format!("{STORY}\n“It is safe.”\nShe waited.\n“It is safe.”");
        assert!(aside(&text, Reason::Repeated).is_empty());
    }

    #[test]
    fn a_sentence_printed_again_without_its_stop_is_told_once() {
        let twice = "The bridge was built in 1931 and carries nine thousand cars a day";
        assert_eq!(
            aside(&format!("{STORY}\n{twice}"), Reason::Repeated),
            [twice]
        );
        let (first, rest) = STORY.split_once("\nRepairs").unwrap();
        let above = format!("{first}\n{twice}\nRepairs{rest}");
        assert_eq!(aside(&above, Reason::Repeated), [twice]);
        let other = "The bridge was built in 1931 and carries nine thousand cars a night";
        assert!(aside(&format!("{STORY}\n{other}"), Reason::Repeated).is_empty());
    }

    #[test]
    fn a_line_in_capitals_that_somebody_says_below_it_states_nothing() {
        let text = STORY.replace("\nRepairs", "\n\"NOBODY WAS HURT\"\nRepairs");
        assert_eq!(aside(&text, Reason::Repeated), ["\"NOBODY WAS HURT\""]);
        let told = text.replace("HURT", "KILLED");
        assert!(aside(&told, Reason::Repeated).is_empty());
    }

    #[test]
    fn a_pull_quote_with_its_speaker_in_a_sentence_of_its_own() {
        let said = "“That is why we feel very safe on the old bridge,” she said on Monday.";
        let of = |lines: &str| aside(&format!("{STORY}\n{lines}\n{said}"), Reason::Repeated);
        for pulled in [
            "We feel very safe on the old bridge. Ann Poe, engineer of the town",
            "We feel very safe on the old bridge. Ann Poe’s divers",
        ] {
            assert_eq!(of(pulled), [pulled]);
        }
        let parted = [
            "We feel very safe on the old bridge.",
            "Ann Poe, engineer of the town",
        ];
        assert_eq!(of(&parted.join("\n")), parted);
        for told in [
            "We feel very safe on the new bridge. Ann Poe, engineer of the town",
            "We feel very safe on the old bridge. Nobody else does",
            "We feel very safe on the old bridge. Ann Poe, engineer of the town.",
        ] {
            assert!(of(told).is_empty(), "{told}");
        }
    }

    #[test]
    fn a_sentence_with_its_speaker_behind_it_is_a_pull_quote() {
        let said = "“The old bridge will never again be safe for cars,” she said.";
        let pulled = "The bridge was built in 1931 and carries nine thousand cars a day Ann Poe, \
                      engineer of the town";
        let text = format!("{STORY}\n{pulled}\n{said}");
        assert_eq!(aside(&text, Reason::Repeated), [pulled]);
        let told = text.replace("Ann Poe, engineer", "and the mayor, engineer");
        assert!(aside(&told, Reason::Repeated).is_empty());
    }
}
