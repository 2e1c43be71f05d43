//! Changes inside an archive: a changed byte of a packed part only fails its checksum, so a part is
//! unpacked, changed, and packed again.

use std::io::{Cursor, Read as _, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// No part of an archive grows larger than this while it is changed.
const PART: usize = 60_000;

/// Changes one part of an archive in place; changes the bytes themselves when they are none, and now
/// and then in any case. Returns the new size.
pub fn change_inside(data: &mut [u8], size: usize, most: usize, seed: u32) -> usize {
    let changed = if seed.is_multiple_of(16) { None } else { changed(&data[..size], seed) };
    match changed.filter(|bytes| bytes.len() <= most.min(data.len())) {
        Some(bytes) => {
            data[..bytes.len()].copy_from_slice(&bytes);
            bytes.len()
        }
        None => libfuzzer_sys::fuzzer_mutate(data, size, most),
    }
}

fn changed(bytes: &[u8], seed: u32) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut parts = Vec::new();
    for at in 0..archive.len().min(40) {
        let mut part = archive.by_index(at).ok()?;
        let name = part.name().ok()?.into_owned();
        let mut words = Vec::new();
        part.by_ref().take(PART as u64).read_to_end(&mut words).ok()?;
        parts.push((name, words));
    }
    let texts: Vec<usize> = (0..parts.len()).filter(|at| parts[*at].0.ends_with(".xml")).collect();
    let chosen = *texts.get(seed as usize / 16 % texts.len().max(1))?;
    let words = &mut parts[chosen].1;
    let size = words.len();
    words.resize(PART, 0);
    let size = libfuzzer_sys::fuzzer_mutate(words, size, PART);
    words.truncate(size);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, words) in parts {
        writer.start_file(name, options).ok()?;
        writer.write_all(&words).ok()?;
    }
    Some(writer.finish().ok()?.into_inner())
}
