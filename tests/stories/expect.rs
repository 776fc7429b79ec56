//! The language of the tables: one expectation a line, fields divided by ` | `.
//!
//! ```text
//! == ferry                                        the story that the lines below are about
//! row diverge | OUTLET: words | OUTLET: words     the sentences with these words share a row
//! apart | OUTLET: words | OUTLET: words           … are not claimed to tell the same
//! finding number | words | words                  a finding of this kind tells or marks all these
//! no finding number | words | words               … and none does
//! lacks OUTLET | words                            a detail_omission says OUTLET lacks these words
//! left out by OUTLET, OUTLET | OUTLET: words      the row of the sentence is omitted by these
//! same quote altered | SPEAKER | OUTLET: words | OUTLET: words
//! said by SPEAKER | OUTLET: words                 a quote that holds these words is theirs
//! one voice | OUTLET: words | OUTLET: words       the sentences are copies of one text
//! aside REASON | OUTLET: words                    the blocks with these words are furniture, or
//!                                                 the byline (REASON `byline`)
//! body | OUTLET: words                            … are part of the article
//! ```
//!
//! Verdicts, relations and reasons may be several, divided by `/`, or `any`. Everything is
//! containment: more may be there. Words stand as in the article's cleaned text.

use parallax::model::{
    Article, ArticleId, BlockRole, Comparison, Finding, FindingKind, Quote, QuoteId, Row,
    RowVerdict, SentenceId,
};
use std::fmt;

/// One line of a table.
pub(super) struct Expectation {
    /// The folder of the story.
    pub(super) story: &'static str,
    line: &'static str,
}

impl fmt::Display for Expectation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.story, self.line)
    }
}

/// The lines of a table.
pub(super) fn read(table: &'static str) -> Vec<Expectation> {
    let mut story = "";
    let mut entries = Vec::new();
    for line in table.lines().map(str::trim) {
        match line.strip_prefix("== ") {
            Some(name) => story = name,
            None if line.is_empty() || line.starts_with('#') => {}
            None => entries.push(Expectation { story, line }),
        }
    }
    entries
}

type Checked = Result<(), String>;

impl Expectation {
    /// Whether the story is as expected; else what there is instead.
    ///
    /// # Panics
    /// If the line itself is wrong: no such verb, outlet, or words.
    pub(super) fn check(&self, story: &Comparison) -> Checked {
        let mut fields = self.line.split(" | ").map(str::trim);
        let verb = fields.next().unwrap();
        let fields: Vec<&str> = fields.collect();
        let view = View { story };
        let rest = |prefix: &str| verb.strip_prefix(prefix);
        match verb {
            "apart" => view.apart(&view.ats(&fields)),
            "one voice" => view.one_voice(&view.ats(&fields)),
            "body" => block(&view.at(fields[0]), None),
            _ => {
                if let Some(verdicts) = rest("row ") {
                    view.row(verdicts, &view.ats(&fields))
                } else if let Some(kind) = rest("no finding ") {
                    view.no_finding(kind, &fields)
                } else if let Some(kind) = rest("finding ") {
                    view.finding(kind, &fields)
                } else if let Some(outlet) = rest("lacks ") {
                    view.lacks(outlet, &fields)
                } else if let Some(outlets) = rest("left out by ") {
                    view.left_out(outlets, &view.at(fields[0]))
                } else if let Some(relation) = rest("same quote ") {
                    view.same_quote(relation, fields[0], &view.ats(&fields[1..]))
                } else if let Some(speaker) = rest("said by ") {
                    view.said_by(speaker, &view.at(fields[0]))
                } else if let Some(reason) = rest("aside ") {
                    block(&view.at(fields[0]), Some(reason))
                } else {
                    panic!("no such verb: {self}")
                }
            }
        }
    }
}

/// Words of an outlet.
struct At<'a> {
    article: &'a Article,
    words: &'a str,
}

impl At<'_> {
    /// The sentences that hold the words.
    fn sentences(&self) -> Vec<SentenceId> {
        let ids = self.article.sentence_ids();
        ids.filter(|id| self.article.sentence(id.index).contains(self.words))
            .collect()
    }
}

/// Whether `word` is one of `choices`, which are divided by `/`, or `any`.
fn one_of(choices: &str, word: &str) -> bool {
    choices == "any" || choices.split('/').any(|choice| choice == word)
}

