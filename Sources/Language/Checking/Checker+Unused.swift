// Templates that nobody uses, so that nobody gives them their names.
extension Checker {
  /// Lets names that a template would get from its users be anything, and looks at the rest.
  package func assumeUser(giving names: Set<String>) {
    emptyListsFailLate = true
    for name in names.sorted() where binding(of: name) == nil && library.functions[name] == nil {
      bind(name, .unknown)
    }
  }
}
