//! The top of a page: headline, byline, date, and what stands around them.

use super::byline::{self, is_name};
use super::page::{Block, Page};
use super::phrases::{self, is_heading, listed};
use super::raw::Declared;
use crate::model::{BlockRole, Field, Reason};
use crate::text::{Span, fold::fold};

/// The top has at most so many blocks.
const TOP: usize = 14;

/// The name of an outlet has at most so many words.
const LONGEST_OUTLET: usize = 6;

/// A label between headline and byline has at most so many words.
const LONGEST_LABEL: usize = 4;

/// What the top of the page says; spans lie in the block that `headline` names.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// The block that holds the headline, and where in it.
    pub headline: Option<(usize, Span)>,
    /// Who wrote the article.
    pub byline: Option<String>,
    /// When it was published.
    pub published: Option<String>,
    /// Its address.
    pub url: Option<String>,
}

/// Reads the top of the page, as far as the first paragraph of the article, and marks what it is.
pub(super) fn read(page: &mut Page, declared: &Declared) -> Head {
    let said = |field| declared.get(field).map(str::to_owned);
    let mut head = Head {
        byline: said(Field::Byline),
        published: said(Field::Published),
        url: said(Field::Url),
        ..Head::default()
    };
    let given = declared.get(Field::Headline).map(fold);
    let own: Vec<_> = (0..)
        .zip(&page.blocks)
        .filter(|(_, block)| block.is_body())
        .collect();
    let top: Vec<usize> = own.into_iter().map(|(at, _)| at).take(TOP).collect();
    for at in top {
        let Some(role) = role(page, at, given.as_deref(), &mut head) else {
            break;
        };
        if let Some(block) = page.blocks.get_mut(at) {
            block.role = role;
        }
    }
    head
}

/// What the block at `at` is, or nothing where the article has begun.
fn role(page: &Page, at: usize, given: Option<&str>, head: &mut Head) -> Option<BlockRole> {
    let block = page.blocks.get(at)?;
    let (text, shape) = (block.text(), &block.shape);
    let whole = Span::new(0, text.len());
    if let Some(role) = labelled(text, at, head) {
        return Some(role);
    }
    if head.headline.is_none() && given.is_some_and(|given| given == shape.key) {
        head.headline = Some((at, whole));
        return Some(BlockRole::Headline);
    }
    if let Some(reason) = phrases::reason(text, shape)
        && !(given.is_none() && is_odd_headline(page, at, reason, head))
    {
        return Some(BlockRole::Furniture(reason));
    }
    if shape.is_prose() {
        return None;
    }
    if let Some(found) = byline::parse(text, shape)
        && (head.headline.is_some() || at > 0 || found.published.is_some())
    {
        head.byline = head.byline.take().or(found.names);
        head.published = head.published.take().or(found.published);
        return Some(BlockRole::Byline);
    }
    if head.headline.is_none() {
        if (is_heading(shape) || listed("kicker", &shape.key)) && leads_to_headline(page, at + 1) {
            return Some(BlockRole::Furniture(Reason::Boilerplate));
        }
        if given.is_none() && is_headline(page, at) {
            head.headline = Some((at, whole));
            return Some(BlockRole::Headline);
        }
    } else if head.byline.is_none() && is_label(page, at) {
        return Some(BlockRole::Furniture(Reason::Boilerplate));
    } else if head.byline.is_none() && is_bare_name(page, at) {
        head.byline = Some(text.to_owned());
        return Some(BlockRole::Byline);
    }
    let label = at > 0 && (listed("role", &shape.key) || is_affiliation(page, at));
    Some(if label {
        BlockRole::Byline
    } else {
        BlockRole::Body
    })
}

