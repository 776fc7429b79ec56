//! Pages in the web: fetched once, kept as web archives, and read from there ever after.
//!
//! One request a page, with a limit on time, size and redirects. What came, with its address and
//! the encoding that the server named, is saved as a web archive, so that the same comparison can
//! be made again without the web, and gives the same.

use crate::load::error::LoadError;
use crate::load::formats::html::host;
use crate::load::sources::origin::Address;
use std::path::PathBuf;

/// The readable part of a saved page's name has at most so many characters.
const LONGEST_NAME: usize = 40;

/// The file in which a page is kept: its host, the end of its address, and a number made of the
/// whole address, which tells apart what the others do not.
pub(in crate::load) fn file(address: &Address) -> PathBuf {
    let path = address.url.split(['?', '#']).next().unwrap_or_default();
    let last = path.rsplit('/').find(|part| !part.is_empty());
    let readable = |text: &str| -> String {
        let letters = text
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' });
        letters.take(LONGEST_NAME).collect()
    };
    let host = readable(host(&address.url).unwrap_or("page"));
    let last = readable(last.unwrap_or_default());
    let number = fnv_1a(address.url.as_bytes());
    address
        .folder
        .join(format!("{host}-{last}-{number:016x}.mht"))
}

/// The FNV-1a hash (RFC 9923), which is the same in every version of the program.
fn fnv_1a(bytes: &[u8]) -> u64 {
    let mix = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, mix)
}

/// Fetches the page unless it is kept already, and keeps it.
pub(in crate::load) fn fetch(address: &Address) -> Result<(), LoadError> {
    if !address.again && file(address).is_file() {
        return Ok(());
    }
    web::fetch(address)
}

#[cfg(not(feature = "fetch"))]
mod web {
    use crate::load::Address;
    use crate::load::LoadError;

    /// Says that pages cannot be fetched.
    pub(in crate::load) fn fetch(address: &Address) -> Result<(), LoadError> {
        Err(LoadError::Unfetched {
            name: address.url.clone(),
            what: "this parallax was built without the feature that fetches pages".to_owned(),
            remedy: "save the page in a browser and name the file",
        })
    }
}

#[cfg(feature = "fetch")]
mod web {
    use super::{Address, LoadError, file};
    use std::fs;
    use std::io::{self, Read};
    use std::path::Path;
    use std::time::Duration;
    use ureq::http::Response;
    use ureq::{Agent, Body, Error, ResponseExt};

    /// A page that takes longer does not come.
    const TIMEOUT: Duration = Duration::from_secs(20);

    /// Real pages of news sites have up to 1.5 MB.
    const MAX_BYTES: u64 = 10 << 20;

    /// More redirects lead in circles.
    const MAX_REDIRECTS: u32 = 5;

    /// What is asked of the user where a site does not give the page.
    const SAVE_IT: &str = "open it in a browser, save the page, and name the file";

    /// Fetches the page and keeps it.
    pub(in crate::load) fn fetch(address: &Address) -> Result<(), LoadError> {
        let unfetched = |(what, remedy)| LoadError::Unfetched {
            name: address.url.clone(),
            what,
            remedy,
        };
        let mut response = request(&address.url).map_err(|e| unfetched(wrong(&e)))?;
        refused(&response).map_or(Ok(()), |what| Err(unfetched(what)))?;
        let head = head(&response, &address.url);
        let body = unpacked(&mut response).map_err(|e| unfetched(wrong(&e)))?;
        let file = file(address);
        let page = [head.as_bytes(), &body].concat();
        keep(&file, &page).map_err(|error| LoadError::of(&file.display().to_string(), &error))
    }

    /// The page, which may come compressed: what comes and what it unfolds to are both limited.
    fn unpacked(response: &mut Response<Body>) -> Result<Vec<u8>, Error> {
        let body = response.body_mut().with_config().limit(MAX_BYTES).reader();
        let mut bytes = Vec::new();
        body.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > MAX_BYTES {
            return Err(Error::BodyExceedsLimit(MAX_BYTES));
        }
        Ok(bytes)
    }

