//! Which pairs of sentences are worth scoring.

use super::profile::{Profile, Profiles, Sparse};

/// How many partners in each other article a sentence of a story of `sentences` is compared with.
///
/// Of the pairs that readers made in 29 annotated stories (some 100 sentences each), 98 in a
/// hundred are among the first eight by shared weight and nearly all among the first 24. With a
/// limit the work grows with the length of the articles, not with its square.
fn partners(sentences: usize) -> usize {
    (6000 / sentences.max(1)).clamp(6, 24)
}

/// A partner shares at least this part of what the best in its article shares.
const SHARE: f32 = 0.1;

/// Terms in more sentences than this and than one in forty of the story cannot choose a partner.
const COMMON: usize = 64;

/// The pairs `(i, j)`, `i < j`, of sentences of different articles in which `j` is among the
/// [`partners`] of its article that share the most term weight with `i`, or `i` among those that
/// share most with `j`. In rising order.
pub(super) fn candidates(profiles: &Profiles) -> Vec<(usize, usize)> {
    let n = profiles.sentences.len();
    let words = postings(profiles, profiles.weights.len(), |sentence| {
        &sentence.content
    });
    let runs = postings(profiles, profiles.bigram_count, |sentence| {
        &sentence.bigrams
    });
    let most = partners(n);
    let limit = COMMON.max(n / 40);
    let mut shared = vec![0f32; n];
    let mut touched: Vec<usize> = Vec::new();
    let mut pairs = Vec::new();
    for (i, sentence) in profiles.sentences.iter().enumerate() {
        let own = profiles.range(profiles.article_of(i));
        let words = sentence
            .content
            .iter()
            .map(|(term, w)| (words.get(*term as usize), *w));
        let runs = sentence
            .bigrams
            .iter()
            .map(|(run, w)| (runs.get(*run as usize), *w));
        for (list, weight) in words.chain(runs) {
            let telling = list.filter(|list| list.len() <= limit);
            for &j in telling.into_iter().flatten().filter(|j| !own.contains(j)) {
                if shared[j] == 0.0 {
                    touched.push(j);
                }
                shared[j] += weight * weight;
            }
        }
        touched.sort_unstable();
        for partners in by_article(profiles, &touched) {
            let value = |j: &usize| shared[*j] / profiles.sentences[*j].mass.sqrt().max(1e-6);
            // Ties at the limit all count, so that the order of the articles decides nothing.
            let least = least(partners.iter().map(value).collect(), most);
            let ranked = partners.iter().copied().filter(|j| value(j) >= least);
            pairs.extend(ranked.map(|j| (i.min(j), i.max(j))));
        }
        for j in touched.drain(..) {
            shared[j] = 0.0;
        }
    }
    // A tag ("she said.") goes with the sentence before it and has no partner of its own.
    let tag = |i: usize| profiles.sentences[i].tag;
    pairs.retain(|&(i, j)| !tag(i) && !tag(j));
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The value that a partner must have among partners with these values, of which `most` count.
fn least(mut values: Vec<f32>, most: usize) -> f32 {
    let best = values.iter().copied().fold(0.0, f32::max);
    if values.len() <= most {
        return best * SHARE;
    }
    let (_, last, _) = values.select_nth_unstable_by(most - 1, |x, y| y.total_cmp(x));
    last.max(best * SHARE)
}

/// For each of `count` terms, the sentences that hold it.
fn postings(
    profiles: &Profiles,
    count: usize,
    of: impl Fn(&Profile) -> &Sparse,
) -> Vec<Vec<usize>> {
    let mut postings = vec![Vec::new(); count];
    for (i, sentence) in profiles.sentences.iter().enumerate() {
        for &(term, _) in of(sentence) {
            postings[term as usize].push(i);
        }
    }
    postings
}

/// Cuts a rising list of sentences at the borders of articles.
fn by_article<'a>(
    profiles: &'a Profiles,
    sentences: &'a [usize],
) -> impl Iterator<Item = &'a [usize]> {
    sentences.chunk_by(|&x, &y| profiles.article_of(x) == profiles.article_of(y))
}
