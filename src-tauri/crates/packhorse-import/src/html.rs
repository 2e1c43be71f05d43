//! Saved web pages: the article, block by block; what surrounds it is kept and hidden.

mod cells;
mod honest;
mod story;

use crate::build::{self, Draft};
use crate::{Error, Limits};
use cells::Cells;
use dom_smoothie::{Config, Readability};
use honest::honest;
use packhorse_model::{BlockKind, Document, Format};

/// Reads a web page.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Error> {
    if bytes.len() as u64 > limits.markup {
        return Err(Error::TooLarge { limit: limits.markup });
    }
    let (html, notice) = decode(bytes);
    honest(&html)?;
    let article = article(&html)?;
    let page = dom_query::Document::from(html.as_str());
    page.select("script, style, noscript, template, svg").remove();
    let title = page.select("title").text().split_whitespace().collect::<Vec<_>>().join(" ");
    page.select("title").remove();
    let published = article.as_ref().and_then(|article| article.published_time.clone());
    let mut drafts = Vec::new();
    blocks(&page, &mut drafts);
    if let Some(article) = article {
        let inner = dom_query::Document::from(article.content.as_ref());
        let shown = story::of(&page, &drafts, &inner.select("body").text());
        drafts = story::first(drafts, &shown);
        headline(&page, &mut drafts);
    } else {
        let mut shown = vec![true; drafts.len()];
        story::without_related(&drafts, &mut shown);
        drafts = story::first(drafts, &shown);
    }
    let mut drafts = crate::plain::mended(drafts);
    drafts.iter_mut().for_each(Draft::take_mark);
    let mut document = build::document(Format::Html, None, &drafts, notice.into_iter().collect());
    document.title_hint = Some(title).filter(|title| !title.is_empty());
    document.published_hint = published;
    Ok(document)
}

/// Every block of a page, in order: an e-mail is all its sender's words, without menus around them.
pub(crate) fn every_block(html: &str) -> Result<Vec<Draft>, Error> {
    honest(html)?;
    let page = dom_query::Document::from(html);
    page.select("script, style, noscript, template, svg, title").remove();
    let mut drafts = Vec::new();
    blocks(&page, &mut drafts);
    Ok(drafts)
}

/// What is no story wherever it stands: menus, feet, notices about cookies.
const SURROUNDINGS: &str = "nav, footer, aside, body > header, [role=navigation], [role=banner], [role=contentinfo], [role=complementary], [role=search], [role=dialog], [class*=cookie], [id*=cookie], [class*=consent], [class*=breadcrumb], [id*=breadcrumb]";

/// The part of a page that is its story, when there is one.
fn article(html: &str) -> Result<Option<dom_smoothie::Article>, Error> {
    let page = dom_query::Document::from(html);
    let letters = |page: &dom_query::Document| {
        page.select("body").text().chars().filter(|c| c.is_alphanumeric()).count()
    };
    let all = letters(&page);
    page.select(SURROUNDINGS).remove();
    // A page may call everything on it by such a name; then nothing is taken out.
    let story = if letters(&page) * 5 > all { page.html().to_string() } else { html.to_owned() };
    let config = Config { keep_classes: false, ..Config::default() };
    let readability = Readability::new(story.as_str(), None, Some(config));
    let mut readability = readability.map_err(|error| Error::Damaged { reason: error.to_string() })?;
    Ok(readability.parse().ok())
}

/// The story's headline often stands outside of it.
fn headline(page: &dom_query::Document, drafts: &mut Vec<Draft>) {
    let heading = page.select("h1").text().trim().to_owned();
    if drafts.is_empty() || heading.is_empty() {
        return;
    }
    match drafts.iter_mut().take(4).find(|draft| draft.text().trim() == heading) {
        Some(said) => said.kind = BlockKind::Heading { level: 1 },
        None => drafts.insert(0, Draft::new(BlockKind::Heading { level: 1 }, None, heading)),
    }
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

/// The innermost elements that hold text, in order.
const BLOCKS: &str = "h1, h2, h3, h4, h5, h6, p, li, td, th, blockquote, figcaption, cite, dt, dd, pre, div, section, article, main, header, footer, nav, aside, form, figure, button, label, time";

fn blocks(document: &dom_query::Document, drafts: &mut Vec<Draft>) {
    let mut cells = Cells::default();
    let quotes: Vec<_> = document.select("blockquote").nodes().iter().map(|node| node.id).collect();
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
            drafts.push(Draft { quoted: quoted(node, &name, &quotes), ..Draft::new(kind, None, line) });
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
        if name == "q" {
            // The page shows marks around it.
            out.push('“');
            gather(&child, out);
            out.push('”');
        } else if name == "br" {
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

/// The quotation a node is part of: the outermost of the elements that set quotations off.
fn quoted(node: &dom_query::NodeRef<'_>, name: &str, quotes: &[dom_query::NodeId]) -> Option<u32> {
    if ["cite", "footer", "figcaption"].contains(&name) || inside(node, "footer") {
        return None;
    }
    let above = node.ancestors(Some(40)).into_iter().map(|above| above.id);
    let outermost = std::iter::once(node.id).chain(above).filter(|id| quotes.contains(id)).last()?;
    u32::try_from(quotes.iter().position(|id| *id == outermost)?).ok()
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
