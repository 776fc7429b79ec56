//! The one value that reports and terminal read.

use super::{
    Article, ArticleId, Claimed, Corrected, Fact, Facts, Finding, FindingId, Link, LinkVerdict,
    Place, Quote, QuoteId, Relation, Row, RowId, RowVerdict, SameQuote, SentenceId,
};
use serde::Serialize;
use std::collections::BTreeSet;

/// A story compared: everything that was read, found and concluded. Never changed once made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// What was compared with; printed in every report.
    pub settings: Settings,
    /// The articles, in the order in which they were given.
    pub articles: Vec<Article>,
    /// What their sentences hold.
    pub facts: Facts,
    /// Sentences that state the same, by `a`, then `b`.
    pub links: Vec<Link>,
    /// The alignment table, in reading order.
    pub rows: Vec<Row>,
    /// What is worth stopping at, by row, then by kind.
    pub findings: Vec<Finding>,
    /// Utterances that several articles give.
    pub same_quotes: Vec<SameQuote>,
    /// What headlines set in quotation marks, by article.
    pub headline_quotes: Vec<HeadlineQuote>,
    /// Rarer words of headlines that the text below has in no form, by article, then by place;
    /// neighbours are one.
    pub headline_words: Vec<Place>,
    /// Groups of near-verbatim sentences: one voice, however many outlets.
    pub shared_origin: Vec<Vec<SentenceId>>,
    /// What the reader must know before trusting the rest.
    pub warnings: Vec<Warning>,
    /// What a reader's corrections did.
    pub corrected: Corrected,
}

/// Words that a headline sets in quotation marks, and where a text has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeadlineQuote {
    /// The words in the headline.
    pub place: Place,
    /// Where they come from: the text below the headline, else that of another outlet. `None` where
    /// no text has them or anything like them.
    pub source: Option<HeadlineSource>,
}

/// Where a text has what a headline sets in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeadlineSource {
    /// The words in the text.
    pub place: Place,
    /// The quote that holds them; `None` where the text has them without marks.
    pub quote: Option<QuoteId>,
    /// [`Relation::Verbatim`] as far as words go; [`Relation::Trimmed`] where the headline leaves
    /// words in between out; [`Relation::Altered`] where it has others.
    pub relation: Relation,
}

/// The thresholds that the engine compares with.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Settings {
    /// A pair of sentences with at least this score is claimed to state the same.
    pub confident: f64,
    /// A pair with at least this score is shown as unsure.
    pub unsure: f64,
    /// An outlet is said not to tell a piece when the chance that it does is below this.
    pub told: f64,
    /// Links down to this score are listed, though not aligned, below `unsure`.
    pub min_score: f64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            confident: 0.5,
            unsure: 0.2,
            told: 0.5,
            min_score: 0.2,
        }
    }
}

/// Something that the reader must know before trusting the rest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// The file it is about, as the user named it, if it is about one.
    pub source: Option<String>,
    /// What is wrong and what follows.
    pub text: String,
}

impl Comparison {
    /// The article with this id.
    ///
    /// # Panics
    /// Only for an id of another comparison.
    pub fn article(&self, id: ArticleId) -> &Article {
        &self.articles[id.index()]
    }

    /// The text of a sentence.
    pub fn sentence(&self, id: SentenceId) -> &str {
        self.article(id.article).sentence(id.index)
    }

    /// Whether two articles are in one language, as far as their languages are known: the wording
    /// of others is not compared.
    ///
    /// # Panics
    /// Only for ids of another comparison.
    pub fn speak_alike(&self, a: ArticleId, b: ArticleId) -> bool {
        let languages = [a, b].map(|id| self.article(id).language_code());
        languages.contains(&None) || languages[0] == languages[1]
    }

    /// The row with this id.
    ///
    /// # Panics
    /// Only for an id of another comparison.
    pub fn row(&self, id: RowId) -> &Row {
        &self.rows[id.index()]
    }

    /// The row that holds a sentence.
    pub fn row_of(&self, id: SentenceId) -> Option<RowId> {
        let holds = |row: &Row| {
            let cell = row.cells.get(&id.article);
            cell.is_some_and(|cell| cell.contains(&id))
        };
        let at = self.rows.iter().position(holds)?;
        Some(RowId(at as u32))
    }

    /// The finding with this id.
    ///
    /// # Panics
    /// Only for an id of another comparison.
    pub fn finding(&self, id: FindingId) -> &Finding {
        &self.findings[id.index()]
    }

    /// Whether a finding is about what its row tells: every outlet that it is about tells the row, or
    /// two of them give their side of it there. Else it is about a passage of the row and one of
    /// another row.
    pub fn is_of_one_row(&self, finding: &Finding) -> bool {
        let row = self.row(finding.row);
        let here = |place: &&Place| {
            let sentence = self.article(place.article).sentence_at(place.span.start);
            let cell = row.cells.get(&place.article);
            sentence.is_some_and(|id| cell.is_some_and(|cell| cell.contains(&id)))
        };
        let outlets: BTreeSet<ArticleId> = finding
            .places
            .iter()
            .filter(here)
            .map(|place| place.article)
            .collect();
        let told = |article| row.cells.contains_key(article);
        finding.articles.iter().all(told) || outlets.len() > 1
    }

    /// The quote with this id.
    ///
    /// # Panics
    /// Only for an id of another comparison.
    pub fn quote(&self, id: QuoteId) -> &Quote {
        &self.facts.quotes[id.index()]
    }

    /// The facts of one sentence.
    pub fn facts_of(&self, id: SentenceId) -> &[Fact] {
        of_sentence(&self.facts.facts, id, |fact| fact.sentence)
    }

    /// The quotes of one sentence.
    pub fn quotes_of(&self, id: SentenceId) -> &[Quote] {
        of_sentence(&self.facts.quotes, id, |quote| quote.sentence)
    }

    /// The sentences that claimed links join to each.
    pub fn claimed(&self) -> Claimed {
        let mut claimed = Claimed::new();
        let sure = |link: &&Link| link.verdict != LinkVerdict::Unsure;
        for link in self.links.iter().filter(sure) {
            claimed.entry(link.a).or_default().push(link.b);
            claimed.entry(link.b).or_default().push(link.a);
        }
        claimed
    }

    /// The links whose earlier sentence is `id`.
    pub fn links_from(&self, id: SentenceId) -> &[Link] {
        of_sentence(&self.links, id, |link| link.a)
    }

    /// The link between two sentences, in either order.
    pub fn link(&self, a: SentenceId, b: SentenceId) -> Option<&Link> {
        link_of(&self.links, a, b)
    }

    /// How many rows have this verdict.
    pub fn count(&self, verdict: RowVerdict) -> usize {
        self.rows
            .iter()
            .filter(|row| row.verdict == verdict)
            .count()
    }
}

/// The link between two sentences, in either order, among `links`, which are sorted by `a`.
pub fn link_of(links: &[Link], a: SentenceId, b: SentenceId) -> Option<&Link> {
    let (a, b) = if a < b { (a, b) } else { (b, a) };
    let from = of_sentence(links, a, |link| link.a);
    from.iter().find(|link| link.b == b)
}

/// The run of `items` (sorted by sentence) that belong to one sentence.
fn of_sentence<T>(items: &[T], id: SentenceId, of: impl Fn(&T) -> SentenceId) -> &[T] {
    let start = items.partition_point(|item| of(item) < id);
    let rest = items.get(start..).unwrap_or_default();
    let own = rest.iter().take_while(|item| of(item) == id);
    rest.get(..own.count()).unwrap_or_default()
}
