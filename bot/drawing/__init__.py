"""Pages and pictures from plain values: knows no database, no Telegram, no words of its own."""
