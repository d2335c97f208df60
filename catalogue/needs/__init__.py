"""What teachers need: a survey of a school year, its questions, and what was answered."""
