//! Pieces that one outlet opens with and another buries.

use super::clash::listed;
use super::omissions::place;
use super::reading::{content, tokens};
use crate::model::{
    ArticleId, Comparison, Finding, FindingKind, Place, RowId, RowVerdict, Severity,
};
use std::cmp::Reverse;

/// Articles with fewer paragraphs than this have no depth to bury anything in.
const SHORTEST: u32 = 6;

/// The part of an article from which on a piece counts as buried.
const DEEP: f64 = 2.0 / 3.0;

/// Which share of the content words of a headline a row must have to be what it is about.
const HEADLINE: f64 = 0.5;

/// How many content words a headline must have to be about something.
const WORDS: usize = 3;

/// How many shifts a story shows.
const MOST: usize = 5;

/// Where an outlet tells a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Headline,
    /// The first paragraph.
    Lead,
    /// The paragraph, from 0.
    Body(u32),
}

/// The largest shifts: rows that are headline or lead in one outlet and stand in the last third of
/// another.
pub(super) fn findings(comparison: &Comparison) -> Vec<Finding> {
    let headlines: Vec<Option<RowId>> = comparison
        .articles
        .iter()
        .map(|a| headline(comparison, a.id))
        .collect();
    let ids = (0..comparison.rows.len() as u32).map(RowId);
    let mut shifts: Vec<(Reverse<u32>, Finding)> = ids
        .filter_map(|id| shift(comparison, &headlines, id))
        .collect();
    shifts.sort_by(|x, y| (x.0, x.1.row).cmp(&(y.0, y.1.row)));
    shifts
        .into_iter()
        .take(MOST)
        .map(|(_, finding)| finding)
        .collect()
}

/// The row that an article's headline is about: the one that has most of its words.
fn headline(comparison: &Comparison, id: ArticleId) -> Option<RowId> {
    let article = comparison.article(id);
    let language = article.language.as_deref();
    let read = tokens(article.headline()?, 0, language);
    let words = content(&read);
    let share = |row: &crate::model::Row| -> usize {
        let cells = row.cells.get(&id).into_iter().flatten();
        let read: Vec<_> = cells
            .flat_map(|s| tokens(article.sentence(s.index), 0, language))
            .collect();
        content(&read).intersection(&words).count()
    };
    let rows = (0..).map(RowId).zip(&comparison.rows);
    let best = rows
        .map(|(row, cells)| (share(cells), Reverse(row)))
        .max()?;
    let about = words.len() >= WORDS && best.0 as f64 >= HEADLINE * words.len() as f64;
    about.then_some(best.1.0)
}

/// How far apart a row stands in the outlets that tell it, in hundredths of an article, where one
/// opens with it and another buries it.
fn shift(
    comparison: &Comparison,
    headlines: &[Option<RowId>],
    id: RowId,
) -> Option<(Reverse<u32>, Finding)> {
    let row = comparison.row(id);
    if row.verdict == RowVerdict::Unsure || row.cells.len() < 2 {
        return None;
    }
    let standing = |article: ArticleId| {
        let first = row.cells.get(&article)?.first()?;
        let paragraph = comparison
            .article(article)
            .sentences
            .get(first.index as usize)?
            .paragraph;
        Some(match headlines.get(article.index()).copied().flatten() {
            Some(about) if about == id => Standing::Headline,
            _ if paragraph == 0 => Standing::Lead,
            _ => Standing::Body(paragraph),
        })
    };
    let told: Vec<(ArticleId, Standing)> = row
        .cells
        .keys()
        .filter_map(|&a| Some((a, standing(a)?)))
        .collect();
    let depth = |article: ArticleId, standing: Standing| match standing {
        Standing::Body(paragraph) => {
            f64::from(paragraph + 1) / f64::from(comparison.article(article).paragraphs().max(1))
        }
        Standing::Headline | Standing::Lead => 0.0,
    };
    let buried = |&(article, standing): &(ArticleId, Standing)| {
        comparison.article(article).paragraphs() >= SHORTEST && depth(article, standing) > DEEP
    };
    let opens = |&(_, standing): &(ArticleId, Standing)| !matches!(standing, Standing::Body(_));
    let (first, last): (Vec<_>, Vec<_>) = (
        told.iter().copied().filter(|t| opens(t)).collect(),
        told.iter().copied().filter(|t| buried(t)).collect(),
    );
    let deepest = last
        .iter()
        .map(|&(a, s)| (depth(a, s) * 100.0) as u32)
        .max()?;
    let title = first
        .iter()
        .any(|(_, standing)| *standing == Standing::Headline);
    first.first()?;
    let mut articles: Vec<ArticleId> = first
        .iter()
        .chain(&last)
        .map(|(article, _)| *article)
        .collect();
    articles.sort_unstable();
    let places: Vec<Place> = articles
        .iter()
        .filter_map(|article| place(comparison, *row.cells.get(article)?.first()?))
        .collect();
    let finding = Finding {
        kind: FindingKind::Prominence,
        severity: Severity::Minor,
        row: id,
        articles,
        places,
        values: Vec::new(),
        importance: None,
        why: format!(
            "{}; {}",
            told_where(comparison, &first),
            told_where(comparison, &last)
        ),
    };
    Some((Reverse(deepest + u32::from(title) * 10), finding))
}

/// "the headline of The Quay, the lead of Elm Times; ¶7 of 8 in Harbour Post".
fn told_where(comparison: &Comparison, told: &[(ArticleId, Standing)]) -> String {
    let part = |&(article, standing): &(ArticleId, Standing)| {
        let article = comparison.article(article);
        match standing {
            Standing::Headline => format!("the headline of {}", article.outlet),
            Standing::Lead => format!("the lead of {}", article.outlet),
            Standing::Body(paragraph) => {
                format!(
                    "¶{} of {} in {}",
                    paragraph + 1,
                    article.paragraphs(),
                    article.outlet
                )
            }
        }
    };
    let parts: Vec<String> = told.iter().map(part).collect();
    listed(&parts.iter().map(String::as_str).collect::<Vec<_>>())
}
