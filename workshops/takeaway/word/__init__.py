"""Word: a document as a .docx, and the poster."""
