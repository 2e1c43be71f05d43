//! Saved web pages: the article, block by block; what surrounds it is kept and hidden.

use crate::build::{self, Draft};
use crate::{Error, Limits};
use dom_smoothie::{Config, Readability};
use packhorse_model::{BlockKind, Document, Format};

/// How deep elements may nest.
const DEPTH: usize = 500;
/// How many attributes one element may have.
const ATTRIBUTES: usize = 400;

/// Reads a web page.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Error> {
    if bytes.len() as u64 > limits.markup {
        return Err(Error::TooLarge { limit: limits.markup });
    }
    let (html, notice) = decode(bytes);
    honest(&html)?;
    let damaged = |reason: String| Error::Damaged { reason };
    let config = Config { keep_classes: false, ..Config::default() };
    let mut readability =
        Readability::new(html.as_str(), None, Some(config)).map_err(|error| damaged(error.to_string()))?;
    let article = readability.parse().ok();
    let page = dom_query::Document::from(html.as_str());
    page.select("script, style, noscript, template, svg").remove();
    let mut drafts = Vec::new();
    let (mut title, mut published) = (None, None);
    if let Some(article) = article {
        title = Some(article.title.clone()).filter(|title| !title.trim().is_empty());
        published = article.published_time.clone();
        let inner = dom_query::Document::from(article.content.as_ref());
        blocks(&inner, &mut drafts);
        let heading = page.select("h1").text().trim().to_owned();
        let said = drafts.iter().take(4).any(|draft| draft.text().trim() == heading);
        if !heading.is_empty() && !said {
            drafts.insert(0, Draft::new(BlockKind::Heading { level: 1 }, None, heading));
        }
    }
    if drafts.is_empty() {
        blocks(&page, &mut drafts);
    } else {
        hidden(&page, &mut drafts);
    }
    drafts.iter_mut().for_each(Draft::take_mark);
    let mut document = build::document(Format::Html, None, drafts, notice.into_iter().collect());
    document.title_hint = title;
    document.published_hint = published;
    Ok(document)
}

/// The page's text, by the encoding it declares or the one its bytes betray.
fn decode(bytes: &[u8]) -> (String, Option<packhorse_model::Notice>) {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_lowercase();
    let declared = head.find("charset=").and_then(|at| {
        let label: String = head[at + 8..]
            .trim_start_matches(['"', '\''])
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
            .collect();
        encoding_rs::Encoding::for_label(label.as_bytes())
    });
    match declared {
        Some(encoding) if encoding_rs::Encoding::for_bom(bytes).is_none() => {
            let (text, _, broken) = encoding.decode(bytes);
            if broken { crate::plain::decode(bytes) } else { (text.into_owned(), None) }
        }
        _ => crate::plain::decode(bytes),
    }
}

/// Refuses pages built to make a reader slow.
fn honest(html: &str) -> Result<(), Error> {
    let refused = |reason: &str| Err(Error::Damaged { reason: reason.into() });
    let (mut depth, mut attributes, mut inside) = (0_usize, 0_usize, false);
    let bytes = html.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'<' => {
                (inside, attributes) = (true, 0);
                match bytes.get(at + 1) {
                    Some(b'/') => depth = depth.saturating_sub(1),
                    Some(next) if next.is_ascii_alphabetic() => {
                        depth += usize::from(!is_void(&html[at + 1..]));
                    }
                    _ => {}
                }
            }
            b'>' => {
                if inside && at > 0 && bytes[at - 1] == b'/' {
                    depth = depth.saturating_sub(1);
                }
                inside = false;
            }
            b'=' if inside => attributes += 1,
            _ => {}
        }
        if attributes > ATTRIBUTES {
            return refused("one of its elements has far too many attributes");
        }
        // Pages leave paragraphs and items open, so the count runs high on long honest pages.
        if depth > DEPTH * 20 {
            return refused("its elements nest too deep");
        }
    }
    Ok(())
}

fn is_void(rest: &str) -> bool {
    const NAMES: [&str; 13] =
        ["br", "img", "meta", "link", "input", "hr", "p", "li", "source", "area", "col", "wbr", "td"];
    let name: String =
        rest.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    NAMES.contains(&name.as_str())
}

/// The innermost elements that hold text, in order.
const BLOCKS: &str =
    "h1, h2, h3, h4, h5, h6, p, li, td, th, blockquote, figcaption, dt, dd, pre, div, section, article, time";

