//! Credits of pictures and films, and the captions that end in one.

use crate::load::lines::byline::is_name;
use crate::load::lines::phrases::{begins, ends_in, listed};
use crate::load::lines::shown;
use crate::load::lines::written;
use crate::load::page::shape::{Shape, bare};
use crate::text::{fold::fold, sentences};
use std::ops::RangeInclusive;

/// What stands before the photographer in one paragraph is a caption up to so many words.
const LONGEST_CREDITED: usize = 40;

/// A caption is at most so long, in words.
pub(in crate::load) const LONGEST_CAPTION: usize = 70;

/// One that says of itself that it is one may have several sentences.
const LONGEST_LABELLED: usize = 120;

/// A line that is nothing but the photographer is at most so long, in words.
pub(in crate::load) const LONGEST_CREDIT: usize = 12;

/// "Image: Doe/Gazette": the word for it and the photographer, in words.
const LONGEST_NAMED: usize = 6;

/// Who took the picture is named behind a caption in so many words.
const NAME: RangeInclusive<usize> = 2..=5;

/// A sentence before a bare name has so many small words, or it is a headline in capitals.
pub(in crate::load) const SMALL_WORDS: usize = 4;

/// A photo credit or a caption with one.
pub(in crate::load) fn is_credit(text: &str, shape: &Shape) -> bool {
    if shape.words <= LONGEST_LABELLED && (is_labelled(text) || is_barred(text)) {
        return true;
    }
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
    if ends_in("caption end", &shape.key) || is_dashed(text) {
        return true;
    }
    if is_dated_caption(text) || is_credited(text, shape) || shown::is_caption(text, shape) {
        return true;
    }
    if shape
        .key
        .split_once(": ")
        .is_some_and(|(head, _)| is_photo(head))
    {
        return true;
    }
    let text = bare(text);
    let Some((before, inside)) = in_brackets(text) else {
        return !shape.stop && shape.words <= LONGEST_CREDIT && is_source_line(text);
    };
    let agency = fold(inside);
    // In round brackets an agency that writes too is the source of the text before it, and a single
    // word may be anything ("pool").
    let ended = before.trim_end().ends_with(['.', '!', '?']);
    let taken = || !ended && agency.contains(' ') && !listed("agency", &agency);
    let fits = || text.ends_with(']') || taken();
    let caption = || !shape.stop && small_words(before) >= SMALL_WORDS;
    if listed("credit end", &agency) && fits() && caption() {
        return true;
    }
    std::iter::successors(in_brackets(text), |(before, _)| in_brackets(before)).any(
        |(before, inside)| {
            is_source(inside)
                || before.is_empty() && begins("source", &fold(inside)).is_some()
                || !shape.stop && inside.starts_with('@') && is_service(before)
        },
    )
}

/// What stands before the brackets that end `text`, and what in them.
fn in_brackets(text: &str) -> Option<(&str, &str)> {
    let open = text.trim_end().strip_suffix([')', ']'])?;
    open.rsplit_once(['(', '['])
}

/// "Image copyright Jane Roe Image caption The bridge is closed": the words that a page prints for
/// its own use before a caption, and behind them something that begins anew, as in no sentence; or
/// "FILE - In this May 2, 2031 file photo", as agencies begin theirs.
pub(in crate::load) fn is_labelled(text: &str) -> bool {
    let text = bare(text);
    let key = fold(text);
    let label = begins("caption start", &key).is_some_and(|label| {
        let mut rest = text.split_whitespace().skip(label.split(' ').count());
        let next = rest.next().unwrap_or_default();
        let goes_on = rest.next().map(|word| fold(&format!("{next} {word}")));
        !next.starts_with(char::is_lowercase)
            || goes_on.is_some_and(|two| begins("caption start", &two).is_some())
    });
    let archived = text.strip_prefix("FILE ").map(fold);
    label || archived.is_some_and(|rest| rest.starts_with("- ")) || is_boxed(text)
}

