//! Why two sentences are linked or not, for people who doubt a verdict.

use super::page::{Page, Rich, Role};
use super::{Form, Look};
use crate::align::{Explanation, Features, Model};
use crate::model::{Comparison, Link, RowId, SentenceId};
use serde::Serialize;
use std::io::{self, Write};

/// Writes the two sentences, what is said of the pair, and every number that speaks for or
/// against it.
///
/// Without an explanation the two share too little to have been compared.
pub(super) fn write(
    comparison: &Comparison,
    pair: (SentenceId, SentenceId),
    explanation: Option<&Explanation>,
    form: Form,
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let why = Answer::of(comparison, pair, explanation);
    match form {
        Form::Text => why.text(comparison, &mut Page::new(out, look)),
        Form::Json => {
            serde_json::to_writer_pretty(&mut *out, &why)?;
            writeln!(out)
        }
    }
}

/// One number that speaks for or against a pair.
#[derive(Serialize)]
struct Weight {
    name: &'static str,
    value: f64,
    /// What it adds to the log odds.
    log_odds: f64,
    meaning: &'static str,
}

/// The JSON form.
#[derive(Serialize)]
struct Answer<'a> {
    schema: &'static str,
    a: SentenceId,
    b: SentenceId,
    score: Option<f64>,
    verdict: &'static str,
    why: String,
    rows: [Option<RowId>; 2],
    /// The log odds of a pair of which nothing is known.
    start: f64,
    features: Vec<Weight>,
    #[serde(skip)]
    link: Option<&'a Link>,
}

impl<'a> Answer<'a> {
    fn of(
        comparison: &'a Comparison,
        pair: (SentenceId, SentenceId),
        explanation: Option<&Explanation>,
    ) -> Self {
        let (a, b) = (pair.0.min(pair.1), pair.0.max(pair.1));
        let link = comparison
            .links
            .iter()
            .find(|link| (link.a, link.b) == (a, b));
        let score = explanation.map(|it| it.score);
        let settings = &comparison.settings;
        let said = |shown: f64| match shown {
            shown if shown >= settings.confident => "linked",
            shown if shown >= settings.unsure => "unsure",
            _ => "not linked",
        };
        let (verdict, why) = match (score, link) {
            (None, None) => (
                "not compared",
                "the two share no telling word, so they were not compared".to_owned(),
            ),
            (None, Some(link)) => (
                said(link.score),
                "the two share no telling word; what both tell says so alone".to_owned(),
            ),
            (Some(score), _) => {
                let verdict = said(link.map_or(score, |link| link.score));
                let bounds = format!(
                    "chance {score:.2} that a reader would pair the two; linked from {:.2}, unsure \
                     from {:.2}{}",
                    settings.confident,
                    settings.unsure,
                    link.map_or_else(String::new, |link| raised(link, score))
                );
                (verdict, bounds)
            }
        };
        Self {
            schema: "parallax.why/1",
            a,
            b,
            score,
            verdict,
            why,
            rows: [a, b].map(|id| comparison.row_of(id)),
            start: Model::built_in().intercept(),
            features: explanation.map_or_else(Vec::new, weights),
            link,
        }
    }

    fn text(&self, comparison: &Comparison, page: &mut Page<'_>) -> io::Result<()> {
        for (id, row) in [self.a, self.b].into_iter().zip(self.rows) {
            let article = comparison.article(id.article);
            let sentence = article.sentences.get(id.index as usize);
            let paragraph = sentence.map_or(0, |sentence| sentence.paragraph + 1);
            let row = row.map_or_else(String::new, |row| format!(", row {row}"));
            let place = Rich::plain(&format!("{id}  "))
                .with(&article.outlet, Role::Outlet)
                .with(&format!(", ¶{paragraph}{row}"), Role::Plain);
            page.put("", &place)?;
            page.put(
                "    ",
                &Rich::default().with(article.sentence(id.index), Role::Words),
            )?;
        }
        page.blank()?;
        let verdict = Rich::default()
            .with(self.verdict, Role::Kind)
            .with(&format!(": {}", self.why), Role::Plain);
        page.put("", &verdict)?;
        if let Some(link) = self.link {
            page.remark("    ", &link.why())?;
        }
        if self.features.is_empty() {
            return Ok(());
        }
        page.heading("what speaks for and against it")?;
        page.say(
            &number(self.start),
            "start: most pairs tell different things",
        )?;
        for weight in &self.features {
            let said = format!("{} {:.2}: {}", weight.name, weight.value, weight.meaning);
            page.say(&number(weight.log_odds), &said)?;
        }
        let sum = self.start + self.features.iter().map(|it| it.log_odds).sum::<f64>();
        page.say(
            &number(sum),
            "log odds; the chance is 1 / (1 + exp(-log odds))",
        )
    }
}

/// What is said of a link whose score is not the chance that its features give.
fn raised(link: &Link, chance: f64) -> String {
    if (link.score - chance).abs() < 1e-9 {
        return String::new();
    }
    format!("; put at {:.2} by the reason below", link.score)
}

/// A log odds as the lead of a line.
fn number(log_odds: f64) -> String {
    format!("{log_odds:+6.2}  ")
}

/// The features that say something, the weightiest first.
fn weights(explanation: &Explanation) -> Vec<Weight> {
    let features = &explanation.candidate.features;
    let mut weights: Vec<Weight> = Features::NAMES
        .iter()
        .zip(Features::MEANINGS)
        .zip(features.values())
        .zip(Model::built_in().contributions(features))
        .map(|(((name, meaning), value), log_odds)| Weight {
            name,
            value,
            log_odds,
            meaning: meaning.trim(),
        })
        .filter(|weight| weight.log_odds != 0.0)
        .collect();
    weights.sort_by(|x, y| y.log_odds.abs().total_cmp(&x.log_odds.abs()));
    weights
}
