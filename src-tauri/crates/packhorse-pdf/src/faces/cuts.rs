//! Faces cut before: the packs of a batch, and a pack after a keystroke, use the same glyphs.

use super::{Embedded, Texts};
use packhorse_typeset::Face;
use std::sync::{Arc, Mutex, PoisonError};

/// How many cuts are kept: the four faces of a few audiences.
const MOST: usize = 16;

struct Cut {
    face: Face,
    file: Arc<[u8]>,
    texts: Vec<Option<String>>,
    made: Arc<Embedded>,
}

static CUTS: Mutex<Vec<Cut>> = Mutex::new(Vec::new());

/// A face cut down to some glyphs. The same glyphs give the same cut, kept or made.
pub(super) fn cut(face: Face, file: &Arc<[u8]>, texts: &Texts<'_>) -> Option<Arc<Embedded>> {
    let same = |cut: &Cut| {
        cut.face == face
            && Arc::ptr_eq(&cut.file, file)
            && cut.texts.iter().map(Option::as_deref).eq(texts.0.iter().copied())
    };
    let known = || CUTS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(cut) = known().iter().find(|cut| same(cut)) {
        return Some(Arc::clone(&cut.made));
    }
    let made = Arc::new(Embedded::cut(face, file, texts)?);
    let texts = texts.0.iter().map(|text| text.map(str::to_owned)).collect();
    let mut cuts = known();
    if cuts.len() >= MOST {
        cuts.remove(0);
    }
    cuts.push(Cut { face, file: Arc::clone(file), texts, made: Arc::clone(&made) });
    Some(made)
}
