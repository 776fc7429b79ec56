//! Lists and teasers of other articles, and where the article has ended.

use crate::load::furniture::teasers::{SHORTEST_ARTICLE, is_item, is_regular, rhythm, teaser};
use crate::load::furniture::told::Told;
use crate::load::lines::phrases::{is_heading, listed};
use crate::load::page::{Block, Page};
use crate::model::{BlockRole, Reason};

/// So many items make a list without a heading.
const BARE_LIST: usize = 4;

/// So many items below a heading mean that the article may have ended there.
const CLEAR_LIST: usize = 3;

/// If none of so many paragraphs below a list has to do with the article, it has ended.
const LOOK_AHEAD: usize = 200;

/// Marks lists and teasers of other articles, and what follows the article's end.
pub(in crate::load) fn mark(page: &mut Page, language: Option<&str>) {
    let mut told = Told::new(language);
    let mut at = 0;
    while let Some(block) = page.blocks.get(at) {
        let heading = is_heading(&block.shape) && (block.is_body() || is_set_aside(block))
            || leads_to_titles(page, at);
        at += 1;
        if heading {
            told.reach(page, at - 1);
            page.set_aside(at - 1, at, Reason::SectionHeading);
            if told.begun {
                at = list(page, at, &mut told);
            }
        }
    }
    rhythm(page);
    bare_list(page, Told::new(language));
}

/// "Read more:" in a line of its own, which is site text anywhere: what it introduces stands below.
fn is_set_aside(block: &Block) -> bool {
    block.shape.colon && block.role == BlockRole::Furniture(Reason::Boilerplate)
}

/// "ALSO:" above a title, which a sentence or an item of a list would not be.
fn leads_to_titles(page: &Page, at: usize) -> bool {
    let [block, title, ..] = page.from(at) else {
        return false;
    };
    let key = block.shape.key.trim_end_matches(':');
    let titled = title.is_body() && title.shape.is_open() && !title.shape.bullet;
    block.is_body() && block.shape.colon && titled && listed("heading of titles", key)
}

/// Marks the list that begins at `start`, below a heading, and gives where it ends.
fn list(page: &mut Page, start: usize, told: &mut Told) -> usize {
    let mut at = start;
    let mut items = 0;
    let mut bullets = false;
    let mut regular = None;
    while let Some(block) = page.blocks.get(at) {
        let (len, reason) = if !block.is_body() {
            at += 1;
            continue;
        } else if is_heading(&block.shape) {
            (1, Reason::SectionHeading)
        } else if let Some(len) = teaser(page, at)
            && (len > 2 || *regular.get_or_insert_with(|| is_regular(page, at, told)))
        {
            (len, Reason::Teaser)
        } else if is_item(block) && !is_of_another_kind(page, at, items, bullets, told) {
            let teased = block.shape.bar;
            (
                1,
                if teased {
                    Reason::Teaser
                } else {
                    Reason::HeadlineList
                },
            )
        } else {
            break;
        };
        bullets |= block.shape.bullet;
        items += usize::from(reason != Reason::SectionHeading);
        page.set_aside(at, at + len, reason);
        at += len;
    }
    let ended = items >= CLEAR_LIST && told.words >= SHORTEST_ARTICLE;
    if ended && !goes_on(page, at, told) {
        page.set_aside(at, page.blocks.len(), Reason::AfterEnd);
    }
    at
}

/// Whether what follows from `at` on has to do with the article.
fn goes_on(page: &Page, at: usize, told: &mut Told) -> bool {
    let rest = page.from(at).iter().filter(|block| block.is_body());
    rest.take(LOOK_AHEAD)
        .any(|block| told.is_related(page, block))
}

/// Whether the block at `at`, though it could be an item, is the article's again: a bulleted
/// sentence below items without bullets, or a subheading below items with them.
fn is_of_another_kind(
    page: &Page,
    at: usize,
    items: usize,
    bullets: bool,
    told: &mut Told,
) -> bool {
    let sentence = |block: &Block| block.shape.bullet && block.shape.stop && !block.shape.asks;
    if bullets {
        is_subheading(page, at, told)
    } else {
        items > 0 && page.part(at, at + 1).iter().any(sentence)
    }
}

