//! Web addresses as articles, against a server on the loopback address.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::thread;

/// A server that answers each path with the same bytes, and counts how often it was asked.
struct Server {
    address: String,
    asked: Arc<Mutex<BTreeMap<String, u32>>>,
}

impl Server {
    fn new(answers: &[(&str, String)]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let answers: BTreeMap<String, String> = answers
            .iter()
            .map(|(path, answer)| ((*path).to_owned(), answer.replace("ADDRESS", &address)))
            .collect();
        let asked = Arc::new(Mutex::new(BTreeMap::new()));
        let counts = Arc::clone(&asked);
        // The thread ends with the test's process.
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                answer(stream, &answers, &counts);
            }
        });
        Self { address, asked }
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    fn asked(&self, path: &str) -> u32 {
        self.asked.lock().unwrap().get(path).copied().unwrap_or(0)
    }
}

fn answer(
    mut stream: TcpStream,
    answers: &BTreeMap<String, String>,
    counts: &Mutex<BTreeMap<String, u32>>,
) {
    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
    let request = lines.next().and_then(Result::ok).unwrap_or_default();
    for line in lines.map_while(Result::ok) {
        if line.is_empty() {
            break;
        }
    }
    let path = request.split(' ').nth(1).unwrap_or_default().to_owned();
    *counts.lock().unwrap().entry(path.clone()).or_default() += 1;
    let nothing =
        "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".to_owned();
    let text = answers.get(&path).unwrap_or(&nothing);
    // One char a byte: an answer can hold any encoding.
    let bytes: Vec<u8> = text.chars().map(|c| c as u8).collect();
    let _ = stream.write_all(&bytes);
}

fn page(kind: &str, headline: &str, body: &str) -> String {
    let html = format!(
        "<!DOCTYPE html><html><head><title>{headline}</title></head><body><article><h1>{headline}</h1>\
         <p>{body} The council of Wendham said so on Monday, and nobody was surprised by it.</p>\
         <p>A report will follow in June, the clerk said. It will be read by everyone.</p></article></body></html>"
    );
    let length = html.chars().count();
    format!(
        "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{html}"
    )
}

/// A compressed answer of a few kilobytes that unfolds to `size` bytes: DEFLATE's fixed codes (RFC
/// 1951), in which a code of 13 bits says "the last byte 258 times more".
fn unfolding(size: usize) -> String {
    let literal = (0x30 + u32::from(b'x'), 8);
    let again = [(0b1100_0101, 8), (0, 5)];
    let repeated = again.into_iter().cycle().take(size / 258 * 2);
    // The first bits say: the last block, with the fixed codes, which stand low bit first.
    let mut bits = vec![true, true, false];
    for (code, length) in [literal].into_iter().chain(repeated) {
        bits.extend((0..length).rev().map(|at| code >> at & 1 == 1));
    }
    let byte = |bits: &[bool]| {
        (0..)
            .zip(bits)
            .map(|(at, bit)| u8::from(*bit) << at)
            .sum::<u8>()
    };
    let head = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
    let body = head.into_iter().chain(bits.chunks(8).map(byte));
    let body: String = body.map(char::from).collect();
    format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.chars().count()
    )
}

fn parallax(arguments: &[&str], folder: &Path) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_parallax"));
    command.args(arguments).current_dir(folder);
    for name in [
        "http_proxy",
        "HTTP_PROXY",
        "https_proxy",
        "HTTPS_PROXY",
        "all_proxy",
        "ALL_PROXY",
    ] {
        command.env_remove(name);
    }
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (
        output.status.code(),
        text(output.stdout),
        text(output.stderr),
    )
}

