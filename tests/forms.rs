//! The forms of the report, as the command line gives them.

use crate::stories::STORIES;
use crate::support::desk::Desk;
use crate::support::stories::{bridge, hostile, large};
use parallax::model::Comparison;
use parallax::report::{self, Format, Look, Sheet};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::fs;

const ALL: [Format; 5] = [
    Format::Text,
    Format::Markdown,
    Format::Html,
    Format::Json,
    Format::Csv,
];

fn written(story: &Comparison, format: Format) -> String {
    let mut out = Vec::new();
    report::write(story, format, &Look::default(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn sheet(story: &Comparison, sheet: Sheet, format: Format) -> String {
    let mut out = Vec::new();
    report::write_sheet(story, sheet, format, &Look::default(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn the_ending_of_a_file_says_its_format() {
    let desk = Desk::new();
    for (name, begin) in [
        ("r.txt", "Parallax report"),
        ("r.md", "# 2 articles"),
        ("r.HTML", "<!DOCTYPE html>"),
        ("r.json", "{\n  \"schema\""),
        ("r.csv", "\u{feff}\"finding\",\"kind\""),
        ("r", "Parallax report"),
    ] {
        desk.run(&["report", "-o", name, "post.txt", "times.txt"])
            .ends_with(0);
        let text = fs::read_to_string(desk.path(name)).unwrap();
        assert!(text.starts_with(begin), "{name}: {text:.40}");
    }
    desk.run(&[
        "report",
        "-f",
        "csv",
        "-o",
        "other.md",
        "post.txt",
        "times.txt",
    ])
    .ends_with(0);
    let text = fs::read_to_string(desk.path("other.md")).unwrap();
    assert!(text.starts_with('\u{feff}'), "what is asked for goes first");
}

#[test]
fn every_format_has_a_summary_and_honours_only() {
    let desk = Desk::new();
    for format in ["text", "markdown", "html", "json", "csv"] {
        let run = |more: &[&str]| {
            let args = [&["report", "-f", format, "post.txt", "times.txt"], more].concat();
            let words: Vec<_> = desk
                .run(&args)
                .ends_with(0)
                .split_whitespace()
                .map(str::to_owned)
                .collect();
            words.join(" ")
        };
        let (whole, summary) = (run(&[]), run(&["--summary"]));
        assert!(
            !summary.is_empty() && summary.len() < whole.len(),
            "{format}"
        );
        let only = run(&["--only", "quote_altered"]);
        assert!(only.contains("settlement"), "{format}: {only}");
        // In the JSON and the CSV report what is no finding does not go by findings.
        if ["text", "markdown", "html"].contains(&format) {
            assert!(whole.contains("tourists slept"), "{format}");
            assert!(!only.contains("tourists slept"), "{format}: {only}");
        }
    }
}

#[test]
fn a_teaching_sheet_says_nothing_that_its_key_says() {
    let story = bridge();
    for format in [Format::Text, Format::Markdown, Format::Html] {
        let (worksheet, key) = (
            sheet(&story, Sheet::Worksheet, format),
            sheet(&story, Sheet::Key, format),
        );
        assert!(
            worksheet.contains("Some 14,000 cars cross the bridge"),
            "{worksheet}"
        );
        for answer in ["10 days in A, 14 days in B", "not stated"] {
            assert!(key.contains(answer) && !worksheet.contains(answer), "{key}");
        }
        assert!(!worksheet.contains("<mark"), "no wording is marked");
    }
    let desk = Desk::new();
    let key = desk.run(&["report", "--key", "post.txt", "times.txt"]);
    assert!(key.ends_with(0).starts_with("Key to the worksheet"));
    desk.run(&[
        "report",
        "--worksheet",
        "-f",
        "csv",
        "post.txt",
        "times.txt",
    ])
    .fails_with(&["teaching sheet", "--format text"]);
    let both = desk.run(&["report", "--worksheet", "--key", "post.txt", "times.txt"]);
    assert_eq!(both.status, Some(2));
}

#[test]
fn teaching_sheets_as_they_are_printed() {
    let story = bridge();
    insta::assert_snapshot!("worksheet", sheet(&story, Sheet::Worksheet, Format::Text));
    insta::assert_snapshot!("key", sheet(&story, Sheet::Key, Format::Text));
}

#[test]
fn the_markdown_report() {
    insta::assert_snapshot!("markdown", written(&bridge(), Format::Markdown));
}

/// The text that is shown of some Markdown, and the headings, links, images, HTML and code in it.
fn shown(markdown: &str) -> (String, Vec<String>) {
    let (mut text, mut markup) = (String::new(), Vec::new());
    for event in Parser::new_ext(markdown, Options::all()) {
        match event {
            Event::Text(words) => text += &words,
            // Of a comment nothing is shown; it keeps addresses from becoming links.
            Event::InlineHtml(html) if &*html == "<!-- -->" => {}
            Event::Start(
                Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::BlockQuote(_)
                | Tag::List(None)
                | Tag::Item
                | Tag::Strong
                | Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell,
            )
            | Event::End(_)
            | Event::SoftBreak
            | Event::HardBreak => text.push(' '),
            other => markup.push(format!("{other:?}")),
        }
    }
    (text, markup)
}

#[test]
fn no_markup_of_an_article_takes_effect_in_markdown() {
    let mut story = bridge();
    for article in &mut story.articles {
        article.outlet = "# *Post* | [x](http://x.example) a@x.example".to_owned();
        article.text = article
            .text
            .replace("About 14,000 cars", "1. <b>cars</b> **x** _y_ ![i](j)")
            .replace("Old Mill", "`rm` ~~no~~ &lt; |")
            .replace("Shop owners", "- Shop\u{202e} owners");
    }
    for finding in &mut story.findings {
        finding.why = "# <script>alert(1)</script> [a][b]".to_owned();
    }
    let kinds = [Sheet::Worksheet, Sheet::Key].map(|it| sheet(&story, it, Format::Markdown));
    for markdown in [written(&story, Format::Markdown)].iter().chain(&kinds) {
        let (_, markup) = shown(markdown);
        assert_eq!(markup, Vec::<String>::new());
        let headings = Parser::new_ext(markdown, Options::all())
            .filter(|event| matches!(event, Event::End(TagEnd::Heading(_))));
        let own = markdown
            .lines()
            .filter(|line| line.starts_with('#'))
            .count();
        assert_eq!(headings.count(), own);
        assert!(!markdown.contains('\u{202e}'));
    }
    let (text, _) = shown(&written(&story, Format::Markdown));
    assert!(
        text.contains("# <script>alert(1)</script> [a][b]"),
        "{text}"
    );
    assert!(text.contains("# *Post* | [x](http://x.example) a@x.example"));
}

#[test]
fn nothing_that_is_obeyed_reaches_a_report() {
    let story = hostile();
    for format in ALL {
        let text = written(&story, format);
        let bad = text
            .trim_start_matches('\u{feff}')
            .chars()
            .find(|c| c.is_control() && !"\n\r".contains(*c) || *c == '\u{202e}');
        // Plain text and JSON get articles as they were loaded, which lets no such character in.
        if ![Format::Text, Format::Json].contains(&format) {
            assert_eq!(bad, None, "{format:?}");
        }
    }
}

#[test]
fn the_same_story_gives_the_same_bytes() {
    for story in STORIES.values() {
        for format in ALL {
            assert_eq!(written(story, format), written(story, format), "{format:?}");
        }
    }
}

#[test]
fn a_page_asks_for_nothing_and_grows_with_its_text() {
    let made = ("sixteen".to_owned(), large(16, 60));
    let samples = STORIES.iter();
    for (name, story) in samples.chain([(&made.0, &made.1)]) {
        let page = written(story, Format::Html);
        assert!(
            page.contains("content=\"default-src 'none'; style-src 'sha256-"),
            "{name}"
        );
        for wrong in [
            " src=",
            "url(",
            "@import",
            "<link",
            "<iframe",
            " style=",
            " onclick=",
        ] {
            assert!(!page.contains(wrong), "{name}: {wrong}");
        }
        let text: usize = story.articles.iter().map(|it| it.text.len()).sum();
        assert!(
            page.len() < 60_000 + 40 * text,
            "{name}: {} bytes for {text}",
            page.len()
        );
    }
}
