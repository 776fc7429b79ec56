//! The comparison that is shown, with what is looked up in it at every frame.

use crate::model::{ArticleId, Comparison, RowId, RowVerdict, SentenceId};
use crate::text::wrap;
use std::ops::Deref;
use std::sync::Arc;

/// The comparison that is shown; never changed, and equal only to itself.
#[derive(Clone, Debug)]
pub struct Story {
    comparison: Arc<Comparison>,
    /// The row that holds each sentence, by article.
    rows: Arc<Vec<Vec<Option<RowId>>>>,
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
        let headlines = articles.map(|it| wrap::cells(it.headline().unwrap_or_default()));
        Self {
            headlines: Arc::new(headlines.collect()),
            comparison,
            rows: Arc::new(rows),
            counts,
        }
    }
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

    /// How many cells an article's headline takes on one line.
    pub fn headline_cells(&self, id: ArticleId) -> usize {
        self.headlines.get(id.index()).copied().unwrap_or(0)
    }

    /// How many rows have each verdict.
    pub fn counts(&self) -> impl Iterator<Item = (RowVerdict, usize)> {
        RowVerdict::ALL.into_iter().zip(self.counts)
    }
}
