"""State to plan, plan to store: publish, roll back, verify. Knows stores by their port only."""
