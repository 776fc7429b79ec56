//! What in the file is not the article, and why.
//!
//! Losing a paragraph of the article would read as "the outlet did not state it", so nothing is
//! set aside on one weak sign: a line goes for a phrase that no sentence consists of, a run of
//! lines for its shape together with the heading above it, the end of the file, or its having
//! nothing to do with the article.

use super::byline::is_date_line;
use super::credits::LONGEST_CAPTION;
use super::dateline::{is_place_and_agency, is_place_and_day};
use super::lists;
use super::page::{Block, Page};
use super::phrases::{begins, listed};
use super::shape::Shape;
use super::site::{self, is_signed};
use super::subheads;
use super::teasers;
use crate::model::{BlockRole, Reason};
use crate::text::fold::fold;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// Shorter paragraphs may well be said twice.
const SHORTEST_REPEAT: usize = 5;

/// A line without a stop that stands so often in a file is a label, however short.
const LABEL_REPEATS: usize = 3;

/// A paragraph that stands word by word in another one is a pull quote if it has so many words.
const PULL_QUOTE: RangeInclusive<usize> = 8..=80;

/// The note on the author is at most so long, in paragraphs, with its heading.
const LONGEST_BIO: usize = 3;

/// A line with nothing but a day has at most so many words.
const LONGEST_DAY: usize = 8;

/// Marks every block below the top of the page that is not the article.
pub(super) fn mark(page: &mut Page, byline: Option<&str>, language: Option<&str>) {
    for block in page.blocks.iter_mut().filter(|block| block.is_body()) {
        if let Some(reason) = site::reason(block.text(), &block.shape) {
            block.set_aside(reason);
        } else if is_day(block.text(), &block.shape) {
            block.set_aside(Reason::Boilerplate);
        }
    }
    let above = page
        .blocks
        .iter_mut()
        .take_while(|block| !block.shape.is_prose());
    let dateline = |text: &str| is_place_and_day(text) || is_place_and_agency(text);
    for block in above.filter(|block| block.is_body() && dateline(block.text())) {
        block.set_aside(Reason::Boilerplate);
    }
    captions(page);
    signed(page);
    repeats(page, byline);
    pull_quotes(page);
    lists::mark(page, language);
    teasers::behind(page, language);
    bios(page, byline);
    subheads::mark(page);
}

/// "25 August 2016", and nothing else: below the top of the page the date of something beside the
/// article.
fn is_day(text: &str, shape: &Shape) -> bool {
    shape.words <= LONGEST_DAY
        && shape.key.contains(|c: char| c.is_ascii_digit())
        && is_date_line(text)
}

/// Marks the short lines behind the initials that end an article.
fn signed(page: &mut Page) {
    let Some(at) = page.blocks.iter().rposition(|it| is_signed(it.text())) else {
        return;
    };
    let prose = |blocks: &[Block]| blocks.iter().any(|block| block.shape.is_prose());
    if prose(page.part(0, at)) && !prose(page.from(at)) {
        page.set_aside(at, page.blocks.len(), Reason::AfterEnd);
    }
}

