//! The sample documents as sources, and small numbers that repeat from run to run.

use packhorse_import::{Limits, read};
use packhorse_model::{
    BlockKind, Confidence, Digest, Document, Fact, Facts, Source, SourceId, SourceKind, Span,
};
use std::fs;
use std::path::Path;

/// A document as a source of a kind, with nothing recognised in it.
pub(crate) fn source(id: u128, file_name: &str, kind: SourceKind, document: Document) -> Source {
    let kind = Fact { value: kind, place: None, rule: "test".to_owned(), confidence: Confidence::Sure };
    let facts = Facts::only(kind);
    let digest = Digest::of(file_name.as_bytes());
    Source::new(SourceId(uuid::Uuid::from_u128(id)), file_name.to_owned(), digest, document, facts)
}

/// The sample documents that have paragraphs.
pub(crate) fn samples() -> Vec<Source> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../resources/samples");
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("the samples are here").flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let wanted = |ending: &str| ["pdf", "html", "txt", "docx"].contains(&ending);
    let named =
        paths.iter().filter(|path| path.extension().is_some_and(|own| wanted(&own.to_string_lossy())));
    (1..)
        .zip(named)
        .map(|(id, path)| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let bytes = fs::read(path).expect("a sample can be read");
            let document = read(&bytes, &name, &Limits::default()).expect("a sample is a document");
            source(id, &name, SourceKind::Letter, document)
        })
        .collect()
}

/// The stretches of running text of a source.
pub(crate) fn paragraphs(source: &Source) -> Vec<Span> {
    let running = |kind: BlockKind| matches!(kind, BlockKind::Paragraph | BlockKind::Item { .. });
    source.document.blocks.iter().filter(|block| running(block.kind)).map(|block| block.span).collect()
}

/// Small numbers that repeat from run to run.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// A number below `sides`.
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides.max(1)
    }
}
