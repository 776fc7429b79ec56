//! Lines that are not the article, wherever they stand: told by their phrases and their form.

use crate::load::lines::byline::is_clock_line;
use crate::load::lines::credits::is_credit;
use crate::load::lines::embeds;
use crate::load::lines::films;
use crate::load::lines::phrases::{begins, ends_in, listed, phrases};
use crate::load::page::shape::{Shape, last_word};
use crate::model::Reason;
use crate::text::fold::fold;

/// Site text is short; a longer paragraph that begins alike is the article's.
const LONGEST_PLEA: usize = 45;

/// A line that tells how old or how long the article is has at most so many words.
const LONGEST_AGE: usize = 7;

/// A line that says whose reports the article is made of has at most so many words.
const LONGEST_AGENCIES: usize = 12;

/// Site text without a stop that is told by its first words alone has at most so many of them.
const LONGEST_LINE: usize = 5;

/// A note on what the outlet got wrong has at most so many words.
const LONGEST_CORRECTION: usize = 120;

/// What somebody did for an article ("Additional reporting") is said in so many words.
const LONGEST_TASK: usize = 4;

/// A form says so many of the phrases of forms.
const SHORTEST_FORM: usize = 2;

/// A part of the name of a host has at least so many letters.
const SHORTEST_NAME: usize = 2;

