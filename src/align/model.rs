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
    /// line has no weight, a name that is no feature's counts for nothing.
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
                None if name == "intercept" => model.intercept = weight,
                None => {}
            }
        }
        model
    }

    /// The chance that a reader would say that the two sentences state the same, 0 to 1.
    pub fn score(&self, features: &Features) -> f64 {
        let sum: f64 = self.contributions(features).sum();
        1.0 / (1.0 + (-(self.intercept + sum)).exp())
    }

    /// The log odds of a pair of which nothing is known.
    pub const fn intercept(&self) -> f64 {
        self.intercept
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

#[cfg(test)]
mod tests {
    use super::{Features, Model};

    #[test]
    fn every_line_of_the_model_is_a_feature() {
        for line in include_str!("data/pair_model.txt")
            .lines()
            .filter(|l| !l.starts_with('#'))
        {
            let name = line.split_whitespace().next().unwrap();
            assert!(
                name == "intercept" || Features::NAMES.contains(&name),
                "{name}"
            );
        }
    }

    #[test]
    fn more_shared_words_make_a_pair_likelier() {
        let model = Model::built_in();
        let pair = |base: f64| {
            model.score(&Features {
                words: base,
                letters: base,
                base,
                base_squared: base.min(0.6).powi(2),
                sequence: base,
                meaning: base,
                rivalry: base,
                beside_names: base,
                ..Features::default()
            })
        };
        assert!(pair(0.05) < 0.1, "hardly anything shared");
        assert!(pair(0.05) < pair(0.3) && pair(0.3) < pair(0.6));
    }
}
