//! E-mails.
#![no_main]

use libfuzzer_sys::fuzz_target;
use packhorse_fuzz::{read, spare_others};

fuzz_target!(init: spare_others(), |bytes: &[u8]| {
    read(bytes, "paper.eml");
});
