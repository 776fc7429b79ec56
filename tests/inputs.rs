//! The forms in which people have articles.

use parallax::load::{self, Source, load};
use parallax::model::{Article, ArticleId, Field};
use std::fs;
use std::path::Path;
use std::process::Command;

const HEADLINE: &str = "Night trains return to the Karst line";
const BYLINE: &str = "Mirko Albrecht";
const PUBLISHED: &str = "2031-02-11";
const OUTLET: &str = "Valley Express";

/// The paragraphs, with a block quote, abbreviations, a list and odd typography.
const PARAGRAPHS: [&str; 7] = [
    "Night trains will run on the Karst line again from 1 June, the railway company Northway said on \
     Tuesday. The last one ran in 2016.",
    "“We sold 3,400 tickets on the first morning,” said Dr. Selma Voss, who leads the company’s \
     sales. ‘Nobody expected that.’",
    "The trains need 9 hours and 20 minutes from Orrin to St. Kilian & back, at up to 160 km/h.",
    "This is a victory for everyone who wrote letters to us for fifteen years.",
    "That sentence stood in a message of the passengers’ union — its chairman, J. R. Tamm, did not \
     answer questions.",
    "Tickets cost between 29 and 189 marks; children pay half.",
    "A second line, to the coast, could follow in 2033, if the state pays for the coaches.",
];

/// Which of [`PARAGRAPHS`] is a block quote.
const QUOTED: usize = 3;

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('“', "&ldquo;")
        .replace('’', "&#8217;")
}

fn saved_page() -> String {
    let paragraph = |(at, text): (usize, &&str)| match at {
        QUOTED => format!("<blockquote><p>{}</p></blockquote>", escaped(text)),
        5 => format!(
            "<div class=\"ad-slot\">Advertisement</div><p>{}</p>",
            escaped(text)
        ),
        _ => format!(
            "<p>{}\n</p>",
            escaped(text).replacen(" the ", " <a href=\"/x\">the</a>\n ", 1)
        ),
    };
    let body: String = PARAGRAPHS.iter().enumerate().map(paragraph).collect();
    format!(
        "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{HEADLINE} | {OUTLET}</title>\
         <meta property=og:site_name content=\"{OUTLET}\"><meta name=author content=\"{BYLINE}\">\
         <meta property=article:published_time content={PUBLISHED}></head><body>\
         <nav><ul><li><a href=/>Home</a></li><li><a href=/rail>Rail</a></li></ul></nav>\
         <main><article><h1>{HEADLINE}</h1><p class=byline>By {BYLINE}</p>{body}</article></main>\
         <aside><h2>Most read</h2><ul><li><a href=/1>Ferry fares to rise</a></li></ul></aside>\
         <footer><p>© {OUTLET}</p></footer></body></html>"
    )
}

fn json() -> String {
    serde_json::json!({
        "title": HEADLINE, "authors": [BYLINE], "date_publish": PUBLISHED,
        "outlet": OUTLET, "maintext": PARAGRAPHS.join("\n"), "language": "en",
    })
    .to_string()
}

fn markdown() -> String {
    let paragraph = |(at, text): (usize, &&str)| match at {
        QUOTED => format!("> {text}"),
        0 => text.replacen("Northway", "[Northway](https://northway.example/)", 1),
        5 => format!("{}\n\n---", text.replacen("half", "*half*", 1)),
        _ => text.replace("& ", "&amp; "),
    };
    let body: Vec<_> = PARAGRAPHS.iter().enumerate().map(paragraph).collect();
    format!(
        "---\ntitle: {HEADLINE}\nauthor: {BYLINE}\ndate: {PUBLISHED}\nsource: {OUTLET}\n---\n\n# {HEADLINE}\n\n{}\n",
        body.join("\n\n")
    )
}

fn pasted() -> String {
    format!(
        "{HEADLINE}\nBy {BYLINE}\n11 February 2031\n\n{}\n",
        PARAGRAPHS.join("\n\n")
    )
}

fn archive() -> String {
    let page: String = saved_page()
        .bytes()
        .map(|byte| match byte {
            b'=' | 0x80.. => format!("={byte:02X}"),
            _ => char::from(byte).to_string(),
        })
        .collect();
    format!(
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://express.example/karst\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"--b\"\r\n\
         \r\n----b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\
         Content-Location: https://express.example/karst\r\n\r\n{page}\r\n----b--\r\n"
    )
}

fn read(name: &str, bytes: &str) -> Article {
    load::article(ArticleId(0), name, None, bytes.as_bytes()).unwrap()
}

fn sentences(article: &Article) -> Vec<(u32, &str)> {
    let sentences = article.sentences.iter();
    sentences
        .map(|s| (s.paragraph, article.slice(s.span)))
        .collect()
}

#[test]
fn one_article_gives_the_same_sentences_in_every_form() {
    let plain = read("pasted.txt", &pasted());
    assert_eq!(plain.sentences.len(), 9, "{:#?}", sentences(&plain));
    for (name, bytes) in [
        ("page.html", saved_page()),
        ("page.mhtml", archive()),
        ("article.json", json()),
        ("article.md", markdown()),
        // Content decides, the ending is a hint.
        ("page.txt", saved_page()),
        ("-", json()),
        ("-", markdown()),
    ] {
        let article = read(name, &bytes);
        assert_eq!(sentences(&article), sentences(&plain), "{name}");
        assert_eq!(article.headline(), Some(HEADLINE), "{name}");
        assert_eq!(article.byline.as_deref(), Some(BYLINE), "{name}");
        assert_eq!(article.published.as_deref(), Some(PUBLISHED), "{name}");
        assert_eq!(article.language.as_deref(), Some("en"), "{name}");
        assert_eq!(article.outlet, OUTLET, "{name}");
        let fields = article.reading.fields.len();
        assert!(
            fields >= 5 && article.reading.notes.is_empty(),
            "{name}: {:?}",
            article.reading
        );
    }
    assert_eq!(plain.headline(), Some(HEADLINE));
    assert_eq!(plain.reading.fields[&Field::Published], "the text");
}

