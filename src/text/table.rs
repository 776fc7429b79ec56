//! Large tables that are compiled in as text, a row a line.

use std::ops::Range;

/// The rows of a table whose keys are in byte order, at least within the ranges that are searched.
///
/// Only where they begin is worked out: a short story asks for a few hundred of its 20,000 rows.
pub(super) struct Table {
    text: &'static str,
    /// Where each row begins, and where the text ends.
    starts: Vec<u32>,
}

impl Table {
    /// The rows of a text of which every line ends in a line break.
    pub(super) fn new(text: &'static str) -> Self {
        let ends = memchr::memchr_iter(b'\n', text.as_bytes());
        let starts = std::iter::once(0).chain(ends.map(|end| end as u32 + 1));
        Self {
            text,
            starts: starts.collect(),
        }
    }

    /// How many rows there are.
    pub(super) fn count(&self) -> usize {
        self.starts.len() - 1
    }

    /// A row; empty where there is none.
    pub(super) fn row(&self, at: usize) -> &'static str {
        let place = |at: usize| self.starts.get(at).map(|start| *start as usize);
        let ends = place(at).zip(place(at + 1));
        let row = ends.and_then(|(start, end)| self.text.get(start..end - 1));
        row.unwrap_or_default()
    }

    /// The first of some rows for which `is` holds, if it holds for all after that one, too; else
    /// where they end.
    pub(super) fn first(&self, rows: Range<usize>, is: impl Fn(&'static str) -> bool) -> usize {
        let (mut low, mut high) = (rows.start, rows.end);
        while low < high {
            let middle = low.midpoint(high);
            if is(self.row(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn rows_are_found_by_halving() {
        let table = Table::new("# said\nant\nbee\ncat\n");
        assert_eq!((table.count(), table.row(1), table.row(9)), (4, "ant", ""));
        assert_eq!(table.first(1..4, |row| row >= "bee"), 2);
        assert_eq!(table.first(1..4, |row| row >= "dog"), 4);
        assert_eq!(table.first(0..4, |row| !row.starts_with('#')), 1);
    }
}