/// "CLOSE The ferry leaves Wendham. Harbour Video": the words for a film, behind the control that
/// closes its box and before the name of who made it.
fn is_boxed(text: &str) -> bool {
    let shouted =
        |control: &str| !control.contains(char::is_lowercase) && listed("box", &fold(control));
    let boxed = text.split_once(' ').filter(|(control, _)| shouted(control));
    let Some((_, rest)) = boxed else {
        return false;
    };
    let sentences = sentences::split(rest, None);
    let [_, .., maker] = sentences.as_slice() else {
        return false;
    };
    let mut maker = maker.of(rest).split(' ');
    let named = maker.clone().count() <= *NAME.end();
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    capital(rest) && named && !rest.ends_with('.') && maker.all(capital)
}

/// "Roe opens the bridge. | Photo Credit: Jane Roe": a caption and its credit, which a bar parts.
fn is_barred(text: &str) -> bool {
    let credit = bare(text)
        .rsplit_once(" | ")
        .map(|(_, credit)| fold(credit));
    credit.is_some_and(|it| begins("credit start", &it).is_some())
}

/// "Ann Poe, the mayor of Wendham. — AFP": an agency behind a sentence and a dash.
fn is_dashed(text: &str) -> bool {
    let parted = bare(text).rsplit_once(['—', '–']);
    parted.is_some_and(|(before, agency)| {
        before.trim_end().ends_with('.') && listed("credit end", &fold(agency.trim()))
    })
}

/// "Roe opens the bridge. 4 March 2025. Image: Doe.", "Roe opens the bridge. AFP photo", "Roe opens
/// the bridge. Wendham Fire Service": a caption that ends in its credit.
fn is_credited(text: &str, shape: &Shape) -> bool {
    if shape.words > LONGEST_CREDITED {
        return false;
    }
    let last = shape.key.trim_end_matches('.').rsplit(". ").next();
    let last = last.filter(|last| last.len() < shape.key.trim_end_matches('.').len());
    let labelled = last.is_some_and(|last| {
        let words = last.split_whitespace().count();
        begins("credit start", last).is_some_and(|phrase| {
            phrase.ends_with(':') && words <= LONGEST_NAMED
                || phrase.ends_with(" by") && words <= LONGEST_CREDIT
        })
    });
    let key = shape.key.trim_end_matches('.');
    let archived = key.contains(" in this ") && ends_in("archived", key);
    let told = || !shape.stop && (is_glued(text) || last.is_some_and(|it| is_told(text, it)));
    labelled || archived || last.is_some() && is_signed(text, shape.stop) || told()
}

/// "Roe opens the bridge. Credit Jane Doe for The Post": whether the `last` sentence, folded, is the
/// word for a credit and names; one more would be a bank's.
fn is_told(text: &str, last: &str) -> bool {
    let Some(phrase) = begins("credited", last) else {
        return false;
    };
    let words: Vec<&str> = text.split(' ').collect();
    let count = last.split(' ').count() - phrase.split(' ').count();
    let names = words.get(words.len().saturating_sub(count)..);
    let names = names.unwrap_or_default();
    let name = |word: &&str| {
        word.starts_with(|c: char| !c.is_lowercase()) || listed("between credits", word)
    };
    (*NAME.start()..=LONGEST_CREDIT).contains(&names.len()) && names.iter().all(name)
}

/// "Divers look at the bridge in 2031Getty Images": whether a page glued the agency to the caption.
fn is_glued(text: &str) -> bool {
    let parts = |(last, at): (char, usize)| {
        let (before, agency) = text.split_at_checked(at)?;
        let glued = last.is_lowercase() || last.is_ascii_digit();
        let new = agency.starts_with(char::is_uppercase);
        (glued && new).then_some((before, agency))
    };
    let starts = text.char_indices().skip(1).map(|(at, _)| at);
    let mut parts = text.chars().zip(starts).filter_map(parts);
    parts.any(|(before, agency)| {
        listed("credit end", &fold(agency)) && small_words(before) >= SMALL_WORDS
    })
}

/// Whether the last sentence of `text` is nothing but who took the picture; a bare name is only
/// where no stop follows it.
fn is_signed(text: &str, stop: bool) -> bool {
    let sentences = sentences::split(text, None);
    let [.., before, last] = sentences.as_slice() else {
        return false;
    };
    let (before, last) = (before.of(text), last.of(text).trim_end_matches('.'));
    let named = NAME.contains(&last.split_whitespace().count()) && is_name(last);
    let bare_name = !stop && named && before.ends_with('.') && small_words(before) >= SMALL_WORDS;
    let parted = last.contains('/') && (is_source_line(last) || !stop && are_names(last));
    is_photo(&fold(last)) || parted || bare_name
}

