"""What each channel makes of a message, and what it bears: e-mail, push, SMS, PDF. Pure."""
