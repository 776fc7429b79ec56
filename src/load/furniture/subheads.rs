//! Headings inside the article: they name what the next paragraphs tell, and state nothing.

use crate::load::lines::phrases;
use crate::load::page::{Block, Page};
use crate::load::raw::Kind;
use crate::model::Reason;

/// A subheading has at most so many words; a longer line may be a paragraph without its stop.
pub(in crate::load) const LONGEST: usize = 8;

/// So many questions in lines of their own make an interview, to which they belong.
const INTERVIEW: usize = 3;

/// Marks every short line without a stop that stands between full paragraphs, or behind the last; and
/// one in capitals, which may be longer.
pub(in crate::load) fn mark(page: &mut Page) {
    agencies(page);
    let body: Vec<(usize, &Block)> = (0..)
        .zip(&page.blocks)
        .filter(|(_, block)| block.is_body())
        .collect();
    let questions = body.iter().filter(|(_, block)| is_question(block)).count();
    let mut begun = false;
    let mut found = Vec::new();
    for (place, (at, block)) in body.iter().enumerate() {
        let beside = |place: usize| body.get(place).map(|(_, block)| *block);
        let before = place.checked_sub(1).and_then(beside);
        let ended = before.is_some_and(|before| before.shape.stop && !before.shape.bullet);
        let leads = beside(place + 1).is_none_or(is_paragraph);
        let asks = is_question(block) && questions < INTERVIEW && !answered(beside(place + 1));
        let told = is_marked(block) && !beside(place + 1).is_some_and(goes_on_alone);
        if begun && ended && leads && !told && is_short(block) && (block.shape.is_open() || asks) {
            found.push(*at);
        }
        begun |= block.shape.is_prose();
    }
    for at in found {
        page.set_aside(at, at + 1, Reason::Subheading);
    }
}

/// Marks agencies in lines of their own behind the beginning: what is left of the credit of a picture.
fn agencies(page: &mut Page) {
    let begun = page
        .blocks
        .iter()
        .position(|it| it.is_body() && it.shape.is_prose());
    let agency = |block: &Block| block.is_body() && phrases::listed("agency", &block.shape.key);
    let found = (0..)
        .zip(&page.blocks)
        .skip(begun.unwrap_or(page.blocks.len()));
    let found = found.filter(|(_, block)| agency(block)).map(|(at, _)| at);
    for at in found.collect::<Vec<usize>>() {
        page.set_aside(at, at + 1, Reason::Credit);
    }
}

/// A few words that begin with a capital or a number. What begins with a quotation mark is said, but
/// where the line is one marked phrase without a stop.
fn is_short(block: &Block) -> bool {
    let shape = &block.shape;
    block.paragraph.kind == Kind::Text
        && shape.is_title()
        && (shape.words <= LONGEST || is_shouted(block.text()))
        && !shape.bullet
        && !shape.bar
        && (block.text().starts_with(char::is_alphanumeric) || is_marked(block))
}

fn is_shouted(text: &str) -> bool {
    text.contains(char::is_uppercase) && !text.contains(char::is_lowercase)
}

/// Whether a line is words between one pair of marks and nothing else.
fn is_marked(block: &Block) -> bool {
    const PAIRS: [(char, char); 6] = [
        ('“', '”'),
        ('‘', '’'),
        ('"', '"'),
        ('\'', '\''),
        ('„', '“'),
        ('«', '»'),
    ];
    PAIRS.iter().any(|(opening, closing)| {
        let inside = block.text().strip_prefix(*opening);
        let inside = inside.and_then(|rest| rest.strip_suffix(*closing));
        inside.is_some_and(|words| {
            let ends = [words.chars().next(), words.chars().next_back()];
            let plain = ends.iter().all(|c| c.is_some_and(char::is_alphanumeric));
            plain && !words.contains(['“', '”', '"', '‘', '«'])
        })
    })
}

/// Whether the paragraph behind a marked line does not speak of it: "That is how he put it".
fn goes_on_alone(next: &Block) -> bool {
    phrases::begins("points back", &next.shape.key).is_none()
}

fn is_question(block: &Block) -> bool {
    block.text().ends_with('?') && block.shape.words <= LONGEST
}

