//! What is copied: the selected quotes, finding, sentence or reference, as Markdown.
//!
//! The words are the articles' own. What Markdown would take for markup in them is escaped, and
//! what steers a terminal was never in them.

use crate::model::{Article, ArticleId, Finding, Quote, QuoteId, QuoteKind, Row, SentenceId};
use crate::text::Span;
use crate::text::clean::clean;
use crate::tui::state::message::{Clip, Copied, Effect, Message, Way};
use crate::tui::state::{Item, Mode, Model};

/// Copies it, or says why there is none.
pub(super) fn copy(model: &mut Model, clip: Clip) -> Effect {
    model.mode = Mode::Read;
    let text = match clip {
        Clip::Quote => quotes(model),
        Clip::Finding => finding(model),
        Clip::Sentence => sentence(model),
        Clip::Reference => place(model).map(|(article, at)| reference(article, at)),
    };
    match text {
        Ok(text) => Effect::Copy(Copied {
            what: clip.words(),
            text: clean(&text),
        }),
        Err(why) => {
            model.tell(why);
            Effect::None
        }
    }
}

/// The article that has the attention, and its first sentence of what is selected.
pub(super) fn place(model: &Model) -> Result<(&Article, SentenceId), String> {
    let story = &model.story;
    let id = match model.item() {
        Some(Item::Sentence(id)) => Some(id),
        Some(Item::Utterance(_)) => said(model).and_then(|ids| {
            let quote = story.facts.quotes.get(ids.first()?.index())?;
            Some(quote.sentence)
        }),
        _ => {
            let row = row(model)?;
            let here = ArticleId(model.column as u32);
            row.cells.get(&here).and_then(|ids| ids.first()).copied()
        }
    };
    let id = id.ok_or_else(|| {
        let [back, on] = [Way::Back, Way::On].map(|way| model.key(Message::Column(way)));
        let outlet = story.articles.get(model.column);
        let outlet = outlet.map_or("the outlet", |it| it.outlet.as_str());
        format!("{outlet} has no sentence here: {back} and {on} turn to another outlet")
    })?;
    let article = story.articles.get(id.article.index());
    Ok((article.ok_or("there is no article here")?, id))
}

fn row(model: &Model) -> Result<&Row, String> {
    let row = model.row().and_then(|id| model.story.rows.get(id.index()));
    row.ok_or_else(|| {
        let [down, up] = [Way::On, Way::Back].map(|way| model.key(Message::Step(way)));
        format!("nothing is selected here: choose a row with {down} and {up}")
    })
}

/// The versions of the selected utterance of the ledger.
fn said(model: &Model) -> Option<&[QuoteId]> {
    let Some(Item::Utterance(n)) = model.item() else {
        return None;
    };
    let utterance = model.ledger.as_ref()?.utterances.get(n as usize)?;
    Some(&utterance.members)
}

/// The versions of one utterance in the selected row: the one that the finding is about, else the
/// first one that the outlet with the attention gives, else the first.
fn utterance(model: &Model) -> Option<Vec<QuoteId>> {
    if let Some(said) = said(model) {
        return Some(said.to_vec());
    }
    let story = &model.story;
    let row = row(model).ok()?;
    let ids: Vec<QuoteId> = row.sentences().flat_map(|it| story.quote_ids(it)).collect();
    let quote = |id: &QuoteId| story.facts.quotes.get(id.index());
    let finding = model.finding.and_then(|id| story.findings.get(id.index()));
    let about = |quote: &Quote| {
        let places = finding.map_or(&[][..], |it| &it.places);
        places
            .iter()
            .any(|place| place.article == quote.sentence.article && place.span.overlaps(quote.span))
    };
    let here = ArticleId(model.column as u32);
    let rank = |id: &QuoteId| {
        let quote = quote(id);
        (
            !quote.is_some_and(about),
            story.same_quote(*id).is_none(),
            quote.is_none_or(|it| it.sentence.article != here),
        )
    };
    let first = ids.into_iter().min_by_key(rank)?;
    let versions = story.same_quote(first).map(|same| same.members.clone());
    Some(versions.unwrap_or_else(|| vec![first]))
}

/// Each outlet's version of an utterance, with how they differ.
fn quotes(model: &Model) -> Result<String, String> {
    let story = &model.story;
    let members = utterance(model).ok_or("nobody is quoted here")?;
    let mut versions = Vec::new();
    for quote in members
        .iter()
        .filter_map(|id| story.facts.quotes.get(id.index()))
    {
        let Some(article) = story.articles.get(quote.sentence.article.index()) else {
            continue;
        };
        let words = escaped(article.slice(quote.span));
        let words = match quote.kind {
            QuoteKind::Indirect => words,
            _ => format!("“{words}”"),
        };
        let speaker = quote.speaker.as_ref().map(|it| escaped(&it.name));
        let by = speaker.map_or_else(String::new, |name| format!("{name}, in "));
        versions.push(format!(
            "> {words}\n>\n> — {by}{}\n",
            reference(article, quote.sentence)
        ));
    }
    let relation = members.first().and_then(|id| story.same_quote(*id));
    if let Some(same) = relation {
        versions.push(format!("The versions: {}.\n", same.relation.word()));
    }
    Ok(versions.join("\n"))
}

