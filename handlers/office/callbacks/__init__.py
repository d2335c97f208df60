"""What the buttons of staff carry; what `handlers.callbacks` says of buttons holds here too."""
