//! How common a word is in general.

use std::sync::LazyLock;

static RANKS: LazyLock<Vec<(&'static str, f64)>> = LazyLock::new(|| {
    include_str!("data/word_ranks.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(word, rank)| Some((word, rank.parse().ok()?)))
        .collect()
});

/// Of a word that the ranking lacks: a little rarer than its rarest word.
const UNRANKED: f64 = 12.5;
/// Of numbers: nearly as telling as an unknown word.
const NUMBER: f64 = 11.5;
/// Of single letters: initials and list marks tell little.
const LETTER: f64 = 3.0;

/// How rare a folded word is in general: `0.6 + ln(rank)`, from 0.6 ("the") to 12.5 (unknown).
///
/// By Zipf's law the logarithm of a word's rank is its negative log probability but for a
/// constant, so this stands in for an inverse document frequency over a large corpus. The
/// constants are those with which alignment was measured best.
pub fn rarity(key: &str) -> f64 {
    if key.starts_with(|c: char| c.is_numeric()) {
        return NUMBER;
    }
    if key.chars().nth(1).is_none() {
        return LETTER;
    }
    match RANKS.binary_search_by(|(word, _)| (*word).cmp(key)) {
        Ok(at) => RANKS.get(at).map_or(UNRANKED, |(_, rank)| 0.6 + rank.ln()),
        Err(_) => UNRANKED,
    }
}

#[cfg(test)]
mod tests {
    use super::{RANKS, rarity};

    #[test]
    fn the_ranking_is_in_byte_order() {
        assert!(RANKS.len() > 20_000);
        assert!(RANKS.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn rarer_words_weigh_more() {
        assert!(rarity("the") < rarity("government"));
        assert!(rarity("government") < rarity("ferry"));
        assert!(rarity("ferry") < rarity("19"));
        assert!(rarity("19") < rarity("xyzzy"));
    }
}
