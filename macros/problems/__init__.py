"""What is wrong with the input: the messages to staff, their codes, and how they are printed."""
