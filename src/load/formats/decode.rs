//! Bytes to text.

use crate::text::clean::{clean, has_controls};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

/// Why bytes are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::load) enum NoText {
    /// They are something else.
    Binary(&'static str),
    /// No known encoding fits.
    Undecodable,
}

/// How files begin that are not text, and what they are.
const MAGIC: [(&[u8], &str); 16] = [
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "an office document or zip archive"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "a rich text (RTF) document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"RIFF", "an image, sound or film"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"\x28\xb5\x2f\xfd", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"[InternetShortcut]", "a link to a web page"),
    (b"[{000214A0", "a link to a web page"),
    (b"bplist", "a web archive or a link of Safari"),
];

/// Text with a larger share of control characters is binary data that happens to decode.
const MAX_CONTROL_SHARE: f64 = 0.01;

/// A larger share of undecodable characters means that the encoding is none that is known.
const MAX_BAD_SHARE: f64 = 0.01;

/// A page declares its encoding in so many bytes; HTML allows 1024, pages in use need more.
const DECLARED_WITHIN: usize = 4096;

/// A text, and what its bytes were read as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::load) struct Decoded<'a> {
    pub text: Cow<'a, str>,
    /// The name of the encoding.
    pub encoding: &'static str,
    /// Who says that it is this one.
    pub by: &'static str,
    /// What of the bytes is not as it says, or could not be read.
    pub notes: Vec<String>,
}

/// The text of `bytes`: by byte order mark; as UTF-8 if valid bytes beyond ASCII prove it; by what
/// `header` (of a web server or an archive) or else the page itself declares, if that fits; as UTF-8
/// if nearly so, or UTF-16 if its zero bytes say so; in the encoding that chardetng finds likely.
pub(in crate::load) fn decode<'a>(
    bytes: &'a [u8],
    header: Option<&str>,
) -> Result<Decoded<'a>, NoText> {
    if let Some((_, what)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(NoText::Binary(what));
    }
    let mut decoded = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => {
            let text = decode_as(encoding, bytes.get(length..).unwrap_or_default())?;
            named(text, encoding, "its byte order mark")
        }
        None => decode_unmarked(bytes, header)?,
    };
    let controls = controls(&decoded.text) as f64;
    if controls > 0.0 && controls > decoded.text.chars().count() as f64 * MAX_CONTROL_SHARE {
        return Err(NoText::Binary("binary data"));
    }
    decoded
        .notes
        .extend(other_than_said(&decoded, bytes, header));
    decoded.notes.extend(lost(&decoded.text, bytes));
    Ok(decoded)
}

fn named<'a>(text: Cow<'a, str>, encoding: &'static Encoding, by: &'static str) -> Decoded<'a> {
    let encoding = encoding.name();
    let notes = Vec::new();
    Decoded {
        text,
        encoding,
        by,
        notes,
    }
}

/// That the text is not in the encoding that it is said to be in.
fn other_than_said(decoded: &Decoded<'_>, bytes: &[u8], header: Option<&str>) -> Option<String> {
    let said = header.map(str::to_owned).or_else(|| declared(bytes))?;
    let known = Encoding::for_label(said.as_bytes()).map(Encoding::name);
    (known != Some(decoded.encoding) && !decoded.text.is_ascii()).then(|| {
        format!(
            "it says that it is in the encoding “{}”, which it is not: it was read as {}",
            clean(&said),
            decoded.encoding
        )
    })
}

/// That some bytes are no characters.
fn lost(text: &str, bytes: &[u8]) -> Option<String> {
    const MARK: &str = "\u{fffd}";
    // A byte is found much sooner than a character.
    if !text.as_bytes().contains(&0xef) {
        return None;
    }
    let now = text.matches(MARK).count();
    if now == 0 {
        return None;
    }
    // Those that stand in the file itself were lost before.
    let before = bytes.windows(MARK.len());
    let before = before.filter(|it| *it == MARK.as_bytes()).count();
    let lost = now.saturating_sub(before);
    let characters = if lost == 1 {
        "1 character".to_owned()
    } else {
        format!("{lost} characters")
    };
    (lost > 0).then(|| format!("{characters} could not be read; “\u{fffd}” stands for each"))
}

