/// The way to a node, as an editor would say it: `业主人数.同意`, `成员[2].职务`.
package struct NodePath: Hashable, Sendable, CustomStringConvertible {
  package private(set) var description: String

  /// The outermost mapping.
  package static let root = NodePath(description: "")

  /// The value of `key`, which is given as it was typed.
  package func key(_ key: String) -> NodePath {
    NodePath(description: description.isEmpty ? key : "\(description).\(key)")
  }

  /// The element at `index`, which counts from 0 and is said from 1.
  package func element(_ index: Int) -> NodePath {
    NodePath(description: "\(description)[\(index + 1)]")
  }
}
