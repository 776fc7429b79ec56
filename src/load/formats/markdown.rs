//! Markdown: `CommonMark` text, with front matter in YAML or TOML.

use crate::load::formats::fields;
use crate::load::formats::html;
use crate::load::formats::plain;
use crate::load::raw::{Declared, Kind, Paragraph, Raw, one_line};
use crate::model::{Field, Reason};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use serde_json::{Map, Value};
use std::ops::Range;

/// A block of which links take a larger share leads to other articles.
const LINK_SHARE: f64 = 0.8;

/// Whether `text` is Markdown; with a `hint` that it should be, any text is.
pub(in crate::load) fn is_markdown(text: &str, hint: bool) -> bool {
    let headed = || {
        let first = text.lines().find(|line| !line.trim().is_empty());
        let signs = ["](http", "**", "\n## ", "\n> "];
        first.is_some_and(|line| line.starts_with("# ")) && signs.iter().any(|s| text.contains(s))
    };
    hint || front_matter(text).is_some_and(|front| front.read().is_ok()) || headed()
}

/// Reads Markdown.
pub(in crate::load) fn read(text: &str) -> Raw {
    let mut raw = Raw {
        format: "Markdown".to_owned(),
        ..Raw::default()
    };
    let front = front_matter(text);
    match front.as_ref().map(Front::read) {
        Some(Ok(values)) => {
            raw.declared = fields::declared(&values, |name| format!("front matter “{name}”"));
        }
        Some(Err(error)) => raw.notes.push(format!(
            "its front matter could not be read ({}) and was left out",
            one_line(&error)
        )),
        None => {}
    }
    let start = front.map_or(0, |front| front.end);
    let body = text.get(start..).unwrap_or_default();
    let before = text.get(..start).unwrap_or_default();
    let first = before.bytes().filter(|byte| *byte == b'\n').count() as u32 + 1;
    let mut reader = Reader::new(body, first);
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        reader.take(event, &range);
    }
    reader.flush();
    raw.paragraphs = reader.paragraphs;
    raw.declared.fill(reader.declared);
    raw
}

/// What stands before a text between lines of `---` (YAML) or `+++` (TOML).
struct Front<'a> {
    text: &'a str,
    toml: bool,
    /// Where the text begins.
    end: usize,
}

fn front_matter(text: &str) -> Option<Front<'_>> {
    let mark = ["---", "+++"].into_iter().find(|mark| {
        let first = text.lines().next().unwrap_or_default();
        first.trim_end() == *mark
    })?;
    let start = text.find('\n')? + 1;
    let mut at = start;
    for line in text.get(start..)?.split_inclusive('\n') {
        let bare = line.trim_end();
        if bare == mark || (mark == "---" && bare == "...") {
            return Some(Front {
                text: text.get(start..at)?,
                toml: mark == "+++",
                end: at + line.len(),
            });
        }
        at += line.len();
    }
    None
}

impl Front<'_> {
    /// Its fields, or what is wrong with it.
    fn read(&self) -> Result<Map<String, Value>, String> {
        let value = if self.toml {
            let table: toml::Table =
                toml::from_str(self.text).map_err(|e| e.message().to_owned())?;
            from_toml(toml::Value::Table(table))
        } else {
            serde_saphyr::from_str::<Value>(self.text).map_err(|e| yaml_trouble(&e.to_string()))?
        };
        match value {
            Value::Object(fields) => Ok(fields),
            _ => Err("no fields with names".to_owned()),
        }
    }
}

/// What is wrong with YAML, from what its reader says of it.
fn yaml_trouble(said: &str) -> String {
    let said = said.lines().next().unwrap_or_default();
    let said = said.trim_start_matches("error: ");
    // Limits on what aliases unfold to are told in terms of the reader's own.
    match said.split_once(": budget breached") {
        Some((place, _)) => format!("{place}: it unfolds to far more than front matter has"),
        None => said.to_owned(),
    }
}

/// The same value in the terms of JSON; dates are strings.
fn from_toml(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(truth) => truth.into(),
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        toml::Value::Array(all) => all.into_iter().map(from_toml).collect(),
        toml::Value::Table(table) => {
            let entries = table.into_iter();
            entries
                .map(|(name, value)| (name, from_toml(value)))
                .collect()
        }
    }
}

/// Makes paragraphs of the parser's events.
struct Reader<'a> {
    body: &'a str,
    paragraphs: Vec<Paragraph>,
    declared: Declared,
    text: String,
    /// The texts that stand for pictures of the paragraph.
    captions: Vec<String>,
    markup: String,
    linked: usize,
    links: u32,
    pictures: u32,
    quotes: u32,
    line: u32,
    counted: usize,
    begun: u32,
}

impl<'a> Reader<'a> {
    fn new(body: &'a str, line: u32) -> Self {
        Self {
            body,
            paragraphs: Vec::new(),
            declared: Declared::default(),
            text: String::new(),
            captions: Vec::new(),
            markup: String::new(),
            linked: 0,
            links: 0,
            pictures: 0,
            quotes: 0,
            line,
            counted: 0,
            begun: line,
        }
    }

