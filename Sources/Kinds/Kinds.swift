// The room Kinds.
