//! Lines of a given width in terminal cells.
