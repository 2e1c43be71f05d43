//! A small client of WebDriver: one request, one answer.

use serde_json::{Value, json};
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::time::Duration;

/// The name WebDriver gives the id of an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A session with the window.
pub(crate) struct Session {
    port: u16,
    id: String,
}

/// An element of the page.
#[derive(Debug, Clone)]
pub(crate) struct Element(String);

impl Session {
    /// Opens the window.
    pub(crate) fn open(port: u16, window: &Path) -> Self {
        let wanted = json!({"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": {"binary": window, "args": []}}}});
        let reply = ask(port, "POST", "/session", Some(&wanted)).expect("the window opens");
        let id = reply["sessionId"].as_str().expect("a session has an id").to_owned();
        Self { port, id }
    }

    /// Gives a command of this session.
    fn command(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, String> {
        ask(self.port, method, &format!("/session/{}{path}", self.id), body)
    }

    /// The elements a selector finds.
    pub(crate) fn all(&self, selector: &str) -> Vec<Element> {
        let body = json!({"using": "css selector", "value": selector});
        let found = self.command("POST", "/elements", Some(&body)).unwrap_or_default();
        let list = found.as_array().cloned().unwrap_or_default();
        list.iter().filter_map(|element| element[ELEMENT].as_str().map(|id| Element(id.to_owned()))).collect()
    }

    /// Clicks on an element.
    pub(crate) fn click(&self, element: &Element) -> Result<(), String> {
        self.command("POST", &format!("/element/{}/click", element.0), Some(&json!({}))).map(|_| ())
    }

    /// Types into an element.
    pub(crate) fn keys(&self, element: &Element, keys: &str) -> Result<(), String> {
        self.command("POST", &format!("/element/{}/value", element.0), Some(&json!({"text": keys})))
            .map(|_| ())
    }

    /// The words of an element as they are seen.
    pub(crate) fn words(&self, element: &Element) -> String {
        let found = self.command("GET", &format!("/element/{}/text", element.0), None);
        found.ok().and_then(|words| words.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Runs a script in the page.
    pub(crate) fn script(&self, script: &str, arguments: Value) -> Value {
        let body = json!({"script": script, "args": arguments});
        self.command("POST", "/execute/sync", Some(&body))
            .unwrap_or_else(|error| panic!("the script runs: {error}\n{script}"))
    }

    /// Presses the mouse at one point of the page, moves to another and lets go.
    pub(crate) fn drag(&self, from: (i64, i64), to: (i64, i64)) {
        let move_to = |(x, y): (i64, i64)| json!({"type": "pointerMove", "duration": 120, "x": x, "y": y});
        let steps = json!([move_to(from), {"type": "pointerDown", "button": 0}, move_to(to), {"type": "pointerUp", "button": 0}]);
        let mouse = json!({"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": steps});
        self.command("POST", "/actions", Some(&json!({"actions": [mouse]}))).expect("the mouse moves");
    }

    /// Presses a key of the keyboard.
    pub(crate) fn press(&self, key: &str) {
        self.chord(&[key]);
    }

    /// Presses keys together: the first goes down first and up last.
    pub(crate) fn chord(&self, keys: &[&str]) {
        let down = keys.iter().map(|key| json!({"type": "keyDown", "value": key}));
        let up = keys.iter().rev().map(|key| json!({"type": "keyUp", "value": key}));
        self.strike(&down.chain(up).collect::<Vec<_>>());
    }

    /// Types words into whatever has the focus.
    pub(crate) fn write(&self, words: &str) {
        let letter = |letter: char| {
            let letter = letter.to_string();
            [json!({"type": "keyDown", "value": letter}), json!({"type": "keyUp", "value": letter})]
        };
        self.strike(&words.chars().flat_map(letter).collect::<Vec<_>>());
    }

    fn strike(&self, steps: &[Value]) {
        let keyboard = json!({"type": "key", "id": "keyboard", "actions": steps});
        self.command("POST", "/actions", Some(&json!({"actions": [keyboard]}))).expect("keys are pressed");
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.command("DELETE", "", None);
    }
}

/// One request of the protocol.
fn ask(port: u16, method: &str, path: &str, body: Option<&Value>) -> Result<Value, String> {
    let body = body.map(Value::to_string).unwrap_or_default();
    let told = |error: std::io::Error| format!("{method} {path}: {error}");
    let mut stream = TcpStream::connect(("127.0.0.1", port)).map_err(told)?;
    stream.set_read_timeout(Some(Duration::from_secs(90))).map_err(told)?;
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes())).map_err(told)?;
    let answer = answer(&mut stream).map_err(told)?;
    let value: Value =
        serde_json::from_str(&answer).map_err(|error| format!("{method} {path}: {error}: {answer}"))?;
    let value = value["value"].clone();
    match value["error"].as_str() {
        Some(error) => Err(format!("{method} {path}: {error}: {}", value["message"].as_str().unwrap_or(""))),
        None => Ok(value),
    }
}

/// The body of an answer. The driver keeps the line open, so the length it names is what counts.
fn answer(stream: &mut TcpStream) -> std::io::Result<String> {
    let mut bytes = Vec::new();
    let mut piece = [0_u8; 8192];
    loop {
        // A read with a time limit ends early when the machine pauses this process and lets it go on.
        let read = match stream.read(&mut piece) {
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            read => read?,
        };
        bytes.extend_from_slice(&piece[..read]);
        let text = String::from_utf8_lossy(&bytes);
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let lower = head.to_lowercase();
            let length = lower
                .lines()
                .find_map(|line| line.strip_prefix("content-length:")?.trim().parse::<usize>().ok());
            let whole = length.is_some_and(|length| bytes.len() >= head.len() + 4 + length);
            if whole || read == 0 {
                return Ok(body.to_owned());
            }
        } else if read == 0 {
            return Ok(String::new());
        }
    }
}
