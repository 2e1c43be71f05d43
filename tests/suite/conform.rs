//! Every edition for every audience, in both sizes, held against other people's readers.

use packhorse_tests::{
    Structure, absent, conforms, corpus, is_sound, labels, lacking, outlines, packhorse, page_texts, plain,
    root, samples, sorted, structure, text,
};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use tempfile::TempDir;

const AUDIENCES: [&str; 4] = ["committee-chair", "cabinet-member", "all-members", "young-people"];

/// Packs for all audiences in both sizes: the folder of the pack file, and that of the packs.
struct Made {
    file: TempDir,
    to: TempDir,
}

/// Writes a pack file over some documents and builds it.
fn make(council: &str, documents: &str) -> Made {
    let (file, to) = (folder(), folder());
    let mut pack = format!(
        "title = \"What inspectors said about {council}\"\ncouncil = \"{council}\"\ndocuments = [{documents:?}]\nmarking = \"OFFICIAL\"\nmade = 2026-10-05\n[meeting]\ncommittee = \"Children and Families Scrutiny Committee\"\ndate = 2026-10-13\n[quotes]\npick = \"suggested\"\nmost = 12\n"
    );
    for audience in AUDIENCES {
        pack.push_str(&format!(
            "[[edition]]\naudience = {audience:?}\nrecipient = \"Cllr Ros Ferrier\"\n[[edition]]\naudience = {audience:?}\nsize = \"large-print\"\n"
        ));
    }
    fs::write(file.path().join("pack.toml"), pack).expect("a file can be written");
    build(file.path(), to.path());
    Made { file, to }
}

fn folder() -> TempDir {
    TempDir::new().expect("a folder can be made")
}

fn build(file: &Path, to: &Path) {
    let pack = file.join("pack.toml");
    let words = ["build".as_ref(), pack.as_os_str(), "--composed".as_ref(), "--html".as_ref()];
    packhorse(words.into_iter().chain(["--to".as_ref(), to.as_os_str()]))
        .expect(&[0], "it can be built")
        .without_panic();
}

fn of_kind(folder: &Path, ending: &str) -> Vec<PathBuf> {
    sorted(folder).into_iter().filter(|path| path.extension().is_some_and(|own| own == ending)).collect()
}

fn sample_packs() -> &'static Made {
    static MADE: OnceLock<Made> = OnceLock::new();
    MADE.get_or_init(|| make("Wexcombe", &format!("{}/wexcombe_*", samples().display())))
}

/// Packs on two councils of the real documents, made once; none where those are not at hand.
fn real_packs() -> Option<&'static [Made]> {
    static MADE: OnceLock<Vec<Made>> = OnceLock::new();
    let documents = corpus()?;
    Some(MADE.get_or_init(|| {
        let of =
            |council: &str, start: &str| make(council, &format!("{}/{start}_*.pdf", documents.display()));
        vec![of("Sutton", "sutton"), of("Redcar and Cleveland", "redcar-and-cleveland")]
    }))
}

/// Holds something for the packs on the samples and, where they are at hand, on real documents.
fn each(hold: impl Fn(&Made)) {
    hold(sample_packs());
    match real_packs() {
        Some(packs) => packs.iter().for_each(hold),
        None => absent("../shared/corpus", "no pack was made of real documents"),
    }
}

#[test]
fn every_edition_in_both_sizes_is_accessible_archival_and_sound() {
    each(|made| {
        let packs = of_kind(made.to.path(), "pdf");
        assert_eq!(packs.len(), 2 * AUDIENCES.len(), "{packs:?}");
        packs.iter().for_each(|pack| is_sound(pack));
        conforms(&packs);
    });
}

#[test]
fn another_reader_reads_what_was_composed_in_its_order() {
    each(|made| {
        for pack in of_kind(made.to.path(), "pdf") {
            let (Some(read), Some(bookmarks)) = (structure(&pack), outlines(&pack)) else {
                return lacking(
                    "poppler or qpdf",
                    "the words of packs were not held against what was composed",
                );
            };
            let composed = composed(&pack);
            let (read, composed) =
                (letters(&without_figures(&read)), letters(&words_of(&composed, &bookmarks)));
            let differs = read.chars().zip(composed.chars()).position(|(a, b)| a != b);
            let at = differs.unwrap_or_else(|| read.len().min(composed.len()));
            let near = |words: &str| words.chars().skip(at.saturating_sub(60)).take(120).collect::<String>();
            assert!(read == composed, "{}: at {at}\n{}\n{}", pack.display(), near(&read), near(&composed));
        }
    });
}

