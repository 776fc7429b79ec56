//! Pages in the manner of news sites.

use crate::load::article;
use crate::model::{Article, ArticleId, BlockRole, Field, Reason};

const PAGE: &str = include_str!("testdata/gazette.html");

fn read(page: &str) -> Article {
    article(ArticleId(0), "page.html", None, page.as_bytes()).unwrap()
}

/// The paragraphs of the body.
fn body(article: &Article) -> Vec<&str> {
    let blocks = article.blocks.iter().filter(|b| b.role == BlockRole::Body);
    blocks.map(|block| article.slice(block.span)).collect()
}

fn aside(article: &Article, reason: Reason) -> Vec<&str> {
    let aside = article.furniture().filter(|(_, why)| *why == reason);
    aside.map(|(block, _)| article.slice(block.span)).collect()
}

#[test]
fn the_body_is_the_article_paragraph_by_paragraph() {
    let article = read(PAGE);
    assert_eq!(
        body(&article),
        [
            "The town council of Wendham closed the old swing bridge on Monday after divers found \
             cracks in two of its four pillars, the harbour office said.",
            "About 9,000 cars cross the bridge each day. Drivers will have to go round by Ostley, \
             which adds 14 kilometres, until at least the end of June.",
            "“Nobody was in danger at any time,” the harbour master, Ines Holt, told reporters. She \
             would not say what the repair would cost.",
            "We have asked for this inspection every year since 2019, and every year it was put off.",
            "The opposition leader, Paul Anders, made that statement in a letter to the council; the \
             mayor’s office said it had “no record” of such requests.",
            "Engineers will examine the other two pillars this week. A report is due on 14 May.",
        ]
    );
    assert_eq!(aside(&article, Reason::Subheading), ["What happens next"]);
    let quote = article.blocks.iter().find(|block| block.quoted).unwrap();
    assert!(article.slice(quote.span).starts_with("We have asked"));
}

#[test]
fn what_is_not_the_article_is_set_aside_with_its_reason() {
    let article = read(PAGE);
    let credits = aside(&article, Reason::Credit);
    assert_eq!(credits, ["The swing bridge on Monday. Photo: Rita Lund"]);
    let embeds = aside(&article, Reason::Embed);
    assert!(
        embeds
            .iter()
            .any(|text| text.contains("Stuck on the bridge road")),
        "{embeds:?}"
    );
    for text in [
        "cookies",
        "How the swing bridge was built",
        "Markets",
        "morning briefing",
        "All rights reserved",
    ] {
        assert!(
            !body(&article)
                .iter()
                .any(|paragraph| paragraph.contains(text)),
            "{text}"
        );
    }
}

#[test]
fn a_page_says_who_published_it_and_where_that_stands() {
    let article = read(PAGE);
    let fields = &article.reading.fields;
    let from = |field: Field| fields.get(&field).map_or("", String::as_str);
    assert_eq!(
        (article.outlet.as_str(), from(Field::Outlet)),
        ("The Wendham Gazette", "og:site_name")
    );
    let headline = Some("Wendham closes its swing bridge until June");
    assert_eq!(
        (article.headline(), from(Field::Headline)),
        (headline, "h1")
    );
    let byline = Some("Nora Feld, Tom Arkwright");
    assert_eq!(
        (article.byline.as_deref(), from(Field::Byline)),
        (byline, "JSON-LD author")
    );
    let published = Some("2031-05-05T14:20+01:00");
    assert_eq!(article.published.as_deref(), published);
    assert_eq!(from(Field::Published), "JSON-LD datePublished");
    let url = Some("https://wendham-gazette.example/news/swing-bridge-closed");
    assert_eq!(
        (article.url.as_deref(), from(Field::Url)),
        (url, "JSON-LD mainEntityOfPage")
    );
    assert_eq!(article.language.as_deref(), Some("en"));
    assert!(
        article.reading.notes.is_empty(),
        "{:?}",
        article.reading.notes
    );
    assert_eq!(article.reading.format, "saved web page, UTF-8 by its bytes");
}

