//! Prints how a file is read: one line for each block.

fn main() {
    if packhorse_import::worker() {
        return;
    }
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path).unwrap_or_default();
        match packhorse_import::read(&bytes, &path, &packhorse_import::Limits::default()) {
            Ok(document) => {
                for block in &document.blocks {
                    println!(
                        "p{:?} {:?} {:?} {:?} | {}",
                        block.page.unwrap_or(0),
                        block.kind,
                        block.number,
                        block.mark,
                        document.words(block)
                    );
                }
                println!("{:?}", document.notices);
            }
            Err(error) => println!("{path}: {error}"),
        }
    }
}
