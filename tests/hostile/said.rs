//! What is broken, too large or made to mislead is read as far as that makes sense, and said to be
//! so. Each of these was tried at its full size (tens of megabytes), too; here they are small.

use super::{STORY, page};
use data_encoding::BASE64;
use parallax::load::{self, LoadError, Source};
use parallax::model::{Article, ArticleId, Vocabulary};

fn read(name: &str, bytes: &[u8]) -> Result<Article, LoadError> {
    load::article(ArticleId(0), name, None, bytes)
}

/// What is said of how `bytes` were read, in which the story must have been found.
#[track_caller]
fn notes(name: &str, bytes: &[u8]) -> String {
    let article = read(name, bytes).unwrap_or_else(|error| panic!("{error}"));
    let story = "The council closed the bridge on Monday, the clerk said.";
    assert!(article.text.contains(story), "{}", article.text);
    article.reading.notes.join("; ")
}

#[track_caller]
fn says(name: &str, bytes: &[u8], words: &str) {
    let notes = notes(name, bytes);
    assert!(notes.contains(words), "{words}: {notes:?}");
}

/// A web archive of one part in this encoding.
fn archive(encoding: &str, part: &str) -> String {
    format!(
        "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/related; type=\"text/html\"; boundary=\"----B\"\r\n\r\n\
         ------B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n\
         {part}\r\n------B--\r\n"
    )
}

#[test]
fn a_whole_page_is_read_without_a_word() {
    assert_eq!(notes("a.html", page("").as_bytes()), "");
    let whole = archive("base64", &BASE64.encode(page("").as_bytes()));
    assert_eq!(notes("a.mhtml", whole.as_bytes()), "");
}

#[test]
fn files_that_were_cut_off() {
    let whole = page(&format!("<div>{}</div>", STORY.repeat(5)));
    let half = whole.split_at(whole.len() - 80).0;
    says("a.html", half.as_bytes(), "its end may be missing");
    // In UTF-16 a file can end inside of a character.
    let mut wide: Vec<u8> = whole.encode_utf16().flat_map(u16::to_le_bytes).collect();
    wide.truncate(wide.len() - 161);
    says("a.html", &wide, "1 character could not be read");
    let unclosed = archive("8bit", &page("")).replace("\r\n------B--", "");
    says(
        "a.mhtml",
        unclosed.as_bytes(),
        "the file ends before the archive does",
    );
}

#[test]
fn encodings_that_are_not_what_they_are_said_to_be() {
    let text =
        page("<p>Der Bürgermeister sagte, die Brücke müsse für länger geschlossen bleiben.</p>");
    let declared = text.replace("<title>", "<meta charset=koi8-r><title>");
    says(
        "a.html",
        declared.as_bytes(),
        "“koi8-r”, which it is not: it was read as UTF-8",
    );
    let nonsense = text.replace("<title>", "<meta charset=x-none><title>");
    says("a.html", nonsense.as_bytes(), "“x-none”");
    let utf_8 = text.replace("<title>", "<meta charset=utf-8><title>");
    let (latin, _, _) = encoding_rs::WINDOWS_1252.encode(&utf_8);
    says("a.html", &latin, "it was read as windows-1252");
    assert_eq!(notes("a.html", utf_8.as_bytes()), "");
}

#[test]
fn characters_that_hide() {
    for flood in ["\u{200b}", "\u{202e}", "\u{2066}"] {
        let hidden = page(&format!(
            "<p>The end of it{} is here.</p>",
            flood.repeat(200)
        ));
        says(
            "a.html",
            hidden.as_bytes(),
            "200 characters that cannot be seen",
        );
    }
    let heaped = page(&format!("<p>The a{} is here.</p>", "\u{301}".repeat(5000)));
    says("a.html", heaped.as_bytes(), "heaps of accents");
    let soft = page("<p>Die Un\u{ad}ter\u{ad}su\u{ad}chung dau\u{ad}ert an, sagte sie.</p>");
    assert_eq!(notes("a.html", soft.as_bytes()), "");
    let zeros = page(&"The\0 council\0 met.".repeat(50));
    let error = read("a.html", zeros.as_bytes()).unwrap_err().to_string();
    assert!(error.contains("a.html: this is binary data"), "{error}");
}

#[test]
fn archives_that_are_broken() {
    let whole = archive("8bit", &page(""));
    let other = whole.replacen("boundary=\"----B\"", "boundary=\"----C\"", 1);
    says("a.mhtml", other.as_bytes(), "cannot be told apart");
    let encoded = BASE64.encode(page(&STORY.repeat(20)).as_bytes());
    let (good, _) = encoded.split_at(encoded.len() / 2);
    let broken = archive("base64", &format!("{good}!!!\r\n{good}"));
    says("a.mhtml", broken.as_bytes(), "its base64 is broken");
    let escapes = page("<p>Caf=ZZ is open.</p>");
    says(
        "a.mhtml",
        archive("quoted-printable", &escapes).as_bytes(),
        "1 escapes",
    );
    let nested = (0..50).fold(whole, |inner, n| {
        format!(
            "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b{n}\"\r\n\r\n\
             --b{n}\r\n{inner}\r\n--b{n}--\r\n"
        )
    });
    says("a.mhtml", nested.as_bytes(), "cannot be told apart");
    let empty = archive("8bit", "").replace("text/html\r\n", "image/png\r\n");
    let error = read("a.mhtml", empty.as_bytes()).unwrap_err().to_string();
    assert!(
        error.contains("a.mhtml: there is no page in this web archive"),
        "{error}"
    );
}

