//! Pictures of pages. This very program plays the worker.

use packhorse_import::{Error, Look, Picture, WORKER_ARGUMENT, Worker};
use packhorse_model::{Document, Span};
use std::time::{Duration, Instant};

fn main() {
    if std::env::args().nth(1).as_deref() == Some(WORKER_ARGUMENT) {
        assert!(packhorse_import::worker(), "it was started as one");
        return;
    }
    let stories: [(&str, fn()); 7] = [
        ("a row is drawn with its words marked", a_row_is_drawn_with_its_words_marked),
        ("the same grade in two rows gives two pictures", the_same_grade_in_two_rows_gives_two_pictures),
        ("words over two lines are marked on both", words_over_two_lines_are_marked_on_both),
        ("words of another reading give the whole page", words_of_another_reading_give_the_whole_page),
        ("what has no pages is told", what_has_no_pages_is_told),
        ("a harmed file costs a sentence and no wait", a_harmed_file_costs_a_sentence_and_no_wait),
        ("a width without reason is brought within it", a_width_without_reason_is_brought_within_it),
    ];
    for (name, story) in stories {
        story();
        println!("test {name} ... ok");
    }
}

fn worker() -> Worker {
    Worker::new(std::env::current_exe().expect("this program has a path"))
}

fn file(name: &str) -> Vec<u8> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    std::fs::read(root.join(name)).expect("it is part of the project")
}

fn report() -> (Vec<u8>, Document) {
    let bytes = file("resources/samples/wexcombe_2023-05-19_inspection.pdf");
    let document = worker().read_bytes("report.pdf", &bytes).expect("our own sample can be read");
    (bytes, document)
}

/// The cells that say a grade, in the order of their rows.
fn grades(document: &Document) -> Vec<Span> {
    let grade = "Requires improvement to be good";
    document.blocks.iter().filter(|block| document.words(block) == grade).map(|block| block.span).collect()
}

fn drawn(bytes: &[u8], document: &Document, span: Span) -> Picture {
    let page = document.page_at(span.start).expect("a PDF has pages");
    let look = Look { page, span: Some(span), width: 900 };
    worker().picture(bytes, look, &document.text[span.range()]).expect("our own sample can be drawn")
}

/// A picture's pixels, row by row.
fn pixels(picture: &Picture) -> Vec<Vec<[u8; 3]>> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(&picture.png)).read_info().expect("it is PNG");
    let mut bytes = vec![0; reader.output_buffer_size().expect("it is small")];
    let info = reader.next_frame(&mut bytes).expect("it is whole");
    assert_eq!((info.width, info.height), (picture.width, picture.height));
    let parts = info.color_type.samples();
    let row = |row: &[u8]| row.chunks_exact(parts).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    bytes[..info.buffer_size()].chunks_exact(info.line_size).map(row).collect()
}

fn is_ink(pixel: &[u8; 3]) -> bool {
    pixel.iter().all(|part| *part < 90)
}

fn is_marked(pixel: &[u8; 3]) -> bool {
    pixel[0] > 240 && pixel[2] < 160
}

fn a_row_is_drawn_with_its_words_marked() {
    let (bytes, document) = report();
    let overall = *grades(&document).last().expect("the sample has a table of judgements");
    let picture = drawn(&bytes, &document, overall);
    assert!(picture.cropped && picture.width == 900, "{} × {}", picture.width, picture.height);
    assert!((120..400).contains(&picture.height), "a row and its surroundings: {}", picture.height);
    let rows = pixels(&picture);
    let marked: Vec<usize> = (0..rows.len()).filter(|row| rows[*row].iter().any(is_marked)).collect();
    let (first, last) = (marked[0], marked[marked.len() - 1]);
    assert!((14..40).contains(&(last - first)), "one line is marked: {first} to {last}");
    let ink = |left: usize, right: usize| {
        rows[first..=last].iter().flat_map(|row| &row[left..right]).filter(|pixel| is_ink(pixel)).count()
    };
    assert!(ink(450, 750) > 200, "the grade is legible where it is marked");
    assert!(ink(110, 300) > 100, "its label is in the picture too");
    let outside = rows.iter().map(|row| row[..440].iter().filter(|pixel| is_marked(pixel)).count());
    assert_eq!(outside.sum::<usize>(), 0, "only the grade is marked");
}

