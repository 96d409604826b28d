"""Rules about templates of messages: placeholders, variables, what comes of rendering them."""
