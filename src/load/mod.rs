//! Files to articles: the only code that reads them.
//!
//! ```text
//! Source ─sources─▶ bytes ─formats─▶ Raw ─assemble─▶ Article
//!                   (decode, format;      └ page: its blocks and their shapes
//!                    html, json,          └ lines: what one line is by itself
//!                    markdown, plain)     └ head: headline, byline, date
//!                                         └ furniture: what is not the article
//! ```
//!
//! A reader of a format turns text into the one value `raw::Raw`: paragraphs with their lines, and
//! what the format itself says of them. Everything else (which paragraph is the headline, which is
//! furniture and why, where sentences end) is the same for all formats.

mod assemble;
mod error;
mod formats;
mod furniture;
mod head;
mod lines;
mod page;
mod raw;
mod sources;

pub use error::LoadError;
pub use sources::origin::{Address, Origin};
pub use sources::source::Source;
pub use sources::story::NAME as STORY;
pub use sources::story::{Story, spellings};

use crate::model::{Article, ArticleId, Field, Vocabulary, Warning};
use crate::parallel;
use data_encoding::HEXLOWER;
use error::MOST_COMPARED;
use formats::read;
use raw::{Declared, one_line};
use sha2::{Digest, Sha256};
use sources::origin::Item;
use sources::{fetch, source};
use std::path::Path;

/// Articles to compare, and what the reader must know of how they were read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    /// The articles in the order in which they were given; their outlets' names all differ.
    pub articles: Vec<Article>,
    /// Files that could not be read, and what the reader did with others that nobody would expect.
    pub warnings: Vec<Warning>,
    /// What story files say of the story.
    pub story: Story,
}

/// Reads all sources. A file that cannot be read is a warning as long as two articles are left;
/// otherwise the error says what is wrong with each.
pub fn load(sources: &[Source]) -> Result<Loaded, LoadError> {
    load_telling(sources, &Vocabulary::default(), &mut |_, _| {})
}

/// The same with words of the user's, telling every few files how many were read, of how many. What is
/// wrong with a source as a whole is told before what is wrong with a file.
pub fn load_telling(
    sources: &[Source],
    words: &Vocabulary,
    tell: &mut dyn FnMut(usize, usize),
) -> Result<Loaded, LoadError> {
    let (mut items, mut problems) = (Vec::new(), Vec::new());
    let mut story = Story::default();
    let mut stdin = false;
    for source in sources {
        let repeated = source.origin == Origin::Stdin && std::mem::replace(&mut stdin, true);
        match source.items() {
            _ if repeated => problems.push(LoadError::StdinTwice),
            Ok((said, found)) => {
                story.add(said);
                items.extend(found);
            }
            Err(problem) => problems.push(problem),
        }
    }
    let mut words = words.clone();
    words.add(&story.words);
    let mut articles: Vec<Article> = Vec::new();
    let (mut done, all) = (0, items.len());
    while done < all {
        tell(done, all);
        let rest = items.get(done..).unwrap_or_default();
        let at_once = rest.get(..together(rest)).unwrap_or_default();
        done += at_once.len();
        let read = |_, item: &Item| -> Vec<_> {
            let found = read_item(item, &words).into_iter();
            found.map(|it| it.map(assemble::divided)).collect()
        };
        for article in parallel::map(at_once, 1, read).into_iter().flatten() {
            match article {
                Ok(article) => articles.push(article),
                Err(problem) => problems.push(problem),
            }
        }
    }
    if articles.len() < 2 {
        let readable = articles.len();
        return Err(LoadError::TooFew { readable, problems });
    }
    if articles.len() > MOST_COMPARED {
        let articles = articles.len();
        return Err(LoadError::TooMany { articles });
    }
    for (article, id) in articles.iter_mut().zip(0..) {
        article.id = ArticleId(id);
    }
    tell_apart(&mut articles);
    let mut warnings: Vec<_> = problems.iter().map(warning).collect();
    warnings.extend(articles.iter().flat_map(notes));
    Ok(Loaded {
        articles,
        warnings,
        story,
    })
}

/// How many files are read before it is told how far the reading has come.
const AT_ONCE: usize = 8;

/// How many of the first items are read together: files are, a page is fetched after another.
fn together(items: &[Item]) -> usize {
    let files = items.iter().take(AT_ONCE);
    let files = files.take_while(|item| matches!(item.origin, Origin::Path(_)));
    files.count().max(1)
}

/// Reads one source: the articles of a file, a directory or a story file, or why one of them could
/// not be read.
pub fn read(source: &Source, words: &Vocabulary) -> Vec<Result<Article, LoadError>> {
    let read = read_blocks(source, words).into_iter();
    read.map(|article| article.map(assemble::divided)).collect()
}

/// The same without sentences, for whoever wants nothing but the blocks of the text.
pub fn read_blocks(source: &Source, words: &Vocabulary) -> Vec<Result<Article, LoadError>> {
    let (story, items) = match source.items() {
        Ok(found) => found,
        Err(problem) => return vec![Err(problem)],
    };
    let mut words = words.clone();
    words.add(&story.words);
    let read = items.iter().flat_map(|item| read_item(item, &words));
    read.collect()
}

/// The article in `bytes`, which the user named `name`; the first, where there are several. Without
/// an `outlet` that of the page, or the name of the file, stands for it.
pub fn article(
    id: ArticleId,
    name: &str,
    outlet: Option<&str>,
    bytes: &[u8],
) -> Result<Article, LoadError> {
    let mut given = Declared::default();
    if let Some(outlet) = outlet {
        given.say(Field::Outlet, outlet, "the caller");
    }
    let empty = || LoadError::Empty {
        name: name.to_owned(),
    };
    let words = Vocabulary::default();
    let mut all = of_bytes(name, &given, &words, bytes).into_iter();
    let article = all.next().ok_or_else(empty)??;
    Ok(assemble::divided(Article { id, ..article }))
}

fn read_item(item: &Item, words: &Vocabulary) -> Vec<Result<Article, LoadError>> {
    let bytes = match source::bytes(&item.origin) {
        Ok(bytes) => bytes,
        Err(problem) => return vec![Err(problem)],
    };
    let mut articles = of_bytes(&item.name, &item.given, words, &bytes);
    if let Origin::Web(address) = &item.origin {
        for article in articles.iter_mut().flatten() {
            let file = fetch::file(address).display().to_string();
            let kept = [", kept in ", &one_line(&file)];
            article.reading.format.extend(kept);
        }
    }
    articles
}

/// The articles in `bytes`, which the user named `name` and said to be as `given`.
fn of_bytes(
    name: &str,
    given: &Declared,
    words: &Vocabulary,
    bytes: &[u8],
) -> Vec<Result<Article, LoadError>> {
    let sha256 = HEXLOWER.encode(&Sha256::digest(bytes));
    let outlet = outlet_of(name);
    let articles = read::read(name, bytes).into_iter().map(|read| {
        let (source, raw) = read?;
        let source = one_line(&source);
        let mut article = assemble::article(&source, &outlet, given, words, raw);
        let reading = &mut article.reading;
        reading.sha256.clone_from(&sha256);
        reading.names.clone_from(&words.names);
        reading.speech_verbs.clone_from(&words.speech_verbs);
        Ok(article)
    });
    articles.collect()
}

/// What the reader did with an article that nobody would expect.
pub fn notes(article: &Article) -> impl Iterator<Item = Warning> + '_ {
    let notes = article.reading.notes.iter();
    notes.map(|note| Warning {
        source: Some(article.source.clone()),
        text: note.clone(),
    })
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
