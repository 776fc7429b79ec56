//! What a sentence means, as a direction.

use super::terms::Words;
use super::{LONG, Profile, Profiles, parallel};
use crate::model::Article;
use crate::text::Span;
use crate::text::fold::fold;
use crate::text::vectors::{self, DIMENSIONS, Vector};

/// How much of the mean over the story is taken off each sentence: what all sentences of a story
/// have in common tells no two of them apart. Measured on annotated stories.
const COMMON: f64 = 0.8;

/// How alike two words are in direction when one may stand for the other: below this, words of the
/// same topic are shown as often as words of like meaning.
const SYNONYM: f64 = 0.6;

/// Fine enough for sums of whole numbers to be as good as sums of fractions.
const UNIT: f64 = (1u64 << 40) as f64;

/// The direction of meaning of each sentence, less what all of the story have in common; `None` of
/// those that are not English.
pub(super) fn meanings(articles: &[Article], words: &[Words<'_>]) -> Vec<Option<Box<Vector>>> {
    let directions = parallel::map(articles, 1, |at, article| {
        let language = article.language.as_deref();
        let english = language.is_none_or(|language| language.starts_with("en"));
        match words.get(at).filter(|_| english) {
            Some(words) => directions(words),
            None => vec![None; article.sentences.len()],
        }
    });
    let mut directions = directions.concat();
    // Whole numbers: their sum does not depend on which article comes first.
    let mut sum = [0i64; DIMENSIONS];
    for vector in directions.iter().flatten() {
        for (total, value) in sum.iter_mut().zip(vector.iter()) {
            *total += (f64::from(*value) * UNIT).round() as i64;
        }
    }
    let count = directions.iter().flatten().count().max(1) as f64;
    let mean = sum.map(|total| total as f64 / UNIT / count);
    for direction in &mut directions {
        *direction = direction.take().and_then(|mut vector| {
            for (value, mean) in vector.iter_mut().zip(mean) {
                *value -= (COMMON * mean) as f32;
            }
            unit(*vector)
        });
    }
    directions
}

/// The direction of each word, of length 1; `None` where its letters are unknown.
pub(super) fn senses(forms: &[String]) -> Vec<Option<Box<Vector>>> {
    parallel::map(forms, LONG, |_, form| unit(vectors::word(&fold(form))?))
}

/// How alike two sentences are in meaning, -1 to 1; 0 where one of them is not English.
pub(in crate::align) fn likeness(a: &Profile, b: &Profile) -> f64 {
    match (&a.meaning, &b.meaning) {
        (Some(a), Some(b)) => dot(a, b),
        _ => 0.0,
    }
}

/// Words of `a` that stand for other words of `b`, with these, as stems; the most alike first.
///
/// Only content words that the other sentence lacks count, and each once. Numbers and names do not:
/// "Monday" lies near "Tuesday", and the one never stands for the other.
pub(in crate::align) fn synonyms(profiles: &Profiles, a: &Profile, b: &Profile) -> Vec<(u32, u32)> {
    let lacking = |x: &Profile, y: &Profile| -> Vec<u32> {
        let stems = x.content.iter().map(|(stem, _)| *stem);
        stems
            .filter(|stem| y.content.binary_search_by_key(stem, |c| c.0).is_err())
            .filter(|stem| profiles.forms[*stem as usize].starts_with(char::is_lowercase))
            .collect()
    };
    let (own, other) = (lacking(a, b), lacking(b, a));
    let mut pairs = Vec::new();
    for &x in &own {
        for &y in &other {
            let (Some(sense_x), Some(sense_y)) =
                (&profiles.senses[x as usize], &profiles.senses[y as usize])
            else {
                continue;
            };
            let alike = dot(sense_x, sense_y);
            if alike >= SYNONYM {
                pairs.push((alike, x, y));
            }
        }
    }
    pairs.sort_by(|p, q| q.0.total_cmp(&p.0).then((p.1, p.2).cmp(&(q.1, q.2))));
    let mut chosen: Vec<(u32, u32)> = Vec::new();
    for (_, x, y) in pairs {
        if !chosen.iter().any(|pair| pair.0 == x || pair.1 == y) {
            chosen.push((x, y));
        }
    }
    chosen
}

/// How many products are summed up side by side: as many as a processor adds at once.
const LANES: usize = 8;

fn dot(a: &Vector, b: &Vector) -> f64 {
    const { assert!(DIMENSIONS.is_multiple_of(LANES)) };
    let (a, b) = (a.as_chunks::<LANES>().0, b.as_chunks::<LANES>().0);
    let add = |sums: [f32; LANES], (x, y): (&[f32; LANES], &[f32; LANES])| {
        std::array::from_fn(|lane| sums[lane] + x[lane] * y[lane])
    };
    let sums = a.iter().zip(b).fold([0.0; LANES], add);
    f64::from(sums.iter().sum::<f32>())
}

/// The direction of the words of each sentence together, of length 1.
fn directions(words: &Words<'_>) -> Vec<Option<Box<Vector>>> {
    let forms = words.forms.iter();
    let vectors: Vec<Option<Vector>> = forms.map(|form| vectors::word(&form.key)).collect();
    let direction = |words: &Vec<(usize, Span)>| {
        let mut sum = [0.0; DIMENSIONS];
        for vector in words.iter().filter_map(|(form, _)| vectors[*form].as_ref()) {
            for (total, value) in sum.iter_mut().zip(vector) {
                *total += value;
            }
        }
        unit(sum)
    };
    words.sentences.iter().map(direction).collect()
}

/// `vector` at length 1; `None` where it has no length.
fn unit(mut vector: Vector) -> Option<Box<Vector>> {
    let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt();
    for value in &mut vector {
        *value /= length.max(1e-9);
    }
    (length > 1e-6).then(|| Box::new(vector))
}
