"""What the program shows and plays: sounds, fonts, styles, icons."""
