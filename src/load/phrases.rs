//! The phrases of page furniture (`data/furniture.txt`), and what they say of a block.

use super::shape::{Shape, bare};
use crate::model::Reason;
use crate::text::{fold::fold, lexicon::Lexicon};
use std::sync::LazyLock;

static PHRASES: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::new(include_str!("data/furniture.txt")));

/// Site text is short; a longer paragraph that begins alike is the article's.
const LONGEST_PLEA: usize = 45;

/// A heading of a list is at most so long, in words.
const LONGEST_HEADING: usize = 9;

/// A line that tells how old or how long the article is has at most so many words.
const LONGEST_AGE: usize = 7;

/// Words before an address are at most so many, those of the address among them.
const LONGEST_EMBED: usize = 20;

/// What stands before the photographer in one paragraph is a caption up to so many words.
const LONGEST_CREDITED: usize = 40;

/// A caption is at most so long, in words.
const LONGEST_CAPTION: usize = 70;

/// A line that is nothing but the photographer is at most so long, in words.
const LONGEST_CREDIT: usize = 12;

/// Whether the section `kind` holds `key`.
pub(super) fn listed(kind: &str, key: &str) -> bool {
    PHRASES.has_in(kind, key)
}

/// Whether `block` is the heading of a list of other articles.
pub(super) fn is_heading(shape: &Shape) -> bool {
    let key = shape
        .key
        .trim_matches(|c: char| c.is_whitespace() || ":-#*>~.+=_/\\\"[]()".contains(c));
    listed("heading", key)
        || (shape.words <= LONGEST_HEADING && !shape.stop && begins("heading start", key).is_some())
}

/// Why `text` alone, wherever it stands, is not the article.
pub(super) fn reason(text: &str, shape: &Shape) -> Option<Reason> {
    let key = shape.key.as_str();
    if shape.is_separator() {
        Some(Reason::Separator)
    } else if is_credit(text, shape) {
        Some(Reason::Credit)
    } else if is_inline_pointer(shape) {
        Some(Reason::SectionHeading)
    } else if listed("whole", key.trim_end_matches([':', '.', ' ']))
        || is_age(shape)
        || is_trail(text, shape)
        || is_embed(text, shape)
        || is_of_agencies(shape)
        || is_plea(shape)
    {
        Some(Reason::Boilerplate)
    } else {
        None
    }
}

/// "Read more: Mayor opens fair".
fn is_inline_pointer(shape: &Shape) -> bool {
    let key = shape.key.trim_start_matches(['[', '(', '>', '-', ' ']);
    key.split_once([':', '|', '»', '>'])
        .is_some_and(|(phrase, rest)| {
            shape.words <= LONGEST_PLEA
                && listed("inline", phrase.trim())
                && rest.chars().any(char::is_alphanumeric)
        })
}

/// "News > Region > Council closes bridge": the way from the site's front page to this one.
fn is_trail(text: &str, shape: &Shape) -> bool {
    let steps = [" > ", " » ", " › "].map(|step| text.matches(step).count());
    !shape.stop && shape.words <= LONGEST_PLEA && steps.iter().any(|steps| *steps > 1)
}

/// "Watch the race below https://…": words for what a page shows there.
fn is_embed(text: &str, shape: &Shape) -> bool {
    let last = bare(text).split_whitespace().next_back();
    shape.words <= LONGEST_EMBED
        && last.is_some_and(|word| word.starts_with("https://") || word.starts_with("http://"))
}

/// "Harbour Post and agencies".
fn is_of_agencies(shape: &Shape) -> bool {
    let mut tails = PHRASES.section("of agencies");
    !shape.stop
        && shape.words <= LONGEST_CREDIT
        && tails.any(|tail| {
            shape
                .key
                .strip_suffix(tail)
                .is_some_and(|it| it.ends_with(' '))
        })
}

/// "Updated 2 hours ago", "5 min read".
fn is_age(shape: &Shape) -> bool {
    shape.words <= LONGEST_AGE
        && !shape.stop
        && shape.key.contains(|c: char| c.is_ascii_digit())
        && PHRASES
            .section("age")
            .any(|phrase| shape.key.ends_with(phrase))
}

/// A plea for subscriptions, a line of rights, a note of who helped.
fn is_plea(shape: &Shape) -> bool {
    shape.words <= LONGEST_PLEA
        && (begins("start", &shape.key).is_some()
            || PHRASES
                .section("within")
                .any(|phrase| shape.key.contains(phrase)))
}

/// A photo credit or a caption with one.
fn is_credit(text: &str, shape: &Shape) -> bool {
    if let Some(phrase) = begins("credit start", &shape.key) {
        let longest = if phrase.ends_with(':') {
            LONGEST_CAPTION
        } else {
            LONGEST_CREDIT
        };
        return shape.words <= longest;
    }
    if shape.words > LONGEST_CAPTION {
        return false;
    }
    if is_film(&shape.key) || is_credited(shape) {
        return true;
    }
    let text = bare(text);
    match text.strip_suffix([')', ']']) {
        Some(open) => open
            .rsplit(['(', '['])
            .next()
            .is_some_and(|inside| inside.len() < open.len() && is_source(inside)),
        None => !shape.stop && shape.words <= LONGEST_CREDIT && is_source_line(text),
    }
}

/// "Roe opens the bridge. 4 March 2025. Image: Doe.": a caption that ends in its credit.
fn is_credited(shape: &Shape) -> bool {
    let last = shape.key.trim_end_matches('.').rsplit(". ").next();
    let last = last.filter(|last| last.len() < shape.key.trim_end_matches('.').len());
    shape.words <= LONGEST_CREDITED
        && last.is_some_and(|last| {
            let credit = begins("credit start", last).filter(|phrase| phrase.ends_with(':'));
            credit.is_some() && last.split_whitespace().count() <= LONGEST_NAMED
        })
}

