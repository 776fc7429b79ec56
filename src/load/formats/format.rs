//! Which format a text has: its content decides, the file's ending is a hint.

use crate::load::formats::json;
use crate::load::formats::markdown;
use std::path::Path;

/// The format of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::load) enum Format {
    Html,
    Json,
    Markdown,
    Plain,
}

/// The endings of article files; a directory's other files are none.
pub(in crate::load) const ENDINGS: [&str; 13] = [
    "txt", "text", "html", "htm", "xhtml", "mhtml", "mht", "md", "markdown", "mdown", "json",
    "jsonl", "ndjson",
];

/// The endings of documents that may hold an article and are not read: of such a file in a directory
/// the reader must hear.
pub(in crate::load) const DOCUMENTS: [&str; 8] = [
    "pdf",
    "doc",
    "docx",
    "odt",
    "rtf",
    "epub",
    "pages",
    "webarchive",
];

/// Where a page says that it is one.
const TOP: usize = 4096;

/// The format of `text`, which was read from `name`.
pub(in crate::load) fn of(text: &str, name: &str) -> Format {
    let ending = ending(Path::new(name)).unwrap_or_default();
    let is = |endings: &[&str]| endings.contains(&ending.as_str());
    if json::is_json(text, is(&["json", "jsonl", "ndjson"])) {
        Format::Json
    } else if is_html(text, is(&["html", "htm", "xhtml"])) {
        Format::Html
    } else if markdown::is_markdown(text, is(&["md", "markdown", "mdown"])) {
        Format::Markdown
    } else {
        Format::Plain
    }
}

/// The ending of a path in small letters.
pub(in crate::load) fn ending(path: &Path) -> Option<String> {
    let ending = path.extension()?.to_string_lossy();
    Some(ending.to_lowercase())
}

/// Whether `text` is a web page or a part of one.
fn is_html(text: &str, hint: bool) -> bool {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let mut top: String = text.chars().take(TOP).collect();
    top.make_ascii_lowercase();
    let is_page = ["<!doctype html", "<html", "<head", "<body"];
    let is_part = [
        "<p", "<div", "<article", "<section", "<main", "<h1", "<meta", "<title",
    ];
    let has = |tags: &[&str]| tags.iter().any(|tag| top.contains(tag));
    let begins = top.starts_with('<');
    begins && (has(&is_page) || has(&is_part)) || hint && (has(&is_page) || has(&is_part) || begins)
}

#[cfg(test)]
mod tests {
    use super::{Format, of};

    #[test]
    fn content_decides_and_the_ending_is_a_hint() {
        for (name, text, format) in [
            ("a.txt", " <!DOCTYPE html>\n<p>x", Format::Html),
            ("-", "<?xml version='1.0'?><html><body>x", Format::Html),
            ("a.md", "<html><p>x</p></html>", Format::Html),
            ("a.html", "Rain\n\nIt rained.", Format::Plain),
            ("a.html", "{\"text\": \"<p>It rained.</p>\"}", Format::Json),
            ("a.html", "It rained. <p>It stopped.", Format::Html),
            ("a.txt", "{\"text\": \"It rained.\"}", Format::Json),
            ("a.json", "{\"text\": \"It", Format::Json),
            ("a.json", "It rained.", Format::Plain),
            ("a.md", "It rained.", Format::Markdown),
            (
                "a.txt",
                "It rained. 1 < 2, and <p> is a tag.",
                Format::Plain,
            ),
            ("a.txt", "<no comment> was all she said.", Format::Plain),
        ] {
            assert_eq!(of(text, name), format, "{name}: {text}");
        }
    }
}
