//! The other views: what they list, and how one gets there and back.

use crate::screens::sample;
use crate::support::screen::{drawn, glyphs, played};
use crate::support::stories::{bridge, large};
use parallax::model::{ArticleId, Row, RowId};
use parallax::tui::state::{Item, Order, View, areas};
use parallax::tui::{Message, Model, Palette, update};

/// The model of the bridge at 118x40 after some keys.
fn after(script: &str) -> Model {
    played(&bridge(), script, 118, 40)
}

fn shown(script: &str) -> String {
    glyphs(&drawn(&after(script), Palette::Mono))
}

#[test]
fn every_view_keeps_the_row_and_leads_back_to_it() {
    for view in ["T", "A"] {
        assert_eq!(after(&format!("]]{view}")).row(), Some(RowId(1)), "{view}");
    }
    for script in [
        "]]T<cr>", "]]A<cr>", "]]L<cr>", "]]O<esc>", "]]TT", "]]AA", "]]O<lt>",
    ] {
        let model = after(script);
        assert_eq!(
            (model.view, model.row()),
            (View::Text, Some(RowId(1))),
            "{script}"
        );
    }
    assert_eq!(after("]]TLOA").view, View::Original);
    assert_eq!(after("vv").view, View::Matrix, "the layouts lead there too");
}

#[test]
fn the_matrix_says_in_each_cell_how_an_outlet_tells_it() {
    let text = shown("T");
    let line = |words: &str| {
        text.lines()
            .find(|line| line.contains(words))
            .unwrap()
            .to_owned()
    };
    assert!(line("closed for ten days").contains("≠ ten days"));
    assert!(line("closed for ten days").contains("≠ two weeks"));
    assert!(line("14,000 cars").contains("= ¶3/6"));
    assert!(line("nobody had been").contains("● ¶2/6"));
    assert!(line("trade before").contains("↗ ¶6/6"));
}

#[test]
fn rows_stand_in_the_order_asked_for_and_findings_with_them() {
    let rows = |model: &Model| -> Vec<u32> {
        let items = model.items.iter();
        items
            .filter_map(|it| Some(model.row_of(*it)?.0 + 1))
            .collect()
    };
    let by_b = after("lTa");
    assert_eq!(by_b.order, Order::Article(ArticleId(1)));
    assert_eq!(rows(&by_b), [1, 2, 4, 5, 8, 6, 3, 7, 9]);
    let important = after("Taa");
    assert_eq!(rows(&important)[..2], [1, 2], "what differs comes first");
    let places = important.findings.iter().map(|id| {
        let row = important.story.findings[id.index()].row;
        important.places[&row]
    });
    assert!(places.is_sorted());
    assert_eq!(after("Taaaaa").order, Order::Story);
    assert!(after("La").hint.is_some_and(|hint| hint.contains("matrix")));
}

#[test]
fn the_far_place_is_reached_and_left_again() {
    let there = after("Gk'");
    assert_eq!((there.row(), there.column), (Some(RowId(8)), 0));
    assert_eq!(after("Gk'<lt>").row(), Some(RowId(7)));
    assert_eq!(after("Gk'<lt>>").row(), Some(RowId(8)));
    let moved = after("jjjjjj'");
    assert_eq!(
        moved.order,
        Order::Article(ArticleId(1)),
        "among what B tells around it"
    );
    assert_eq!(moved.row(), Some(RowId(5)));
    assert!(moved.hint.is_some_and(|hint| hint.contains("B ¶6 of 6")));
    assert_eq!(after("jjjjjj'<lt>").order, Order::Story);
    assert!(
        after("jjj'")
            .hint
            .is_some_and(|hint| hint.contains("no other outlet"))
    );
    assert!(after("<lt>").hint.is_some());
}

#[test]
fn the_ledger_lists_each_utterance_once_under_its_speaker() {
    let model = after("L");
    let kinds: Vec<&Item> = model.items.iter().collect();
    assert!(matches!(
        kinds[..],
        [Item::Opening, Item::Speaker(0), Item::Utterance(0)]
    ));
    let text = shown("L");
    assert!(text.contains("Ilse Brandt  1 utterance"), "{text}");
    assert!(text.contains("altered"), "{text}");
    assert!(
        !shown("1L").contains("Brandt"),
        "hidden rows hide their quotes"
    );
}