    fn take(&mut self, event: Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => self.read(&text),
            Event::Html(markup) => self.markup.push_str(&markup),
            Event::InlineHtml(tag) if tag.to_ascii_lowercase().starts_with("<br") => {
                self.text.push('\n');
            }
            Event::SoftBreak => self.read(" "),
            Event::HardBreak => self.text.push('\n'),
            Event::Rule => self.flush(),
            _ => {}
        }
    }

    fn read(&mut self, text: &str) {
        if self.pictures > 0 {
            if let Some(caption) = self.captions.last_mut() {
                caption.push_str(text);
            }
            return;
        }
        if self.links > 0 {
            self.linked += text.len();
        }
        self.text.push_str(text);
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Link { .. } => self.links += 1,
            Tag::Image { .. } => {
                self.pictures += 1;
                self.captions.push(String::new());
            }
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {}
            Tag::TableCell => {
                if !self.text.is_empty() {
                    self.text.push_str(" | ");
                }
            }
            _ => {
                self.flush();
                self.begin(range.start);
                self.quotes += u32::from(matches!(tag, Tag::BlockQuote(_)));
            }
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Link => self.links -= 1,
            TagEnd::Image => self.pictures -= 1,
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::TableCell => {}
            TagEnd::Heading(HeadingLevel::H1) => {
                self.declared
                    .say(Field::Headline, &self.text, "first heading");
                self.flush();
            }
            TagEnd::HtmlBlock => {
                for paragraph in html::stripped(&std::mem::take(&mut self.markup)) {
                    let line = self.begun + paragraph.line - 1;
                    self.paragraphs.push(Paragraph { line, ..paragraph });
                }
            }
            _ => {
                self.flush();
                self.quotes -= u32::from(matches!(tag, TagEnd::BlockQuote(_)));
            }
        }
    }

    /// Notes the line of what begins at `at`.
    fn begin(&mut self, at: usize) {
        let passed = self.body.get(self.counted..at).unwrap_or_default();
        self.line += passed.bytes().filter(|byte| *byte == b'\n').count() as u32;
        self.counted = self.counted.max(at);
        self.begun = self.line;
    }

    /// Ends the paragraph that is being read.
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        let linked = std::mem::take(&mut self.linked);
        let kind = if linked as f64 > text.len() as f64 * LINK_SHARE {
            Kind::Aside(Reason::HeadlineList)
        } else if self.quotes > 0 {
            Kind::Quote
        } else {
            Kind::Text
        };
        let line = self.begun;
        for text in plain::lines_joined(&text) {
            self.paragraphs.push(Paragraph { text, line, kind });
        }
        for caption in std::mem::take(&mut self.captions) {
            let text = one_line(&caption);
            if !text.is_empty() {
                let kind = Kind::Aside(Reason::Credit);
                self.paragraphs.push(Paragraph { text, line, kind });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{is_markdown, read};
    use crate::load::raw::Kind;
    use crate::model::{Field, Reason};

    const PAGE: &str = "---\ntitle: \"Rain in Wendham\"\nauthors:\n  - Jane Roe\n  - John Doe\n\
        date: 2031-03-04\nsource: The Gazette\n---\n\n# Rain in Wendham\n\n![The river. Photo: Roe](a.jpg)\n\n\
        It *rained* on\nMonday, [the mayor](https://x.example) said.\n\n> Stay at home.\n\n- one\n- two\n\n\
        [Read more about rain](https://x.example/rain)\n\n<p>Markup &amp; text</p>\n";

    #[test]
    fn front_matter_text_quotes_and_furniture() {
        let raw = read(PAGE);
        for (field, value) in [
            (Field::Headline, "Rain in Wendham"),
            (Field::Byline, "Jane Roe, John Doe"),
            (Field::Published, "2031-03-04"),
            (Field::Outlet, "The Gazette"),
        ] {
            assert_eq!(raw.declared.get(field), Some(value));
        }
        let found: Vec<_> = raw
            .paragraphs
            .iter()
            .map(|p| (p.line, p.text.as_str(), p.kind))
            .collect();
        assert_eq!(
            found,
            [
                (10, "Rain in Wendham", Kind::Text),
                (12, "The river. Photo: Roe", Kind::Aside(Reason::Credit)),
                (14, "It rained on Monday, the mayor said.", Kind::Text),
                (17, "Stay at home.", Kind::Quote),
                (19, "one", Kind::Text),
                (20, "two", Kind::Text),
                (
                    22,
                    "Read more about rain",
                    Kind::Aside(Reason::HeadlineList)
                ),
                (24, "Markup & text", Kind::Text),
            ]
        );
    }

    #[test]
    fn toml_front_matter() {
        let raw = read("+++\ntitle = 'Rain'\ndate = 2031-03-04T05:06:00Z\n+++\nIt rained.");
        assert_eq!(raw.declared.get(Field::Headline), Some("Rain"));
        assert_eq!(
            raw.declared.get(Field::Published),
            Some("2031-03-04T05:06Z")
        );
        assert_eq!(raw.paragraphs[0].line, 5);
    }

    #[test]
    fn front_matter_that_cannot_be_read_is_said_to_be_so() {
        let raw = read("---\ntitle: [Rain\n---\nIt rained.");
        assert!(raw.notes[0].contains("front matter"), "{:?}", raw.notes);
        assert_eq!(raw.paragraphs.len(), 1);
    }

    #[test]
    fn content_tells_markdown_from_text() {
        assert!(is_markdown(PAGE, false) && is_markdown("# Rain\n\nIt **rained**.", false));
        assert!(!is_markdown("---\nIt rained.\n---\nIt stopped.", false));
        assert!(!is_markdown("# 1 seed wins\n\nIt was close.", false));
    }
}