/// The finding where the reader stands, or the first of the selected row.
fn finding(model: &Model) -> Result<String, String> {
    let story = &model.story;
    let first = || {
        let row = row(model)?;
        let missing = || {
            let key = model.key(Message::Finding(Way::On));
            format!("this row has no finding: {key} goes to the next one")
        };
        row.findings.first().copied().ok_or_else(missing)
    };
    let id = model.finding.map_or_else(first, Ok)?;
    let finding = story
        .findings
        .get(id.index())
        .ok_or("there is no such finding")?;
    let outlets = finding
        .articles
        .iter()
        .filter_map(|id| story.articles.get(id.index()));
    let outlets: Vec<String> = outlets.map(|it| escaped(&it.outlet)).collect();
    let heading = format!(
        "**Finding {id}, {}** ({}): {}\n",
        finding.kind.words(),
        outlets.join(", "),
        escaped(&finding.why)
    );
    let passages = passages(model, finding).into_iter();
    let cited = passages.map(|(article, span, id)| cited(article.slice(span), article, id));
    let parts: Vec<String> = std::iter::once(heading).chain(cited).collect();
    Ok(parts.join("\n"))
}

/// Words with where they stand.
fn cited(words: &str, article: &Article, id: SentenceId) -> String {
    format!("> {}\n>\n> — {}\n", escaped(words), reference(article, id))
}

/// The sentences that a finding is about, each once.
fn passages<'a>(model: &'a Model, finding: &Finding) -> Vec<(&'a Article, Span, SentenceId)> {
    let mut passages: Vec<(&Article, Span, SentenceId)> = Vec::new();
    for place in &finding.places {
        let Some(article) = model.story.articles.get(place.article.index()) else {
            continue;
        };
        let sentences = article.sentence_ids().zip(&article.sentences);
        for (id, sentence) in sentences.filter(|(_, it)| it.span.overlaps(place.span)) {
            if !passages.iter().any(|(_, _, seen)| *seen == id) {
                passages.push((article, sentence.span, id));
            }
        }
    }
    passages
}

/// The sentences of the outlet that has the attention.
fn sentence(model: &Model) -> Result<String, String> {
    let (article, first) = place(model)?;
    let whole = match (model.item(), row(model)) {
        (Some(Item::Row(_)), Ok(row)) => row.cells.get(&article.id).map(Vec::as_slice),
        _ => None,
    };
    let ids = whole.unwrap_or(std::slice::from_ref(&first)).iter();
    let words: Vec<&str> = ids.map(|id| article.sentence(id.index)).collect();
    Ok(cited(&words.join(" "), article, first))
}

/// Where a sentence stands: outlet, headline with its address, date, paragraph.
fn reference(article: &Article, id: SentenceId) -> String {
    let mut parts = vec![format!("*{}*", escaped(&article.outlet))];
    if let Some(headline) = article.headline() {
        let headline = format!("“{}”", escaped(headline));
        let url = article.url.as_deref().filter(|url| is_plain(url));
        parts.push(match url {
            Some(url) => format!("[{headline}](<{url}>)"),
            None => headline,
        });
    }
    parts.extend(article.byline.as_deref().map(escaped));
    parts.extend(article.published.as_deref().map(escaped));
    if let Some(sentence) = article.sentences.get(id.index as usize) {
        let of = article.paragraphs();
        parts.push(format!("paragraph {} of {of}", sentence.paragraph + 1));
    }
    parts.join(", ")
}

/// Whether an address is one of the web, and can stand in the angle brackets of a link.
fn is_plain(url: &str) -> bool {
    let web = ["https://", "http://"].iter().any(|it| url.starts_with(it));
    web && !url.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\\".contains(c))
}

/// Text on one line in which nothing is markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = words.join(" ");
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    for (n, c) in line.chars().enumerate() {
        let starts = n == 0 && matches!(c, '#' | '+' | '-' | '=');
        let numbers = n > 0 && n == digits && matches!(c, '.' | ')');
        if starts || numbers || "\\`*_[]<>|~&".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{escaped, is_plain};

    #[test]
    fn nothing_in_the_words_is_markup() {
        assert_eq!(
            escaped("a *b*\n<i>c</i> &lt;"),
            "a \\*b\\* \\<i\\>c\\</i\\> \\&lt;"
        );
        assert_eq!(escaped("# one"), "\\# one");
        assert_eq!(escaped("19. May"), "19\\. May");
        assert_eq!(escaped("well-kept, 19 of 20."), "well-kept, 19 of 20.");
    }

    #[test]
    fn only_addresses_of_the_web_become_links() {
        assert!(is_plain("https://a.example/b?c=d"));
        for odd in ["javascript:x", "https://a.example/> x", "https://a\u{7}"] {
            assert!(!is_plain(odd), "{odd}");
        }
    }
}
