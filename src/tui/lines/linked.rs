//! What is known of a link: what speaks for it, and how the two sentences differ.

use super::role::Role;
use super::styled::Styled;
use super::wording;
use crate::model::{Link, LinkVerdict};
use crate::text::diff::{Change, Op};
use crate::tui::state::{Model, unusual};

/// How many changed words a link lists.
const CHANGES: usize = 8;

/// The verdict of a link in a word.
pub(super) const fn word(verdict: LinkVerdict) -> &'static str {
    match verdict {
        LinkVerdict::Agree => "agree",
        LinkVerdict::Diverge => "diverge",
        LinkVerdict::Unsure => "unsure",
    }
}

/// What speaks for a link, each with its share of the score.
pub(super) fn weights(model: &Model, link: &Link) -> Styled {
    let mut text = Styled::of("weighed:", Role::Quiet);
    for (n, evidence) in link.evidence.iter().enumerate() {
        let lead = if n == 0 {
            String::new()
        } else {
            format!(" {}", model.signs.dot)
        };
        let piece = format!("{lead} {} {:.2}", evidence.text, evidence.weight);
        text.push(&piece, Role::Quiet);
    }
    text
}

/// The words that two linked sentences give differently.
pub(super) fn differences(model: &Model, link: &Link) -> Styled {
    let (a, b) = (model.story.sentence(link.a), model.story.sentence(link.b));
    let look = wording::compare(model, link.a.article, a, b);
    if wording::is_free(&look) {
        let shared = (look.shared * 100.0).round();
        return Styled::of(
            &format!("worded freely: {shared} % of the letters shared"),
            Role::Quiet,
        );
    }
    let mut text = Styled::default();
    let changes = look.changes.iter().filter(|it| it.op != Op::Equal);
    for (n, change) in changes.clone().enumerate().take(CHANGES) {
        let lead = if n == 0 {
            "differs: ".to_owned()
        } else {
            format!(" {} ", model.signs.dot)
        };
        text.push(&lead, Role::Quiet);
        let parts = model.lens.parts(*change, a, b);
        let (was, is) = (
            side(&parts, |part| part.a.of(a)),
            side(&parts, |part| part.b.of(b)),
        );
        if was.is_empty() {
            text.push("with ", Role::Quiet);
        } else if is.is_empty() {
            text.push("without ", Role::Quiet);
        }
        let both = !was.is_empty() && !is.is_empty();
        text.append(was);
        if both {
            text.push(&format!(" {} ", model.signs.arrow), Role::Quiet);
        }
        text.append(is);
    }
    let more = changes.count().saturating_sub(CHANGES);
    if more > 0 {
        text.push(&format!(" and {more} more"), Role::Quiet);
    }
    if text.is_empty() {
        let same = match unusual(model.lens) {
            unusual if unusual.is_empty() => "word for word the same".to_owned(),
            unusual => format!("word for word the same ({unusual})"),
        };
        text.push(&same, Role::Quiet);
    }
    text
}

/// What one text has of a change, with what the other lacks of it in full strength.
fn side<'a>(parts: &[Change], of: impl Fn(&Change) -> &'a str) -> Styled {
    let mut text = Styled::default();
    for part in parts {
        let role = if part.op == Op::Equal {
            Role::Text
        } else {
            Role::Differs
        };
        let words = of(part);
        let alone = parts.len() == 1;
        text.push(if alone { bare(words) } else { words }, role);
    }
    text
}

/// Words without the space and the comma at their ends, unless there is nothing else.
fn bare(words: &str) -> &str {
    let bare = words.trim_matches([' ', ',']);
    if bare.is_empty() { words.trim() } else { bare }
}