fn decode_unmarked<'a>(bytes: &'a [u8], header: Option<&str>) -> Result<Decoded<'a>, NoText> {
    if bytes.contains(&0)
        && let Some(encoding) = utf_16(bytes)
    {
        return Ok(named(decode_as(encoding, bytes)?, encoding, "its bytes"));
    }
    // Bytes beyond ASCII are valid UTF-8 by chance in no other encoding.
    if let Ok(text) = str::from_utf8(bytes)
        && !text.is_ascii()
    {
        return Ok(named(text.into(), UTF_8, "its bytes"));
    }
    let declared = [
        (header.map(str::to_owned), "the header"),
        (declared(bytes), "the page"),
    ];
    for (label, by) in declared {
        let encoding = label.and_then(|label| Encoding::for_label(label.as_bytes()));
        if let Some(encoding) = encoding.filter(|encoding| *encoding != UTF_8)
            && let Ok(text) = decode_as(encoding, bytes)
        {
            return Ok(named(text, encoding, by));
        }
    }
    match String::from_utf8_lossy(bytes) {
        text if nearly_utf_8(&text) => Ok(named(text, UTF_8, "its bytes")),
        _ => {
            let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
            detector.feed(bytes, true);
            let encoding = detector.guess(None, Utf8Detection::Deny);
            Ok(named(
                decode_as(encoding, bytes)?,
                encoding,
                "a guess from its letters",
            ))
        }
    }
}

/// The encoding that a page declares: `<meta charset=…>`, `content="text/html; charset=…"` or
/// `<?xml encoding=…?>`.
fn declared(bytes: &[u8]) -> Option<String> {
    let top = bytes.get(..DECLARED_WITHIN.min(bytes.len()))?;
    let top = String::from_utf8_lossy(top).to_ascii_lowercase();
    let in_meta = top.split("<meta").skip(1).find_map(|tag| {
        let tag = tag.split('>').next()?;
        tag.split_once("charset=").map(|(_, label)| label)
    });
    let in_xml = || {
        let (_, xml) = top.strip_prefix("<?xml")?.split_once("encoding=")?;
        Some(xml)
    };
    let label = in_meta
        .or_else(in_xml)?
        .trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|c: char| !(c.is_alphanumeric() || "-_:.".contains(c)));
    let label = label.get(..end.unwrap_or(label.len()))?;
    // A declaration that one can read byte by byte is none of UTF-16 (HTML, section 13.2.3.2).
    (!label.is_empty() && !label.starts_with("utf-16")).then(|| label.to_owned())
}

fn decode_as<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> Result<Cow<'a, str>, NoText> {
    let (text, bad) = encoding.decode_without_bom_handling(bytes);
    let lost = || text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER);
    if bad
        && encoding != UTF_8
        && lost().count() as f64 > text.chars().count() as f64 * MAX_BAD_SHARE
    {
        return Err(NoText::Undecodable);
    }
    Ok(text)
}

/// Whether what was decoded as UTF-8 is UTF-8, but for a bad byte here and there: its characters
/// beyond ASCII, which other encodings do not give by chance, outnumber the bad ones by far.
fn nearly_utf_8(text: &str) -> bool {
    let bad = text.chars().filter(|c| *c == '\u{fffd}').count();
    let good = text
        .chars()
        .filter(|c| !c.is_ascii() && *c != '\u{fffd}')
        .count();
    bad == 0 || good > bad * 10
}

/// The byte order of UTF-16 without a mark: blanks and Latin letters have a zero byte, always on
/// the same side.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |odd: usize| {
        let side = bytes.iter().skip(odd).step_by(2);
        side.filter(|byte| **byte == 0).count() as f64
    };
    let (high, low) = (zeros(0), zeros(1));
    let enough = bytes.len() as f64 * 0.03;
    match (high > enough, low > enough) {
        (true, false) if low < high * 0.02 => Some(UTF_16BE),
        (false, true) if high < low * 0.02 => Some(UTF_16LE),
        _ => None,
    }
}

