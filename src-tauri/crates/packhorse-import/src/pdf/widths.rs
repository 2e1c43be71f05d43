//! Widths of letters, written out so that the extractor understands them.
//!
//! A font with many letters may give a width to a range of them (“from 19 to 28: 636”), as browsers do
//! when they print. The extractor reads only lists of widths, and takes every letter of a range to be as
//! wide as the ordinary one; then spaces appear within words and vanish between them.

use lopdf::{Dictionary, Document, Object, ObjectId};

/// No font of two-byte codes has more letters.
const LETTERS: i64 = 0xFFFF;

/// Writes the ranges in the widths of every font out as lists.
pub(super) fn write_out(pdf: &mut Document) {
    let fonts: Vec<(ObjectId, Object, Option<i64>)> = pdf
        .objects
        .iter()
        .filter_map(|(id, object)| {
            let font = object.as_dict().ok().filter(|dict| is_large(dict))?;
            let whole = font.get(b"DW").ok().and_then(|width| number(pdf, width)).map(|width| width.round());
            Some((*id, Object::Array(lists(pdf, font)?), whole.map(|width| width as i64)))
        })
        .collect();
    for (id, widths, whole) in fonts {
        if let Ok(font) = pdf.get_object_mut(id).and_then(Object::as_dict_mut) {
            font.set("W", widths);
            if let Some(whole) = whole {
                font.set("DW", whole);
            }
        }
    }
}

fn is_large(font: &Dictionary) -> bool {
    let kind = font.get(b"Subtype").and_then(Object::as_name).unwrap_or(b"");
    kind == b"CIDFontType0" || kind == b"CIDFontType2"
}

fn number(pdf: &Document, object: &Object) -> Option<f64> {
    match pdf.dereference(object).ok()?.1 {
        Object::Integer(number) => Some(*number as f64),
        Object::Real(number) => Some(f64::from(*number)),
        _ => None,
    }
}

/// The widths as “first letter, list”, or none where they cannot be made out.
fn lists(pdf: &Document, font: &Dictionary) -> Option<Vec<Object>> {
    let (_, widths) = pdf.dereference(font.get(b"W").ok()?).ok()?;
    let widths = widths.as_array().ok()?;
    let (mut out, mut at, mut left) = (Vec::new(), 0, 2 * LETTERS);
    while at + 1 < widths.len() {
        let first = number(pdf, &widths[at])? as i64;
        if let Ok((_, Object::Array(list))) = pdf.dereference(&widths[at + 1]) {
            left -= i64::try_from(list.len()).ok()?;
            let list = list.iter().map(|width| Object::Real(number(pdf, width).unwrap_or(0.0) as f32));
            out.extend([Object::Integer(first), Object::Array(list.collect())]);
            at += 2;
        } else {
            let last = number(pdf, &widths[at + 1])? as i64;
            let width = number(pdf, widths.get(at + 2)?)? as f32;
            let count = last.saturating_sub(first).saturating_add(1).clamp(0, LETTERS + 1);
            left -= count;
            let list = vec![Object::Real(width); usize::try_from(count).ok().filter(|_| left >= 0)?];
            out.extend([Object::Integer(first), Object::Array(list)]);
            at += 3;
        }
        if left < 0 {
            return None;
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use lopdf::dictionary;

    fn written(widths: Vec<Object>) -> Object {
        let mut pdf = Document::with_version("1.7");
        let id = pdf.add_object(dictionary! { "Subtype" => "CIDFontType2", "DW" => 0.4_f32, "W" => widths });
        write_out(&mut pdf);
        pdf.get_dictionary(id).and_then(|font| font.get(b"W")).cloned().expect("widths")
    }

    #[test]
    fn a_range_of_letters_of_one_width_is_written_out() {
        let listed =
            written(vec![3.into(), vec![300.into(), 310.into()].into(), 19.into(), 21.into(), 636.into()]);
        let wide = |width: f32| Object::Real(width);
        let wanted = vec![
            3.into(),
            Object::Array(vec![wide(300.0), wide(310.0)]),
            19.into(),
            Object::Array(vec![wide(636.0); 3]),
        ];
        assert_eq!(listed, Object::Array(wanted));
    }

    #[test]
    fn ranges_without_end_are_left_alone() {
        let range = || [0.into(), i64::MAX.into(), 500.into()];
        let many: Vec<Object> = (0..40).flat_map(|_| range()).collect();
        assert_eq!(written(many.clone()), Object::Array(many), "nobody writes a million widths");
    }
}
