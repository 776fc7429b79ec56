//! What reports say of passages, quotes and outlets, in the same words in every format.
//!
//! The phrases hold words of the outlets: a format that has markup escapes them as a whole.

use super::Look;
use super::passage::standing_out;
use super::summary::{ArticleCounts, Summary, counted};
use crate::model::{
    Absence, Article, ArticleId, Comparison, Finding, FindingKind, Link, Nearest, Quote, QuoteId,
    QuoteKind, Reason, Relation, Row, RowId, RowVerdict, SentenceId, Warning,
};
use crate::text::Span;
use crate::text::diff::{Op, own_words, words};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Of more links than this beside the best, only the weakest is named.
const MOST_LINKS: usize = 2;

/// All rows with their ids.
pub(super) fn rows(comparison: &Comparison) -> impl Iterator<Item = (RowId, &Row)> {
    (0..).map(RowId).zip(&comparison.rows)
}

/// "A Harbour Post": how an outlet is named throughout.
pub(super) fn outlet(comparison: &Comparison, id: ArticleId) -> String {
    format!("{id} {}", comparison.article(id).outlet)
}

/// Several outlets as a phrase: "A Harbour Post, B Elm Times and C The Quay".
pub(super) fn outlets(comparison: &Comparison, ids: &[ArticleId]) -> String {
    let names: Vec<_> = ids.iter().map(|id| outlet(comparison, *id)).collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => names.concat(),
    }
}

/// "¶3 of 8", with all paragraphs of a passage over several.
pub(super) fn position(comparison: &Comparison, id: ArticleId, paragraphs: &[u32]) -> String {
    let numbers: Vec<_> = paragraphs.iter().map(u32::to_string).collect();
    let all = comparison.article(id).paragraphs();
    format!("¶{} of {all}", numbers.join(", "))
}

/// The paragraph of a sentence: "¶3 of 8".
pub(super) fn place(comparison: &Comparison, id: SentenceId) -> String {
    let article = comparison.article(id.article);
    let sentence = article.sentences.get(id.index as usize);
    let paragraph = sentence.map_or(0, |sentence| sentence.paragraph + 1);
    position(comparison, id.article, &[paragraph])
}

/// What outlets tell differently in passages of different rows.
pub(super) fn across<'a>(comparison: &'a Comparison, look: &Look) -> Vec<(RowId, &'a Finding)> {
    let of_row = |(id, row)| {
        let found = look.of_row(comparison, row).into_iter();
        let across = found.filter(|f| f.kind.diverges() && !comparison.is_of_one_row(f));
        across.map(move |finding| (id, finding)).collect::<Vec<_>>()
    };
    rows(comparison).flat_map(of_row).collect()
}

/// What the rows of a verdict have in common, after their count: "3 passages told differently".
pub(super) fn verdict(verdict: RowVerdict, articles: usize) -> &'static str {
    match verdict {
        RowVerdict::Agree if articles == 2 => "that both state alike",
        RowVerdict::Agree => "that all state alike",
        RowVerdict::Diverge => "told differently",
        RowVerdict::Partial => "that some state and others do not",
        RowVerdict::Single => "that one outlet alone states",
        RowVerdict::Unsure => "that may or may not correspond",
    }
}