/// How many words of `text` begin with a small letter; those of a headline in capitals are few.
pub(in crate::load) fn small_words(text: &str) -> usize {
    let words = text.split(' ');
    words
        .filter(|it| it.starts_with(char::is_lowercase))
        .count()
}

/// "NASA Earth Observatory/USGS": names that nothing but a stroke parts, one of them of several words.
fn are_names(last: &str) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    last.contains(' ')
        && last.split_whitespace().count() <= LONGEST_CREDIT
        && last.split('/').all(|part| part.split(' ').all(capital))
}

/// "WENDHAM, NORLAND - MAY 02: The bridge is closed.": place and day, as agencies put them before
/// their captions.
fn is_dated_caption(text: &str) -> bool {
    let Some((head, rest)) = text.split_once(": ") else {
        return false;
    };
    let dashes = [" - ", " – ", " — "];
    let parted = dashes.iter().find_map(|dash| head.rsplit_once(dash));
    parted.is_some_and(|(place, day)| {
        let shouted = |part: &str| !part.contains(char::is_lowercase);
        !rest.is_empty() && shouted(place) && shouted(day) && written::is_day(day)
    })
}

/// "AP Photo/Jane Roe", "Photo by Jane Roe/Getty Images", "Jane Roe via AP".
fn is_source(text: &str) -> bool {
    let key = fold(text);
    let parts = || key.split(['/', '|', ',', ';', ':', '©']).map(str::trim);
    begins("credit start", &key).is_some()
        || (key.contains('/') && parts().any(is_known))
        || key.contains(" via ") && parts().any(|part| ends_in("credit end", part))
        || key.contains('©')
}

/// The same for a line that stands alone, where an agency's name may be a headline's subject.
fn is_source_line(text: &str) -> bool {
    let key = fold(text);
    let Some((before, agency)) = key.rsplit_once('/') else {
        return is_via(&key)
            || is_photo(&key)
            || listed("credit end", &key) && !listed("agency", &key);
    };
    let known = is_known(agency.trim()) || is_known(before.trim());
    let name = |part: &str| part.split_whitespace().count() <= 4;
    let named = text
        .split('/')
        .all(|part| is_name(part) && part == part.trim());
    (known || named) && name(before) && name(agency)
}

/// "afp", "afp photo", "afp - getty images", "harbour post via ap".
fn is_known(part: &str) -> bool {
    let mut agencies = part.split(" - ");
    agencies.any(|it| listed("credit end", it) || listed("picture", it) || is_photo(it))
        || is_via(part)
}

/// "jane roe via ap".
fn is_via(part: &str) -> bool {
    part.contains(" via ") && ends_in("credit end", part)
}

/// "afp photo", "pool photos".
fn is_photo(key: &str) -> bool {
    let agency = key
        .strip_suffix(" photo")
        .or_else(|| key.strip_suffix(" photos"));
    agency.is_some_and(|agency| listed("credit end", agency))
}

/// "Roe waves Twitter (@roe)": what stands before a name of a service's own.
fn is_service(before: &str) -> bool {
    ends_in("credit end", fold(before).trim_end())
}

#[cfg(test)]
mod tests {
    use super::is_credit;
    use crate::load::page::shape::Shape;

    #[track_caller]
    fn check(texts: &[&str], expected: bool) {
        for text in texts {
            assert_eq!(is_credit(text, &Shape::new(text)), expected, "{text}");
        }
    }

