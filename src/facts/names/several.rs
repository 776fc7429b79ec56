//! Names of several: "Roman Catholics", "the Elm Raiders".

use super::Mention;
use crate::facts::page::lists::Class;
use crate::facts::page::{Page, Token};
use std::collections::BTreeSet;

/// Last words of names that "the" makes those of several, as of a team: "the Elm Raiders were late".
pub(super) fn several<'a>(pages: &[Page<'_>], found: &'a [Vec<Mention>]) -> BTreeSet<&'a str> {
    let all = pages.iter().zip(found);
    let all = all.flat_map(|(page, mentions)| mentions.iter().map(move |it| (page, it)));
    let named = all.filter(|(page, mention)| stands_for_all(page, mention));
    let last = named.filter_map(|(_, mention)| mention.parts.last().map(String::as_str));
    last.filter(|word| is_plural(word)).collect()
}

/// Whether "the" stands before a name and no noun behind it: not "the Ann Rivers case", "the Rivers
/// family".
fn stands_for_all(page: &Page<'_>, mention: &Mention) -> bool {
    let before = mention.start.checked_sub(1).and_then(|at| page.token(at));
    let noun = |t: &Token| {
        let word = t.is_word() && !t.class.is(Class::FUNCTION);
        word || t.is_one_of(&["'s", "-"])
    };
    let next = page.token(mention.tokens.end);
    before.is_some_and(|t| t.key == "the") && !next.is_some_and(noun)
}

fn is_plural(word: &str) -> bool {
    word.ends_with('s') && !word.ends_with("ss")
}

/// Whether a name is that of several: "Roman Catholics", "Elm Raiders".
pub(super) fn is_several(mention: &Mention, page: &Page<'_>, several: &BTreeSet<&str>) -> bool {
    let last = mention.parts.last().map_or("", String::as_str);
    let given = mention.parts.first().map_or("", String::as_str);
    let people = last.strip_suffix('s').map(|one| page.lists.class(one));
    let person = page.lists.given(given).is(Class::GIVEN) && !stands_for_all(page, mention);
    people.is_some_and(|class| class.is(Class::ADJECTIVE)) || !person && several.contains(last)
}

#[cfg(test)]
mod tests {
    use crate::facts::testing::names;
    use crate::model::FactKind;

    #[test]
    fn a_people_or_a_team_is_no_person() {
        for (text, name) in [
            ("Most of them are Roman Catholics.", "Roman Catholics"),
            (
                "They met the Elm Skarrows, and Skarrows, who had lost, left.",
                "Elm Skarrows",
            ),
        ] {
            let found = names(text);
            assert_eq!(
                found.first(),
                Some(&(name.to_owned(), FactKind::Name)),
                "{text}"
            );
        }
        for text in [
            "They met Elm Skarrows, and Skarrows, who had lost, left.",
            "They met the Skarrows family, and Elm Skarrows, who had lost, left.",
            "They met Ann Rivers on the Rivers.",
        ] {
            let kinds = names(text).into_iter().map(|(_, kind)| kind);
            assert!(
                kinds.into_iter().any(|kind| kind == FactKind::Person),
                "{text}"
            );
        }
    }
}
