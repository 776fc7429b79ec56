//! Dates of publication that stand below the top of the page.

use crate::load::lines::byline::is_date_line;
use crate::load::lines::date;
use crate::load::lines::phrases::{begins, tells_of_change};
use crate::load::page::{Block, Page};
use crate::model::{BlockRole, Reason};

/// The date in a line that says of itself that it is that of publication ("Published May 2, 2031"),
/// or else the only one of the page, where it stands right behind the last paragraph. Dates among
/// other headlines are theirs.
pub(in crate::load) fn published(page: &Page) -> Option<String> {
    let own = |block: &Block| block.role == BlockRole::Furniture(Reason::Boilerplate);
    let told = |block: &&Block| own(block) && !tells_of_change(block.text());
    let mut labelled = page.blocks.iter().filter(told);
    let found = labelled.find_map(|block| {
        begins("date", &block.shape.key)?;
        date::find(block.text())?.iso
    });
    found.or_else(|| {
        let dated = |block: &&Block| is_date_line(block.text());
        let last = page.blocks.iter().rposition(Block::is_body)? + 1;
        let stamp = page.blocks.get(last).filter(told).filter(dated)?;
        let all = page.blocks.iter().filter(dated).count();
        (all == 1).then(|| date::find(stamp.text()))??.iso
    })
}

#[cfg(test)]
mod tests {
    use crate::load::article;
    use crate::model::ArticleId;

    const LEAD: &str = "The council closed the old bridge over the Wend on Monday after divers \
                        found cracks in two of its pillars.";

    #[track_caller]
    fn published(text: &str, expected: Option<&str>) {
        let text = text.replace("LEAD", LEAD);
        let article = article(ArticleId(0), "a.txt", None, text.as_bytes()).unwrap();
        assert_eq!(article.published.as_deref(), expected, "{text}");
    }

    #[test]
    fn a_date_of_publication_below_the_first_paragraph() {
        let day = Some("2031-05-02");
        published(
            "Bridge Closed\n\nBy Jane Roe\n\nLEAD\n\nPublished May 2, 2031\nUpdated May 3, 2031",
            day,
        );
        published("Bridge Closed\n\nLEAD\n\nUpdated May 3, 2031", None);
        published(
            "Bridge Closed\n\nThis article was published 2/5/2031 (9 days ago).\n\nLEAD",
            None,
        );
        published(
            "Bridge Closed\n\nThis article was published 13/5/2031 (9 days ago).\n\nLEAD",
            Some("2031-05-13"),
        );
    }

    #[test]
    fn a_date_behind_the_last_paragraph() {
        published(
            "Bridge Closed\n\nLEAD\n\nBDST: 1844 HRS, MAY 02, 2031\n\nJR/AP\n\n** Fair expected",
            Some("2031-05-02"),
        );
        published(
            "Bridge Closed\n\nLEAD\n\nLatest\n\nDog found\n\nMay 2, 2031",
            None,
        );
        published("Bridge Closed\n\nLEAD\n\nMay 2, 2031\n\nMay 4, 2031", None);
        published(
            "Bridge Closed\n\nLEAD\n\nMay 2, 2031\n\nLEAD It rained.",
            None,
        );
    }
}