/// Writes files into a new folder.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn source(folder: &Path, name: &str) -> Source {
    Source::parse(folder.join(name).to_str().unwrap())
}

#[test]
fn a_folder_of_mixed_forms_and_lists_of_articles() {
    let lines = format!("{}\n{{\"title\": \"no text\"}}\n", json());
    let files = [
        ("a.html", saved_page()),
        ("b.jsonl", lines),
        ("c.json", format!("[{0}, {0}]", json())),
        ("d.md", markdown()),
        ("notes.pdf", String::new()),
    ];
    let folder = folder(&files.each_ref().map(|(name, text)| (*name, text.as_str())));
    let loaded = load(&[Source::parse(folder.path().to_str().unwrap())]).unwrap();
    assert_eq!(loaded.articles.len(), 5);
    let sources: Vec<_> = loaded
        .articles
        .iter()
        .map(|article| article.source.as_str())
        .collect();
    assert!(sources[1].ends_with("b.jsonl, line 1") && sources[3].ends_with("c.json, article 2"));
    let warning = &loaded.warnings[0].text;
    assert!(
        warning.contains("no article text in it (its fields: title)"),
        "{warning}"
    );
}

#[test]
fn a_story_file_names_articles_outlets_and_more() {
    let story = "title = 'Night trains'\nnotes = 'from the archive'\n\n\
        [[article]]\noutlet = 'Morning Mail'\nfile = 'a.txt'\npublished = '2031-02-12'\n\n\
        [[article]]\nfile = 'b.json'\n\n[names]\n'Selma Voss' = ['Dr. Voss']\n";
    let (pasted, json) = (pasted(), json());
    let folder = folder(&[
        ("a.txt", &pasted),
        ("b.json", &json),
        ("story.toml", story),
        ("c.txt", "x"),
    ]);
    for named in ["", "story.toml"] {
        let loaded = load(&[source(folder.path(), named)]).unwrap();
        let outlets: Vec<_> = loaded.articles.iter().map(|a| a.outlet.as_str()).collect();
        assert_eq!(outlets, ["Morning Mail", OUTLET]);
        let first = &loaded.articles[0];
        assert_eq!(first.published.as_deref(), Some("2031-02-12"));
        assert_eq!(first.reading.fields[&Field::Published], "the story file");
        assert_eq!(loaded.story.title.as_deref(), Some("Night trains"));
        assert_eq!(loaded.story.words.names, [["Selma Voss", "Dr. Voss"]]);
        let told = |article: &Article| article.reading.names == loaded.story.words.names;
        assert!(loaded.articles.iter().all(told));
    }
    let broken = "[[article]]\nfile = 'a.txt'\n[[article]]\nfiles = 'b.json'\n";
    fs::write(folder.path().join("story.toml"), broken).unwrap();
    let error = load(&[source(folder.path(), "story.toml")])
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("story.toml: line 4 of this story file"),
        "{error}"
    );
}

fn parallax(arguments: &[&str], folder: &Path) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_parallax"));
    let output = command
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (
        output.status.code(),
        text(output.stdout),
        text(output.stderr),
    )
}

#[test]
fn inspect_prints_the_body_alone_or_where_each_field_was_found() {
    let page = saved_page();
    let folder = folder(&[("a.html", page.as_str())]);
    let body = ["inspect", "--format", "text", "--body-only", "a.html"];
    let (status, out, err) = parallax(&body, folder.path());
    assert_eq!((status, err.as_str()), (Some(0), ""));
    assert_eq!(out, PARAGRAPHS.join("\n\n") + "\n");
    let (_, out, _) = parallax(&["inspect", "--width", "200", "a.html"], folder.path());
    for line in [
        "A  Valley Express  (from og:site_name)",
        "   read as: saved web page, UTF-8 by its bytes",
        "   byline: Mirko Albrecht  (from author)",
        "   published: 2031-02-11  (from article:published_time)",
        "   language: en  (from the words of the text)",
        "   address: not found",
    ] {
        assert!(out.contains(line), "no {line:?} in\n{out}");
    }
    assert!(out.contains("paragraph 4, block quote"), "{out}");
    let (status, _, err) = parallax(
        &["inspect", "--format", "json", "--body-only", "a.html"],
        folder.path(),
    );
    assert!(status == Some(2) && err.contains("--body-only"), "{err}");
}

#[test]
fn the_body_alone_comes_with_its_warnings_on_standard_error() {
    let broken = saved_page().replace(
        "</head>",
        "<script type=application/ld+json>{\"@type\": </script></head>",
    );
    let folder = folder(&[("a.html", broken.as_str())]);
    let (status, out, err) = parallax(&["inspect", "--body-only", "a.html"], folder.path());
    assert_eq!(status, Some(0));
    assert_eq!(out, PARAGRAPHS.join("\n\n") + "\n");
    assert_eq!(
        err,
        "parallax: warning: a.html: its JSON-LD, which tells author and date, is broken and was \
         left out\n"
    );
}
