//! PDF, whose readers below ours are known to fail on damaged files.
#![no_main]

use libfuzzer_sys::fuzz_target;
use packhorse_fuzz::{read, spare_others};

fuzz_target!(init: spare_others(), |bytes: &[u8]| {
    if bytes.windows(5).take(1_024).any(|start| start == b"%PDF-") {
        read(bytes, "paper.pdf");
    }
});
