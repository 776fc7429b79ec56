//! How files were read, for people who doubt a comparison.

use super::Look;
use super::page::{Page, Rich, Role};
use crate::model::{
    Amount, Article, Block, BlockRole, Day, Fact, Facts, Field, Qualifier, Quote, SentenceId, Unit,
    Value, Warning,
};
use crate::text::Span;
use crate::text::words::Tokenizer;
use std::io::{self, Write};

/// Writes every article: what is known about it, then its blocks in order, the body sentence by
/// sentence with the quotes and facts found there.
pub(super) fn write(
    articles: &[Article],
    facts: &Facts,
    warnings: &[Warning],
    look: &Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut page = Page::new(out, look);
    for warning in warnings {
        let source = warning.source.as_deref().unwrap_or("all files");
        page.say("!  ", &format!("{source}: {}", warning.text))?;
    }
    for (place, article) in articles.iter().enumerate() {
        if place > 0 || !warnings.is_empty() {
            page.blank()?;
        }
        metadata(&mut page, article)?;
        page.blank()?;
        blocks(&mut page, article, facts)?;
    }
    Ok(())
}

/// Writes the paragraphs of the articles' bodies, a line each, with blank lines between them.
pub(super) fn bodies(articles: &[Article], out: &mut dyn Write) -> io::Result<()> {
    let bodies = articles.iter().flat_map(|article| {
        let body = article.blocks.iter().filter(|b| b.role == BlockRole::Body);
        body.map(|block| article.slice(block.span))
    });
    for (place, paragraph) in bodies.enumerate() {
        let between = if place > 0 { "\n" } else { "" };
        writeln!(out, "{between}{paragraph}")?;
    }
    Ok(())
}

fn metadata(page: &mut Page<'_>, article: &Article) -> io::Result<()> {
    let from = |field: Field| {
        let from = article.reading.fields.get(&field);
        from.map_or(String::new(), |from| format!("  (from {from})"))
    };
    let name = Rich::default()
        .with(&article.outlet, Role::Outlet)
        .with(&from(Field::Outlet), Role::Remark);
    page.put(&format!("{}  ", article.id), &name)?;
    let source = Rich::default().with(&article.source, Role::Words);
    page.put("   source: ", &source)?;
    let format = Rich::default().with(&article.reading.format, Role::Words);
    page.put("   read as: ", &format)?;
    let unknown = "not found";
    for (name, field, value) in [
        ("headline", Field::Headline, article.headline()),
        ("byline", Field::Byline, article.byline.as_deref()),
        ("published", Field::Published, article.published.as_deref()),
        ("address", Field::Url, article.url.as_deref()),
        ("language", Field::Language, article.language.as_deref()),
    ] {
        let shown = Rich::default()
            .with(value.unwrap_or(unknown), Role::Words)
            .with(&from(field), Role::Remark);
        page.put(&format!("   {name}: "), &shown)?;
    }
    for note in &article.reading.notes {
        page.say("   !  ", note)?;
    }
    Ok(())
}

fn blocks(page: &mut Page<'_>, article: &Article, facts: &Facts) -> io::Result<()> {
    for block in &article.blocks {
        let title = match block.role {
            BlockRole::Headline => "headline".to_owned(),
            BlockRole::Byline => "byline".to_owned(),
            BlockRole::Body => body(article, block),
            BlockRole::Furniture(reason) => format!("set aside ({})", reason.words()),
        };
        let title = format!("line {}, {title}", block.line);
        page.put("", &Rich::default().with(&title, Role::Kind))?;
        if block.role != BlockRole::Body {
            page.put(
                "   ",
                &Rich::default().with(article.slice(block.span), Role::Words),
            )?;
            continue;
        }
        for id in inside(article, block.span) {
            let text = article.sentence(id.index);
            let name = format!("   {id}  ");
            page.put(&name, &Rich::default().with(text, Role::Words))?;
            found(page, article, facts, id)?;
        }
    }
    Ok(())
}

/// The sentences inside a span; an article's sentences stand in the order of its text.
fn inside(article: &Article, span: Span) -> impl Iterator<Item = SentenceId> + '_ {
    let sentences = &article.sentences;
    let start = sentences.partition_point(|it| it.span.start < span.start);
    let rest = article.sentence_ids().zip(sentences).skip(start);
    let inside = rest.take_while(move |(_, it)| span.contains(it.span));
    inside.map(|(id, _)| id)
}

fn body(article: &Article, block: &Block) -> String {
    let first = inside(article, block.span).next();
    let first = first.and_then(|id| article.sentences.get(id.index as usize));
    let quoted = if block.quoted { ", block quote" } else { "" };
    first.map_or("paragraph".to_owned(), |s| {
        format!("paragraph {}{quoted}", s.paragraph + 1)
    })
}

/// The quotes and facts of one sentence.
fn found(page: &mut Page<'_>, article: &Article, facts: &Facts, id: SentenceId) -> io::Result<()> {
    for quote in of_sentence(&facts.quotes, id, |quote| quote.sentence) {
        let text = article.slice(quote.span);
        let words = if quote.kind.is_marked() {
            format!("“{text}”")
        } else {
            text.to_owned()
        };
        page.remark("       ", &format!("{}: {words}", said(quote)))?;
    }
    let named = of_sentence(&facts.facts, id, |fact| fact.sentence).iter();
    let named: Vec<_> = named.map(|fact| fact_line(article, fact)).collect();
    if named.is_empty() {
        return Ok(());
    }
    page.remark("       ", &named.join(" · "))
}

