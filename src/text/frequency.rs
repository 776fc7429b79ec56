//! How common a word is in general.

use std::cmp::Ordering;

/// A line for each word, in byte order of the words. It is searched as it stands: a short story asks
/// for a few hundred of its 20,000 lines.
const RANKS: &str = include_str!("data/word_ranks.txt");

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
    let mut rest = RANKS.as_bytes();
    while !rest.is_empty() {
        let half = rest.len() / 2;
        let start = rest[..half].iter().rposition(|&byte| byte == b'\n');
        let start = start.map_or(0, |at| at + 1);
        let length = rest[start..].iter().position(|&byte| byte == b'\n');
        let end = length.map_or(rest.len(), |length| start + length);
        let mut fields = rest[start..end].split(|&byte| byte == b'\t');
        // Comments come first and sort before all words.
        match fields.next()?.cmp(key.as_bytes()) {
            Ordering::Equal => return std::str::from_utf8(fields.next()?).ok()?.parse().ok(),
            Ordering::Less => rest = rest.get(end + 1..)?,
            Ordering::Greater => rest = &rest[..start],
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{RANKS, rank, rarity};

    #[test]
    fn each_word_of_the_ranking_is_found_by_halving() {
        let lines = RANKS.lines().filter(|line| !line.starts_with('#'));
        let rows: Vec<_> = lines.filter_map(|line| line.split_once('\t')).collect();
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
