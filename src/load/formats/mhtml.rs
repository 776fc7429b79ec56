//! Web archives (`.mhtml`, `.mht`): a page and its pictures as one MIME message (RFC 2557).

use data_encoding::BASE64;
use mailparse::body::Body;
use mailparse::{MailHeaderMap, ParsedMail};

/// A browser's archive has one boundary; more are levels of messages in messages.
const MOST_LEVELS: usize = 20;

/// The headers of a message stand in so many bytes.
const HEAD: usize = 4096;

/// The page in an archive.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::load) struct Archived {
    /// Its bytes, in its own encoding.
    pub page: Vec<u8>,
    /// The encoding that the archive names.
    pub charset: Option<String>,
    /// Where it was saved from.
    pub url: Option<String>,
    /// What is broken in the archive, and what was made of it.
    pub notes: Vec<String>,
}

/// Whether `bytes` begin as a web archive does.
pub(in crate::load) fn is_archive(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(bytes.get(..HEAD.min(bytes.len())).unwrap_or_default());
    let head = head.trim_start_matches(['\u{feff}', '\r', '\n']);
    let first = head.split(':').next().unwrap_or_default();
    let is_header = !first.is_empty()
        && first
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let blank = head.find("\n\n").or_else(|| head.find("\n\r\n"));
    let fields = head.get(..blank.unwrap_or(head.len())).unwrap_or_default();
    let fields = fields.to_ascii_lowercase();
    let types = [
        "multipart/related",
        "multipart/mixed",
        "multipart/alternative",
        "text/html",
    ];
    is_header
        && fields.contains("content-type:")
        && (fields.contains("mime-version:") || fields.contains("content-location:"))
        && types.iter().any(|kind| fields.contains(kind))
}

/// The page in the archive `bytes`, if there is one: the part that the archive calls its start,
/// else its first page, else what looks like a page between its broken parts.
pub(in crate::load) fn page(bytes: &[u8]) -> Option<Archived> {
    part(bytes).or_else(|| {
        let beginnings: [&[u8]; 2] = [b"<!doctype", b"<html"];
        let begins = |at: &[u8]| {
            let tag = |tag: &&[u8]| {
                at.get(..tag.len())
                    .is_some_and(|it| it.eq_ignore_ascii_case(tag))
            };
            beginnings.iter().any(tag)
        };
        let start = (0..bytes.len()).find(|at| bytes.get(*at..).is_some_and(begins))?;
        Some(Archived {
            page: bytes.get(start..)?.to_vec(),
            charset: None,
            url: None,
            notes: vec![
                "the parts of this web archive cannot be told apart; what begins like a page in it \
                 was read as it stands"
                    .to_owned(),
            ],
        })
    })
}

/// The page that an archive names.
fn part(bytes: &[u8]) -> Option<Archived> {
    let marks = String::from_utf8_lossy(bytes).matches("boundary=").count();
    if marks > MOST_LEVELS {
        return None;
    }
    let mail = mailparse::parse_mail(bytes).ok()?;
    let start = mail.ctype.params.get("start");
    let mut pages = Vec::new();
    collect(&mail, &mut pages);
    let is_start = |part: &&&ParsedMail<'_>| {
        let id = part.headers.get_first_value("Content-ID");
        start.is_some() && id.as_ref() == start
    };
    let part = pages.iter().find(is_start).or_else(|| pages.first())?;
    let location = part.headers.get_first_value("Content-Location");
    let url = location
        .or_else(|| mail.headers.get_first_value("Snapshot-Content-Location"))
        .filter(|url| url.starts_with("http"));
    let (page, mut notes) = body(part);
    let unclosed = !mail.subparts.is_empty() && bytes.ends_with(part.raw_bytes);
    if unclosed {
        notes.push("the file ends before the archive does; its end may be missing".to_owned());
    }
    Some(Archived {
        page,
        charset: part.ctype.params.get("charset").cloned(),
        url,
        notes,
    })
}

