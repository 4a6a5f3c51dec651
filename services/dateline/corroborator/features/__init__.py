"""What two articles share, how rare that is, and how alike it makes them."""