/// Date, author and size of an article.
pub(super) fn imprint(article: &Article, counts: &ArticleCounts<'_>) -> String {
    // "From our news agency" is whole as it stands.
    let signed = |name: &str| match name.strip_prefix("From ") {
        Some(newsroom) => format!("from {newsroom}"),
        None => format!("by {name}"),
    };
    let byline = article.byline.as_deref().map(signed);
    let size = format!(
        "{} in {}, {}",
        counted(counts.words, "word"),
        counted(counts.sentences, "sentence"),
        counted(counts.paragraphs as usize, "paragraph"),
    );
    let known = [article.published.clone(), byline, Some(size)];
    known.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// How much of the file was taken for something else than the article, and as what.
pub(super) fn set_aside(article: &Article, counts: &ArticleCounts<'_>) -> Option<String> {
    let mut reasons: BTreeMap<Reason, usize> = BTreeMap::new();
    for (_, reason) in article.furniture() {
        *reasons.entry(reason).or_default() += 1;
    }
    let mut reasons: Vec<_> = reasons.into_iter().collect();
    reasons.sort_by_key(|(_, count)| Reverse(*count));
    let reasons: Vec<_> = reasons
        .into_iter()
        .map(|(reason, count)| match count {
            1 => reason.words().to_owned(),
            _ => format!("{} ({count} times)", reason.words()),
        })
        .collect();
    (!reasons.is_empty()).then(|| {
        let share = counts.furniture * 100.0;
        let reasons = reasons.join(", ");
        format!("{share:.0} % of the file's words set aside as not the article: {reasons}")
    })
}

/// A warning with the file that it is about.
pub(super) fn warning(warning: &Warning) -> String {
    match &warning.source {
        Some(source) => format!("{source}: {}", warning.text),
        None => warning.text.clone(),
    }
}

/// "3 number, 1 date": the findings that are shown, by kind; `None` where there is none.
pub(super) fn kinds(summary: &Summary<'_>) -> Option<String> {
    let kinds: Vec<_> = summary
        .kinds
        .iter()
        .map(|(kind, count)| format!("{count} {}", kind.words()))
        .collect();
    (!kinds.is_empty()).then(|| kinds.join(", "))
}

/// How much of each outlet the others tell too: what is counted, and the figures.
pub(super) fn shares(summary: &Summary<'_>) -> Vec<(&'static str, String)> {
    let each = |say: &dyn Fn(&ArticleCounts<'_>) -> String| {
        let parts: Vec<_> = summary.articles.iter().map(say).collect();
        parts.join(", ")
    };
    let told = each(&|it| format!("{:.0} % of {}", it.coverage * 100.0, it.id));
    let alone = each(&|it| format!("{} {}", it.id, it.alone));
    let mut lines = vec![
        ("Told by another outlet too: ", told),
        ("Stated by it alone: ", alone),
    ];
    if summary.articles.len() > 2 {
        let others = each(&|it| format!("{} {}", it.id, it.omits));
        lines.push(("Stated by others only: ", others));
    }
    lines
}

/// Passages that outlets print nearly word for word alike, which speaks for one source.
pub(super) fn one_voice(comparison: &Comparison) -> Vec<String> {
    let mut groups: BTreeMap<Vec<ArticleId>, usize> = BTreeMap::new();
    for sentences in &comparison.shared_origin {
        let mut ids: Vec<_> = sentences.iter().map(|id| id.article).collect();
        ids.sort_unstable();
        ids.dedup();
        *groups.entry(ids).or_default() += 1;
    }
    let say = |(ids, count): (Vec<ArticleId>, usize)| {
        let outlets = outlets(comparison, &ids);
        let passages = counted(count, "passage");
        format!("{outlets} share {passages} almost word for word: one voice, not several.")
    };
    groups.into_iter().map(say).collect()
}

/// What the verdicts rest on.
pub(super) fn method(comparison: &Comparison) -> String {
    let settings = comparison.settings;
    format!(
        "Two sentences are said to state the same from a score of {:.2} (0 to 1) on, and are \
         shown as unsure from {:.2} on. An outlet is said not to state a passage when the \
         chance that it does, all its sentences together, is below {:.2}; its nearest sentence \
         is named with its score. It is said not to state it clearly where that score is at \
         least {:.2}; where it is lower, but several sentences together make it likely; and \
         where it is higher, but comes near half at most of the outlets that tell the passage. \
         What was set aside is neither compared nor counted. parallax {} compares what \
         outlets state; it rates no outlet and does not say who is right.",
        settings.confident,
        settings.unsure,
        settings.told,
        settings.unsure,
        env!("CARGO_PKG_VERSION"),
    )
}

/// The kinds of some findings, each once: "number · quote altered".
pub(super) fn kinds_of(findings: &[&Finding]) -> String {
    let mut kinds: Vec<_> = findings.iter().map(|it| it.kind.words()).collect();
    kinds.dedup();
    kinds.join(" · ")
}

/// Why findings are findings, each reason once.
pub(super) fn reasons<'a>(findings: &[&'a Finding]) -> Vec<(FindingKind, &'a str)> {
    let mut given = Vec::new();
    for finding in findings {
        let reason = (finding.kind, finding.why.as_str());
        if !given.contains(&reason) {
            given.push(reason);
        }
    }
    given
}

