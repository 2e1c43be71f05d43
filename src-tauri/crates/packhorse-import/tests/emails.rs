//! E-mails, as mail programs save them and as somebody might forge them.

use packhorse_import::{Error, Limits, read};
use packhorse_model::{BlockKind, Document, Format};

fn document(mail: &[u8]) -> Document {
    read(mail, "statement.eml", &Limits::default()).expect("an e-mail")
}

fn words(document: &Document) -> Vec<&str> {
    document.blocks.iter().map(|block| document.words(block)).collect()
}

const HEAD: &str = "Return-Path: <press@wexcombe.example>\r\n\
    From: =?utf-8?Q?Wexcombe_Press_Office_=E2=80=93_Ada_Moss?= <press@wexcombe.example>\r\n\
    To: Editors <desk@echo.example>\r\n\
    Date: Wed, 16 Sep 2026 09:30:00 +0100\r\n\
    Subject: =?iso-8859-1?Q?Council_welcomes_inspectors=27?=\r\n =?utf-8?B?IGxldHRlciDigJMgc3RhdGVtZW50?=\r\n\
    MIME-Version: 1.0\r\n";

fn mail(rest: &str) -> Vec<u8> {
    format!("{HEAD}{rest}").into_bytes()
}

#[test]
fn an_e_mail_shows_its_subject_writer_day_and_words() {
    let mail = mail(
        "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
         Councillor Moss said: =E2=80=9CWe are proud of =\r\nour staff.=E2=80=9D\r\n\r\nEnds\r\n",
    );
    let read = document(&mail);
    assert_eq!(read.format, Format::Email);
    assert_eq!(
        words(&read),
        [
            "Council welcomes inspectors' letter – statement",
            "From: Wexcombe Press Office – Ada Moss <press@wexcombe.example>",
            "Date: Wed, 16 Sep 2026 09:30:00 +0100",
            "To: Editors <desk@echo.example>",
            "Councillor Moss said: “We are proud of our staff.”",
            "Ends",
        ]
    );
    assert_eq!(read.blocks[0].kind, BlockKind::Heading { level: 1 });
    assert_eq!(read.published_hint.as_deref(), Some("2026-09-16"));
    assert_eq!(read.title_hint.as_deref(), Some("Council welcomes inspectors' letter – statement"));
    assert!(read.notices.is_empty());
}

#[test]
fn the_name_of_the_file_does_not_make_an_e_mail_nor_unmake_it() {
    let bytes = mail("\r\nPlans are clear.\r\n");
    let read = packhorse_import::read(&bytes, "statement.txt", &Limits::default()).expect("an e-mail");
    assert_eq!(read.format, Format::Email);
    let text = packhorse_import::read(b"Plans are clear.", "letter.eml", &Limits::default());
    assert_eq!(text.expect("a text").format, Format::Text);
}

#[test]
fn of_the_same_words_in_two_forms_the_plain_one_is_read_once() {
    let mail = mail(
        "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n\
         Plans are clear.\r\n--b\r\nContent-Type: text/html\r\n\r\n\
         <html><body><p>Plans are <b>clear</b>.</p></body></html>\r\n--b--\r\n",
    );
    let read = document(&mail);
    assert_eq!(words(&read)[4..], ["Plans are clear."]);
}

#[test]
fn a_plain_form_that_is_a_stump_gives_way_to_the_page() {
    let story = "Inspectors found that children are seen promptly and that plans are clear. ".repeat(5);
    let mail = mail(&format!(
        "Content-Type: multipart/alternative; boundary=\"=_b\"\r\n\r\n--=_b\r\nContent-Type: text/plain\r\n\r\n\
         See the web page.\r\n--=_b\r\nContent-Type: text/html; charset=windows-1252\r\n\
         Content-Transfer-Encoding: base64\r\n\r\n{}\r\n--=_b--\r\n",
        base64(format!("<html><head><title>T</title></head><body><table><tr><td>{story}</td></tr><tr><td>\u{93}Thank you.\u{94}</td></tr></table><img src=\"https://spy.example/1.gif\"></body></html>").chars().map(|c| c as u8).collect::<Vec<u8>>().as_slice()),
    ));
    let read = document(&mail);
    assert_eq!(words(&read)[4..], [story.trim(), "“Thank you.”"]);
    assert!(
        read.blocks[4..].iter().all(|block| block.kind == BlockKind::Paragraph),
        "a table that only lays out the page is no table"
    );
}

