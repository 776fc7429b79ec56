//! English words as vectors: words of like meaning have vectors of like direction.
//!
//! A static distillation of a sentence encoder; `data/README.md` says from what and how. A word
//! that the vocabulary lacks is the sum of its parts, found greedily from the left (`WordPiece`).

use super::table::Table;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// How many numbers a vector has.
pub const DIMENSIONS: usize = 64;

/// How alike two words are in direction when one may stand for the other: below this, words of the
/// same topic are shown as often as words of like meaning.
pub const SYNONYM: f64 = 0.6;

/// A direction of meaning.
pub type Vector = [f32; DIMENSIONS];

/// Rows of a scale (f32) and one byte a dimension, in the order of the pieces.
static ROWS: &[u8] = include_bytes!("data/word_vectors.bin");
const ROW: usize = 4 + DIMENSIONS;

/// What stands before a piece that goes on with a word.
const GOES_ON: &str = "##";

/// The pieces: first those that begin a word, then those that go on with one; both in byte order.
struct Pieces {
    table: Table,
    /// How many begin a word.
    beginning: usize,
}

static PIECES: LazyLock<Pieces> = LazyLock::new(|| {
    let table = Table::new(include_str!("data/word_pieces.txt"));
    Pieces {
        beginning: table.first(0..table.count(), |row| row.starts_with(GOES_ON)),
        table,
    }
});

impl Pieces {
    /// The row of the longest piece that `rest` begins with, and its length in bytes.
    fn longest(&self, rest: &str, begins: bool) -> Option<(usize, usize)> {
        let (rows, sign) = if begins {
            (0..self.beginning, "")
        } else {
            (self.beginning..self.table.count(), GOES_ON)
        };
        let own = |row: &'static str| row.strip_prefix(sign).unwrap_or(row);
        let mut part = rest;
        while !part.is_empty() {
            let at = self.table.first(rows.clone(), |row| own(row) >= part);
            if rows.contains(&at) && own(self.table.row(at)) == part {
                return Some((at, part.len()));
            }
            // A shorter piece stands before `part`, and what stands between the two begins with it:
            // it is no longer than what `part` shares with the row before.
            let before = at.checked_sub(1).filter(|before| rows.contains(before))?;
            let pairs = own(self.table.row(before)).chars().zip(part.chars());
            let shared = pairs.take_while(|(x, y)| x == y).map(|(x, _)| x.len_utf8());
            part = part.get(..shared.sum())?;
        }
        None
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
        let (row, end) = PIECES.longest(rest, rows.is_empty())?;
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
    use super::{GOES_ON, PIECES, ROW, ROWS, cosine, split, word};

    #[test]
    fn every_piece_has_a_row_and_is_found_by_halving() {
        let table = &PIECES.table;
        assert_eq!(ROWS.len(), table.count() * ROW);
        assert!(table.count() > 27_000 && PIECES.beginning > 20_000);
        for row in 0..table.count() {
            let line = table.row(row);
            let (piece, begins) = match line.strip_prefix(GOES_ON) {
                Some(piece) => (piece, false),
                None => (line, true),
            };
            assert_eq!(
                PIECES.longest(piece, begins),
                Some((row, piece.len())),
                "{line}"
            );
        }
        assert_eq!(PIECES.longest("", true), None);
    }

    #[test]
    fn the_longest_piece_is_taken() {
        let table = &PIECES.table;
        for word in [
            "impropriety",
            "xyzzying",
            "zzz",
            "0001",
            "unfortunatelyness",
            "ferryman",
        ] {
            let rows = || (0..PIECES.beginning).map(|row| (row, table.row(row)));
            let fitting = rows().filter(|(_, piece)| word.starts_with(piece));
            let longest = fitting.max_by_key(|(_, piece)| piece.len());
            let longest = longest.map(|(row, piece)| (row, piece.len()));
            assert_eq!(PIECES.longest(word, true), longest, "{word}");
        }
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
