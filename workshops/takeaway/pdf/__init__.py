"""PDF: a document as tagged PDF/UA, set by typst."""