    fn request(url: &str) -> Result<Response<Body>, Error> {
        let agent: Agent = Agent::config_builder()
            .timeout_global(Some(TIMEOUT))
            .max_redirects(MAX_REDIRECTS)
            .http_status_as_error(false)
            .user_agent(concat!("parallax/", env!("CARGO_PKG_VERSION")))
            .build()
            .into();
        agent
            .get(url)
            .header("Accept", "text/html,application/xhtml+xml")
            .call()
    }

    /// What is wrong with an answer that is no page, and what to do.
    fn refused(response: &Response<Body>) -> Option<(String, &'static str)> {
        let status = response.status();
        let reason = status.canonical_reason().unwrap_or("no reason given");
        let said = format!("the site answered {} ({reason})", status.as_u16());
        match status.as_u16() {
            200..=299 => {}
            404 | 410 => return Some((said, "check the address")),
            429 | 500..=599 => return Some((said, "try again later")),
            _ => return Some((said, SAVE_IT)),
        }
        let kind = header(response, "content-type").unwrap_or_default();
        let is_page = kind.is_empty() || kind.contains("html");
        let said = || format!("this is no web page but {kind}");
        (!is_page).then(|| {
            (
                said(),
                "name the address of a page, or save its text as a file",
            )
        })
    }

    fn header(response: &Response<Body>, name: &str) -> Option<String> {
        let value = response.headers().get(name)?.to_str().ok()?;
        Some(value.replace(['\r', '\n'], " "))
    }

    /// The head of a web archive of one part.
    fn head(response: &Response<Body>, url: &str) -> String {
        let kind = header(response, "content-type").filter(|kind| !kind.is_empty());
        let kind = kind.unwrap_or_else(|| "text/html".to_owned());
        let date = header(response, "date").map(|date| format!("Date: {date}\r\n"));
        let uri = response.get_uri().to_string();
        let last = if uri.is_empty() { url.to_owned() } else { uri };
        format!(
            "From: <Saved by parallax>\r\nSnapshot-Content-Location: {last}\r\n{}MIME-Version: 1.0\r\n\
             Content-Type: {kind}\r\nContent-Transfer-Encoding: binary\r\n\r\n",
            date.unwrap_or_default()
        )
    }

    /// Writes the file in one step, so that a half page is never taken for a whole one.
    fn keep(file: &Path, page: &[u8]) -> io::Result<()> {
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        let part = file.with_extension(format!("{}.part", std::process::id()));
        let written = fs::write(&part, page).and_then(|()| fs::rename(&part, file));
        if written.is_err() {
            // The first error is the one to tell.
            let _ = fs::remove_file(&part);
        }
        written
    }

    /// What went wrong, and what to do.
    fn wrong(error: &Error) -> (String, &'static str) {
        let seconds = TIMEOUT.as_secs();
        let megabytes = MAX_BYTES >> 20;
        match error {
            Error::Timeout(_) => (
                format!("no page came in {seconds} seconds"),
                "try again later",
            ),
            Error::HostNotFound => (
                "there is no such site, or no network".to_owned(),
                "check the address and the network",
            ),
            Error::ConnectionFailed => (
                "no connection to the site".to_owned(),
                "check the network, or try again later",
            ),
            Error::TooManyRedirects => (
                format!("the site redirects more than {MAX_REDIRECTS} times"),
                SAVE_IT,
            ),
            Error::BodyExceedsLimit(_) => {
                (format!("the page is larger than {megabytes} MB"), SAVE_IT)
            }
            Error::BadUri(_) => ("this is no web address".to_owned(), "check the address"),
            other => (
                format!("could not be fetched ({other})"),
                "try again, or save the page in a browser",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::file;
    use crate::load::sources::origin::Address;
    use std::path::Path;

    #[test]
    fn a_page_is_kept_under_a_name_that_tells_it_from_others() {
        let kept = |url: &str| file(&Address::new(url, Path::new("pages")));
        let one = kept("https://www.gazette.example/2031/rain-in-wendham?page=1");
        let other = kept("https://www.gazette.example/2031/rain-in-wendham?page=2");
        assert_ne!(one, other);
        let name = one.to_string_lossy().replace('\\', "/");
        assert!(
            name.starts_with("pages/gazette-example-rain-in-wendham-"),
            "{name}"
        );
        let odd = kept("https://x/../../etc/passwd")
            .to_string_lossy()
            .into_owned();
        assert!(!odd.contains(".."), "{odd}");
    }
}