#[test]
fn pages_are_fetched_once_and_read_again_without_the_web() {
    let server = Server::new(&[
        ("/a", page("text/html; charset=windows-1252", "Bridge closed again", "The caf\u{e9} is shut.")),
        ("/b", "HTTP/1.1 302 Found\r\nLocation: ADDRESS/c\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".to_owned()),
        ("/c", page("text/html", "Bridge is closed", "Cars go round.")),
    ]);
    let place = tempfile::tempdir().unwrap();
    let (one, two) = (server.url("/a"), server.url("/b"));
    let named = format!("Gazette={two}");
    let arguments = ["report", &one, &named];
    let (status, first, err) = parallax(&arguments, place.path());
    assert_eq!((status, err.as_str()), (Some(0), ""), "{first}");
    assert!(
        first.contains("café") && first.contains("B  Gazette"),
        "{first}"
    );
    assert_eq!(
        fs::read_dir(place.path().join("parallax-pages"))
            .unwrap()
            .count(),
        2
    );
    let (_, again, _) = parallax(&arguments, place.path());
    assert_eq!((again, server.asked("/a")), (first, 1));
    let arguments = [
        "report",
        "--fetch-again",
        "--pages",
        "elsewhere",
        &one,
        &named,
    ];
    assert_eq!(parallax(&arguments, place.path()).0, Some(0));
    assert_eq!((server.asked("/a"), server.asked("/c")), (2, 2));
    let (_, shown, _) = parallax(&["inspect", "--width", "300", &two], place.path());
    assert!(
        shown.contains(&format!("address: {}/c", server.address)),
        "{shown}"
    );
    assert!(shown.contains("kept in parallax-pages"), "{shown}");
}

#[test]
fn what_does_not_come_is_said_with_a_remedy() {
    let loops = "HTTP/1.1 301 Moved\r\nLocation: ADDRESS/loop\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    let large = format!(
        "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{}",
        "<p>x</p>".repeat(1_400_000)
    );
    let empty = |status: &str| {
        format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
    };
    let server = Server::new(&[
        ("/wall", empty("403 Forbidden")),
        ("/down", empty("503 Service Unavailable")),
        ("/pdf", page("application/pdf", "x", "y")),
        ("/loop", loops.to_owned()),
        ("/large", large),
        ("/unfolds", unfolding(12 << 20)),
    ]);
    let place = tempfile::tempdir().unwrap();
    for (path, words) in [
        ("/none", ["404 (Not Found)", "check the address"]),
        ("/wall", ["403 (Forbidden)", "save the page"]),
        ("/down", ["503", "try again later"]),
        (
            "/pdf",
            [
                "no web page but application/pdf",
                "name the address of a page",
            ],
        ),
        ("/loop", ["redirects more than 5 times", "save the page"]),
        ("/large", ["larger than 10 MB", "save the page"]),
        ("/unfolds", ["larger than 10 MB", "save the page"]),
    ] {
        let url = server.url(path);
        let (status, out, err) = parallax(&["inspect", &url], place.path());
        assert_eq!(status, Some(2), "{path}: {out}{err}");
        let said = err.starts_with(&format!("parallax: {url}: "));
        assert!(
            said && words.iter().all(|word| err.contains(word)),
            "{path}: {err}"
        );
    }
    let unused = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let (status, _, err) = parallax(&["inspect", &format!("http://{unused}/x")], place.path());
    assert!(status == Some(2) && err.contains("; "), "{err}");
    assert!(
        !place.path().join("parallax-pages").exists(),
        "nothing is kept of what did not come"
    );
}

#[test]
fn a_story_file_may_name_pages_in_the_web() {
    let server = Server::new(&[("/a", page("text/html", "Bridge closed again", "It is old."))]);
    let place = tempfile::tempdir().unwrap();
    let story = format!(
        "[[article]]\nurl = '{}'\n[[article]]\nfile = 'b.txt'\n",
        server.url("/a")
    );
    fs::write(place.path().join("story.toml"), story).unwrap();
    fs::write(
        place.path().join("b.txt"),
        "Bridge shut\n\nThe bridge is shut, the mayor said.\n",
    )
    .unwrap();
    let (status, out, err) = parallax(&["report", "--summary", "."], place.path());
    assert_eq!(status, Some(0), "{err}");
    assert!(out.starts_with("2 articles"), "{out}");
    assert!(place.path().join("pages").is_dir());
}
