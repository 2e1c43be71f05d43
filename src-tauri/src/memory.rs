//! Gives memory back.

/// Asks the allocator for few arenas, and to hand back what was freed. Previews are made on whichever thread
/// is free; by default glibc keeps the most that each of them ever needed.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[allow(unsafe_code, reason = "the C library has no other way to be told")]
pub(crate) fn spare() {
    const KEPT: libc::c_int = 128 * 1024;
    let wishes = [(libc::M_ARENA_MAX, 2), (libc::M_TRIM_THRESHOLD, KEPT), (libc::M_MMAP_THRESHOLD, KEPT)];
    for (name, value) in wishes {
        // SAFETY: no pointers are passed, and no other thread runs yet. A wish that is refused changes nothing.
        unsafe { libc::mallopt(name, value) };
    }
}

/// Other allocators give memory back by themselves.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub(crate) fn spare() {}
