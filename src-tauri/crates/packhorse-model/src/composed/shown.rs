//! A quotation as a reader sees it.

use super::Piece;

/// The words as they are shown: between marks, with […] for what is left out and brackets round
/// what is put in.
pub fn shown(pieces: &[Piece]) -> String {
    let mut text = String::from("“");
    for piece in pieces {
        match piece {
            Piece::Words(words) => {
                let words = if text == "“" { words.trim_start() } else { words };
                if text.ends_with(']') && words.starts_with(|first: char| first.is_alphanumeric()) {
                    text.push(' ');
                }
                text.push_str(words);
            }
            Piece::Omitted => bracket(&mut text, "…"),
            Piece::Inserted(words) => bracket(&mut text, words.trim()),
        }
    }
    text.truncate(text.trim_end().len());
    text.push('”');
    text
}

fn bracket(text: &mut String, words: &str) {
    if text.ends_with(|last: char| last.is_alphanumeric() || matches!(last, ',' | ';' | ':' | '.' | ']')) {
        text.push(' ');
    }
    text.extend(["[", words, "]"]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_or_put_in_is_shown_as_such() {
        let pieces = [
            Piece::Words("Children are seen promptly and alone".into()),
            Piece::Omitted,
            Piece::Words("and what".into()),
            Piece::Inserted("children".into()),
            Piece::Words(" say shapes what happens next. ".into()),
        ];
        assert_eq!(
            shown(&pieces),
            "“Children are seen promptly and alone […] and what [children] say shapes what happens next.”"
        );
    }

    #[test]
    fn punctuation_follows_a_bracket_without_a_space() {
        let pieces = [Piece::Words("Help is quick ".into()), Piece::Omitted, Piece::Words(".".into())];
        assert_eq!(shown(&pieces), "“Help is quick […].”");
    }
}