#[test]
fn what_a_page_says_of_itself_is_made_to_be_unreadable() {
    let with = |data: &str| {
        let script = format!("<script type=\"application/ld+json\">{data}</script></head>");
        page("").replace("</head>", &script)
    };
    says(
        "a.html",
        with(&"{\"a\":[".repeat(10_000)).as_bytes(),
        "JSON-LD",
    );
    let many = "[{\"@type\": \"NewsArticle\", \"author\": [{\"name\": \"Ann Roe\"}]}]";
    assert_eq!(notes("a.html", with(many).repeat(2).as_bytes()), "");
    let bomb = format!(
        "<!DOCTYPE html [<!ENTITY a \"{}\">]>{}",
        "x".repeat(99),
        page("<p>&a;</p>")
    );
    assert_eq!(notes("a.html", bomb.as_bytes()), "");
    let picture = format!(
        "<img src=\"data:image/png;base64,{}\">",
        "A".repeat(200_000)
    );
    assert_eq!(notes("a.html", page(&picture).as_bytes()), "");
}

#[test]
fn markdown_that_nests_and_front_matter_that_unfolds() {
    let text = "# Bridge closed\n\nThe council closed the bridge on Monday, the clerk said.\n\n";
    for deep in [">", "[", "- ", "*a _b ", "`", "![", "| "] {
        let deep = format!("{text}{}x\n", deep.repeat(5000));
        assert_eq!(notes("a.md", deep.as_bytes()), "");
    }
    let mut bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n".to_owned();
    for (before, name) in ('a'..'i').zip('b'..) {
        let aliases = vec![format!("*{before}"); 9].join(",");
        bomb.extend([name, ':', ' ', '&', name, ' ']);
        bomb.extend(["[", &aliases, "]\n"]);
    }
    let bomb = format!("---\n{bomb}---\n{text}");
    says(
        "a.md",
        bomb.as_bytes(),
        "it unfolds to far more than front matter has",
    );
    let nested = format!("---\na: {}\n---\n{text}", "[".repeat(5000));
    says(
        "a.md",
        nested.as_bytes(),
        "its front matter could not be read",
    );
    let nested = format!("+++\na = {}\n+++\n{text}", "[".repeat(5000));
    says(
        "a.md",
        nested.as_bytes(),
        "its front matter could not be read",
    );
}

#[test]
fn texts_that_never_end_what_they_begin() {
    let first = "The council closed the bridge on Monday, the clerk said.\n\n";
    for endless in [
        "“ A b c. ",
        "A. ",
        "(",
        "—",
        "1,000.",
        "“ A said ” said B. ",
        "a, and ",
    ] {
        let text = format!("{first}{}", endless.repeat(3000));
        assert_eq!(notes("a.txt", text.as_bytes()), "", "{endless}");
    }
}

#[test]
fn collections_are_no_story() {
    let one = "{\"title\": \"Rain\", \"text\": \"It rained on Monday. It stopped.\"}";
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("crawl.jsonl");
    for text in [
        format!("{one}\n").repeat(1003),
        format!("[{}]", vec![one; 1003].join(",")),
    ] {
        std::fs::write(&file, text).unwrap();
        let all = load::read(
            &Source::parse(file.to_str().unwrap()),
            &Vocabulary::default(),
        );
        assert_eq!(all.iter().filter(|it| it.is_ok()).count(), 1000);
        let rest = all.last().unwrap().as_ref().unwrap_err().to_string();
        assert!(rest.contains("of its 1003 articles, those after the first 1000 were not read"));
        let error = load::load(&[Source::parse(file.to_str().unwrap())]).unwrap_err();
        assert!(
            error
                .to_string()
                .contains("one comparison takes at most 100"),
            "{error}"
        );
    }
    for number in 0..1001 {
        std::fs::write(folder.path().join(format!("{number}.txt")), "x").unwrap();
    }
    let all = load::read(
        &Source::parse(folder.path().to_str().unwrap()),
        &Vocabulary::default(),
    );
    let error = all[0].as_ref().unwrap_err().to_string();
    assert!(
        all.len() == 1 && error.contains("1002 article files in this directory"),
        "{error}"
    );
    let list = format!("[{}0]", "0,".repeat(11 << 20));
    let error = read("a.json", list.as_bytes()).unwrap_err().to_string();
    assert!(
        error.contains("20 MB in one piece: write an article a line"),
        "{error}"
    );
    let deep = "[".repeat(100_000);
    let error = read("a.json", deep.as_bytes()).unwrap_err().to_string();
    assert!(error.contains("a.json: this is not valid JSON"), "{error}");
}
