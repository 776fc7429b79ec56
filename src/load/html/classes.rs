//! What the names of an element's classes say of it (`../data/classes.txt`).

use crate::model::Reason;
use crate::text::lexicon::Lexicon;
use std::sync::LazyLock;

/// Runs of whole words in a class, between hyphens, and what they mean.
static CLASSES: LazyLock<Vec<(String, Reason)>> = LazyLock::new(|| {
    let lexicon = Lexicon::new(include_str!("../data/classes.txt"));
    let sections = [
        ("embed", Reason::Embed),
        ("caption", Reason::Credit),
        ("list", Reason::HeadlineList),
        ("site", Reason::Boilerplate),
    ];
    let entries = sections.into_iter().flat_map(|(section, reason)| {
        let entries: Vec<_> = lexicon.section(section).collect();
        entries
            .into_iter()
            .map(move |entry| (hyphenated(entry), reason))
    });
    entries.collect()
});

/// Why an element with these classes, in small letters, is not the article.
pub(super) fn reason(class: &str) -> Option<Reason> {
    if class.is_empty() {
        return None;
    }
    let words: Vec<String> = class.split_whitespace().map(hyphenated).collect();
    let names = |entry: &str| words.iter().any(|word| word.contains(entry));
    let found = CLASSES.iter().find(|(entry, _)| names(entry));
    found.map(|(_, reason)| *reason)
}

/// `a__b_c` as `-a--b-c-`: an entry is found in it as a run of whole words.
fn hyphenated(class: &str) -> String {
    format!("-{}-", class.replace(['_', ':', '/'], "-"))
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
