//! Placed pages in, accessible PDF bytes out.
