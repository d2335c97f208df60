"""Messages made at the moment they are sent, from the truth of that moment."""
