// Templates that nobody uses, so that nobody gives them their names.
extension Checker {
  /// Lets names that a template would get from its users be anything, and looks at the rest.
  package func assumeUser(giving names: Set<String>) {
    emptyListsFailLate = true
    let own = Set(library.functions.keys).union(Self.stateful).union(["caller", "self", "super"])
    for name in names.subtracting(own).sorted() where binding(of: name) == nil {
      bind(name, .unknown)
    }
  }
}
