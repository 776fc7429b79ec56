//! What a page says of itself: JSON-LD, `meta` elements, links, its title.

use super::titles::is_same;
use super::{dated, linked_data};
use crate::load::formats::fields;
use crate::load::raw::{Declared, one_line};
use crate::model::Field;
use crate::text::fold::fold;
use dom_query::{Document, NodeRef};

/// Names of `meta` elements (`name`, `property` or `itemprop`), best first.
const META: [(&str, Field); 30] = [
    ("og:site_name", Field::Outlet),
    ("application-name", Field::Outlet),
    ("dc.publisher", Field::Outlet),
    ("og:title", Field::Headline),
    ("twitter:title", Field::Headline),
    ("parsely-title", Field::Headline),
    ("dc.title", Field::Headline),
    ("author", Field::Byline),
    ("article:author", Field::Byline),
    ("parsely-author", Field::Byline),
    ("sailthru.author", Field::Byline),
    ("dc.creator", Field::Byline),
    ("byl", Field::Byline),
    ("article:published_time", Field::Published),
    ("datepublished", Field::Published),
    ("og:published_time", Field::Published),
    ("article:published", Field::Published),
    ("parsely-pub-date", Field::Published),
    ("sailthru.date", Field::Published),
    ("dc.date.issued", Field::Published),
    ("dcterms.created", Field::Published),
    ("dc.date", Field::Published),
    ("publish-date", Field::Published),
    ("publishdate", Field::Published),
    ("pubdate", Field::Published),
    ("pdate", Field::Published),
    ("date", Field::Published),
    ("og:url", Field::Url),
    ("og:locale", Field::Language),
    ("content-language", Field::Language),
];

/// Names of `meta` elements that describe the article, often in the words of its deck.
const DESCRIPTIONS: [&str; 4] = [
    "og:description",
    "description",
    "twitter:description",
    "dc.description",
];

/// What a page says of itself, each field from the best place that gives it.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub declared: Declared,
    /// The article's text, where JSON-LD holds it.
    pub text: Option<String>,
    /// How the page describes itself, in the ways that it does.
    pub descriptions: Vec<String>,
    /// The page has JSON-LD, and none of it can be read.
    pub broken: bool,
}

/// What is collected in one walk over the tree.
#[derive(Default)]
struct Found {
    /// Place in [`META`], and the content.
    metas: Vec<(usize, String)>,
    descriptions: Vec<String>,
    scripts: Vec<String>,
    headings: Vec<String>,
    title: String,
    canonical: String,
    language: String,
    /// What elements outside of the head are marked to be.
    marked: Declared,
}

/// Reads what the page says of itself. `address` is where it was saved from, as far as known.
pub(super) fn read(document: &Document, address: Option<(&str, &str)>) -> Page {
    let mut found = Found::default();
    for node in document.root().descendants_it().filter(NodeRef::is_element) {
        found.take(&node);
    }
    found.metas.sort_by_key(|(rank, _)| *rank);
    let metas = |only: Option<Field>| {
        let mut declared = Declared::default();
        for (rank, content) in &found.metas {
            if let Some((name, field)) = META.get(*rank)
                && only.is_none_or(|only| only == *field)
                && let Some(value) = fields::accept(*field, std::slice::from_ref(content))
            {
                declared.say(*field, &value, name);
            }
        }
        declared
    };
    let linked = linked_data::read(&found.scripts, &found.title);
    // A publisher's company is not what readers call the paper; its site's name is.
    let mut declared = metas(Some(Field::Outlet));
    declared.fill(linked.declared);
    declared.fill(metas(None));
    let mut rest = std::mem::take(&mut found.marked);
    for (field, value, from) in [
        (Field::Url, &found.canonical, "link canonical"),
        (Field::Language, &found.language, "html lang"),
    ] {
        if let Some(value) = fields::accept(field, std::slice::from_ref(value)) {
            rest.say(field, &value, from);
        }
    }
    if let Some((url, from)) = address {
        rest.say(Field::Url, url, from);
    }
    declared.fill(rest);
    if let Some(host) = declared.get(Field::Url).and_then(host) {
        let host = host.to_owned();
        declared.say(Field::Outlet, &host, "the address");
    }
    let mut declared = with_headline(declared, &found);
    if declared.get(Field::Published).is_none()
        && let Some(headline) = declared.get(Field::Headline)
        && let Some((day, from)) = dated::published(document, headline)
    {
        declared.say(Field::Published, &day, from);
    }
    Page {
        declared,
        text: linked.text,
        descriptions: found.descriptions,
        broken: linked.broken,
    }
}

