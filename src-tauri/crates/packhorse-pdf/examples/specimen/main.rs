//! Sets a specimen with every kind of block, in normal and large print, into `target/specimen`.
//!
//! `cargo run --release -p packhorse-pdf --example specimen` also says how long that took.

mod blocks;
mod first;
mod long;
mod pack;
mod second;

use packhorse_model::Composed;
use packhorse_model::composed::Size;
use packhorse_typeset::Fonts;
use std::path::Path;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../target/specimen");
    std::fs::create_dir_all(&folder)?;
    let fonts = Fonts::built_in();
    for (name, pack) in [
        ("normal", pack::pack(Size::Normal)),
        ("large-print", pack::pack(Size::LargePrint)),
        ("long", long::pack(1000)),
    ] {
        let (bytes, pages) = build(&pack, &fonts)?;
        let path = folder.join(format!("{name}.pdf"));
        std::fs::write(&path, &bytes)?;
        println!(
            "{}: {pages} pages, {} bytes, {:.1} ms",
            path.display(),
            bytes.len(),
            fastest(&pack, &fonts)?
        );
    }
    Ok(())
}

fn build(pack: &Composed, fonts: &Fonts) -> Result<(Vec<u8>, usize), Box<dyn std::error::Error>> {
    let pages = packhorse_typeset::typeset(pack, fonts)?;
    for notice in &pages.notices {
        println!("{}", notice.message);
    }
    Ok((packhorse_pdf::write(&pages)?, pages.pages.len()))
}

/// The fastest of some runs, in milliseconds: the others were disturbed.
fn fastest(pack: &Composed, fonts: &Fonts) -> Result<f64, Box<dyn std::error::Error>> {
    let mut fastest = f64::INFINITY;
    for _ in 0..9 {
        let start = Instant::now();
        let pages = packhorse_typeset::typeset(pack, fonts)?;
        let set = start.elapsed();
        let bytes = packhorse_pdf::write(&pages)?;
        let all = start.elapsed();
        if std::env::var_os("STEPS").is_some() {
            println!(
                "  typeset {:.1} ms, write {:.1} ms",
                set.as_secs_f64() * 1e3,
                (all - set).as_secs_f64() * 1e3
            );
        }
        drop(bytes);
        fastest = fastest.min(all.as_secs_f64() * 1e3);
    }
    Ok(fastest)
}
