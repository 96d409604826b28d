"""What an area really gets, value by value, and where each of them comes from."""
