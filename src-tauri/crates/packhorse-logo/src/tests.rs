use super::*;

fn of(format: LogoFormat, bytes: &[u8]) -> Result<Picture, String> {
    Picture::of(&Logo { alt: "A".into(), format, bytes: bytes.into() }).map_err(|error| error.to_string())
}

fn png_with_notes() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 2, 1);
    encoder.set_color(png::ColorType::Rgba);
    encoder.add_text_chunk("Author".into(), "Jane Placeholder".into()).expect("it is Latin");
    let mut writer = encoder.write_header().expect("it writes to memory");
    writer.write_image_data(&[1, 2, 3, 255, 4, 5, 6, 0]).expect("it writes to memory");
    writer.finish().expect("it writes to memory");
    bytes.extend_from_slice(b"after the end: Jane Placeholder");
    bytes
}

const DRAWING: &str = r##"<?xml version="1.0"?><!-- Jane Placeholder -->
    <svg xmlns="http://www.w3.org/2000/svg" xmlns:ink="urn:ink" viewBox="0 0 40 20" ink:docname="C:\Users\jane\Placeholder.svg">
    <metadata>Jane Placeholder</metadata><title>Placeholder</title>
    <g id="Placeholder" transform="translate(1 2)">
    <rect width="10" height="5" fill="#0b5563"/><circle cx="20" cy="8" r="4" fill="none" stroke="#900"/>
    </g></svg>"##;

#[test]
fn a_drawing_becomes_outlines_in_screen_colours() {
    let picture = of(LogoFormat::Svg, DRAWING.as_bytes());
    let Ok(Picture::Drawing { size, outlines }) = picture else { panic!("{picture:?}") };
    assert_eq!(size, (40.0, 20.0));
    let colours: Vec<_> = outlines.iter().map(|outline| outline.colour).collect();
    assert_eq!(colours, [[0x0b, 0x55, 0x63], [0x99, 0, 0]]);
    assert_eq!(outlines[0].steps.first(), Some(&Step::Move((1.0, 2.0))));
}

#[test]
fn a_file_of_a_picture_shows_the_same_and_says_nothing_else() {
    let jpeg = [
        b"\xff\xd8\xff\xe1\x00\x12Jane Placeholder\xff\xc0\x00\x0b\x08\x00\x02\x00\x03\x01\x01\x11\x00"
            .as_slice(),
        b"\xff\xda\x00\x02dots\xff\xd9Placeholder",
    ]
    .concat();
    for (format, kind, bytes) in [
        (LogoFormat::Png, "image/png", png_with_notes()),
        (LogoFormat::Jpeg, "image/jpeg", jpeg),
        (LogoFormat::Svg, "image/svg+xml", DRAWING.as_bytes().to_vec()),
    ] {
        let says = |bytes: &[u8]| bytes.windows(11).any(|word| word == b"Placeholder");
        assert!(says(&bytes), "what came in names a person");
        let picture = of(format, &bytes).expect("it is whole");
        let (written, file) = picture.file();
        assert_eq!(written, kind);
        assert!(!says(&file), "{}", String::from_utf8_lossy(&file));
        let again = of(format, &file).expect("what is written can be read");
        match (&picture, &again) {
            (Picture::Drawing { size, outlines }, Picture::Drawing { size: same, outlines: others }) => {
                assert_eq!((size, outlines.len()), (same, others.len()));
                let colours = |all: &[Outline]| all.iter().map(|one| one.colour).collect::<Vec<_>>();
                assert_eq!(colours(outlines), colours(others));
            }
            _ => assert_eq!(picture, again),
        }
    }
}

#[test]
fn a_drawing_that_cannot_be_drawn_as_it_is_says_why() {
    for (inside, why) in [
        (r#"<text x="1" y="1">Wexcombe</text>"#, "it holds “text”"),
        (r#"<image href="/etc/hosts" width="4" height="4"/>"#, "it holds “image”"),
        (
            r#"<linearGradient id="a"/><rect fill="url(#a)" width="4" height="4"/>"#,
            "it holds “linearGradient”",
        ),
        (r#"<rect width="4" height="4" opacity="0.5"/>"#, "partly transparent"),
    ] {
        let file = format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">{inside}</svg>"#);
        let error = of(LogoFormat::Svg, file.as_bytes()).expect_err("it is refused");
        assert!(error.contains(why), "{error}");
    }
}

#[test]
fn a_broken_picture_is_an_error_with_words() {
    for (format, bytes) in [
        (LogoFormat::Png, b"\x89PNG\r\n\x1a\n not really".as_slice()),
        (LogoFormat::Jpeg, b"\xff\xd8\xff\xe0\x00\x04ab"),
        (LogoFormat::Jpeg, b""),
        (LogoFormat::Svg, b"<svg"),
        (LogoFormat::Svg, br#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"/>"#),
    ] {
        let error = of(format, bytes).expect_err("it is broken");
        assert!(!error.is_empty());
    }
}
