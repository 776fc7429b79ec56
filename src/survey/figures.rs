//! What can be counted about the story as a whole.

use crate::model::{
    Article, ArticleId, Claimed, Comparison, Day, RowId, RowVerdict, SentenceId, Value,
};
use crate::text::fold::fold;
use crate::text::stopwords::{grammatical, likely_language};
use std::collections::{BTreeMap, BTreeSet};
use unicode_segmentation::UnicodeSegmentation;

/// How far apart two places of one piece must be, as parts of the articles, to be a shift.
const SHIFT: f64 = 0.5;
/// How many shifts are listed.
const SHIFTS: usize = 12;
/// How many words of each outlet are listed.
const WORDS: usize = 8;
/// A word is an outlet's own from this z-score on: the usual bound of one chance in forty.
const OWN: f64 = 1.96;

/// The figures of a story.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// Article by article.
    pub outlets: Vec<OutletFigures>,
    /// Which part of the sentences of the first article the second tells too, 0 to 1.
    pub told_by: Vec<Vec<f64>>,
    /// Pieces that stand on top in one article and far down in another, the widest first.
    pub shifts: Vec<Shift>,
    /// For each article, the words that set it apart, with their z-scores.
    ///
    /// Log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, "Fightin'
    /// Words"), each article against all others; the prior is the words of the whole story, scaled
    /// to the length of a mean article.
    pub words: Vec<Vec<(String, f64)>>,
    /// The dates told, in order, with the articles that tell them; days of the week alone are none.
    pub dates: Vec<(Day, Vec<ArticleId>)>,
}

/// The figures of one article.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct OutletFigures {
    /// Words of the body.
    pub words: usize,
    /// Sentences of the body.
    pub sentences: usize,
    /// Sentences that another outlet tells too, unsure ones not counted.
    pub shared: usize,
    /// Sentences that stand in rows that it alone tells.
    pub alone: usize,
}

/// A piece that stands on top in one article and far down in another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shift {
    /// The row.
    pub row: RowId,
    /// Where it stands first, and where last: the article, its sentence.
    pub places: [SentenceId; 2],
    /// How far apart, as a part of the articles, 0 to 1.
    pub width: f64,
}

impl Figures {
    /// The figures of a story.
    pub fn new(story: &Comparison) -> Self {
        let outlets = story.articles.iter().map(|it| outlet(story, it));
        Self {
            outlets: outlets.collect(),
            told_by: told_by(story),
            shifts: shifts(story),
            words: own_words(story),
            dates: dates(story),
        }
    }
}

fn outlet(story: &Comparison, article: &Article) -> OutletFigures {
    let mut figures = OutletFigures {
        sentences: article.sentences.len(),
        ..OutletFigures::default()
    };
    figures.words = article.words().body;
    for row in &story.rows {
        let own = row.cells.get(&article.id).map_or(0, Vec::len);
        match row.verdict {
            RowVerdict::Unsure => {}
            _ if row.cells.len() > 1 => figures.shared += own,
            _ => figures.alone += own,
        }
    }
    figures
}

fn told_by(story: &Comparison) -> Vec<Vec<f64>> {
    let outlets = story.articles.len();
    let mut told = vec![vec![0_usize; outlets]; outlets];
    for row in &story.rows {
        if row.verdict == RowVerdict::Unsure {
            continue;
        }
        for (a, ids) in &row.cells {
            for b in row.cells.keys() {
                let cell = told.get_mut(a.index()).and_then(|it| it.get_mut(b.index()));
                if let Some(cell) = cell {
                    *cell += ids.len();
                }
            }
        }
    }
    let share = |(article, counts): (&Article, Vec<usize>)| {
        let all = article.sentences.len().max(1) as f64;
        counts.into_iter().map(|count| count as f64 / all).collect()
    };
    story.articles.iter().zip(told).map(share).collect()
}

/// Where a sentence stands in its article: 0 its beginning, 1 its end.
fn depth(story: &Comparison, id: SentenceId) -> f64 {
    let article = story.articles.get(id.article.index());
    let last = article.map_or(0, |it| it.sentences.len()).saturating_sub(1);
    f64::from(id.index) / last.max(1) as f64
}

