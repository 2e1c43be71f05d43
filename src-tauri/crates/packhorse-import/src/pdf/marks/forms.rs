//! What is painted within a page's content: forms, which hold text, and pictures.

use super::{dictionary, is_form};
use lopdf::{Dictionary, Document, Object, ObjectId};

/// What `Do` paints.
pub(super) enum Paints {
    Form,
    Picture,
    Nothing,
}

/// What an operator paints. A form that paints itself, at any depth, paints nothing.
pub(super) fn paints(
    pdf: &Document,
    resources: &Dictionary,
    operands: &[Object],
    inside: Option<ObjectId>,
) -> Paints {
    let found = || {
        let name = operands.first()?.as_name().ok()?;
        let objects = dictionary(pdf, resources.get(b"XObject").ok()?)?;
        let id = objects.get(name).ok()?.as_reference().ok()?;
        let stream = pdf.get_object(id).ok()?.as_stream().ok()?;
        Some((id, stream))
    };
    let Some((id, stream)) = found() else { return Paints::Nothing };
    if !is_form(&stream.dict) {
        return Paints::Picture;
    }
    let mut path = inside.into_iter().collect::<Vec<_>>();
    if returns(pdf, id, &mut path) { Paints::Nothing } else { Paints::Form }
}

/// Whether a form leads back to one already being painted, or nests deeper than is honest.
fn returns(pdf: &Document, form: ObjectId, path: &mut Vec<ObjectId>) -> bool {
    if path.contains(&form) || path.len() > 8 {
        return true;
    }
    path.push(form);
    let inner = || {
        let stream = pdf.get_object(form).ok()?.as_stream().ok()?;
        let resources = dictionary(pdf, stream.dict.get(b"Resources").ok()?)?;
        let objects = dictionary(pdf, resources.get(b"XObject").ok()?)?;
        Some(objects.iter().filter_map(|(_, object)| object.as_reference().ok()).collect::<Vec<_>>())
    };
    let back = inner().unwrap_or_default().into_iter().any(|id| {
        let form = pdf.get_object(id).and_then(Object::as_stream).is_ok_and(|stream| is_form(&stream.dict));
        form && returns(pdf, id, path)
    });
    path.pop();
    back
}