/// Marks the line right above the credit of a picture where blank lines part the two from the rest.
fn captions(page: &mut Page) {
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

/// Marks every block of the body that begins with one of the user's own phrases.
pub(super) fn mark_listed(page: &mut Page, phrases: &[String]) {
    let phrases: Vec<String> = phrases.iter().map(|it| fold(it.trim())).collect();
    let listed = |key: &str| {
        let begins = |phrase: &&String| {
            let rest = key.strip_prefix(phrase.as_str());
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        phrases
            .iter()
            .filter(|it| !it.is_empty())
            .any(|it| begins(&it))
    };
    for block in page.blocks.iter_mut().filter(|block| block.is_body()) {
        if listed(&block.shape.key) {
            block.set_aside(Reason::Boilerplate);
        }
    }
}

/// The block right under the headline of a pasted text.
///
/// Where it says the headline again it is the article's own heading under the title of the page:
/// the first thing that the outlet tells, to be compared like the rest.
fn opening(page: &Page) -> Option<usize> {
    let headline = page
        .blocks
        .iter()
        .position(|block| block.role == BlockRole::Headline)?;
    let next = headline + 1;
    page.blocks
        .get(next)
        .filter(|block| block.is_body() && !page.titled)
        .map(|_| next)
}

/// Marks blocks that stood in the file before.
fn repeats(page: &mut Page, byline: Option<&str>) {
    let keys = |page: &Page, role: BlockRole| -> BTreeSet<String> {
        let blocks = page.blocks.iter().filter(|block| block.role == role);
        blocks.map(|block| block.shape.key.clone()).collect()
    };
    let headlines = keys(page, BlockRole::Headline);
    let opening = opening(page);
    let mut bylines = keys(page, BlockRole::Byline);
    bylines.extend(byline.map(fold));
    let labels = labels(page);
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for (at, block) in page.blocks.iter_mut().enumerate() {
        let key = &block.shape.key;
        let long = block.shape.words >= SHORTEST_REPEAT;
        if block.is_body() && opening != Some(at) {
            if headlines.contains(key) {
                block.set_aside(Reason::RepeatedHeadline);
                continue;
            }
            if bylines.contains(key) {
                block.set_aside(Reason::RepeatedByline);
                continue;
            }
            if (long && seen.contains(key)) || (!block.shape.stop && labels.contains(key)) {
                block.set_aside(Reason::Repeated);
                continue;
            }
        }
        if long {
            seen.insert(key.clone());
        }
    }
}

/// What stands in the file [`LABEL_REPEATS`] times or more.
fn labels(page: &Page) -> BTreeSet<String> {
    let mut keys: Vec<_> = page
        .blocks
        .iter()
        .map(|block| block.shape.key.as_str())
        .collect();
    keys.sort_unstable();
    let runs = keys.chunk_by(|one, other| one == other);
    let often = runs.filter(|run| run.len() >= LABEL_REPEATS);
    often
        .filter_map(|run| run.first().map(|key| (*key).to_owned()))
        .collect()
}

/// Marks paragraphs that stand word by word inside a longer one, all of them or as far as dots cut
/// them off.
fn pull_quotes(page: &mut Page) {
    let marks = |c: char| c.is_whitespace() || c == '"' || c == '\'';
    let body = || (0..).zip(&page.blocks).filter(|(_, block)| block.is_body());
    // By their first words: there are many places to look at, and hardly one begins as a quote does.
    let mut quotes: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for (at, block) in body().filter(|(_, block)| PULL_QUOTE.contains(&block.shape.words)) {
        let key = block
            .shape
            .key
            .trim_end_matches("...")
            .trim_end_matches('…');
        let key = key.trim_matches(marks);
        if let Some((before, word, from_word)) = words(key).next() {
            let quote = (at, block.shape.words, before, from_word);
            quotes.entry(word).or_default().push(quote);
        }
    }
    let mut found = Vec::new();
    for (_, block) in body() {
        for (before, word, from_word) in words(&block.shape.key) {
            let same = quotes.get(word).into_iter().flatten();
            let inside = same.filter(|(_, words, start, rest)| {
                *words < block.shape.words && from_word.starts_with(rest) && before.ends_with(start)
            });
            found.extend(inside.map(|(at, ..)| *at));
        }
    }
    for at in found {
        page.set_aside(at, at + 1, Reason::Repeated);
    }
}

/// The words of `text`, each with what stands before it, and what begins with it.
fn words(text: &str) -> impl Iterator<Item = (&str, &str, &str)> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .filter_map(move |word| {
            let at = word.as_ptr() as usize - text.as_ptr() as usize;
            let (before, from_word) = text.split_at_checked(at)?;
            Some((before, word, from_word))
        })
}

/// Marks what an article ends with to say who wrote it: a paragraph that begins with the author's
/// name, or what stands below "About the author".
fn bios(page: &mut Page, byline: Option<&str>) {
    let author = byline.map(fold);
    let body = || {
        page.blocks
            .iter()
            .enumerate()
            .filter(|(_, block)| block.is_body())
    };
    let before = body().count().saturating_sub(LONGEST_BIO).max(1);
    let mut found = Vec::new();
    for (at, block) in body().skip(before) {
        let key = block.shape.key.as_str();
        let after = author
            .as_ref()
            .and_then(|name| key.strip_prefix(name.as_str()));
        if listed("bio heading", key.trim_end_matches(':')) {
            found.push((at, page.blocks.len(), Reason::AfterEnd));
        } else if after.is_some_and(|after| begins("bio", after.trim_start()).is_some()) {
            found.push((at, at + 1, Reason::Boilerplate));
        }
    }
    for (start, end, reason) in found {
        page.set_aside(start, end, reason);
    }
}

#[cfg(test)]
mod tests {
    use crate::load::article;
    use crate::model::{ArticleId, BlockRole, Reason};

    /// The texts of the blocks that are set aside for `reason`.
    fn aside(text: &str, reason: Reason) -> Vec<String> {
        let article = article(ArticleId(0), "a.txt", None, text.as_bytes()).unwrap();
        let role = BlockRole::Furniture(reason);
        let blocks = article.blocks.iter().filter(|block| block.role == role);
        blocks
            .map(|block| article.slice(block.span).to_owned())
            .collect()
    }

    const STORY: &str = "Council Closes Old Bridge\nJane Roe |\nThe council closed the old bridge \
        over the Wend on Monday after divers found cracks in two of its pillars.\nRepairs would take \
        a year, the engineer Ann Poe told the Gazette. “Nobody was hurt, and nobody will be,” she \
        said.\nThe bridge was built in 1931 and carries nine thousand cars a day.";

    #[test]
    fn headline_and_byline_printed_again() {
        let text = format!("{STORY}\nCouncil closes old bridge\nJane Roe");
        assert_eq!(
            aside(&text, Reason::RepeatedHeadline),
            ["Council closes old bridge"]
        );
        assert_eq!(aside(&text, Reason::RepeatedByline), ["Jane Roe"]);
    }

    #[test]
    fn a_heading_right_under_the_title_is_the_first_thing_told() {
        let (headline, rest) = STORY.split_once('\n').unwrap();
        let text = format!("{headline}\n{headline}\n{rest}");
        assert!(aside(&text, Reason::RepeatedHeadline).is_empty());
    }

    #[test]
    fn paragraphs_printed_twice_and_pull_quotes() {
        let twice = "The bridge was built in 1931 and carries nine thousand cars a day.";
        assert_eq!(
            aside(&format!("{STORY}\n{twice}"), Reason::Repeated),
            [twice]
        );
        let pulled = "“Nobody was hurt, and nobody will be,” she said";
        assert_eq!(
            aside(&format!("{STORY}\n{pulled}"), Reason::Repeated),
            [pulled]
        );
    }

    #[test]
    fn a_paragraph_that_dots_cut_off_stands_in_the_whole_one() {
        for cut in [
            "Repairs would take a year, the engineer Ann Poe told...",
            "Repairs would take a year, the engineer Ann Poe told…",
        ] {
            assert_eq!(aside(&format!("{STORY}\n{cut}"), Reason::Repeated), [cut]);
        }
    }

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
    fn a_quote_in_many_marks_is_not_its_own_repetition() {
        let text = format!("{STORY}\n“Poe, who is against the bridge, called it a “deadly trap.””");
        assert!(aside(&text, Reason::Repeated).is_empty());
    }

    #[test]
    fn notes_on_the_author() {
        let bio = "Jane Roe is a reporter at the Gazette.";
        assert_eq!(
            aside(&format!("{STORY}\n{bio}"), Reason::Boilerplate),
            [bio]
        );
        let text = format!("{STORY}\nAbout the author\nShe has written of bridges since 2009.");
        assert_eq!(aside(&text, Reason::AfterEnd).len(), 2);
        assert!(
            aside(
                &format!("{STORY}\nAnn Poe is an engineer."),
                Reason::Boilerplate
            )
            .is_empty()
        );
    }

    #[test]
    fn labels_between_the_paragraphs() {
        let text = STORY.replace('\n', "\nBridge in pictures\n");
        assert_eq!(aside(&text, Reason::Repeated).len(), 3);
    }

    #[test]
    fn what_stands_behind_the_initials_of_the_writers_is_no_longer_the_article() {
        let text = format!("{STORY}\nJR/ABC\n** A fair is expected next year");
        assert_eq!(
            aside(&text, Reason::AfterEnd),
            ["** A fair is expected next year"]
        );
        let goes_on = STORY.replace("\nRepairs", "\nJR/ABC\nRepairs");
        assert!(aside(&goes_on, Reason::AfterEnd).is_empty());
    }

    #[test]
    fn a_day_between_the_paragraphs_states_nothing() {
        let (first, rest) = STORY.split_once("\nRepairs").unwrap();
        let text = format!("{first}\n25 August 2031\nRepairs{rest}");
        assert_eq!(aside(&text, Reason::Boilerplate), ["25 August 2031"]);
        let told = text.replace("25 August 2031", "It fell on 25 August 2031.");
        assert!(aside(&told, Reason::Boilerplate).is_empty());
    }

    #[test]
    fn what_people_say_twice_stays() {
        let text = format!("{STORY}\n“It is safe.”\nShe waited.\n“It is safe.”");
        assert!(aside(&text, Reason::Repeated).is_empty());
    }
}
