"""The programs that clientarea is compared with: how they are installed and called."""
