"""What staff do in the chat beside writing to many: people and rights, the journal."""
