//! What headlines set in quotation marks.

use super::mark::is_mark;
use super::marks;
use crate::model::{Article, Place, Sentence};

/// So many pieces of a headline are read, and none of more bytes: what has more is no headline, and
/// each piece is looked for in every quotation of the story.
const MOST: usize = 8;
const LONGEST: usize = 400;

/// The words in quotation marks of an article's headline, in order.
pub(super) fn marked(article: &Article) -> Vec<Place> {
    let headline = article
        .headline
        .filter(|it| article.slice(*it).contains(is_mark));
    let Some(span) = headline else {
        return Vec::new();
    };
    // Marks are looked for in sentences; here the headline is the only one.
    let only = Sentence {
        paragraph: 0,
        span,
        line: 1,
    };
    let title = Article {
        sentences: vec![only],
        ..article.clone()
    };
    let pieces = marks::find(&title).into_iter().flat_map(|it| it.pieces);
    let place = |span| Place {
        article: article.id,
        span,
    };
    let spans = pieces
        .map(|piece| piece.span)
        .filter(|span| span.len() <= LONGEST);
    spans.take(MOST).map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::marked;
    use crate::facts::testing::paragraphs;
    use crate::model::Place;
    use crate::text::Span;

    #[test]
    fn a_headline_without_end_is_read_in_part() {
        let mut article = paragraphs(&[&["It rained."]]);
        let start = article.text.len();
        let long = format!("“{}” ", "no ".repeat(400));
        article.text.push_str(&long);
        article.text.push_str(&"“Not me” ".repeat(400));
        article.headline = Some(Span::new(start, article.text.len()));
        let found = marked(&article);
        let words = |it: &Place| article.slice(it.span).to_owned();
        assert_eq!(found.iter().map(words).collect::<Vec<_>>(), ["Not me"; 8]);
    }

    #[test]
    fn marks_of_headlines_are_read_and_apostrophes_are_none() {
        for (headline, words) in [
            (
                "‘We will not pay’: minister digs in",
                vec!["We will not pay"],
            ),
            (
                "Mayor's plan 'a bad joke', says Ono's party",
                vec!["a bad joke,"],
            ),
            ("Lee: \"No\" to Ono, \"yes\" to talks", vec!["No", "yes"]),
            ("Drivers' union and Ono's council meet", vec![]),
        ] {
            let mut article = paragraphs(&[&["It rained."]]);
            let start = article.text.len();
            article.text.push_str(headline);
            article.headline = Some(Span::new(start, article.text.len()));
            let found = marked(&article);
            let found: Vec<&str> = found.iter().map(|it| article.slice(it.span)).collect();
            let bare = |words: &[&str]| -> Vec<String> {
                words
                    .iter()
                    .map(|it| it.trim_end_matches(',').to_owned())
                    .collect()
            };
            assert_eq!(bare(&found), bare(&words), "{headline}");
        }
    }
}
