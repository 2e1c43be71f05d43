//! Pages built to make a reader slow are refused before it sees them.

use crate::Error;

/// How deep elements may nest.
const DEPTH: usize = 500;
/// How many attributes one element may have.
const ATTRIBUTES: usize = 400;

/// Refuses pages built to make a reader slow.
pub(super) fn honest(html: &str) -> Result<(), Error> {
    let refused = |reason: &str| Err(Error::Damaged { reason: reason.into() });
    let (mut depth, mut attributes, mut inside) = (0_usize, 0_usize, false);
    let bytes = html.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'<' => {
                (inside, attributes) = (true, 0);
                match bytes.get(at + 1) {
                    Some(b'/') => depth = depth.saturating_sub(1),
                    Some(next) if next.is_ascii_alphabetic() => {
                        depth += usize::from(!is_void(&html[at + 1..]));
                    }
                    _ => {}
                }
            }
            b'>' => {
                if inside && at > 0 && bytes[at - 1] == b'/' {
                    depth = depth.saturating_sub(1);
                }
                inside = false;
            }
            b'=' if inside => attributes += 1,
            _ => {}
        }
        if attributes > ATTRIBUTES {
            return refused("one of its elements has far too many attributes");
        }
        // Pages leave paragraphs and items open, so the count runs high on long honest pages.
        if depth > DEPTH * 20 {
            return refused("its elements nest too deep");
        }
    }
    Ok(())
}

fn is_void(rest: &str) -> bool {
    const NAMES: [&str; 13] =
        ["br", "img", "meta", "link", "input", "hr", "p", "li", "source", "area", "col", "wbr", "td"];
    let name: String =
        rest.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    NAMES.contains(&name.as_str())
}
