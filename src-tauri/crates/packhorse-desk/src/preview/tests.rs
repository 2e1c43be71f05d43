use super::*;
use crate::fixture::{desk, form, visit};

#[test]
fn the_outline_names_sections_by_their_ids() {
    let (_home, desk) = desk(&[visit()]);
    let form = form(&desk);
    let request = crate::PackRequest { pack: form.id.clone() };
    let composed = desk.composed(&request, 0).expect("the pack can be composed");
    let known: Vec<&str> = composed.sections.iter().map(|section| section.id.as_str()).collect();
    let preview = desk.preview(&Preview { form, edition: 0 }).expect("the form is sound");
    assert!(preview.pages > 0 && !preview.outline.is_empty());
    let sections = preview.outline.iter().filter(|heading| known.contains(&heading.id.as_str())).count();
    assert!(sections > 0, "the page goes to a section by its id, not by its heading");
    assert!(preview.outline.iter().all(|heading| heading.page >= 1 && heading.page <= preview.pages));
    let page = |page: u32| desk.preview_page(&PreviewPage { ticket: preview.ticket, page, width: 300 });
    let drawn = page(1).expect("it was just made");
    let number = |at: usize| u32::from_le_bytes(drawn[at..at + 4].try_into().expect("four bytes"));
    assert_eq!((number(0), number(4)), (300, 424), "A4");
    assert_eq!(drawn.len(), 8 + 300 * 424 * 4);
    let ink = drawn[8..].chunks_exact(4).filter(|pixel| pixel[0] < 128).count();
    assert!(ink > 300, "words are drawn: {ink}");
    assert!(page(preview.pages + 1).is_err());
}

#[test]
fn the_words_of_a_preview_are_those_its_pdf_says() {
    let (_home, desk) = desk(&[visit()]);
    let preview = desk.preview(&Preview { form: form(&desk), edition: 0 }).expect("the form is sound");
    let made = desk.kept_preview(preview.ticket).expect("it was just made");
    let said = packhorse_pdf::said(made.bytes().expect("it can be written")).expect("the PDF can be read");
    let pages: Vec<&String> = said
        .iter()
        .filter(|(layer, _)| layer.starts_with("the text of page"))
        .map(|(_, text)| text)
        .collect();
    assert_eq!(preview.words.len(), pages.len());
    let plain = |text: &str| text.split_whitespace().collect::<String>();
    for (words, said) in preview.words.iter().zip(pages) {
        assert_eq!(plain(words), plain(said));
        assert!(words.lines().count() > 1, "lines are kept apart: {words}");
    }
    let line = made.sheets[0].lines.iter().find(|line| line.words.len() > 20).expect("a line");
    let (x, y) = ((line.left + line.right) / 2.0, line.baseline - line.size / 3.0);
    let (across, down) = (x / made.sheets[0].width, y / made.sheets[0].height);
    let asked = PreviewLine { ticket: preview.ticket, page: 1, across, down };
    assert_eq!(desk.preview_line(&asked).expect("it was just made"), line.words);
}

#[test]
fn an_edition_that_cannot_be_made_has_no_pages_and_says_why() {
    let (_home, desk) = desk(&[visit()]);
    let mut form = form(&desk);
    form.editions[0].audience = "nobody".into();
    let preview = desk.preview(&Preview { form, edition: 0 }).expect("an unfinished form is no trouble");
    assert!(preview.cannot.is_some_and(|item| item.stops && !item.message.is_empty()));
    assert_eq!((preview.pages, preview.ticket), (0, 0), "without pages there is nothing to draw");
}

#[test]
fn late_items_of_one_name_have_ids_of_their_own_in_the_outline() {
    let (_home, desk) = desk(&[visit()]);
    let mut form = form(&desk);
    let late = |reason: &str| crate::LateForm {
        heading: Some("Figures".into()),
        reason: reason.into(),
        sources: Vec::new(),
        text: Some("Words.".into()),
    };
    form.late = vec![late("They came on the day."), late("So did these.")];
    let outline = desk.preview(&Preview { form, edition: 0 }).expect("the form is sound").outline;
    let figures = outline.iter().filter(|one| one.id.starts_with("late-") && one.id != "late-items");
    let figures: Vec<(&str, &str)> = figures.map(|one| (one.id.as_str(), one.heading.as_str())).collect();
    let [(first, one), (second, other)] = figures[..] else { panic!("two late items: {outline:?}") };
    assert_eq!((first, second), ("late-1", "late-2"));
    assert_eq!(one, other, "they have one name");
}

#[test]
fn ink_stands_where_the_lines_of_a_page_are_said_to_stand() {
    let (_home, desk) = desk(&[visit()]);
    let preview = desk.preview(&Preview { form: form(&desk), edition: 0 }).expect("the form is sound");
    let made = desk.kept_preview(preview.ticket).expect("it was just made");
    let drawn = desk
        .preview_page(&PreviewPage { ticket: preview.ticket, page: 1, width: 1190 })
        .expect("it is drawn");
    let sheet = &made.sheets[0];
    let scale = 1190.0 / sheet.width;
    let dark = |x: f32, y: f32| {
        let at = 8 + 4 * ((y * scale) as usize * 1190 + (x * scale) as usize);
        drawn.get(at).is_some_and(|red| *red < 160)
    };
    let steps =
        |from: f32, to: f32| (0..).map(move |step| from + step as f32 / scale).take_while(move |at| *at < to);
    let inked = |line: &packhorse_typeset::Line| {
        let rows = steps(line.baseline - line.size * 0.7, line.baseline);
        rows.flat_map(|y| steps(line.left, line.right).map(move |x| (x, y))).any(|(x, y)| dark(x, y))
    };
    let lines: Vec<_> = sheet.lines.iter().filter(|line| !line.words.trim().is_empty()).collect();
    assert!(lines.len() > 5, "{lines:?}");
    let bare: Vec<_> = lines.iter().filter(|line| !inked(line)).map(|line| &line.words).collect();
    assert_eq!(bare, Vec::<&String>::new(), "nothing is drawn there");
}
