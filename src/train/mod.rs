//! Fits the pair model (`align::Model`) to annotated stories, and says how good it is.
//!
//! A folder of stories holds a folder a story with a `gold.json`: `documents` (each a `file` name
//! and its `sentences` with their `text`) and `pairs` (sentences `a` and `b`, each a file name and
//! a number from 0, that readers found to tell the same, with a `strength`: 2 the whole fact, 1 a
//! part of it). The candidate pairs of the aligner are the examples, those that readers made are
//! the positive ones. Quality is measured by cross-validation over stories: no pair is judged by
//! a model that has seen its story.

mod gold;
mod logistic;
mod measure;

use crate::align::{self, Features};
use crate::facts;
use gold::{Grade, Story};
use logistic::Fit;
use measure::{Judged, Made};
use std::fmt;
use std::fmt::Write as _;
use std::path::Path;

/// Why a model could not be trained.
#[derive(Debug)]
pub struct TrainError {
    source: String,
    message: String,
}

impl TrainError {
    fn new(source: &Path, message: String) -> Self {
        Self {
            source: source.display().to_string(),
            message,
        }
    }
}

impl fmt::Display for TrainError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.source, self.message)
    }
}

impl std::error::Error for TrainError {}

/// The kinds of evidence, each with its features: what is left out one at a time to see what each
/// is good for.
const KINDS: [(&str, &[&str]); 10] = [
    (
        "shared words",
        &["words", "base", "base_squared", "sequence"],
    ),
    ("runs of letters", &["letters"]),
    ("meaning", &["meaning"]),
    (
        "rarity in each article",
        &["likelihood", "posterior", "anchors"],
    ),
    ("rival partners", &["rivalry"]),
    (
        "place and neighbours",
        &["lead", "gap", "third", "neighbour", "diagonal"],
    ),
    (
        "quotes and speakers",
        &[
            "both_quoted",
            "one_quoted",
            "quoted_min",
            "quoted_max",
            "same_speaker",
            "other_speaker",
        ],
    ),
    ("names", &["names", "names_conflict", "beside_names"]),
    (
        "amounts and days",
        &["amounts", "amounts_conflict", "same_day", "other_day"],
    ),
    ("lengths", &["shorter", "longer"]),
];

/// The scores at and above which claims are measured.
const CUTS: [f64; 7] = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];

/// How to train.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// In how many parts the stories are split for cross-validation, at least 2.
    pub folds: usize,
    /// Whether to measure the model without each kind of evidence.
    pub ablate: bool,
}

/// A trained model with what was measured.
#[derive(Clone, Debug)]
pub struct Training {
    /// The model in the form of `src/align/data/pair_model.txt`, without its head.
    pub model: String,
    /// What was measured, as a text of lines.
    pub measured: String,
}

/// An example.
struct Example {
    story: usize,
    grade: Option<Grade>,
    features: Vec<f64>,
}

/// Trains a model on the stories in `folder`.
///
/// # Errors
///
/// A folder without two stories, and a story that cannot be read or names sentences that it lacks.
pub fn train(folder: &Path, plan: Plan) -> Result<Training, TrainError> {
    let stories = gold::stories(folder)?;
    if stories.len() < 2 {
        let message = "at least two folders with a gold.json are needed".to_owned();
        return Err(TrainError::new(folder, message));
    }
    let made: Vec<Made> = stories.iter().map(made).collect();
    let examples: Vec<Example> = stories.iter().zip(0..).flat_map(examples).collect();
    let folds = plan.folds.clamp(2, stories.len());
    let all: Vec<usize> = (0..Features::NAMES.len()).collect();
    let judged = cross_validated(&examples, folds, &all);
    let mut measured = summary(&examples, &made, &judged, folds);
    if plan.ablate {
        ablation(&mut measured, &examples, &made, &judged, folds);
    }
    let model = lines(&fitted(examples.iter(), &all));
    Ok(Training { model, measured })
}

/// The pairs that readers made.
fn made(story: &Story) -> Made {
    let strong = story
        .pairs
        .values()
        .filter(|grade| **grade == Grade::Strong);
    Made {
        any: story.pairs.len(),
        strong: strong.count(),
    }
}

/// The candidate pairs of a story.
fn examples((story, number): (&Story, usize)) -> Vec<Example> {
    let facts = facts::find(&story.articles);
    let candidates = align::candidates(&story.articles, &facts).into_iter();
    candidates
        .map(|candidate| Example {
            story: number,
            grade: story.pairs.get(&(candidate.a, candidate.b)).copied(),
            features: candidate.features.values().to_vec(),
        })
        .collect()
}

