//! What the tops of texts say.

use crate::load::article;
use crate::model::{Article, ArticleId, BlockRole, Reason};

const BODY: &str = "The council closed the old bridge over the Wend on Monday after divers found \
    cracks in two of its pillars.\nRepairs would take a year, the engineer Ann Poe told reporters.";

/// The article with `top` above [`BODY`].
fn with(top: &str) -> Article {
    article(
        ArticleId(0),
        "a.txt",
        None,
        format!("{top}\n{BODY}").as_bytes(),
    )
    .unwrap()
}

#[test]
fn a_label_between_headline_and_byline_is_set_aside() {
    let read = with("Old bridge over the Wend closed\nSpecial report\nBy Joan Roe");
    assert_eq!(read.headline(), Some("Old bridge over the Wend closed"));
    assert_eq!(read.byline.as_deref(), Some("Joan Roe"));
    let label = read
        .furniture()
        .map(|(block, reason)| (read.slice(block.span), reason));
    assert_eq!(
        label.collect::<Vec<_>>(),
        [("Special report", Reason::Boilerplate)]
    );
    assert_eq!(read.paragraphs(), 2);
}

#[test]
fn a_name_right_above_the_date_is_the_author() {
    let above = |name: &str| {
        let read = with(&format!("Old bridge closed\n\n{name}\n\n2 May 2031\n"));
        (read.byline.clone(), read.paragraphs())
    };
    let author = |name: &str| Some(name.to_owned());
    assert_eq!(above("Piet Roe"), (author("Piet Roe"), 2));
    // Her namesake of the text does not speak against it; whom the article is about does.
    assert_eq!(above("Olden Poe"), (author("Olden Poe"), 2));
    for other in ["Ann Poe", "World News", "Special report"] {
        assert_eq!(above(other), (None, 2), "{other}");
    }
}

#[test]
fn a_line_that_asks_to_watch_the_outlet_is_no_headline() {
    let of = |top: &str, outlet: Option<&str>| {
        let text = format!("{top}\n\n{BODY}");
        let read = article(ArticleId(0), "wendhamnews.txt", outlet, text.as_bytes()).unwrap();
        read.headline().map(str::to_owned)
    };
    let headline = "Old bridge over the Wend closed";
    let top = format!("Watch Wendham News\n\n{headline}");
    assert_eq!(of(&top, None).as_deref(), Some(headline));
    assert_eq!(of(&top, Some("Wendham News")).as_deref(), Some(headline));
    let other = of(&top, Some("Harbour Post"));
    assert_eq!(other.as_deref(), Some("Watch Wendham News"));
    let alone = of("Watch Wendham News", None);
    assert_eq!(alone.as_deref(), Some("Watch Wendham News"));
}

#[test]
fn the_caption_of_a_picture_is_no_headline() {
    let caption = "Image copyright Jane Roe Image caption The bridge is closed to all cars";
    headline(caption, None);
}

#[track_caller]
fn headline(top: &str, expected: Option<&str>) {
    assert_eq!(with(top).headline(), expected, "{top}");
}

#[test]
fn the_first_line_is_the_headline_if_it_looks_like_one() {
    headline(
        "Council Closes Old Bridge",
        Some("Council Closes Old Bridge"),
    );
    headline("Who closed the bridge?", Some("Who closed the bridge?"));
    headline(
        "NEWS\nCouncil closes old bridge",
        Some("Council closes old bridge"),
    );
    headline(
        "Photo: Roe\nCouncil Closes Bridge",
        Some("Council Closes Bridge"),
    );
    headline("Bridge is closed.\nBy Jane Roe", Some("Bridge is closed."));
    headline("Opinion: Open the Bridge", Some("Opinion: Open the Bridge"));
    headline(
        "Title: Bridge Closed\nDate: 2025-05-02",
        Some("Bridge Closed"),
    );
}

#[test]
fn an_article_without_headline_has_none() {
    for top in [
        "It rained in Wendham on Monday.",
        "The mayor said:",
        "By Jane Roe.",
    ] {
        headline(top, None);
    }
    assert_eq!(with("It rained in Wendham.").sentences.len(), 3);
}

#[test]
fn byline_and_date_below_the_headline() {
    let byline = |top: &str| with(top).byline;
    let name = Some("Jane Roe".to_owned());
    assert_eq!(byline("Council Closes Bridge\nJane Roe |"), name);
    assert_eq!(byline("Council Closes Bridge\nJane Roe"), name);
    assert_eq!(
        byline("Council Closes Bridge\nBy JANE ROE\nThe Gazette").unwrap(),
        "JANE ROE"
    );
    assert_eq!(
        byline("Council Closes Bridge\nAnn Poe"),
        None,
        "she stands in the story"
    );
    let dated = with("Council Closes Bridge\nBy Jane Roe\nPublished May 2, 2025");
    assert_eq!(dated.published.as_deref(), Some("2025-05-02"));
    assert_eq!(dated.sentences.len(), 2);
}

