//! Passages with what differs in them marked.

use crate::report::passage::Passage;
use crate::text::Span;
use maud::{Markup, html};

/// What is said of a place in a text by how it is marked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// A finding is about it.
    Found,
    /// Another outlet leaves it out.
    Lacked,
    /// Others have other words.
    Wording,
}

impl Mark {
    /// Its class in the page's style.
    const fn class(self) -> Option<&'static str> {
        match self {
            Self::Found => Some("found"),
            Self::Lacked => Some("lacked"),
            Self::Wording => None,
        }
    }
}

/// A passage with what is marked in it. What is marked in two ways is marked in the first of these.
pub(super) fn passage(passage: &Passage) -> Markup {
    let is_in = |spans: &[Span], span: Span| spans.iter().any(|it| it.overlaps(span));
    let wording = passage.marks.iter().map(|&span| {
        let found = is_in(&passage.found, span);
        (span, if found { Mark::Found } else { Mark::Wording })
    });
    let kept =
        wording.filter(|(span, mark)| *mark == Mark::Found || !is_in(&passage.lacked, *span));
    let mut marks: Vec<(Span, Mark)> = kept.collect();
    let found: Vec<Span> = marks.iter().map(|(span, _)| *span).collect();
    let lacked = passage.lacked.iter().filter(|span| !is_in(&found, **span));
    marks.extend(lacked.map(|span| (*span, Mark::Lacked)));
    marks.sort_unstable_by_key(|(span, _)| *span);
    text(&passage.text, &marks)
}

/// The words of a quotation of which others have `marks` otherwise.
pub(super) fn quoted(words: &str, marks: &[Span]) -> Markup {
    let found: Vec<(Span, Mark)> = marks.iter().map(|span| (*span, Mark::Found)).collect();
    text(words, &found)
}

/// Text in which what some places say is marked; they are in order, apart.
fn text(text: &str, marks: &[(Span, Mark)]) -> Markup {
    let mut from = 0;
    html! {
        @for (span, mark) in marks {
            (Span::new(std::mem::replace(&mut from, span.end), span.start).of(text))
            mark class=[mark.class()] { (span.of(text)) }
        }
        (Span::new(from, text.len()).of(text))
    }
}

#[cfg(test)]
mod tests {
    use super::{Mark, text};
    use crate::model::ArticleId;
    use crate::report::passage::Passage;
    use crate::text::Span;

    #[test]
    fn each_place_is_marked_in_one_way_and_no_markup_comes_through() {
        let at = |words: &str, all: &str| {
            let start = all.find(words).unwrap();
            Span::new(start, start + words.len())
        };
        let all = "Nineteen <b>died</b>, and boats were stopped overnight";
        let mut passage = Passage::empty(ArticleId(0));
        passage.text = all.to_owned();
        passage.marks = vec![at("Nineteen", all), at("boats were", all)];
        passage.found = vec![at("Nineteen", all)];
        passage.lacked = vec![at("Nineteen <b>", all), at("boats were stopped", all)];
        assert_eq!(
            super::passage(&passage).into_string(),
            "<mark class=\"found\">Nineteen</mark> &lt;b&gt;died&lt;/b&gt;, and \
             <mark class=\"lacked\">boats were stopped</mark> overnight"
        );
        let wording = text("a b", &[(Span::new(2, 3), Mark::Wording)]);
        assert_eq!(wording.into_string(), "a <mark>b</mark>");
    }
}