/// "Image: Doe/Gazette": the word for it and the photographer, in words.
const LONGEST_NAMED: usize = 6;

/// "02:12 - Source: TV": the caption of a film tells how long it is.
fn is_film(key: &str) -> bool {
    let clock = |c: char| c.is_ascii_digit() || c == ':';
    let rest = key.trim_start_matches(clock);
    rest.len() < key.len() && rest.starts_with(" - source:")
}

/// "AP Photo/Jane Roe", "Photo by Jane Roe/Getty Images", "Jane Roe via AP".
fn is_source(text: &str) -> bool {
    let key = fold(text);
    let parts = || key.split(['/', '|', ',', ';', ':', '©']).map(str::trim);
    begins("credit start", &key).is_some()
        || (key.contains('/') && parts().any(|part| listed("credit end", part)))
        || key.contains(" via ") && parts().any(ends_in_source)
        || key.contains('©')
}

/// The same for a line that stands alone, where an agency's name may be a headline's subject.
fn is_source_line(text: &str) -> bool {
    let key = fold(text);
    let Some((before, agency)) = key.rsplit_once('/') else {
        return key.contains(" via ") && ends_in_source(&key);
    };
    let known = listed("credit end", agency.trim()) || listed("credit end", before.trim());
    let name = |part: &str| part.split_whitespace().count() <= 4;
    known && name(before) && name(agency)
}

fn ends_in_source(part: &str) -> bool {
    PHRASES.section("credit end").any(|source| {
        part.strip_suffix(source)
            .is_some_and(|rest| rest.ends_with(' '))
    })
}

/// Whether a line that holds a date tells when something was changed.
pub(super) fn tells_of_change(line: &str) -> bool {
    let line = fold(line);
    PHRASES
        .section("changed")
        .any(|phrase| line.contains(phrase))
}

/// The longest phrase of the section `kind` with which `key` begins, at a word's end.
pub(super) fn begins(kind: &str, key: &str) -> Option<&'static str> {
    let fits = |phrase: &&str| {
        key.strip_prefix(*phrase).is_some_and(|rest| {
            !phrase.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric)
        })
    };
    PHRASES
        .alike(kind, key)
        .filter(fits)
        .max_by_key(|phrase| phrase.len())
}

#[cfg(test)]
mod tests {
    use super::{is_heading, reason};
    use crate::load::shape::Shape;
    use crate::model::Reason;

    fn of(text: &str) -> Option<Reason> {
        reason(text, &Shape::new(text))
    }

    #[test]
    fn site_text_is_told_by_its_phrases() {
        for (text, expected) in [
            ("Photo: Jane Roe", Reason::Credit),
            ("Ảnh: Roe", Reason::Credit),
            (
                "Jane Roe waves on Monday. (AP Photo/John Doe)",
                Reason::Credit,
            ),
            ("A bridge (Photo by John Doe/Getty Images)", Reason::Credit),
            ("John Doe/Reuters", Reason::Credit),
            ("John Doe via Getty Images", Reason::Credit),
            ("READ MORE: Mayor opens fair", Reason::SectionHeading),
            ("Читайте также: Мэр открыл ярмарку", Reason::SectionHeading),
            ("Advertisement", Reason::Boilerplate),
            (
                "© 2025 The Gazette. All rights reserved.",
                Reason::Boilerplate,
            ),
            ("Sign up for our morning newsletter.", Reason::Boilerplate),
            (
                "Jane Roe and John Doe contributed to this report.",
                Reason::Boilerplate,
            ),
            ("Schlagworte: Hochwasser, Brücke, Rat", Reason::Boilerplate),
            ("Updated 2 hours ago", Reason::Boilerplate),
            ("01:40 - Source: TV", Reason::Credit),
            (
                "Mayor Roe opens the bridge, Springfield. March 4, 2025. Image: Doe.",
                Reason::Credit,
            ),
            (
                "See the bridge fall: https://video.example/1",
                Reason::Boilerplate,
            ),
            ("Springfield Gazette and agencies", Reason::Boilerplate),
            ("Read more at the Gazette", Reason::Boilerplate),
            ("> Blog > Region > Bridge closed", Reason::Boilerplate),
            ("***", Reason::Separator),
        ] {
            assert_eq!(of(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn sentences_that_only_resemble_site_text_stay() {
        for text in [
            "Getty Images sued the company on Monday.",
            "Getty Images Sues AI Firm",
            "Photo of the mayor surfaced on Monday, and she denied it.",
            "Reuters reported on Monday that the bridge was closed.",
            "The bridge was closed (Roe lives near it).",
            "Read the letter, she said: it is all there.",
            "Sign up for health plans opened on Monday, officials said.",
            "At 01:40 - source: the police - the bridge was closed.",
            "A > B means that A is larger",
            "Related charges were dropped: the court said so.",
            "He left (see the AP).",
            "On 25 August the bridge was closed.",
            "The letter stands at https://video.example/1, and the mayor signed it.",
            "She blamed the council and agencies.",
            "The bridge was closed. The mayor said: nobody knew.",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn headings_of_lists_in_any_dress() {
        let is = |text: &str| is_heading(&Shape::new(text));
        assert!(is("TIN LIÊN QUAN") && is("Read more:") && is("### Mehr zum Thema ###"));
        assert!(is("More from the Gazette"));
        assert!(!is("Related developments") && !is("More from the mayor came on Monday."));
    }
}
