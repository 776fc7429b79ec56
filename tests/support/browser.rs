//! A headless Chromium that opens a page, spoken to by its debugging protocol.

use serde_json::{Value, json};
use std::fs;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tungstenite::{Message, WebSocket};

/// A page that takes longer than this is broken.
const PATIENCE: Duration = Duration::from_mins(1);

/// Names under which Chromium may stand in the path; one that is shut up in a box of its own, which
/// some systems have under the last names, cannot read the test's folder.
const NAMES: [&str; 4] = [
    "google-chrome-stable",
    "google-chrome",
    "chromium",
    "chromium-browser",
];

pub(crate) struct Browser {
    child: Child,
    socket: WebSocket<TcpStream>,
    session: Option<String>,
    sent: u64,
    /// The addresses that were asked for since the page was opened.
    pub(crate) requests: Vec<String>,
    folder: TempDir,
}

impl Browser {
    /// Starts a browser, or says that there is none.
    pub(crate) fn start() -> Option<Self> {
        let Some(program) = installed() else {
            println!("skipped: no Chromium is installed");
            return None;
        };
        let folder = tempfile::tempdir().unwrap();
        let mut child = Command::new(program)
            .args([
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
            ])
            .args([
                "--no-first-run",
                "--disable-background-networking",
                "--disable-extensions",
            ])
            .args([
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--remote-debugging-port=0",
            ])
            .arg(format!("--user-data-dir={}", folder.path().display()))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let Some((port, path)) = address(&folder.path().join("DevToolsActivePort")) else {
            let _ = child.kill();
            panic!("Chromium did not start");
        };
        let stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let (socket, _) =
            tungstenite::client(format!("ws://127.0.0.1:{port}{path}"), stream).unwrap();
        let mut browser = Self {
            child,
            socket,
            session: None,
            sent: 0,
            requests: Vec::new(),
            folder,
        };
        let target = browser.call("Target.createTarget", &json!({"url": "about:blank"}));
        let asked = json!({"targetId": target["targetId"], "flatten": true});
        let session = browser.call("Target.attachToTarget", &asked);
        browser.session = session["sessionId"].as_str().map(str::to_owned);
        for domain in ["Page", "Network", "Runtime"] {
            browser.call(&format!("{domain}.enable"), &json!({}));
        }
        Some(browser)
    }

    /// Opens a page of this width in pixels and waits until it is there.
    pub(crate) fn open(&mut self, page: &str, width: u32) {
        let file = self.folder.path().join("page.html");
        fs::write(&file, page).unwrap();
        let size = json!({"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false});
        self.call("Emulation.setDeviceMetricsOverride", &size);
        self.call("Page.navigate", &json!({"url": "about:blank"}));
        self.requests.clear();
        let url = format!("file://{}", file.display());
        self.call("Page.navigate", &json!({"url": url}));
        let from = Instant::now();
        while self.value("location.protocol + document.readyState") != "file:complete" {
            assert!(from.elapsed() < PATIENCE, "the page does not load");
            sleep(Duration::from_millis(20));
        }
        self.requests.retain(|it| *it != url);
    }

    /// The value of an expression in the page.
    pub(crate) fn value(&mut self, expression: &str) -> Value {
        let asked = json!({"expression": expression, "returnByValue": true});
        let answer = self.call("Runtime.evaluate", &asked);
        let broke = &answer["exceptionDetails"];
        assert!(broke.is_null(), "{expression}: {broke}");
        answer["result"]["value"].clone()
    }

    /// Presses a key of one character.
    pub(crate) fn press(&mut self, key: &str) {
        for kind in ["keyDown", "keyUp"] {
            let event = json!({"type": kind, "key": key, "text": key});
            self.call("Input.dispatchKeyEvent", &event);
        }
    }

    /// Calls a method and gives its result; what is asked for meanwhile is noted.
    fn call(&mut self, method: &str, params: &Value) -> Value {
        self.sent += 1;
        let mut asked = json!({"id": self.sent, "method": method, "params": params});
        if let Some(session) = &self.session {
            asked["sessionId"] = json!(session);
        }
        self.socket.send(Message::text(asked.to_string())).unwrap();
        loop {
            let Message::Text(text) = self.socket.read().unwrap() else {
                continue;
            };
            let message: Value = serde_json::from_str(&text).unwrap();
            if message["method"] == "Network.requestWillBeSent" {
                let url = message["params"]["request"]["url"].as_str();
                self.requests.extend(url.map(str::to_owned));
            }
            if message["id"] == json!(self.sent) {
                assert!(message["error"].is_null(), "{method}: {}", message["error"]);
                return message["result"].clone();
            }
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn installed() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let in_path = NAMES
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|file| file.is_file());
    let on_mac = Path::new("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    in_path.or_else(|| on_mac.is_file().then(|| on_mac.to_owned()))
}

/// The port and the path at which the browser listens, once it has written them down.
fn address(file: &Path) -> Option<(u16, String)> {
    let from = Instant::now();
    while from.elapsed() < PATIENCE {
        let text = fs::read_to_string(file).unwrap_or_default();
        if let Some((port, path)) = text.trim_end().split_once('\n') {
            return Some((port.parse().ok()?, path.to_owned()));
        }
        sleep(Duration::from_millis(50));
    }
    None
}