fn the_same_grade_in_two_rows_gives_two_pictures() {
    let (bytes, document) = report();
    let spans = grades(&document);
    assert!(spans.len() > 2, "the sample says it more than once");
    let pictures: Vec<Picture> = spans.iter().map(|span| drawn(&bytes, &document, *span)).collect();
    assert!(pictures.iter().all(|picture| picture.cropped));
    assert_ne!(pictures[0].png, pictures[1].png, "each shows its own row");
}

fn words_over_two_lines_are_marked_on_both() {
    let (bytes, document) = report();
    let long = document.blocks.iter().find(|block| document.words(block).len() > 300).expect("a paragraph");
    let one = drawn(&bytes, &document, Span { start: long.span.start, end: long.span.start + 20 });
    let whole = drawn(&bytes, &document, long.span);
    assert!(one.cropped && whole.cropped && whole.height > one.height + 30);
}

fn words_of_another_reading_give_the_whole_page() {
    let (bytes, document) = report();
    let span = grades(&document)[0];
    let page = document.page_at(span.start).expect("a PDF has pages");
    let look = Look { page, span: Some(span), width: 900 };
    let picture = worker().picture(&bytes, look, "Good").expect("the page can be drawn");
    assert!(!picture.cropped && picture.height > 1_100, "nothing is marked that might be wrong");
    assert!(!pixels(&picture).iter().flatten().any(is_marked));
    let beyond = Look { span: Some(Span { start: 9_000_000, end: 9_000_004 }), ..look };
    let picture = worker().picture(&bytes, beyond, "Good").expect("the page can be drawn");
    assert!(!picture.cropped, "a place outside the text is no place");
}

fn what_has_no_pages_is_told() {
    let look = Look { page: 1, span: None, width: 900 };
    assert_eq!(worker().picture(b"Plans are clear.", look, ""), Err(Error::NoPages));
    assert_eq!(worker().picture(b"", look, ""), Err(Error::Empty));
    let (bytes, _) = report();
    for page in [0, 400] {
        let look = Look { page, ..look };
        assert_eq!(worker().picture(&bytes, look, ""), Err(Error::NoSuchPage { page }));
    }
}

fn a_harmed_file_costs_a_sentence_and_no_wait() {
    let look = Look { page: 1, span: Some(Span { start: 0, end: 9 }), width: 900 };
    let papers = ["deep-nesting", "length-loop", "page-tree-loop", "xref-loop"];
    let papers = papers.map(|name| file(&format!("tests/papers/{name}.pdf")));
    let (whole, _) = report();
    let cut = [whole.len() / 3, whole.len() - 600].map(|end| whole[..end].to_vec());
    for bytes in papers.into_iter().chain(cut).chain([b"%PDF-1.7 cut".to_vec()]) {
        let begun = Instant::now();
        let answer = worker().picture(&bytes, look, "no such words");
        assert!(begun.elapsed() < Duration::from_secs(30), "nobody waits for it");
        // What a renderer can mend, it may draw; what it cannot is told in words.
        if let Err(error) = answer {
            assert!(!error.to_string().is_empty());
        }
    }
}

fn a_width_without_reason_is_brought_within_it() {
    let (bytes, _) = report();
    for (asked, given) in [(1, 200), (1_000_000, 2_400)] {
        let look = Look { page: 1, span: None, width: asked };
        assert_eq!(worker().picture(&bytes, look, "").map(|picture| picture.width), Ok(given));
    }
}