/// How many control characters `text` holds that no text needs.
fn controls(text: &str) -> usize {
    let ascii = if has_controls(text) {
        text.bytes().filter(|byte| is_odd_control(*byte)).count()
    } else {
        0
    };
    let next = text.as_bytes().get(1..).unwrap_or_default();
    let pairs = || text.as_bytes().iter().zip(next);
    // Beyond ASCII; U+0085 is a line break.
    let odd =
        |(byte, next): (&u8, &u8)| *byte == 0xc2 && *next >= 0x80 && *next <= 0x9f && *next != 0x85;
    // So simple that many bytes are looked at at a time; hardly a text has such characters.
    let any = pairs().fold(0, |any, pair| any | u8::from(odd(pair)));
    if any == 0 {
        return ascii;
    }
    ascii + pairs().filter(|pair| odd(*pair)).count()
}

const fn is_odd_control(byte: u8) -> bool {
    // Word processors write line breaks as \u{b}, and hyphens of their own as \u{1e} and \u{1f}.
    let usual = matches!(byte, 9..=13 | 0x1b | 0x1e | 0x1f);
    byte < 0x20 && !usual || byte == 0x7f
}

#[cfg(test)]
mod tests {
    use super::NoText;
    use proptest::prelude::*;

    fn decode(bytes: &[u8]) -> Result<String, NoText> {
        super::decode(bytes, None).map(|decoded| decoded.text.into_owned())
    }

    const NEWS: &str = "Der Bürgermeister sagte: „Wir müssen über die Brücke.“ Es gäbe für \
                        größere Schiffe keinen Grund zur Rückkehr.";

    fn utf_16(text: &str, order: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn unicode_with_and_without_mark() {
        let marked = |text: &str| format!("\u{feff}{text}");
        assert_eq!(decode(NEWS.as_bytes()).as_deref(), Ok(NEWS));
        assert_eq!(decode(marked(NEWS).as_bytes()).as_deref(), Ok(NEWS));
        for text in [NEWS, "Мэр сказал, что мост будет закрыт до весны."]
        {
            for order in [u16::to_le_bytes, u16::to_be_bytes] {
                assert_eq!(decode(&utf_16(text, order)).as_deref(), Ok(text));
                assert_eq!(decode(&utf_16(&marked(text), order)).as_deref(), Ok(text));
            }
        }
    }

    #[test]
    fn older_encodings_are_detected() {
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(NEWS);
        assert_eq!(decode(&bytes).as_deref(), Ok(NEWS));
        let russian = "Мэр города заявил, что новый мост через реку будет закрыт до самой весны.";
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(russian);
        assert_eq!(decode(&bytes).as_deref(), Ok(russian));
    }

    #[test]
    fn what_is_declared_is_believed_if_it_fits() {
        let text = "Не знаю."; // too short to guess at
        let (bytes, _, _) = encoding_rs::KOI8_R.encode(text);
        let decoded = super::decode(&bytes, Some("koi8-r")).unwrap();
        assert_eq!((decoded.text.as_ref(), decoded.by), (text, "the header"));
        let page = format!("<meta http-equiv=x content='text/html; charset=koi8-r'>{text}");
        let (bytes, _, _) = encoding_rs::KOI8_R.encode(&page);
        assert_eq!(decode(&bytes).as_deref(), Ok(page.as_str()));
        let wrong = page.replace("koi8-r", "windows-1252");
        assert_eq!(decode(wrong.as_bytes()).as_deref(), Ok(wrong.as_str()));
        let (bytes, _, _) =
            encoding_rs::WINDOWS_1251.encode("<meta charset=utf-8>Мэр города сказал.");
        assert!(decode(&bytes).unwrap().ends_with("Мэр города сказал."));
    }

    #[test]
    fn one_bad_byte_does_not_make_mojibake_of_the_rest() {
        let mut bytes = "“Wir müssen”, „für größere“ Schiffe. "
            .repeat(3)
            .into_bytes();
        bytes.push(0xe2);
        assert!(
            decode(&bytes)
                .unwrap()
                .starts_with("“Wir müssen”, „für größere“")
        );
    }

    #[test]
    fn binary_files_are_refused_and_named() {
        let pdf = NoText::Binary("a PDF document");
        assert_eq!(decode(b"%PDF-1.7 some text"), Err(pdf));
        let noise: Vec<u8> = (0..4000u32).map(|n| ((n * n * 31) >> 3) as u8).collect();
        assert!(decode(&noise).is_err());
        assert!(decode(&[0; 100]).is_err());
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in any::<Vec<u8>>()) {
            let _ = decode(&bytes);
        }
    }
}
