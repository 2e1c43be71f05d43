//! What a finished page says, read back from it.

/// Reads a page again, in layers: its words, and what its attributes, titles and styles say. Each has a
/// name for a person.
pub fn said(page: &str) -> Vec<(String, String)> {
    let (mut words, mut hidden) = (String::new(), String::new());
    for part in page.split('<') {
        let Some((tag, after)) = part.split_once('>') else {
            words.push_str(&unescaped(part));
            continue;
        };
        for value in tag.split('"').skip(1).step_by(2) {
            hidden.push_str(&unescaped(value));
            hidden.push('\n');
        }
        if tag == "style" || tag == "title" {
            hidden.push_str(&unescaped(after));
            hidden.push('\n');
            continue;
        }
        // Elements within a line part no words.
        let name = tag.trim_start_matches('/').split([' ', '>']).next().unwrap_or("");
        if !["a", "strong", "em", "span", "del", "ins"].contains(&name) {
            words.push(' ');
        }
        words.push_str(&unescaped(after));
    }
    vec![
        ("the words of the web page".to_owned(), words),
        ("the titles or descriptions of the web page".to_owned(), hidden),
    ]
}

/// HTML's own way of writing some characters undone.
fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}
