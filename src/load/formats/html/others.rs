//! Pages that hold several articles in full: sites load the next ones while the reader scrolls.

use super::titles::is_same;
use crate::load::raw::one_line;
use dom_query::{Document, NodeRef};

/// An article that is told in full has so many paragraphs; fewer are a teaser.
const PARAGRAPHS: usize = 3;

/// A paragraph of running text has at least so many words.
const WORDS: usize = 20;

/// Takes the other articles from the page with this headline, and gives how many they were.
///
/// An article is another one if it has a headline of its own, of the same rank as the page's: the
/// posts of a live blog and the comments of readers have none, or one of a lower rank.
pub(super) fn take_out(document: &Document, headline: &str) -> usize {
    let elements = document.select("article");
    let outermost = |it: &&NodeRef<'_>| !it.ancestors_it(None).any(|it| it.has_name("article"));
    let articles = elements.nodes().iter().filter(outermost);
    let titled: Vec<_> = articles
        .filter_map(|article| Some((article, heading(article)?)))
        .collect();
    let is_own = |title: &NodeRef<'_>| is_same(&one_line(&title.text()), headline);
    let own = titled
        .iter()
        .find(|(article, title)| is_own(title) && paragraphs(article) > 0);
    let Some((_, own)) = own else {
        return 0;
    };
    let same_rank = |title: &NodeRef<'_>| title.node_name() == own.node_name();
    let others = titled.iter().filter(|(article, title)| {
        !is_own(title) && same_rank(title) && paragraphs(article) >= PARAGRAPHS
    });
    others
        .map(|(article, _)| article.remove_from_parent())
        .count()
}

/// The first heading in an article.
fn heading<'a>(article: &NodeRef<'a>) -> Option<NodeRef<'a>> {
    let mut elements = article.descendants_it();
    elements.find(|it| it.has_name("h1") || it.has_name("h2"))
}

/// How many paragraphs of running text an article has.
fn paragraphs(article: &NodeRef<'_>) -> usize {
    let elements = article.descendants_it().filter(|it| it.has_name("p"));
    let long = |it: &NodeRef<'_>| it.text().split_whitespace().count() >= WORDS;
    elements.filter(long).count()
}
