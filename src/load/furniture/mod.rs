//! What in the file is not the article, and why.
//!
//! Losing a paragraph of the article would read as "the outlet did not state it", so nothing is
//! set aside on one weak sign: a line goes for a phrase that no sentence consists of, a run of
//! lines for its shape together with the heading above it, the end of the file, or its having
//! nothing to do with the article.

mod captions;
mod leading;
mod lists;
mod repeats;
mod subheads;
mod teasers;
mod told;

use crate::load::head::dateline::{is_place_and_agency, is_place_and_day};
use crate::load::lines::byline::is_date_line;
use crate::load::lines::phrases::{begins, listed};
use crate::load::lines::site::{self, is_contact, is_signed};
use crate::load::page::shape::Shape;
use crate::load::page::{Block, Page};
use crate::model::Reason;
use crate::text::fold::fold;

/// The note on the author is at most so long, in paragraphs, with its heading.
const LONGEST_BIO: usize = 3;

/// A line with nothing but a day has at most so many words.
const LONGEST_DAY: usize = 8;

/// Marks every block below the top of the page that is not the article.
pub(in crate::load) fn mark(page: &mut Page, byline: Option<&str>, language: Option<&str>) {
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
    polls(page);
    captions::mark(page);
    signed(page);
    addresses(page);
    repeats::mark(page, byline);
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

/// Marks a question to the readers between the heading of such and what shows how others answered.
fn polls(page: &mut Page) {
    let found = page.blocks.windows(3).zip(0..).filter(|(three, _)| {
        let [heading, question, answers] = three else {
            return false;
        };
        listed("poll", heading.shape.key.trim_end_matches(':'))
            && question.shape.asks
            && listed("poll answers", &answers.shape.key)
    });
    let found: Vec<usize> = found.map(|(_, at)| at).collect();
    for at in found {
        page.set_aside(at, at + 3, Reason::Boilerplate);
    }
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

/// Marks the addresses of its writer that an article ends with; what a colon leads to is told.
fn addresses(page: &mut Page) {
    let aside = |block: &&Block| !block.is_body() || is_contact(block.text(), &block.shape);
    let tail = page.blocks.iter().rev().take_while(aside).count();
    let start = page.blocks.len() - tail;
    let introduced = page.part(start.saturating_sub(1), start);
    if !introduced.iter().any(|block| block.shape.colon) {
        page.set_aside(start, page.blocks.len(), Reason::Boilerplate);
    }
}

/// Marks every block of the body that begins with one of the user's own phrases.
pub(in crate::load) fn mark_listed(page: &mut Page, phrases: &[String]) {
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
pub(in crate::load) mod tests {
    use crate::load::article;
    use crate::model::{ArticleId, BlockRole, Reason};

    /// The texts of the blocks that are set aside for `reason`.
    pub(in crate::load) fn aside(text: &str, reason: Reason) -> Vec<String> {
        let article = article(ArticleId(0), "a.txt", None, text.as_bytes()).unwrap();
        let role = BlockRole::Furniture(reason);
        let blocks = article.blocks.iter().filter(|block| block.role == role);
        blocks
            .map(|block| article.slice(block.span).to_owned())
            .collect()
    }

    pub(in crate::load) const STORY: &str = "Council Closes Old Bridge\nJane Roe |\nThe council closed the old bridge \
        over the Wend on Monday after divers found cracks in two of its pillars.\nRepairs would take \
        a year, the engineer Ann Poe told the Gazette. “Nobody was hurt, and nobody will be,” she \
        said.\nThe bridge was built in 1931 and carries nine thousand cars a day.";

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
    fn addresses_at_the_end_are_the_writers() {
        let own = [
            "Jane Roe can be reached at jane.roe@post.example.",
            "Network: @ JaneRoe",
            "jane.roe@post.example",
        ];
        let text = format!("{STORY}\n\n{}", own.join("\n\n"));
        assert_eq!(aside(&text, Reason::Boilerplate), own);
        let told = format!("{STORY}\nDrivers may write to:\nferry@wendham.example");
        assert!(aside(&told, Reason::Boilerplate).is_empty());
        let between = STORY.replace("\nRepairs", "\nferry@wendham.example\nRepairs");
        assert!(aside(&between, Reason::Boilerplate).is_empty());
    }

    #[test]
    fn a_question_to_the_readers_is_not_the_articles() {
        let (first, rest) = STORY.split_once("\nRepairs").unwrap();
        let poll = [
            "Question of the Day",
            "Should the bridge be closed?",
            "View results",
        ];
        let text = format!("{first}\n{}\nRepairs{rest}", poll.join("\n"));
        assert_eq!(aside(&text, Reason::Boilerplate), poll);
        let asked = text.replace("View results", "Nobody knows.");
        assert!(aside(&asked, Reason::Boilerplate).is_empty());
    }

    #[test]
    fn a_day_between_the_paragraphs_states_nothing() {
        let (first, rest) = STORY.split_once("\nRepairs").unwrap();
        let text = format!("{first}\n25 August 2031\nRepairs{rest}");
        assert_eq!(aside(&text, Reason::Boilerplate), ["25 August 2031"]);
        let told = text.replace("25 August 2031", "It fell on 25 August 2031.");
        assert!(aside(&told, Reason::Boilerplate).is_empty());
    }
}