/// Whether a subheading may stand above `block`.
fn is_paragraph(block: &Block) -> bool {
    let shape = &block.shape;
    // A paragraph may end in "U.S.".
    let shortened = shape.words > 2 * LONGEST && shape.key.ends_with('.');
    shape.is_prose() || shape.capital && (shape.stop || shortened) && !shape.asks && !shape.bullet
}

/// Whether what somebody says follows a question: it was put to him.
fn answered(next: Option<&Block>) -> bool {
    next.is_some_and(|next| !next.text().starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use crate::load::article;
    use crate::model::{ArticleId, BlockRole, Reason};

    const ONE: &str = "The council closed the old bridge over the Wend on Monday after divers found \
                       cracks in two of its pillars.";
    const TWO: &str = "Repairs would take a year and cost 4.2 million crowns, the engineer John Doe \
                       told reporters.";

    /// What of these lines, below a headline, is taken for a subheading.
    fn aside(lines: &[&str]) -> Vec<String> {
        let text = [&["Council Closes Old Bridge"], lines]
            .concat()
            .join("\n\n");
        let article = article(ArticleId(0), "a.txt", None, text.as_bytes()).unwrap();
        let role = BlockRole::Furniture(Reason::Subheading);
        let blocks = article.blocks.iter().filter(|block| block.role == role);
        blocks
            .map(|block| article.slice(block.span).to_owned())
            .collect()
    }

    #[test]
    fn short_lines_between_paragraphs_are_headings() {
        for line in [
            "History",
            "What the mayor says",
            "Council moves to close bridge",
            "Who pays?",
            "“A deadly trap”",
            "'I'm in a trap'",
        ] {
            assert_eq!(aside(&[ONE, line, TWO]), [line]);
        }
        let state = "Repairs would take a year and cost as much as the whole bridge that was built \
                     of stone in the north of the U.S.";
        assert_eq!(aside(&[ONE, "History", state]), ["History"]);
        assert_eq!(aside(&[ONE, "Bridges & Ferries"]), ["Bridges & Ferries"]);
    }

    #[test]
    fn a_long_line_in_capitals_is_a_heading_too_and_an_agency_above_it_a_credit() {
        let loud = "MAYOR SAYS THAT ALL OF THE TOWN IS 'READY' TO CLOSE THE OLD BRIDGE";
        assert_eq!(aside(&[ONE, loud, TWO]), [loud]);
        let low = "Mayor says that all of the town is 'ready' to close the old bridge";
        assert!(aside(&[ONE, low, TWO]).is_empty());
        assert_eq!(
            aside(&[ONE, "ASSOCIATED PRESS", "CRACKS FOUND", TWO]),
            ["CRACKS FOUND"]
        );
    }

    #[test]
    fn other_short_lines_are_told() {
        for lines in [
            ["Divers found cracks", ONE, TWO],
            [ONE, "“A deadly trap.”", TWO],
            [ONE, "“A deadly trap,” he said", TWO],
            [ONE, TWO, "“A deadly trap”"],
            [
                ONE,
                "“A deadly trap”",
                "That’s how Ann Poe, who has led the divers of Wendham since 1998, put it on Monday.",
            ],
            [ONE, "It is closed.", TWO],
            [ONE, "It is closed until 5 a.m.", TWO],
            [
                ONE,
                "And why?",
                "“There are cracks in two of its pillars, and the third is old.”",
            ],
            [
                ONE,
                "The divers were:",
                "Ann Poe and the two sons of John Doe, of Wendham.",
            ],
            [
                "The divers were:",
                "Ann Poe",
                "John Doe of the Wendham divers, and nobody else in all of it.",
            ],
            [ONE, "- Two cracked pillars", TWO],
        ] {
            assert!(aside(&lines).is_empty(), "{lines:?}");
        }
    }

    #[test]
    fn the_questions_of_an_interview_stay() {
        let answer =
            "We found cracks in two of the pillars, and the third one is very old as well.";
        let talk = ["Why now?", answer, "Who pays?", answer, "And you?", answer];
        let lines = [&[ONE], &talk[..]].concat();
        assert!(aside(&lines).is_empty());
    }
}
