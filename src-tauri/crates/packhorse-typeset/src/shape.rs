//! Characters in, glyphs out, each distinct word only once.

use crate::{Error, Face, Fonts, Glyph};
use rustybuzz::ttf_parser::Tag;
use rustybuzz::{Direction, Feature, ShapePlan, UnicodeBuffer};
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

/// A word in one face.
#[derive(Debug, Default)]
pub(crate) struct Word {
    /// Its characters.
    pub text: String,
    /// Its glyphs.
    pub glyphs: Vec<Glyph>,
    /// Its width in thousandths of the size.
    pub width: i32,
}

/// Behind these a long name or address may go on in the next line.
pub(crate) const JOINTS: [char; 5] = [' ', '_', '-', '/', '.'];

impl Word {
    /// The width from a glyph to the next joint, a space left out; `at` is where its letters begin.
    pub(crate) fn wide_from(&self, index: usize, at: usize) -> i32 {
        let rest = &self.text[at..];
        let length = match rest.find(JOINTS) {
            Some(at) if rest[at..].starts_with(' ') => at,
            Some(at) => at + 1,
            None => rest.len(),
        };
        let mut bytes = 0;
        let word = self.glyphs[index..].iter().take_while(|glyph| {
            bytes += usize::from(glyph.bytes);
            bytes <= length
        });
        word.map(|glyph| i32::from(glyph.advance)).sum()
    }
}

/// Shapes words and remembers them, for the next pack too.
pub(crate) struct Shaper<'f> {
    faces: [Shaped<'f>; 4],
    fonts: &'f Fonts,
    /// Characters no face has.
    pub missing: BTreeSet<char>,
}

impl Drop for Shaper<'_> {
    fn drop(&mut self) {
        let words = self.faces.each_mut().map(|shaped| std::mem::take(&mut shaped.words));
        Known { fonts: self.fonts.clone(), words }.keep();
    }
}

type Words = HashMap<Box<str>, Arc<Word>>;

/// Words that were shaped for earlier packs. A word has the same glyphs in every pack.
struct Known {
    fonts: Fonts,
    words: [Words; 4],
}

/// As many packs are set at once as there are processors; the words of two are plenty.
static KNOWN: Mutex<Vec<Known>> = Mutex::new(Vec::new());

impl Known {
    /// More words than a long pack has; beyond them all are forgotten.
    const MOST: usize = 40_000;

    /// Words shaped with these fonts before, which nobody else uses now.
    fn taken(fonts: &Fonts) -> [Words; 4] {
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        let same = |one: &Known| {
            Face::ALL.into_iter().all(|face| Arc::ptr_eq(one.fonts.file(face), fonts.file(face)))
        };
        let at = known.iter().position(same);
        at.map(|at| known.swap_remove(at).words).unwrap_or_default()
    }

    fn keep(self) {
        let count: usize = self.words.iter().map(HashMap::len).sum();
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        if count > Self::MOST {
            return;
        }
        if known.len() >= 2 {
            known.remove(0);
        }
        known.push(self);
    }
}

struct Shaped<'f> {
    face: rustybuzz::Face<'f>,
    plan: ShapePlan,
    words: Words,
    /// Words that hold a character the face lacks; every pack has to hear of them.
    lacking: Words,
    buffer: Option<UnicodeBuffer>,
    space: i16,
    space_glyph: u16,
}

impl<'f> Shaper<'f> {
    /// A shaper for the four faces.
    pub(crate) fn new(fonts: &'f Fonts) -> Result<Self, Error> {
        let open = |face| Shaped::open(fonts.file(face)).ok_or(Error::Font { face });
        let mut faces =
            [open(Face::Regular)?, open(Face::Bold)?, open(Face::Italic)?, open(Face::BoldItalic)?];
        for (shaped, words) in faces.iter_mut().zip(Known::taken(fonts)) {
            shaped.words = words;
        }
        Ok(Self { faces, fonts, missing: BTreeSet::new() })
    }

    /// The glyphs of a word.
    pub(crate) fn word(&mut self, face: Face, text: &str) -> Arc<Word> {
        let shaped = &mut self.faces[face as usize];
        if let Some(word) = shaped.words.get(text).or_else(|| shaped.lacking.get(text)) {
            return Arc::clone(word);
        }
        let word = Arc::new(shaped.shape(text, &mut self.missing));
        let lacks = word.glyphs.iter().any(|glyph| glyph.id == 0);
        let words = if lacks { &mut shaped.lacking } else { &mut shaped.words };
        words.insert(text.into(), Arc::clone(&word));
        word
    }

    /// The face that shows a word: the wanted one, or upright where only that has the characters.
    pub(crate) fn face_for(&self, wanted: Face, text: &str) -> Face {
        let has = |face: Face, character| self.faces[face as usize].face.glyph_index(character).is_some();
        let lacks = |face| !text.is_ascii() && !text.chars().all(|character| has(face, character));
        if wanted != Face::Regular && lacks(wanted) && !lacks(Face::Regular) { Face::Regular } else { wanted }
    }

    /// The glyph that parts words.
    pub(crate) fn space(&self, face: Face) -> Glyph {
        let shaped = &self.faces[face as usize];
        Glyph { id: shaped.space_glyph, advance: shaped.space, shift: (0, 0), bytes: 1 }
    }

