use super::*;
use crate::fixture::{desk, visit};

#[test]
fn bytes_become_the_letters_of_an_address() {
    let known = [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")];
    for (bytes, letters) in known {
        assert_eq!(base64(bytes.as_bytes()), letters);
    }
    assert_eq!(base64(&[0xFF, 0xFE]), "//4=");
}

#[test]
fn a_value_that_stands_nowhere_has_no_picture_and_says_so() {
    let (_home, desk) = desk(&[visit()]);
    let source = desk.library().sources().expect("the library is sound")[0].id.to_string();
    let request = PictureRequest { source, field: "judgement:nowhere".into() };
    let trouble = desk.picture(&request).expect_err("there is no such judgement");
    assert!(trouble.message.ends_with('.') && !trouble.hints.is_empty(), "{trouble:?}");
}
