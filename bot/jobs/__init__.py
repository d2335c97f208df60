"""Heavy work beside the conversation: reading workbooks, drawing, making sheets."""
