//! The finished document as bytes: streams and objects compressed, two processors sharing the work.
//!
//! lopdf could save it too, but writes each object three times on the way to an object stream.

mod object;

use crate::{Error, processors};
use libdeflater::{CompressionLvl, Compressor};
use lopdf::{Document, Object, Stream, dictionary};
use object::write_object;
use std::cell::RefCell;
use std::io::Write as _;

/// Objects in one object stream: enough to compress well, few enough to open one quickly.
const TOGETHER: usize = 200;

/// Compresses what can be and puts the file together.
pub(crate) fn save(file: Document) -> Result<Vec<u8>, Error> {
    let (mut streams, mut objects) = (Vec::new(), Vec::new());
    for ((id, _), object) in file.objects {
        match object {
            Object::Stream(stream) => streams.push((id, stream)),
            object => objects.push((id, object)),
        }
    }
    let mut holders: Vec<Holder<'_>> = objects
        .chunks(TOGETHER)
        .map(|objects| Holder { objects, stream: Stream::new(dictionary! {}, Vec::new()) })
        .collect();
    on_two_processors(&mut holders, |_| 1, Holder::fill)?;
    on_two_processors(&mut streams, |(_, stream)| stream.content.len(), |(_, stream)| squeeze(stream))?;

    let mut body = Body::begin(&file.version, file.max_id as usize + holders.len() + 2);
    for (id, stream) in &streams {
        body.stream(*id, stream);
    }
    for (index, holder) in holders.iter().enumerate() {
        let id = file.max_id + 1 + index as u32;
        for (place, (held, _)) in holder.objects.iter().enumerate() {
            body.places[*held as usize] = Place::In { holder: id, place: place as u16 };
        }
        body.stream(id, &holder.stream);
    }
    body.end(file.max_id + 1 + holders.len() as u32, file.trailer)
}

/// Objects that are compressed together.
struct Holder<'a> {
    objects: &'a [(u32, Object)],
    stream: Stream,
}

impl Holder<'_> {
    fn fill(&mut self) -> std::io::Result<()> {
        let (mut table, mut bytes) = (Vec::new(), Vec::new());
        for (id, object) in self.objects {
            write!(table, "{id} {} ", bytes.len())?;
            write_object(&mut bytes, object);
            bytes.push(b'\n');
        }
        let (count, first) = (self.objects.len() as i64, table.len() as i64);
        table.append(&mut bytes);
        self.stream = Stream::new(dictionary! { "Type" => "ObjStm", "N" => count, "First" => first }, table);
        squeeze(&mut self.stream)
    }
}

/// Does something to each thing, about half of the weight on a processor of its own where one is free.
fn on_two_processors<T: Send>(
    things: &mut [T],
    weight: impl Fn(&T) -> usize,
    act: impl Fn(&mut T) -> std::io::Result<()> + Sync,
) -> std::io::Result<()> {
    if !processors::is_one_free() {
        return things.iter_mut().try_for_each(act);
    }
    let whole: usize = things.iter().map(&weight).sum();
    let mut sum = 0;
    let half = things.iter().take_while(|thing| {
        sum += weight(thing);
        sum <= whole / 2
    });
    let half = half.count();
    let (first, second) = things.split_at_mut(half);
    let act = &act;
    std::thread::scope(|scope| {
        let other = scope.spawn(move || first.iter_mut().try_for_each(act));
        second.iter_mut().try_for_each(act)?;
        other.join().unwrap_or_else(|_| Err(std::io::Error::other("a thread stopped")))
    })
}

fn squeeze(stream: &mut Stream) -> std::io::Result<()> {
    if !stream.allows_compression || stream.dict.has(b"Filter") {
        return Ok(());
    }
    let small = deflated(&stream.content)?;
    if small.len() + 25 < stream.content.len() {
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(small);
    }
    Ok(())
}

thread_local! {
    /// Its tables are large, and made once for each thread.
    static COMPRESSOR: RefCell<Compressor> = RefCell::new(Compressor::new(CompressionLvl::default()));
}

/// Bytes as FlateDecode takes them.
pub(crate) fn deflated(content: &[u8]) -> std::io::Result<Vec<u8>> {
    COMPRESSOR.with_borrow_mut(|compressor| {
        let mut small = vec![0; compressor.zlib_compress_bound(content.len())];
        let length = compressor.zlib_compress(content, &mut small).map_err(std::io::Error::other)?;
        small.truncate(length);
        Ok(small)
    })
}

/// Where an object is found.
#[derive(Debug, Clone, Copy)]
enum Place {
    Nowhere,
    At(usize),
    In { holder: u32, place: u16 },
}

struct Body {
    bytes: Vec<u8>,
    places: Vec<Place>,
}

impl Body {
    fn begin(version: &str, objects: usize) -> Self {
        // The second line tells programs that copy files that this one is not text.
        let bytes = [b"%PDF-", version.as_bytes(), b"\n%\xe2\xe3\xcf\xd3\n"].concat();
        Self { bytes, places: vec![Place::Nowhere; objects] }
    }

    fn stream(&mut self, id: u32, stream: &Stream) {
        self.places[id as usize] = Place::At(self.bytes.len());
        self.bytes.extend_from_slice(format!("{id} 0 obj\n").as_bytes());
        write_object(&mut self.bytes, &Object::Dictionary(stream.dict.clone()));
        self.bytes.extend_from_slice(b"\nstream\n");
        self.bytes.extend_from_slice(&stream.content);
        self.bytes.extend_from_slice(b"\nendstream\nendobj\n");
    }

    /// The table of places and the trailer, as one stream.
    fn end(mut self, id: u32, trailer: lopdf::Dictionary) -> Result<Vec<u8>, Error> {
        let start = self.bytes.len();
        self.places[id as usize] = Place::At(start);
        let mut table = Vec::with_capacity(self.places.len() * 7);
        for place in &self.places {
            let (kind, first, second) = match *place {
                Place::Nowhere => (0, 0, u16::MAX),
                Place::At(offset) => (1, offset as u32, 0),
                Place::In { holder, place } => (2, holder, place),
            };
            table.push(kind);
            table.extend_from_slice(&first.to_be_bytes());
            table.extend_from_slice(&second.to_be_bytes());
        }
        let mut kind = trailer;
        kind.set("Type", "XRef");
        kind.set("Size", self.places.len() as i64);
        kind.set("W", vec![1.into(), 4.into(), 2.into()]);
        let mut stream = Stream::new(kind, table);
        squeeze(&mut stream)?;
        self.stream(id, &stream);
        self.bytes.extend_from_slice(format!("startxref\n{start}\n%%EOF\n").as_bytes());
        Ok(self.bytes)
    }
}
