"""What templates of networks may use."""
