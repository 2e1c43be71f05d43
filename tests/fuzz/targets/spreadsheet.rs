//! Tables: CSV, and ODS and XLSX changed inside their archive.
#![no_main]

use libfuzzer_sys::{fuzz_mutator, fuzz_target};
use packhorse_fuzz::{change_inside, limits, read, spare_others, spared};

fuzz_target!(init: spare_others(), |bytes: &[u8]| {
    // As a document to keep, and as the cells that `packhorse outcomes` asks for.
    read(bytes, "paper.csv");
    let _ = spared(|| packhorse_import::outcomes::read(bytes, &limits()));
});

fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
    change_inside(data, size, most, seed)
});