/// "Title: …", "Author: …", "Date: …", "URL: …", or an address alone.
fn labelled(text: &str, at: usize, head: &mut Head) -> Option<BlockRole> {
    let address = |text: &str| text.starts_with("https://") || text.starts_with("http://");
    if address(text) && !text.contains(' ') {
        head.url = head.url.take().or_else(|| Some(text.to_owned()));
        return Some(BlockRole::Furniture(Reason::Boilerplate));
    }
    let (label, value) = text.split_once(':')?;
    let label = fold(label.trim());
    let value_at = Span::new(text.len() - value.len(), text.len()).trim(text);
    let value = value.trim();
    if value.is_empty() {
        return None;
    }
    if listed("headline", &label) && head.headline.is_none() {
        head.headline = Some((at, value_at));
        return Some(BlockRole::Headline);
    }
    if listed("author", &label) && is_name(value) {
        head.byline = head.byline.take().or_else(|| Some(value.to_owned()));
        return Some(BlockRole::Byline);
    }
    if listed("date", &label)
        && let Some(found) = super::date::find(value)
    {
        head.published = head.published.take().or(found.iso);
        return Some(BlockRole::Byline);
    }
    if listed("outlet", &label) && value.split_whitespace().count() <= LONGEST_OUTLET {
        return Some(BlockRole::Furniture(Reason::Boilerplate));
    }
    if listed("url", &label) && address(value) {
        head.url = head.url.take().or_else(|| Some(value.to_owned()));
        return Some(BlockRole::Furniture(Reason::Boilerplate));
    }
    None
}

/// Whether the block at `at` is the headline of what follows: short and without a stop, or with one
/// but followed by a byline, a date or itself.
fn is_headline(page: &Page, at: usize) -> bool {
    let Some(block) = page.blocks.get(at) else {
        return false;
    };
    let shape = &block.shape;
    let rest = page.from(at + 1);
    let body = |shape: &super::shape::Shape| shape.stop || shape.is_prose();
    if !rest.iter().any(|block| body(&block.shape)) {
        return false;
    }
    let next = rest.iter().find(|block| !block.shape.is_separator());
    let announced = next.is_some_and(|next| {
        next.shape.key == shape.key || byline::parse(next.text(), &next.shape).is_some()
    });
    let untitled = shape.stop && !shape.asks || shape.colon;
    !shape.bullet && (shape.is_title() || (at == 0 && !untitled) || (announced && !shape.colon))
}

/// "Opinion: The Bridge Must Open", "Photo of Mayor Surfaces": a headline that begins as furniture
/// does, told by there being no other.
fn is_odd_headline(page: &Page, at: usize, reason: Reason, head: &Head) -> bool {
    let first = at == 0 && reason == Reason::SectionHeading;
    head.headline.is_none()
        && reason != Reason::Separator
        && is_headline(page, at)
        && (first || !leads_to_headline(page, at + 1))
}

/// "The Gazette": a name in the line below the byline.
fn is_affiliation(page: &Page, at: usize) -> bool {
    let Some([byline, block]) = at.checked_sub(1).map(|above| page.part(above, at + 1)) else {
        return false;
    };
    byline.role == BlockRole::Byline
        && byline.paragraph.line + 1 == block.paragraph.line
        && block.shape.words <= LONGEST_OUTLET
        && is_name(block.text())
}

/// Whether a headline comes before the article begins.
fn leads_to_headline(page: &Page, from: usize) -> bool {
    let top = page.from(from).iter().take(TOP);
    let mut top = top.take_while(|block| !block.shape.is_prose());
    top.any(|block| {
        block.shape.words > 2
            && block.shape.is_title()
            && byline::parse(block.text(), &block.shape).is_none()
            && phrases::reason(block.text(), &block.shape).is_none()
    })
}

/// Whether the block at `at` is a label between headline and byline ("Special report"): a few words
/// without a stop, and the byline comes next.
fn is_label(page: &Page, at: usize) -> bool {
    let byline = |block: &Block| byline::parse(block.text(), &block.shape).is_some();
    page.blocks.get(at).is_some_and(|block| {
        block.shape.words <= LONGEST_LABEL && block.shape.is_title() && !byline(block)
    }) && page.blocks.get(at + 1).is_some_and(byline)
}

/// Names without any sign that they are the authors': none of their words stands anywhere else, as
/// those of a subheading or of somebody in the story would.
fn is_bare_name(page: &Page, at: usize) -> bool {
    let Some(block) = page.blocks.get(at) else {
        return false;
    };
    let own = |word: &&str| !byline::BETWEEN.contains(word);
    let words: Vec<_> = block.shape.key.split(' ').filter(own).collect();
    let persons = block
        .text()
        .split([',', '&'])
        .flat_map(|part| part.split(" and "));
    let named = |it: &str| (2..=3).contains(&it.split_whitespace().count()) && is_name(it);
    let elsewhere = || {
        page.blocks
            .iter()
            .filter(|b| b.shape.key != block.shape.key)
    };
    persons.map(str::trim).all(named)
        && !elsewhere().any(|block| {
            let key = &block.shape.key;
            let mut others = key.split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '-'));
            others.any(|other| words.contains(&other))
        })
}

