//! Datelines that stand in a paragraph of their own: "BOSTON (AP) —".

use crate::load::lines::byline;
use crate::load::lines::phrases::listed;
use crate::load::lines::site;
use crate::load::lines::written;
use crate::load::page::shape::Shape;
use crate::load::raw::{Kind, Paragraph};
use crate::text::fold::fold;

/// A dateline has at most so many words.
const LONGEST: usize = 9;

/// One that ends in a colon, as labels do, has at most so many words.
const LONGEST_LABEL: usize = 3;

/// One that ends in a colon stands among so many paragraphs at the top, above all running text;
/// further below it is a heading, or says who speaks.
const TOP: usize = 14;

const DASHES: [char; 5] = ['—', '–', '―', '-', '−'];

/// Joins every paragraph that is nothing but a dateline with the one below it, which it opens.
///
/// A dateline belongs to the article, but it is no sentence: what the outlet states begins behind
/// it.
pub(in crate::load) fn join(paragraphs: &mut Vec<Paragraph>) {
    let mut rest = std::mem::take(paragraphs).into_iter().peekable();
    while let Some(mut paragraph) = rest.next() {
        let prose = |it: &Paragraph| {
            let shape = Shape::new(&it.text);
            shape.is_prose() && site::reason(&it.text, &shape).is_none()
        };
        let top = paragraphs.len() < TOP && paragraph.text.ends_with(':');
        let top = top && !paragraphs.iter().any(prose);
        if let Some(next) = rest.next_if(|next| opens(&paragraph, next, top)) {
            paragraph.text.extend([" ", &next.text]);
        }
        paragraphs.push(paragraph);
    }
}

/// Whether `line` is the dateline of `next`; the dash may stand in either.
fn opens(line: &Paragraph, next: &Paragraph, top: bool) -> bool {
    let before = line.text.trim_end_matches(DASHES);
    let after = next.text.trim_start_matches(DASHES);
    let dashed = before.len() < line.text.len() || after.len() < next.text.len();
    let label = before.strip_suffix(':').filter(|_| top && !dashed);
    let place = match label {
        Some(label) => is_place(label, LONGEST_LABEL),
        None => dashed && is_place(before, LONGEST),
    };
    place
        && [line, next].iter().all(|it| it.kind == Kind::Text)
        && !byline::is_prefixed(&line.text)
        && Shape::new(after).is_prose()
}

/// Whether `text` is a place and a day and nothing else, perhaps with an agency: "Corda – Alderholt,
/// 13 October".
pub(in crate::load) fn is_place_and_day(text: &str) -> bool {
    let Some((place, day)) = text.rsplit_once(", ") else {
        return false;
    };
    written::is_day(day) && is_place(place, LONGEST)
}

/// Whether `text` is a place and an agency and nothing else: "WENDHAM – Reuters".
pub(in crate::load) fn is_place_and_agency(text: &str) -> bool {
    let dashes = DASHES.map(|dash| format!(" {dash} "));
    let mut parts = dashes
        .iter()
        .filter_map(|dash| text.split_once(dash.as_str()));
    let agency = |text: &str| listed("agency", &fold(text));
    parts.any(|(one, other)| {
        agency(other) && is_place(one, LONGEST_LABEL)
            || agency(one) && is_place(other, LONGEST_LABEL)
    })
}

/// Whether `text` could name a place, a day and an agency: words with capitals, but for months,
/// small words inside names, and what stands in brackets.
fn is_place(text: &str, longest: usize) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let named = |word: &&str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.starts_with('(')
            || !bare.starts_with(char::is_lowercase)
            || byline::BETWEEN.contains(&bare)
            || written::is_month(bare)
    };
    let begins = |word: &&str| word.starts_with(char::is_uppercase);
    let stops = |c: char| "!?;\"“”„«»|".contains(c);
    (1..=longest).contains(&words.len())
        && words.first().is_some_and(begins)
        && words.iter().all(named)
        && !text.contains(stops)
}

#[cfg(test)]
mod tests {
    use crate::load::article;
    use crate::model::{Article, ArticleId};

    const LEAD: &str = "The council closed the old bridge over the Wend on Monday after divers \
                        found cracks in two of its pillars.";

    fn read(name: &str, text: &str) -> Article {
        article(ArticleId(0), name, None, text.as_bytes()).unwrap()
    }

    /// The first sentence below a headline.
    fn first(top: &str) -> String {
        let article = read(
            "a.txt",
            &format!("Old bridge is closed\n\n{top}\n\n{LEAD}\n"),
        );
        assert_eq!(article.headline(), Some("Old bridge is closed"), "{top}");
        article.sentence(0).to_owned()
    }

    #[test]
    fn a_dateline_alone_opens_the_paragraph_below_it() {
        for line in [
            "WENDHAM —",
            "WENDHAM, Norland (AP) --",
            "Wendham (dpa) -",
            "NEW WENDHAM, May 2, 2031 —",
            "WENDHAM, 2 de mayo (EFE) –",
            "Wendham:",
        ] {
            assert_eq!(first(line), format!("{line} {LEAD}"));
        }
        let dashed = format!("Old bridge is closed\n\nWENDHAM (AP)\n\n— {LEAD}\n");
        let article = read("a.txt", &dashed);
        assert_eq!(article.sentence(0), format!("WENDHAM (AP) — {LEAD}"));
        let caption = "File photo: The old bridge over the Wend, which the council wants to close.";
        let captioned = format!("Old bridge is closed\n\n{caption}\nWendham:\n{LEAD}\n");
        let article = read("a.txt", &captioned);
        assert_eq!(article.sentence(0), format!("Wendham: {LEAD}"));
    }

    #[test]
    fn a_place_and_a_day_alone_are_set_aside() {
        for line in [
            "WENDHAM – Reuters",
            "Norland Press – Wendham, 13 October",
            "WENDHAM, May 2",
            "Wendham, 2. Mai",
        ] {
            assert_eq!(first(line), LEAD, "{line}");
        }
        for line in [
            "They left Wendham, 13 in all",
            "Wendham, May and June",
            "They left – Reuters",
        ] {
            assert_eq!(first(line), line);
        }
    }

    #[test]
    fn pages_and_texts_are_read_alike() {
        let page = format!(
            "<!doctype html><title>Old bridge is closed</title><main><h1>Old bridge is closed</h1>\
             <p><b>WENDHAM —</b></p><p>{LEAD}</p><p>Repairs would take a year, the engineer Ann Poe \
             told reporters on Tuesday, and the town has no money for them.</p></main>"
        );
        assert_eq!(
            read("a.html", &page).sentence(0),
            format!("WENDHAM — {LEAD}")
        );
    }

    #[test]
    fn other_short_lines_stay_alone() {
        for line in [
            "What the divers found:",
            "He waited —",
            "“No,” Roe said —",
            "Wendham",
        ] {
            assert_eq!(first(line), line);
        }
        let below = read(
            "a.txt",
            &format!("Bridge closed\n\nBy Jane Roe —\n\n{LEAD}\n"),
        );
        assert_eq!(below.sentence(0), LEAD);
    }
}
