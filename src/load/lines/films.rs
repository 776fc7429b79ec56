//! Films beside an article: their titles, and the words for them, say how long they are.

use crate::load::lines::credits::{LONGEST_CAPTION, SMALL_WORDS, small_words};
use crate::load::lines::language::carries_content;
use crate::load::page::shape::Shape;
use crate::load::page::{Block, Page};
use crate::model::Reason;

/// A title with a length behind it is at most so long, in words.
const LONGEST_TITLE: usize = 20;

/// Marks the title of a film and the words for it that say one below the other how long it is: "The
/// bridge falls (1:58)", "Divers tell what they saw. (1:58)".
pub(in crate::load) fn mark(page: &mut Page) {
    let short = |block: &Block| block.is_body() && block.shape.words <= LONGEST_CAPTION;
    let found = page.blocks.windows(2).zip(0..).filter(|(two, _)| {
        let [title, told] = two else {
            return false;
        };
        let ended = |(before, _): (&str, &str)| before.ends_with(['.', '!', '?']);
        let length = lasting(told.text());
        let same =
            length.is_some_and(|(_, it)| lasting(title.text()).is_some_and(|(_, at)| at == it));
        short(title) && short(told) && same && length.is_some_and(ended)
    });
    let found: Vec<usize> = found.map(|(_, at)| at).collect();
    for at in found {
        page.set_aside(at, at + 2, Reason::Credit);
    }
}

/// What stands before the minutes and seconds in brackets that end `text`, and these.
fn lasting(text: &str) -> Option<(&str, &str)> {
    let (before, length) = text.strip_suffix(')')?.rsplit_once(" (")?;
    is_length(length).then_some((before, length))
}

/// "1:58": minutes and seconds.
fn is_length(text: &str) -> bool {
    text.split_once(':').is_some_and(|(minutes, seconds)| {
        let number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        (1..=2).contains(&minutes.len()) && seconds.len() == 2 && number(minutes) && number(seconds)
    })
}

/// "02:12 - Source: TV", "VIDEO1:3401:34", "Divers tell what they saw below the bridge 01:58": the
/// caption of a film tells how long it is.
pub(in crate::load) fn is_caption(text: &str, shape: &Shape) -> bool {
    if shape.words > LONGEST_CAPTION {
        return false;
    }
    let key = shape.key.as_str();
    let clock = |c: char| c.is_ascii_digit() || c == ':';
    let rest = key.trim_start_matches(clock);
    let length = key.strip_prefix("video").filter(|rest| rest.contains(':'));
    rest.len() < key.len() && rest.starts_with(" - source:")
        || length.is_some_and(|rest| rest.chars().all(clock))
        || is_title(text, shape)
}

/// Whether `text` is a title with minutes and seconds behind it. Behind a small word, a day or a
/// name they are a time of day, or somebody's in a race.
fn is_title(text: &str, shape: &Shape) -> bool {
    if shape.stop || shape.words > LONGEST_TITLE || !text.ends_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let Some((title, length)) = text.rsplit_once(' ') else {
        return false;
    };
    let last = title.rsplit(' ').next().unwrap_or_default();
    is_length(length)
        && shape.capital
        && last.chars().all(char::is_lowercase)
        && carries_content(last)
        && small_words(title) >= SMALL_WORDS
}

#[cfg(test)]
mod tests {
    use crate::load::furniture::tests::{STORY, aside};
    use crate::model::Reason;

    #[test]
    fn a_title_with_minutes_and_seconds_behind_it() {
        let aside = |line: &str| {
            let text = STORY.replace("\nRepairs", &format!("\n{line}\nRepairs"));
            aside(&text, Reason::Credit)
        };
        for film in [
            "VIDEO1:3401:34",
            "Divers tell what they saw below the bridge 01:58",
            "Ann Poe leads drivers over the bridge; council is angry 3:46",
        ] {
            assert_eq!(aside(film), [film]);
        }
        for told in [
            "The next ferry to the other bank of the Wend leaves at 10:15",
            "The council meets in the hall of the ferry on Monday 19:30",
            "Winner of the race over the old bridge: Ann Poe 28:15",
            "Ferry beats bridge in the final by a goal, 2:1",
            "Divers tell what they saw below the bridge at about 01:58.",
        ] {
            assert!(aside(told).is_empty(), "{told}");
        }
    }

    #[test]
    fn the_title_of_a_film_and_the_words_for_it() {
        let film = |told: &str| format!("\nThe bridge is closed to cars (1:58)\n{told}\nRepairs");
        let told = "Ann Poe tells why the council of Wendham closed the bridge. (1:58)";
        let aside = |lines: &str| aside(&STORY.replace("\nRepairs", lines), Reason::Credit);
        assert_eq!(
            aside(&film(told)),
            ["The bridge is closed to cars (1:58)", told]
        );
        for told in [
            "Ann Poe tells why the council of Wendham closed the bridge. (2:01)",
            "Second over the ferry and back again came Ann Poe of Wendham (1:58)",
        ] {
            assert!(aside(&film(told)).is_empty(), "{told}");
        }
    }
}
