//! Files to articles: the only code that reads them.
//!
//! ```text
//! Source ─source─▶ bytes ─decode─▶ text ─plain─▶ Raw ─assemble─▶ Article
//!                                        a format's reader  └ head, furniture, lists
//! ```
//!
//! A reader of a format (today `plain`) turns text into the one value `raw::Raw`: paragraphs
//! with their lines, and what the format itself says of them. Everything else (which paragraph is
//! the headline, which is furniture and why, where sentences end) is the same for all formats.

mod assemble;
mod byline;
mod date;
mod decode;
mod error;
mod furniture;
mod head;
mod language;
mod lists;
mod page;
mod phrases;
mod plain;
mod raw;
mod shape;
mod source;
mod teasers;
mod told;

pub use error::LoadError;
pub use source::{Origin, Source};

use crate::model::{Article, ArticleId, Warning};
use crate::text::clean::clean;
use decode::NoText;
use source::Item;
use std::path::Path;

/// Articles to compare, and what the reader must know of how they were read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    /// The articles in the order in which they were given; their outlets' names all differ.
    pub articles: Vec<Article>,
    /// Files that could not be read.
    pub warnings: Vec<Warning>,
}

/// Reads all sources. A file that cannot be read is a warning as long as two articles are left;
/// otherwise the error says what is wrong with each.
pub fn load(sources: &[Source]) -> Result<Loaded, LoadError> {
    load_telling(sources, &mut |_, _| {})
}

/// The same, telling how many files were read, of how many, before each of them.
pub fn load_telling(
    sources: &[Source],
    tell: &mut dyn FnMut(usize, usize),
) -> Result<Loaded, LoadError> {
    let mut items = Vec::new();
    let mut stdin = false;
    for source in sources {
        let repeated = source.origin == Origin::Stdin && std::mem::replace(&mut stdin, true);
        match source.items() {
            _ if repeated => items.push(Err(LoadError::StdinTwice)),
            Ok(found) => items.extend(found.into_iter().map(Ok)),
            Err(problem) => items.push(Err(problem)),
        }
    }
    let mut articles = Vec::new();
    let mut problems = Vec::new();
    let all = items.len();
    for (read, item) in items.into_iter().enumerate() {
        tell(read, all);
        let id = ArticleId(articles.len() as u32);
        match item.and_then(|item| read_item(id, &item)) {
            Ok(article) => articles.push(article),
            Err(problem) => problems.push(problem),
        }
    }
    if articles.len() < 2 {
        let readable = articles.len();
        return Err(LoadError::TooFew { readable, problems });
    }
    tell_apart(&mut articles);
    let warnings = problems.iter().map(warning).collect();
    Ok(Loaded { articles, warnings })
}

/// Reads one source: a file's article, or all those of a directory.
pub fn read(source: &Source) -> Result<Vec<Article>, LoadError> {
    let items = source.items()?;
    (0..)
        .zip(&items)
        .map(|(id, item)| read_item(ArticleId(id), item))
        .collect()
}

/// The article in `bytes`, which the user named `name`. Without an `outlet` the name of the file
/// stands for it.
pub fn article(
    id: ArticleId,
    name: &str,
    outlet: Option<&str>,
    bytes: &[u8],
) -> Result<Article, LoadError> {
    let named = || name.to_owned();
    let text = decode::decode(bytes).map_err(|no_text| match no_text {
        NoText::Binary(what) => LoadError::NotText {
            name: named(),
            what,
        },
        NoText::Undecodable => LoadError::Undecodable { name: named() },
    })?;
    let raw = plain::read(&text);
    if raw.paragraphs.is_empty() {
        return Err(LoadError::Empty { name: named() });
    }
    let outlet = outlet.map_or_else(|| outlet_of(name), one_line);
    Ok(assemble::article(id, &one_line(name), &outlet, raw))
}

fn read_item(id: ArticleId, item: &Item) -> Result<Article, LoadError> {
    let bytes = item.origin.bytes()?;
    article(id, &item.name, item.outlet.as_deref(), &bytes)
}

/// The outlet's name where nobody gave one: the file's, without its ending.
fn outlet_of(name: &str) -> String {
    let stem = Path::new(name).file_stem();
    match stem.map(|stem| stem.to_string_lossy()) {
        None => "article".to_owned(),
        Some(stem) if stem == "-" => "standard input".to_owned(),
        Some(stem) => one_line(&stem),
    }
}

/// A name from outside made safe to show.
fn one_line(name: &str) -> String {
    clean(name).replace('\n', " ")
}

/// Makes equal outlet names different: by the directory, else by the article's letter.
fn tell_apart(articles: &mut [Article]) {
    rename_equal(articles, |article| {
        let path = Path::new(&article.source);
        let folder = path.parent()?.file_name()?.to_string_lossy();
        let by_file = outlet_of(&article.source) == article.outlet;
        by_file.then(|| one_line(&format!("{folder}/{}", article.outlet)))
    });
    rename_equal(articles, |article| {
        Some(format!("{} ({})", article.outlet, article.id))
    });
}

/// Gives articles whose outlets' names are equal the name that `rename` knows for them.
fn rename_equal(articles: &mut [Article], rename: impl Fn(&Article) -> Option<String>) {
    let names: Vec<_> = articles
        .iter()
        .map(|article| article.outlet.clone())
        .collect();
    for article in articles {
        let equal = names.iter().filter(|name| **name == article.outlet).count();
        if let Some(name) = rename(article).filter(|_| equal > 1) {
            article.outlet = name;
        }
    }
}

fn warning(problem: &LoadError) -> Warning {
    let text = problem.to_string();
    let source = problem.name().map(str::to_owned);
    let what = source
        .as_ref()
        .and_then(|name| text.strip_prefix(name)?.strip_prefix(": "));
    Warning {
        text: format!("left out: {}", what.unwrap_or(&text)),
        source,
    }
}

#[cfg(test)]
mod tests;
