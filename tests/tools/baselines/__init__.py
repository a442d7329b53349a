"""What was done before, kept to measure against."""
