//! What the names of an element's classes say of it (`../data/classes.txt`).

use crate::model::Reason;
use crate::text::lexicon::Lexicon;
use std::sync::LazyLock;

static NAMES: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::new(include_str!("../data/classes.txt")));

/// Runs of whole words in a class, between hyphens, and what they mean.
static CLASSES: LazyLock<Vec<(String, Reason)>> = LazyLock::new(|| {
    let sections = [
        ("embed", Reason::Embed),
        ("caption", Reason::Credit),
        ("list", Reason::HeadlineList),
        ("site", Reason::Boilerplate),
    ];
    let entries = sections.into_iter().flat_map(|(section, reason)| {
        let entries = NAMES.section(section);
        entries.map(move |entry| (hyphenated(entry), reason))
    });
    entries.collect()
});

/// Why an element with these classes is not the article.
pub(super) fn reason(class: &str) -> Option<Reason> {
    if class.is_empty() {
        return None;
    }
    let class = hyphenated(class);
    let rests = rests(&class);
    let named = |entry: &str| rests.iter().any(|rest| rest.starts_with(entry));
    let found = CLASSES.iter().find(|(entry, _)| named(entry));
    found.map(|(_, reason)| *reason)
}

/// Whether an element with these classes, below the headline, is the deck.
pub(super) fn is_deck(class: &str) -> bool {
    static DECKS: LazyLock<Vec<String>> =
        LazyLock::new(|| NAMES.section("deck").map(hyphenated).collect());
    let class = hyphenated(class);
    let rests = rests(&class);
    let named = |entry: &String| rests.iter().any(|rest| rest.starts_with(entry));
    DECKS.iter().any(named)
}

/// What of a hyphenated class begins with one of its words: an entry is looked for there alone.
fn rests(class: &str) -> Vec<&str> {
    let ends = class.match_indices('-');
    ends.filter_map(|(at, _)| class.get(at..)).collect()
}

/// `a__b_C d` as `-a--b-c- -d-`: an entry, which is one such word, is found in it as a run of whole
/// words.
fn hyphenated(class: &str) -> String {
    let mut words = String::with_capacity(class.len() + 2);
    words.push('-');
    for c in class.chars() {
        match c {
            '_' | ':' | '/' => words.push('-'),
            _ if c.is_whitespace() => words.push_str("- -"),
            _ => words.extend(c.to_lowercase()),
        }
    }
    words.push('-');
    words
}

#[cfg(test)]
mod tests {
    use super::reason;
    use crate::model::Reason;

    #[test]
    fn classes_are_taken_word_by_word() {
        assert_eq!(reason("wp-caption-text"), Some(Reason::Credit));
        assert_eq!(reason("story__related"), Some(Reason::HeadlineList));
        assert_eq!(reason("twitter-tweet"), Some(Reason::Embed));
        assert_eq!(reason("box newsletter_signup"), Some(Reason::Boilerplate));
        for body in [
            "",
            "paragraph",
            "captioned",
            "shareholders",
            "text promoted",
        ] {
            assert_eq!(reason(body), None, "{body}");
        }
    }
}
