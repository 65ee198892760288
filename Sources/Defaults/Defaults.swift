// The room Defaults.
