//! What is said, line by line in plain words.

use crate::model::{
    Article, ArticleId, Comparison, Finding, FindingId, FindingKind, QuoteKind, Row, RowVerdict,
    SentenceId, Severity,
};

/// What is compared, with the counts.
pub(super) fn summary(story: &Comparison) -> Vec<String> {
    let mut text = Vec::new();
    for article in &story.articles {
        let headline = article.headline().unwrap_or("no headline");
        let (id, outlet) = (article.id, &article.outlet);
        let paragraphs = number(article.paragraphs() as usize, "paragraph");
        text.push(format!("{id} is {outlet}: {headline} ({paragraphs})."));
    }
    for warning in &story.warnings {
        let source = warning.source.as_ref().map(|it| format!("{it}: "));
        text.push(format!(
            "Warning: {}{}",
            source.unwrap_or_default(),
            warning.text
        ));
    }
    let counts = RowVerdict::ALL.map(|verdict| (verdict, story.count(verdict)));
    let told = counts.iter().filter(|(_, count)| *count > 0);
    let told: Vec<String> = told
        .map(|(verdict, count)| format!("{count} {}", verdict.word()))
        .collect();
    let rows = number(story.rows.len(), "passage");
    if told.is_empty() {
        text.push("Nothing was compared.".to_owned());
    } else {
        text.push(format!("{rows}: {}.", told.join(", ")));
    }
    text.push(format!("{}.", number(story.findings.len(), "finding")));
    text
}

/// A finding in one line.
pub(super) fn line(story: &Comparison, id: FindingId) -> String {
    let Some(finding) = story.findings.get(id.index()) else {
        return String::new();
    };
    let about = match about(story, finding) {
        Some(words) => shortened(words),
        None => finding.why.clone(),
    };
    format!("{id}, {}: {about}", what(story, finding))
}

/// A finding: what it is, its reason, and what each outlet says.
pub(super) fn finding(story: &Comparison, id: FindingId) -> Vec<String> {
    let Some(finding) = story.findings.get(id.index()) else {
        return Vec::new();
    };
    let severity = match finding.severity {
        Severity::Minor => ", minor",
        Severity::Notable => "",
        Severity::Major => ", major",
    };
    let all = story.findings.len();
    let what = what(story, finding);
    let mut text = vec![
        format!("Finding {id} of {all}{severity}: {what}."),
        finding.why.clone(),
    ];
    if let Some(row) = story.rows.get(finding.row.index()) {
        text.extend(passages(story, row));
    }
    text
}

/// What each outlet tells of a row, or that it does not.
fn passages(story: &Comparison, row: &Row) -> Vec<String> {
    let mut text = Vec::new();
    for article in &story.articles {
        let outlet = &article.outlet;
        let Some(cell) = row.cells.get(&article.id) else {
            let near = row.nearest.get(&article.id).map(|it| it.sentence);
            let elsewhere = row.elsewhere.get(&article.id).copied();
            text.push(match (elsewhere, row.absence(article.id), near) {
                (Some(id), ..) => format!("{outlet} tells it in {}.", place(article, id)),
                (_, Some(absence), Some(near)) => {
                    let near = place(article, near);
                    format!("{outlet}: {}; nearest in {near}.", absence.words())
                }
                (_, Some(absence), None) => format!("{outlet}: {}.", absence.words()),
                _ => format!("{outlet}: not claimed either way."),
            });
            continue;
        };
        let words: Vec<&str> = cell.iter().map(|id| article.sentence(id.index)).collect();
        let at = cell.first().map(|id| place(article, *id));
        text.push(format!(
            "{outlet}, {}: {}",
            at.unwrap_or_default(),
            words.join(" ")
        ));
    }
    text
}

/// Why a finding is one, and why its passages are set together.
pub(super) fn why(story: &Comparison, id: FindingId) -> Vec<String> {
    let Some(finding) = story.findings.get(id.index()) else {
        return Vec::new();
    };
    let Some(row) = story.rows.get(finding.row.index()) else {
        return vec![finding.why.clone()];
    };
    let mut text = vec![format!("{}: {}", row.verdict.word(), row.why)];
    let sentences: Vec<SentenceId> = row.sentences().collect();
    for link in &story.links {
        if sentences.contains(&link.a) && sentences.contains(&link.b) {
            let [a, b] = [link.a, link.b].map(|id| at(story, id));
            text.push(format!(
                "{a} and {b}, score {:.2}: {}",
                link.score,
                link.why()
            ));
        }
    }
    for (id, near) in &row.nearest {
        let outlet = name(story, *id);
        let article = story.articles.get(id.index());
        let place = article
            .map(|it| place(it, near.sentence))
            .unwrap_or_default();
        text.push(format!(
            "{outlet} comes nearest in {place}, score {:.2}: {}",
            near.score, near.why
        ));
    }
    text
}

/// Who is quoted in a finding's passages, in which words.
pub(super) fn quotes(story: &Comparison, id: FindingId) -> Vec<String> {
    let row = story.findings.get(id.index()).map(|it| it.row);
    let row = row.and_then(|id| story.rows.get(id.index()));
    let mut text = Vec::new();
    for quote in row
        .into_iter()
        .flat_map(Row::sentences)
        .flat_map(|id| story.quotes_of(id))
    {
        let Some(article) = story.articles.get(quote.sentence.article.index()) else {
            continue;
        };
        let speaker = quote
            .speaker
            .as_ref()
            .map_or("somebody", |it| it.name.as_str());
        let manner = match quote.kind {
            QuoteKind::Direct => "",
            QuoteKind::Fragment => ", in part",
            QuoteKind::Unmarked => ", without quotation marks",
            QuoteKind::Indirect => ", in reported speech",
        };
        let (outlet, words) = (&article.outlet, article.slice(quote.span));
        text.push(format!("{outlet} quotes {speaker}{manner}: {words}"));
    }
    if text.is_empty() {
        text.push("Nobody is quoted here.".to_owned());
    }
    text
}

/// What kind of finding, about whom.
fn what(story: &Comparison, finding: &Finding) -> String {
    let outlets: Vec<&str> = finding.articles.iter().map(|id| name(story, *id)).collect();
    let between = match about(story, finding) {
        Some(_) => " by ",
        None => ", ",
    };
    format!("{}{between}{}", finding.kind.words(), outlets.join(", "))
}

/// The words that a whole piece consists of that is left out.
fn about<'a>(story: &'a Comparison, finding: &Finding) -> Option<&'a str> {
    let omission = finding.kind == FindingKind::Omission;
    let place = finding.places.first().filter(|_| omission)?;
    let article = story.articles.get(place.article.index())?;
    Some(article.slice(place.span))
}

/// The beginning of a long text.
fn shortened(text: &str) -> String {
    const MOST: usize = 14;
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.get(..MOST) {
        Some(first) if words.len() > MOST => format!("{} …", first.join(" ")),
        _ => words.join(" "),
    }
}

fn name(story: &Comparison, id: ArticleId) -> &str {
    let article = story.articles.get(id.index());
    article.map_or("", |article| article.outlet.as_str())
}

fn at(story: &Comparison, id: SentenceId) -> String {
    let article = story.articles.get(id.article.index());
    let place = article.map(|it| format!("{} {}", it.outlet, place(it, id)));
    place.unwrap_or_default()
}

fn place(article: &Article, id: SentenceId) -> String {
    let sentence = article.sentences.get(id.index as usize);
    let paragraph = sentence.map_or(0, |it| it.paragraph) + 1;
    format!("paragraph {paragraph} of {}", article.paragraphs())
}

fn number(count: usize, thing: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {thing}{ending}")
}
