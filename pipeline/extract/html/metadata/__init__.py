"""What is known of an article beside its text: what the page declares, and what readers are told beside the title."""
