"""Scripts that learn what the package ships."""