fn blocks(document: &dom_query::Document, drafts: &mut Vec<Draft>) {
    let mut cells = Cells::default();
    for node in document.select(BLOCKS).nodes() {
        let name = node.node_name().map(|name| name.to_string().to_lowercase()).unwrap_or_default();
        let own = own_text(node);
        if own.trim().is_empty() {
            continue;
        }
        let kind = match name.as_str() {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                BlockKind::Heading { level: name[1..].parse().unwrap_or(3) }
            }
            "li" => BlockKind::Item { level: level(node) },
            "td" | "th" => cells.kind(node, name == "th"),
            _ if inside(node, "li") => BlockKind::Item { level: level(node) },
            _ => BlockKind::Paragraph,
        };
        for line in own.split('\n').filter(|line| !line.trim().is_empty()) {
            drafts.push(Draft::new(kind, None, line));
        }
    }
}

/// The text of a node without that of blocks inside it; line breaks become line feeds.
fn own_text(node: &dom_query::NodeRef<'_>) -> String {
    let mut text = String::new();
    gather(node, &mut text);
    text.split('\n')
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect::<Vec<_>>()
        .join("\n")
}

fn gather(node: &dom_query::NodeRef<'_>, out: &mut String) {
    for child in node.children() {
        if child.is_text() {
            // Line feeds in markup are white space; only breaks part lines.
            out.push_str(&child.text().replace(['\n', '\r', '\t'], " "));
            continue;
        }
        let name = child.node_name().map(|name| name.to_string().to_lowercase()).unwrap_or_default();
        if name == "br" {
            out.push('\n');
        } else if !is_block(&name) && child.is_element() {
            gather(&child, out);
        } else if is_block(&name) {
            out.push('\n');
        }
    }
}

fn is_block(name: &str) -> bool {
    BLOCKS.split(", ").any(|block| block == name)
        || matches!(
            name,
            "ul" | "ol"
                | "table"
                | "tbody"
                | "thead"
                | "tr"
                | "nav"
                | "aside"
                | "header"
                | "footer"
                | "main"
                | "form"
                | "figure"
        )
}

fn inside(node: &dom_query::NodeRef<'_>, name: &str) -> bool {
    ancestors(node).any(|above| above == name)
}

fn level(node: &dom_query::NodeRef<'_>) -> u8 {
    let lists = ancestors(node).filter(|name| name == "ul" || name == "ol").count();
    u8::try_from(lists.clamp(1, 9)).unwrap_or(1)
}

fn ancestors(node: &dom_query::NodeRef<'_>) -> impl Iterator<Item = String> {
    node.ancestors(Some(40))
        .into_iter()
        .filter_map(|above| above.node_name().map(|name| name.to_string().to_lowercase()))
}

/// Counts tables, rows and columns.
#[derive(Default)]
struct Cells {
    table: u32,
    row: Option<(dom_query::NodeId, u32)>,
    column: u32,
    within: Option<dom_query::NodeId>,
}

impl Cells {
    fn kind(&mut self, node: &dom_query::NodeRef<'_>, header: bool) -> BlockKind {
        let above = node.ancestors(Some(40));
        let named = |name: &str| above.iter().find(|node| node.has_name(name)).map(|node| node.id);
        if self.within != named("table") {
            self.table += u32::from(self.within.is_some());
            self.within = named("table");
            self.row = None;
        }
        let row = named("tr");
        match (self.row, row) {
            (Some((id, _)), Some(now)) if id == now => self.column += 1,
            (before, Some(now)) => {
                self.row = Some((now, before.map_or(0, |(_, row)| row + 1)));
                self.column = 0;
            }
            _ => {}
        }
        BlockKind::Cell {
            table: self.table,
            row: self.row.map_or(0, |(_, row)| row),
            column: self.column,
            header,
        }
    }
}

/// What the article leaves of the page: navigation, cookie text, other stories.
fn hidden(page: &dom_query::Document, drafts: &mut Vec<Draft>) {
    let mut all = Vec::new();
    blocks(page, &mut all);
    let squashed = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let shown: std::collections::HashSet<String> =
        drafts.iter().map(|draft| squashed(&draft.text())).collect();
    for mut draft in all {
        if !shown.contains(&squashed(&draft.text())) {
            draft.kind = BlockKind::Boilerplate;
            drafts.push(draft);
        }
    }
}
