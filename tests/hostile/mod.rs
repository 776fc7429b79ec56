//! Pages that are made to bring a reader down, or were broken on the way: none may panic, take long,
//! or be read in silence.

mod said;

use parallax::load::{self, LoadError};
use parallax::model::{Article, ArticleId};
use proptest::prelude::*;

fn read(bytes: &[u8]) -> Result<Article, LoadError> {
    load::article(ArticleId(0), "hostile.html", None, bytes)
}

const STORY: &str =
    "<p>The council closed the bridge on Monday, the clerk said. It is cracked.</p>";

/// A page with `middle` in its article.
fn page(middle: &str) -> String {
    format!(
        "<!DOCTYPE html><html><head><title>Bridge closed</title></head><body><article>\
         <h1>Bridge closed</h1>{STORY}{middle}{STORY}</article></body></html>"
    )
}

/// Pages of which no tree may be built, each about `size` bytes long.
fn excessive(size: usize) -> Vec<(&'static str, String)> {
    let many = |piece: &str| piece.repeat(size / piece.len() + 1);
    let attributes: String = (0..size / 8)
        .flat_map(|n| [" a".to_owned(), n.to_string()])
        .collect();
    vec![
        ("nested div", page(&many("<div>"))),
        ("nested span", page(&many("<span>"))),
        ("nested bold", page(&many("<b><p>"))),
        (
            "fonts",
            page(&format!("{}{}", many("<font>"), many("<p>x</p>"))),
        ),
        ("nested tables", page(&many("<table><tr><td>"))),
        ("nested lists", page(&many("<ul><li>"))),
        ("mismatched", page(&many("<div></span>"))),
        ("closed that are not", page(&many("<section/>"))),
        (
            "drawings",
            page(&format!("<svg><div>{}", many("<section/>"))),
        ),
        ("templates", page(&many("<template>"))),
        ("attributes", page(&format!("<p{attributes}>x</p>"))),
        ("links", page(&many("<a href=x><i>"))),
    ]
}

/// Pages that are odd, but of which a tree can be built.
fn odd(size: usize) -> Vec<(&'static str, String)> {
    let many = |piece: &str| piece.repeat(size / piece.len() + 1);
    vec![
        ("an open comment", page(&many("<!--"))),
        (
            "an open script",
            page(&format!("<script>{}", many("a<b&&c>d;"))),
        ),
        (
            "an open quote",
            page(&format!("<p class=\"{}", many("x<p>"))),
        ),
        (
            "script soup",
            page(&many("<script>document.write('<p>')</script>")),
        ),
        (
            "entities",
            page(&format!("<p>{}</p>", many("&amp;&notanentity;&#x110000;"))),
        ),
        ("end tags", page(&many("</p></div>"))),
        ("flat", page(&many("<p>x</p>"))),
        ("angles", page(&many("<<<>>>"))),
        ("breaks", page(&many("<br>"))),
        ("one line", page(&format!("<p>{}</p>", many("word ")))),
    ]
}

#[test]
fn what_no_tree_can_be_built_of_is_read_by_its_tags_and_said_to_be_so() {
    for (name, page) in excessive(60_000) {
        let article = read(page.as_bytes()).unwrap_or_else(|error| panic!("{name}: {error}"));
        let note = article.reading.notes.first();
        assert!(
            note.is_some_and(|note| note.contains("by the tags alone")),
            "{name}: {note:?}"
        );
        assert!(
            article
                .text
                .contains("The council closed the bridge on Monday"),
            "{name}"
        );
    }
}

#[test]
fn odd_pages_are_read() {
    for (name, page) in odd(40_000) {
        let article = read(page.as_bytes()).unwrap_or_else(|error| panic!("{name}: {error}"));
        let first = article.sentences.first().map(|s| article.slice(s.span));
        let story = "The council closed the bridge on Monday, the clerk said.";
        assert_eq!(first, Some(story), "{name}");
    }
}

#[test]
fn pages_that_were_cut_off_say_so() {
    let whole = page(&STORY.replace("bridge", "tunnel"));
    for end in ["<p class=\"x", "<script>var x = '", "<!-- no end"] {
        let (start, _) = whole.split_once("</article>").unwrap();
        let article = read(format!("{start}{end}").as_bytes()).unwrap();
        let notes = &article.reading.notes;
        assert!(
            notes.iter().any(|note| note.contains("may be missing")),
            "{end}: {notes:?}"
        );
    }
}

#[test]
fn encodings_that_are_declared_wrongly_or_not_at_all() {
    let russian =
        "<p>Совет города закрыл старый мост в понедельник, сообщил глава порта журналистам.</p>";
    let text = page(&russian.repeat(3)).replace(STORY, "");
    let (cyrillic, _, _) = encoding_rs::WINDOWS_1251.encode(&text);
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let declared =
        |charset: &str| text.replace("<title>", &format!("<meta charset={charset}><title>"));
    let in_koi8 = declared("koi8-r");
    let (koi8, _, _) = encoding_rs::KOI8_R.encode(&in_koi8);
    for bytes in [
        text.clone().into_bytes(),
        declared("windows-1252").into_bytes(),
        declared("utf-16").into_bytes(),
        declared("nonsense").into_bytes(),
        cyrillic.into_owned(),
        wide.clone(),
        [vec![0xff, 0xfe], wide].concat(),
        koi8.into_owned(),
    ] {
        let article = read(&bytes).unwrap();
        assert!(
            article.text.contains("Совет города закрыл"),
            "{}",
            article.text
        );
    }
}

#[test]
fn a_text_longer_than_any_article_is_cut_and_said_to_be_so() {
    let page = page(&"<p>So it went on, day after day.</p>".repeat(11_000));
    let article = read(page.as_bytes()).unwrap();
    assert!(article.blocks.len() <= 10_001);
    assert!(
        article
            .reading
            .notes
            .iter()
            .any(|note| note.contains("cut off"))
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_page_brings_it_down(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "<p>", "</p>", "<div class=x>", "</div>", "<article>", "<b>", "</b>", "<table>", "<td>",
            "<blockquote>", "<q>", "<br>", "<ul>", "<li>", "<a href=x>", "</a>", "<script>", "</script>",
            "<svg>", "<!--", "-->", "<figure>", "<figcaption>", "&amp;", "&#0;", "<pre>", "a\nb", "\u{0}",
            "The council met on Monday, and nobody came.", "Photo: Roe", "<h1>Rain</h1>", "\u{202e}",
            "<meta property=og:title content='Rain'>", "<title>Rain</title>", "<template>", "<select>",
        ]), 0..80),
    ) {
        let page = format!("<html><body>{}", pieces.concat());
        if let Ok(article) = read(page.as_bytes()) {
            prop_assert!(!article.text.chars().any(|c| c.is_control() && c != '\n'));
        }
    }
}
