//! English words as vectors: words of like meaning have vectors of like direction.
//!
//! A static distillation of a sentence encoder; `data/README.md` says from what and how. A word
//! that the vocabulary lacks is the sum of its parts, found greedily from the left (`WordPiece`).

use std::cmp::Ordering;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// How many numbers a vector has.
pub const DIMENSIONS: usize = 64;

/// A direction of meaning.
pub type Vector = [f32; DIMENSIONS];

/// Rows of a scale (f32) and one byte a dimension, in the order of the pieces.
static ROWS: &[u8] = include_bytes!("data/word_vectors.bin");
const ROW: usize = 4 + DIMENSIONS;

/// The pieces, a line for each: first those that begin a word, then those that go on with one, after
/// [`GOES_ON`]; both in byte order.
static TEXT: &str = include_str!("data/word_pieces.txt");
const GOES_ON: &str = "##";

/// Where the pieces stand in [`TEXT`].
struct Pieces {
    /// Where each begins, and where the text ends.
    starts: Vec<u32>,
    /// How many begin a word.
    beginning: usize,
}

static PIECES: LazyLock<Pieces> = LazyLock::new(|| {
    let ends = (1..).zip(TEXT.bytes()).filter(|(_, byte)| *byte == b'\n');
    let starts = std::iter::once(0).chain(ends.map(|(end, _)| end));
    let starts: Vec<u32> = starts.collect();
    let rest = TEXT.find(&format!("\n{GOES_ON}")).unwrap_or(TEXT.len());
    Pieces {
        beginning: starts.partition_point(|start| *start as usize <= rest),
        starts,
    }
});

impl Pieces {
    fn count(&self) -> usize {
        self.starts.len() - 1
    }

    fn line(&self, row: usize) -> &'static str {
        let place = |at: usize| self.starts.get(at).map_or(0, |start| *start as usize);
        let line = TEXT.get(place(row)..place(row + 1)).unwrap_or_default();
        line.trim_end_matches('\n')
    }

    /// The row of a piece.
    fn row(&self, piece: &str, begins: bool) -> Option<usize> {
        let (mut low, mut high) = if begins {
            (0, self.beginning)
        } else {
            (self.beginning, self.count())
        };
        while low < high {
            let middle = low.midpoint(high);
            let line = self.line(middle);
            let known = if begins {
                line
            } else {
                line.strip_prefix(GOES_ON).unwrap_or(line)
            };
            match known.cmp(piece) {
                Ordering::Equal => return Some(middle),
                Ordering::Less => low = middle + 1,
                Ordering::Greater => high = middle,
            }
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
    use super::{GOES_ON, PIECES, ROW, ROWS, TEXT, cosine, split, word};

    #[test]
    fn every_piece_has_a_row_and_is_found_by_halving() {
        assert_eq!(ROWS.len(), PIECES.count() * ROW);
        assert!(PIECES.count() > 27_000 && PIECES.beginning > 20_000);
        for (row, line) in TEXT.lines().enumerate() {
            let (piece, begins) = match line.strip_prefix(GOES_ON) {
                Some(piece) => (piece, false),
                None => (line, true),
            };
            assert_eq!(PIECES.row(piece, begins), Some(row), "{line}");
        }
        assert_eq!(PIECES.row("", true), None);
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
