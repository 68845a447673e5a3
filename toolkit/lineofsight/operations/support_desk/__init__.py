"""The support desk: sign-ups that outrun the agents who answer."""
