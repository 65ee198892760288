// The room Building.
