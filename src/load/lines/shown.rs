//! Captions that say who stands where in the picture.

use crate::load::lines::byline::is_name;
use crate::load::lines::phrases::begins;
use crate::load::page::shape::{Shape, bare};

/// Where somebody stands in a picture.
const LEFT: &str = "(L)";
const RIGHT: &str = "(R)";

/// Whether `text` says who stands where: "From left, Ann Poe, Piet Roe and Mara Quist look on",
/// "Ann Poe (L) and Piet Roe (R) look on", "Ann Poe (L) and Piet Roe".
pub(in crate::load) fn is_caption(text: &str, shape: &Shape) -> bool {
    let text = bare(text);
    is_ordered(text, &shape.key) || is_marked(text) || !shape.stop && are_persons(text)
}

/// Whether it begins with the order and goes on with the names of two.
fn is_ordered(text: &str, key: &str) -> bool {
    let Some(order) = begins("caption order", key) else {
        return false;
    };
    let skipped = order.split(' ').count();
    let rest: Vec<&str> = text.split_whitespace().skip(skipped - 1).collect();
    let Some((last, rest)) = rest.split_first() else {
        return false;
    };
    let rest = rest.join(" ");
    let mut parts = rest.split(", ").flat_map(|part| part.split(" and "));
    let starts_with_name = |part: &str| {
        let mut words = part.split(' ').map(|it| it.starts_with(char::is_uppercase));
        words.next() == Some(true) && words.next() == Some(true)
    };
    last.ends_with([',', ':']) && parts.next().is_some_and(is_name) && parts.any(starts_with_name)
}

/// Whether a name stands before both of the marks; of the letters alone each may be a party's.
fn is_marked(text: &str) -> bool {
    [LEFT, RIGHT].iter().all(|mark| {
        let before = text.split_once(mark).map(|(before, _)| before);
        let word = before.and_then(|before| before.split_whitespace().next_back());
        word.is_some_and(|word| word.starts_with(char::is_uppercase))
    })
}

/// Whether it is nothing but names, of which one stands on the left.
fn are_persons(text: &str) -> bool {
    let bare = text.replace(&format!(" {LEFT}"), "");
    let bare = bare.replace(&format!(" {RIGHT}"), "");
    let parts = || bare.split(", ").flat_map(|part| part.split(" and "));
    text.contains(LEFT) && parts().count() > 1 && parts().all(is_name)
}

#[cfg(test)]
mod tests {
    use super::is_caption;
    use crate::load::page::shape::Shape;

    #[track_caller]
    fn check(texts: &[&str], expected: bool) {
        for text in texts {
            assert_eq!(is_caption(text, &Shape::new(text)), expected, "{text}");
        }
    }

    #[test]
    fn captions_say_who_stands_where() {
        check(
            &[
                "From left to right, Ann Poe, Piet Roe and Mara Quist cheer on Monday in Wendham.",
                "From left, Mayor Ann Poe and Piet Roe of the ferry look at the bridge.",
                "L-R: Ann Poe, Piet Roe",
                "Ann Poe (L) talks to Piet Roe (R) before the council meets on Monday.",
                "Ann Poe (L) and Piet Roe",
            ],
            true,
        );
        check(
            &[
                "From left to right, the parties of Norland are against the bridge, Ann Poe said.",
                "From left, Ann Poe and her party were called traitors.",
                "From left Ann Poe, Piet Roe and Mara Quist heard nothing.",
                "Governor Jane Roe (R) and Senator Ann Poe (D) met on Monday.",
                "Ann Poe (L)",
                "It comes as large (L) or regular (R), the captain said.",
            ],
            false,
        );
    }
}
