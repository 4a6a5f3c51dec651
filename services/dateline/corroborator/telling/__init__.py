"""Stories and events as they are told: best values, disagreements, what stands beside them."""
