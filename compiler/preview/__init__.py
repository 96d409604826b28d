"""A static site of all content as visitors will see it, made from what is compiled."""
