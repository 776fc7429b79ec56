//! Files as people have them, by habit or by mistake: each is read, or refused with its name, what
//! is wrong and what to do.

use crate::support::desk::{Desk, POST, TIMES};
use parallax::facts;
use parallax::load;
use parallax::model::{Article, ArticleId};

fn read(bytes: &[u8]) -> Article {
    load::article(ArticleId(0), "post.txt", None, bytes).unwrap()
}

fn sentences(article: &Article) -> Vec<&str> {
    let all = article.sentences.iter();
    all.map(|it| article.slice(it.span)).collect()
}

#[test]
fn line_ends_and_encodings_make_no_difference() {
    let usual = read(POST.as_bytes());
    assert_eq!(usual.sentences.len(), 3);
    let wide = |order: fn(u16) -> [u8; 2]| POST.encode_utf16().flat_map(order).collect();
    let (western, _, _) = encoding_rs::WINDOWS_1252.encode(POST);
    for bytes in [
        POST.replace('\n', "\r\n").into_bytes(),
        POST.replace('\n', "\r").into_bytes(),
        format!("\u{feff}{POST}").into_bytes(),
        wide(u16::to_le_bytes),
        wide(u16::to_be_bytes),
        western.into_owned(),
    ] {
        assert_eq!(sentences(&read(&bytes)), sentences(&usual));
    }
}

#[test]
fn what_word_processors_put_between_and_into_words() {
    // A line break of Word's own, a no-break space, soft hyphens.
    let pasted = POST
        .replace("\n\n", "\u{b}\n")
        .replace("Mara Quist", "Mara\u{a0}Quist")
        .replace("Monday", "Mon\u{ad}day")
        .replace(" the ", "\u{a0}the ");
    let article = read(pasted.as_bytes());
    let plain: Vec<String> = sentences(&article)
        .iter()
        .map(|it| it.replace('\u{a0}', " "))
        .collect();
    assert_eq!(plain, sentences(&read(POST.as_bytes())));
    assert!(article.reading.notes.is_empty());
    let found = facts::find(&[article]);
    let mut speakers = found.quotes.iter().filter_map(|it| it.speaker.as_ref());
    assert!(speakers.any(|it| it.name == "Mara Quist"), "{found:?}");
}

#[test]
fn other_scripts_are_read_and_divided() {
    for (text, count) in [
        (
            "المجلس يغلق الجسر القديم\n\nأغلق المجلس الجسر يوم الاثنين. وقالت المهندسة آن بو: «لم يصب أحد».\n\nبني الجسر عام 1931.\n",
            3,
        ),
        (
            "המועצה סגרה את הגשר\n\nהמועצה סגרה את הגשר הישן ביום שני. \"איש לא נפגע\", אמרה אן פו.\n\nהגשר נבנה ב-1931.\n",
            3,
        ),
        (
            "市議会が古い橋を閉鎖\n\n市議会は月曜日、古い橋を閉鎖した。技師は「けが人はいない」と述べた。\n\n橋は1931年に建設された。\n",
            3,
        ),
    ] {
        let article = read(text.as_bytes());
        assert_eq!(article.headline(), text.lines().next());
        assert_eq!(article.sentences.len(), count, "{:?}", sentences(&article));
    }
}

#[test]
fn what_is_no_text_is_named() {
    let desk = Desk::new();
    for (name, bytes, what) in [
        ("a.pdf", &b"%PDF-1.7\n\x00\x01"[..], "a PDF document"),
        ("b.txt", b"%PDF-1.7\n\x00\x01", "a PDF document"),
        ("a.docx", b"PK\x03\x04\x14\x00", "an office document"),
        ("a.rtf", b"{\\rtf1 It rained.}", "a rich text"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "an image"),
        ("a.html", b"\xff\xd8\xff\xe0", "an image"),
        (
            "a.url",
            b"[InternetShortcut]\r\nURL=https://post.example/\r\n",
            "a link to a web page",
        ),
        (
            "a.webarchive",
            b"bplist00\xd1\x01",
            "a web archive or a link of Safari",
        ),
    ] {
        desk.put(name, bytes);
        let of_file = format!("{name}: this is {what}");
        desk.run(&["report", "post.txt", name])
            .fails_with(&[&of_file, "save the article's text as a .txt file"]);
        desk.run(&["inspect", name]).fails_with(&[&of_file]);
    }
}

#[test]
fn a_folder_says_which_documents_in_it_it_cannot_read() {
    let desk = Desk::new();
    let folder = desk.path("story");
    std::fs::create_dir(&folder).unwrap();
    for (name, bytes) in [
        ("post.txt", POST.as_bytes()),
        ("times.txt", TIMES.as_bytes()),
        ("quay.pdf", b"%PDF-1.7"),
        ("empty.txt", b" \n\t\n"),
        ("photo.jpg", b"\xff\xd8\xff"),
    ] {
        std::fs::write(folder.join(name), bytes).unwrap();
    }
    let run = desk.run(&["report", "story"]);
    run.ends_with(0);
    for said in [
        "story/quay.pdf: left out: this is a PDF document",
        "story/empty.txt: left out: the file is empty",
    ] {
        assert!(run.err.contains(said), "{}", run.err);
    }
    assert!(!run.err.contains("photo.jpg"), "{}", run.err);
    assert!(run.out.contains("quay.pdf"), "the report says so, too");
}

#[test]
fn little_or_nothing_is_told_as_such() {
    let desk = Desk::new();
    desk.put("empty.txt", "");
    desk.run(&["report", "post.txt", "empty.txt"])
        .fails_with(&["empty.txt: the file is empty", "at least two"]);
    desk.put("headline.txt", "Ferry strike enters second week\n");
    desk.put(
        "sentence.txt",
        "Ferry crews in Port Elm stayed ashore on Monday.",
    );
    for little in ["headline.txt", "sentence.txt"] {
        desk.run(&["report", "post.txt", little]).ends_with(0);
    }
    desk.run(&["report", "post.txt", "post.txt"]).ends_with(0);
    let nothing = desk.run_with(&["report", "post.txt", "-"], "");
    nothing.fails_with(&["-: nothing came from standard input; pipe an article into it"]);
    for command in ["report", "inspect"] {
        let twice = desk.run_with(&[command, "-", "Post=-"], POST);
        twice.fails_with(&["-: standard input can be read only once"]);
    }
}
