//! Writes one record for each file into a folder: `records DIR FILE…`.

#[path = "../../packhorse-desk/src/record.rs"]
#[allow(dead_code, missing_docs)]
mod record;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().unwrap_or_default();
    for path in arguments {
        let path = std::path::PathBuf::from(path);
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let bytes = std::fs::read(&path).unwrap_or_default();
        match packhorse_import::read(&bytes, &name, &packhorse_import::Limits::default()) {
            Ok(document) => {
                let facts = packhorse_recognise::recognise(&document);
                let record = record::Record::new(&name, packhorse_model::Digest::of(&bytes).hex(), &document, &facts);
                let stem = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                let json = serde_json::to_string_pretty(&record).unwrap_or_default();
                let _ = std::fs::write(std::path::Path::new(&folder).join(format!("{stem}.json")), json);
            }
            Err(error) => eprintln!("{name}: {error}"),
        }
    }
}
