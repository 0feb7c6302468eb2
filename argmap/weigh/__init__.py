"""What stands, how strongly, and what it leans on."""
