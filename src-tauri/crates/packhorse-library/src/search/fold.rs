//! Text as a search sees it: small letters without accents, words parted by one space.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// Folds text to words in small letters without accents, parted by single spaces.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for char in text.chars() {
        if char.is_ascii() {
            put(&mut folded, char.to_ascii_lowercase());
        } else {
            decompose_canonical(char, |part| put_small(&mut folded, part));
        }
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

fn put_small(folded: &mut String, char: char) {
    // Small letters can have marks of their own: “İ” becomes “i” with a dot.
    char.to_lowercase().filter(|small| !is_combining_mark(*small)).for_each(|small| put(folded, small));
}

fn put(folded: &mut String, char: char) {
    if char.is_alphanumeric() {
        folded.push(char);
    } else if !folded.is_empty() && !folded.ends_with(' ') {
        folded.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_punctuation_do_not_matter() {
        assert_eq!(fold("  The Council’s “café” –\u{a0}Ŵyn! "), "the council s cafe wyn");
        assert_eq!(fold("the council's cafe wyn"), "the council s cafe wyn");
        assert_eq!(fold(" – "), "");
    }

    proptest::proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC*") {
            proptest::prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }
    }
}
