"""Images: what one is, and what is published of it. Bytes in, bytes out; knows no content."""