    /// How far the baseline lies below the top of a line of this height.
    pub(crate) fn baseline(&self, size: f32, leading: f32) -> f32 {
        let face = &self.faces[Face::Regular as usize].face;
        let (ascender, descender) = (f32::from(face.ascender()), f32::from(face.descender()));
        leading / 2.0 + (ascender + descender) / 2.0 * size / face.units_per_em() as f32
    }
}

impl<'f> Shaped<'f> {
    fn open(file: &'f [u8]) -> Option<Self> {
        let face = rustybuzz::Face::from_slice(file, 0)?;
        // A ligature would be one glyph for several letters; without them each letter stays
        // findable and can be copied alone.
        let off = |tag| Feature::new(Tag::from_bytes(tag), 0, ..);
        let features = [off(b"liga"), off(b"clig"), off(b"calt")];
        let latin = rustybuzz::script::LATIN;
        let plan = ShapePlan::new(&face, Direction::LeftToRight, Some(latin), None, &features);
        let glyph = face.glyph_index(' ')?;
        let advance = face.glyph_hor_advance(glyph)?;
        let space = thousandths(i32::from(advance), face.units_per_em());
        Some(Self {
            plan,
            words: Words::new(),
            lacking: Words::new(),
            buffer: None,
            space,
            space_glyph: glyph.0,
            face,
        })
    }

    fn shape(&mut self, text: &str, missing: &mut BTreeSet<char>) -> Word {
        let mut buffer = self.buffer.take().unwrap_or_default();
        buffer.push_str(text);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(rustybuzz::script::LATIN);
        let shaped = rustybuzz::shape_with_plan(&self.face, &self.plan, buffer);
        let (infos, places) = (shaped.glyph_infos(), shaped.glyph_positions());
        let units = self.face.units_per_em();
        let mut glyphs = Vec::with_capacity(infos.len());
        for (index, (info, place)) in infos.iter().zip(places).enumerate() {
            let start = info.cluster as usize;
            let follows = index > 0 && infos[index - 1].cluster == info.cluster;
            let end = infos[index..].iter().map(|next| next.cluster as usize).find(|&next| next > start);
            let shown = &text[start..end.unwrap_or(text.len())];
            if info.glyph_id == 0 {
                missing.extend(shown.chars().filter(|&character| self.face.glyph_index(character).is_none()));
            }
            glyphs.push(Glyph {
                id: info.glyph_id as u16,
                advance: thousandths(place.x_advance, units),
                shift: (thousandths(place.x_offset, units), thousandths(place.y_offset, units)),
                bytes: if follows { 0 } else { u8::try_from(shown.len()).unwrap_or(u8::MAX) },
            });
        }
        self.buffer = Some(shaped.clear());
        let width = glyphs.iter().map(|glyph| i32::from(glyph.advance)).sum();
        Word { text: text.to_owned(), glyphs, width }
    }
}

fn thousandths(units: i32, units_per_em: i32) -> i16 {
    (units * 1000 / units_per_em.max(1)) as i16
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shaped(text: &str) -> (Arc<Word>, Vec<char>) {
        let fonts = Fonts::built_in();
        let mut shaper = Shaper::new(&fonts).expect("the fonts come with the program");
        (shaper.word(Face::Regular, text), shaper.missing.iter().copied().collect())
    }

    #[test]
    fn a_word_of_an_earlier_pack_is_known_and_a_lacking_character_is_told_every_time() {
        let fonts = Fonts::built_in();
        let word = || {
            let mut shaper = Shaper::new(&fonts).expect("the fonts come with the program");
            shaper.word(Face::Regular, "snow☃man");
            assert_eq!(shaper.missing.iter().collect::<String>(), "☃");
            shaper.word(Face::Regular, "promptly")
        };
        // Packs that are set at the same time may have taken what is known; not every time.
        let known = (0..100).any(|_| Arc::ptr_eq(&word(), &word()));
        assert!(known, "it is never known");
    }

    #[test]
    fn every_letter_keeps_a_glyph_of_its_own() {
        let (word, _) = shaped("official");
        assert_eq!(word.glyphs.len(), 8, "ligatures are off");
    }

    #[test]
    fn letters_are_kerned() {
        let (pair, _) = shaped("To");
        let (t, o) = (shaped("T").0, shaped("o").0);
        assert!(pair.width < t.width + o.width);
    }

    #[test]
    fn a_character_no_face_has_is_named() {
        assert_eq!(shaped("snow☃man").1, ['☃']);
        assert_eq!(shaped("Łukasz Żółć, Şükrü Öztürk, ŵ ½ £ €").1, Vec::<char>::new());
    }

    #[test]
    fn the_bytes_of_the_glyphs_are_the_bytes_of_the_word() {
        for text in ["naïve", "“Decisions”", "q\u{301}x", "ﬁt"] {
            let (word, _) = shaped(text);
            let bytes: usize = word.glyphs.iter().map(|glyph| usize::from(glyph.bytes)).sum();
            assert_eq!(bytes, text.len(), "{text}");
        }
    }
}
