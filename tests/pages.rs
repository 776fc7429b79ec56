//! The HTML report in a real browser: what a reader sees, which keys work, and that nothing of an
//! article is obeyed. Skipped, with a message, where no Chromium is installed.

use crate::stories::STORIES;
use crate::support::browser::Browser;
use crate::support::stories::{bridge, large};
use crate::support::story::row;
use parallax::model::{Comparison, RowVerdict, Warning};
use parallax::report::{self, Format, Look, Sheet};

fn page(story: &Comparison) -> String {
    let mut out = Vec::new();
    report::write(story, Format::Html, &Look::default(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// How many rows are on the page, and at how many heights and at how many places from the left the
/// cells of the worst one begin.
const ROWS: &str = "document.querySelectorAll('#rows .row').length";
const SHOWN: &str = "document.querySelectorAll('#rows .row:not([hidden])').length";
const STEPS: &str = "Math.max(...[...document.querySelectorAll('#rows .row')].map((row) => \
    new Set([...row.querySelectorAll('.cell')].filter((it) => it.offsetParent).map((it) => it.getBoundingClientRect().top)).size))";
const LEFTS: &str = "Math.max(...[...document.querySelectorAll('#rows .row')].map((row) => \
    new Set([...row.querySelectorAll('.cell')].filter((it) => it.offsetParent)\
    .map((it) => it.getBoundingClientRect().left)).size))";
const TOO_WIDE: &str = "document.documentElement.scrollWidth - innerWidth";
const HERE: &str = "document.activeElement.id";
const COUNTER: &str = "document.getElementById('counter').textContent";

#[test]
fn rows_are_level_and_nothing_is_asked_for() {
    let Some(mut browser) = Browser::start() else {
        return;
    };
    let eight = large(8, 24);
    let samples = STORIES.iter().map(|(name, story)| (name.as_str(), story));
    for (name, story) in samples.chain([("eight", &eight)]) {
        let page = page(story);
        for width in [1400, 900] {
            browser.open(&page, width);
            assert_eq!(browser.value(ROWS), story.rows.len(), "{name}");
            assert_eq!(
                browser.value(STEPS),
                1,
                "{name}: cells of a row are not level at {width}"
            );
            assert!(
                browser.value(TOO_WIDE).as_i64() <= Some(0),
                "{name} at {width}"
            );
        }
        browser.open(&page, 400);
        assert_eq!(
            browser.value(LEFTS),
            1,
            "{name}: outlets do not stand one under the other"
        );
        assert!(
            browser.value(TOO_WIDE).as_i64() <= Some(0),
            "{name} is too wide for a phone"
        );
        assert_eq!(browser.requests, Vec::<String>::new(), "{name}");
    }
}

#[test]
fn keys_move_among_the_differences_and_filter_the_rows() {
    let Some(mut browser) = Browser::start() else {
        return;
    };
    let story = bridge();
    browser.open(&page(&story), 1200);
    let stops: Vec<String> = (1..)
        .zip(&story.rows)
        .filter(|(_, row)| !row.findings.is_empty())
        .map(|(id, _)| format!("row-{id}"))
        .collect();
    assert_eq!(
        browser.value(COUNTER),
        format!("{} differences", stops.len())
    );
    // The last one is followed by the first one.
    for (number, stop) in (1..).zip(&stops) {
        browser.press(if number % 2 == 0 { "j" } else { "n" });
        assert_eq!(browser.value(HERE), *stop);
        assert_eq!(
            browser.value(COUNTER),
            format!("{number} of {}", stops.len())
        );
    }
    browser.press("j");
    assert_eq!(browser.value(HERE), stops[0]);
    browser.press("k");
    assert_eq!(browser.value(HERE), stops[stops.len() - 1]);
    browser.press("w");
    let open = format!(
        "document.querySelector('#{} .why').open",
        stops[stops.len() - 1]
    );
    assert_eq!(browser.value(&open), true);
    let singles = story.count(RowVerdict::Single);
    browser.press("3");
    assert_eq!(browser.value(SHOWN), story.rows.len() - singles);
    browser.press("0");
    assert_eq!(browser.value(SHOWN), story.rows.len());
    let button = "document.querySelector('[data-verdict=diverge]').click()";
    browser.value(button);
    assert_eq!(
        browser.value(SHOWN),
        story.rows.len() - story.count(RowVerdict::Diverge)
    );
}

#[test]
fn outlets_of_many_are_chosen() {
    let Some(mut browser) = Browser::start() else {
        return;
    };
    let mut story = large(8, 12);
    for lone in ["B2", "H8"] {
        row(&mut story, RowVerdict::Single, lone, "nobody else tells it");
    }
    browser.open(&page(&story), 1200);
    let cells = "document.querySelector('#rows .row .cells').children";
    let columns = format!("[...{cells}].filter((it) => !it.hidden).length");
    assert_eq!(browser.value(&columns), 8);
    assert_eq!(browser.value(SHOWN), 14);
    let all_but_three =
        "[...document.querySelectorAll('#outlets input')].slice(3).forEach((it) => it.click())";
    browser.value(all_but_three);
    assert_eq!(browser.value(&columns), 3);
    assert_eq!(browser.value(STEPS), 1);
    assert_eq!(browser.value(SHOWN), 13, "what H alone tells is away");
    let left =
        |cell: &str| format!("document.querySelector('{cell}').getBoundingClientRect().left");
    let head = browser.value(&left(".heads .cell:nth-child(2)"));
    assert_eq!(
        browser.value(&left("#row-13 .cell")),
        head,
        "B stands below its name"
    );
}

#[test]
fn an_article_full_of_markup_is_shown_as_text() {
    let Some(mut browser) = Browser::start() else {
        return;
    };
    let evil = "<script>window.owned=1</script><img src=\"http://x.example/a.png\" onerror=\"window.owned=1\">\
        <style>*{display:none}</style></p></article>\"'><b>&lt;i&gt;";
    let mut story = bridge();
    for article in &mut story.articles {
        let before = article.text.clone();
        article.text = format!("{before}\n{evil}\u{202e}");
        // The last sentence, which stands at the end of its paragraph, is the markup.
        let start = before.len() + 1;
        let span = parallax::text::Span::new(start, article.text.len());
        article.sentences.last_mut().unwrap().span = span;
        article.headline = Some(span);
        article.outlet = evil.to_owned();
        article.byline = Some(evil.to_owned());
        article.language = Some("\"><script>window.owned=1</script>".to_owned());
    }
    for finding in &mut story.findings {
        finding.why = evil.to_owned();
    }
    story.warnings.push(Warning {
        source: Some(evil.to_owned()),
        text: evil.to_owned(),
    });
    let quote = &mut story.facts.quotes[0];
    quote.verb = Some(evil.to_owned());
    quote.speaker.as_mut().unwrap().name = evil.to_owned();
    let mut sheet = Vec::new();
    report::write_sheet(
        &story,
        Sheet::Worksheet,
        Format::Html,
        &Look::default(),
        &mut sheet,
    )
    .unwrap();
    for page in [page(&story), String::from_utf8(sheet).unwrap()] {
        assert!(!page.contains('\u{202e}'));
        browser.open(&page, 1200);
        assert_eq!(browser.value("window.owned === undefined"), true);
        assert_eq!(
            browser.value("document.querySelectorAll('script').length"),
            1
        );
        assert_eq!(
            browser.value("document.querySelectorAll('style').length"),
            1
        );
        assert_eq!(
            browser.value("document.querySelectorAll('img, i, [onerror]').length"),
            0
        );
        let seen = browser.value("document.querySelector('.headline').textContent");
        assert_eq!(seen, evil);
        assert_eq!(browser.requests, Vec::<String>::new());
    }
}
