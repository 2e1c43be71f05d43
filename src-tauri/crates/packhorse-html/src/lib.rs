//! A composed pack as one web page: no script, nothing fetched, readable by everybody.
//!
//! Councils publish web pages before PDFs. The page says what the PDF of the same pack says, in the
//! same words and the same order.

mod block;
mod chart;
mod markup;
mod said;
mod table;

pub use said::said;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use markup::Markup;
use packhorse_logo::Picture;
use packhorse_model::Composed;
use packhorse_model::composed::{Block, Cover, Logo, Section, Size};

/// Styles, in the page itself.
const STYLE: &str = include_str!("page.css");

/// Nothing but the page's own styles and pictures may be used, and nothing is fetched.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/// Writes a pack as a web page. The same pack gives the same bytes.
pub fn page(pack: &Composed) -> String {
    let mut out = Markup::default();
    out.raw("<!doctype html>\n");
    out.open("html", &[("lang", &pack.language)]);
    head(&mut out, pack);
    let size = if pack.size == Size::LargePrint { "large" } else { "normal" };
    out.open("body", &[("class", size)]);
    out.element("a", &[("class", "skip"), ("href", "#paper")], "Skip to the paper");
    out.open("header", &[]);
    standing(&mut out, pack);
    cover(&mut out, &pack.cover);
    out.close("header");
    out.open("main", &[("id", "paper"), ("tabindex", "-1")]);
    for section in &pack.sections {
        self::section(&mut out, pack, section);
    }
    out.close("main");
    out.open("footer", &[]);
    out.element("p", &[], &pack.running_foot);
    standing(&mut out, pack);
    out.close("footer");
    out.close("body");
    out.close("html");
    out.finish()
}

fn head(out: &mut Markup, pack: &Composed) {
    out.open("head", &[]);
    out.void("meta", &[("charset", "utf-8")]);
    out.void("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
    out.void("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
    out.void("meta", &[("name", "color-scheme"), ("content", "light dark")]);
    out.element("title", &[], &pack.title);
    let about = [("author", &pack.author), ("description", &pack.subject)];
    for (name, words) in about.into_iter().filter_map(|(name, words)| Some((name, words.as_ref()?))) {
        out.void("meta", &[("name", name), ("content", words)]);
    }
    out.open("style", &[]);
    out.raw(STYLE);
    out.raw(&sheets(pack));
    out.close("style");
    out.close("head");
}

/// What stands on every sheet when the page is printed: marking and copy above, the page number below.
fn sheets(pack: &Composed) -> String {
    let above: Vec<_> = [&pack.marking, &pack.copy_for].into_iter().flatten().map(String::as_str).collect();
    let mut written = String::new();
    for c in above.join(" · ").chars().filter(|c| !c.is_control()) {
        // Words stay words, in a style and in the markup around it.
        if matches!(c, '"' | '\\' | '<' | '>' | '&') {
            written.push_str(&format!("\\{:x} ", u32::from(c)));
        } else {
            written.push(c);
        }
    }
    format!(
        "@page {{ margin: 2cm; @top-center {{ content: \"{written}\"; }} \
         @bottom-center {{ content: \"Page \" counter(page) \" of \" counter(pages); }} }}\n"
    )
}

/// What stands on every page of the PDF: the marking, why it is not for publication, whose copy it is.
fn standing(out: &mut Markup, pack: &Composed) {
    let lines = [("marking", &pack.marking), ("exempt", &pack.exempt), ("copy", &pack.copy_for)];
    for (class, words) in lines.into_iter().filter_map(|(class, words)| Some((class, words.as_ref()?))) {
        out.element("p", &[("class", class)], words);
    }
}

fn cover(out: &mut Markup, cover: &Cover) {
    if let Some(logo) = &cover.logo {
        self::logo(out, logo);
    }
    out.element("p", &[("class", "over")], &cover.over);
    out.element("h1", &[], &cover.title);
    if let Some(lead) = &cover.lead {
        out.element("p", &[("class", "lead")], lead);
    }
    if !cover.facts.is_empty() {
        out.open("dl", &[]);
        for (label, value) in &cover.facts {
            out.element("dt", &[], label);
            out.element("dd", &[], value);
        }
        out.close("dl");
    }
}

/// The picture and nothing else of its file; its words where it cannot be drawn.
fn logo(out: &mut Markup, logo: &Logo) {
    let Ok(picture) = Picture::of(logo) else {
        return out.element("p", &[("class", "logo")], &logo.alt);
    };
    let (kind, bytes) = picture.file();
    let source = format!("data:{kind};base64,{}", STANDARD.encode(bytes));
    out.void("img", &[("class", "logo"), ("src", &source), ("alt", &logo.alt)]);
}

fn section(out: &mut Markup, pack: &Composed, section: &Section) {
    let heading = format!("heading-{}", section.id);
    out.open("section", &[("id", &section.id), ("aria-labelledby", &heading)]);
    out.element("h2", &[("id", &heading)], &section.heading);
    let mut questions = false;
    for block in &section.blocks {
        let question = matches!(block, Block::Question(_));
        if question != questions {
            if question {
                out.open("ol", &[("class", "questions")])
            } else {
                out.close("ol")
            }
            questions = question;
        }
        match block {
            Block::Contents => contents(out, pack, section, &heading),
            block => block::block(out, block),
        }
    }
    if questions {
        out.close("ol");
    }
    out.close("section");
}

/// The sections after the contents, each a link.
fn contents(out: &mut Markup, pack: &Composed, own: &Section, heading: &str) {
    out.open("nav", &[("aria-labelledby", heading)]);
    out.open("ol", &[("class", "contents")]);
    for section in pack.listed_in(own) {
        out.open("li", &[]);
        out.element("a", &[("href", &format!("#{}", section.id))], &section.heading);
        out.close("li");
    }
    out.close("ol");
    out.close("nav");
}

#[cfg(test)]
mod tests;