#[test]
fn sentences_know_their_lines_in_the_file() {
    let article = read(PAGE);
    for sentence in &article.sentences {
        let words = article.slice(sentence.span).split(' ').next().unwrap();
        let line = PAGE.lines().nth(sentence.line as usize - 1).unwrap();
        let first = article
            .sentences
            .iter()
            .find(|s| s.paragraph == sentence.paragraph)
            .unwrap();
        if first == sentence {
            let word = words.trim_matches(|c: char| !c.is_alphanumeric());
            assert!(
                line.contains(word),
                "{word} is not in line {}: {line}",
                sentence.line
            );
        }
    }
}

#[test]
fn line_breaks_lists_tables_and_quotation_elements() {
    let filler = "The council met for four hours on Monday night and heard sixteen speakers, most of \
                  them against the plan, before it voted, the clerk said.";
    let page = format!(
        "<html><body><article><h1>Council votes</h1><p>{filler}</p><p>{filler} It was late.</p>\
         <div>{filler} In a div.<br><br>After two breaks, the mayor said <q>we go on</q>.</div>\
         <p>The plan:</p><ul><li>close the bridge in May,</li><li>open it in June.</li></ul>\
         <table><tr><td>May</td><td>closed</td></tr><tr><td>June</td><td>open</td></tr></table>\
         <p>One line that was broken<br>in the middle of it.</p></article></body></html>"
    );
    let article = read(&page);
    let body = body(&article);
    for expected in [
        "After two breaks, the mayor said “we go on”.",
        "close the bridge in May,",
        "open it in June.",
        "May | closed",
        "One line that was broken in the middle of it.",
    ] {
        assert!(body.contains(&expected), "no {expected:?} in {body:#?}");
    }
}

#[test]
fn subheadings_stay_whatever_they_are_called() {
    let filler = "The council met for four hours on Monday night and heard sixteen speakers, most of \
                  them against the plan, before it voted, the clerk said.";
    let page = format!(
        "<html><body><article><h1>Council votes</h1><p>{filler}</p>\
         <h2 class=subheader id=a-share-for-the-community>A share for the community</h2>\
         <p>{filler} It was late.</p></article></body></html>"
    );
    assert!(body(&read(&page)).contains(&"A share for the community"));
}

#[test]
fn a_page_that_shows_nothing_gives_the_text_that_it_holds() {
    let page = "<html><head><title>Rain | Gazette</title><script type=\"application/ld+json\">\
        {\"@type\":\"NewsArticle\",\"headline\":\"Rain\",\"articleBody\":\"It rained in Wendham on \
        Monday, and the council met.\\n\\nIt went on all night, and nobody slept.\"}</script></head>\
        <body><div id=app>Loading…</div><script>render()</script></body></html>";
    let article = read(page);
    assert_eq!(
        (body(&article).len(), article.headline()),
        (2, Some("Rain"))
    );
    assert!(
        article.reading.notes[0].contains("JSON-LD"),
        "{:?}",
        article.reading.notes
    );
}

#[test]
fn a_page_without_text_is_an_error_with_a_remedy() {
    let page =
        b"<!doctype html><html><head><title>x</title></head><body><script>a()</script></body>";
    let error = article(ArticleId(0), "page.html", None, page)
        .unwrap_err()
        .to_string();
    assert!(
        error.starts_with("page.html: no text was found in this page; open it"),
        "{error}"
    );
}

#[test]
fn a_browser_s_note_tells_the_address_and_so_the_outlet() {
    let page = "<!DOCTYPE html>\n<!-- saved from url=(0041)https://www.herald.example/rain-all-night -->\n\
        <html><head><title>Rain all night long - The Herald</title></head><body><h1>Rain all night</h1>\
        <p>It rained in Wendham on Monday, and the council met until the morning, the clerk said.</p></body>";
    let article = read(page);
    assert_eq!(article.outlet, "herald.example");
    assert_eq!(
        article.url.as_deref(),
        Some("https://www.herald.example/rain-all-night")
    );
    assert_eq!(article.headline(), Some("Rain all night"));
}

