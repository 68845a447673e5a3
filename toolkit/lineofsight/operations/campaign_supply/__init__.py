"""A campaign and its supply: orders that come faster than goods can be made, packed and sent."""