#[cfg(test)]
mod tests {
    use crate::load::article;
    use crate::model::{Article, ArticleId, BlockRole, Reason};

    const BODY: &str = "The council closed the old bridge over the Wend on Monday after divers found \
        cracks in two of its pillars.\nRepairs would take a year, the engineer Ann Poe told reporters.";

    /// The article with `top` above [`BODY`].
    fn with(top: &str) -> Article {
        article(
            ArticleId(0),
            "a.txt",
            None,
            format!("{top}\n{BODY}").as_bytes(),
        )
        .unwrap()
    }

    #[test]
    fn a_label_between_headline_and_byline_is_set_aside() {
        let read = with("Old bridge over the Wend closed\nSpecial report\nBy Joan Roe");
        assert_eq!(read.headline(), Some("Old bridge over the Wend closed"));
        assert_eq!(read.byline.as_deref(), Some("Joan Roe"));
        let label = read
            .furniture()
            .map(|(block, reason)| (read.slice(block.span), reason));
        assert_eq!(
            label.collect::<Vec<_>>(),
            [("Special report", Reason::Boilerplate)]
        );
        assert_eq!(read.paragraphs(), 2);
    }

    #[track_caller]
    fn headline(top: &str, expected: Option<&str>) {
        assert_eq!(with(top).headline(), expected, "{top}");
    }

    #[test]
    fn the_first_line_is_the_headline_if_it_looks_like_one() {
        headline(
            "Council Closes Old Bridge",
            Some("Council Closes Old Bridge"),
        );
        headline("Who closed the bridge?", Some("Who closed the bridge?"));
        headline(
            "NEWS\nCouncil closes old bridge",
            Some("Council closes old bridge"),
        );
        headline(
            "Photo: Roe\nCouncil Closes Bridge",
            Some("Council Closes Bridge"),
        );
        headline("Bridge is closed.\nBy Jane Roe", Some("Bridge is closed."));
        headline("Opinion: Open the Bridge", Some("Opinion: Open the Bridge"));
        headline(
            "Title: Bridge Closed\nDate: 2025-05-02",
            Some("Bridge Closed"),
        );
    }

    #[test]
    fn an_article_without_headline_has_none() {
        for top in [
            "It rained in Wendham on Monday.",
            "The mayor said:",
            "By Jane Roe.",
        ] {
            headline(top, None);
        }
        assert_eq!(with("It rained in Wendham.").sentences.len(), 3);
    }

    #[test]
    fn byline_and_date_below_the_headline() {
        let byline = |top: &str| with(top).byline;
        let name = Some("Jane Roe".to_owned());
        assert_eq!(byline("Council Closes Bridge\nJane Roe |"), name);
        assert_eq!(byline("Council Closes Bridge\nJane Roe"), name);
        assert_eq!(
            byline("Council Closes Bridge\nBy JANE ROE\nThe Gazette").unwrap(),
            "JANE ROE"
        );
        assert_eq!(
            byline("Council Closes Bridge\nAnn Poe"),
            None,
            "she stands in the story"
        );
        let dated = with("Council Closes Bridge\nBy Jane Roe\nPublished May 2, 2025");
        assert_eq!(dated.published.as_deref(), Some("2025-05-02"));
        assert_eq!(dated.sentences.len(), 2);
    }

    #[test]
    fn what_stands_around_the_headline_is_set_aside() {
        let article = with("Council Closes Bridge\n02/05/2025 15:04\nShare\nUpdated 2 hours ago");
        let aside: Vec<_> = article.furniture().map(|(_, reason)| reason).collect();
        assert_eq!(aside, [Reason::Boilerplate, Reason::Boilerplate]);
        assert_eq!(article.blocks[1].role, BlockRole::Byline);
        assert_eq!((article.published, article.sentences.len()), (None, 2));
    }

    #[test]
    fn a_deck_and_a_dateline_belong_to_the_article() {
        let article = with("Council Closes Bridge\nDivers found cracks in two pillars");
        assert_eq!(article.sentences.len(), 3);
        let text =
            "Bridge Closed\nWENDHAM, May 2 (Reuters) - The council closed the bridge, and so on.";
        let article = crate::load::article(ArticleId(0), "a", None, text.as_bytes()).unwrap();
        assert!(article.sentence(0).starts_with("WENDHAM, May 2 (Reuters)"));
    }
}
