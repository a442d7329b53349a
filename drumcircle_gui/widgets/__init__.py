"""Qt widgets that only display: values in through setters or `render`, requests out through signals."""