/// What belongs to one sentence, of things that are sorted by their sentences.
fn of_sentence<T>(all: &[T], id: SentenceId, sentence: impl Fn(&T) -> SentenceId) -> &[T] {
    let start = all.partition_point(|it| sentence(it) < id);
    let end = all.partition_point(|it| sentence(it) <= id);
    all.get(start..end).unwrap_or_default()
}

/// "direct quote of Ada Holm, “said”, to Elm Radio".
fn said(quote: &Quote) -> String {
    let speaker = quote.speaker.as_ref();
    let speaker = speaker.map_or("nobody named", |speaker| speaker.name.as_str());
    let goes_on = if quote.continued { ", continued" } else { "" };
    let verb = quote.verb.as_ref().map(|verb| format!(", “{verb}”"));
    let setting = quote.setting().map(|setting| format!(", {setting}"));
    format!(
        "{} quote of {speaker}{}{}{goes_on}",
        quote.kind.word(),
        verb.unwrap_or_default(),
        setting.unwrap_or_default(),
    )
}

/// "money “$1.2bn” = 1200000000 USD".
fn fact_line(article: &Article, fact: &Fact) -> String {
    let text = article.slice(fact.span);
    let value = match &fact.value {
        Value::Amount(amount) => amount_words(article, text, amount),
        Value::Day(day) => day_words(*day),
        Value::Name(name) => name.clone(),
    };
    let kind = fact.kind.word();
    if value == text {
        format!("{kind} “{text}”")
    } else {
        format!("{kind} “{text}” = {value}")
    }
}

fn amount_words(article: &Article, text: &str, amount: &Amount) -> String {
    let qualifier = match amount.qualifier {
        Qualifier::Exact => "",
        Qualifier::About => "about ",
        Qualifier::Nearly => "nearly ",
        Qualifier::AtLeast => "at least ",
        Qualifier::MoreThan => "more than ",
        Qualifier::AtMost => "at most ",
        Qualifier::LessThan => "less than ",
    };
    let to = amount.to.map(|to| format!(" to {to}")).unwrap_or_default();
    let unit = as_written(article, text, &amount.unit);
    format!("{qualifier}{}{to} {unit}", amount.number)
        .trim_end()
        .to_owned()
}

/// A unit with its noun as the article writes it, not as the stem by which it is known.
fn as_written(article: &Article, text: &str, unit: &Unit) -> Unit {
    let noun = |stem: &str| noun(article, text, stem);
    match unit {
        Unit::Counted(stem) => Unit::Counted(noun(stem)),
        Unit::Raised(word, stem) => Unit::Raised(word.clone(), noun(stem)),
        Unit::Ordinal(stem) => Unit::Ordinal(noun(stem)),
        // A score is called so here, whatever the article calls it.
        other => other.clone(),
    }
}

/// The noun of a unit as the article writes it, in the words of the amount or else somewhere.
fn noun(article: &Article, text: &str, stem: &str) -> String {
    let tokenizer = Tokenizer::new(article.language.as_deref());
    let written = |text: &str| {
        let words = tokenizer.words(text).into_iter().rev();
        let mut words = words.filter(|it| !it.key.starts_with(|c: char| c.is_ascii_digit()));
        words.find(|word| word.stem == stem).map(|word| word.key)
    };
    // "27km": what is joined to the digits is how the measure is written; "$5bn" counts dollars.
    let joined = text.split_whitespace().last().map(|last| {
        let digits = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
        (last, last.trim_start_matches(digits))
    });
    let is_unit = |it: &str| !it.is_empty() && it.chars().all(char::is_alphabetic);
    let joined = joined.filter(|(last, it)| last != it && is_unit(it));
    let joined = joined.filter(|_| stem.starts_with(char::is_lowercase));
    written(text)
        .or_else(|| joined.map(|(_, unit)| unit.to_owned()))
        .or_else(|| written(&article.text))
        .or_else(|| short_unit(text))
        .unwrap_or_else(|| stem.to_owned())
}

/// The word behind a number in digits, which may be short for the unit: "43 km".
fn short_unit(text: &str) -> Option<String> {
    let (number, unit) = text.rsplit_once(char::is_whitespace)?;
    let digits = number.ends_with(|c: char| c.is_ascii_digit());
    let word = unit.chars().all(char::is_alphabetic);
    (digits && word).then(|| unit.to_owned())
}

fn day_words(day: Day) -> String {
    const WEEKDAYS: [&str; 7] = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];
    let year = day
        .year
        .map_or("????".to_owned(), |year| format!("{year:04}"));
    let two = |part: Option<u8>| part.map_or("??".to_owned(), |part| format!("{part:02}"));
    let weekday = day
        .weekday
        .and_then(|n| WEEKDAYS.get(usize::from(n).checked_sub(1)?));
    let date = match (day.month, day.day) {
        (None, None) => day.year.map(|year| year.to_string()),
        (month, None) => Some(format!("{year}-{}", two(month))),
        (month, date) => Some(format!("{year}-{}-{}", two(month), two(date))),
    };
    let parts = [weekday.map(ToString::to_string), date];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
