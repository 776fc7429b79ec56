//! Word lists that are compiled in as data.

use std::sync::OnceLock;

/// A word list: folded words and phrases, in named sections (mostly languages).
///
/// The data is a text file: one entry a line; `[name]` begins a section; a line that begins with
/// `#` is a comment, and the first ones of a file say where its entries come from and what they
/// are for. Entries before the first heading belong to the section `""`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lexicon {
    /// The entries of each section, sorted; the sections by name. They are few: to look at each is
    /// quicker than to search.
    sections: Vec<(&'static str, Vec<Entry>)>,
    /// The entries of all sections, sorted; made when they are first asked for.
    all: OnceLock<Vec<Entry>>,
}

/// An entry after the number that it begins with ([`beginning`]).
///
/// Nearly every word of every article is looked up in several lists, and numbers compare faster
/// than texts.
type Entry = (u64, &'static str);

/// The first eight bytes of a text as a number that sorts like them.
pub fn beginning(text: &str) -> u64 {
    let mut bytes = [0; 8];
    for (to, from) in bytes.iter_mut().zip(text.bytes()) {
        *to = from;
    }
    u64::from_be_bytes(bytes)
}

fn holds(entries: &[Entry], text: &str) -> bool {
    let looked_for = (beginning(text), text);
    entries.binary_search(&looked_for).is_ok()
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
                entries.push((beginning(line), line));
            }
        }
        lexicon.add(section, &mut entries);
        lexicon.sections.sort_by_key(|(name, _)| *name);
        for (_, entries) in &mut lexicon.sections {
            entries.sort();
            entries.dedup();
        }
        lexicon
    }

    fn add(&mut self, section: &'static str, entries: &mut Vec<Entry>) {
        if entries.is_empty() {
            return;
        }
        match self.sections.iter_mut().find(|(name, _)| *name == section) {
            Some((_, own)) => own.append(entries),
            None => self.sections.push((section, std::mem::take(entries))),
        }
    }

    /// The entries of the section `name`; none where there is none.
    fn of(&self, name: &str) -> &[Entry] {
        let section = self.sections.iter().find(|(own, _)| *own == name);
        section.map_or(&[], |(_, entries)| entries)
    }

    /// Whether some section holds this folded entry.
    pub fn has(&self, entry: &str) -> bool {
        holds(self.all(), entry)
    }

    /// Whether some entry of some section begins with this folded word: only then can a phrase
    /// that begins with it be an entry.
    pub fn begins(&self, word: &str) -> bool {
        let (all, looked_for) = (self.all(), (beginning(word), word));
        let at = all.partition_point(|entry| *entry < looked_for);
        all.get(at)
            .is_some_and(|(_, entry)| entry.starts_with(word))
    }

    #[allow(
        clippy::stable_sort_primitive,
        reason = "pieces that are sorted already are merged, which is quicker"
    )]
    fn all(&self) -> &[Entry] {
        self.all.get_or_init(|| {
            let sections = self.sections.iter();
            let mut all: Vec<_> = sections.flat_map(|(_, own)| own).copied().collect();
            all.sort();
            all.dedup();
            all
        })
    }

    /// Whether the section `name` holds this folded entry.
    pub fn has_in(&self, name: &str, entry: &str) -> bool {
        holds(self.of(name), entry)
    }

    /// The entries of the section `name`, sorted.
    pub fn section(&self, name: &str) -> impl Iterator<Item = &'static str> + '_ {
        self.of(name).iter().map(|(_, entry)| *entry)
    }

    /// The entries of the section `name` with the same first character as `text`, sorted: `text`
    /// can begin with no other.
    pub fn alike(&self, name: &str, text: &str) -> impl Iterator<Item = &'static str> + '_ {
        let first = text.chars().next();
        let entries = self.of(name);
        let start = entries.partition_point(|(_, entry)| entry.chars().next() < first);
        let rest = entries.get(start..).unwrap_or_default().iter();
        rest.map(|(_, entry)| *entry)
            .take_while(move |entry| entry.chars().next() == first)
    }

    /// All entries of all sections, section by section.
    pub fn entries(&self) -> impl Iterator<Item = &'static str> + '_ {
        let entries = self.sections.iter().flat_map(|(_, own)| own);
        entries.map(|(_, entry)| *entry)
    }

    /// The sections whose names begin with `prefix`, without it.
    #[must_use]
    pub fn within(&self, prefix: &str) -> Self {
        let sections = self.sections.iter();
        let own = sections.filter_map(|(name, entries)| {
            let rest = name.strip_prefix(prefix)?;
            Some((rest, entries.clone()))
        });
        Self {
            sections: own.collect(),
            all: OnceLock::new(),
        }
    }

    /// The names of the sections, sorted.
    pub fn sections(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.sections.iter().map(|(name, _)| *name)
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
        assert!(list.within("e").has_in("n", "related") && !list.within("e").has("tin liên quan"));
        assert!(list.begins("read") && list.begins("rel") && !list.begins("readers"));
        assert_eq!(list.sections().collect::<Vec<_>>(), ["en", "vi"]);
        assert_eq!(list.section("en").count(), 2);
        assert!(list.alike("en", "rain").eq(["read more", "related"]));
        assert_eq!(
            list.alike("en", "tin").count() + list.alike("de", "r").count(),
            0
        );
    }
}
