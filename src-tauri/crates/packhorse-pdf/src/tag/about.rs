//! What the file says about itself, twice as PDF wants it, and the colours it is meant for.

use super::{catalog, text};
use crate::Error;
use lopdf::{Document, Object, Stream, StringFormat, dictionary};
use packhorse_typeset::About;
use sha2::{Digest as _, Sha256};

/// The screen's colours: sRGB from the Compact ICC Profiles, CC0.
const PROFILE: &[u8] = include_bytes!("../../resources/sRGB-v2-magic.icc");
const PROGRAM: &str = "Packhorse";

/// Adds metadata, output intent and the file's identity.
pub(super) fn add(file: &mut Document, about: &About) -> Result<(), Error> {
    let packet = packet(about);
    let kind = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    let metadata = file.add_object(Stream::new(kind, packet.clone().into_bytes()).with_compression(false));
    let profile = file.add_object(Stream::new(dictionary! { "N" => 3 }, PROFILE.to_vec()));
    let intent = file.add_object(dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB IEC61966-2.1"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    });
    let catalog = catalog(file)?;
    catalog.set("Metadata", metadata);
    catalog.set("OutputIntents", vec![intent.into()]);

    let day = Object::string_literal(format!("D:{}000000Z", about.made.format("%Y%m%d")));
    let mut info = dictionary! {
        "Title" => text(&about.title),
        "Creator" => text(PROGRAM),
        "Producer" => text(PROGRAM),
        "CreationDate" => day.clone(),
        "ModDate" => day,
    };
    if let Some(author) = &about.author {
        info.set("Author", text(author));
    }
    if let Some(subject) = &about.subject {
        info.set("Subject", text(subject));
    }
    if let Ok(old) = file.trailer.get(b"Info").and_then(Object::as_reference) {
        file.objects.remove(&old);
    }
    let info = file.add_object(info);
    file.trailer.set("Info", info);
    let identity = Object::String(identity(file, &packet), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![identity.clone(), identity]);
    file.version = "1.7".to_owned();
    Ok(())
}

/// Sixteen bytes that are the same for the same content and for no other.
fn identity(file: &Document, packet: &str) -> Vec<u8> {
    let mut digest = Sha256::new_with_prefix(packet);
    for object in file.objects.values() {
        if let Object::Stream(stream) = object {
            digest.update(&stream.content);
        }
    }
    digest.finalize()[..16].to_vec()
}

/// The metadata as XMP, with the two promises: PDF/A-2a and PDF/UA-1.
fn packet(about: &About) -> String {
    let day = about.made.format("%Y-%m-%dT00:00:00Z");
    let author = about.author.as_deref().map(|author| {
        format!("   <dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\n", escaped(author))
    });
    let subject = about.subject.as_deref().map(|subject| {
        let subject = escaped(subject);
        format!("   <dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{subject}</rdf:li></rdf:Alt></dc:description>\n")
    });
    format!(
        include_str!("../../resources/metadata.xmp"),
        title = escaped(&about.title),
        language = escaped(&about.language),
        author = author.unwrap_or_default(),
        subject = subject.unwrap_or_default(),
        day = day,
        program = PROGRAM,
    )
}

fn escaped(text: &str) -> String {
    let seen = text.chars().filter(|character| !character.is_control() || character.is_whitespace());
    seen.collect::<String>().replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
