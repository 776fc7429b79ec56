//! Web archives (`.mhtml`, `.mht`): a page and its pictures as one MIME message (RFC 2557).

use mailparse::{MailHeaderMap, ParsedMail};

/// A browser's archive has one boundary; more are levels of messages in messages.
const MOST_LEVELS: usize = 20;

/// The headers of a message stand in so many bytes.
const HEAD: usize = 4096;

/// The page in an archive.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Archived {
    /// Its bytes, in its own encoding.
    pub page: Vec<u8>,
    /// The encoding that the archive names.
    pub charset: Option<String>,
    /// Where it was saved from.
    pub url: Option<String>,
}

/// Whether `bytes` begin as a web archive does.
pub(super) fn is_archive(bytes: &[u8]) -> bool {
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
/// else its first page.
pub(super) fn page(bytes: &[u8]) -> Option<Archived> {
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
    Some(Archived {
        page: part.get_body_raw().ok()?,
        charset: part.ctype.params.get("charset").cloned(),
        url,
    })
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
