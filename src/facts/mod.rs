//! Articles to facts and quotes.
//!
//! ```text
//! page      an article cut into tokens, with its quotation marks and the word lists
//! values    tokens → numbers with what they count, days
//! names     tokens → mentions → who and what they name, over the whole story; ages
//! speakers  reporting verbs → subjects → who is meant → whose words a quotation gives
//! quotes    marks, speech without marks, conversations, headlines → quotes
//! ```
//!
//! Each folder knows those above it and none below.
//!
//! No tagger and no model: closed word lists (`data/`) and rules, each of which a reader can
//! check. All that is found is a span of an article's text inside one sentence.

mod names;
mod page;
mod quotes;
mod speakers;
mod values;

#[cfg(test)]
mod testing;

use crate::model::{Article, Fact, Facts, Quote};
use crate::parallel;
use names::cast::Cast;
use names::{ages, spellings};
use page::Page;
use quotes::titles;
use speakers::scene::Scene;
use values::{dates, numbers};

/// Fewer articles than this are not worth a thread.
const WORTH: usize = 1;

/// Finds what the sentences of a story's articles hold: names, numbers and dates, and words given
/// as somebody's. Names are brought to one form over the whole story.
pub fn find(articles: &[Article]) -> Facts {
    let pages = parallel::map(articles, WORTH, |place, article| Page::read(article, place));
    let cast = Cast::of(&pages);
    let mut found = Facts::default();
    for (facts, quotes) in parallel::map(&pages, WORTH, |_, page| on_page(page, &cast)) {
        found.facts.extend(facts);
        found.quotes.extend(quotes);
    }
    found.facts.sort_by_key(|fact| (fact.sentence, fact.span));
    found
        .quotes
        .sort_by_key(|quote| (quote.sentence, quote.span));
    spellings::unite(&mut found, articles);
    for title in articles.iter().filter_map(titles::read) {
        found.headlined.extend(title.marked);
        found.headline_amounts.extend(title.amounts);
    }
    found
}

/// What one article holds.
fn on_page(page: &Page<'_>, cast: &Cast) -> (Vec<Fact>, Vec<Quote>) {
    let mut read = dates::find(page);
    read.extend(ages::find(page, cast));
    read.sort_by_key(|fact| fact.span);
    let taken: Vec<_> = read.iter().map(|fact| fact.span).collect();
    let mut facts: Vec<_> = cast.facts(page).collect();
    facts.extend(numbers::find(page, &taken));
    facts.extend(read);
    (facts, quotes::find(&Scene::of(page, cast)))
}

#[cfg(test)]
mod tests;
