"""AM2xx: what the argument rests on."""