/// Why `text` alone, wherever it stands, is not the article.
pub(in crate::load) fn reason(text: &str, shape: &Shape) -> Option<Reason> {
    let key = shape.key.as_str();
    if shape.is_separator() {
        Some(Reason::Separator)
    } else if is_credit(text, shape) || films::is_caption(text, shape) || listed("picture", key) {
        Some(Reason::Credit)
    } else if embeds::is_signature(text, shape) {
        Some(Reason::Embed)
    } else if is_correction(shape) {
        Some(Reason::Correction)
    } else if is_inline_pointer(shape) || is_bracketed_pointer(text) {
        Some(Reason::SectionHeading)
    } else if listed("whole", key.trim_end_matches([':', '.', ' ']))
        || listed("byline", key)
        || is_age(shape)
        || is_line(shape)
        || is_signed(text)
        || is_trail(text, shape)
        || embeds::is_pointer(text, shape)
        || is_of_agencies(shape)
        || is_clock(text, shape)
        || is_follow(shape)
        || is_staff(text)
        || is_helper(shape)
        || is_form(shape)
        || is_address(text)
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

/// "[Mayor opens fair in the old town hall]": the title of another article, in brackets.
fn is_bracketed_pointer(text: &str) -> bool {
    let inside = text.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
    let shape = inside.filter(|it| !it.contains(['[', ']'])).map(Shape::new);
    shape.is_some_and(|it| it.words > LONGEST_LINE && it.is_open())
}

/// "Welcome to the Gazette", "The Gazette on Facebook and Twitter": a few words without a stop.
fn is_line(shape: &Shape) -> bool {
    let begun = || shape.words <= LONGEST_LINE && begins("line start", &shape.key).is_some();
    let ended = || shape.words <= LONGEST_AGE && ends_in("line end", &shape.key);
    !shape.stop && (begun() || ended())
}

/// "JR/AP": the initials of those who wrote and edited the article.
pub(in crate::load) fn is_signed(text: &str) -> bool {
    let initials = |part: &str| {
        (2..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    text.contains('/') && text.split('/').all(initials)
}

/// "News > Region > Council closes bridge": the way from the site's front page to this one.
fn is_trail(text: &str, shape: &Shape) -> bool {
    let steps = [" > ", " » ", " › "].map(|step| text.matches(step).count());
    !shape.stop && shape.words <= LONGEST_PLEA && steps.iter().any(|steps| *steps > 1)
}

/// "Follow Ann Poe on Twitter", "Follow Ann Poe at @annpoe".
fn is_follow(shape: &Shape) -> bool {
    let key = shape.key.trim_end_matches('.');
    shape.words <= LONGEST_AGENCIES
        && key.starts_with("follow ")
        && !key.contains(',')
        && (has_address(key) || ends_in("network", key))
}

/// "annpoe@post.example", "Network: @annpoe", "Ann Poe can be reached at annpoe@post.example": where
/// somebody is written to, and nothing else.
pub(in crate::load) fn is_contact(text: &str, shape: &Shape) -> bool {
    let name = match text.split_once(": ") {
        Some((label, name)) if !label.contains(' ') => name,
        _ => text,
    };
    let reached = || phrases("contact").any(|phrase| shape.key.contains(phrase));
    name.contains('@') && !name.replace("@ ", "@").contains(' ')
        || shape.words <= LONGEST_AGENCIES && has_address(&shape.key) && reached()
}

/// Whether `key` ends with the address of somebody.
fn has_address(key: &str) -> bool {
    last_word(key).is_some_and(|word| word.contains('@'))
}

/// "(Writing by Ann Poe in Wendham; Editing by John Doe)": pieces of which each says what somebody
/// did, however all but one are spelt.
fn is_staff(text: &str) -> bool {
    let inside = text.strip_prefix('(').and_then(|it| it.strip_suffix(')'));
    let task = |piece: &str| {
        piece.split_once(" by ").is_some_and(|(what, who)| {
            what.split_whitespace().count() <= LONGEST_TASK && who.starts_with(char::is_uppercase)
        })
    };
    let known = |piece: &str| begins("start", &fold(piece.trim())).is_some();
    inside.is_some_and(|it| it.split(';').all(task) && it.split(';').any(known))
}

/// "Associated Press writers Ann Poe and Piet Roe contributed.": who of an agency helped.
fn is_helper(shape: &Shape) -> bool {
    let rest = begins("agency", &shape.key).and_then(|it| shape.key.strip_prefix(it));
    let role = rest.and_then(|rest| rest.split_whitespace().next());
    shape.words <= LONGEST_PLEA
        && role.is_some_and(|role| listed("role", role) || listed("roles", role))
        && ends_in("helped", shape.key.trim_end_matches('.'))
}

/// "Invalid email address. Please re-enter. Sign Up": a form to fill in, with all that it may answer.
fn is_form(shape: &Shape) -> bool {
    let said = phrases("form").filter(|phrase| shape.key.contains(phrase));
    shape.words <= LONGEST_CORRECTION && said.count() >= SHORTEST_FORM
}

/// "[post.example/1Sd4]": the address of something else, and nothing but that.
pub(in crate::load) fn is_address(text: &str) -> bool {
    let inside = ['(', '['].iter().zip([')', ']']);
    let mut inside = inside.filter_map(|(open, close)| {
        text.strip_prefix(*open)
            .and_then(|it| it.strip_suffix(close))
    });
    inside.any(|address| {
        let address = address.trim_start_matches("https://");
        let address = address.trim_start_matches("http://");
        let Some((host, path)) = address.split_once('/') else {
            return false;
        };
        let letters = |part: &str| {
            part.len() >= SHORTEST_NAME
                && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        };
        host.contains('.') && host.split('.').all(letters) && !path.contains(' ')
    })
}

/// What the outlet itself says that its article got wrong.
fn is_correction(shape: &Shape) -> bool {
    shape.words <= LONGEST_CORRECTION
        && (begins("correction start", &shape.key).is_some()
            || phrases("correction").any(|phrase| shape.key.contains(phrase)))
}

/// "Updated 5:00 p.m.": when, and nothing else.
fn is_clock(text: &str, shape: &Shape) -> bool {
    shape.words <= LONGEST_AGE && is_clock_line(text)
}

/// "Harbour Post and agencies".
fn is_of_agencies(shape: &Shape) -> bool {
    !shape.stop && shape.words <= LONGEST_AGENCIES && ends_in("of agencies", &shape.key)
}

/// "Updated 2 hours ago", "5 min read".
fn is_age(shape: &Shape) -> bool {
    shape.words <= LONGEST_AGE
        && !shape.stop
        && shape.key.contains(|c: char| c.is_ascii_digit())
        && phrases("age").any(|phrase| shape.key.ends_with(phrase))
}

/// A plea for subscriptions, a line of rights, a note of who helped.
fn is_plea(shape: &Shape) -> bool {
    shape.words <= LONGEST_PLEA
        && (begins("start", &shape.key).is_some()
            || phrases("within").any(|phrase| shape.key.contains(phrase))
            || is_offer(shape))
}

/// "Sign up for The Post's Free Newsletters".
fn is_offer(shape: &Shape) -> bool {
    let key = shape.key.trim_end_matches('.');
    begins("letter start", key).is_some() && ends_in("letter", key)
}

#[cfg(test)]
mod tests {
    use super::reason;
    use crate::load::page::shape::Shape;
    use crate::model::Reason;

    fn of(text: &str) -> Option<Reason> {
        reason(text, &Shape::new(text))
    }

    #[test]
    fn offers_of_letters_are_site_text() {
        for text in [
            "Sign up for The Gazette's Free Newsletters",
            "The best of The Gazette, delivered directly to your inbox.",
            "Thank you for your submission.",
            "image",
        ] {
            let found = reason(text, &Shape::new(text));
            assert_eq!(found, Some(Reason::Boilerplate), "{text}");
        }
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
            ("By", Reason::Boilerplate),
            ("JR/ABC", Reason::Boilerplate),
            ("Welcome to the Gazette", Reason::Boilerplate),
            ("Share on Facebook", Reason::Boilerplate),
            ("Article content", Reason::Boilerplate),
            (
                "This is an archived article, and what it says may be outdated. Look at its date.",
                Reason::Boilerplate,
            ),
            (
                "The fair was fun. This text is from the Gazette and republished here with permission.",
                Reason::Boilerplate,
            ),
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
    fn so_are_notes_on_the_writers_and_the_page() {
        for (text, expected) in [
            ("Updated 5:00 p.m.", Reason::Boilerplate),
            (
                "Ann Poe can be reached at https://network.example/annpoe .",
                Reason::Boilerplate,
            ),
            ("Follow Ann Poe on Twitter.", Reason::Boilerplate),
            ("Gazette News on Facebook and Twitter", Reason::Boilerplate),
            ("Click for more from the Gazette.", Reason::Boilerplate),
            (
                "(Repoprting by Ann Poe in Wendham and Jane Roe; Writing by John Doe)",
                Reason::Boilerplate,
            ),
            ("Photo", Reason::Credit),
            (
                "[Mayor opens fair in the old town hall]",
                Reason::SectionHeading,
            ),
            ("Published P.M. Et Nov.", Reason::Boilerplate),
            ("[post.example/1Sd4TAa]", Reason::Boilerplate),
            ("(https://post.example/bridge)", Reason::Boilerplate),
            (
                "Associated Press writer Ann Poe in Wendham contributed.",
                Reason::Boilerplate,
            ),
            (
                "Reuters reporters Ann Poe and Piet Roe contributed to this.",
                Reason::Boilerplate,
            ),
            (
                "Newsletter Please verify you're not a robot by clicking the box. Invalid email \
                 address. Please re-enter. Sign Up You agree to receive what the Post sells. Thank \
                 you for subscribing. An error has occurred. View all newsletters of the Post.",
                Reason::Boilerplate,
            ),
            ("FULL COVERAGE: The old bridge", Reason::SectionHeading),
            (
                "• The headline to this article was amended on 12 May 2031. An earlier version \
                 said that the bridge was open. This has been corrected.",
                Reason::Correction,
            ),
            ("Correction: May 2, 2031", Reason::Correction),
            ("This story has been corrected.", Reason::Correction),
            ("— Ann Poe (@annpoe) May 2, 2031", Reason::Embed),
            (
                "Go Back to Top. Skip To: Start of Article.",
                Reason::Boilerplate,
            ),
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
            "Welcome to the club, the mayor said.",
            "Follow the river to its end in two days",
            "The fight between Ferry/Bridge was over.",
            "On 25 August the bridge was closed.",
            "Anyone who saw the bridge fall should write to police@wendham.example.",
            "Follow the river to Wendham, the mayor said on Twitter.",
            "(The bridge was built by Roe; the ferry was bought by the town)",
            "(Ada was taught by Roe; Ben was taught by Doe)",
            "Updated plans open at 5.",
            "The correction came too late, she said.",
            "— Ann Poe (@annpoe) left on May 2, 2031",
            "The letter stands at https://video.example/1, and the mayor signed it.",
            "She blamed the council and agencies.",
            "The bridge was closed. The mayor said: nobody knew.",
            "Reuters readers in Wendham contributed.",
            "The Associated Press said to what the mayor had contributed.",
            "The town answered every driver: invalid email address.",
            "[and/or the ferry]",
            "[The council laughs and claps]",
            "[The mayor was not there when the council met.]",
            "[The council] of the town has closed its bridge [on Monday]",
            "(a.m./p.m.)",
            "Published by the Post in May.",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
