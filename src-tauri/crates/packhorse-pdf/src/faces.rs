//! Faces cut down to the glyphs a pack uses, with the characters each glyph stands for.

mod cuts;

use crate::{Error, squeeze};
use lopdf::{Document, Object};
use packhorse_typeset::{Draw, Face, Glyph, Marks, Pages, Words};
use printpdf::{FontId, FontMetrics, FontType, ParsedFont, PdfFont, PdfFontMetricsStub};
use rustybuzz::ttf_parser;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::sync::Arc;
use subsetter::GlyphRemapper;

/// The faces of one pack.
pub(crate) struct Faces {
    faces: BTreeMap<Face, Arc<Embedded>>,
}

/// A face as it stands in the file.
pub(crate) struct Embedded {
    /// Its name on the pages.
    pub id: FontId,
    font: ParsedFont,
    /// Its program, compressed.
    squeezed: Vec<u8>,
    /// By the glyph's number in the whole font.
    glyphs: Vec<Option<Entry>>,
}

/// A glyph in the file.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// Its number in the file.
    pub id: u16,
    /// Its width in thousandths.
    pub width: i16,
    /// What a reader takes it for.
    pub text: String,
}

/// Characters shown by one or more glyphs that cannot be parted.
pub(crate) struct Cluster<'a> {
    pub text: &'a str,
    pub glyphs: &'a [Glyph],
}

/// The clusters of words, in order.
pub(crate) fn clusters(words: &Words) -> impl Iterator<Item = Cluster<'_>> {
    let (mut text, mut glyphs) = (words.text.as_str(), words.glyphs.as_slice());
    std::iter::from_fn(move || {
        let (first, rest) = glyphs.split_first()?;
        let more = rest.iter().take_while(|glyph| glyph.bytes == 0).count();
        let (shown, after) = text.split_at(usize::from(first.bytes).min(text.len()));
        let (cluster, others) = glyphs.split_at(1 + more);
        (text, glyphs) = (after, others);
        Some(Cluster { text: shown, glyphs: cluster })
    })
}

impl Faces {
    /// Gathers what the pages use.
    pub(crate) fn of(pages: &Pages) -> Result<Self, Error> {
        let mut used: [Texts<'_>; 4] = Default::default();
        let mut parts = Vec::new();
        for words in pages.pages.iter().flat_map(|page| &page.marks).flat_map(words) {
            let texts = &mut used[words.face as usize];
            for cluster in clusters(words) {
                match cluster.glyphs {
                    [glyph] => texts.note(glyph.id, cluster.text),
                    _ => parts.push((words.face, cluster)),
                }
            }
        }
        // Parts of several-glyph clusters get the cluster's text unless they say something alone.
        for (face, cluster) in parts {
            for glyph in cluster.glyphs {
                used[face as usize].at(glyph.id).get_or_insert(cluster.text);
            }
        }
        let mut faces = BTreeMap::new();
        for (face, texts) in Face::ALL.into_iter().zip(used).filter(|(_, texts)| !texts.0.is_empty()) {
            let file = pages.fonts.file(face);
            faces.insert(face, cuts::cut(face, file, &texts).ok_or(Error::Font { face })?);
        }
        Ok(Self { faces })
    }

    /// A face the pages use.
    pub(crate) fn face(&self, face: Face) -> Option<&Embedded> {
        self.faces.get(&face).map(Arc::as_ref)
    }

    /// All of them.
    pub(crate) fn each(&self) -> impl Iterator<Item = &Embedded> {
        self.faces.values().map(Arc::as_ref)
    }

    /// Puts the compressed programs, made once for all files, in place of those printpdf wrote.
    pub(crate) fn squeeze(&self, file: &mut Document) {
        for object in file.objects.values_mut() {
            if let Object::Stream(stream) = object
                && stream.dict.has(b"Length1")
                && let Some(face) = self.each().find(|face| face.font.original_bytes == stream.content)
            {
                stream.dict.set("Filter", "FlateDecode");
                stream.set_content(face.squeezed.clone());
            }
        }
    }

    /// The faces as printpdf takes them.
    pub(crate) fn embedded(&self) -> BTreeMap<FontId, PdfFont> {
        self.each().map(|face| (face.id.clone(), PdfFont::new(face.font.clone()))).collect()
    }
}

/// Whether two texts are the same, quickly where both are one byte.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    match (one.as_bytes(), other.as_bytes()) {
        ([one], [other]) => one == other,
        (one, other) => one == other,
    }
}

