extension Sequence<Diagnostic> {
  /// The findings by path, place and code, each said once, whatever order the work was done in.
  ///
  /// A finding about a whole file stands before those about its parts. Of findings alike in path,
  /// place, code and message the first stays.
  package func inReadingOrder() -> [Diagnostic] {
    let sorted = enumerated().sorted { left, right in
      left.element.readingOrder(before: right.element) ?? (left.offset < right.offset)
    }
    var said: [Diagnostic] = []
    var groupStart = 0
    for (_, diagnostic) in sorted {
      if let last = said.last, last.readingOrder(before: diagnostic) != nil {
        groupStart = said.count
      }
      // Everything from groupStart on shares path, place and code: only the message can differ.
      guard !said[groupStart...].contains(where: { $0.message == diagnostic.message }) else {
        continue
      }
      said.append(diagnostic)
    }
    return said
  }
}

extension Diagnostic {
  /// Whether this finding is read before `other`, or nil if path, place and code are the same.
  fileprivate func readingOrder(before other: Diagnostic) -> Bool? {
    let path = location.file.path
    let otherPath = other.location.file.path
    // Bytes, not characters: `==` on strings takes NFC and NFD twins for one path.
    if !path.utf8.elementsEqual(otherPath.utf8) {
      return path.utf8.lexicographicallyPrecedes(otherPath.utf8)
    }
    let place = location.range
    let otherPlace = other.location.range
    let (lower, otherLower) = (place?.lower ?? -1, otherPlace?.lower ?? -1)
    if lower != otherLower { return lower < otherLower }
    if code != other.code { return code < other.code }
    let (upper, otherUpper) = (place?.upper ?? -1, otherPlace?.upper ?? -1)
    return upper == otherUpper ? nil : upper < otherUpper
  }
}