#[test]
fn the_article_shows_everything_that_was_read() {
    let text = shown("A");
    for words in [
        "Old Mill Bridge to close",
        "Latest news",
        "heading of a list",
        "B ¶1",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(shown("Al").contains("2 of 2"));
    let model = after("A/ferry<cr>");
    assert_eq!(model.search.as_ref().map(|it| it.hits.len()), Some(2));
}

#[test]
fn a_pair_of_many_is_looked_at_alone() {
    let story = large(5, 6);
    let letters = |script: &str| -> String {
        let model = played(&story, script, 200, 40);
        areas::shown(&model)
            .iter()
            .map(ToString::to_string)
            .collect()
    };
    assert_eq!(letters("P"), "AB");
    assert_eq!(letters("lP"), "BC");
    assert_eq!(letters("Pl"), "AC");
    assert_eq!(letters("PT"), "AB");
    assert_eq!(letters("PP"), letters(""));
    assert_eq!(letters("P<esc>"), letters(""));
    assert!(
        after("P")
            .hint
            .is_some_and(|hint| hint.contains("two outlets"))
    );
}

#[test]
fn every_command_is_found_by_its_words() {
    assert_eq!(after(":matrix<cr>").view, View::Matrix);
    assert_eq!(after("?<cr>ledger<cr>").view, View::Quotes);
    assert_eq!(
        after(":<down><down><up><cr>").row(),
        Some(RowId(0)).filter(|_| false)
    );
    assert!(
        after(":zzz<cr>")
            .hint
            .is_some_and(|hint| hint.contains("zzz"))
    );
    let text = shown(":over");
    assert!(text.contains("overview: figures"), "{text}");
}

#[test]
fn a_story_without_articles_has_no_other_views() {
    let mut model = played(&crate::support::stories::empty(), "", 80, 24);
    update(&mut model, Message::View(View::Overview));
    assert_eq!(model.view, View::Text);
}

#[test]
fn the_far_passage_stands_as_a_ghost_on_demand() {
    let story = bridge();
    let elsewhere = |row: &Row| row.elsewhere.values().next().copied();
    let found = story.rows.iter().enumerate();
    let mut found = found.filter_map(|(at, row)| Some((at, elsewhere(row)?)));
    let (at, far) = found.next().expect("a row that is told elsewhere");
    let words: Vec<&str> = story.sentence(far).split_whitespace().collect();
    let told = |script: &str| {
        let model = played(&story, script, 200, 50);
        let place = model.places[&RowId(at as u32)];
        let lines = parallax::tui::lines::lay(&model, place);
        let pieces = lines.iter().flat_map(|line| &line.0);
        pieces
            .map(|piece| piece.text.clone())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert!(!told("").contains(words[0]));
    assert!(words.iter().all(|word| told("p").contains(word)));
}

#[test]
fn what_is_told_elsewhere_stands_beside_the_cursor_as_a_ghost() {
    let story = sample("budget");
    let lines = |keys: &str| {
        let model = played(&story, keys, 118, 60);
        let text = glyphs(&drawn(&model, Palette::Mono));
        let rows = text.lines().position(|line| line.contains("· row 2"));
        let next = text.lines().position(|line| line.contains("· row 3"));
        let body: Vec<String> = text.lines().map(str::to_owned).collect();
        body[rows.unwrap()..next.unwrap()].to_vec()
    };
    // Row 2 is told by B; A tells a part of it in row 1.
    let (before, after) = (lines("j"), lines("jj"));
    assert!(before.iter().all(|line| !line.contains("▌")));
    assert_eq!(before.len(), after.len(), "the page does not jump");
    assert!(
        before[1].contains("told in row 1, A ¶2 of 13"),
        "{before:?}"
    );
    assert!(!before[2].contains("The plan raises"));
    assert!(after[2].contains("The plan raises"), "{after:#?}");
    assert!(after.last().unwrap().contains('│'));
    let whole = lines("jjp");
    assert!(whole.len() > after.len(), "on demand all of it is shown");
}

#[test]
fn the_detail_scrolls_to_the_finding() {
    let story = sample("ferry");
    let row = story.rows.iter().position(|row| row.findings.len() > 3);
    let findings = &story.rows[row.unwrap()].findings;
    for (width, height) in [(80, 24), (100, 20), (120, 40)] {
        for id in findings {
            let place = id.index() + 1;
            let model = played(&story, &"]".repeat(place), width, height);
            let shown = glyphs(&drawn(&model, Palette::Mono));
            let kind = story.findings[id.index()].kind.words();
            let found = shown.contains(&format!("{id} {kind}"));
            assert!(found, "finding {id} at {width}x{height}:\n{shown}");
        }
    }
}
