//! Paragraphs to an article: what each of them is, and the sentences of the body.

use crate::load::formats::plain;
use crate::load::furniture;
use crate::load::head;
use crate::load::head::Head;
use crate::load::head::dateline;
use crate::load::head::stamps;
use crate::load::lines::language;
use crate::load::lines::parted;
use crate::load::page::Page;
use crate::load::page::marks;
use crate::load::raw::{Declared, Kind, Paragraph, Raw};
use crate::model::{Article, ArticleId, Block, Field, Reading, Sentence, Vocabulary};
use crate::text::{Span, fold::fold};
use std::collections::BTreeMap;

/// The article that `raw` holds, still without sentences, named `source` by the user. What was `given` from outside is
/// believed before all else; `outlet` is its outlet's name where nobody says another.
pub(super) fn article(
    source: &str,
    outlet: &str,
    given: &Declared,
    words: &Vocabulary,
    raw: Raw,
) -> Article {
    let mut declared = given.clone();
    declared.fill(raw.declared.clone());
    let mut paragraphs = raw.paragraphs;
    for paragraph in &mut paragraphs {
        if let Some(text) = marks::paired(&paragraph.text) {
            paragraph.text = text;
        }
    }
    parted::part(&mut paragraphs);
    dateline::join(&mut paragraphs);
    add_headline(&mut paragraphs, declared.get(Field::Headline));
    let texts: Vec<_> = paragraphs.iter().map(|p| p.text.as_str()).collect();
    let text = texts.join("\n");
    let (language, language_from) = language_of(&text, given, &declared);
    let mut page = Page::new(paragraphs, declared.get(Field::Headline).is_some());
    page.lined = raw.format.starts_with(plain::FORMAT);
    let outlet = declared.get(Field::Outlet).unwrap_or(outlet);
    let mut head = head::read(&mut page, &declared, outlet);
    furniture::mark_listed(&mut page, &words.furniture);
    furniture::mark(&mut page, head.byline.as_deref(), language.as_deref());
    head.published = head.published.or_else(|| stamps::published(&page));
    let blocks = blocks(&page);
    let headline = head.headline.and_then(|(at, span)| {
        let block = blocks.get(at)?;
        Some(span.shift(block.span.start))
    });
    let reading = Reading {
        fields: fields(&declared, &head, language_from),
        format: raw.format,
        notes: raw.notes,
        ..Reading::default()
    };
    Article {
        id: ArticleId(0),
        outlet: outlet.to_owned(),
        source: source.to_owned(),
        headline,
        byline: head.byline,
        published: head.published,
        url: head.url,
        sentences: Vec::new(),
        language,
        blocks,
        text,
        reading,
    }
}

/// The article with the sentences of its body.
pub(super) fn divided(article: Article) -> Article {
    let language = article.language.as_deref();
    let sentences = Sentence::of_body(&article.text, &article.blocks, language);
    Article {
        sentences,
        ..article
    }
}

/// The language of `text` and who says so. Pages declare the language of their template as often
/// as that of their text, so that the words of the text, where they leave no doubt, come first.
fn language_of(text: &str, given: &Declared, declared: &Declared) -> (Option<String>, String) {
    let said = |by: &Declared| {
        let value = by.get(Field::Language)?.to_owned();
        Some((Some(value), by.from(Field::Language)?.to_owned()))
    };
    let guessed = || {
        Some((
            Some(language::guess(text)?),
            "the words of the text".to_owned(),
        ))
    };
    said(given)
        .or_else(guessed)
        .or_else(|| said(declared))
        .unwrap_or_default()
}

/// Where each field was found.
fn fields(declared: &Declared, head: &Head, language_from: String) -> BTreeMap<Field, String> {
    let found = [
        (
            Field::Outlet,
            declared.get(Field::Outlet).is_some(),
            "the name of the file",
        ),
        (Field::Headline, head.headline.is_some(), Field::IN_THE_TEXT),
        (Field::Byline, head.byline.is_some(), Field::IN_THE_TEXT),
        (
            Field::Published,
            head.published.is_some(),
            Field::IN_THE_TEXT,
        ),
        (Field::Url, head.url.is_some(), Field::IN_THE_TEXT),
    ];
    let mut fields = BTreeMap::new();
    for (field, found, otherwise) in found {
        let from = declared.from(field).unwrap_or(otherwise);
        if found || field == Field::Outlet {
            fields.insert(field, from.to_owned());
        }
    }
    if !language_from.is_empty() {
        fields.insert(Field::Language, language_from);
    }
    fields
}

/// Puts a headline that the format names before paragraphs that do not hold it.
fn add_headline(paragraphs: &mut Vec<Paragraph>, headline: Option<&str>) {
    // Folding leaves more than a quarter of any text; a wide letter becomes one byte of three.
    const SHRINKS: usize = 4;
    if let Some(headline) = headline
        && let key = fold(headline)
        && let mut short = paragraphs
            .iter()
            .filter(|p| p.text.len() <= headline.len() * SHRINKS)
        && !short.any(|p| fold(&p.text) == key)
    {
        paragraphs.insert(0, Paragraph::new(headline.to_owned(), 1));
    }
}

/// The blocks of the page where they stand in its text, in which line breaks part them.
fn blocks(page: &Page) -> Vec<Block> {
    let mut start = 0;
    page.blocks
        .iter()
        .map(|block| {
            let span = Span::new(start, start + block.text().len());
            start = span.end + 1;
            Block {
                span,
                line: block.paragraph.line,
                role: block.role,
                quoted: block.paragraph.kind == Kind::Quote,
            }
        })
        .collect()
}
