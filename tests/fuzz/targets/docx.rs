//! Word documents, changed inside their archive.
#![no_main]

use libfuzzer_sys::{fuzz_mutator, fuzz_target};
use packhorse_fuzz::{change_inside, read, spare_others};

fuzz_target!(init: spare_others(), |bytes: &[u8]| {
    read(bytes, "paper.docx");
});

fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
    change_inside(data, size, most, seed)
});