#[test]
fn a_web_page_says_what_its_pdf_says() {
    each(|made| {
        for page in of_kind(made.to.path(), "html") {
            let markup = fs::read_to_string(&page).expect("a web page");
            let main = markup
                .split("<main")
                .nth(1)
                .and_then(|rest| rest.split("</main>").next())
                .expect("a main part");
            let said = letters(&without_tags(main));
            let composed = composed(&page);
            for words in composed["sections"].as_array().into_iter().flatten().flat_map(passages) {
                let wanted = letters(&words);
                assert!(said.contains(&wanted), "{} does not say “{words}”", page.display());
            }
            assert!(!markup.contains("<script") && !markup.contains(" src=\"http"));
        }
    });
}

#[test]
fn bookmarks_name_the_sections_and_page_labels_are_the_printed_numbers() {
    each(|made| {
        for pack in of_kind(made.to.path(), "pdf") {
            let (Some(bookmarks), Some(labels), Some(pages)) =
                (outlines(&pack), labels(&pack), page_texts(&pack))
            else {
                return lacking("qpdf or poppler", "bookmarks and page labels were not read");
            };
            let composed = composed(&pack);
            let headings: Vec<&str> = composed["sections"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|section| section["heading"].as_str())
                .collect();
            let titles: Vec<&str> = bookmarks.iter().map(|(title, _)| title.as_str()).collect();
            assert_eq!(titles, headings, "{}", pack.display());
            assert_eq!(labels.len(), pages.len());
            for (label, page) in labels.iter().zip(&pages) {
                let printed = format!("Page {label} of {}", pages.len());
                assert!(plain(page).contains(&printed), "{}: “{printed}” is not on its page", pack.display());
            }
        }
    });
}

#[test]
fn the_same_bytes_come_from_another_folder_and_tell_of_none() {
    each(|made| {
        let (file, to) = (folder(), folder());
        fs::copy(made.file.path().join("pack.toml"), file.path().join("pack.toml")).expect("a copy");
        build(file.path(), to.path());
        for (first, second) in sorted(made.to.path()).iter().zip(sorted(to.path())) {
            let (one, other) = (fs::read(first).expect("a file"), fs::read(&second).expect("a file"));
            assert!(one == other, "{} differs in another folder", first.display());
            let whole = format!("{}{}", String::from_utf8_lossy(&one), pdf_text(first));
            for path in [root(), made.file.path().to_owned(), made.to.path().to_owned()] {
                assert!(
                    !whole.contains(&*path.to_string_lossy()),
                    "{} names {}",
                    first.display(),
                    path.display()
                );
            }
            assert!(!whole.contains("/home/") && !whole.contains("/root/") && !whole.contains("C:\\Users"));
        }
    });
}

fn pdf_text(path: &Path) -> String {
    if path.extension().is_some_and(|own| own == "pdf") {
        text(path).unwrap_or_default()
    } else {
        String::new()
    }
}

/// The composed pack beside a file that was made of it.
fn composed(file: &Path) -> Value {
    let json = fs::read_to_string(file.with_extension("json")).expect("the composed pack stands beside it");
    serde_json::from_str(&json).expect("it is JSON")
}

/// The letters and figures of a text: white space, marks and bullets aside.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn without_tags(markup: &str) -> String {
    let pieces = markup.split('<').map(|piece| piece.split_once('>').map_or("", |(_, words)| words));
    let text: String = pieces.collect::<Vec<_>>().join(" ");
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// The words of a tag tree but for drawings, whose words stand where the drawing has them.
fn without_figures(elements: &[Structure]) -> String {
    let mut words = String::new();
    let mut figure: Option<usize> = None;
    for element in elements {
        figure = figure.filter(|depth| element.depth > *depth);
        if figure.is_none() && element.role == "Figure" {
            figure = Some(element.depth);
        }
        if figure.is_none() {
            words.push_str(&element.words);
            words.push(' ');
        }
    }
    words
}

