//! Corrections of texts that are not what they were: renamed outlets, changed files, and blocks that
//! were taken for the headline or the byline.

use super::kept::kept;
use super::{QUAY, TIMES, compared, find, named, one, outcomes, read, three};
use parallax::correct::anchor;
use parallax::model::{
    Article, BlockRole, Comparison, Correction, Corrections, Outcome, Part, Text,
};

/// That the bakery's rolls match nothing, saved on the three articles.
fn saved() -> Corrections {
    let plain = compared(three(), &Corrections::default());
    let sentence = named(&plain.articles, [find(&plain, "The bakery")]).remove(0);
    one(Correction::Alone { sentence }).about(plain.articles.iter().map(Text::of).collect())
}

fn warnings(story: &Comparison) -> String {
    let all = story.warnings.iter().map(|it| {
        let source = it.source.as_deref().unwrap_or_default();
        format!("{source}: {}\n", it.text)
    });
    all.collect()
}

fn is_applied(story: &Comparison) -> bool {
    outcomes(story) == [&Outcome::Applied]
}

#[test]
fn a_sidecar_remembers_the_files_and_says_when_they_changed() {
    let kept = kept(&saved());
    assert_eq!(kept, saved());
    assert_eq!(kept.texts().len(), 3);
    assert_eq!(kept.texts()[0].file, "post.txt");
    assert_eq!(kept.texts()[0].sha256.len(), 64);
    let same = compared(three(), &kept);
    assert!(is_applied(&same) && same.warnings.is_empty());
    let mut articles = three();
    articles[0] = read(&[("post", &super::POST.replace("14 crossings", "15 crossings"))]).remove(0);
    let changed = compared(articles, &kept);
    assert!(is_applied(&changed), "the passage is still there");
    let said = warnings(&changed);
    assert!(said.contains("post.txt: the file changed since"), "{said}");
    assert!(
        !said.contains("times.txt") && !said.contains("quay.txt"),
        "{said}"
    );
}

#[test]
fn corrections_follow_an_outlet_that_is_renamed() {
    let with = |change: &dyn Fn(&mut Vec<Article>)| {
        let mut articles = three();
        articles[0].outlet = "The Elm Post".to_owned();
        change(&mut articles);
        articles
    };
    let nothing_known = saved().about(Vec::new());
    let by_words = compared(with(&|_| {}), &one((*nothing_known.all()[0]).clone()));
    let by_bytes = compared(with(&|all| all[0].source = "1.txt".to_owned()), &saved());
    let by_file = compared(
        with(&|all| all[0].reading.sha256 = "other".to_owned()),
        &saved(),
    );
    for story in [by_words, by_bytes, by_file] {
        assert!(is_applied(&story), "{:?}", story.corrected.entries);
        let said = warnings(&story);
        assert!(said.contains("call this outlet “post”; they are taken to be on “The Elm Post”"));
        // What the reader said stays as it was said.
        assert_eq!(story.corrected.entries[0].0, saved().all()[0]);
    }
    let mut strange = read(&[("other", QUAY), ("times", TIMES), ("quay", QUAY)]);
    strange[0].source = "1.txt".to_owned();
    let story = compared(strange, &saved());
    assert!(
        matches!(outcomes(&story)[0], Outcome::Stale(why) if why == "there is no article of post")
    );
}

#[test]
fn saving_under_the_new_name_keeps_what_is_known_of_the_old() {
    let mut articles = three();
    articles[0].outlet = "The Elm Post".to_owned();
    let again = saved().about(articles.iter().map(Text::of).collect());
    let names: Vec<_> = again.texts().iter().map(|it| it.outlet.as_str()).collect();
    assert_eq!(names, ["The Elm Post", "times", "quay", "post"]);
    articles[0].source = "1.txt".to_owned();
    assert!(is_applied(&compared(articles, &again)));
}

#[test]
fn what_was_taken_for_headline_or_byline_can_be_the_article() {
    let text = format!(
        "Ferry strike enters second week\n\nBy Ann Holm\n\n{}",
        super::POST
    );
    let mut articles = three();
    articles[0] = read(&[("post", &text)]).remove(0);
    let plain = compared(articles.clone(), &Corrections::default());
    let article = &plain.articles[0];
    let roles = |story: &Comparison| -> Vec<BlockRole> {
        story.articles[0].blocks.iter().map(|it| it.role).collect()
    };
    assert_eq!(roles(&plain)[..2], [BlockRole::Headline, BlockRole::Byline]);
    assert_eq!(article.byline.as_deref(), Some("Ann Holm"));
    let flips = article.blocks.iter().take(2).map(|block| Correction::Flip {
        block: anchor::of_span(article, block.span),
        to: Part::Article,
    });
    let flips: Corrections = flips.collect();
    let story = compared(articles.clone(), &kept(&flips));
    assert_eq!(roles(&story)[..2], [BlockRole::Body, BlockRole::Body]);
    assert_eq!(story.articles[0].headline(), None);
    assert_eq!(story.articles[0].byline, None);
    assert!(
        story
            .sentence(find(&story, "By Ann Holm"))
            .ends_with("Holm")
    );
    assert_eq!(outcomes(&story), [&Outcome::Applied, &Outcome::Applied]);
}
