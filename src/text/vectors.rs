//! English words as vectors: words of like meaning have vectors of like direction.
//!
//! A static distillation of a sentence encoder; `data/README.md` says from what and how. A word
//! that the vocabulary lacks is the sum of its parts, found greedily from the left (`WordPiece`).

use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// How many numbers a vector has.
pub const DIMENSIONS: usize = 64;

/// A direction of meaning.
pub type Vector = [f32; DIMENSIONS];

/// Rows of a scale (f32) and one byte a dimension, in the order of the pieces.
static ROWS: &[u8] = include_bytes!("data/word_vectors.bin");
const ROW: usize = 4 + DIMENSIONS;

/// The pieces in byte order: first those that begin a word, then those that go on with one.
struct Pieces {
    beginning: Vec<&'static str>,
    continuing: Vec<&'static str>,
}

static PIECES: LazyLock<Pieces> = LazyLock::new(|| {
    let (continuing, beginning) = include_str!("data/word_pieces.txt")
        .lines()
        .partition::<Vec<_>, _>(|piece| piece.starts_with("##"));
    Pieces {
        beginning,
        continuing: continuing
            .iter()
            .filter_map(|piece| piece.strip_prefix("##"))
            .collect(),
    }
});

impl Pieces {
    /// The row of a piece.
    fn row(&self, piece: &str, begins: bool) -> Option<usize> {
        if begins {
            self.beginning.binary_search(&piece).ok()
        } else {
            let at = self.continuing.binary_search(&piece).ok()?;
            Some(self.beginning.len() + at)
        }
    }
}

/// The vector of a folded word; `None` where its letters are unknown.
///
/// The length tells how much the word says: "the" is short, "summit" long.
pub fn word(key: &str) -> Option<Vector> {
    let mut sum = [0.0; DIMENSIONS];
    let parts = key.split(|c: char| !c.is_alphanumeric());
    let mut known = false;
    for part in parts.filter(|part| !part.is_empty()) {
        let plain: String = part.nfd().filter(|c| c.is_alphanumeric()).collect();
        let Some(rows) = split(&plain) else { continue };
        known = true;
        for row in rows {
            add(&mut sum, row);
        }
    }
    known.then_some(sum)
}

/// The rows of the pieces of a word: the longest that fits, then the longest that goes on.
fn split(word: &str) -> Option<Vec<usize>> {
    let mut rows = Vec::new();
    let mut rest = word;
    while !rest.is_empty() {
        let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8());
        let (row, end) = ends.rev().find_map(|end| {
            let row = PIECES.row(rest.get(..end)?, rows.is_empty())?;
            Some((row, end))
        })?;
        rows.push(row);
        rest = rest.get(end..)?;
    }
    Some(rows)
}

/// Adds the vector of a row to `sum`.
fn add(sum: &mut Vector, row: usize) {
    let Some((scale, bytes)) = ROWS
        .get(row * ROW..(row + 1) * ROW)
        .and_then(|row| row.split_first_chunk::<4>())
    else {
        return;
    };
    let scale = f32::from_le_bytes(*scale);
    for (value, byte) in sum.iter_mut().zip(bytes) {
        *value += scale * f32::from(byte.cast_signed());
    }
}

/// The cosine of the angle between two vectors; 0 where one has no length.
pub fn cosine(a: &Vector, b: &Vector) -> f64 {
    let length = (dot(a, a) * dot(b, b)).sqrt();
    if length > 0.0 {
        dot(a, b) / length
    } else {
        0.0
    }
}

fn dot(a: &Vector, b: &Vector) -> f64 {
    f64::from(a.iter().zip(b).map(|(x, y)| x * y).sum::<f32>())
}

#[cfg(test)]
mod tests {
    use super::{PIECES, ROW, ROWS, cosine, split, word};

    #[test]
    fn every_piece_has_a_row_and_is_found_by_halving() {
        assert!(PIECES.beginning.is_sorted() && PIECES.continuing.is_sorted());
        let pieces = PIECES.beginning.len() + PIECES.continuing.len();
        assert_eq!(ROWS.len(), pieces * ROW);
        assert!(pieces > 27_000);
    }

    #[test]
    fn like_meaning_is_like_direction() {
        let like = |a, b| cosine(&word(a).unwrap(), &word(b).unwrap());
        assert!(like("talks", "negotiations") > like("talks", "ferry"));
        assert!(like("doctor", "physician") > like("doctor", "budget"));
        assert!((like("summit", "summit") - 1.0).abs() < 1e-6);
    }

    #[test]
    fn a_word_that_is_not_known_is_made_of_parts() {
        assert_eq!(split("ferry").map(|rows| rows.len()), Some(1));
        assert!(split("xyzzying").is_some_and(|rows| rows.len() > 1));
        assert!(word("渡輪船").is_none());
        assert_eq!(word("café"), word("cafe"), "accents do not count");
    }
}
