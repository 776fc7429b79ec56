//! Names that look like a person's and are those of places, events and other things.

use super::Mention;
use super::divide;
use crate::facts::page::lists::{self, Class};
use crate::facts::page::{Case, Page};

/// How many letters an acronym that ends a name has, at most: "Ulla NFB".
const ACRONYM: usize = 4;

/// Whether a name of several words is a known place or body, begins with one ("U.S. Steel"), or says
/// by a word of it that it is neither a person: "Skerra County Courthouse", "Mount Roe".
pub(super) fn is_something_else(mention: &Mention, page: &Page<'_>) -> bool {
    let whole = mention.parts.join(" ");
    let first = mention.parts.first().map_or("", String::as_str);
    let form = lists::variant(page.text(&mention.tokens), &whole).unwrap_or(&whole);
    let known = lists::places().has(form) || lists::organisations().has_in("known", form);
    let state =
        first.contains('.') && lists::variant(&format!("{}.", first.to_uppercase()), "").is_some();
    let thing = divide::is_thing(page, &mention.tokens) || is_vessel(mention, page);
    known || state || thing || ends_in_acronym(mention, page)
}

/// "The ferry Ann Lee,": a ship; but "the ferry Ann Lee built" has its builder.
fn is_vessel(mention: &Mention, page: &Page<'_>) -> bool {
    let before = mention.tokens.start.checked_sub(1);
    let before = before.and_then(|at| page.token(at));
    let noun = before
        .is_some_and(|t| t.case == Case::Lower && lists::organisations().has_in("vessel", &t.key));
    let goes_on = Class::PREPOSITION.or(Class::CONJUNCTION);
    let next = page.token(mention.tokens.end);
    noun && next.is_none_or(|t| !t.is_word() && t.key != "'s" || t.class.is(goes_on))
}

