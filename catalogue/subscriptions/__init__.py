"""What people want to hear of, and wishes that found nothing yet."""
