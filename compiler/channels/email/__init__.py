"""E-mails: layouts compiled, CSS inlined, the parts checked, the message written. Pure."""
