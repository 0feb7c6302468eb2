"""AM6xx: schemes of argument, and the questions that they must face."""
