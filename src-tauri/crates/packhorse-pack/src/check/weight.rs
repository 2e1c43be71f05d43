//! How much a word tells about the text it stands in.

/// How much a word says about where it came from.
pub(super) fn weight(word: &str) -> f64 {
    const SMALL: [&str; 44] = [
        "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has", "have",
        "he", "her", "his", "in", "is", "it", "its", "of", "on", "or", "our", "she", "so", "that", "the",
        "their", "them", "they", "this", "to", "was", "we", "were", "what", "when", "which", "who", "with",
        "you",
    ];
    const EVERYWHERE: [&str; 14] = [
        "authority",
        "care",
        "child",
        "children",
        "childrens",
        "council",
        "families",
        "local",
        "people",
        "services",
        "social",
        "workers",
        "young",
        "staff",
    ];
    if SMALL.contains(&word) {
        0.25
    } else if EVERYWHERE.contains(&word) {
        0.6
    } else {
        1.0
    }
}
