import Source
import Values

/// What is known of a place in some data: the type of all values that stand there.
indirect enum DataShape: Hashable {
  /// Only `null` was seen.
  case nothing
  case bool, int, decimal, string
  /// A list; nil where no element was seen.
  case list(DataShape?)
  case object([Key])
  case optional(DataShape)

  /// A key of an object; in some of the objects it may be missing.
  struct Key: Hashable {
    let name: String
    let shape: DataShape
  }
}

extension DataShape {
  /// The shape of one value; its lists must be of one type throughout.
  init(of node: JSONNode, in file: SourceFile) throws(JSONRefusal) {
    switch node.form {
    case .null: self = .nothing
    case .bool: self = .bool
    case .integer: self = .int
    case .decimal: self = .decimal
    case .string: self = .string
    case .array(let elements): self = .list(try Self.element(of: elements, in: file))
    case .object(let members):
      var keys: [Key] = []
      for (key, value) in members {
        keys.append(Key(name: key, shape: try DataShape(of: value, in: file)))
      }
      self = .object(keys)
    }
  }

  private static func element(of elements: [JSONNode], in file: SourceFile)
    throws(JSONRefusal) -> DataShape?
  {
    var common: DataShape?
    for node in elements {
      let shape = try DataShape(of: node, in: file)
      guard let known = common else {
        common = shape
        continue
      }
      guard let joined = known.joined(with: shape) else {
        let place = Location(file, node.range)
        throw JSONRefusal(diagnostic: .mixedElements(known.name, shape.name, at: place))
      }
      common = joined
    }
    return common
  }

  /// The shape that both have, or nil if they have nothing in common.
  func joined(with other: DataShape) -> DataShape? {
    switch (self, other) {
    case _ where self == other: self
    case (.nothing, _): other.orAbsent
    case (_, .nothing): orAbsent
    case (.optional(let inner), _): inner.joined(with: other.present)?.orAbsent
    case (_, .optional(let inner)): joined(with: inner)?.orAbsent
    case (.int, .decimal), (.decimal, .int): .decimal
    case (.list(let left), .list(let right)): Self.joinedLists(left, right)
    case (.object(let left), .object(let right)): Self.joinedObjects(left, right)
    default: nil
    }
  }

  private static func joinedLists(_ left: DataShape?, _ right: DataShape?) -> DataShape? {
    guard let left, let right else { return .list(left ?? right) }
    return left.joined(with: right).map { .list($0) }
  }

  private static func joinedObjects(_ left: [Key], _ right: [Key]) -> DataShape? {
    var keys: [Key] = []
    let others = Dictionary(right.map { ($0.name, $0.shape) }) { first, _ in first }
    for key in left {
      guard let other = others[key.name] else {
        keys.append(Key(name: key.name, shape: key.shape.orAbsent))
        continue
      }
      guard let shape = key.shape.joined(with: other) else { return nil }
      keys.append(Key(name: key.name, shape: shape))
    }
    let known = Set(left.map(\.name))
    for key in right where !known.contains(key.name) {
      keys.append(Key(name: key.name, shape: key.shape.orAbsent))
    }
    return .object(keys)
  }

  var orAbsent: DataShape {
    switch self {
    case .nothing, .optional: self
    default: .optional(self)
    }
  }

  var present: DataShape { if case .optional(let inner) = self { inner } else { self } }

  /// The shape of all values of an object, if they have one in common.
  static func common(of keys: [Key]) -> DataShape? {
    guard let first = keys.first?.shape else { return .nothing }
    var common = first
    for key in keys.dropFirst() {
      guard let joined = common.joined(with: key.shape) else { return nil }
      common = joined
    }
    return common
  }

  private var name: String {
    switch self {
    case .nothing: "null"
    case .bool: "Bool"
    case .int: "Int"
    case .decimal: "Decimal"
    case .string: "String"
    case .list: "List"
    case .object: "Object"
    case .optional(let inner): inner.name
    }
  }
}
