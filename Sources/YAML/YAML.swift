// The room YAML: the text of a record, its front matter, and the tree that libyaml reads from it.