/// The day of publication of a page that has `top` below its headline, and who tells it.
fn dated(top: &str, below: &str) -> Option<(String, String)> {
    let filler = "The council met for four hours on 3 March 2030 and heard sixteen speakers, most \
                  of them against the plan, before it voted, the clerk said.";
    let article = read(&format!(
        "<html><head><title>Council votes again | Gazette</title></head><body><nav>1 June 2031</nav>\
         <h1>Council votes again</h1>{top}<p>{filler}</p><p>{filler} It was late.</p>{below}</body>"
    ));
    let from = article.reading.fields.get(&Field::Published);
    article.published.zip(from.cloned())
}

#[test]
fn the_day_of_publication_is_read_where_the_page_shows_it() {
    let below = |top: &str| {
        let (day, from) = dated(top, "")?;
        assert_eq!(from, "the lines below the headline", "{top}");
        Some(day)
    };
    for top in [
        "<div>By Jane Roe | 2 May 2031 | 3 comments</div>",
        "<ul><li>Jane Roe</li><li>02.05.2031</li></ul>",
        "<p><span>Updated 4 May 2031</span> <span>Published 2 May 2031</span></p>",
        "<time datetime='2031-05-09T10:00'>Published 2 May 2031</time>",
    ] {
        assert_eq!(below(top).as_deref(), Some("2031-05-02"), "{top}");
    }
    let exact = "<div><time datetime='2031-05-02T10:20+02:00'>Friday</time></div>";
    assert_eq!(below(exact).as_deref(), Some("2031-05-02T10:20+02:00"));
    let entry = |day: u8| format!("<p class=published>{day} May 2031</p>");
    let (day, from) = dated("", &entry(2)).unwrap();
    assert_eq!(
        (day.as_str(), from.as_str()),
        ("2031-05-02", "an element marked as the date")
    );
}

#[test]
fn other_days_are_not_taken_for_the_day_of_publication() {
    let many = "<p class=published>2 May 2031</p><p class=published>3 May 2031</p>";
    for (top, below) in [
        ("", ""),
        ("<time class=updated datetime=2031-05-04>4 May</time>", ""),
        ("<p>02/05/2031</p>", ""),
        ("", "<p>Fair on 4 May 2031</p>"),
        ("", many),
    ] {
        assert_eq!(dated(top, below), None, "{top}{below}");
    }
}

/// A page with these elements in its head and its body.
fn page(head: &str, inside: &str) -> Article {
    read(&format!(
        "<html><head><title>Ferry to Aldness stops</title>{head}</head><body>{inside}</body></html>"
    ))
}

const FERRY: [&str; 3] = [
    "The ferry to Aldness will stop for three weeks in March while its engines are renewed, the \
     harbour company said on Thursday in a short statement.",
    "A smaller boat will carry passengers in the mornings and in the evenings, but no cars, and it \
     will not sail in strong wind, the company said.",
    "The islanders, of whom four hundred work on the mainland, were told a week ago; some of them \
     said that this was much too late, and asked for help.",
];

fn ferry() -> String {
    let paragraphs = FERRY.map(|text| format!("<p>{text}</p>"));
    format!("<div class='text-body'>{}</div>", paragraphs.concat())
}

