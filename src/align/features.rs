//! What speaks for and against a pair, as numbers.

use super::likeness::Likeness;
use super::profile::{Profile, Profiles, common};

/// What speaks for and against a pair of sentences, each piece a number that does not depend on
/// the order of the two.
///
/// The names are those of the rows of `data/pair_model.txt`.
macro_rules! features {
    ($($(#[doc = $doc:literal])+ $name:ident),+ $(,)?) => {
        /// What speaks for and against a pair of sentences.
        #[derive(Clone, Copy, Debug, Default, PartialEq)]
        pub struct Features { $($(#[doc = $doc])+ pub $name: f64),+ }

        impl Features {
            /// The names of the features, in the order of [`Features::values`].
            pub const NAMES: &'static [&'static str] = &[$(stringify!($name)),+];

            /// What each says, in words.
            pub const MEANINGS: &'static [&'static str] = &[$(concat!($($doc),+)),+];

            /// Their values.
            pub fn values(&self) -> [f64; Self::NAMES.len()] {
                [$(self.$name),+]
            }
        }
    };
}

features! {
    /// Cosine of the TF-IDF of all stems.
    words,
    /// Cosine of the TF-IDF of runs of letters: inflected and compounded words.
    letters,
    /// `words`, `letters` and how much of the content of each is in the other (harmonic mean),
    /// weighted 1 : 0.6 : 0.6 and scaled to 0..1.
    base,
    /// Square of `base` up to 0.6: the sum saturates.
    base_squared,
    /// Share of the words of the shorter that stand in the longer in the same order, small words
    /// included: a rewording keeps the frame of a sentence.
    sequence,
    /// Likeness of meaning beyond what all sentences of the story have in common.
    meaning,
    /// Twice `base` less what either has with its three best partners in the other's article.
    rivalry,
    /// Both stand near the beginning.
    lead,
    /// Distance of their places, as shares of their articles.
    gap,
    /// Support through a sentence of a third article.
    third,
    /// The best `base` of one with a neighbour of the other.
    neighbour,
    /// `base` of the sentences before and after the two.
    diagonal,
    /// Log likelihood ratio of each under a language model of the other (geometric mean).
    likelihood,
    /// Chance that each is the other's partner by that likelihood (geometric mean).
    posterior,
    /// Number of shared bigrams that stand once in each of the two articles.
    anchors,
    /// Both hold quoted words.
    both_quoted,
    /// Exactly one holds quoted words.
    one_quoted,
    /// Share of the quoted content of one in the other, the lower of the two.
    quoted_min,
    /// Share of the quoted content of one in the other, the higher of the two.
    quoted_max,
    /// Share of the content of both beside names that both have.
    beside_names,
    /// Weight of the shared names.
    names,
    /// Both hold rare names and share none.
    names_conflict,
    /// Weight of the shared amounts with their units.
    amounts,
    /// Number of units of which both hold amounts, and none alike.
    amounts_conflict,
    /// Both name the same day.
    same_day,
    /// Both name days, and none alike.
    other_day,
    /// The same speaker, weighted by how seldom they speak.
    same_speaker,
    /// Different speakers.
    other_speaker,
    /// Logarithm of the number of content stems of the shorter.
    shorter,
    /// Logarithm of the number of content stems of the longer.
    longer,
}

/// The features that two sentences have by themselves.
pub(super) fn own(profiles: &Profiles, i: usize, j: usize, like: &Likeness) -> Features {
    let (a, b) = (&profiles.sentences[i], &profiles.sentences[j]);
    let (quoted_a, quoted_b) = (quoted_share(profiles, a, b), quoted_share(profiles, b, a));
    let quoting = [a, b].iter().filter(|s| s.quoted_words > 2).count();
    let lengths = [a, b].map(|s| (s.content.len() as f64 + 1.0).ln());
    let mut features = Features {
        words: like.words,
        letters: like.letters,
        base: like.base,
        base_squared: like.base.min(0.6).powi(2),
        sequence: like.sequence,
        meaning: like.meaning,
        both_quoted: f64::from(u8::from(quoting == 2)),
        one_quoted: f64::from(u8::from(quoting == 1)),
        quoted_min: quoted_a.min(quoted_b),
        quoted_max: quoted_a.max(quoted_b),
        shorter: lengths[0].min(lengths[1]),
        longer: lengths[0].max(lengths[1]),
        ..Features::default()
    };
    facts(profiles, a, b, &mut features);
    features.beside_names = beside_names(a, b);
    features
}

/// Twice the weight of the content beside names that both have, as a share of the weight of all.
fn beside_names(a: &Profile, b: &Profile) -> f64 {
    let in_both = |(stem, _): &&(u32, f32)| b.plain.binary_search_by_key(stem, |c| c.0).is_ok();
    let both = a.plain.iter().filter(in_both);
    let shared: f64 = both.map(|(_, weight)| f64::from(*weight)).sum();
    2.0 * shared / (a.plain_mass + b.plain_mass).max(f64::MIN_POSITIVE)
}

/// Fills in what names, amounts, days and speakers say.
fn facts(profiles: &Profiles, a: &Profile, b: &Profile, features: &mut Features) {
    let n = profiles.sentences.len() as f64;
    let name_weight = |name: u32| f64::from(profiles.idf(profiles.name_counts[name as usize]));
    let rare = |name: &&u32| f64::from(profiles.name_counts[**name as usize]) <= 0.2 * n;
    features.names = common(&a.names, &b.names)
        .filter(rare)
        .map(|&name| name_weight(name))
        .sum::<f64>();
    let has_rare = |s: &Profile| s.names.iter().any(|name| rare(&name));
    features.names_conflict = f64::from(u8::from(
        has_rare(a) && has_rare(b) && features.names == 0.0,
    ));
    features.amounts = common(&a.amounts, &b.amounts)
        .map(|&amount| f64::from(profiles.idf(profiles.amount_counts[amount as usize])))
        .sum();
    features.amounts_conflict = conflicting_units(a, b);
    if !a.days.is_empty() && !b.days.is_empty() {
        let same = common(&a.days, &b.days).next().is_some();
        features.same_day = f64::from(u8::from(same));
        features.other_day = f64::from(u8::from(!same));
    }
    if let (Some(x), Some(y)) = (a.speaker, b.speaker) {
        if x == y {
            features.same_speaker = name_weight(x);
        } else {
            features.other_speaker = 1.0;
        }
    }
}

/// The number of units of which both hold amounts, and none alike. Bare numbers are no unit.
fn conflicting_units(a: &Profile, b: &Profile) -> f64 {
    let range = |list: &[(u32, u32)], unit: u32| {
        let start = list.partition_point(|(other, _)| *other < unit);
        let end = list.partition_point(|(other, _)| *other <= unit);
        start..end
    };
    let mut conflicts = 0.0;
    for own in a.units.chunk_by(|x, y| x.0 == y.0) {
        let Some(&(unit, _)) = own.first().filter(|(unit, _)| *unit != 0) else {
            continue;
        };
        let other = &b.units[range(&b.units, unit)];
        let alike = own.iter().any(|amount| other.contains(amount));
        conflicts += f64::from(u8::from(!other.is_empty() && !alike));
    }
    conflicts
}

/// Share of the weight of the quoted content of `a` that stands anywhere in `b`.
fn quoted_share(profiles: &Profiles, a: &Profile, b: &Profile) -> f64 {
    let weight = |stem: u32| f64::from(profiles.weights[stem as usize]);
    let total: f64 = a.quoted.iter().map(|&stem| weight(stem)).sum();
    if total == 0.0 {
        return 0.0;
    }
    let found = a
        .quoted
        .iter()
        .filter(|stem| b.content.binary_search_by_key(*stem, |c| c.0).is_ok());
    found.map(|&stem| weight(stem)).sum::<f64>() / total
}
