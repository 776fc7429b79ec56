//! The comparison that is shown, with what is looked up in it at every frame.

use crate::model::{
    Article, ArticleId, Comparison, QuoteId, RowId, RowVerdict, SameQuote, SentenceId, Words,
};
use crate::text::wrap;
use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;

/// The comparison that is shown; never changed, and equal only to itself.
#[derive(Clone, Debug)]
pub struct Story {
    comparison: Arc<Comparison>,
    /// The row that holds each sentence, by article.
    rows: Arc<Vec<Vec<Option<RowId>>>>,
    /// The group of one utterance's versions that each quote belongs to.
    same: Arc<BTreeMap<QuoteId, usize>>,
    /// The group of one text's copies that each sentence belongs to.
    origins: Arc<BTreeMap<SentenceId, usize>>,
    /// How many words each article has.
    words: Arc<Vec<Words>>,
    /// How many cells each headline takes on one line.
    headlines: Arc<Vec<usize>>,
    /// How many rows have each verdict, in the order of [`RowVerdict::ALL`].
    counts: [usize; RowVerdict::ALL.len()],
}

impl PartialEq for Story {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.comparison, &other.comparison)
    }
}

impl From<Arc<Comparison>> for Story {
    fn from(comparison: Arc<Comparison>) -> Self {
        let articles = comparison.articles.iter();
        let mut rows: Vec<_> = articles.map(|it| vec![None; it.sentences.len()]).collect();
        for (id, row) in (0..).map(RowId).zip(&comparison.rows) {
            for sentence in row.sentences() {
                let place = rows
                    .get_mut(sentence.article.index())
                    .and_then(|article| article.get_mut(sentence.index as usize));
                if let Some(place) = place {
                    *place = Some(id);
                }
            }
        }
        let counts = RowVerdict::ALL.map(|verdict| comparison.count(verdict));
        let articles = comparison.articles.iter();
        let words = articles.map(Article::words);
        let articles = comparison.articles.iter();
        let headlines = articles.map(|it| wrap::cells(it.headline().unwrap_or_default()));
        Self {
            same: Arc::new(groups(comparison.same_quotes.iter().map(|it| &it.members))),
            origins: Arc::new(groups(comparison.shared_origin.iter())),
            words: Arc::new(words.collect()),
            headlines: Arc::new(headlines.collect()),
            comparison,
            rows: Arc::new(rows),
            counts,
        }
    }
}

/// The group that each member belongs to.
fn groups<'a, T: Copy + Ord + 'a>(groups: impl Iterator<Item = &'a Vec<T>>) -> BTreeMap<T, usize> {
    let members = groups.enumerate();
    let members = members.flat_map(|(n, group)| group.iter().map(move |member| (*member, n)));
    members.collect()
}

impl Deref for Story {
    type Target = Comparison;

    fn deref(&self) -> &Comparison {
        &self.comparison
    }
}

impl Story {
    /// The row that holds a sentence.
    pub fn row_of(&self, id: SentenceId) -> Option<RowId> {
        let article = self.rows.get(id.article.index())?;
        article.get(id.index as usize).copied().flatten()
    }

    /// The versions of one utterance that a quote belongs to.
    pub fn same_quote(&self, id: QuoteId) -> Option<&SameQuote> {
        self.same_quotes.get(*self.same.get(&id)?)
    }

    /// The sentences of one text's copies that a sentence belongs to.
    pub fn origin(&self, id: SentenceId) -> Option<&[SentenceId]> {
        let group = self.shared_origin.get(*self.origins.get(&id)?);
        group.map(Vec::as_slice)
    }

    /// The quotes of a sentence by their ids.
    pub fn quote_ids(&self, id: SentenceId) -> impl Iterator<Item = QuoteId> + use<> {
        let quotes = &self.facts.quotes;
        let start = quotes.partition_point(|quote| quote.sentence < id);
        let end = quotes.partition_point(|quote| quote.sentence <= id);
        (start as u32..end as u32).map(QuoteId)
    }

    /// How many words an article has.
    pub fn words(&self, id: ArticleId) -> Words {
        self.words.get(id.index()).copied().unwrap_or_default()
    }

    /// How many cells an article's headline takes on one line.
    pub fn headline_cells(&self, id: ArticleId) -> usize {
        self.headlines.get(id.index()).copied().unwrap_or(0)
    }

    /// How many rows have each verdict.
    pub fn counts(&self) -> impl Iterator<Item = (RowVerdict, usize)> {
        RowVerdict::ALL.into_iter().zip(self.counts)
    }
}
