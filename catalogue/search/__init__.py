"""The search of the programme and the understanding of questions: pure, no I/O, no clock."""
