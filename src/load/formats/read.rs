//! Bytes to raw articles: which format they have, and the reader for it.

use crate::load::error::LoadError;
use crate::load::formats::decode;
use crate::load::formats::format::{self, Format};
use crate::load::formats::garbled;
use crate::load::formats::html;
use crate::load::formats::json;
use crate::load::formats::markdown;
use crate::load::formats::mhtml;
use crate::load::formats::plain;
use crate::load::raw::Raw;
use crate::text::clean::hidden;
use decode::NoText;

/// A raw article and how to call it: the name of its file, and where in it it stands if there are
/// several.
pub(in crate::load) type Named = (String, Raw);

/// The articles in `bytes`, which the user named `name`; for each that cannot be read, why.
pub(in crate::load) fn read(name: &str, bytes: &[u8]) -> Vec<Result<Named, LoadError>> {
    let is_archive = mhtml::is_archive(bytes);
    let archive = is_archive.then(|| mhtml::page(bytes)).flatten();
    if is_archive && archive.is_none() {
        return vec![Err(LoadError::Malformed {
            name: name.to_owned(),
            what: "there is no page in this web archive".to_owned(),
            remedy: "open it in a browser, and save the page again, or its text as a .txt file",
        })];
    }
    let (page, charset, url) = match &archive {
        Some(found) => (
            found.page.as_ref(),
            found.charset.as_deref(),
            found.url.as_deref(),
        ),
        None => (bytes, None, None),
    };
    let decoded = match decode::decode(page, charset) {
        Ok(decoded) => decoded,
        Err(no_text) => return vec![Err(why(name, no_text))],
    };
    let mut notes = archive
        .as_ref()
        .map_or_else(Vec::new, |it| it.notes.clone());
    notes.extend(decoded.notes.iter().cloned());
    notes.extend(hiding(&decoded.text));
    let mended = garbled::mended(&decoded.text);
    notes.extend(mended.as_ref().map(|(_, marks)| encoded_twice(*marks)));
    let text = mended
        .as_ref()
        .map_or(decoded.text.as_ref(), |(text, _)| text);
    let mut read = match format::of(text, name) {
        _ if archive.is_some() => one(name, archived(text, url)),
        Format::Html => one(name, html::read(text, None)),
        Format::Markdown => one(name, markdown::read(text)),
        Format::Plain => one(name, plain::read(text)),
        Format::Json => entries(name, text),
    };
    for (_, raw) in read.iter_mut().flatten() {
        raw.cut();
        raw.notes.splice(..0, notes.iter().cloned());
        raw.format = format!("{}, {} by {}", raw.format, decoded.encoding, decoded.by);
    }
    read
}

/// That so many marks were put right.
fn encoded_twice(marks: usize) -> String {
    let many = if marks == 1 {
        "1 dash or quotation mark was".to_owned()
    } else {
        format!("{marks} dashes or quotation marks were")
    };
    format!("{many} encoded twice, and read as meant")
}

/// That a text holds what one cannot see; a few such characters are slips of the software that
/// wrote it.
fn hiding(text: &str) -> Option<String> {
    const FEW: usize = 20;
    const SHARE: usize = 100;
    let hidden = hidden(text);
    (hidden > FEW && hidden > text.len() / SHARE).then(|| {
        format!(
            "{hidden} characters that cannot be seen or change how others are shown (control \
             characters, direction marks, zero-width characters, heaps of accents) were taken out"
        )
    })
}

fn archived(text: &str, url: Option<&str>) -> Raw {
    Raw {
        format: "web archive".to_owned(),
        ..html::read(text, url.map(|url| (url, "the web archive")))
    }
}

fn one(name: &str, raw: Raw) -> Vec<Result<Named, LoadError>> {
    let name = name.to_owned();
    if raw.paragraphs.is_empty() {
        return vec![Err(match raw.format.as_str() {
            "saved web page" | "web archive" => LoadError::Malformed {
                name,
                what: "no text was found in this page".to_owned(),
                remedy: "open it in a browser, and save the article's text as a .txt file",
            },
            _ => LoadError::Empty { name },
        })];
    }
    vec![Ok((name, raw))]
}

/// The articles of a JSON text.
fn entries(name: &str, text: &str) -> Vec<Result<Named, LoadError>> {
    let malformed = |name: String, wrong: json::Malformed| LoadError::Malformed {
        name,
        what: wrong.what,
        remedy: wrong.remedy,
    };
    let entries = match json::read(text) {
        Ok(entries) => entries,
        Err(wrong) => return vec![Err(malformed(name.to_owned(), wrong))],
    };
    if entries.is_empty() {
        return vec![Err(LoadError::Empty {
            name: name.to_owned(),
        })];
    }
    let read = entries.into_iter().map(|(place, raw)| {
        let name = place.map_or_else(|| name.to_owned(), |place| format!("{name}, {place}"));
        match raw {
            Ok(raw) => Ok((name, raw)),
            Err(wrong) => Err(malformed(name, wrong)),
        }
    });
    read.collect()
}

fn why(name: &str, no_text: NoText) -> LoadError {
    let name = name.to_owned();
    match no_text {
        NoText::Binary(what) => LoadError::NotText { name, what },
        NoText::Undecodable => LoadError::Undecodable { name },
    }
}