#[test]
fn a_deck_beside_the_headline_is_the_first_thing_told() {
    let deck = "The ferry to Aldness stops for three weeks: islanders must take a small boat.";
    let top = |below: &str| {
        format!(
            "<div class='top'><h1>Ferry to Aldness stops</h1>{below}</div>{}",
            ferry()
        )
    };
    let all = [&[deck][..], &FERRY].concat();
    let described = format!("<meta name='description' content='{deck}'>");
    for (head, below) in [
        (described.as_str(), format!("<h2>{deck}</h2>")),
        (described.as_str(), format!("<ul><li>{deck}</li></ul>")),
        (
            described.as_str(),
            format!("<div><span>{deck}</span></div>"),
        ),
        (
            "",
            format!("<div class='article__standfirst'><h2>{deck}</h2></div>"),
        ),
        ("", format!("<div><p>{deck}</p></div>")),
    ] {
        assert_eq!(body(&page(head, &top(&below))), all, "{below}");
    }
    for other in [
        "<p class='photo-credit'>The ferry in the harbour of Aldness on Thursday. Picture by the sea.</p>",
        "<h2>Islanders will have to take a small boat</h2>",
        "<p><a href=/x>Read here how the ferry to Aldness was built in the year 1974, by whom and why.</a></p>",
    ] {
        assert_eq!(body(&page("", &top(other))), FERRY, "{other}");
    }
    let twice = format!(
        "{described}<meta property='og:description' content='{}'>",
        FERRY[0]
    );
    assert_eq!(body(&page(&twice, &top(""))), FERRY);
}

#[test]
fn a_deck_the_page_describes_itself_with_is_found_behind_a_menu_and_a_bar_of_buttons() {
    let deck = "The ferry to Aldness stops for three weeks: islanders must take a small boat.";
    let far = |buttons: usize, line: &str| {
        let buttons = "<span><i></i></span>".repeat(buttons / 2);
        format!(
            "<nav><ul><li><a href=/>Home</a><li><h1>Ferry to Aldness stops</h1></ul></nav>\
             <div>{}</div><div class='top'><h2>Ferry to Aldness stops from Monday</h2>\
             <div>{buttons}</div>{line}</div>{}",
            "<b>x</b>".repeat(200),
            ferry()
        )
    };
    let described = format!("<meta name='description' content='{deck}'>");
    let line = format!("<p>{deck}</p>");
    let told = page(&described, &far(80, &line));
    assert_eq!(body(&told).iter().filter(|it| **it == deck).count(), 1);
    // What is so far away may be a note on the author.
    let bio = page("", &far(80, &line));
    assert!(!body(&bio).contains(&deck));
}

#[test]
fn of_several_articles_in_full_the_page_s_own_is_read() {
    let article = |title: &str, text: &[&str]| {
        let paragraphs = text.join("</p><p>");
        format!("<article><h2>{title}</h2><div class=text><p>{paragraphs}</p></div></article>")
    };
    let other = [
        "The choir of Wendham has sung for the queen of a far country, who had come to see the \
         cathedral and stayed for a whole evening, to the surprise of all.",
        "The choir sang four songs, two of them in the language of the guest, which it had learnt in \
         a fortnight from recordings, the choir master said afterwards.",
        "The queen thanked the singers one by one, asked how long they had practised, and invited \
         them to her own country, to which they will travel in the autumn.",
        "It is the third time that the choir travels abroad; the last journey, nine years ago, ended \
         in a snowstorm, which the older singers still like to tell of.",
    ];
    let page = page(
        "",
        &format!(
            "<main>{}{}</main>",
            article("Ferry to Aldness stops", &FERRY),
            article("Choir sings for a queen", &other)
        ),
    );
    assert_eq!(body(&page), FERRY);
    assert_eq!(
        page.reading.notes,
        ["another article that the page holds in full was left out"]
    );
}

#[test]
fn an_address_to_write_to_is_no_link_to_another_article() {
    let write = "<p><a href='mailto:ferry@aldness.example'>ferry@aldness.example</a></p>";
    let [one, two, three] = FERRY;
    let text = format!("<p>{one}</p><p>{two}</p>{write}<p>{three}</p>");
    let page = page(
        "",
        &format!("<h1>Ferry to Aldness stops</h1><div>{text}</div>"),
    );
    assert_eq!(body(&page), [one, two, "ferry@aldness.example", three]);
}
