//! Captions that are told by where they stand: above a credit, below the word for a picture, in a
//! gallery.

use crate::load::furniture::leading;
use crate::load::furniture::repeats::SHORTEST_REPEAT;
use crate::load::lines::credits::{LONGEST_CAPTION, LONGEST_CREDIT};
use crate::load::lines::films;
use crate::load::lines::phrases::{begins, listed};
use crate::load::page::shape::bare;
use crate::load::page::{Block, Page};
use crate::model::{BlockRole, Reason};

/// A gallery has at least so many pictures, each with its number, where one paragraph holds them.
const SHORTEST_GALLERY: usize = 3;

/// The caption of a picture in a gallery has at least so many words; an item of a list may have less.
const SHORTEST_CAPTION: usize = 8;

/// Marks captions.
pub(in crate::load) fn mark(page: &mut Page) {
    above_credits(page);
    below_labels(page);
    galleries(page);
    leading::mark(page);
    films::mark(page);
    again(page);
}

/// Marks the line right above the credit of a picture where blank lines part the two from the rest.
fn above_credits(page: &mut Page) {
    let line = |block: &Block| block.paragraph.line;
    let alone = |above: &Block, below: &Block| line(below) > line(above) + 1;
    let found = page.blocks.windows(4).zip(1..).filter(|(four, _)| {
        let [before, caption, credit, after] = four else {
            return false;
        };
        page.lined
            && caption.is_body()
            && caption.shape.words <= LONGEST_CAPTION
            && credit.role == BlockRole::Furniture(Reason::Credit)
            && !alone(caption, credit)
            && alone(before, caption)
            && alone(credit, after)
    });
    let found: Vec<usize> = found.map(|(_, at)| at).collect();
    for at in found {
        page.set_aside(at, at + 1, Reason::Credit);
    }
}

/// Marks a paragraph between the word for a picture, in a line of its own, and the line that credits
/// it: "Photo", caption, "Credit Ann Poe for the Post".
fn below_labels(page: &mut Page) {
    let found = page.blocks.windows(3).zip(0..).filter(|(three, _)| {
        let [label, caption, credit] = three else {
            return false;
        };
        listed("picture", &label.shape.key)
            && caption.shape.words <= LONGEST_CAPTION
            && is_credited(credit)
    });
    let found: Vec<usize> = found.map(|(_, at)| at).collect();
    for at in found {
        page.set_aside(at, at + 3, Reason::Credit);
    }
}

/// "Credit Ann Poe for the Post": below a caption this is no bank.
fn is_credited(block: &Block) -> bool {
    let mut words = bare(block.text()).split_whitespace().skip(1);
    let named = words
        .next()
        .is_some_and(|it| it.starts_with(char::is_uppercase));
    let short = !block.shape.stop && block.shape.words <= LONGEST_CREDIT;
    named && short && begins("credited", &block.shape.key).is_some()
}

/// Marks what says a caption again beside it, without its credit; a paragraph of the article may well
/// be a caption too.
fn again(page: &mut Page) {
    let credit = |block: &Block| block.role == BlockRole::Furniture(Reason::Credit);
    let says = |caption: &Block, block: &Block| {
        let (block, caption) = (&block.shape, credit(caption).then_some(&caption.shape.key));
        let rest = caption.and_then(|caption| caption.strip_prefix(block.key.as_str()));
        let same = rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        same && block.words >= SHORTEST_REPEAT && !block.is_prose()
    };
    let pairs = page.blocks.windows(2).zip(0..);
    let found = pairs.filter_map(|(two, at)| match two {
        [one, other] if other.is_body() && says(one, other) => Some(at + 1),
        [one, other] if one.is_body() && says(other, one) => Some(at),
        _ => None,
    });
    let found: Vec<usize> = found.collect();
    for at in found {
        page.set_aside(at, at + 1, Reason::Repeated);
    }
}

/// Marks captions that number the pictures of a gallery, "1/8 Divers leave the bridge", each in its
/// paragraph or all in one, and the lines above them that name it.
fn galleries(page: &mut Page) {
    let mut at = 0;
    while at < page.blocks.len() {
        let (len, all) = gallery(page, at);
        if len > 0 {
            page.set_aside(at, at + len, Reason::Credit);
            entitled(page, at, &all);
        }
        at += len.max(1);
    }
}

/// How many blocks from `at` on hold the captions of one gallery, and how many pictures it has.
fn gallery(page: &Page, at: usize) -> (usize, String) {
    let caption = |it: &&Block| it.is_body() || it.role == BlockRole::Furniture(Reason::Credit);
    let Some(block) = page.blocks.get(at).filter(caption) else {
        return (0, String::new());
    };
    if let Some(all) = strung(block.text()) {
        return (1, all.to_owned());
    }
    let first = numbered(block.text()).filter(|(number, _)| *number == 1);
    let Some((mut last, all)) = first else {
        return (0, String::new());
    };
    let captions = page.from(at).iter().enumerate().skip(1);
    let captions = captions.map_while(|(place, block)| {
        let (number, of) = numbered(block.text())?;
        let next = block.shape.words >= SHORTEST_CAPTION && of == all && number > last;
        last = number;
        next.then_some(place)
    });
    let len = captions.last().map_or(0, |place| place + 1);
    (len, all.to_owned())
}

