//! Bookmarks, as deep as the headings.

use super::link::place;
use super::text;
use lopdf::{Document, Object, ObjectId, dictionary};
use packhorse_typeset::{Bookmark, Pages};

/// Adds the bookmarks; gives their root when there are any.
pub(super) fn add(file: &mut Document, pages: &Pages, leaves: &[ObjectId]) -> Option<ObjectId> {
    if pages.outline.is_empty() {
        return None;
    }
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = pages.outline.iter().map(|_| file.new_object_id()).collect();
    let (first, last, count) = level(file, pages, leaves, &ids, 0..pages.outline.len(), root)?;
    let outlines = dictionary! { "Type" => "Outlines", "First" => first, "Last" => last, "Count" => count };
    file.objects.insert(root, Object::Dictionary(outlines));
    Some(root)
}

/// Adds the bookmarks of a range under a parent: the first is as high as any of them.
fn level(
    file: &mut Document,
    pages: &Pages,
    leaves: &[ObjectId],
    ids: &[ObjectId],
    range: std::ops::Range<usize>,
    parent: ObjectId,
) -> Option<(ObjectId, ObjectId, i64)> {
    let all: &[Bookmark] = &pages.outline;
    let depth = all.get(range.start)?.depth;
    let tops: Vec<usize> =
        range.clone().filter(|&index| index == range.start || all[index].depth <= depth).collect();
    for (nth, &index) in tops.iter().enumerate() {
        let end = tops.get(nth + 1).copied().unwrap_or(range.end);
        let bookmark = &all[index];
        let mut entry = dictionary! {
            "Title" => text(&bookmark.title),
            "Parent" => parent,
            "Dest" => place(bookmark.page, bookmark.top, pages, leaves),
        };
        if let Some(before) = nth.checked_sub(1) {
            entry.set("Prev", ids[tops[before]]);
        }
        if let Some(&after) = tops.get(nth + 1) {
            entry.set("Next", ids[after]);
        }
        if let Some((first, last, count)) = level(file, pages, leaves, ids, index + 1..end, ids[index]) {
            entry.set("First", first);
            entry.set("Last", last);
            // Closed: a reader opens what they want to see.
            entry.set("Count", -count);
        }
        file.objects.insert(ids[index], Object::Dictionary(entry));
    }
    Some((ids[*tops.first()?], ids[*tops.last()?], tops.len() as i64))
}