#[test]
fn attachments_are_named_and_not_read() {
    let mail = mail(
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee attached.\r\n\
         --b\r\nContent-Type: application/pdf; name=letter.pdf\r\nContent-Disposition: attachment; filename=\"letter.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n\
         --b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename*=utf-8''r%C3%A9sum%C3%A9.txt\r\n\r\nNot a word of this.\r\n\
         --b\r\nContent-Type: image/png\r\nContent-ID: <logo>\r\n\r\nx\r\n--b--\r\n",
    );
    let read = document(&mail);
    assert!(!read.text.contains("Not a word"));
    let notices: Vec<&str> = read.notices.iter().map(|notice| notice.message.as_str()).collect();
    assert_eq!(
        notices[0].split(':').next(),
        Some("This e-mail has 3 attachments that were not read"),
        "an e-mail of hardly any words tells of its picture too: {notices:?}"
    );
    assert!(notices[0].contains("letter.pdf, résumé.txt"), "{notices:?}");
    assert!(notices[0].ends_with("Bring them in by themselves."));
}

#[test]
fn an_e_mail_within_an_e_mail_is_read_after_it() {
    let inner = "From: a@b.example\r\nDate: Mon, 14 Sep 2026 08:00:00 +0000\r\nSubject: The letter\r\n\r\nPlans are clear.\r\n";
    let mail = mail(&format!(
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nFor you.\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n{inner}--b--\r\n"
    ));
    let read = document(&mail);
    assert_eq!(
        words(&read)[4..],
        [
            "For you.",
            "The letter",
            "From: a@b.example",
            "Date: Mon, 14 Sep 2026 08:00:00 +0000",
            "Plans are clear."
        ]
    );
    assert_eq!(read.published_hint.as_deref(), Some("2026-09-16"), "the outer day is this e-mail's");
}

#[test]
fn earlier_e_mails_below_are_blocks_of_their_own() {
    let mail = mail(
        "Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\nWe agree with \r\nevery word.\r\n\r\n\
         On Mon, 14 Sep 2026, Ada Moss wrote:\r\n> Plans are \r\n> clear.\r\n",
    );
    let read = document(&mail);
    assert_eq!(
        words(&read)[4..],
        ["We agree with every word.", "On Mon, 14 Sep 2026, Ada Moss wrote:", "Plans are clear."]
    );
    assert_eq!(read.blocks[6].mark.as_deref(), Some(">"), "quoted words are known by their sign");
}

#[test]
fn an_encoding_nobody_declared_is_told_by_the_bytes() {
    let mut bytes = mail("Content-Type: text/plain; charset=us-ascii\r\n\r\n");
    bytes.extend(b"Councillor Moss said: \x93We\x92re proud of the team.\x94\r\n");
    assert_eq!(words(&document(&bytes))[4], "Councillor Moss said: “We’re proud of the team.”");
}

#[test]
fn e_mails_made_to_do_harm_end_in_words() {
    let refused = |bytes: &[u8]| read(bytes, "x.eml", &Limits::default()).err();
    let nested = (0..150).fold(String::new(), |text, at| {
        format!("{text}Content-Type: multipart/mixed; boundary=b{at:03}\r\n\r\n--b{at:03}\r\n")
    });
    assert!(matches!(refused(&mail(&nested)), Some(Error::Damaged { .. })), "too deep");
    let many =
        format!("Content-Type: multipart/mixed; boundary=b\r\n\r\n{}", "--b\r\n\r\nx\r\n".repeat(30_000));
    assert!(matches!(refused(&mail(&many)), Some(Error::Damaged { .. })), "too many");
    let long = format!("Content-Type: text/plain\r\n\r\n{}", "Words. ".repeat(1_000_000));
    assert_eq!(refused(&mail(&long)), Some(Error::TooLarge { limit: 5_000_000 }));
    let secret = "Content-Type: application/pkcs7-mime\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n";
    assert!(matches!(refused(&mail(secret)), Some(Error::Unsupported { .. })), "encrypted");
    let box_of = [
        b"From a@b Mon Sep 14 08:00:00 2026\n".to_vec(),
        mail("\r\nOne.\n\n"),
        b"From a@b Mon Sep 14 08:00:00 2026\n".to_vec(),
        mail("\r\nTwo.\n"),
    ]
    .concat();
    assert!(matches!(refused(&box_of), Some(Error::Unsupported { .. })), "a mailbox");
    let inner = |text: String| format!("{HEAD}Content-Type: message/rfc822\r\n\r\n{text}");
    let russian = (0..40).fold("Subject: x\r\n\r\nWords.".to_owned(), |text, _| inner(text));
    let read = document(russian.as_bytes());
    assert!(read.notices[0].message.contains("an e-mail within an e-mail"), "what is deeper is told of");
}

fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let four = |chunk: &[u8]| {
        let bits = (0..3).fold(0_u32, |bits, at| bits << 8 | u32::from(*chunk.get(at).unwrap_or(&0)));
        let sign = |at: u32| char::from(SIGNS[(bits >> (18 - 6 * at) & 63) as usize]);
        (0..4).map(|at| if at as usize <= chunk.len() { sign(at) } else { '=' }).collect::<String>()
    };
    bytes.chunks(3).map(four).collect::<Vec<_>>().join("\r\n")
}