/// The number of a picture, and how many there are: "2/8" before a word that begins anew.
fn numbered(text: &str) -> Option<(usize, &str)> {
    let (number, rest) = text.split_once(' ')?;
    let (one, all) = number.split_once('/')?;
    let (one, of): (usize, usize) = (one.parse().ok()?, all.parse().ok()?);
    ((1..=of).contains(&one) && !rest.starts_with(char::is_lowercase)).then_some((one, all))
}

/// How many pictures there are where one paragraph strings together the captions of a gallery.
fn strung(text: &str) -> Option<&str> {
    let places = text.match_indices(' ').map(|(at, _)| at + 1);
    let places = std::iter::once(0).chain(places);
    let mut numbers = places.filter_map(|at| numbered(text.get(at..)?));
    let (_, all) = numbers.find(|(number, _)| *number == 1)?;
    let next = numbers.filter(|(_, of)| *of == all).zip(2..);
    let strung = next
        .take_while(|((number, _), next)| number == next)
        .count()
        + 1;
    (strung >= SHORTEST_GALLERY).then_some(all)
}

/// Marks the lines that name the gallery at `at`: "8 show all Bridge in pictures", and the same
/// without the number.
fn entitled(page: &mut Page, at: usize, all: &str) {
    let title = |block: &Block| block.is_body() && !block.shape.stop;
    let [rest @ .., last] = page.part(0, at) else {
        return;
    };
    if !title(last) || last.text().split(' ').all(|word| word != all) {
        return;
    }
    let twice = rest
        .last()
        .is_some_and(|it| title(it) && last.shape.key.ends_with(&it.shape.key));
    page.set_aside(at - 1 - usize::from(twice), at, Reason::Credit);
}

#[cfg(test)]
mod tests {
    use crate::load::furniture::tests::{STORY, aside};
    use crate::model::Reason;

    #[test]
    fn the_line_right_above_a_credit_is_its_caption() {
        let caption =
            "Divers come out of the Wend on Monday, and the mayor, Ann Poe, waits for them.";
        let (first, rest) = STORY.split_once("\nRepairs").unwrap();
        let parted = |credit: &str| {
            let text = format!("{first}\n{caption}\n{credit}\nRepairs{rest}");
            let text = text.replace('\n', "\n\n");
            text.replace(&format!("{caption}\n\n"), &format!("{caption}\n"))
        };
        let credit = "John Doe/Harbour Post";
        assert_eq!(aside(&parted(credit), Reason::Credit), [caption, credit]);
        assert!(aside(&parted("She was glad."), Reason::Credit).is_empty());
        let lines = format!("{first}\n{caption}\n{credit}\nRepairs{rest}");
        assert_eq!(aside(&lines, Reason::Credit), [credit]);
    }

    #[test]
    fn a_paragraph_between_the_word_for_a_picture_and_its_credit_is_a_caption() {
        let (first, rest) = STORY.split_once("\nRepairs").unwrap();
        let caption = "Ann Poe cleared the way to the bridge where she works early on Sunday.";
        let picture = ["Photo", caption, "Credit Jane Roe for The Wendham Post"];
        let text = format!("{first}\n{}\nRepairs{rest}", picture.join("\n"));
        assert_eq!(aside(&text, Reason::Credit), picture);
        let banks = text.replace("Credit Jane Roe for", "Credit is what the town needs, said");
        assert_eq!(aside(&banks, Reason::Credit), ["Photo"]);
    }

    #[test]
    fn a_caption_that_stands_again_beside_itself_without_its_credit() {
        let caption = "CLOSED. No car leaves Wendham now. Photo by Jane Roe / Harbour Post / AFP";
        let again = "CLOSED. No car leaves Wendham now.";
        let with = |lines: &str| STORY.replace("\nRepairs", &format!("\n{lines}\nRepairs"));
        let text = with(&format!("{caption}\n{again}"));
        assert_eq!(aside(&text, Reason::Repeated), [again]);
        let other = with(&format!("{caption}\nCLOSED. No car leaves Wendham today."));
        assert!(aside(&other, Reason::Repeated).is_empty());
    }

    #[test]
    fn the_numbered_captions_of_a_gallery() {
        let (first, rest) = STORY.split_once("\nRepairs").unwrap();
        let gallery = [
            "Wendham: A Town and Its Bridge",
            "9 show all Wendham: A Town and Its Bridge",
            "1/9 1931 The bridge is opened by the mayor of that time. Many came to see it.",
            "2/9 2009 A woman waits for the ferry, since the bridge is closed. Jane Roe",
            "5/9 2030 Divers are seen below the bridge for the first time. Jane Roe",
        ];
        let with = |lines: &str| format!("{first}\n{lines}\nRepairs{rest}");
        assert_eq!(aside(&with(&gallery.join("\n")), Reason::Credit), gallery);
        let strung = "Bridge 9 show all Bridge 1/9 The bridge lies in the Wend Jane Roe 2/9 Divers \
                      come John Doe/Post 3/9 40 people watch";
        assert_eq!(aside(&with(strung), Reason::Credit), [strung]);
        for told in [
            "1/2 of the town came to the ferry on Monday, and it was full all day long.\n\
             2/2 of them waited for more than four hours until it came, the captain said.",
            "1/12 Roe\n2/12 Doe\n3/12 Poe",
            "Roe won 1/3 The Mill, 2/3 The Mill and no more of the three games, she said.",
        ] {
            assert!(aside(&with(told), Reason::Credit).is_empty(), "{told}");
        }
    }
}