impl Found {
    fn take(&mut self, node: &NodeRef<'_>) {
        let Some(name) = node.qual_name_ref() else {
            return;
        };
        let attribute = |name: &str| node.attr_or(name, "").to_string();
        match &*name.local {
            "meta" => {
                let keys = ["property", "name", "itemprop", "http-equiv"];
                let content = attribute("content");
                for key in keys.map(|key| attribute(key).to_lowercase()) {
                    if let Some(rank) = META.iter().position(|(name, _)| *name == key) {
                        self.metas.push((rank, content.clone()));
                    } else if DESCRIPTIONS.contains(&key.as_str()) {
                        self.descriptions.push(one_line(&content));
                    }
                }
            }
            "script" if attribute("type").eq_ignore_ascii_case("application/ld+json") => {
                self.scripts.push(node.text().to_string());
            }
            "h1" => self.headings.push(one_line(&node.text())),
            "title" if self.title.is_empty() => self.title = one_line(&node.text()),
            "html" => self.language = attribute("lang"),
            "link" if attribute("rel").eq_ignore_ascii_case("canonical") => {
                self.canonical = attribute("href");
            }
            _ => {
                let value = |name: &str| node.attr(name).unwrap_or_default();
                self.marked(node, &value("itemprop"), &value("rel"));
            }
        }
    }

    /// What an element of the text is marked to be (microdata, `rel=author`).
    fn marked(&mut self, node: &NodeRef<'_>, property: &str, relation: &str) {
        let (field, from, value) = match (property, relation) {
            ("datePublished", _) => {
                let date = ["datetime", "content"]
                    .iter()
                    .find_map(|name| node.attr(name));
                let value = date.unwrap_or_else(|| node.text());
                (Field::Published, "itemprop datePublished", value)
            }
            ("author", _) => (Field::Byline, "itemprop author", node.text()),
            (_, "author") => (Field::Byline, "rel author", node.text()),
            _ => return,
        };
        if let Some(value) = fields::accept(field, &[one_line(&value)]) {
            self.marked.say(field, &value, from);
        }
    }
}

/// The headline as the page prints it, where it prints the one that it declares; else the declared
/// one, else the title, each without the site's name behind it.
fn with_headline(declared: Declared, found: &Found) -> Declared {
    let outlet = declared.get(Field::Outlet).map(fold);
    let said = declared.get(Field::Headline);
    let (said, from) = match said {
        Some(said) => (said, declared.from(Field::Headline).unwrap_or_default()),
        None => (found.title.as_str(), "title"),
    };
    let said = without_site(said, outlet.as_deref(), from == "title");
    let printed = found.headings.iter().find(|h1| is_same(h1, said));
    let lone = match found.headings.as_slice() {
        [only] if said.is_empty() => Some(only),
        _ => None,
    };
    let mut headline = Declared::default();
    if let Some(printed) = printed.or(lone) {
        headline.say(Field::Headline, printed, "h1");
    }
    headline.say(Field::Headline, said, from);
    headline.fill(declared);
    headline
}

/// `title` without " | The Gazette" behind it; of a page's `title`, any short last part goes.
fn without_site<'a>(title: &'a str, outlet: Option<&str>, any: bool) -> &'a str {
    let cuts = [" | ", " - ", " – ", " — ", " :: ", " » ", " · "];
    let last = cuts.iter().filter_map(|cut| {
        let at = title.rfind(cut)?;
        Some((at, title.get(at + cut.len()..)?))
    });
    let Some((at, site)) = last.max_by_key(|(at, _)| *at) else {
        return title;
    };
    let rest = title.get(..at).unwrap_or(title).trim();
    let words = |text: &str| text.split_whitespace().count();
    let named = outlet.is_some_and(|outlet| fold(site.trim()) == outlet);
    let short = any && words(site) <= 4 && words(rest) >= 4;
    if named {
        without_site(rest, outlet, any)
    } else if short {
        rest
    } else {
        title
    }
}

/// The host of an address, without "www.".
pub(in crate::load) fn host(url: &str) -> Option<&str> {
    let rest = url.split_once("://")?.1;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let host = host.rsplit('@').next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (!host.is_empty()).then_some(host)
}
