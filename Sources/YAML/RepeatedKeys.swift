import Source

/// A key that stands twice in one mapping (Y2).
struct RepeatedKey {
  let first: Int
  let second: Int

  /// The finding at the second place, with the first as a note.
  func diagnostic(in tree: YAMLTree) -> Diagnostic {
    let earlier = YAMLTree.Node(storage: tree.storage, index: first)
    let later = YAMLTree.Node(storage: tree.storage, index: second)
    return Diagnostic(
      "Y2", .error,
      Wording(
        zh: "「\(later.text)」写了两次", en: "'\(later.text)' stands here a second time"),
      at: later.location, key: tree.path(of: later).description,
      notes: [
        Note(Wording(zh: "第一次写在这里", en: "it first stands here"), at: earlier.location)
      ],
      help: [Wording(zh: "只留一处，删掉另一处", en: "keep one of them and delete the other")])
  }
}

extension TreeBuilder {
  /// Marks every key that stood before in its mapping, and says which.
  mutating func markRepeatedKeys() -> [RepeatedKey] {
    var repeated: [RepeatedKey] = []
    for index in records.indices where records[index].kind == .mapping {
      repeated += repeatedKeys(below: index)
    }
    for key in repeated { records[key.second].isRepeated = true }
    return repeated
  }

  private func repeatedKeys(below mapping: Int) -> [RepeatedKey] {
    var keys: [Int] = []
    var index = mapping + 1
    while index < Int(records[mapping].subtreeEnd) {
      keys.append(index)
      index = Int(records[index + 1].subtreeEnd)
    }
    // Small mappings are the rule, and comparing a few short keys beats hashing them.
    return keys.count <= 16 && keys.allSatisfy(isPlainlyComposed)
      ? repeatedByComparing(keys) : repeatedByHashing(keys)
  }

  private func repeatedByComparing(_ keys: [Int]) -> [RepeatedKey] {
    var repeated: [RepeatedKey] = []
    for (position, key) in keys.enumerated() {
      let first = keys[..<position].first { haveSameText($0, key) }
      if let first { repeated.append(RepeatedKey(first: first, second: key)) }
    }
    return repeated
  }

  private func haveSameText(_ one: Int, _ other: Int) -> Bool {
    records[one].textRange.count == records[other].textRange.count
      && text(of: one) == text(of: other)
  }

  /// Strings are equal in all their normal forms, as keys must be.
  private func repeatedByHashing(_ keys: [Int]) -> [RepeatedKey] {
    var firsts: [String: Int] = [:]
    var repeated: [RepeatedKey] = []
    for key in keys {
      let text = String(decoding: text(of: key), as: UTF8.self)
      if let first = firsts[text] {
        repeated.append(RepeatedKey(first: first, second: key))
      } else {
        firsts[text] = key
      }
    }
    return repeated
  }

  private func text(of index: Int) -> ArraySlice<UInt8> {
    let record = records[index]
    return record.isInSource ? file.bytes[record.textRange] : decoded[record.textRange]
  }

  /// Whether no other spelling of this key has other bytes: ASCII, or CJK ideographs of the plain
  /// block, which neither compose nor decompose.
  private func isPlainlyComposed(_ index: Int) -> Bool {
    text(of: index).allSatisfy { $0 < 0xC0 || (0xE4...0xE9).contains($0) }
  }
}

extension YAMLTree {
  /// The way from the outermost mapping to `node`, a key or a value.
  package func path(of node: Node) -> NodePath {
    var path = NodePath.root
    guard var current = root else { return path }
    while current.index < node.index {
      guard let next = step(from: current, to: node.index, path: &path) else { break }
      current = next
    }
    return path
  }

  private func step(from node: Node, to index: Int, path: inout NodePath) -> Node? {
    for (position, element) in node.elements.enumerated() where element.holds(index) {
      path = path.element(position)
      return element
    }
    for entry in node.entries where entry.key.holds(index) || entry.value.holds(index) {
      path = path.key(entry.key.text)
      return entry.key.holds(index) ? nil : entry.value
    }
    return nil
  }
}

extension YAMLTree.Node {
  fileprivate func holds(_ other: Int) -> Bool {
    index <= other && other < Int(storage.records[index].subtreeEnd)
  }
}
