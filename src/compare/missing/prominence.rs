//! Pieces that one outlet opens with and another buries.

use crate::compare::clash::listed;
use crate::compare::missing::omissions::place;
use crate::compare::reading::{Readings, content, tokens};
use crate::model::{
    ArticleId, Claimed, Comparison, Finding, FindingKind, Place, Row, RowId, RowVerdict,
    SentenceId, Severity,
};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Articles with fewer paragraphs than this have no depth to bury anything in.
const SHORTEST: u32 = 6;

/// How many paragraphs open an article.
const LEAD: u32 = 2;

/// The hundredths of an article after which a piece counts as buried: its last third.
const DEEP: u32 = 66;

/// How many hundredths a headline weighs more than a lead.
const TITLE: u32 = 10;

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
    /// One of the paragraphs that open the article.
    Lead,
    /// The paragraph, from 0.
    Body(u32),
}

/// An outlet with where it tells a piece.
#[derive(Clone, Copy, Debug)]
struct Told {
    article: ArticleId,
    standing: Standing,
    /// How far down its paragraph stands, in hundredths of the article.
    depth: u32,
}

impl Told {
    fn opens(&self) -> bool {
        !matches!(self.standing, Standing::Body(_))
    }
}

/// The largest shifts: rows that are headline or lead in one outlet and stand in the last third of
/// another.
pub(in crate::compare) fn findings(comparison: &Comparison, readings: &Readings) -> Vec<Finding> {
    let headlines: Vec<Option<RowId>> = comparison
        .articles
        .iter()
        .map(|a| headline(comparison, readings, a.id))
        .collect();
    let ids = (0..comparison.rows.len() as u32).map(RowId);
    let claimed = comparison.claimed();
    let mut shifts: Vec<(u32, Finding)> = ids
        .filter_map(|id| shift(comparison, &headlines, &claimed, id))
        .collect();
    shifts.sort_by_key(|(size, finding)| (Reverse(*size), finding.row));
    let largest = shifts.into_iter().take(MOST);
    largest.map(|(_, finding)| finding).collect()
}

/// The row that an article's headline is about: of those that others may tell too, the one that has
/// most of its words.
fn headline(comparison: &Comparison, readings: &Readings, id: ArticleId) -> Option<RowId> {
    let article = comparison.article(id);
    let read = tokens(article.headline()?, 0, article.language.as_deref());
    let words = content(&read);
    let share = |row: &Row| -> usize {
        let cells = row.cells.get(&id).into_iter().flatten();
        let told = cells
            .flat_map(|&s| readings.tokens(s))
            .filter(|t| t.content);
        let told: BTreeSet<&str> = told.map(|t| t.stem.as_str()).collect();
        told.intersection(&words).count()
    };
    let rows = (0..).map(RowId).zip(&comparison.rows);
    let (shared, Reverse(best)) = rows
        .map(|(row, cells)| (share(cells), Reverse(row)))
        .max()?;
    let about = words.len() >= WORDS && shared as f64 >= HEADLINE * words.len() as f64;
    about.then_some(best)
}

/// Where the outlets of a row tell it.
///
/// An outlet opens with the row where its own sentences in it do; it buries it only where no other
/// sentence of it tells the row further up.
fn told(
    comparison: &Comparison,
    headlines: &[Option<RowId>],
    claimed: &Claimed,
    id: RowId,
) -> Vec<Told> {
    let row = comparison.row(id);
    let firsts = row.first_told(claimed);
    let told = row.cells.iter().filter_map(|(&article, cell)| {
        let sentences = &comparison.article(article).sentences;
        let paragraph = |id: &SentenceId| Some(sentences.get(id.index as usize)?.paragraph);
        let own = paragraph(cell.first()?)?;
        let first = paragraph(firsts.get(&article)?)?;
        let all = comparison.article(article).paragraphs().max(1);
        let standing = match headlines.get(article.index()).copied().flatten() {
            Some(about) if about == id => Standing::Headline,
            _ if own < LEAD => Standing::Lead,
            _ => Standing::Body(first),
        };
        let depth = if all < SHORTEST {
            0
        } else {
            (first + 1) * 100 / all
        };
        Some(Told {
            article,
            standing,
            depth,
        })
    });
    told.collect()
}

/// A row with which one outlet opens and that another buries, with how far apart they stand.
fn shift(
    comparison: &Comparison,
    headlines: &[Option<RowId>],
    claimed: &Claimed,
    id: RowId,
) -> Option<(u32, Finding)> {
    let row = comparison.row(id);
    if row.verdict == RowVerdict::Unsure || row.cells.len() < 2 {
        return None;
    }
    let (open, rest): (Vec<Told>, Vec<Told>) = told(comparison, headlines, claimed, id)
        .into_iter()
        .partition(Told::opens);
    let mut buried = rest;
    buried.retain(|told| told.depth > DEEP);
    let deepest = buried.iter().map(|told| told.depth).max()?;
    let title = open.iter().any(|told| told.standing == Standing::Headline);
    open.first()?;
    let mut articles: Vec<ArticleId> = open
        .iter()
        .chain(&buried)
        .map(|told| told.article)
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
            words(comparison, &open),
            words(comparison, &buried)
        ),
    };
    Some((deepest + if title { TITLE } else { 0 }, finding))
}

/// "the headline of The Quay and the lead of Elm Times"; "¶7 of 8 in Harbour Post".
fn words(comparison: &Comparison, told: &[Told]) -> String {
    let part = |told: &Told| {
        let article = comparison.article(told.article);
        match told.standing {
            Standing::Headline => format!("the headline of {}", article.outlet),
            Standing::Lead => format!("the lead of {}", article.outlet),
            Standing::Body(paragraph) => format!(
                "¶{} of {} in {}",
                paragraph + 1,
                article.paragraphs(),
                article.outlet
            ),
        }
    };
    let parts: Vec<String> = told.iter().map(part).collect();
    listed(&parts.iter().map(String::as_str).collect::<Vec<_>>())
}
