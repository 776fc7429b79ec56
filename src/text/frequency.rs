//! How common a word is in general.

use super::table::Table;
use std::ops::Range;
use std::sync::LazyLock;

/// A row for each word, in byte order of the words, behind comments.
static RANKS: LazyLock<(Table, Range<usize>)> = LazyLock::new(|| {
    let table = Table::new(include_str!("data/word_ranks.txt"));
    let words = table.first(0..table.count(), |row| !row.starts_with('#'))..table.count();
    (table, words)
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
    rank(key).map_or(UNRANKED, |rank| 0.6 + rank.ln())
}

/// The rank of a folded word; `None` where the ranking lacks it.
fn rank(key: &str) -> Option<f64> {
    let word = |row: &'static str| row.split_once('\t').map_or(row, |(word, _)| word);
    let (table, words) = &*RANKS;
    let at = table.first(words.clone(), |row| word(row) >= key);
    let (found, rank) = table.row(at).split_once('\t')?;
    (found == key).then(|| rank.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::{RANKS, rank, rarity};

    #[test]
    fn each_word_of_the_ranking_is_found_by_halving() {
        let (table, words) = &*RANKS;
        let rows = words.clone().map(|at| table.row(at));
        let rows: Vec<_> = rows.filter_map(|row| row.split_once('\t')).collect();
        assert!(rows.len() > 20_000 && rows.is_sorted_by(|a, b| a.0 < b.0));
        for (word, place) in rows {
            assert_eq!(rank(word), place.parse().ok(), "{word}");
        }
        for none in ["", "#", "#x", "aaaa", "zzzzzz", "\u{10ffff}"] {
            assert_eq!(rank(none), None, "{none}");
        }
    }

    #[test]
    fn rarer_words_weigh_more() {
        assert!(rarity("the") < rarity("government"));
        assert!(rarity("government") < rarity("ferry"));
        assert!(rarity("ferry") < rarity("19"));
        assert!(rarity("19") < rarity("xyzzy"));
    }
}
