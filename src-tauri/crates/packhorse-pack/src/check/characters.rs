//! What single characters mean when texts are compared.

/// What a character does in a text that is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Part of a word: letters, digits, and signs such as % and £ that change what a word says.
    Letter,
    /// An apostrophe or a single quote mark.
    Apostrophe,
    /// A hyphen.
    Hyphen,
    /// Not seen and not read: soft hyphens, zero-width characters.
    Silent,
    /// White space.
    Space,
    /// Any other punctuation.
    Mark,
}

/// The role of a character.
pub(super) fn role(c: char) -> Role {
    match c {
        '\'' | '’' | '‘' | '‛' | 'ʼ' | '`' | '´' | '′' => Role::Apostrophe,
        '-' | '\u{2010}' | '\u{2011}' => Role::Hyphen,
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => Role::Silent,
        // Footnote marks stuck to a word.
        '¹' | '²' | '³' | '\u{2070}'..='\u{2079}' => Role::Mark,
        c if c.is_whitespace() => Role::Space,
        c if c.is_alphanumeric() => Role::Letter,
        '%' | '$' | '&' | '+' | '=' | '<' | '>' | '@' | '#' => Role::Letter,
        c if c.is_ascii() || is_punctuation(c) => Role::Mark,
        _ => Role::Letter,
    }
}

fn is_punctuation(c: char) -> bool {
    matches!(c,
        '\u{2012}'..='\u{205e}' | '«' | '»' | '·' | '¶' | '§' | '¡' | '¿'
        | '\u{25a0}'..='\u{27bf}' | '\u{e000}'..='\u{f8ff}')
}

/// Writes a character as it is searched: small letters, ligatures taken apart.
pub(super) fn fold(c: char, to: &mut String) {
    match ligature(c) {
        Some(letters) => to.push_str(letters),
        None => to.extend(c.to_lowercase()),
    }
}

/// Calls `each` with the characters a printed one stands for when exactness is judged: typographic
/// variants of one mark are the same mark, nothing else is.
pub(super) fn plain(c: char, mut each: impl FnMut(char)) {
    if let Some(letters) = ligature(c) {
        letters.chars().for_each(each);
        return;
    }
    match role(c) {
        Role::Apostrophe => each('\''),
        Role::Hyphen => each('-'),
        Role::Silent => {}
        _ if matches!(c, '“' | '”' | '„' | '‟' | '″') => each('"'),
        _ => each(c),
    }
}

fn ligature(c: char) -> Option<&'static str> {
    Some(match c {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}