/// The bytes of a part, as far as they can be decoded, and what is wrong with the rest.
fn body(part: &ParsedMail<'_>) -> (Vec<u8>, Vec<String>) {
    let mut notes = Vec::new();
    let bytes = match part.get_body_encoded() {
        Body::Base64(body) => {
            let (bytes, whole) = base64(body.get_raw());
            if !whole {
                notes.push("its base64 is broken; it was read as far as that goes".to_owned());
            }
            bytes
        }
        Body::QuotedPrintable(body) => {
            let raw = body.get_raw();
            let broken = raw.windows(3).filter(|it| is_broken_escape(it)).count();
            if broken > 0 {
                notes.push(format!(
                    "{broken} escapes of its quoted-printable text are broken and stand as they are"
                ));
            }
            body.get_decoded().unwrap_or_else(|_| raw.to_vec())
        }
        Body::SevenBit(body) | Body::EightBit(body) => body.get_raw().to_vec(),
        Body::Binary(body) => body.get_raw().to_vec(),
    };
    (bytes, notes)
}

/// What base64 stands for, up to the first thing in it that is none; and whether that was all.
fn base64(text: &[u8]) -> (Vec<u8>, bool) {
    let letters = text
        .iter()
        .copied()
        .filter(|byte| !byte.is_ascii_whitespace());
    let mut letters: Vec<u8> = letters.collect();
    let good = letters
        .iter()
        .position(|it| !(it.is_ascii_alphanumeric() || b"+/".contains(it)))
        .unwrap_or(letters.len());
    let whole = letters.iter().skip(good).all(|it| *it == b'=');
    // A last group that is short is filled up, and what that adds taken off again.
    letters.truncate(good);
    letters.resize(good.next_multiple_of(4), b'A');
    let mut bytes = BASE64.decode(&letters).unwrap_or_default();
    bytes.truncate(good * 3 / 4);
    (bytes, whole && good % 4 != 1)
}

/// Whether three bytes begin like an escape (`=E9`, or `=` at the end of a line) and are none.
fn is_broken_escape(bytes: &[u8]) -> bool {
    match bytes {
        [b'=', b'\r' | b'\n' | b' ' | b'\t', _] => false,
        [b'=', a, b] => !(a.is_ascii_hexdigit() && b.is_ascii_hexdigit()),
        _ => false,
    }
}

/// The pages in a message, in order.
fn collect<'a, 'b>(mail: &'a ParsedMail<'b>, pages: &mut Vec<&'a ParsedMail<'b>>) {
    if mail.ctype.mimetype == "text/html" || mail.ctype.mimetype == "application/xhtml+xml" {
        pages.push(mail);
    }
    for part in &mail.subparts {
        collect(part, pages);
    }
}

#[cfg(test)]
mod tests {
    use super::{is_archive, page};

    const ARCHIVE: &str = "From: <Saved by Blink>\r\n\
        Snapshot-Content-Location: https://gazette.example/rain\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/related; type=\"text/html\"; boundary=\"--x\"\r\n\r\n\r\n\
        ----x\r\nContent-Type: text/html; charset=windows-1252\r\n\
        Content-Transfer-Encoding: quoted-printable\r\n\
        Content-Location: https://gazette.example/rain\r\n\r\n\
        <p>Caf=E9 in the =\r\nrain</p>\r\n\
        ----x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n\
        ----x--\r\n";

    #[test]
    fn the_page_is_taken_out_with_address_and_encoding() {
        assert!(is_archive(ARCHIVE.as_bytes()));
        let found = page(ARCHIVE.as_bytes()).unwrap();
        assert_eq!(found.url.as_deref(), Some("https://gazette.example/rain"));
        assert_eq!(found.charset.as_deref(), Some("windows-1252"));
        assert_eq!(found.page.trim_ascii_end(), b"<p>Caf\xe9 in the rain</p>");
    }

    #[test]
    fn other_texts_are_no_archives() {
        for text in [
            "",
            "Title: Rain\nDate: 2031-03-04\n\nIt rained.",
            "<p>mime-version: 1</p>",
        ] {
            assert!(!is_archive(text.as_bytes()), "{text}");
        }
        assert_eq!(page(b"Content-Type: multipart/related\r\n\r\nx"), None);
    }
}
