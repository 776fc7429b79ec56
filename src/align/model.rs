//! From features to the chance that a reader would pair two sentences.

use super::features::Features;
use std::sync::LazyLock;

/// A logistic regression: the chance is `1 / (1 + exp(-(intercept + Σ weight × feature)))`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    intercept: f64,
    weights: [f64; Features::NAMES.len()],
}

/// The model that is compiled in; its file says how it was made.
static MODEL: LazyLock<Model> = LazyLock::new(|| Model::parse(include_str!("data/pair_model.txt")));

impl Model {
    /// The model that is compiled in.
    pub fn built_in() -> &'static Self {
        &MODEL
    }

    /// Reads lines of a feature's name and its weight; `#` begins a comment, a feature without a
    /// line has no weight.
    pub fn parse(data: &str) -> Self {
        let mut model = Self::default();
        for line in data.lines().filter(|line| !line.starts_with('#')) {
            let mut fields = line.split_whitespace();
            let (Some(name), Some(Ok(weight))) = (fields.next(), fields.next().map(str::parse))
            else {
                continue;
            };
            match Features::NAMES.iter().position(|known| *known == name) {
                Some(at) => model.weights[at] = weight,
                None => model.intercept = weight,
            }
        }
        model
    }

    /// The chance that a reader would say that the two sentences state the same, 0 to 1.
    pub fn score(&self, features: &Features) -> f64 {
        let sum: f64 = self.contributions(features).sum();
        1.0 / (1.0 + (-(self.intercept + sum)).exp())
    }

    /// What each feature adds to the log odds, in the order of [`Features::NAMES`].
    pub fn contributions(&self, features: &Features) -> impl Iterator<Item = f64> + '_ {
        features
            .values()
            .into_iter()
            .zip(&self.weights)
            .map(|(value, weight)| value * weight)
    }
}