    #[test]
    fn photographers_and_agencies_are_credits_alone_and_behind_a_caption() {
        check(
            &[
                "Getty Images",
                "AFP photo",
                "JANE ROE/Harbour Post News",
                "John Doe/AFP photo",
                "Divers leave the old bridge over the Wend on Monday. AFP photo",
                "Divers leave the old bridge over the Wend. POOL photo.",
                "Divers leave the old bridge over the Wend. John Doe/AFP photo",
                "The chief of the divers talks to the press on May 2. Wendham Fire Service",
                "(Source: Harbour Post)",
                "The new bridge is open Twitter (@wendham)",
                "Image used with permission",
                "WENDHAM, NORLAND - MAY 02: Stones of the bridge lie in the Wend.",
                "Divers leave the old bridge over the Wend. JANE ROE / AFP - Getty Images",
                "Divers leave the old bridge over the Wend. Mary Roe-Doe / Harbour Post via AP",
                "Stones of the bridge are seen from above. NORSA River Observatory/NRGS",
                "Divers leave the bridge. (Jane Roe/dpa via AP, file) (Associated Press)",
                "The bridge is closed. Photo by Jane Roe / Harbour Post News Norland / AFP",
                "Ann Poe talks to reporters in Wendham on May 2, 2031. [Photo/Agencies] |",
                "The bridge is closed, and no car may cross it, its owner says [Getty Images]",
                "Divers look at the bridge. The council closed it. | Photo Credit: Jane Roe",
                "Divers look at the bridge that was closed, in this May 2, 2031 file photo.",
                "Drivers who wait for the ferry outside Wendham (Getty Images)",
                "The bridge was closed on Tuesday. It may open soon. Credit Jane Roe/Harbour Press — Getty Images",
                "Ann Poe cleared the way to the bridge. Credit Jane Roe for The Wendham Post",
                "Ann Poe with her former friend on the bridge in 2031Getty Images",
                "AP Photo: wendham.example. The bridge is closed: Jane Roe has called the divers.",
            ],
            true,
        );
    }

    #[test]
    fn words_that_pages_and_agencies_print_before_a_caption() {
        check(
            &[
                "Image copyright Getty Images Image caption Divers come out of the Wend on Monday, \
                 and the mayor, Ann Poe, waits for them",
                "Media playback is unsupported on your device Media caption The bridge fell at 06:00",
                "Ann Poe waits on the old bridge on Monday. Jane Roe/Getty Images hide caption",
                "The mayor of Wendham, Ann Poe. — AFP",
                "(Jane Di Roe / European Pressphoto Agency)",
                "Enlarge this image toggle caption Jane Roe/AP Jane Roe/AP",
                "Image caption, “I was there,” says Ann Poe",
                "FILE - In this May 2, 2031 file photo divers look at the bridge. The council closed \
                 it. (Jane Roe/dpa via AP, file) (Associated Press)",
                "FILE – The old bridge.",
                "CLOSE A ferry takes the cars of Wendham to the other bank. Norlook",
            ],
            true,
        );
        check(
            &[
                "Image copyright is what the two papers quarrel about.",
                "Image caption contests are held in Wendham every year, and Ann Poe wins them all.",
                "Files - and there are many of them - lie open in the town hall of Wendham, she said.",
                "FILE of the year",
                "CLOSE The bridge, the drivers wrote on their cars. The mayor did.",
                "Close friends of the mayor came to the bridge. Norlook",
            ],
            false,
        );
    }

    #[test]
    fn sentences_and_headlines_that_end_in_names_are_no_captions() {
        check(
            &[
                "Council Blames Gov. Jane Roe",
                "The mayor lives in a house of the Acme Inc. Jane Roe does not",
                "The Long Fight Over the Old Bridge Is Over. Jane Roe Wins",
                "The council met for four hours on Monday. Nobody spoke but Jane Roe.",
                "Reuters",
                "Ferry/Bridge",
                "The council closed the old bridge. (Source: Harbour Post)",
                "The mayor wrote to a friend (@wendham)",
                "The mayor closed the bridge and the council was not asked [Jane Roe]",
                "The bridge is closed (photo/video).",
                "The council closed the bridge | It was built in 1931",
                "Nobody but the mayor, Ann Poe, is to be seen on the file photo.",
                "Drivers who wait for the ferry must wait for a day (Reuters)",
                "Drivers who wait for the ferry are angry with the council. (Getty Images)",
                "The bridge was closed on Tuesday. Credit Jane Roe with the news",
                "The mayor asks what the people think of the phone called bReuters Two",
                "What happens next - May 02: the council meets.",
                "The ferry takes cars and lorries. It is the way from Norland to Sudland/Ostland",
            ],
            false,
        );
    }
}
