//! Short forms of names: acronyms, and last words that stand for the whole.

use super::Mention;
use super::several::several;
use crate::facts::page::lists::{self, Class};
use crate::facts::page::{Case, Page};
use std::collections::{BTreeMap, BTreeSet};

/// Acronyms and what they stand for: "Norland Fishing Board (NFB)", or a name of three words and
/// more whose first letters make a word in capitals that stands elsewhere in the story.
pub(super) fn acronyms(pages: &[Page<'_>], found: &[Vec<Mention>]) -> BTreeMap<String, String> {
    let mut short = BTreeSet::new();
    for (page, mentions) in pages.iter().zip(found) {
        for mention in mentions {
            if let ([token], [part]) =
                (page.slice(mention.tokens.clone()), mention.parts.as_slice())
                && token.case == Case::Upper
            {
                short.insert(part.clone());
            }
        }
    }
    let mut table = BTreeMap::new();
    for (page, mentions) in pages.iter().zip(found) {
        for mention in mentions.iter().filter(|m| m.parts.len() > 1) {
            let letters = |all: bool| -> String {
                let words = mention.parts.iter();
                let words = words.filter(|w| all || !page.lists.class(w).is(Class::FUNCTION));
                words.filter_map(|w| w.chars().next()).collect()
            };
            let bracket = page.token(mention.tokens.end).is_some_and(|t| t.key == "(");
            let inside = page.token(mention.tokens.end + 1);
            for initials in [letters(false), letters(true)] {
                let given = bracket && inside.is_some_and(|t| t.key.replace('.', "") == initials);
                if given || initials.chars().count() >= 3 && short.contains(&initials) {
                    let full = mention.parts.join(" ");
                    let first: &mut String = table.entry(initials).or_insert_with(|| full.clone());
                    // "The Shore Guard" and "the Shore Guards".
                    if *first != full && is_plural_of(first, &full) {
                        let first = first.clone();
                        table.insert(full, first);
                    }
                }
            }
        }
    }
    table.extend(last_words(pages, found));
    table
}

/// Whether two names of as many words differ by nothing but the "s" of words.
fn is_plural_of(a: &str, b: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        let all = name.split(' ');
        all.map(|word| word.strip_suffix('s').unwrap_or(word).to_owned())
            .collect()
    };
    words(a) == words(b)
}

/// Last words that stand for a whole name: "the Post", "the Elm" behind "the River Elm", "the Raiders"
/// behind "the Elm Raiders", where the story has one such name only.
fn last_words(pages: &[Page<'_>], found: &[Vec<Mention>]) -> BTreeMap<String, String> {
    let mut table: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let several = several(pages, found);
    // Not "the Democrats" behind "the Elm Democrats", nor "the officers".
    let lists = pages.first().map(|page| page.lists);
    let plain = |word: &str| {
        let one = word.strip_suffix('s').zip(lists);
        one.is_some_and(|(one, lists)| {
            let (one, all) = (lists.class(one), lists.class(word));
            one == Class::default() && all == Class::default()
        })
    };
    for mention in found.iter().flatten().filter(|m| m.parts.len() > 1) {
        let has = |section: &str, word: &str| lists::organisations().has_in(section, word);
        let first = mention.parts.first().map_or("", String::as_str);
        if let Some(last) = mention.parts.last()
            && (has("short_form", last)
                || several.contains(last.as_str()) && plain(last)
                || mention.parts.len() == 2 && has("short_first", first))
        {
            let full = table.entry(last).or_default();
            full.insert(mention.parts.join(" "));
        }
    }
    let only = |full: BTreeSet<String>| full.into_iter().next();
    let single = table.into_iter().filter(|(_, full)| full.len() == 1);
    single
        .filter_map(|(last, full)| Some((last.to_owned(), only(full)?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::facts::testing::names;

    fn shown(text: &str) -> Vec<String> {
        names(text).into_iter().map(|(name, _)| name).collect()
    }

    #[test]
    fn a_team_is_one_with_and_without_its_town() {
        let found = shown("The Elm Skarrows were late, and the Skarrows left.");
        assert_eq!(found, ["Elm Skarrows"; 2]);
        // Of two it may be either; and a party has members elsewhere.
        let found =
            shown("The Elm Skarrows and the Ulla Skarrows were late, and the Skarrows left.");
        assert_eq!(found.last().map(String::as_str), Some("Skarrows"));
        let found = shown("The Elm Democrats were late, and the Democrats left.");
        assert_eq!(found.last().map(String::as_str), Some("Democrats"));
    }

    #[test]
    fn initials_stand_for_a_name_with_its_adjective_and_in_the_plural() {
        let found = shown(
            "The Islamic Shore Guard Corps (ISGC) came, the Islamic Shore Guards Corps left, and the ISGC slept.",
        );
        assert_eq!(found.len(), 4);
        let first = found.first().cloned();
        assert!(
            found.iter().all(|name| Some(name) == first.as_ref()),
            "{found:?}"
        );
        let found =
            shown("The Islamic Shore Guard Corps (ISGC) came, the Inner Skerra Gas Club left.");
        assert_eq!(
            found.last().map(String::as_str),
            Some("Inner Skerra Gas Club")
        );
    }

    #[test]
    fn the_legal_form_of_a_firm_may_stand_in_its_initials() {
        let found = shown("Skerra Shore Fishing Ltd left, and SSFL came.");
        assert_eq!(found, ["Skerra Shore Fishing Ltd"; 2]);
    }

    #[test]
    fn a_number_in_words_belongs_to_the_name_that_it_ends() {
        let found = shown("It was the worst since World War Two, and World War II was bad.");
        assert_eq!(found, ["World War Two"; 2]);
        assert_eq!(
            shown("It was in Norland War Museum."),
            ["Norland War Museum"]
        );
        assert_eq!(
            shown("He fought in the World War and two others."),
            ["World War"]
        );
    }

    #[test]
    fn a_known_body_that_begins_a_sentence_keeps_its_first_word() {
        let found = shown("Associated Press writer Ann Olden came.");
        assert_eq!(found, ["Associated Press", "Ann Olden"]);
        assert_eq!(shown("Excited Ann Olden came."), ["Ann Olden"]);
    }
}
