//! What a sentence means, as a direction.

use super::terms::{Form, Stems, Words};
use super::{Profile, Profiles, parallel};
use crate::text::Span;
use crate::text::vectors::{DIMENSIONS, SYNONYM, Vector};

/// How much of the mean over the story is taken off each sentence: what all sentences of a story
/// have in common tells no two of them apart. Measured on annotated stories.
const COMMON: f64 = 0.8;

/// So many words of a sentence are set against as many of another: no sentence of a news text has more,
/// and a text without stops would take minutes.
const MOST: usize = 256;

/// Words that are no rarer stand near too many others to stand for one: "not", "any", "said". It is the
/// [`rarity`](crate::text::frequency::rarity) of the 100th word of English.
const COMMONEST: f32 = 5.2;

/// Fine enough for sums of whole numbers to be as good as sums of fractions.
const UNIT: f64 = (1u64 << 40) as f64;

/// The direction of meaning of each sentence, less what all of the story have in common; `None` of
/// those that are not English.
pub(super) fn meanings(words: &Words<'_>) -> Vec<Option<Box<Vector>>> {
    let directions = parallel::map(&words.sentences, 1, |_, article| -> Vec<_> {
        let sentences = article.iter();
        sentences.map(|it| direction(&words.forms, it)).collect()
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

/// How alike two sentences are in meaning, -1 to 1; 0 where one of them is not English.
pub(in crate::align) fn likeness(a: &Profile, b: &Profile) -> f64 {
    match (&a.meaning, &b.meaning) {
        (Some(a), Some(b)) => dot(&a[..], &b[..]),
        _ => 0.0,
    }
}

/// The direction of a word.
#[derive(Clone, Debug)]
pub(in crate::align) struct Sense {
    /// Of length 1.
    direction: Box<Vector>,
    /// The length of its second half. The first numbers of a vector say most of it, so that half of
    /// them is enough to tell most pairs of words apart.
    rest: f64,
}

impl Sense {
    /// `None` where the vector has no length.
    fn of(vector: Vector) -> Option<Self> {
        let direction = unit(vector)?;
        let (_, rest) = halves(&direction);
        let rest = dot(rest, rest).sqrt();
        Some(Self { direction, rest })
    }

    /// How alike two words are in direction, where they are so by at least `least`.
    fn likeness(&self, other: &Self, least: f64) -> Option<f64> {
        let (first, rest) = halves(&self.direction);
        let (other_first, other_rest) = halves(&other.direction);
        let alike = dot(first, other_first);
        // The halves that are left add no more than the product of their lengths (Cauchy, Schwarz).
        if alike + self.rest * other.rest < least {
            return None;
        }
        let alike = alike + dot(rest, other_rest);
        (alike >= least).then_some(alike)
    }
}

fn halves(vector: &Vector) -> (&[f32], &[f32]) {
    vector.split_at(DIMENSIONS / 2)
}

/// The direction of each stem; names, numbers and the commonest words have none here: "Monday" lies
/// near "Tuesday", and the one never stands for the other.
pub(super) fn senses(words: &Words<'_>, stems: &Stems) -> Vec<Option<Sense>> {
    let forms = stems.forms.iter().map(|at| &words.forms[*at]);
    forms
        .map(|form| {
            let telling = form.is_plain() && form.rarity > COMMONEST;
            form.vector.filter(|_| telling).and_then(Sense::of)
        })
        .collect()
}

/// Words of `a` that stand for other words of `b`, with these, as stems; the most alike first.
///
/// Only content words that the other sentence lacks count, and each once.
pub(in crate::align) fn synonyms(profiles: &Profiles, a: &Profile, b: &Profile) -> Vec<(u32, u32)> {
    let lacking = |x: &Profile, y: &Profile| -> Vec<(u32, &Sense)> {
        let stems = x.content.iter().map(|(stem, _)| *stem);
        stems
            .filter(|stem| y.content.binary_search_by_key(stem, |c| c.0).is_err())
            .filter_map(|stem| Some((stem, profiles.senses[stem as usize].as_ref()?)))
            .take(MOST)
            .collect()
    };
    let (own, other) = (lacking(a, b), lacking(b, a));
    let mut pairs = Vec::new();
    for (x, sense_x) in &own {
        for (y, sense_y) in &other {
            if let Some(alike) = sense_x.likeness(sense_y, SYNONYM) {
                pairs.push((alike, *x, *y));
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

fn dot(a: &[f32], b: &[f32]) -> f64 {
    const { assert!(DIMENSIONS.is_multiple_of(2 * LANES)) };
    let (a, b) = (a.as_chunks::<LANES>().0, b.as_chunks::<LANES>().0);
    let add = |sums: [f32; LANES], (x, y): (&[f32; LANES], &[f32; LANES])| {
        std::array::from_fn(|lane| sums[lane] + x[lane] * y[lane])
    };
    let sums = a.iter().zip(b).fold([0.0; LANES], add);
    f64::from(sums.iter().sum::<f32>())
}

/// The direction of the words of a sentence together, of length 1.
fn direction(forms: &[Form<'_>], words: &[(usize, Span)]) -> Option<Box<Vector>> {
    let mut sum = [0.0; DIMENSIONS];
    let vectors = words
        .iter()
        .filter_map(|(at, _)| forms[*at].vector.as_ref());
    for vector in vectors {
        for (total, value) in sum.iter_mut().zip(vector) {
            *total += value;
        }
    }
    unit(sum)
}

/// `vector` at length 1; `None` where it has no length.
fn unit(mut vector: Vector) -> Option<Box<Vector>> {
    let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt();
    for value in &mut vector {
        *value /= length.max(1e-9);
    }
    (length > 1e-6).then(|| Box::new(vector))
}

#[cfg(test)]
mod tests {
    use super::Sense;
    use crate::text::vectors::{cosine, word};

    #[test]
    fn half_a_vector_gives_no_other_answer_than_all_of_it() {
        let words = "ferry boat fire blaze talks negotiations budget spending minister denied";
        let words: Vec<&str> = words.split(' ').collect();
        let sense = |form: &str| Sense::of(word(form).unwrap()).unwrap();
        for x in &words {
            for y in &words {
                let whole = cosine(&word(x).unwrap(), &word(y).unwrap());
                for least in [-1.0, 0.2, 0.6] {
                    let told = sense(x).likeness(&sense(y), least);
                    let close = |alike: f64| (alike - whole).abs() < 1e-5;
                    assert_eq!(told.is_some(), whole >= least, "{x} {y} {whole}");
                    assert!(told.is_none_or(close), "{x} {y} {told:?} {whole}");
                }
            }
        }
    }
}