#[test]
fn byline_and_date_below_a_deck() {
    let deck =
        "Nobody in Wendham knows when the bridge over the river will be open again, they said.";
    let read = with(&format!(
        "Council Closes Bridge\n{deck}\nJane RoeMay 2, 2025"
    ));
    assert_eq!(read.byline.as_deref(), Some("Jane Roe"));
    assert_eq!(read.published.as_deref(), Some("2025-05-02"));
    assert_eq!(read.sentence(0), deck);
    let signed = with(&format!(
        "Council Closes Bridge\nBy Jane Roe\n{deck}\nMay 2, 2025"
    ));
    assert_eq!(signed.published, None);
}

#[test]
fn a_lone_word_for_the_byline_and_a_plea_to_follow_the_author_are_set_aside() {
    let read = with("Council Closes Bridge\nBy\nJane Roe\nFollow Jane");
    assert_eq!(read.byline.as_deref(), Some("Jane Roe"));
    assert_eq!(read.sentences.len(), 2);
}

#[test]
fn a_name_that_the_article_says_too_states_nothing() {
    for topic in ["Ann Poe", "COUNCIL CLOSES BRIDGE", "Ann Poe (2)"] {
        let read = with(&format!("Council Closes Bridge\n{topic}"));
        assert_eq!(read.sentences.len(), 2, "{topic}");
    }
    for told in ["Divers found cracks", "Ann Poet", "Wend"] {
        let read = with(&format!("Council Closes Bridge\n{told}"));
        assert_eq!(read.sentences.len(), 3, "{told}");
    }
}

#[test]
fn what_stands_around_the_headline_is_set_aside() {
    let article = with("Council Closes Bridge\n02/05/2025 15:04\nShare\nUpdated 2 hours ago");
    let aside: Vec<_> = article.furniture().map(|(_, reason)| reason).collect();
    assert_eq!(aside, [Reason::Boilerplate, Reason::Boilerplate]);
    assert_eq!(article.blocks[1].role, BlockRole::Byline);
    assert_eq!((article.published, article.sentences.len()), (None, 2));
}

#[test]
fn a_deck_and_a_dateline_belong_to_the_article() {
    let article = with("Council Closes Bridge\nDivers found cracks in two pillars");
    assert_eq!(article.sentences.len(), 3);
    let text =
        "Bridge Closed\nWENDHAM, May 2 (Reuters) - The council closed the bridge, and so on.";
    let article = crate::load::article(ArticleId(0), "a", None, text.as_bytes()).unwrap();
    assert!(article.sentence(0).starts_with("WENDHAM, May 2 (Reuters)"));
}

#[test]
fn names_that_nothing_but_a_comma_parts_are_the_authors() {
    let author = |names: &str| with(&format!("Old bridge closed\n\n{names}\n")).byline;
    let two = "Piet J. De La Roe, Mara Quist";
    assert_eq!(author(two).as_deref(), Some(two));
    // Whom the text tells of has not written it.
    assert_eq!(author("Mara Quist, Ann Poe"), None);
}

#[test]
fn a_byline_whose_date_was_lost() {
    let read = with("Old bridge closed\n\nPiet Roe, Published A.M. Et Feb.\n");
    assert_eq!(read.byline.as_deref(), Some("Piet Roe"));
    assert_eq!(read.paragraphs(), 2);
    let told = with("Old bridge closed\n\nPiet Roe, Published by the Post.\n");
    assert_eq!((told.byline.as_deref(), told.paragraphs()), (None, 3));
}

#[test]
fn a_name_right_above_a_caption_is_the_photographers() {
    let caption = "From left, Ada Doe, Ben Doe and Mara Quist look at the bridge on Monday.";
    let read = with(&format!("Old bridge closed\n\nPiet Roe\n{caption}\n"));
    assert_eq!((read.byline.as_deref(), read.paragraphs()), (None, 2));
    let parted = with(&format!("Old bridge closed\n\nPiet Roe\n\n{caption}\n"));
    assert_eq!(parted.byline.as_deref(), Some("Piet Roe"));
}

#[test]
fn what_is_in_the_picture_states_nothing_however_its_marks_are_typed() {
    let aside = |line: &str| with(&format!("Wendham’s Old Bridge Closed\n\n{line}\n")).paragraphs();
    assert_eq!(aside("Wendham's Old Bridge"), 2);
    assert_eq!(aside("Wendham's New Bridge"), 3);
}

#[test]
fn labels_and_what_a_page_left_empty_stand_above_the_headline() {
    let title = "Two swimmers leave the team";
    for top in ["[Headbar]\nAthletics", "[Headbar]", "Athletics"] {
        let read = with(&format!("{top}\n\n{title}\n"));
        assert_eq!(
            (read.headline(), read.paragraphs()),
            (Some(title), 2),
            "{top}"
        );
    }
    headline(
        "[Old Bridge] Council closes it",
        Some("[Old Bridge] Council closes it"),
    );
}
