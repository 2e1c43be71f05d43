//! Pictures made of dots, kept once in the file.

use crate::page::round;
use packhorse_logo::{Dots, Image};
use packhorse_typeset::{Draw, Pages, Rect};
use printpdf::{DictItem, ExternalStream, ExternalXObject, Op, Pt, XObject, XObjectId, XObjectTransform};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

/// The pictures of all pages.
pub(crate) fn pictures(pages: &Pages) -> BTreeMap<XObjectId, XObject> {
    let marks = pages.pages.iter().flat_map(|page| &page.marks);
    let images = marks.flat_map(|marks| &marks.draws).filter_map(|draw| match draw {
        Draw::Picture { image, .. } => Some(image),
        _ => None,
    });
    images.map(|image| (name(image), XObject::External(external(image)))).collect()
}

/// A picture where it stands.
pub(crate) fn shown(image: &Image, rect: Rect, height: f32) -> Op {
    let transform = XObjectTransform {
        translate_x: Some(Pt(round(rect.x))),
        translate_y: Some(Pt(round(height - rect.y - rect.height))),
        scale_x: Some(round(rect.width)),
        scale_y: Some(round(rect.height)),
        no_auto_scale: true,
        ..XObjectTransform::default()
    };
    Op::UseXobject { id: name(image), transform }
}

/// A name made of the content, so that the same picture has the same name everywhere.
fn name(image: &Image) -> XObjectId {
    let dots = match &image.dots {
        Dots::Rgb { colours, .. } => colours,
        Dots::Jpeg { file, .. } => file,
    };
    let digest = Sha256::digest(dots);
    XObjectId(digest[..6].iter().fold("Picture".to_owned(), |name, byte| format!("{name}{byte:02x}")))
}

fn external(image: &Image) -> ExternalXObject {
    let stream = match &image.dots {
        Dots::Rgb { colours, alpha } => {
            let mut dict = described(image, "DeviceRGB");
            if let Some(alpha) = alpha {
                let mask = described(image, "DeviceGray");
                let mask = ExternalStream { dict: mask, content: alpha.clone(), compress: true };
                dict.insert("SMask".to_owned(), DictItem::Stream { stream: mask });
            }
            ExternalStream { dict, content: colours.clone(), compress: true }
        }
        Dots::Jpeg { file, grey } => {
            let mut dict = described(image, if *grey { "DeviceGray" } else { "DeviceRGB" });
            dict.insert("Filter".to_owned(), named("DCTDecode"));
            ExternalStream { dict, content: file.clone(), compress: false }
        }
    };
    ExternalXObject { stream, width: None, height: None, dpi: None }
}

fn described(image: &Image, colours: &str) -> BTreeMap<String, DictItem> {
    let number = |value: u32| DictItem::Int(i64::from(value));
    [
        ("Type", named("XObject")),
        ("Subtype", named("Image")),
        ("Width", number(image.width)),
        ("Height", number(image.height)),
        ("ColorSpace", named(colours)),
        ("BitsPerComponent", number(8)),
        ("Interpolate", DictItem::Bool(false)),
    ]
    .map(|(key, item)| (key.to_owned(), item))
    .into()
}

fn named(name: &str) -> DictItem {
    DictItem::Name(name.as_bytes().to_vec())
}