/// The words of a composed pack in the order of reading.
fn words_of(pack: &Value, bookmarks: &[(String, u64)]) -> String {
    let cover = &pack["cover"];
    let mut all =
        vec![word(&pack["exempt"]), word(&cover["over"]), word(&cover["title"]), word(&cover["lead"])];
    all.extend(each_of(&cover["facts"]).flat_map(|fact| each_of(fact).map(word)));
    let listed = |section: &&Value| each_of(&section["blocks"]).all(|block| block["block"] != "contents");
    // The contents give each section's page, as the bookmarks do.
    let entry = |section: &Value| {
        let heading = word(&section["heading"]);
        let page = bookmarks.iter().find(|(title, _)| *title == heading).map_or(0, |(_, page)| *page);
        format!("{heading} {page}")
    };
    for section in each_of(&pack["sections"]) {
        all.push(word(&section["heading"]));
        for block in each_of(&section["blocks"]) {
            if block["block"] == "contents" {
                all.extend(each_of(&pack["sections"]).filter(listed).map(entry));
            } else {
                all.extend(block_words(block));
            }
        }
    }
    all.join(" ")
}

/// The words of each block of a section, one text for each that stands by itself.
fn passages(section: &Value) -> Vec<String> {
    let blocks = each_of(&section["blocks"]).filter(|block| block["block"] != "contents");
    std::iter::once(word(&section["heading"]))
        .chain(blocks.flat_map(block_words))
        .filter(|words| !words.is_empty())
        .collect()
}

fn each_of(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn word(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn runs(value: &Value) -> String {
    each_of(value).map(|run| word(&run["text"])).collect()
}

fn block_words(block: &Value) -> Vec<String> {
    match block["block"].as_str().unwrap_or_default() {
        "heading" => vec![word(&block["text"])],
        "paragraph" => vec![runs(&block["runs"])],
        "list" => list_words(block),
        "quote" => quote_words(block),
        "table" => table_words(block),
        "panels" => {
            let panel = |panel: &Value| {
                let inside = each_of(&panel["blocks"]).flat_map(block_words);
                std::iter::once(word(&panel["heading"])).chain(inside).collect::<Vec<_>>()
            };
            each_of(&block["panels"]).flat_map(panel).collect()
        }
        "managers-note" => vec![word(&block["label"]), runs(&block["runs"])],
        "question" => {
            let who = block["who"].as_str().map(|who| format!(" [{who}]")).unwrap_or_default();
            let prompt = runs(&block["prompted_by"]) + &who;
            vec![block["number"].to_string(), word(&block["ask"]), prompt, word(&block["listen_for"])]
        }
        // A drawing's own words stand where the drawing has them.
        "timeline" | "balance" => vec![word(&block["caption"])],
        _ => Vec::new(),
    }
}

fn list_words(block: &Value) -> Vec<String> {
    let ordered = block["ordered"] == true;
    let item = |(number, item): (u32, &Value)| {
        if ordered { format!("{number}. {}", runs(item)) } else { runs(item) }
    };
    (1..).zip(each_of(&block["items"])).map(item).collect()
}

fn quote_words(block: &Value) -> Vec<String> {
    let piece = |piece: &Value| match piece["piece"].as_str() {
        Some("omitted") => " […] ".to_owned(),
        Some("inserted") => format!(" [{}] ", word(&piece["words"])),
        _ => word(&piece["words"]),
    };
    let source = block["source"][1].as_u64().map(|number| format!("source {number}")).unwrap_or_default();
    let verdict = match block["verdict"].as_str() {
        Some("exact") => "check: exact",
        Some("punctuation") => "check: punctuation only",
        Some("differs") => "check: words differ",
        Some("not-found") => "check: not found",
        Some("no-source") => "check: no source in the library",
        _ => "",
    };
    vec![
        word(&block["tag"]),
        format!("quotation {}", block["number"]),
        each_of(&block["words"]).map(piece).collect(),
        word(&block["citation"]),
        source,
        verdict.to_owned(),
    ]
}

fn table_words(block: &Value) -> Vec<String> {
    let headings = each_of(&block["columns"]).map(|column| word(&column["heading"]));
    let cells = each_of(&block["rows"]).flat_map(each_of);
    let cells = cells.flat_map(|cell| each_of(&cell["paragraphs"]).map(runs));
    std::iter::once(word(&block["caption"])).chain(headings).chain(cells).collect()
}