/// The name of a variant as the JSON report writes it.
fn id(variant: &impl serde::Serialize) -> String {
    let json = serde_json::to_string(variant).unwrap();
    json.trim_matches('"').to_owned()
}

fn verify(holds: bool, otherwise: impl FnOnce() -> String) -> Checked {
    if holds { Ok(()) } else { Err(otherwise()) }
}

struct View<'a> {
    story: &'a Comparison,
}

impl<'a> View<'a> {
    fn outlet(&self, name: &str) -> &'a Article {
        let mut articles = self.story.articles.iter();
        let found = articles.find(|article| article.outlet == name);
        found.unwrap_or_else(|| panic!("no such outlet: {name}"))
    }

    fn at(&self, field: &'a str) -> At<'a> {
        let (outlet, words) = field.split_once(": ").expect("OUTLET: words");
        let article = self.outlet(outlet);
        assert!(article.text.contains(words), "{outlet} has no {words:?}");
        At { article, words }
    }

    fn ats(&self, fields: &[&'a str]) -> Vec<At<'a>> {
        fields.iter().map(|field| self.at(field)).collect()
    }

    fn tells(row: &Row, at: &At<'_>) -> bool {
        let article = at.article.id;
        let cells = row.cells.get(&article).into_iter().flatten();
        let mut told = cells.chain(row.elsewhere.get(&article));
        told.any(|sentence| at.sentences().contains(sentence))
    }

    fn row(&self, verdicts: &str, ats: &[At<'_>]) -> Checked {
        let rows = self.story.rows.iter();
        let told: Vec<&Row> = rows
            .filter(|row| ats.iter().all(|at| Self::tells(row, at)))
            .collect();
        let fits = |row: &&Row| one_of(verdicts, &id(&row.verdict));
        verify(told.iter().any(fits), || match told.first() {
            Some(row) => format!("the row is {}", id(&row.verdict)),
            None => self.rows_of(ats),
        })
    }

    fn rows_of(&self, ats: &[At<'_>]) -> String {
        let mut parts = Vec::new();
        for at in ats {
            for sentence in at.sentences() {
                let mut rows = (1..).zip(&self.story.rows);
                let row = rows.find(|(_, row)| row.sentences().any(|it| it == sentence));
                parts.extend(
                    row.map(|(n, row)| format!("{sentence} in row {n} {}", id(&row.verdict))),
                );
            }
        }
        format!("they stand apart: {}", parts.join(", "))
    }

    fn apart(&self, ats: &[At<'_>]) -> Checked {
        let rows = self.story.rows.iter();
        let claimed = rows.filter(|row| row.verdict != RowVerdict::Unsure);
        let mut both = claimed.filter(|row| ats.iter().all(|at| Self::tells(row, at)));
        verify(both.next().is_none(), || "they share a row".to_owned())?;
        let confident = self.story.settings.confident;
        let (first, second) = (ats[0].sentences(), ats[1].sentences());
        let pairs = first
            .iter()
            .flat_map(|a| second.iter().map(move |b| (*a, *b)));
        let mut links = pairs.filter_map(|(a, b)| self.story.link(a, b));
        let link = links.find(|link| link.score >= confident);
        verify(link.is_none(), || "they are linked".to_owned())
    }

    /// Whether a finding's places or its reason hold all the words.
    fn holds(&self, finding: &Finding, words: &[&str]) -> bool {
        words.iter().all(|words| {
            let mut places = finding.places.iter();
            finding.why.contains(words)
                || places.any(|place| {
                    let text = self.story.article(place.article).slice(place.span);
                    text.contains(words)
                })
        })
    }

    fn findings(&self, kind: &str) -> impl Iterator<Item = &'a Finding> {
        let known = FindingKind::ALL.iter().any(|known| known.id() == kind);
        assert!(known, "no such kind: {kind}");
        let findings = self.story.findings.iter();
        findings.filter(move |finding| finding.kind.id() == kind)
    }

    fn finding(&self, kind: &str, words: &[&str]) -> Checked {
        let found = self.findings(kind).any(|it| self.holds(it, words));
        verify(found, || {
            let whys: Vec<&str> = self.findings(kind).map(|it| it.why.as_str()).collect();
            format!("{} {kind} findings: {}", whys.len(), whys.join(" · "))
        })
    }

    fn no_finding(&self, kind: &str, words: &[&str]) -> Checked {
        let found = self.findings(kind).find(|it| self.holds(it, words));
        verify(found.is_none(), || {
            found.map_or_else(String::new, |it| it.why.clone())
        })
    }

    fn lacks(&self, outlet: &str, words: &[&str]) -> Checked {
        let outlet = self.outlet(outlet).id;
        let mut lacking = self.findings("detail_omission");
        let found = lacking.any(|it| it.articles.contains(&outlet) && self.holds(it, words));
        verify(found, || "no such detail_omission".to_owned())
    }

    fn left_out(&self, outlets: &str, at: &At<'_>) -> Checked {
        let wanted: Vec<ArticleId> = outlets
            .split(", ")
            .map(|outlet| self.outlet(outlet).id)
            .collect();
        let sentences = at.sentences();
        let rows = self.story.rows.iter();
        let mut of = rows.filter(|row| row.sentences().any(|it| sentences.contains(&it)));
        let row = of.next().ok_or("the sentence stands in no row")?;
        let missing = |id: &ArticleId| {
            let omissions = row.findings.iter().map(|id| self.story.finding(*id));
            let mut omissions = omissions.filter(|it| it.kind == FindingKind::Omission);
            row.omitted_by.contains(id) && omissions.any(|it| it.articles.contains(id))
        };
        verify(wanted.iter().all(missing), || {
            let told: Vec<String> = row.sentences().map(|it| it.to_string()).collect();
            let verdict = id(&row.verdict);
            format!(
                "its row is {verdict}: {} {:?}",
                told.join(" "),
                row.elsewhere
            )
        })
    }

    fn quotes(&self, at: &At<'_>) -> Vec<(u32, &'a Quote)> {
        let quotes = (0..).zip(&self.story.facts.quotes);
        let within = |quote: &Quote| {
            quote.sentence.article == at.article.id
                && at.article.slice(quote.span).contains(at.words)
        };
        quotes.filter(|(_, quote)| within(quote)).collect()
    }

    fn speaks(quote: &Quote, speaker: &str) -> bool {
        let name = quote.speaker.as_ref().map(|it| it.name.as_str());
        name.unwrap_or("nobody").contains(speaker)
    }

    fn said_by(&self, speaker: &str, at: &At<'_>) -> Checked {
        let quotes = self.quotes(at);
        let fits = quotes.iter().any(|(_, quote)| Self::speaks(quote, speaker));
        verify(fits, || match quotes.first() {
            None => "no quote holds these words".to_owned(),
            Some((_, quote)) => format!("{} quote of {:?}", quote.kind.word(), quote.speaker),
        })
    }

    fn same_quote(&self, relations: &str, speaker: &str, ats: &[At<'_>]) -> Checked {
        for at in ats {
            self.said_by(speaker, at)?;
        }
        let member = |members: &[QuoteId], at: &At<'_>| {
            let quotes = self.quotes(at);
            quotes
                .iter()
                .any(|(n, _)| members.iter().any(|id| id.0 == *n))
        };
        let groups = self.story.same_quotes.iter();
        let mut same = groups.filter(|same| ats.iter().all(|at| member(&same.members, at)));
        let same = same.next().ok_or("not held to be one utterance")?;
        let relation = same.relation.word();
        verify(one_of(relations, relation), || {
            format!("held to be {relation}")
        })
    }

    fn one_voice(&self, ats: &[At<'_>]) -> Checked {
        let mut groups = self.story.shared_origin.iter();
        let found = groups.any(|group| {
            let in_group = |at: &At<'_>| at.sentences().iter().any(|id| group.contains(id));
            ats.iter().all(in_group)
        });
        verify(found, || "no group of copies holds them all".to_owned())
    }
}

/// Whether the blocks with these words are body; with a reason, whether none is and one is
/// furniture for it.
fn block(at: &At<'_>, reason: Option<&str>) -> Checked {
    let blocks = at.article.blocks.iter();
    let with_words = blocks.filter(|block| at.article.slice(block.span).contains(at.words));
    let roles: Vec<BlockRole> = with_words.map(|block| block.role).collect();
    let for_reason = |role: &BlockRole| match (role, reason) {
        (BlockRole::Furniture(why), Some(wanted)) => one_of(wanted, &id(why)),
        (BlockRole::Byline, Some(wanted)) => one_of(wanted, "byline"),
        _ => false,
    };
    let fits = match reason {
        None => roles.iter().all(|role| *role == BlockRole::Body),
        Some(_) => !roles.contains(&BlockRole::Body) && roles.iter().any(for_reason),
    };
    verify(fits, || format!("it is {roles:?}"))
}
