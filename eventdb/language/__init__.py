"""From text to time expressions: scanner, grammar engine, and one package per language."""
