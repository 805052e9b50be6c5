"""A small course as a package, and packages with one fault each."""
