"""Real packages in a real browser against independent and strict run-times."""
