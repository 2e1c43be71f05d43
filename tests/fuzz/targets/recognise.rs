//! The recogniser, on documents of any words in any order.
#![no_main]

use libfuzzer_sys::fuzz_target;
use packhorse_fuzz::{document, facts, paper, spare_others};

fuzz_target!(init: spare_others(), |bytes: &[u8]| {
    let paper = paper(bytes);
    document(&paper);
    facts(&paper);
});
