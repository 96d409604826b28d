"""PDFs of strangers: opened in processes of their own, which may die without taking us along."""