/// Outlets that tell a row in a sentence that stands in another one, a line each.
pub(super) fn elsewhere(comparison: &Comparison, row: &Row) -> Vec<String> {
    let say = |(article, sentence): (&ArticleId, &SentenceId)| {
        let place = place(comparison, *sentence);
        let other = comparison.row_of(*sentence);
        let other = other.map_or_else(String::new, |id| format!(": see {id}"));
        let outlet = outlet(comparison, *article);
        format!("also in {outlet}, {place}{other}")
    };
    row.elsewhere.iter().map(say).collect()
}

/// Which outlets do not state a row, and which may, with what comes nearest in each; of clearly
/// missing ones the `most` nearest.
pub(super) fn missing(comparison: &Comparison, row: &Row, most: usize) -> Vec<String> {
    let near = |absence: Absence| -> Vec<&Nearest> {
        let near = row.nearest.values();
        near.filter(|near| near.absence == absence).collect()
    };
    let mut lines = Vec::new();
    let doubtful = near(Absence::Doubtful);
    if !doubtful.is_empty() {
        let ids: Vec<_> = doubtful.iter().map(|near| near.sentence.article).collect();
        let (outlets, near) = (outlets(comparison, &ids), nearest(comparison, doubtful));
        let said = Absence::Doubtful.words();
        lines.push(format!("{said} by {outlets}; perhaps in {near}"));
    }
    let silent = silent(row);
    if !silent.is_empty() {
        let mut clear = near(Absence::Clear);
        clear.sort_by(|x, y| y.score.total_cmp(&x.score));
        clear.truncate(most);
        let (outlets, near) = (outlets(comparison, &silent), nearest(comparison, clear));
        let said = Absence::Clear.words();
        lines.push(format!("{said} by {outlets}; nearest: {near}"));
    }
    lines
}

/// The outlets that clearly do not tell a row.
pub(super) fn silent(row: &Row) -> Vec<ArticleId> {
    let omitting = row.omitted_by.iter().copied();
    omitting
        .filter(|id| row.absence(*id) == Some(Absence::Clear))
        .collect()
}

/// "C ¶6 of 8 (0.13): shares “Ferry”; B ¶2 of 4 (0.05): lacks “mast”", the nearest first.
pub(super) fn nearest(comparison: &Comparison, mut near: Vec<&Nearest>) -> String {
    near.sort_by(|x, y| y.score.total_cmp(&x.score));
    let parts = near.iter().map(|near| {
        let place = place(comparison, near.sentence);
        let why = match near.why.as_str() {
            "" => String::new(),
            why => format!(": {why}"),
        };
        format!("{} {place} ({:.2}){why}", near.sentence.article, near.score)
    });
    let parts: Vec<_> = parts.collect();
    if parts.is_empty() {
        "none that shares anything".to_owned()
    } else {
        parts.join("; ")
    }
}

/// "linked A–B 0.98: words “longer”, “Bruce”; A–C 0.54": what holds the passages of a row
/// together, by the best link of each two outlets; the very best with its reason.
pub(super) fn links(comparison: &Comparison, row: &Row) -> Option<String> {
    let mut best = BTreeMap::new();
    let sentences: Vec<_> = row.sentences().collect();
    for a in &sentences {
        for b in sentences.iter().filter(|b| b.article > a.article) {
            if let Some(link) = comparison.link(*a, *b) {
                let held = best.entry((a.article, b.article)).or_insert(link);
                if link.score > held.score {
                    *held = link;
                }
            }
        }
    }
    let mut best: Vec<_> = best.into_iter().collect();
    best.sort_by(|(_, x), (_, y)| y.score.total_cmp(&x.score));
    let pair =
        |((a, b), link): &((ArticleId, ArticleId), &Link)| format!("{a}–{b} {:.2}", link.score);
    let (first, rest) = best.split_first()?;
    let mut line = format!("linked {}: {}", pair(first), first.1.why());
    match rest {
        [.., weakest] if rest.len() > MOST_LINKS => {
            let alike = first.1.score - weakest.1.score < 0.005;
            let rest = if alike {
                "the others alike".to_owned()
            } else {
                format!("weakest {}", pair(weakest))
            };
            line = format!("{line}; {rest}");
        }
        _ => {
            for link in rest {
                line = format!("{line}; {}", pair(link));
            }
        }
    }
    Some(line)
}

