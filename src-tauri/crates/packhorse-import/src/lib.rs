//! Bytes in, a document out: text with pages, paragraphs and tables.