/// A model fitted to examples by the features numbered `keep`.
fn fitted<'a>(examples: impl Iterator<Item = &'a Example>, keep: &[usize]) -> Fit {
    let rows: Vec<(Vec<f64>, bool)> = examples
        .map(|example| (kept(&example.features, keep), example.grade.is_some()))
        .collect();
    let rows: Vec<(&[f64], bool)> = rows.iter().map(|(row, is)| (&row[..], *is)).collect();
    logistic::fit(&rows)
}

fn kept(features: &[f64], keep: &[usize]) -> Vec<f64> {
    keep.iter().map(|&k| features[k]).collect()
}

/// Every example with the score of a model that was fitted without the stories of its fold.
fn cross_validated(examples: &[Example], folds: usize, keep: &[usize]) -> Vec<Judged> {
    let models: Vec<Fit> = (0..folds)
        .map(|fold| {
            let others = examples
                .iter()
                .filter(|example| example.story % folds != fold);
            fitted(others, keep)
        })
        .collect();
    examples
        .iter()
        .map(|example| Judged {
            story: example.story,
            score: models[example.story % folds].chance(&kept(&example.features, keep)),
            grade: example.grade,
        })
        .collect()
}

/// The figures of the whole model.
fn summary(examples: &[Example], made: &[Made], judged: &[Judged], folds: usize) -> String {
    let mut out = String::new();
    let (pairs, strong) = made
        .iter()
        .fold((0, 0), |sum, made| (sum.0 + made.any, sum.1 + made.strong));
    let found = examples.iter().filter(|example| example.grade.is_some());
    let _ = writeln!(
        out,
        "{} stories, {} pairs made by readers ({strong} strong), {} of them among {} candidates",
        made.len(),
        pairs,
        found.count(),
        examples.len()
    );
    let (any, strong) = measure::mean_average_precision(judged, made);
    let _ = writeln!(
        out,
        "cross-validated over stories in {folds} folds\n\n\
         mean average precision: any {any:.3}, strong {strong:.3}\n\n\
         claimed   any: precision recall F1    strong: precision recall F1"
    );
    for least in CUTS {
        let (any, strong) = measure::cut(judged, made, least);
        let _ = writeln!(
            out,
            "from {least:.1}       {:.3}     {:.3}  {:.3}           {:.3}     {:.3}  {:.3}",
            any.precision,
            any.recall,
            any.f1(),
            strong.precision,
            strong.recall,
            strong.f1()
        );
    }
    let _ = writeln!(out, "\nsaid   right  pairs");
    for tenth in measure::calibration(judged) {
        let _ = writeln!(
            out,
            "{:.2}   {:.2}   {}",
            tenth.said, tenth.right, tenth.pairs
        );
    }
    out
}

/// What is lost without each kind of evidence.
fn ablation(out: &mut String, examples: &[Example], made: &[Made], whole: &[Judged], folds: usize) {
    let figures = |judged: &[Judged]| {
        let (any, strong) = measure::mean_average_precision(judged, made);
        let (any_cut, _) = measure::cut(judged, made, 0.4);
        let (_, strong_cut) = measure::cut(judged, made, 0.5);
        [any, strong, any_cut.f1(), strong_cut.f1()]
    };
    let full = figures(whole);
    let _ = writeln!(
        out,
        "\nwithout                    AP any  AP strong  F1 any from 0.4  F1 strong from 0.5"
    );
    for (kind, features) in KINDS {
        let keep: Vec<usize> = (0..Features::NAMES.len())
            .filter(|&k| !features.contains(&Features::NAMES[k]))
            .collect();
        let part = figures(&cross_validated(examples, folds, &keep));
        let by: Vec<f64> = part
            .iter()
            .zip(full)
            .map(|(part, full)| part - full)
            .collect();
        let _ = writeln!(
            out,
            "{kind:26} {:+.3}   {:+.3}     {:+.3}           {:+.3}",
            by[0], by[1], by[2], by[3]
        );
    }
}

/// A model as lines of names and weights.
fn lines(fit: &Fit) -> String {
    let mut out = format!("intercept {:.5}\n", fit.intercept);
    for (name, weight) in Features::NAMES.iter().zip(&fit.weights) {
        let _ = writeln!(out, "{name} {weight:.5}");
    }
    out
}

#[cfg(test)]
mod tests;