/// A title below a list of bullets, itself without one, with paragraphs of the article below it.
fn is_subheading(page: &Page, at: usize, told: &mut Told) -> bool {
    let [title, next, ..] = page.from(at) else {
        return false;
    };
    !title.shape.bullet && next.shape.is_prose() && told.is_related(page, next)
}

/// Marks a list of headlines at the end of the file without a heading above it, if on the whole
/// they have little to do with the article.
fn bare_list(page: &mut Page, mut told: Told) {
    let is_listed = |block: &&Block| !block.is_body() || (is_item(block) && !block.shape.asks);
    let tail = page.blocks.iter().rev().take_while(is_listed).count();
    let start = page.blocks.len() - tail;
    let items: Vec<_> = page
        .from(start)
        .iter()
        .filter(|block| block.is_body())
        .collect();
    let introduced = page
        .part(start.saturating_sub(1), start)
        .iter()
        .any(|b| b.shape.colon);
    if items.len() < BARE_LIST || introduced {
        return;
    }
    told.reach(page, start);
    if told.words >= SHORTEST_ARTICLE && told.are_foreign(page, &items) {
        page.set_aside(start, page.blocks.len(), Reason::HeadlineList);
    }
}

#[cfg(test)]
mod tests {
    use crate::load::article;
    use crate::model::{ArticleId, BlockRole};

    const STORY: [&str; 5] = [
        "Council Closes Old Bridge",
        "The council of Wendham closed the old bridge on Monday after divers found cracks in two of \
         its pillars, the mayor, Ann Poe, said.",
        "Repairs would take a year and cost 4.2 million crowns, the engineer John Doe told reporters.",
        "“Nobody was hurt, and nobody will be,” Ms. Poe said. She called on drivers to use the ferry.",
        "The bridge was built in 1931 and carries nine thousand cars a day, the ministry said.",
    ];

    /// Which blocks of the file with these lines are the article's.
    fn kept(lines: &[&str]) -> Vec<String> {
        let text = lines.join("\n\n");
        let article = article(ArticleId(0), "a.txt", None, text.as_bytes()).unwrap();
        let ours = |role| matches!(role, BlockRole::Body | BlockRole::Headline);
        let blocks = article.blocks.iter().filter(|block| ours(block.role));
        blocks
            .map(|block| article.slice(block.span).to_owned())
            .collect()
    }

    /// Checks that everything after the story is set aside.
    #[track_caller]
    fn all_aside(tail: &[&str]) {
        assert_eq!(kept(&[&STORY, tail].concat()), STORY);
    }

    #[test]
    fn lists_of_headlines_below_a_heading() {
        let list = [
            "Dog found after two weeks",
            "Mayor opens fair",
            "Who will win the cup?",
        ];
        for heading in [
            "Latest news",
            "TIN LIÊN QUAN",
            "Mehr zum Thema",
            "Читайте также:",
            "À lire aussi",
            "Read more:",
            "ALSO:",
        ] {
            all_aside(&[&[heading][..], &list].concat());
        }
        all_aside(&[
            "Most read",
            "1. Dog found",
            "2. Mayor opens fair",
            "Sign up for our newsletter",
        ]);
        all_aside(&[
            "Related",
            "- Dog found after two weeks.",
            "- Mayor opens fair",
            "3 hours ago",
        ]);
        all_aside(&[
            "Trending",
            "Dog found",
            "Jane Roe",
            "2 May 2025",
            "Mayor opens fair",
            "John Poe",
        ]);
    }

    #[test]
    fn teasers_with_and_without_bars() {
        let one = "A dog that ran away in April has come home.";
        let two = "The mayor opened the fair with a speech on apples.";
        all_aside(&["Dog found", "|", one, "Mayor opens fair", "|", two]);
        all_aside(&[
            "Dog found",
            "Jane Roe |",
            one,
            "Mayor opens fair",
            "Jane Roe |",
            two,
        ]);
        all_aside(&["Related", "Dog found", one, "Mayor opens fair", two]);
    }

