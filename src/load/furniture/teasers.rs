//! Teasers of other articles: a title, perhaps a bar, a name or a date, and a sentence or two.

use crate::load::furniture::subheads;
use crate::load::furniture::told::Told;
use crate::load::lines::byline;
use crate::load::lines::phrases::is_heading;
use crate::load::page::shape::{Shape, bare};
use crate::load::page::{Block, Page};
use crate::model::{BlockRole, Reason};

/// An article has at least so many words before it can have ended.
pub(in crate::load) const SHORTEST_ARTICLE: usize = 40;

/// A teaser's sentence is at most so long, in words.
const LONGEST_TEASER: usize = 60;

/// An item of a list of headlines is at most so long, in words.
const LONGEST_ITEM: usize = 30;

/// A headline of another article.
pub(in crate::load) fn is_item(block: &Block) -> bool {
    let shape = &block.shape;
    shape.words <= LONGEST_ITEM && (shape.is_title() || shape.bullet || shape.bar)
}

/// How many blocks a teaser has that begins at `at`: a title, perhaps a bar, name or date, and a
/// sentence or two.
pub(in crate::load) fn teaser(page: &Page, at: usize) -> Option<usize> {
    let title = page.blocks.get(at)?;
    if !is_free(title) || !is_item(title) || title.shape.bullet || is_heading(&title.shape) {
        return None;
    }
    let below = page.from(at + 1).iter();
    let between = below.take_while(|block| is_between(block)).count();
    let text = page.blocks.get(at + 1 + between)?;
    let fits = is_free(text) && text.shape.stop && text.shape.words <= LONGEST_TEASER;
    fits.then_some(between + 2)
}

/// What may belong to a teaser; those printed twice are set aside already.
fn is_free(block: &Block) -> bool {
    block.is_body() || block.role == BlockRole::Furniture(Reason::Repeated)
}

/// What stands between a teaser's title and its sentence: a bar, who wrote it, when.
fn is_between(block: &Block) -> bool {
    block.shape.bar || byline::parse(block.text(), &block.shape).is_some()
}

/// Whether the title and sentence at `at`, which no bar or name parts, are no subheading with its
/// paragraph: they are one of several alike that reach to the end of the file and tell of other
/// things than the article.
pub(in crate::load) fn is_regular(page: &Page, at: usize, told: &mut Told) -> bool {
    let mut texts = Vec::new();
    let mut at = at;
    while let Some(block) = page.blocks.get(at) {
        match teaser(page, at) {
            Some(len) => {
                texts.extend(page.part(at + len - 1, at + len));
                at += len;
            }
            None if !block.is_body() || is_item(block) => at += 1,
            None => return false,
        }
    }
    texts.len() >= 2 && told.are_foreign(page, &texts)
}

/// Marks teasers without a heading above them: title, bar, sentence, at least twice in a row.
pub(in crate::load) fn rhythm(page: &mut Page) {
    let mut words = 0;
    let mut at = 0;
    while let Some(block) = page.blocks.get(at) {
        let mut end = at;
        let mut units = 0;
        while let Some(len) = teaser(page, end) {
            let bar = |block: &Block| block.shape.bar || bare(block.text()).is_empty();
            if !page.part(end + 1, end + len).iter().any(bar) {
                break;
            }
            units += 1;
            end += len;
        }
        if units >= 2 && words >= SHORTEST_ARTICLE {
            page.set_aside(at, end, Reason::Teaser);
            at = end;
        } else {
            words += if block.is_body() {
                block.shape.words
            } else {
                0
            };
            at += 1;
        }
    }
}

/// Marks what stands behind the article without a heading: paragraphs that dots cut off, and a title
/// with a sentence that tells of other things.
pub(in crate::load) fn behind(page: &mut Page, language: Option<&str>) {
    let cut = |block: &&Block| !block.is_body() || is_cut_off(block);
    let tail = page.blocks.iter().rev().take_while(cut).count();
    let start = page.blocks.len() - tail;
    let many = page
        .from(start)
        .iter()
        .filter(|block| block.is_body())
        .count()
        >= SHORTEST_TAIL;
    let mut told = Told::new(language);
    told.reach(page, start);
    if many && told.words >= SHORTEST_ARTICLE {
        page.set_aside(start, page.blocks.len(), Reason::Teaser);
    }
    let mut body = page
        .blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| block.is_body());
    let last = body.next_back();
    let sentence = |block: &Block| block.shape.stop && block.shape.words <= LONGEST_TEASER;
    let title = match last {
        Some((_, text)) if sentence(text) => body.next_back(),
        title => title,
    };
    let headline = |shape: &Shape| shape.is_open() && !shape.bullet;
    let long = |shape: &Shape| shape.words > subheads::LONGEST;
    let title = title.filter(|(_, title)| headline(&title.shape) && long(&title.shape));
    if let Some((at, _)) = title {
        let mut told = Told::new(language);
        told.reach(page, at);
        let mut blocks = page.from(at).iter().filter(|block| block.is_body());
        let related = blocks.any(|block| told.is_related(page, block));
        if !related && told.words >= SHORTEST_ARTICLE {
            page.set_aside(at, page.blocks.len(), Reason::Teaser);
        }
    }
}

/// So many paragraphs that dots cut off are teasers.
const SHORTEST_TAIL: usize = 2;

/// Whether dots cut off a paragraph that nobody says.
fn is_cut_off(block: &Block) -> bool {
    let text = block.text();
    (text.ends_with('…') || text.ends_with("...")) && text.starts_with(char::is_alphanumeric)
}
