//! Whatever is pressed, in whatever order, at whatever size: nothing breaks.

use crate::support::screen::{drawn, screen};
use crate::support::stories::{bridge, hostile, large};
use parallax::model::{Comparison, RowVerdict};
use parallax::tui::state::message::{Class, Clip, Prompt, Way};
use parallax::tui::state::{Nicety, View};
use parallax::tui::{Message, Model, Palette, Signs, lines, state::areas, update};
use proptest::prelude::*;
use std::sync::Arc;

/// Every message that a reader can send.
pub(crate) fn messages() -> Vec<Message> {
    let mut all = vec![
        Message::Open,
        Message::Back,
        Message::Close,
        Message::Quit,
        Message::ShowAll,
        Message::ClearFilters,
        Message::Menu,
        Message::Choose,
        Message::Erase,
        Message::EraseWord,
        Message::EraseAll,
        Message::Submit,
        Message::Layout,
        Message::Fold,
        Message::Emphasis,
        Message::Nearest,
        Message::Help,
        Message::Redraw,
        Message::Suspend,
        Message::Toggle(Class::Furniture),
    ];
    all.extend(Nicety::ALL.map(Message::Ignore));
    all.push(Message::Closely);
    all.extend([
        Message::Mark,
        Message::Cut,
        Message::Split,
        Message::Flip,
        Message::Judge,
        Message::Review,
        Message::Undo,
        Message::Redo,
        Message::Save,
        Message::Ask(Prompt::Note),
    ]);
    all.extend([Message::Mouse, Message::Theme, Message::Copying]);
    all.extend([Message::Edit, Message::Reload]);
    all.extend(Clip::ALL.map(Message::Copy));
    all.extend([Message::Order, Message::Pair, Message::Far]);
    all.extend([View::Matrix, View::Quotes, View::Overview, View::Original].map(Message::View));
    all.extend(
        [
            Prompt::Search,
            Prompt::Filter,
            Prompt::Command,
            Prompt::Help,
            Prompt::Write,
        ]
        .map(Message::Ask),
    );
    all.extend(RowVerdict::ALL.map(|verdict| Message::Toggle(Class::Verdict(verdict))));
    for way in [Way::Back, Way::On] {
        all.extend([
            Message::Step(way),
            Message::Line(way),
            Message::HalfPage(way),
            Message::Page(way),
            Message::End(way),
            Message::Finding(way),
            Message::SameKind(way),
            Message::Column(way),
            Message::Pane(way),
            Message::Hit(way),
            Message::Resize(way),
            Message::Jump(way),
            Message::Pick(way),
            Message::Claim(way),
        ]);
    }
    all
}

/// What must hold after every message.
pub(crate) fn check(model: &Model) {
    assert!(!model.items.is_empty() && model.at < model.items.len());
    assert!(model.top.item < model.items.len());
    assert!(model.top.line < lines::height(model, model.top.item).max(1));
    assert!(model.column < model.outlets().max(1) && model.first < model.outlets().max(1));
    assert!(
        model
            .finding
            .is_none_or(|id| id.index() < model.story.findings.len())
    );
    if let Some(search) = &model.search {
        assert!(search.hits.iter().all(|hit| hit.item < model.items.len()));
        assert!(search.at.is_none_or(|at| at < search.hits.len()));
    }
    let areas = areas::areas(model);
    let top = model.top;
    let page = usize::from(areas.body.height);
    let after: usize = (top.item..model.at)
        .map(|item| lines::height(model, item))
        .sum();
    assert!(
        page == 0 || (top.item <= model.at && after < page + top.line),
        "the selected item is on the screen"
    );
}

fn any_message() -> impl Strategy<Value = Message> {
    let sizes = prop_oneof![
        (1_u16..4, 1_u16..4),
        (5_u16..60, 4_u16..20),
        (60_u16..220, 10_u16..60),
    ];
    prop_oneof![
        12 => proptest::sample::select(messages()),
        2 => proptest::sample::select(vec!['a', 'e', '1', 'm', ' ', '市']).prop_map(Message::Insert),
        2 => sizes.prop_map(|(width, height)| Message::Size(width, height)),
        2 => (0_u16..220, 0_u16..60).prop_map(|(x, y)| Message::Click(x, y)),
        1 => (0_u16..220, 0_u16..60).prop_map(|(x, y)| Message::Drag(x, y)),
        1 => (0_u16..220, 0_u16..60).prop_map(|(x, y)| Message::Wheel(Way::On, x, y)),
    ]
}

/// The column of the names ends before the next one begins, however long a name is.
#[test]
fn a_long_name_does_not_run_into_the_next_column() {
    let mut story = bridge();
    story.articles[0].outlet = "thevalleymercuryandintelligencer".to_owned();
    let seen = screen(&story, "OG", 120, 60);
    let named: Vec<&str> = seen
        .lines()
        .filter(|it| it.contains("A thevalley"))
        .collect();
    assert!(!named.is_empty(), "{seen}");
    for line in named {
        let (_, after) = line.split_once('…').unwrap_or((line, " "));
        assert!(after.starts_with(' '), "{line}");
    }
}

fn walk(story: Comparison, signs: Signs, sent: Vec<Message>) {
    let mut model = Model::new(Arc::new(story), signs, 80, 24);
    for message in sent {
        update(&mut model, message);
        check(&model);
        drawn(&model, Palette::Mono);
    }
}

/// Found by walks of some ten thousand messages: a row at the top that takes fewer lines once its mark
/// is gone, or once another column is shown.
#[test]
fn a_row_that_shrinks_leaves_no_line_that_is_none() {
    let (on, back) = (Message::Step(Way::On), Message::Step(Way::Back));
    let unsure = Message::Toggle(Class::Verdict(RowVerdict::Unsure));
    let wheel = |x| Message::Wheel(Way::On, x, 0);
    let marked = vec![
        wheel(0),
        back,
        unsure,
        Message::Size(108, 41),
        Message::Mark,
    ];
    let rolled = vec![
        wheel(108),
        wheel(0),
        wheel(0),
        unsure,
        Message::Pane(Way::On),
    ];
    let joined = vec![on, back, Message::Split];
    walk(bridge(), Signs::ASCII, [marked, rolled, joined].concat());
    let end = vec![Message::Size(1, 1), Message::End(Way::On)];
    let moved = vec![Message::Pick(Way::On), Message::Open, wheel(0)];
    let other = vec![Message::Column(Way::Back)];
    walk(large(1, 3), Signs::ASCII, [end, moved, other].concat());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_messages_break_the_model_or_the_screen(
        sent in proptest::collection::vec(any_message(), 1..60),
        which in 0_usize..4,
        ascii in any::<bool>(),
    ) {
        let story = match which {
            0 => bridge(),
            1 => hostile(),
            2 => large(5, 9),
            _ => large(1, 3),
        };
        let signs = if ascii { Signs::ASCII } else { Signs::UNICODE };
        walk(story, signs, sent);
    }
}
