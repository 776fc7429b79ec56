//! The stages in their order.

use crate::load::Loaded;
use crate::model::{Alignment, Article, Comparison, Corrections, Forced, Settings, Warning};
use crate::{align, compare, correct, facts, parallel};

/// How far the work on a story has come: told to whoever waits for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Files are being read.
    Reading {
        /// How many were read so far.
        read: usize,
        /// How many there are.
        of: usize,
    },
    /// Facts and quotes are being looked for.
    Finding,
    /// Sentences are being set against each other.
    Aligning,
    /// Rows and quotes are being compared.
    Comparing,
}

/// Compares the articles of a story: facts and quotes, then links and rows, then verdicts and
/// findings.
///
/// A function of its arguments alone; the order of the articles decides their letters and the
/// order of the rows, and nothing else.
pub fn compare(articles: Vec<Article>, warnings: Vec<Warning>, settings: &Settings) -> Comparison {
    let none = Corrections::default();
    compare_telling(articles, warnings, settings, &none, &mut |_| {})
}

/// The same with a reader's corrections, telling each stage as it begins.
pub fn compare_telling(
    articles: Vec<Article>,
    warnings: Vec<Warning>,
    settings: &Settings,
    corrections: &Corrections,
    tell: &mut dyn FnMut(Stage),
) -> Comparison {
    let (articles, plan) = correct::plan(articles, corrections);
    let comparison = stages(articles, warnings, settings, &plan.forced, tell);
    correct::conclude(comparison, plan)
}

/// All stages but what a reader says of their verdicts.
fn stages(
    articles: Vec<Article>,
    warnings: Vec<Warning>,
    settings: &Settings,
    forced: &Forced,
    tell: &mut dyn FnMut(Stage),
) -> Comparison {
    tell(Stage::Finding);
    let (facts, words) = parallel::both(
        || facts::find(&articles),
        || align::word_profiles(&articles),
    );
    let comparison = Comparison {
        settings: *settings,
        articles,
        facts,
        warnings,
        ..Comparison::default()
    };
    tell(Stage::Aligning);
    let (alignment, utterances) = parallel::within(|| aligned(&comparison, words, forced));
    tell(Stage::Comparing);
    parallel::within(|| compare::compare(comparison, alignment, utterances))
}

/// The links and rows of articles of which the facts are known, and what is said in several of them.
fn aligned(
    comparison: &Comparison,
    words: align::WordProfiles,
    forced: &Forced,
) -> (Alignment, compare::Utterances) {
    let (articles, facts) = (&comparison.articles, &comparison.facts);
    let settings = &comparison.settings;
    let (scored, quotes) = parallel::both(
        || {
            let counted = compare::counted(comparison);
            align::score(articles, words, facts, &counted, settings, forced)
        },
        || compare::quotes(articles, facts),
    );
    // What is one utterance is told by the links; that it is one tells of links in turn.
    let utterances = quotes.utterances(&scored.links, settings);
    let alignment = align::align(articles, scored, &utterances.uttered(), settings, forced);
    (alignment, utterances)
}

/// Articles that are compared again and again, as a reader corrects the comparison.
///
/// Gives what [`compare_telling`] gives; what is said of verdicts alone needs no stage again.
#[derive(Debug)]
pub struct Work {
    articles: Vec<Article>,
    warnings: Vec<Warning>,
    /// What the stages were given last, beside the warnings, and what they made.
    last: Option<(Vec<Article>, Forced, Settings, Comparison)>,
}

impl Work {
    /// Articles to be compared.
    pub fn new(loaded: Loaded) -> Self {
        Self {
            articles: loaded.articles,
            warnings: loaded.warnings,
            last: None,
        }
    }

    /// Compares them with a reader's corrections, by the thresholds of `settings`.
    pub fn compare(
        &mut self,
        corrections: &Corrections,
        settings: &Settings,
        tell: &mut dyn FnMut(Stage),
    ) -> Comparison {
        let (articles, plan) = correct::plan(self.articles.clone(), corrections);
        let last = self.last.take();
        let last = last.filter(|(given, forced, by, _)| {
            *given == articles && *forced == plan.forced && by == settings
        });
        let last = last.unwrap_or_else(|| {
            let (given, warnings) = (articles.clone(), self.warnings.clone());
            let made = stages(given, warnings, settings, &plan.forced, tell);
            (articles, plan.forced.clone(), *settings, made)
        });
        let (.., made) = self.last.insert(last);
        correct::conclude(made.clone(), plan)
    }
}
