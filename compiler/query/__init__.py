"""Questions about content: what entries there are, how they stand, where words are found."""