/// The shift of a row: the articles where it stands highest and lowest. Lowest is where no other
/// sentence of the article tells it further up.
pub fn shift(story: &Comparison, claimed: &Claimed, id: RowId) -> Option<Shift> {
    let row = story.rows.get(id.index())?;
    if row.verdict == RowVerdict::Unsure {
        return None;
    }
    let placed = |id: SentenceId| (depth(story, id), id);
    let order =
        |a: &(f64, SentenceId), b: &(f64, SentenceId)| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1));
    let own = row.cells.values().filter_map(|ids| ids.first().copied());
    let top = own.map(placed).min_by(order)?;
    let firsts = row.first_told(claimed).into_values();
    let bottom = firsts.map(placed).max_by(order)?;
    Some(Shift {
        row: id,
        places: [top.1, bottom.1],
        width: bottom.0 - top.0,
    })
}

fn shifts(story: &Comparison) -> Vec<Shift> {
    let ids = (0..story.rows.len() as u32).map(RowId);
    let claimed = story.claimed();
    let mut shifts: Vec<Shift> = ids
        .filter_map(|id| shift(story, &claimed, id))
        .filter(|shift| shift.width >= SHIFT)
        .collect();
    shifts.sort_by(|a, b| b.width.total_cmp(&a.width).then(a.row.cmp(&b.row)));
    shifts.truncate(SHIFTS);
    shifts
}

/// How often each folded word stands in an article; in `shown`, how it is first written.
fn counted(article: &Article, shown: &mut BTreeMap<String, String>) -> BTreeMap<String, f64> {
    // A form stands many times in a text, and is folded once.
    let mut forms = BTreeMap::<&str, (usize, f64)>::new();
    let spans = article.sentences.iter().map(|it| it.span);
    let words = spans.flat_map(|it| article.slice(it).unicode_words());
    for (place, word) in words.enumerate() {
        forms.entry(word).or_insert((place, 0.0)).1 += 1.0;
    }
    let mut forms: Vec<(&str, (usize, f64))> = forms.into_iter().collect();
    forms.sort_by_key(|(_, (place, _))| *place);
    let mut counts = BTreeMap::new();
    for (word, (_, count)) in forms {
        let key = fold(word);
        *counts.entry(key.clone()).or_insert(0.0) += count;
        shown.entry(key).or_insert_with(|| word.to_owned());
    }
    counts
}

fn own_words(story: &Comparison) -> Vec<Vec<(String, f64)>> {
    let mut shown = BTreeMap::<String, String>::new();
    let articles = story.articles.iter();
    let counts: Vec<BTreeMap<String, f64>> = articles.map(|it| counted(it, &mut shown)).collect();
    let mut all = BTreeMap::<&str, f64>::new();
    for (key, count) in counts.iter().flatten() {
        *all.entry(key).or_default() += count;
    }
    let language = likely_language(all.keys().map(|key| grammatical(key)));
    let whole: f64 = all.values().sum();
    let mean = whole / counts.len().max(1) as f64;
    let own = |counts: &BTreeMap<String, f64>| {
        let here: f64 = counts.values().sum();
        let telling = counts.iter().filter(|(key, count)| {
            **count > 1.0
                && key.chars().any(char::is_alphabetic)
                && !grammatical(key).meet(language)
        });
        let mut words: Vec<(String, f64)> = telling
            .map(|(key, count)| {
                let total = all.get(key.as_str()).copied().unwrap_or(*count);
                let prior = total / whole.max(1.0) * mean;
                let odds = |count: f64, words: f64| {
                    ((count + prior) / (words + mean - count - prior).max(1.0)).ln()
                };
                let others = total - count;
                let gap = odds(*count, here) - odds(others, whole - here);
                let spread = 1.0 / (count + prior) + 1.0 / (others + prior);
                let word = shown.get(key).unwrap_or(key);
                (word.clone(), gap / spread.sqrt())
            })
            .filter(|(_, score)| *score >= OWN)
            .collect();
        words.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        words.truncate(WORDS);
        words
    };
    if counts.len() < 2 {
        return vec![Vec::new(); counts.len()];
    }
    counts.iter().map(own).collect()
}

fn dates(story: &Comparison) -> Vec<(Day, Vec<ArticleId>)> {
    let mut told = BTreeMap::<Day, BTreeSet<ArticleId>>::new();
    for fact in &story.facts.facts {
        if let Value::Day(day) = fact.value
            && (day.month.is_some() || day.year.is_some())
        {
            let day = Day {
                weekday: None,
                ..day
            };
            told.entry(day).or_default().insert(fact.sentence.article);
        }
    }
    let told = told.into_iter();
    told.map(|(day, tellers)| (day, tellers.into_iter().collect()))
        .collect()
}
