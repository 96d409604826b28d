"""Rules about what PDFs hold, once they were opened; without the extra `pdf` nobody opens any."""
