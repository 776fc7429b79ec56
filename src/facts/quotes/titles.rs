//! What headlines set in quotation marks, and the amounts that they give.

use crate::facts::page::Page;
use crate::facts::values::dates;
use crate::facts::values::numbers;
use crate::model::{Article, Fact, Place, Sentence};

/// So many pieces of a headline are read, and none of more bytes: what has more is no headline, and
/// each piece is looked for in every quotation of the story.
const MOST: usize = 8;
const LONGEST: usize = 400;

/// What an article's headline holds.
#[derive(Debug, Default)]
pub(in crate::facts) struct Title {
    /// The words in quotation marks, in order.
    pub marked: Vec<Place>,
    /// The amounts, in order, as of the article's first sentence.
    pub amounts: Vec<Fact>,
}

/// Reads a headline; `None` where there is none or nothing in it.
pub(in crate::facts) fn read(article: &Article) -> Option<Title> {
    let span = article.headline?;
    // What is found is found in sentences; here the headline is the only one.
    let only = Sentence {
        paragraph: 0,
        span,
        line: 1,
    };
    let title = Article {
        sentences: vec![only],
        ..article.clone()
    };
    let page = Page::read(&title, title.id.index());
    let (marked, amounts) = (marked(&page), amounts(&page));
    let holds = !marked.is_empty() || !amounts.is_empty();
    holds.then_some(Title { marked, amounts })
}

/// The words in quotation marks.
fn marked(page: &Page<'_>) -> Vec<Place> {
    let pieces = page.quotations.iter().flat_map(|it| &it.pieces);
    let spans = pieces
        .map(|piece| piece.span)
        .filter(|span| span.len() <= LONGEST);
    let place = |span| Place {
        article: page.article.id,
        span,
    };
    spans.take(MOST).map(place).collect()
}

/// The amounts.
fn amounts(page: &Page<'_>) -> Vec<Fact> {
    let dates: Vec<_> = dates::find(page).iter().map(|it| it.span).collect();
    let mut found = numbers::find(page, &dates);
    found.truncate(MOST);
    found
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::facts::testing::paragraphs;
    use crate::model::{Article, Place};
    use crate::text::Span;

    fn marked(article: &Article) -> Vec<Place> {
        read(article).unwrap_or_default().marked
    }

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