/// "Ulla NFB", "Flight QZ": capitals throughout behind a word that has one.
fn ends_in_acronym(mention: &Mention, page: &Page<'_>) -> bool {
    let tokens = page.slice(mention.tokens.clone());
    let short = |word: &str| (2..=ACRONYM).contains(&word.chars().count());
    match tokens {
        [rest @ .., last] => {
            last.case == Case::Upper
                && short(&last.key)
                && !last.class.is(Class::SUFFIX)
                && rest.iter().all(|t| t.case != Case::Upper)
        }
        [] => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::find;
    use crate::facts::testing::{articles, names};
    use crate::model::{FactKind, Value};

    #[test]
    fn places_events_and_acronyms_are_no_persons() {
        for (text, name) in [
            ("She won the Norland Open again.", "Norland Open"),
            ("He came to the Danish Open again.", "Danish Open"),
            (
                "He came to the Elm County Courthouse again.",
                "Elm County Courthouse",
            ),
            ("They climbed Mount Roe again.", "Mount Roe"),
            ("It belongs to 5G Lines again.", "5G Lines"),
            ("He stood before Ulla NFB again.", "Ulla NFB"),
        ] {
            // Alone the last word would be a surname.
            let last = name.split(' ').next_back().unwrap();
            let found = names(&format!("{text} So {last} it was, and {last} again."));
            assert_eq!(
                found.first(),
                Some(&(name.to_owned(), FactKind::Name)),
                "{text}"
            );
        }
    }

    #[test]
    fn a_last_word_alone_is_a_surname_where_somebody_speaks() {
        let kind = |text: &str| names(text).first().map(|(_, kind)| *kind);
        let lode = "Zorin Skell came by.";
        assert_eq!(
            kind(&format!("{lode} So Skell said.")),
            Some(FactKind::Person)
        );
        for other in [
            "Then Skell closed.",
            "Many live in Skell, and Skell says so.",
        ] {
            assert_eq!(
                kind(&format!("{lode} {other}")),
                Some(FactKind::Name),
                "{other}"
            );
        }
        // A title that companies have as well shows nobody.
        let firm = names("They sold the chip designer Skell again.");
        assert_eq!(firm, [("Skell".to_owned(), FactKind::Name)]);
    }

    #[test]
    fn a_ship_may_have_a_persons_name() {
        let kind = |text: &str| names(text).first().map(|(_, kind)| *kind);
        for text in [
            "It sank near the ferry Ann B. Olden, off the bay.",
            "It sank near the USS Ann Olden in the bay.",
        ] {
            assert_eq!(kind(text), Some(FactKind::Name), "{text}");
        }
        for text in [
            "It was the ferry Ann B. Olden built.",
            "It was ferry captain Ann B. Olden, off the bay.",
        ] {
            assert_eq!(kind(text), Some(FactKind::Person), "{text}");
        }
    }

    #[test]
    fn titles_of_two_words_are_no_names() {
        for (text, name) in [
            ("So Brig. Gen. Ann Olden left.", "Ann Olden"),
            ("So Rear Admiral Ann Olden left.", "Ann Olden"),
            ("So the Supreme Leader, Ayatollah Uwe Roe, left.", "Uwe Roe"),
        ] {
            assert_eq!(names(text), [(name.to_owned(), FactKind::Person)], "{text}");
        }
        assert_eq!(names("So the Norland Supreme Court left.").len(), 1);
    }

    #[test]
    fn two_nations_are_no_name() {
        assert!(names("It was a tense American-Danish meeting.").is_empty());
        let found = names("It was the Danish Open.");
        assert_eq!(found, [("Danish Open".to_owned(), FactKind::Name)]);
    }

    #[test]
    fn a_river_is_one_name_with_and_without_that_word() {
        let found = names("They crossed the River Skell again. Then the Skell rose.");
        let found: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(found, ["River Skell"; 2]);
    }

    #[test]
    fn a_place_is_cut_from_the_name_behind_it() {
        let found = names("He flew to Saudi Arabia Ann Olden said.");
        let found: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(found, ["Saudi Arabia", "Ann Olden"]);
    }

    #[test]
    fn names_are_cut_where_they_end() {
        for (text, name, kind) in [
            (
                "It is President Noh Sae-byeok again.",
                "Noh Sae-byeok",
                FactKind::Person,
            ),
            (
                "It is President Noh Jae-in.",
                "Noh Jae-in",
                FactKind::Person,
            ),
            ("Neither Ann Olden came.", "Ann Olden", FactKind::Person),
            ("An Elm-based firm came.", "Elm", FactKind::Name),
            ("The vote of NLP MPs fell.", "NLP", FactKind::Organisation),
            (
                "It began on Lamp Night's Eve again.",
                "Lamp Night",
                FactKind::Name,
            ),
        ] {
            assert_eq!(names(text), [(name.to_owned(), kind)], "{text}");
        }
        let lawyer = names("Lawyer Al Hall of the Norland Crown Office spoke.");
        assert_eq!(
            lawyer.first(),
            Some(&("Al Hall".to_owned(), FactKind::Person))
        );
    }

    #[test]
    fn what_hyphens_bind_is_one_name() {
        for (text, name, kind) in [
            (
                "It is President Mo Ulla-jeou again.",
                "Mo Ulla-jeou",
                FactKind::Person,
            ),
            ("He is in Mar-a-Roe again.", "Mar-a-Roe", FactKind::Name),
            (
                "It was Skerrash-e-Ulla again.",
                "Skerrash-e-Ulla",
                FactKind::Name,
            ),
            ("The Elm-run ferry came.", "Elm", FactKind::Name),
        ] {
            assert_eq!(names(text), [(name.to_owned(), kind)], "{text}");
        }
    }

    #[test]
    fn bodies_places_and_time_zones_are_known_by_their_forms() {
        for (text, name, kind) in [
            ("It began at noon GMT in Elm.", "Elm", FactKind::Name),
            ("It began at 3 p.m. ET in Elm.", "Elm", FactKind::Name),
            ("It began at 11:05 GMT in Elm.", "Elm", FactKind::Name),
            (
                "“Department of Lakes it is.”",
                "Department of Lakes",
                FactKind::Organisation,
            ),
            (
                "So the Centers for Lake Control and Care left.",
                "Centers for Lake Control and Care",
                FactKind::Organisation,
            ),
            (
                "It came to French Polynesia again.",
                "French Polynesia",
                FactKind::Place,
            ),
            ("It was in Calif., again.", "Calif", FactKind::Place),
            (
                "It was the W.H.O, she said.",
                "W.H.O",
                FactKind::Organisation,
            ),
            ("It was Al Qaeda again.", "Al Qaeda", FactKind::Organisation),
        ] {
            assert_eq!(names(text), [(name.to_owned(), kind)], "{text}");
        }
    }

    #[test]
    fn a_contraction_is_no_name() {
        let found = names("“The question is ‘How'd we come by O'Day?’ to me,” Ann Olden said.");
        let found: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(found, ["O'Day", "Ann Olden"]);
    }

    #[test]
    fn accents_stops_and_saints_make_no_other_name() {
        for (one, other) in [
            ("Lac-Mérin", "Lac Merin"),
            ("the St-Ulla Choir", "the Saint-Ulla Choir"),
            ("N.F.B. Lines", "NFB Lines"),
            ("Quillon Lines Ltd.", "Quillon Lines"),
            ("President Ana Quiñóez", "President Ana Quinoez"),
        ] {
            let texts = [one, other].map(|name| format!("It burned in {name} again."));
            let stories: Vec<[&str; 1]> = texts.iter().map(|text| [text.as_str()]).collect();
            let stories: Vec<&[&str]> = stories.iter().map(<[&str; 1]>::as_slice).collect();
            let found = find(&articles(&stories)).facts;
            let values: Vec<&Value> = found.iter().map(|fact| &fact.value).collect();
            assert!(matches!(values.as_slice(), [x, y] if x == y), "{values:?}");
        }
    }

    #[test]
    fn a_surname_alone_is_not_whom_a_caption_names_first() {
        let found = find(&articles(&[
            &[
                "Rolf Tann, father of Ulla Tann, smiles.",
                "Tann arrived late.",
            ],
            &["Ulla Tann came.", "Then Ulla Tann left."],
            &["Ulla Tann came."],
        ]));
        let named = found.facts.iter().filter_map(|fact| match &fact.value {
            Value::Name(name) => Some(name.as_str()),
            _ => None,
        });
        let named: Vec<&str> = named.take(3).collect();
        assert_eq!(named, ["Rolf Tann", "Ulla Tann", "Ulla Tann"]);
    }
}
