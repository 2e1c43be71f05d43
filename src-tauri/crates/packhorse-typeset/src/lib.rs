//! A composed pack in, placed pages and their structure out.
