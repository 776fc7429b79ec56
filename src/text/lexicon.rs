//! Word lists that are compiled in as data.

use std::collections::BTreeMap;
use std::sync::OnceLock;

/// A word list: folded words and phrases, in named sections (mostly languages).
///
/// The data is a text file: one entry a line; `[name]` begins a section; a line that begins with
/// `#` is a comment, and the first ones of a file say where its entries come from and what they
/// are for. Entries before the first heading belong to the section `""`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lexicon {
    /// The entries of each section, sorted.
    sections: BTreeMap<&'static str, Vec<&'static str>>,
    /// The entries of all sections, sorted; made when they are first asked for.
    all: OnceLock<Vec<&'static str>>,
}

impl Lexicon {
    /// Reads the data of a list.
    #[allow(
        clippy::stable_sort_primitive,
        reason = "pieces that are sorted already are merged, which is quicker"
    )]
    pub fn new(data: &'static str) -> Self {
        let mut lexicon = Self::default();
        let mut section = "";
        let mut entries = Vec::new();
        for line in data.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let heading = line.strip_prefix('[');
            if let Some(name) = heading.and_then(|rest| rest.strip_suffix(']')) {
                lexicon.add(section, &mut entries);
                section = name;
            } else if !line.starts_with('#') {
                entries.push(line);
            }
        }
        lexicon.add(section, &mut entries);
        for entries in lexicon.sections.values_mut() {
            entries.sort();
            entries.dedup();
        }
        lexicon
    }

    fn add(&mut self, section: &'static str, entries: &mut Vec<&'static str>) {
        if !entries.is_empty() {
            self.sections.entry(section).or_default().append(entries);
        }
    }

    /// Whether some section holds this folded entry.
    #[allow(
        clippy::stable_sort_primitive,
        reason = "pieces that are sorted already are merged, which is quicker"
    )]
    pub fn has(&self, entry: &str) -> bool {
        let all = self.all.get_or_init(|| {
            let mut all: Vec<_> = self.entries().collect();
            all.sort();
            all.dedup();
            all
        });
        all.binary_search(&entry).is_ok()
    }

    /// Whether the section `name` holds this folded entry.
    pub fn has_in(&self, name: &str, entry: &str) -> bool {
        self.sections
            .get(name)
            .is_some_and(|entries| entries.binary_search(&entry).is_ok())
    }

    /// The entries of the section `name`, sorted.
    pub fn section(&self, name: &str) -> impl Iterator<Item = &'static str> + '_ {
        self.sections.get(name).into_iter().flatten().copied()
    }

    /// The entries of the section `name` with the same first character as `text`, sorted: `text`
    /// can begin with no other.
    pub fn alike(&self, name: &str, text: &str) -> impl Iterator<Item = &'static str> + '_ {
        let first = text.chars().next();
        let entries = self.sections.get(name).map_or(&[][..], Vec::as_slice);
        let start = entries.partition_point(|entry| entry.chars().next() < first);
        let rest = entries.get(start..).unwrap_or_default().iter().copied();
        rest.take_while(move |entry| entry.chars().next() == first)
    }

    /// All entries of all sections, section by section.
    pub fn entries(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.sections.values().flatten().copied()
    }

    /// The names of the sections, sorted.
    pub fn sections(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.sections.keys().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::Lexicon;

    #[test]
    fn entries_belong_to_their_section() {
        let list =
            Lexicon::new("# from nowhere\n\n[en]\nread more\nrelated\n[vi]\ntin liên quan\n");
        assert!(list.has("tin liên quan") && list.has_in("en", "related"));
        assert!(!list.has_in("vi", "related") && !list.has("# from nowhere"));
        assert_eq!(list.sections().collect::<Vec<_>>(), ["en", "vi"]);
        assert_eq!(list.section("en").count(), 2);
        assert!(list.alike("en", "rain").eq(["read more", "related"]));
        assert_eq!(
            list.alike("en", "tin").count() + list.alike("de", "r").count(),
            0
        );
    }
}