/// How the versions of an utterance relate.
pub(super) fn relation(
    comparison: &Comparison,
    members: &[QuoteId],
    relation: Relation,
) -> &'static str {
    let reported = |id: &QuoteId| comparison.quote(*id).kind == QuoteKind::Indirect;
    match relation {
        Relation::Indirect if members.iter().all(reported) => "reported, not quoted",
        Relation::Verbatim => "word for word the same",
        Relation::Typography => "the same words",
        Relation::Trimmed => "one version gives less",
        Relation::Altered => "the words differ",
        Relation::Indirect => "quoted here, reported there",
    }
}

/// Where a quote stands and how it is given: "¶4 of 8, quoted, “said”, to Elm Radio".
pub(super) fn manner(comparison: &Comparison, quote: &Quote) -> String {
    let kind = quote.kind.manner().to_owned();
    let mut parts = vec![place(comparison, quote.sentence), kind];
    parts.extend(quote.verb.as_ref().map(|verb| format!("“{verb}”")));
    parts.extend(quote.setting());
    parts.join(", ")
}

/// The quoted words without the comma that leads on to the speaker.
pub(super) fn quoted<'a>(comparison: &'a Comparison, quote: &Quote) -> &'a str {
    let words = comparison.article(quote.sentence.article).slice(quote.span);
    words.trim().trim_end_matches([',', '，'])
}

/// The versions of one utterance: each quote, its words, and those of them that differ.
pub(super) fn versions<'a>(
    comparison: &'a Comparison,
    members: &[QuoteId],
    relation: Relation,
) -> Vec<(&'a Quote, &'a str, Vec<Span>)> {
    let quotes = members.iter().map(|id| comparison.quote(*id));
    let quotes: Vec<(&Quote, &str)> = quotes.map(|it| (it, quoted(comparison, it))).collect();
    let texts: Vec<&str> = quotes.iter().map(|(_, text)| *text).collect();
    let marks = differing(relation, &texts);
    let versions = quotes.into_iter().zip(marks);
    versions
        .map(|((quote, text), marks)| (quote, text, marks))
        .collect()
}

/// "come to → reach; halt → end"; words that fell away or came in are named as such.
pub(super) fn changes(a: &str, b: &str) -> String {
    let telling = |text: &str| text.chars().any(char::is_alphanumeric);
    let bare = |span: Span, text| span.of(text).trim_matches([' ', ',']);
    let changes: Vec<_> = words(a, b)
        .into_iter()
        .map(|change| change.plain(a, b))
        .map(|change| (change.op, bare(change.a, a), bare(change.b, b)))
        .filter(|(op, a, b)| *op != Op::Equal && (telling(a) || telling(b)))
        .map(|(_, a, b)| match (a.is_empty(), b.is_empty()) {
            (false, true) => format!("without “{a}”"),
            (true, _) => format!("with “{b}”"),
            _ => format!("{a} → {b}"),
        })
        .collect();
    changes.join("; ")
}

/// For each version of an utterance, the words that differ from the others'; none where the speech
/// is reported, as that is put in other words anyway.
pub(super) fn differing(relation: Relation, versions: &[&str]) -> Vec<Vec<Span>> {
    if ![Relation::Trimmed, Relation::Altered].contains(&relation) {
        return vec![Vec::new(); versions.len()];
    }
    let own = own_words(versions).into_iter().zip(versions);
    own.map(|(own, text)| standing_out(own, text)).collect()
}
