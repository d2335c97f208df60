"""The words of the staff's rooms."""