/// What each glyph of a face stands for, by its number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Texts<'a>(Vec<Option<&'a str>>);

impl<'a> Texts<'a> {
    fn at(&mut self, glyph: u16) -> &mut Option<&'a str> {
        let index = usize::from(glyph);
        if self.0.len() <= index {
            self.0.resize(index + 1, None);
        }
        &mut self.0[index]
    }

    /// Several characters may share a glyph (a hyphen and one that never breaks); a reader takes
    /// the glyph for the plainest of them, and the others are said in words on the page.
    fn note(&mut self, glyph: u16, text: &'a str) {
        let known = self.at(glyph);
        // Most are one letter again and again, for which a whole comparison costs too much.
        let again = known.is_some_and(|known| is_same(known, text));
        if !again && known.is_none_or(|known| text < known) {
            *known = Some(text);
        }
    }

    fn iter(&self) -> impl Iterator<Item = (u16, &'a str)> {
        self.0.iter().enumerate().filter_map(|(glyph, text)| Some((glyph as u16, (*text)?)))
    }
}

fn words(marks: &Marks) -> impl Iterator<Item = &Words> {
    marks.draws.iter().filter_map(|draw| if let Draw::Words(words) = draw { Some(words) } else { None })
}

impl Embedded {
    fn cut(face: Face, file: &[u8], texts: &Texts<'_>) -> Option<Self> {
        let whole = ttf_parser::Face::parse(file, 0).ok()?;
        if !whole.is_subsetting_allowed() {
            return None;
        }
        let mut numbers = GlyphRemapper::new();
        for (glyph, _) in texts.iter() {
            numbers.remap(glyph);
        }
        let units = i32::from(whole.units_per_em());
        let mut widths = BTreeMap::new();
        let mut glyphs = vec![None; texts.0.len()];
        for (glyph, text) in texts.iter() {
            let id = numbers.get(glyph)?;
            let width = whole.glyph_hor_advance(ttf_parser::GlyphId(glyph)).unwrap_or(0);
            widths.insert(id, width);
            let width = (i32::from(width) * 1000 / units) as i16;
            glyphs[usize::from(glyph)] = Some(Entry { id, width, text: text.to_owned() });
        }
        let program = subsetter::subset(file, 0, &numbers).ok()?;
        let name = format!("{}+{}", tag(&program), post_script_name(&whole)?);
        let squeezed = squeeze::deflated(&program).ok()?;
        let font = parsed(&whole, program, name, widths);
        let id = FontId(["FREGUL", "FBOLDX", "FITALI", "FBOLIT"][face as usize].to_owned());
        Some(Self { id, font, squeezed, glyphs })
    }

    /// All of its glyphs.
    pub(crate) fn glyphs(&self) -> impl Iterator<Item = &Entry> {
        self.glyphs.iter().flatten()
    }

    /// A glyph by its number in the whole font.
    pub(crate) fn glyph(&self, id: u16) -> Option<&Entry> {
        self.glyphs.get(usize::from(id))?.as_ref()
    }
}

fn parsed(
    whole: &ttf_parser::Face<'_>,
    program: Vec<u8>,
    name: String,
    glyph_widths: BTreeMap<u16, u16>,
) -> ParsedFont {
    let (bounds, units_per_em) = (whole.global_bounding_box(), whole.units_per_em());
    let slant = whole.italic_angle().to_radians().tan();
    ParsedFont {
        original_bytes: program,
        font_index: 0,
        font_name: Some(name),
        // Only glyphs are asked for, by their numbers.
        codepoint_to_glyph: BTreeMap::new(),
        glyph_widths,
        units_per_em,
        font_metrics: FontMetrics { ascent: whole.ascender(), descent: whole.descender() },
        font_type: FontType::TrueType,
        pdf_font_metrics: PdfFontMetricsStub {
            units_per_em,
            x_min: bounds.x_min,
            y_min: bounds.y_min,
            x_max: bounds.x_max,
            y_max: bounds.y_max,
            caret_slope_rise: 1000,
            caret_slope_run: (-slant * 1000.0).round() as i16,
            us_weight_class: whole.weight().to_number(),
        },
    }
}

fn post_script_name(face: &ttf_parser::Face<'_>) -> Option<String> {
    let mut names =
        face.names().into_iter().filter(|name| name.name_id == ttf_parser::name_id::POST_SCRIPT_NAME);
    names.find_map(|name| name.to_string())
}

/// Six capitals that name this selection of glyphs.
fn tag(program: &[u8]) -> String {
    Sha256::digest(program).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}
