"""argmap's own JSON documents: what each holds, and the shapes of those that have a schema."""