    #[test]
    fn teasers_behind_the_article_without_a_heading() {
        all_aside(&[
            "Apples ripen late in all gardens of the north…",
            "Choir sings for the queen and her many…",
        ]);
        let offer = "This guide has the best recipes for apples, pears and plums.";
        all_aside(&["Five Recipes for Everyone Who Likes Fruit in August", offer]);
        all_aside(&["Star of the Stage Sells Her House by the Lake"]);
        let waits = ["“I wait and wait…”", "“The ferry never comes…”"];
        assert_eq!(kept(&[&STORY[..], &waits].concat()).len(), 7);
        let notice = "Nobody but that singer sings her songs before 5 a.m.";
        assert_eq!(kept(&[&STORY[..], &[notice]].concat()).len(), 6);
        let [headline, one, two, three, four] = STORY;
        let subheading = "What drivers can expect of the ferry to the other bank";
        let text = [headline, one, two, three, subheading, four];
        assert_eq!(kept(&text), text);
        assert_eq!(kept(&[headline, one, two, three, "History", four]), STORY);
    }

    #[test]
    fn sentences_below_a_heading_are_no_headlines() {
        let sentence = "When it was over, the wind blew at 0.9 metres a second, and Doe was glad.";
        let [headline, one, two, three, four] = STORY;
        let text = [
            headline,
            one,
            two,
            "Related Coverage",
            sentence,
            three,
            four,
        ];
        assert_eq!(kept(&text), [headline, one, two, sentence, three, four]);
        let glad = "Nobody was hurt when the wind rose to 0.9.";
        let text = [headline, one, two, "Related Coverage", glad, three, four];
        assert_eq!(kept(&text), [headline, one, two, glad, three, four]);
    }

    #[test]
    fn what_follows_a_long_list_and_has_nothing_to_do_with_the_article() {
        let note = "Gazette Media Group employs forty people in three towns and is owned by them.";
        all_aside(&[
            "Most read",
            "Dog found",
            "Apples ripen",
            "Choir sings",
            note,
        ]);
    }

    #[test]
    fn a_list_of_headlines_without_heading() {
        all_aside(&[
            "Dog Found After Two Weeks in Forest",
            "Apple Harvest Breaks Every Record",
            "Local Team Wins Third Cup in a Row",
            "School Choir Sings for Visiting Queen",
        ]);
    }

    #[test]
    fn links_inside_the_article_do_not_end_it() {
        let [headline, one, two, three, four] = STORY;
        let text = [
            headline,
            one,
            "Related",
            "Dog found after two weeks",
            "Mayor opens fair",
            two,
            "Read more: Ferry tickets become dearer",
            "Advertisement",
            three,
            "ALSO READ",
            "Five things to know about apples",
            four,
        ];
        assert_eq!(kept(&text), STORY);
    }

    #[test]
    fn subheadings_do_not_end_the_article_and_its_lists_stay() {
        let [headline, one, two, three, four] = STORY;
        let subheadings = [
            headline,
            one,
            "Related developments",
            two,
            "What the mayor says",
            three,
            "History",
            four,
        ];
        assert_eq!(kept(&subheadings), STORY);
        let facts = [
            headline,
            one,
            two,
            three,
            four,
            "Key facts about the bridge",
            "- Built in 1931",
            "- Nine thousand cars a day",
            "- Two cracked pillars",
            "- Repairs: 4.2 million crowns",
        ];
        assert_eq!(kept(&facts), facts);
        let points = [
            headline,
            one,
            "Read more",
            "Dog found after two weeks",
            "- The ferry runs every ten minutes, the mayor said.",
            "- Nobody was hurt when the pillars cracked.",
            two,
        ];
        assert_eq!(kept(&points).len(), 5);
        let also = [
            headline,
            one,
            two,
            three,
            four,
            "Also:",
            "- The fair was opened",
            "- A dog was found",
        ];
        assert_eq!(kept(&also), also);
        let named = [
            headline,
            one,
            two,
            three,
            four,
            "The divers were:",
            "- Ada Roe",
            "- Ben Roe",
            "- Cy Roe",
            "- Dee Roe",
        ];
        assert_eq!(kept(&named), named);
    }

    #[test]
    fn a_heading_over_the_article_itself_does_not_cut_it() {
        assert_eq!(kept(&[&["Latest updates"][..], &STORY].concat()), STORY);
        let [headline, one, two, three, four] = STORY;
        assert_eq!(
            kept(&[headline, one, "Latest", two, "Who is to blame", three, four]),
            STORY
        );
    }
}
