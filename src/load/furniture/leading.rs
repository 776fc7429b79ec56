//! Captions behind their credit, which stands in front: "Getty Images The ferry lies in the harbour".

use crate::load::lines::byline::is_name;
use crate::load::lines::credits::{LONGEST_CAPTION, SMALL_WORDS, small_words};
use crate::load::lines::phrases::listed;
use crate::load::page::shape::bare;
use crate::load::page::{Block, Page};
use crate::model::Reason;
use crate::text::fold::fold;

/// The name of an agency has at most so many words.
const LONGEST_AGENCY: usize = 3;

/// So many lines that begin with an agency and somebody's name are captions; one may be a subheading
/// on the agency's own people.
const SEVERAL: usize = 2;

/// How sure it is that a text is a caption behind its credit.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Led {
    /// Only beside others: "Getty Images Roe leaves the ferry that brought her".
    Perhaps,
    /// By its form: "Getty Images The ferry that brought her lies in the harbour".
    Surely,
    /// Below a paragraph of the article; above it the same says who wrote it: "Ann Poe / Reuters The
    /// ferry lies in the harbour."
    Below,
}

/// Marks captions behind their credits.
pub(in crate::load) fn mark(page: &mut Page) {
    let body = (0..).zip(&page.blocks).filter(|(_, it)| it.is_body());
    let found: Vec<(usize, Led)> = body
        .filter_map(|(at, block)| Some((at, led(block)?)))
        .collect();
    let begun = page
        .blocks
        .iter()
        .position(|it| it.is_body() && it.shape.is_prose());
    let several = found.len() >= SEVERAL;
    for (at, led) in found {
        let is_caption = match led {
            Led::Perhaps => several,
            Led::Surely => true,
            Led::Below => begun.is_some_and(|begun| begun < at),
        };
        if is_caption {
            page.set_aside(at, at + 1, Reason::Credit);
        }
    }
}

/// Whether `block` is such a caption.
fn led(block: &Block) -> Option<Led> {
    if block.shape.words > LONGEST_CAPTION {
        return None;
    }
    let text = bare(block.text());
    let (before, named) = text.split_once('/').unwrap_or(("", text));
    let signed = is_name(before.trim());
    let (agency, rest) = agency(if signed { named.trim_start() } else { text })?;
    let first = rest.split(' ').next().unwrap_or_default();
    if !first.starts_with(char::is_uppercase) || small_words(rest) < SMALL_WORDS {
        return None;
    }
    if signed {
        return Some(Led::Below);
    }
    let begins = agency.contains(':') || listed("caption word", &fold(first));
    (!block.shape.stop).then_some(if begins { Led::Surely } else { Led::Perhaps })
}

/// The agency, or the two that a colon joins ("AP:Associated Press"), with which `text` begins, and
/// what stands behind it.
fn agency(text: &str) -> Option<(&str, &str)> {
    let ends = text.match_indices(' ').map(|(at, _)| at);
    let named = |agency: &str| {
        agency.starts_with(char::is_uppercase)
            && fold(agency).split(':').all(|it| listed("credit end", it))
    };
    let parts = ends
        .take(LONGEST_AGENCY)
        .filter_map(|at| text.split_at_checked(at));
    let longest = parts.filter(|(agency, _)| named(agency)).last();
    longest.map(|(agency, rest)| (agency, rest.trim_start()))
}

#[cfg(test)]
mod tests {
    use crate::load::furniture::tests::{STORY, aside};
    use crate::model::Reason;

    /// What is set aside as captions where `lines` stand between the paragraphs.
    fn captions(lines: &[&str]) -> Vec<String> {
        let text = STORY.replace("\nRepairs", &format!("\n{}\nRepairs", lines.join("\n")));
        aside(&text, Reason::Credit)
    }

    #[test]
    fn a_caption_behind_the_agency_that_took_its_picture() {
        let surely = "Getty Images The ferry lies in the harbour of Wendham and waits for the cars";
        let joined = "AP:Associated Press Ann Poe waves to the drivers who wait for the ferry";
        let named = "Getty Images Poe looks at the bridge that she wants to be closed";
        let two = "Getty Images Poe weeps as she leaves the bridge Getty Images The drivers wait";
        assert_eq!(captions(&[surely]), [surely]);
        assert_eq!(captions(&[joined]), [joined]);
        assert_eq!(captions(&[named, two]), [named, two]);
        assert!(captions(&[named]).is_empty());
        for told in [
            "Getty Images The Agency Sues the Town",
            "Reuters The council closed the old bridge on Monday and it will not be opened again.",
            "Getty Images chief says that the pictures of the bridge are not for sale",
        ] {
            assert!(captions(&[told, told]).is_empty(), "{told}");
        }
    }

    #[test]
    fn a_photographer_and_an_agency_lead_to_a_caption_below_the_lead() {
        let caption = "Jane Roe / Reuters Divers are seen at the bridge on the day after it fell.";
        assert_eq!(captions(&[caption]), [caption]);
        let (_, rest) = STORY.split_once("Jane Roe |\nThe").unwrap();
        let lead = format!("Council Closes Old Bridge\nJane Roe / Reuters The{rest}");
        assert!(aside(&lead, Reason::Credit).is_empty());
    }
}
